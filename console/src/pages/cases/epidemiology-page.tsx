import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type EpidemiologySearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Choice, FilterBar, Views } from '../../ui/filters.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { divisionsQuery } from '../places/queries.ts'
import styles from './cases.module.css'
import { CurveChart } from './curve-chart.tsx'
import { DelayTable, ThroughOthersNote } from './delay-table.tsx'
import { curveQuery, delaysQuery, treeQuery } from './queries.ts'
import { ReproductionCard } from './reproduction-card.tsx'
import { TreeChart } from './tree-chart.tsx'

const route = getRouteApi('/desk/epidemiology')

/** How the disease goes through the county: when, how fast, and from whom to whom. */
export default function EpidemiologyPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const divisions = useQuery(divisionsQuery).data ?? []
  const townships = divisions.filter(({ code }) => code.length === 9 && code.startsWith(me?.division ?? ''))
  const change = (patch: EpidemiologySearch) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
  return (
    <Page
      title={t('epidemiology.title')}
      above={may(me, 'cases.case.list') && <Link {...paths.cases()}>{t('cases.title')}</Link>}
      about={t('epidemiology.about')}
    >
      {townships.length > 1 && (
        <FilterBar>
          <Choice
            label={t('cases.area')}
            value={search.area}
            any={t('cases.wholeArea')}
            options={townships.map(({ code, name }) => [code, name] as const)}
            onChange={(area) => change({ area })}
          />
        </FilterBar>
      )}
      <CurveCard search={search} onChange={change} />
      <ReproductionCard area={search.area} suspected={search.suspected === 'yes'} />
      <DelaysCard search={search} onChange={change} />
      {may(me, 'cases.tree.read') && <TreeCard area={search.area} />}
    </Page>
  )
}

interface CardProps {
  search: EpidemiologySearch
  onChange(patch: EpidemiologySearch): void
}

function CurveCard({ search: { area, by: chosen }, onChange }: CardProps) {
  const { t } = useTranslation()
  const by = chosen ?? 'onset'
  const query = useQuery(curveQuery(area, by))
  return (
    <Card
      title={t('epidemiology.curve')}
      flush
      extra={
        <Views<'onset' | 'found'>
          label={t('epidemiology.curveBy')}
          value={by}
          options={[
            ['onset', t('epidemiology.byOnset')],
            ['found', t('epidemiology.byFound')],
          ]}
          onChange={(value) => onChange({ by: value === 'found' ? 'found' : undefined })}
        />
      }
    >
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={28} />}
        empty={{
          when: ({ days, withoutOnset }) => days.length + withoutOnset.length === 0,
          show: <Nothing title={t('epidemiology.noCurve')} />,
        }}
      >
        {(curve) => <CurveChart curve={curve} />}
      </Loaded>
    </Card>
  )
}

function DelaysCard({ search, onChange }: CardProps) {
  const { t } = useTranslation()
  const query = useQuery(delaysQuery(search.area, search.suspected === 'yes'))
  return (
    <Card
      title={t('epidemiology.delays')}
      flush
      extra={
        <Views
          label={t('cases.status')}
          value={search.suspected ?? 'no'}
          options={[
            ['no', t('epidemiology.onlyConfirmed')],
            ['yes', t('epidemiology.withSuspected')],
          ]}
          onChange={(value) => onChange({ suspected: value === 'yes' ? 'yes' : undefined })}
        />
      }
    >
      <p className={styles.note}>{t('epidemiology.delaysAbout')}</p>
      <Loaded query={query} skeleton={<Skeleton lines={6} height={28} />} empty="never">
        {({ incubation, serialInterval }) => (
          <>
            <DelayTable title={t('epidemiology.incubation')} delays={incubation} />
            <ThroughOthersNote found={incubation.throughOthers} />
            <DelayTable title={t('epidemiology.serialInterval')} delays={serialInterval} />
          </>
        )}
      </Loaded>
    </Card>
  )
}

function TreeCard({ area }: { area: string | undefined }) {
  const { t } = useTranslation()
  const query = useQuery(treeQuery(area))
  return (
    <Card title={t('epidemiology.tree')} flush>
      <p className={styles.note}>{t('epidemiology.treeAbout')}</p>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={28} />}
        empty={{ when: ({ cases }) => cases.length === 0, show: <Nothing title={t('epidemiology.noTree')} /> }}
      >
        {(tree) => <TreeChart tree={tree} />}
      </Loaded>
    </Card>
  )
}
