import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { saveFile } from '../../ui/files.ts'
import { FilterBar } from '../../ui/filters.tsx'
import { dateTime, dayOf, moveDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './command.module.css'
import { calendarOf, type Duty, organisationQuery, type Rota, rotaQuery } from './queries.ts'

const NewDuty = lazy(() => import('./seat-dialogs.tsx').then((module) => ({ default: module.NewDuty })))
const CancelDuty = lazy(() => import('./end-dialogs.tsx').then((module) => ({ default: module.CancelDuty })))
const NewNote = lazy(() => import('./seat-dialogs.tsx').then((module) => ({ default: module.NewNote })))
const DAYS = 6

interface RotaViewProps {
  body: string | undefined
  from: string | undefined
  onChange(patch: CommandSearch): void
}
/** A week of one group; where nobody is on duty is said before the table. */
export function RotaView({ body, from, onChange }: RotaViewProps) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const bodies = useQuery(organisationQuery).data?.bodies ?? []
  const chosen = body ?? bodies.find(({ kind }) => kind === 'office')?.id ?? bodies[0]?.id ?? ''
  const begin = from ?? dayOf(livesAt ?? new Date())
  const till = moveDay(begin, DAYS)
  const query = useQuery({ ...rotaQuery(chosen, begin, till), enabled: chosen !== '' })
  const mayChange = may(useQuery(meQuery).data, 'command.duty.add')
  const [adding, setAdding] = useState(false)
  const [noting, setNoting] = useState<string | null>(null)
  const [cancelling, setCancelling] = useState<Duty | null>(null)
  const save = useOperation(async () => saveFile(await calendarOf(chosen, begin, till)))
  if (chosen === '')
    return (
      <Card>
        <Nothing title={t('command.noBodies')}>{t('command.noBodiesWhy')}</Nothing>
      </Card>
    )
  return (
    <Card flush>
      <FilterBar>
        <Select
          aria-label={t('command.group')}
          value={chosen}
          popupMatchSelectWidth={false}
          options={bodies.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id) => onChange({ body: id })}
        />
        <Input
          type="date"
          aria-label={t('command.from')}
          value={begin}
          style={{ width: 160 }}
          onChange={({ target }) => onChange({ from: target.value || undefined })}
        />
        <Button loading={save.busy} onClick={() => save.send(undefined)}>
          {t('command.calendar')}
        </Button>
        {mayChange && <Button onClick={() => setAdding(true)}>{t('command.newDuty')}</Button>}
      </FilterBar>
      {save.refusal ? <ProblemNotice error={save.refusal} /> : null}
      <Loaded query={query} skeleton={<Skeleton lines={7} height={28} />} empty="never">
        {(rota) => (
          <Shown
            rota={rota}
            onNote={mayChange ? setNoting : undefined}
            onCancel={mayChange ? setCancelling : undefined}
          />
        )}
      </Loaded>
      <Suspense>
        {adding && (
          <NewDuty bodyId={chosen} title={query.data?.title ?? ''} day={begin} onClose={() => setAdding(false)} />
        )}
        {cancelling && <CancelDuty duty={cancelling} onClose={() => setCancelling(null)} />}
        {noting && <NewNote dutyId={noting} onClose={() => setNoting(null)} />}
      </Suspense>
    </Card>
  )
}

interface ShownProps {
  rota: Rota
  onNote: ((dutyId: string) => void) | undefined
  onCancel: ((duty: Duty) => void) | undefined
}
function Shown({ rota, onNote, onCancel }: ShownProps) {
  const { t } = useTranslation()
  const columns: Column<Duty>[] = [
    {
      key: 'time',
      title: t('command.time'),
      phone: 'heading',
      cell: (one) => (
        <span className="number">
          {dateTime(one.startsAt)} – {dateTime(one.endsAt)}
        </span>
      ),
    },
    { key: 'post', title: t('command.post'), cell: (one) => one.postTitle },
    { key: 'name', title: t('command.holder'), cell: (one) => one.holderName ?? t('command.vacant') },
    { key: 'telephone', title: t('command.telephone'), cell: (one) => one.telephone ?? '—' },
    {
      key: 'notes',
      title: t('command.notes'),
      phone: 'wide',
      cell: (one) => (
        <span className="row">
          {one.notes.map(({ note }) => note).join(' / ') || '—'}
          {onNote && (
            <Button size="small" onClick={() => onNote(one.id)}>
              {t('command.newNote')}
            </Button>
          )}
          {onCancel && (
            <Button size="small" danger type="text" onClick={() => onCancel(one)}>
              {t('command.cancelDuty')}
            </Button>
          )}
        </span>
      ),
    },
  ]
  return (
    <>
      {rota.gaps.length > 0 && (
        <div className={styles.gaps} role="alert">
          <ul>
            {rota.gaps.map((gap) => (
              <li key={gap.startsAt}>
                {t('command.gap', { from: dateTime(gap.startsAt), till: dateTime(gap.endsAt) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {rota.duties.length > 0 && (
        <DataTable caption={rota.title} columns={columns} rows={rota.duties} rowKey={({ id }) => id} />
      )}
    </>
  )
}
