import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FigureLink } from '../../ui/figure-link.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { catalogueQuery, type Figure } from '../figures/queries.ts'
import { nameOf, numberOf } from '../figures/words.ts'
import { useDivisionName } from '../places/queries.ts'
import { type Board, type DailyState, STATES, touchesDailies, type Village } from './queries.ts'
import { StateTag } from './state-tag.tsx'

const ReturnDialog = lazy(() => import('./return-dialog.tsx').then((module) => ({ default: module.ReturnDialog })))

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

interface SaidProps {
  said: Village['said'][number] & { missing?: number }
  figure: Figure | undefined
  area: string
  asOf: string | undefined
}
/** What a village said beside what its records say; what it has not said is a dash, whatever its records say. */
export function Said({ said: { figure: name, value, counted, missing = 0 }, figure, area, asOf }: SaidProps) {
  const { t } = useTranslation()
  const told = t('dailies.counted', { count: numberOf(counted, figure) })
  return (
    <li>
      {figure ? (
        <FigureLink figure={figure.name} area={area} asOf={asOf}>
          {nameOf(figure)}
        </FigureLink>
      ) : (
        name
      )}{' '}
      <b className="number">{numberOf(value, figure)}</b>{' '}
      {missing > 0 && <span className="muted small">{t('dailies.missing', { count: missing })} </span>}
      {value === null || value === counted ? (
        <span className="muted small">{told}</span>
      ) : (
        <Tag tone="caution">{told}</Tag>
      )}
    </li>
  )
}

function useVillageColumns(mayJudge: boolean, countedAt: string | undefined): Column<Village>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const figures = new Map(useQuery(catalogueQuery).data?.items.map((one) => [one.name as string, one]))
  return [
    { key: 'name', title: t('figures.area'), phone: 'heading', cell: ({ division }) => divisionName(division) },
    { key: 'state', title: t('reports.stands'), cell: ({ state, late }) => <StateTag state={state} late={late} /> },
    {
      key: 'said',
      title: t('dailies.saidAndCounted'),
      phone: 'wide',
      cell: ({ division, said }) => (
        <ul>
          {said.map((one) => (
            <Said key={one.figure} said={one} figure={figures.get(one.figure)} area={division} asOf={countedAt} />
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

/** Records are counted as of the hour at which reports were due, or as of now before it. */
export const countedAt = ({ form, asOf }: Board): string | undefined =>
  form ? new Date(Math.min(Date.parse(form.due), Date.parse(asOf))).toISOString() : undefined

export function Villages({ board }: { board: Board }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const columns = useVillageColumns(may(me, 'reporting.daily.step'), countedAt(board))
  const order = (state: DailyState) => STATES.indexOf(state)
  const rows = board.villages.toSorted((a, b) => order(a.state) - order(b.state))
  return (
    <Card flush title={t('dailies.villages')}>
      <DataTable caption={t('dailies.villages')} columns={columns} rows={rows} rowKey={({ division }) => division} />
    </Card>
  )
}
