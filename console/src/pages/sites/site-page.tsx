import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths, type SiteSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { LookedAt } from '../../ui/fact-dialog.tsx'
import { Views } from '../../ui/filters.tsx'
import { dayOf, number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { useDivisionName } from '../places/queries.ts'
import { DiaryView } from './diary-view.tsx'
import { DisinfectionView } from './disinfection-view.tsx'
import { MattersList } from './matters.tsx'
import { MealsView } from './meals-view.tsx'
import { PeopleView } from './people-view.tsx'
import { type Board, boardQuery, type Capacity } from './queries.ts'
import { RoomsView } from './rooms-view.tsx'
import { ShiftsView } from './shifts-view.tsx'
import styles from './sites.module.css'
import { TransfersView } from './transfers-view.tsx'

const TakeIn = lazy(() => import('./take-in.tsx').then((module) => ({ default: module.TakeIn })))
const TurnSite = lazy(() => import('./new-site.tsx').then((module) => ({ default: module.TurnSite })))

const route = getRouteApi('/desk/sites/$siteId')
type View = NonNullable<SiteSearch['view']>
const views: View[] = ['rooms', 'people', 'meals', 'transfers', 'disinfection', 'shifts', 'diary']

function Figures({ capacity }: { capacity: Capacity }) {
  const { t } = useTranslation()
  const { persons, rooms, occupied, free, toDisinfect, outOfUse } = capacity
  const figures: [string, number, string?][] = [
    [t('sites.persons'), persons],
    [t('sites.rooms'), rooms],
    [t('sites.state.occupied'), occupied],
    [t('sites.state.free'), free, 'ok'],
    [t('sites.state.to-disinfect'), toDisinfect, 'caution'],
    [t('sites.state.out-of-use'), outOfUse],
  ]
  return (
    <dl className={styles.figures} aria-label={t('sites.figures')}>
      {figures.map(([name, value, tone]) => (
        <div key={name} className={styles.figure} data-tone={value > 0 ? tone : undefined}>
          <dt>{name}</dt>
          <dd>{number(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Shown({ view, board, asOf }: { view: View; board: Board; asOf: string | undefined }) {
  switch (view) {
    case 'rooms':
      return <RoomsView board={board} asOf={asOf} />
    case 'people':
      return <PeopleView board={board} asOf={asOf} />
    case 'meals':
      return <MealsView board={board} />
    case 'transfers':
      return <TransfersView board={board} />
    case 'disinfection':
      return <DisinfectionView board={board} />
    case 'shifts':
      return <ShiftsView board={board} />
    case 'diary':
      return <DiaryView board={board} />
    default:
      return view satisfies never
  }
}

const DAY_MS = 86_400_000
/** A county of an event of the past lives at a moment of its own. */
const pastOf = (moment: string) => (Date.now() - Date.parse(moment) > DAY_MS ? moment : undefined)

/** One site: its rooms as they stand, what is open, and everything that is done for those who live there. */
export default function SitePage() {
  const { t } = useTranslation()
  const { siteId } = route.useParams()
  const { view = 'rooms', asOf } = route.useSearch()
  const standsAt = useCountyMoment()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const divisionName = useDivisionName()
  const query = useQuery(boardQuery(siteId, asOf))
  const [asking, setAsking] = useState<'take-in' | 'turn' | null>(null)
  const go = (patch: SiteSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const site = query.data?.site
  return (
    <Page
      title={site?.name ?? t('sites.title')}
      above={<Link {...paths.sites({ asOf })}>‹ {t('sites.title')}</Link>}
      about={site ? `${divisionName(site.division)} · ${site.location} · ${site.documentNo}` : ' '}
      actions={
        <>
          <MomentPicker asOf={asOf} standsAt={standsAt} onPick={(moment) => go({ asOf: moment })} />
          {site && may(me, 'sites.site.turn') && (
            <Button onClick={() => setAsking('turn')}>
              {t(`sites.turn.${site.closedAt ? 'reopened' : 'closed'}`)}
            </Button>
          )}
          <Button type="primary" disabled={!site || site.closedAt !== null} onClick={() => setAsking('take-in')}>
            {t('sites.takeIn')}
          </Button>
        </>
      }
    >
      <Loaded
        query={query}
        skeleton={
          <Card>
            <Skeleton lines={8} height={32} />
          </Card>
        }
        empty="never"
      >
        {(board) => (
          <LookedAt value={asOf ?? pastOf(board.asOf)}>
            {board.site.closedAt && <p>{t('sites.closedOn', { day: dayOf(board.site.closedAt) })}</p>}
            <Figures capacity={board.site.capacity} />
            <Card title={t('sites.matters')}>
              <MattersList matters={board.matters} />
            </Card>
            <div>
              <Views<View>
                label={t('sites.views')}
                value={view}
                options={views.map((one) => [one, t(`sites.view.${one}`)] as const)}
                onChange={(wanted) => go({ view: wanted === 'rooms' ? undefined : wanted })}
              />
            </div>
            <Shown view={view} board={board} asOf={asOf} />
            <Suspense>
              {asking === 'take-in' && <TakeIn board={board} onClose={() => setAsking(null)} />}
              {asking === 'turn' && <TurnSite site={board.site} onClose={() => setAsking(null)} />}
            </Suspense>
          </LookedAt>
        )}
      </Loaded>
    </Page>
  )
}
