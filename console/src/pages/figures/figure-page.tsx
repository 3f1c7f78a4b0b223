import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type FigureSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { AreaChoice } from './area-choice.tsx'
import styles from './figures.module.css'
import { HistoryCards } from './history-cards.tsx'
import { KnownPicker } from './known-picker.tsx'
import { type Counted, catalogueQuery, type Figure, tableQuery, trendQuery } from './queries.ts'
import { TrendChart } from './trend-chart.tsx'
import { mayOpen, nameOf, numberOf, recordsOf, unitOf } from './words.ts'

const route = getRouteApi('/desk/figures/$name')
type Part = Counted['parts'][number]

function Definition({ figure, all, search }: { figure: Figure; all: readonly Figure[]; search: FigureSearch }) {
  const { t } = useTranslation()
  const whole = all.find(({ name }) => name === figure.subsetOf)
  const me = useQuery(meQuery).data
  const records = recordsOf(figure.owner, search, figure.name)
  return (
    <Card title={t('figures.definition')}>
      <dl className={styles.definition}>
        <dt>{t('figures.kind')}</dt>
        <dd>{t(`figures.kindAbout.${figure.kind}`)}</dd>
        <dt>{t('figures.unit')}</dt>
        <dd>{unitOf(figure)}</dd>
        {whole && (
          <>
            <dt>{t('figures.partOf')}</dt>
            <dd>
              <Link {...paths.figure(whole.name, search)}>{nameOf(whole)}</Link>
            </dd>
          </>
        )}
        <dt>{t('figures.owner')}</dt>
        <dd>{t(`figures.owners.${figure.owner as 'checkpoints'}`)}</dd>
        <dt>{t('figures.countedBy')}</dt>
        <dd className={styles.sql}>
          <code>{figure.sql}</code>
        </dd>
        <dt>{t('figures.version')}</dt>
        <dd>
          <code>{figure.name}</code> · {figure.version}
        </dd>
        {records && mayOpen(records.to, (verb) => may(me, verb)) && (
          <>
            <dt>{t('figures.records')}</dt>
            <dd>
              <Link {...records}>{t(`figures.owners.${figure.owner as 'checkpoints'}`)}</Link>
            </dd>
          </>
        )}
      </dl>
    </Card>
  )
}

function Parts({
  figure,
  counted,
  area,
  search,
}: {
  figure: Figure
  counted: Counted
  area: string
  search: FigureSearch
}) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const rows = counted.parts.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.division < b.division ? -1 : 1))
  const columns: Column<Part>[] = [
    {
      key: 'division',
      title: t('figures.area'),
      phone: 'heading',
      cell: ({ division }) =>
        division.length === 9 && division !== area ? (
          <Link {...paths.figure(counted.figure, { ...search, area: division })}>{divisionName(division)}</Link>
        ) : (
          divisionName(division)
        ),
    },
    {
      key: 'value',
      title: t('figures.value'),
      align: 'end',
      cell: ({ value }) => <span className="number">{numberOf(value, figure)}</span>,
    },
  ]
  return (
    <Card flush title={t('figures.byArea')}>
      {rows.length === 0 ? (
        <Nothing title={t('figures.noParts')} />
      ) : (
        <DataTable caption={t('figures.byArea')} columns={columns} rows={rows} rowKey={({ division }) => division} />
      )}
    </Card>
  )
}

/** One figure: what it means, what it is and was, where, and the records it counts. */
export default function FigurePage() {
  const { t } = useTranslation()
  const { name } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const livesAt = useCountyMoment()
  const asOf = search.asOf ?? livesAt ?? undefined
  const catalogue = useQuery(catalogueQuery)
  const all = catalogue.data?.items ?? []
  const figure = all.find((one) => one.name === name)
  const table = useQuery({
    ...tableQuery({ owner: figure?.owner, area: search.area, asOf, knownBy: search.knownBy }),
    enabled: figure !== undefined,
  })
  const counted = table.data?.items.find((one) => one.figure === name)
  const trend = useQuery({
    ...trendQuery((figure ?? { name: 'screened' as const }).name, { area: search.area, asOf, knownBy: search.knownBy }),
    enabled: figure !== undefined,
  })
  return (
    <Page
      title={figure ? nameOf(figure) : name}
      above={<Link {...paths.figures(search)}>{t('shell.figures')}</Link>}
      about={table.data && <time className="number">{dateTime(table.data.asOf)}</time>}
      actions={
        <>
          <AreaChoice area={search.area} onPick={(area) => void navigate({ search: { ...search, area } })} />
          <MomentPicker
            asOf={search.asOf}
            standsAt={livesAt}
            onPick={(moment) => void navigate({ search: { ...search, asOf: moment } })}
          />
          <KnownPicker
            knownBy={search.knownBy}
            onPick={(knownBy) => void navigate({ search: { ...search, knownBy } })}
          />
        </>
      }
    >
      {catalogue.data && !figure ? (
        <Nothing title={t('figures.unknown')} />
      ) : (
        <Loaded query={table} skeleton={<Skeleton lines={8} height={30} />} empty="never">
          {({ area }) =>
            figure && counted ? (
              <div className={styles.split}>
                <div className="stack">
                  <Card>
                    <p className={styles.value} data-testid="value">
                      {numberOf(counted.value, figure)} <span>{unitOf(figure)}</span>
                    </p>
                    {counted.value === null && <p>{t('figures.notReported')}</p>}
                    {counted.knownNow && <Tag tone="caution">{t('figures.onlyKnownNow')}</Tag>}
                  </Card>
                  <Card title={t('figures.trend')}>
                    <Loaded query={trend} skeleton={<Skeleton lines={6} />} empty="never">
                      {(days) => (
                        <>
                          {days.knownNow && <Tag tone="caution">{t('figures.onlyKnownNow')}</Tag>}
                          <TrendChart figure={figure} trend={days} />
                        </>
                      )}
                    </Loaded>
                  </Card>
                  <Definition figure={figure} all={all} search={search} />
                  <HistoryCards figure={figure} search={search} asOf={asOf} />
                </div>
                <Parts figure={figure} counted={counted} area={area} search={search} />
              </div>
            ) : (
              <Nothing title={t('figures.unknown')} />
            )
          }
        </Loaded>
      )}
    </Page>
  )
}
