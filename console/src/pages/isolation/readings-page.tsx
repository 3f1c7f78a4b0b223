import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths, type ReadingsSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Views } from '../../ui/filters.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { useDivisionName } from '../places/queries.ts'
import { BoardView, Figures } from './board-view.tsx'
import { ClimbingView } from './climbing-view.tsx'
import { DoubtfulView } from './doubtful-view.tsx'
import styles from './readings.module.css'
import { boardQuery } from './readings-queries.ts'
import { WorkView } from './work-view.tsx'

const route = getRouteApi('/desk/isolation/readings')
type View = NonNullable<ReadingsSearch['view']>
const views: View[] = ['board', 'climbing', 'work', 'doubtful']

/** Who was measured today and who was not, office by office; behind every number the people it counts. */
export default function ReadingsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const divisionName = useDivisionName()
  const { view = 'board', area, asOf } = search
  const standsAt = useCountyMoment()
  const board = useQuery(boardQuery(area, asOf))
  const go = (patch: ReadingsSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const shown = area ?? me?.division ?? ''
  const above = shown.slice(0, shown.length - 3)
  const mayGoUp = shown.length > 6 && above.startsWith(me?.division ?? ' ')
  const seesPeople = may(me, 'isolation.reading.list-work')
  return (
    <Page
      title={t('readings.title')}
      about={t('readings.about')}
      actions={<MomentPicker asOf={asOf} standsAt={standsAt} onPick={(picked) => go({ asOf: picked })} />}
    >
      <div className={styles.above}>
        <span className="row">
          {mayGoUp && (
            <button type="button" className="plain-button" onClick={() => go({ area: above })}>
              ‹ {divisionName(above)}
            </button>
          )}
          <b>{divisionName(shown)}</b>
        </span>
        <nav className="row" aria-label={t('readings.title')}>
          <Link {...paths.readingPlan()}>{t('readings.plan')}</Link>
          {seesPeople && (
            <Link {...paths.readingSheets({ division: shown.length === 12 ? shown : undefined })}>
              {t('readings.sheets')}
            </Link>
          )}
        </nav>
      </div>
      <Loaded
        query={board}
        skeleton={
          <Card>
            <Skeleton lines={4} height={40} />
          </Card>
        }
        empty="never"
      >
        {(counted) => (
          <>
            <Figures board={counted} search={search} />
            {seesPeople && (
              <div>
                <Views<View>
                  label={t('readings.views')}
                  value={view}
                  options={views.map((one) => [one, t(`readings.view.${one}`)] as const)}
                  onChange={(wanted) => go({ view: wanted === 'board' ? undefined : wanted, level: undefined })}
                />
              </div>
            )}
            {view === 'board' && <BoardView board={counted} onChoose={(wanted) => go({ area: wanted })} />}
            {view === 'climbing' && <ClimbingView search={search} onGo={go} />}
            {view === 'work' && <WorkView area={area} />}
            {view === 'doubtful' && <DoubtfulView search={search} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}
