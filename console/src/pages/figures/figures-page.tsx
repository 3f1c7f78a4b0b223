import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type FigureSearch, paths } from '../../paths.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AreaChoice } from './area-choice.tsx'
import { KnownPicker } from './known-picker.tsx'
import { type Counted, catalogueQuery, type Figure, tableQuery } from './queries.ts'
import { nameOf, numberOf, unitOf } from './words.ts'

const route = getRouteApi('/desk/figures')

function useColumns(
  counted: ReadonlyMap<string, Counted>,
  all: readonly Figure[],
  search: FigureSearch,
): Column<Figure>[] {
  const { t } = useTranslation()
  const named = new Map(all.map((one) => [one.name as string, one]))
  return [
    {
      key: 'name',
      title: t('figures.name'),
      phone: 'heading',
      cell: (one) => <Link {...paths.figure(one.name, search)}>{nameOf(one)}</Link>,
    },
    {
      key: 'value',
      title: t('figures.value'),
      align: 'end',
      cell: (one) => (
        <>
          {counted.get(one.name)?.knownNow && <Tag tone="caution">{t('figures.onlyKnownNow')}</Tag>}{' '}
          <b className="number">{numberOf(counted.get(one.name)?.value, one)}</b>
        </>
      ),
    },
    { key: 'unit', title: t('figures.unit'), phone: 'leave-out', cell: (one) => unitOf(one) },
    { key: 'kind', title: t('figures.kind'), phone: 'leave-out', cell: (one) => t(`figures.kinds.${one.kind}`) },
    {
      key: 'subsetOf',
      title: t('figures.partOf'),
      phone: 'leave-out',
      cell: ({ subsetOf }) => {
        const whole = named.get(subsetOf ?? '')
        return whole ? <Link {...paths.figure(whole.name, search)}>{nameOf(whole)}</Link> : '—'
      },
    },
    { key: 'key', title: t('figures.key'), phone: 'leave-out', cell: (one) => <code>{one.name}</code> },
    { key: 'version', title: t('figures.version'), phone: 'leave-out', align: 'end', cell: (one) => one.version },
  ]
}

/** Everything the county counts, with what it is now or was at any moment. */
export default function FiguresPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const livesAt = useCountyMoment()
  const asOf = search.asOf ?? livesAt ?? undefined
  const catalogue = useQuery(catalogueQuery)
  const table = useQuery(tableQuery({ area: search.area, asOf, knownBy: search.knownBy }))
  const counted = new Map(table.data?.items.map((one) => [one.figure as string, one]))
  const columns = useColumns(counted, catalogue.data?.items ?? [], search)
  const owners = [...new Set(catalogue.data?.items.map(({ owner }) => owner))]
  return (
    <Page
      title={t('shell.figures')}
      about={
        <>
          {t('figures.about')} {table.data && <time className="number">{dateTime(table.data.asOf)}</time>}
        </>
      }
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
      <Loaded
        query={table}
        skeleton={
          <Card>
            <Skeleton lines={10} height={28} />
          </Card>
        }
        empty={{ when: (data) => data.items.length === 0, show: <Nothing title={t('figures.none')} /> }}
      >
        {() => (
          <div className="stack">
            {owners.map((owner) => (
              <Card key={owner} flush title={t(`figures.owners.${owner as 'checkpoints'}`)}>
                <DataTable
                  caption={t(`figures.owners.${owner as 'checkpoints'}`)}
                  columns={columns}
                  rows={catalogue.data?.items.filter((one) => one.owner === owner) ?? []}
                  rowKey={({ name }) => name}
                />
              </Card>
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  )
}
