import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { type DailiesSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DayBox } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { AreaChoice } from '../figures/area-choice.tsx'
import { catalogueQuery } from '../figures/queries.ts'
import { nameOf, numberOf } from '../figures/words.ts'
import { useDivisionName } from '../places/queries.ts'
import {
  type Board,
  type DailyState,
  dailiesQuery,
  STATES,
  type Township,
  touchesDailies,
  type Village,
} from './queries.ts'

const FormDialog = lazy(() => import('./form-dialog.tsx').then((module) => ({ default: module.FormDialog })))
const ReturnDialog = lazy(() => import('./return-dialog.tsx').then((module) => ({ default: module.ReturnDialog })))
const route = getRouteApi('/desk/dailies')

const TONE: Partial<Record<DailyState, Tone>> = {
  late: 'alarm',
  returned: 'caution',
  accepted: 'ok',
  submitted: 'brand',
  zero: 'brand',
}

function StateTag({ state, late = false }: { state: DailyState; late?: boolean }) {
  const { t } = useTranslation()
  return (
    <Tag tone={TONE[state] ?? 'plain'}>
      {t(`dailies.state.${state}`)}
      {late && ` · ${t('dailies.cameLate')}`}
    </Tag>
  )
}

function useTownshipColumns(search: DailiesSearch): Column<Township>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return [
    {
      key: 'name',
      title: t('figures.area'),
      phone: 'heading',
      cell: ({ division }) => <Link {...paths.dailies({ ...search, area: division })}>{divisionName(division)}</Link>,
    },
    ...STATES.map(
      (state): Column<Township> => ({
        key: state,
        title: t(`dailies.state.${state}`),
        align: 'end',
        cell: ({ states }) => <span className="number">{states[state]}</span>,
      }),
    ),
  ]
}

function Judging({ village }: { village: Village }) {
  const { t } = useTranslation()
  const [returning, setReturning] = useState(false)
  const accept = useOperation(
    (dailyId: string) =>
      answer(
        api.POST('/daily-report-steps', { body: { items: [{ id: newId(), dailyId, step: 'accepted', note: null }] } }),
      ),
    { touches: touchesDailies },
  )
  const { dailyId, state } = village
  if (!dailyId || (state !== 'submitted' && state !== 'zero')) return null
  return (
    <span className="row">
      <Button size="small" loading={accept.busy} onClick={() => accept.send(dailyId)}>
        {t('dailies.accept')}
      </Button>
      <Button size="small" onClick={() => setReturning(true)}>
        {t('dailies.giveBack')}
      </Button>
      {accept.refusal ? <ProblemNotice error={accept.refusal} /> : null}
      <Suspense>{returning && <ReturnDialog dailyId={dailyId} onClose={() => setReturning(false)} />}</Suspense>
    </span>
  )
}

function useVillageColumns(mayJudge: boolean): Column<Village>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const figures = new Map(useQuery(catalogueQuery).data?.items.map((one) => [one.name as string, nameOf(one)]))
  return [
    { key: 'name', title: t('figures.area'), phone: 'heading', cell: ({ division }) => divisionName(division) },
    { key: 'state', title: t('reports.stands'), cell: ({ state, late }) => <StateTag state={state} late={late} /> },
    {
      key: 'said',
      title: t('dailies.saidAndCounted'),
      phone: 'wide',
      cell: ({ dailyId, said }) =>
        dailyId && (
          <ul>
            {said.map(({ figure, value, counted }) => (
              <li key={figure}>
                {figures.get(figure) ?? figure} <b className="number">{numberOf(value)}</b>{' '}
                {value === counted ? null : (
                  <Tag tone="caution">{t('dailies.counted', { count: numberOf(counted) })}</Tag>
                )}
              </li>
            ))}
          </ul>
        ),
    },
    { key: 'note', title: t('dailies.note'), phone: 'wide', cell: ({ note }) => note ?? '' },
    ...(mayJudge
      ? [
          {
            key: 'acts',
            title: t('table.actions'),
            phone: 'wide' as const,
            cell: (village: Village) => <Judging village={village} />,
          },
        ]
      : []),
  ]
}

function Villages({ board }: { board: Board }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const columns = useVillageColumns(may(me, 'reporting.daily.step'))
  const order = (state: DailyState) => STATES.indexOf(state)
  const rows = board.villages.toSorted((a, b) => order(a.state) - order(b.state))
  return (
    <Card flush title={t('dailies.villages')}>
      <DataTable caption={t('dailies.villages')} columns={columns} rows={rows} rowKey={({ division }) => division} />
    </Card>
  )
}

/** Who has reported the day and who has not; the silent come first. */
export default function DailiesPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useQuery(dailiesQuery(search))
  const townships = useTownshipColumns(search)
  const [asking, setAsking] = useState(false)
  const change = (patch: DailiesSearch) => void navigate({ search: { ...search, ...patch } })
  const board = query.data
  return (
    <Page
      title={t('shell.dailies')}
      about={board?.form ? t('dailies.due', { due: dateTime(board.form.due) }) : t('dailies.about')}
      actions={
        <>
          <AreaChoice area={search.area} onPick={(area) => change({ area })} />
          <DayBox label={t('dailies.day')} value={search.day ?? board?.day} onChange={(day) => change({ day })} />
          {may(me, 'reporting.daily-form.add') && <Button onClick={() => setAsking(true)}>{t('dailies.ask')}</Button>}
        </>
      }
    >
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={30} />}
        empty={{
          when: ({ form }) => form === null,
          show: <Nothing title={t('dailies.none')}>{t('dailies.noneAbout')}</Nothing>,
        }}
      >
        {(whole) => (
          <div className="stack">
            <Card>
              <ul className="row">
                {STATES.map((state) => (
                  <li key={state}>
                    <StateTag state={state} /> <b className="number">{whole.states[state]}</b>
                  </li>
                ))}
              </ul>
            </Card>
            {whole.villages.length > 0 ? (
              <Villages board={whole} />
            ) : (
              <Card flush title={t('dailies.townships')}>
                <DataTable
                  caption={t('dailies.townships')}
                  columns={townships}
                  rows={whole.townships}
                  rowKey={({ division }) => division}
                />
              </Card>
            )}
          </div>
        )}
      </Loaded>
      <Suspense>{asking && <FormDialog day={board?.day ?? ''} onClose={() => setAsking(false)} />}</Suspense>
    </Page>
  )
}
