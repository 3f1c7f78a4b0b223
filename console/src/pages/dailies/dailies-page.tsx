import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DailiesSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DayBox } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { AreaChoice } from '../figures/area-choice.tsx'
import { catalogueQuery } from '../figures/queries.ts'
import { useDivisionName } from '../places/queries.ts'
import { dailiesQuery, STATES, type Township } from './queries.ts'
import { StateTag } from './state-tag.tsx'
import { countedAt, Said, Villages } from './villages.tsx'

const FormDialog = lazy(() => import('./form-dialog.tsx').then((module) => ({ default: module.FormDialog })))
const route = getRouteApi('/desk/dailies')

function useTownshipColumns(search: DailiesSearch, asOf: string | undefined): Column<Township>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const figures = new Map(useQuery(catalogueQuery).data?.items.map((one) => [one.name as string, one]))
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
    {
      key: 'said',
      title: t('dailies.saidAndCounted'),
      phone: 'wide',
      cell: ({ division, said }) => (
        <ul>
          {said.map((one) => (
            <Said key={one.figure} said={one} figure={figures.get(one.figure)} area={division} asOf={asOf} />
          ))}
        </ul>
      ),
    },
  ]
}

/** Who has reported the day and who has not; the silent come first. */
export default function DailiesPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useQuery(dailiesQuery(search))
  const townships = useTownshipColumns(search, query.data && countedAt(query.data))
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
