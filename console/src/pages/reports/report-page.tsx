import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { saveFile } from '../../ui/files.ts'
import { dateTime, exactTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { DifferencesCard } from './differences.tsx'
import { printed, type ReportDetails, reportQuery } from './queries.ts'
import { ReportText } from './report-text.tsx'
import styles from './reports.module.css'
import { SentUpCard } from './sent-up.tsx'
import { StateTag } from './state-tag.tsx'
import { type Act, actsOf } from './steps.ts'

const StepDialog = lazy(() => import('./step-dialog.tsx').then((module) => ({ default: module.StepDialog })))
const NewReportDialog = lazy(() => import('./new-report.tsx').then((module) => ({ default: module.NewReportDialog })))
const Editor = lazy(() => import('./editor.tsx').then((module) => ({ default: module.Editor })))
const route = getRouteApi('/desk/reports/$reportId')

const FILES = [
  ['pdf', 'zh', 'PDF 中文'],
  ['docx', 'zh', 'Word 中文'],
  ['pdf', 'en', 'PDF English'],
  ['docx', 'en', 'Word English'],
  ['json', undefined, 'JSON'],
  ['dhis2', undefined, 'DHIS2'],
] as const

/** The words of a page are in one language; data carry both. */
function Files({ report }: { report: ReportDetails }) {
  const { t } = useTranslation()
  const save = useOperation(async ([format, lang]: (typeof FILES)[number]) =>
    saveFile(await printed(report.id, { format, lang })),
  )
  return (
    <Card title={t('reports.files')}>
      {save.refusal ? <ProblemNotice error={save.refusal} /> : null}
      <div className="row">
        {FILES.map((one) => (
          <Button key={one[2]} loading={save.busy} onClick={() => save.send(one)}>
            {one[2]}
          </Button>
        ))}
      </div>
    </Card>
  )
}

function Check({ report }: { report: ReportDetails }) {
  const { t } = useTranslation()
  const tone = { error: 'alarm', explain: 'caution', notice: 'plain' } as const
  if (report.remarks.length === 0) return <Card title={t('reports.check')}>{t('reports.fits')}</Card>
  return (
    <Card title={t('reports.check')}>
      <ul className={styles.remarks}>
        {report.remarks.map((one) => (
          <li key={`${one.rule} ${one.at} ${one.zh}`}>
            <Tag tone={tone[one.weight]}>{t(`reports.weight.${one.weight}`)}</Tag>
            <span>{language() === 'en' ? one.en : one.zh}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Course({ report }: { report: ReportDetails }) {
  const { t } = useTranslation()
  return (
    <Card title={t('reports.course')}>
      <ol className={styles.course}>
        <li>
          {t('reports.counted')} <time className="number">{exactTime(report.countedAt)}</time>
        </li>
        {report.knownBy && (
          <li>
            {t('figures.knownBy')} <time className="number">{exactTime(report.knownBy)}</time>
          </li>
        )}
        {report.steps.map(({ step, at, note }) => (
          <li key={`${step} ${at}`}>
            {t(`reports.done.${step}`)} <time className="number">{exactTime(at)}</time>
            {note && <span className={styles.note}>{note}</span>}
          </li>
        ))}
      </ol>
      {report.seal && (
        <p className={styles.seal}>
          {t('reports.sealed', { number: report.seal.number })} <code>{report.seal.sha256}</code>
        </p>
      )}
    </Card>
  )
}

function Whole({ report }: { report: ReportDetails }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const [act, setAct] = useState<Act | null>(null)
  const [editing, setEditing] = useState(false)
  const goTo = useNavigate()
  const acts = actsOf(report, (verb) => may(me, verb))
  if (editing)
    return (
      <Suspense fallback={<Skeleton lines={8} height={30} />}>
        <Editor report={report} onClose={() => setEditing(false)} />
      </Suspense>
    )
  return (
    <div className={styles.split}>
      <ReportText report={report} />
      <div className="stack">
        <Card title={t('reports.next')}>
          <div className="row">
            {acts.map((one) => (
              <Button
                key={one}
                type={one === 'returned' || one === 'abandoned' || one === 'revised' ? 'default' : 'primary'}
                danger={one === 'abandoned'}
                onClick={() => (one === 'revised' ? setEditing(true) : setAct(one))}
              >
                {t(`reports.act.${one}`)}
              </Button>
            ))}
          </div>
          {report.state === 'submitted' && !report.mayCheck && <p>{t('reports.anotherChecks')}</p>}
        </Card>
        <Files report={report} />
        {report.sentUp && <SentUpCard reportId={report.id} sentUp={report.sentUp} />}
        {report.seal === null && <Check report={report} />}
        <DifferencesCard
          title={t('reports.since')}
          about={t('reports.sinceAbout')}
          asOf={report.asOf}
          rows={report.since}
        />
        {report.before && (
          <DifferencesCard
            title={t('reports.before')}
            asOf={report.asOf}
            about={<Link {...paths.report(report.before.id)}>{report.before.title}</Link>}
            rows={report.before.differences.filter(({ part }) => part === null)}
          />
        )}
        <Course report={report} />
      </div>
      <Suspense>
        {act === 'corrected' && (
          <NewReportDialog
            corrects={report}
            onClose={() => setAct(null)}
            onMade={(reportId) => {
              setAct(null)
              void goTo(paths.report(reportId))
            }}
          />
        )}
        {act && act !== 'corrected' && <StepDialog report={report} act={act} onClose={() => setAct(null)} />}
      </Suspense>
    </div>
  )
}

export default function ReportPage() {
  const { t } = useTranslation()
  const { reportId } = route.useParams()
  const query = useQuery(reportQuery(reportId))
  const divisionName = useDivisionName()
  const report = query.data
  return (
    <Page
      title={report?.title ?? t('shell.reports')}
      above={<Link {...paths.reports()}>{t('shell.reports')}</Link>}
      about={
        report && (
          <span className="row">
            <StateTag state={report.state} />
            <span>{divisionName(report.area)}</span>
            <time className="number">{dateTime(report.asOf)}</time>
          </span>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={10} height={30} />} empty="never">
        {(whole) => <Whole report={whole} />}
      </Loaded>
    </Page>
  )
}
