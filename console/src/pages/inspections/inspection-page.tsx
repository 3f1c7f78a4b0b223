import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { said } from '../visits/queries.ts'
import { FindingCard } from './finding-card.tsx'
import styles from './inspections.module.css'
import { checklistQuery, inspectionQuery, type Whole } from './queries.ts'

const CorrectDialog = lazy(() => import('./correct-dialog.tsx').then((module) => ({ default: module.CorrectDialog })))
const route = getRouteApi('/desk/inspections/$inspectionId')

/** One visit, what was wrong there, and what became of it. */
export default function InspectionPage() {
  const { t } = useTranslation()
  const { inspectionId } = route.useParams()
  const { asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const standsAt = useCountyMoment()
  const query = useQuery(inspectionQuery(inspectionId, asOf))
  const one = query.data?.inspection
  const me = useQuery(meQuery).data
  const [correcting, setCorrecting] = useState(false)
  const mayCorrect = one && !one.voided && !asOf && may(me, 'inspections.inspection.record')
  return (
    <Page
      title={one?.placeName ?? t('inspections.title')}
      above={<Link {...paths.inspections({ view: 'visits', asOf })}>‹ {t('inspections.title')}</Link>}
      about={
        one &&
        [
          t(`inspections.kind.${one.placeKind}`),
          one.divisionName === one.placeName ? '' : one.divisionName,
          dateTime(one.occurredAt),
        ]
          .filter(Boolean)
          .join(' · ')
      }
      actions={
        <>
          <MomentPicker
            asOf={asOf}
            standsAt={standsAt}
            onPick={(moment) => void navigate({ search: { asOf: moment } })}
          />
          {mayCorrect && <Button onClick={() => setCorrecting(true)}>{t('inspections.correct')}</Button>}
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={10} height={24} />} empty="never">
        {({ inspection, findings }) => (
          <>
            <About inspection={inspection} />
            <Card title={t('inspections.findings')}>
              {findings.length === 0 ? (
                <Nothing title={t('inspections.nothingWrong')} />
              ) : (
                findings.map((finding) => <FindingCard key={finding.id} finding={finding} />)
              )}
            </Card>
            <Answered inspection={inspection} />
            <Suspense>
              {correcting && <CorrectDialog inspection={inspection} onClose={() => setCorrecting(false)} />}
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function About({ inspection }: { inspection: Whole['inspection'] }) {
  const { t } = useTranslation()
  const { manner, planTitle, teamTitle, posts, note, voided, corrections } = inspection
  return (
    <Card>
      <div className="stack">
        <span className="row">
          <Tag tone={manner === 'led' ? 'brand' : 'plain'}>{t(`inspections.manner.${manner}`)}</Tag>
          {voided && <Tag tone="alarm">{t('inspections.voided')}</Tag>}
          {[planTitle, teamTitle].filter(Boolean).join(' · ')}
        </span>
        {posts.length > 0 && <span>{posts.map(({ title }) => title).join(t('inspections.comma'))}</span>}
        {note && <p>{note}</p>}
        {corrections.map(({ id, why, receivedAt }) => (
          <span key={id} className="muted small">
            {t('inspections.corrected', { why, at: dateTime(receivedAt) })}
          </span>
        ))}
      </div>
    </Card>
  )
}

/** What was answered, in the version that was asked. */
function Answered({ inspection }: { inspection: Whole['inspection'] }) {
  const { t } = useTranslation()
  const { checklist, answers, unanswered } = inspection
  const { key, version } = checklist ?? { key: '', version: 0 }
  const asked = useQuery({ ...checklistQuery(key, version), enabled: checklist !== null }).data
  if (!asked) return null
  const shown = (value: unknown): string =>
    value === true
      ? t('inspections.yes')
      : value === false
        ? t('inspections.no')
        : Array.isArray(value)
          ? value.join(' ')
          : String(value)
  return (
    <Card
      title={said(asked)}
      extra={
        <span className="muted small">
          {t('questionnaires.version', { version: asked.version })}
          {unanswered > 0 && ` · ${t('inspections.unanswered', { count: unanswered })}`}
        </span>
      }
    >
      <div className={styles.questions}>
        {asked.questions
          .filter(({ linkId }) => answers[linkId] !== undefined)
          .map((question) => (
            <div key={question.linkId} className={styles.question}>
              <span>{said(question)}</span>
              <Tag tone={answers[question.linkId] === false ? 'alarm' : 'plain'}>{shown(answers[question.linkId])}</Tag>
            </div>
          ))}
      </div>
    </Card>
  )
}
