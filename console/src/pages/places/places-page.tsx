import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PlacesSearch } from '../../paths.ts'
import { Views } from '../../ui/filters.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { CheckpointsTab } from './checkpoints-tab.tsx'
import { CompoundsTab } from './compounds-tab.tsx'
import { DivisionTree } from './division-tree.tsx'
import { MapTab } from './map-tab.tsx'
import styles from './places.module.css'
import { divisionsQuery, useDivisionName } from './queries.ts'

const route = getRouteApi('/desk/places')
type Tab = NonNullable<PlacesSearch['tab']>

/** Where everything is: the division tree on the left chooses what the right side shows. */
export default function PlacesPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const divisions = useQuery(divisionsQuery)
  const divisionName = useDivisionName()
  const change = (patch: PlacesSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const tab = search.tab ?? 'map'
  const villages = divisions.data?.filter(({ level }) => level === 'village').length ?? 0
  const communities = divisions.data?.filter(({ level }) => level === 'community').length ?? 0
  const townships = divisions.data?.filter(({ level }) => level === 'township').length ?? 0
  return (
    <Page
      title={t('shell.places')}
      about={divisions.data ? t('places.counts', { townships, villages, communities }) : ' '}
      actions={
        <Views<Tab>
          label={t('access.view')}
          value={tab}
          options={[
            ['map', t('places.tab.map')],
            ['checkpoints', t('places.tab.checkpoints')],
            ['compounds', t('places.tab.compounds')],
          ]}
          onChange={(wanted) => change({ tab: wanted === 'map' ? undefined : wanted, place: undefined })}
        />
      }
    >
      <Loaded
        query={divisions}
        skeleton={
          <Card>
            <Skeleton lines={10} height={26} />
          </Card>
        }
        empty={{
          when: (data) => data.length === 0,
          show: (
            <Card>
              <Nothing title={t('overview.noTownships')}>{t('places.noneWhy')}</Nothing>
            </Card>
          ),
        }}
      >
        {(data) => (
          <div className={styles.columns}>
            <DivisionTree
              divisions={data}
              chosen={search.division}
              onChoose={(division) => change({ division, place: undefined })}
            />
            <div className="stack">
              <h2 className={styles.where}>
                {search.division ? divisionName(search.division) : t('places.wholeCounty')}
              </h2>
              {tab === 'map' && <MapTab search={search} divisions={data} onChange={change} />}
              {tab === 'checkpoints' && <CheckpointsTab search={search} onChange={change} />}
              {tab === 'compounds' && <CompoundsTab search={search} onChange={change} />}
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}
