import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime, temperature } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { OrderIsolation } from '../isolation/order-isolation.tsx'
import { useDivisionName } from '../places/queries.ts'
import { CardCard } from './card-card.tsx'
import styles from './cases.module.css'
import { ClocksCard } from './clocks-card.tsx'
import { ContactsCard } from './contacts-card.tsx'
import { ExplanationCard } from './explanation-card.tsx'
import { JournalCard } from './journal-card.tsx'
import { type CaseFile, caseQuery, type Entry } from './queries.ts'
import { SamplesCard } from './samples-card.tsx'
import { patientName, toneOf } from './words.ts'

const DecisionDialog = lazy(() =>
  import('./decision-dialog.tsx').then((module) => ({ default: module.DecisionDialog })),
)
const EvidenceDialog = lazy(() =>
  import('./evidence-dialog.tsx').then((module) => ({ default: module.EvidenceDialog })),
)
const ReportDialog = lazy(() => import('./report-dialog.tsx').then((module) => ({ default: module.ReportDialog })))
const SourceDialog = lazy(() => import('./source-dialog.tsx').then((module) => ({ default: module.SourceDialog })))
const TakeBackDialog = lazy(() =>
  import('./take-back-dialog.tsx').then((module) => ({ default: module.TakeBackDialog })),
)
const OnsetDialog = lazy(() => import('./small-dialogs.tsx').then((module) => ({ default: module.OnsetDialog })))
const SampleDialog = lazy(() => import('./small-dialogs.tsx').then((module) => ({ default: module.SampleDialog })))
const ResultDialog = lazy(() => import('./small-dialogs.tsx').then((module) => ({ default: module.ResultDialog })))
const InvestigationDialog = lazy(() =>
  import('./small-dialogs.tsx').then((module) => ({ default: module.InvestigationDialog })),
)

const route = getRouteApi('/desk/cases/$caseId')

type Plain = 'decision' | 'evidence' | 'onset' | 'sample' | 'report' | 'investigation' | 'source'
export type Asked = Plain | { result: string } | { takeBack: Entry } | null

/** One case: where it stands, why, what waits, and everything that led there. */
export default function CasePage() {
  const { t } = useTranslation()
  const { caseId } = route.useParams()
  const query = useQuery(caseQuery(caseId))
  const divisionName = useDivisionName()
  const file = query.data
  return (
    <Page
      title={file ? patientName(t, file.person) : t('caseFile.title')}
      above={<Link {...paths.cases()}>{t('cases.title')}</Link>}
      about={
        file && (
          <span className="row">
            <Tag tone={toneOf[file.status]}>{t(`cases.statuses.${file.status}`)}</Tag>
            <span>
              {t('cases.since')} <time className="number">{dateTime(file.since)}</time>
            </span>
            <span>{divisionName(file.division)}</span>
            <span>
              {t('caseFile.edition')}: <Link {...paths.edition(file.profile)}>{file.profileName[language()]}</Link>
            </span>
          </span>
        )
      }
      actions={
        file && (
          <>
            {file.status !== 'excluded' && (
              <OrderIsolation
                person={file.person.id}
                source="case"
                record={file.id}
                division={file.division}
                ground={file.status === 'asymptomatic' ? 'asymptomatic' : 'fever'}
              />
            )}
            <Way {...paths.personExposures(file.person.id)}>{t('caseFile.exposures')}</Way>
          </>
        )
      }
    >
      <Loaded
        query={query}
        skeleton={
          <Card>
            <Skeleton lines={10} height={26} />
          </Card>
        }
        empty="never"
      >
        {(found) => <File file={found} />}
      </Loaded>
    </Page>
  )
}

function File({ file }: { file: CaseFile }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const [asked, setAsked] = useState<Asked>(null)
  const mayKeep = may(me, 'cases.decision.record')
  const close = () => setAsked(null)
  const ask = mayKeep ? setAsked : undefined
  return (
    <div className="stack">
      {file.undermined && (
        <p className={styles.warning} role="alert">
          {t('caseFile.undermined')}
        </p>
      )}
      {mayKeep && <Actions file={file} onAsk={setAsked} />}
      <div className={styles.columns}>
        <div className={styles.side}>
          <ExplanationCard file={file} onAsk={ask} />
          <SamplesCard file={file} onAsk={ask} />
          <ContactsCard file={file} />
          <JournalCard file={file} onAsk={ask} />
        </div>
        <div className={styles.side}>
          <ClocksCard file={file} />
          <FeversCard file={file} />
          <CardCard file={file} onAsk={ask} />
        </div>
      </div>
      <Suspense>
        {asked === 'decision' && <DecisionDialog file={file} onClose={close} />}
        {asked === 'evidence' && <EvidenceDialog file={file} onClose={close} />}
        {asked === 'onset' && <OnsetDialog file={file} onClose={close} />}
        {asked === 'sample' && <SampleDialog file={file} onClose={close} />}
        {asked === 'report' && <ReportDialog file={file} onClose={close} />}
        {asked === 'investigation' && <InvestigationDialog file={file} onClose={close} />}
        {asked === 'source' && <SourceDialog file={file} onClose={close} />}
        {asked && typeof asked === 'object' && 'result' in asked && (
          <ResultDialog file={file} sampleId={asked.result} onClose={close} />
        )}
        {asked && typeof asked === 'object' && 'takeBack' in asked && (
          <TakeBackDialog file={file} entry={asked.takeBack} onClose={close} />
        )}
      </Suspense>
    </div>
  )
}

function Actions({ file, onAsk }: { file: CaseFile; onAsk(asked: Asked): void }) {
  const { t } = useTranslation()
  return (
    <div className="row" role="toolbar" aria-label={t('caseFile.actions')}>
      {file.next.length > 0 && (
        <Button type="primary" onClick={() => onAsk('decision')}>
          {t('caseFile.decide')}
        </Button>
      )}
      <Button onClick={() => onAsk('onset')}>{t('caseFile.onsetSet')}</Button>
      <Button onClick={() => onAsk('source')}>{t('caseFile.source')}</Button>
      <Button onClick={() => onAsk('investigation')}>{t('caseFile.investigation')}</Button>
    </div>
  )
}

function FeversCard({ file }: { file: CaseFile }) {
  const { t } = useTranslation()
  return (
    <Card title={t('caseFile.fevers')}>
      <ul className={styles.items}>
        {file.fevers.map((fever) => (
          <li key={fever.id}>
            <span>
              <b className="number">{temperature(fever.temperatureC)}</b>{' '}
              {fever.site && t(`caseForm.sites.${fever.site}`)} · {t(`cases.origins.${fever.origin}`)}
            </span>
            <time className="number small">{dateTime(fever.at)}</time>
          </li>
        ))}
      </ul>
    </Card>
  )
}
