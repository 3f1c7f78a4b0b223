import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { OrderIsolation } from '../isolation/order-isolation.tsx'
import { useDivisionName } from '../places/queries.ts'
import { Sheets } from './answers.tsx'
import { saveJson } from './files.ts'
import { type HouseholdVisits, householdVisitsQuery, type Visit } from './queries.ts'
import { StateTag } from './state-tag.tsx'
import styles from './visits.module.css'

const CorrectVisit = lazy(() => import('./correct-visit.tsx').then((module) => ({ default: module.CorrectVisit })))

const route = getRouteApi('/desk/visits/households/$householdId')

function ExportButton({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const fetched = useOperation(
    () => answer(api.GET('/visits/{visitId}/responses', { params: { header, path: { visitId: visit.id } } })),
    { onDone: (bundle) => saveJson(bundle, `visit-${visit.id}.fhir.json`) },
  )
  return (
    <>
      <Button size="small" type="text" loading={fetched.busy} onClick={() => fetched.send(undefined)}>
        {t('homeVisits.export')}
      </Button>
      {fetched.refusal ? <ProblemNotice error={fetched.refusal} /> : null}
    </>
  )
}

interface OneVisitProps {
  visit: Visit
  visits: HouseholdVisits
  onCorrect: ((visit: Visit) => void) | null
}
function OneVisit({ visit, visits, onCorrect }: OneVisitProps) {
  const { t } = useTranslation()
  const isVoid = visit.voided || visit.correctedBy !== null
  return (
    <li className={styles.visit} data-void={isVoid}>
      <div className={styles.visitHead}>
        <time className="number">
          <b>{dateTime(visit.occurredAt)}</b>
        </time>
        <StateTag state={visit.outcome} />
        {visit.attempt !== null && <Tag tone="caution">{t('homeVisits.attemptNth', { count: visit.attempt })}</Tag>}
        {visit.voided && <Tag>{t('homeVisits.voided')}</Tag>}
        {visit.correctedBy !== null && <Tag>{t('homeVisits.corrected')}</Tag>}
        <span className="small muted">
          {visit.roundTitle} · {t(`homeVisits.way.${visit.way}`)} ·{' '}
          {t('homeVisits.received', { time: dateTime(visit.receivedAt) })}
        </span>
        {visit.sheets.length > 0 && <ExportButton visit={visit} />}
        {!isVoid && onCorrect && (
          <Button size="small" type="text" onClick={() => onCorrect(visit)}>
            {t('homeVisits.correct')}
          </Button>
        )}
      </div>
      {visit.why && <p className="small">{t('homeVisits.correction', { why: visit.why })}</p>}
      {visit.note && <p className="small">{visit.note}</p>}
      <Sheets visit={visit} questionnaires={visits.questionnaires} />
      {visit.followUps.length > 0 && (
        <p className="row small" style={{ marginTop: 8 }}>
          {t('homeVisits.opened')}
          {visit.followUps.map(({ id, kind, outcome }) => (
            <Tag key={id} tone={outcome && outcome !== 'unreachable' ? 'ok' : 'alarm'}>
              {t(`followUps.kind.${kind}`)}
              {outcome && ` · ${t(`followUps.outcome.${outcome}`)}`}
            </Tag>
          ))}
        </p>
      )}
      {!isVoid && (visit.outcome === 'met' || visit.outcome === 'phone') && (
        <p className="row small" style={{ marginTop: 8 }}>
          {visits.members.map(({ person }) => (
            <OrderIsolation
              key={person.id}
              person={person.id}
              who={person.name ?? t('doors.unnamed')}
              source="visit"
              record={visit.id}
              division={visit.division}
              household={visits.householdId}
            />
          ))}
        </p>
      )}
    </li>
  )
}

/** Everything that happened at one door: every knock, what came of it, what was answered and what that opened. */
export default function HouseholdVisitsPage() {
  const { t } = useTranslation()
  const { householdId } = route.useParams()
  const { header } = usePurpose()
  const me = useQuery(meQuery).data
  const query = useQuery(householdVisitsQuery(householdId, header))
  const divisionName = useDivisionName()
  const [correcting, setCorrecting] = useState<Visit | null>(null)
  const data = query.data
  const names = data?.members.map(({ person }) => person.name ?? t('doors.unnamed')).join('、')
  return (
    <Page
      title={data?.door ? `${t('homeVisits.title')} · ${data.door}` : t('homeVisits.title')}
      above={<Link {...paths.visits()}>‹ {t('visits.title')}</Link>}
      about={data ? [divisionName(data.division), names].filter(Boolean).join(' · ') : ' '}
      actions={
        <>
          <PurposeChoice />
          <Link {...paths.household(householdId)}>{t('homeVisits.toHousehold')}</Link>
          <Link {...paths.chain(householdId)}>{t('doors.whoIsResponsible')}</Link>
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} />} empty="never">
        {(visits) => (
          <>
            {visits.rounds.length > 0 && (
              <Card title={t('homeVisits.rounds')}>
                <ul className="row">
                  {visits.rounds.map(({ roundId, title, state, attempts }) => (
                    <li key={roundId} className="row">
                      <Link {...paths.visits({ round: roundId })}>{title}</Link>
                      <StateTag state={state} />
                      {attempts > 0 && <span className="small muted">{t('doors.attempt', { count: attempts })}</span>}
                    </li>
                  ))}
                </ul>
              </Card>
            )}
            <Card flush title={t('homeVisits.title')}>
              {visits.visits.length === 0 ? (
                <Nothing title={t('homeVisits.none')}>{t('homeVisits.noneWhy')}</Nothing>
              ) : (
                <ul>
                  {visits.visits.map((visit) => (
                    <OneVisit
                      key={visit.id}
                      visit={visit}
                      visits={visits}
                      onCorrect={may(me, 'visits.visit.record') ? setCorrecting : null}
                    />
                  ))}
                </ul>
              )}
            </Card>
          </>
        )}
      </Loaded>
      {correcting && (
        <Suspense>
          <CorrectVisit visit={correcting} householdId={householdId} onClose={() => setCorrecting(null)} />
        </Suspense>
      )}
    </Page>
  )
}
