import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { catalogueQuery } from '../figures/queries.ts'
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

export function Villages({ board }: { board: Board }) {
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
