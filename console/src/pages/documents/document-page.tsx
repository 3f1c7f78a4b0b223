import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { saveFile } from '../../ui/files.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Attach } from './attach.tsx'
import { AttachedFile } from './attached-file.tsx'
import styles from './documents.module.css'
import { Paper } from './paper.tsx'
import { type Content, type DocumentDetails, documentQuery, paperQuery, printed, touchesDocuments } from './queries.ts'
import { Remarks } from './remarks.tsx'
import { StateTag } from './state-tag.tsx'
import type { Act } from './step-dialog.tsx'

const Editor = lazy(() => import('./editor.tsx').then((module) => ({ default: module.Editor })))
const StepDialog = lazy(() => import('./step-dialog.tsx').then((module) => ({ default: module.StepDialog })))
const route = getRouteApi('/desk/documents/$documentId')

export default function DocumentPage() {
  const { t } = useTranslation()
  const { documentId } = route.useParams()
  const query = useQuery(documentQuery(documentId))
  return (
    <Page
      title={query.data?.title ?? t('documents.one')}
      above={<Link {...paths.documents()}>{t('documents.title')}</Link>}
      about={query.data && <Facts document={query.data} />}
      actions={query.data && <Files document={query.data} />}
    >
      <Loaded query={query} skeleton={<Skeleton lines={10} height={30} />} empty="never">
        {(document) => <Whole key={document.versionId ?? document.id} document={document} />}
      </Loaded>
    </Page>
  )
}

function Facts({ document }: { document: DocumentDetails }) {
  const { t } = useTranslation()
  return (
    <span className="row">
      <StateTag state={document.state} />
      <span className="number">{document.number ?? t('documents.noNumber')}</span>
      <span>{t(`documents.kinds.${document.kind}`)}</span>
      {document.issuedAt && <span className="number">{dateTime(document.issuedAt)}</span>}
      {document.endedBy && <Link {...paths.document(document.endedBy.id)}>{document.endedBy.number}</Link>}
      {document.why && document.state === 'withdrawn' && <span>{document.why}</span>}
      {document.issuedAt && <Link {...paths.measures({ document: document.id })}>{t('measures.title')}</Link>}
    </span>
  )
}

function Files({ document }: { document: DocumentDetails }) {
  const save = useOperation(async (format: 'pdf' | 'docx') => saveFile(await printed(document.id, format)))
  return (
    <>
      {save.refusal ? <ProblemNotice error={save.refusal} /> : null}
      <Button loading={save.busy} onClick={() => save.send('pdf')}>
        PDF
      </Button>
      <Button loading={save.busy} onClick={() => save.send('docx')}>
        Word
      </Button>
    </>
  )
}

function Whole({ document }: { document: DocumentDetails }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const [act, setAct] = useState<Act | null>(null)
  const revise = useOperation(
    (content: Content) =>
      answer(
        api.POST('/documents/{documentId}/versions', {
          params: { path: { documentId: document.id } },
          body: { id: newId(), onVersion: document.versionId ?? '', content },
        }),
      ),
    { touches: touchesDocuments, onDone: () => setEditing(false) },
  )
  if (editing)
    return (
      <Suspense fallback={<Skeleton lines={8} height={30} />}>
        <Editor
          seriesId={document.seriesId}
          documentId={document.id}
          initial={document.content}
          verb={t('documents.keep')}
          busy={revise.busy}
          refusal={revise.refusal}
          onKeep={revise.send}
          extra={<Button onClick={() => setEditing(false)}>{t('forms.cancel')}</Button>}
        />
      </Suspense>
    )
  const acts = document.next.filter((step) => step !== 'revised')
  return (
    <div className={styles.split}>
      <PaperOf document={document} />
      <div className={styles.column}>
        {document.next.length > 0 && (
          <Card title={t('documents.next')}>
            <div className="row">
              {document.next.includes('revised') && <Attach document={document} />}
              {document.next.includes('revised') && (
                <Button onClick={() => setEditing(true)}>{t('documents.act.revised')}</Button>
              )}
              {acts.map((step) => (
                <Button
                  key={step}
                  type={
                    step === 'issued' || step === 'submitted' || step === 'passed' || step === 'signed'
                      ? 'primary'
                      : 'default'
                  }
                  danger={step === 'withdrawn' || step === 'abandoned'}
                  onClick={() => setAct(step as Act)}
                >
                  {t(`documents.act.${step as Act}`)}
                </Button>
              ))}
            </div>
          </Card>
        )}
        {document.state !== 'abandoned' && document.issuedAt === null && (
          <Card title={t('documents.check')}>
            <Remarks remarks={document.remarks} />
          </Card>
        )}
        <Course document={document} />
      </div>
      <Suspense>{act && <StepDialog document={document} act={act} onClose={() => setAct(null)} />}</Suspense>
    </div>
  )
}

function PaperOf({ document }: { document: DocumentDetails }) {
  const query = useQuery(paperQuery(document.id, `${document.versionId} ${document.state}`))
  return (
    <Loaded query={query} skeleton={<Skeleton lines={14} height={30} />} empty="never">
      {({ content }) => <Paper encoded={content} title={document.title} />}
    </Loaded>
  )
}

function Course({ document }: { document: DocumentDetails }) {
  const { t } = useTranslation()
  const { steps, sha256, signedPost, files } = document
  if (steps.length === 0 && !sha256 && files.length === 0) return null
  return (
    <Card title={t('documents.course')}>
      <ul className={styles.steps}>
        {steps.map((one) => (
          <li key={`${one.at} ${one.step}`}>
            <span className="number muted">{dateTime(one.at)}</span>
            <span>{t(`documents.state.${one.step}`)}</span>
            <span className="muted">{t('documents.versionNth', { nth: one.version })}</span>
            {one.post && <span>{one.post}</span>}
            {one.note && <span>{one.note}</span>}
          </li>
        ))}
        {files.map((file) => (
          <li key={file.id}>
            <AttachedFile document={document} file={file} />
            <span className={styles.hash}>{file.sha256}</span>
          </li>
        ))}
        {sha256 && (
          <li>
            <span>{t('documents.hash', { post: signedPost ?? '' })}</span>
            <span className={styles.hash}>{sha256}</span>
          </li>
        )}
      </ul>
    </Card>
  )
}
