import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type Area, areas, DisinfectDialog } from './disinfect-dialog.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { areaName } from './names.ts'
import { type Board, type Disinfection, disinfectionsQuery } from './queries.ts'

function RoutineDialog({ board, onClose }: { board: Board; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ area: Area; everyHours?: number; stop?: boolean }>
      name="routine"
      title={t('sites.routine')}
      verb={t('forms.save')}
      about={t('sites.routineAbout')}
      initial={{ everyHours: 4 }}
      send={({ id, at, area, everyHours = 4, stop = false }) =>
        answer(
          api.POST('/sites/{siteId}/routines', {
            params: { path: { siteId: board.site.id } },
            body: { id, at, area, everyHours: stop ? null : everyHours },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item name="area" label={t('sites.areas')} rules={[{ required: true, message: t('sites.fieldNeeded') }]}>
        <Select options={areas.map((value) => ({ value, label: areaName(t, value) }))} />
      </Form.Item>
      <Form.Item name="everyHours" label={t('sites.everyHours')}>
        <InputNumber min={1} max={168} precision={0} />
      </Form.Item>
      <Form.Item name="stop" valuePropName="checked">
        <Checkbox>{t('sites.stopRoutine')}</Checkbox>
      </Form.Item>
    </FactDialog>
  )
}

function DueTable({ board }: { board: Board }) {
  const { t } = useTranslation()
  const columns: Column<Board['areas'][number]>[] = [
    { key: 'area', title: t('sites.areas'), phone: 'heading', cell: ({ area }) => areaName(t, area) },
    { key: 'every', title: t('sites.everyHours'), align: 'end', cell: ({ everyHours }) => number(everyHours) },
    {
      key: 'last',
      title: t('sites.lastDone'),
      cell: ({ lastDoneAt }) => <span className="number">{lastDoneAt ? dateTime(lastDoneAt) : '—'}</span>,
    },
    {
      key: 'due',
      title: t('sites.dueAt'),
      cell: ({ dueAt, overdue }) => (
        <span className="row">
          <span className="number">{dateTime(dueAt)}</span>
          {overdue && <Tag tone="alarm">{t('sites.overdue')}</Tag>}
        </span>
      ),
    },
  ]
  return board.areas.length === 0 ? (
    <Nothing title={t('sites.noRoutine')}>{t('sites.noRoutineWhy')}</Nothing>
  ) : (
    <DataTable caption={t('sites.routines')} columns={columns} rows={board.areas} rowKey={({ area }) => area} />
  )
}

/** What is due by the clock, what was done, and with what. */
export function DisinfectionView({ board }: { board: Board }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(disinfectionsQuery(board.site.id))
  const [asking, setAsking] = useState<'done' | 'routine' | null>(null)
  const columns: Column<Disinfection>[] = [
    {
      key: 'at',
      title: t('sites.at'),
      phone: 'heading',
      cell: ({ at }) => <span className="number">{dateTime(at)}</span>,
    },
    {
      key: 'where',
      title: t('sites.where'),
      phone: 'wide',
      cell: ({ areas: done, rooms }) => [...done.map((area) => areaName(t, area)), ...rooms].join('、'),
    },
    {
      key: 'agent',
      title: t('sites.agent'),
      cell: ({ agent, mgPerLitre }) => `${agent} ${number(mgPerLitre)} mg/L`,
    },
    { key: 'persons', title: t('sites.workers'), align: 'end', cell: ({ persons }) => number(persons) },
    {
      key: 'by',
      title: t('sites.by'),
      cell: ({ by, takenBack }) => (
        <span className="row">
          {by ?? '—'}
          {takenBack && <Tag tone="caution">{t('sites.isTakenBack')}</Tag>}
        </span>
      ),
    },
  ]
  return (
    <>
      <Card
        flush
        title={t('sites.routines')}
        extra={
          <>
            <Button size="small" onClick={() => setAsking('routine')}>
              {t('sites.routine')}
            </Button>
            <Button size="small" type="primary" onClick={() => setAsking('done')}>
              {t('sites.disinfect')}
            </Button>
          </>
        }
      >
        <DueTable board={board} />
      </Card>
      <Card flush title={t('sites.done')}>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={4} height={26} />}
          none={<Nothing title={t('sites.noneDone')} />}
          caption={t('sites.done')}
          columns={columns}
          rowKey={({ id }) => id}
        />
      </Card>
      {asking === 'done' && <DisinfectDialog board={board} onClose={() => setAsking(null)} />}
      {asking === 'routine' && <RoutineDialog board={board} onClose={() => setAsking(null)} />}
    </>
  )
}
