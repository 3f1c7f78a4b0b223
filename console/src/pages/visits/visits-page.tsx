import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths, type VisitsSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Choice, Views } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { DoorsView } from './doors-view.tsx'
import { ProgressView } from './progress-view.tsx'
import { progressQuery, type Round, roundsQuery } from './queries.ts'
import { RoundFigures } from './round-figures.tsx'
import styles from './visits.module.css'

const RoundDialog = lazy(() => import('./round-dialog.tsx').then((module) => ({ default: module.RoundDialog })))
const EndRound = lazy(() => import('./round-dialog.tsx').then((module) => ({ default: module.EndRound })))

const route = getRouteApi('/desk/visits')
type View = NonNullable<VisitsSearch['view']>
const views: View[] = ['progress', 'not-met', 'refused', 'to-visit']

function Ways() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  return (
    <nav className={styles.links} aria-label={t('visits.title')}>
      {may(me, 'visits.follow-up.list') && <Link {...paths.followUps()}>{t('visits.followUps')}</Link>}
      {may(me, 'visits.card.find') && <Link {...paths.reEntry()}>{t('visits.reEntry')}</Link>}
      {may(me, 'visits.card.print') && <Link {...paths.cards()}>{t('visits.cards')}</Link>}
      <Link {...paths.questionnaires()}>{t('visits.questionnaires')}</Link>
    </nav>
  )
}

/** Where the round stands, area by area and hour by hour, and behind which doors nobody was met. */
export default function VisitsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const rounds = useQuery(roundsQuery)
  const [asking, setAsking] = useState<'call' | 'end' | null>(null)
  const go = (patch: VisitsSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const round = rounds.data?.items.find(({ id }) => id === search.round) ?? rounds.data?.items[0]
  const mayCall = may(me, 'visits.round.open')
  return (
    <Page
      title={t('visits.title')}
      about={t('visits.about')}
      actions={
        <>
          <MomentPicker asOf={search.asOf} onPick={(asOf) => go({ asOf })} />
          {mayCall && (
            <Button type="primary" onClick={() => setAsking('call')}>
              {t('visits.newRound')}
            </Button>
          )}
        </>
      }
    >
      <Ways />
      <Loaded
        query={rounds}
        skeleton={<Skeleton lines={6} height={40} />}
        empty={{
          when: ({ items }) => items.length === 0,
          show: (
            <Card>
              <Nothing title={t('visits.noRounds')}>{t('visits.noRoundsWhy')}</Nothing>
            </Card>
          ),
        }}
      >
        {({ items }) =>
          round && (
            <OneRound rounds={items} round={round} search={search} onGo={go}>
              {mayCall && round.endedAt === null && round.area.startsWith(me?.division ?? '') && (
                <Button size="small" onClick={() => setAsking('end')}>
                  {t('roundForm.end')}
                </Button>
              )}
            </OneRound>
          )
        }
      </Loaded>
      <Suspense>
        {asking === 'call' && (
          <RoundDialog onClose={() => setAsking(null)} onCalled={(id) => go({ round: id, area: undefined })} />
        )}
        {asking === 'end' && round && <EndRound round={round} onClose={() => setAsking(null)} />}
      </Suspense>
    </Page>
  )
}

interface OneRoundProps {
  rounds: Round[]
  round: Round
  search: VisitsSearch
  onGo(patch: VisitsSearch): void
  children: React.ReactNode
}
function OneRound({ rounds, round, search, onGo, children }: OneRoundProps) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const me = useQuery(meQuery).data
  const mayListDoors = may(me, 'visits.home.list')
  const { area, asOf } = search
  const view = mayListDoors ? (search.view ?? 'progress') : 'progress'
  const progress = useQuery(progressQuery(round.id, area, asOf))
  const shown = progress.data?.area ?? area ?? round.area
  const above = shown.slice(0, shown.length - 3)
  const mayGoUp = shown.length > 6 && above.startsWith(me?.division ?? ' ') && above.startsWith(round.area)
  return (
    <>
      <div className={styles.above}>
        <span className="row">
          <Choice
            label={t('visits.round')}
            value={search.round}
            any={rounds[0]?.title ?? ''}
            options={rounds.slice(1).map(({ id, title, areaName }) => [id, `${title} · ${areaName}`] as const)}
            onChange={(id) => onGo({ round: id, area: undefined })}
          />
          <span className="small muted number">{t('visits.startedAt', { time: dateTime(round.startedAt) })}</span>
          <Tag tone={round.endedAt ? 'plain' : 'brand'}>
            {round.endedAt ? t('visits.ended', { time: dateTime(round.endedAt) }) : t('visits.running')}
          </Tag>
          {children}
        </span>
        <span className="row">
          {mayGoUp && (
            <button type="button" className="plain-button" onClick={() => onGo({ area: above })}>
              ‹ {divisionName(above)}
            </button>
          )}
          <b>{divisionName(shown)}</b>
        </span>
      </div>
      <Loaded
        query={progress}
        skeleton={
          <Card>
            <Skeleton lines={4} height={40} />
          </Card>
        }
        empty="never"
      >
        {(board) => (
          <>
            <RoundFigures progress={board} search={search} mayListDoors={mayListDoors} />
            {mayListDoors && (
              <div>
                <Views<View>
                  label={t('visits.views')}
                  value={view}
                  options={(views.includes(view) ? views : [...views, view]).map(
                    (one) => [one, t(`visits.view.${one}`)] as const,
                  )}
                  onChange={(wanted) => onGo({ view: wanted === 'progress' ? undefined : wanted })}
                />
              </div>
            )}
            {view === 'progress' ? (
              <ProgressView progress={board} asOf={asOf} onChoose={(wanted) => onGo({ area: wanted })} />
            ) : (
              <DoorsView roundId={round.id} state={view} area={shown} isPast={asOf !== undefined} />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}
