import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PublishDialog, WhyDialog } from './dialogs.tsx'
import { DispatchesTable } from './dispatches-table.tsx'
import { contentOf, type Draft, draftOf, Editor } from './editor.tsx'
import { PieceMark } from './marks.tsx'
import styles from './publicity.module.css'
import { type Piece, pieceQuery, touchesPublicity } from './queries.ts'
import { TextOf } from './text-of.tsx'

const route = getRouteApi('/desk/publicity/pieces/$pieceId')
type Asking = 'published' | 'returned' | 'withdrawn'

/** One piece: what it says, what can be done with it, and the same piece followed through all its channels. */
export default function PiecePage() {
  const { t } = useTranslation()
  const { pieceId } = route.useParams()
  const query = useQuery(pieceQuery(pieceId))
  const above = <Link {...paths.pieces()}>{t('publicity.title')}</Link>
  return (
    <Page
      title={query.data?.title ?? t('publicity.piece')}
      above={above}
      about={query.data && <About piece={query.data} />}
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} height={30} />} empty="never">
        {(piece) => <Whole key={piece.versionId} piece={piece} />}
      </Loaded>
    </Page>
  )
}

function About({ piece }: { piece: Piece }) {
  const { t } = useTranslation()
  return (
    <>
      {t(`publicity.kind.${piece.kind}`)} <PieceMark state={piece.state} />{' '}
      {piece.publishedAt && <span className="number">{dateTime(piece.publishedAt)}</span>}
      {piece.documentId && (
        <>
          {' · '}
          <Link {...paths.document(piece.documentId)}>{t('publicity.fromDocument')}</Link>
        </>
      )}
    </>
  )
}

function Whole({ piece }: { piece: Piece }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const [asking, setAsking] = useState<Asking | null>(null)
  const [isEditing, setEditing] = useState(false)
  const step = useOperation(
    (act: 'submitted' | 'approved' | 'abandoned') =>
      answer(
        api.POST('/pieces/{pieceId}/steps', {
          params: { path: { pieceId: piece.id } },
          body: { id: newId(), versionId: piece.versionId ?? '', step: act },
        }),
      ),
    { touches: touchesPublicity },
  )
  const take = (act: Piece['next'][number]) => {
    if (act === 'revised') setEditing(true)
    else if (act === 'submitted' || act === 'approved' || act === 'abandoned') step.send(act)
    else setAsking(act)
  }
  const acts = piece.versionId === null ? piece.next.filter((act) => act === 'withdrawn') : piece.next
  if (isEditing) return <Revising piece={piece} onDone={() => setEditing(false)} />
  return (
    <>
      {acts.length > 0 && (
        <div className={styles.doing}>
          {acts.map((act) => (
            <Button
              key={act}
              type={act === 'published' || act === 'approved' || act === 'submitted' ? 'primary' : 'default'}
              danger={act === 'withdrawn' || act === 'abandoned'}
              loading={step.busy}
              onClick={() => take(act)}
            >
              {t(act === 'published' && piece.editions.length > 0 ? 'publicity.correct' : `publicity.act.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {step.refusal ? <ProblemNotice error={step.refusal} /> : null}
      {piece.withdrawn && (
        <Card title={t('publicity.withdrawnOn', { at: dateTime(piece.withdrawn.at) })}>{piece.withdrawn.why}</Card>
      )}
      <div className={styles.beside}>
        {piece.content.texts.map((text) => (
          <Card key={text.lang} title={text.title} extra={text.lang.toUpperCase()}>
            <TextOf text={text} />
          </Card>
        ))}
        <Card title={t('publicity.history')}>
          <History piece={piece} />
        </Card>
      </div>
      {may(me, 'publicity.dispatch.list') && piece.editions.length > 0 && (
        <>
          <h2>{t('publicity.through')}</h2>
          <DispatchesTable pieceId={piece.id} />
        </>
      )}
      {asking === 'published' && <PublishDialog piece={piece} onClose={() => setAsking(null)} />}
      {asking && asking !== 'published' && <WhyDialog piece={piece} act={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

function History({ piece: { steps, editions, seconds, content } }: { piece: Piece }) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <p className="muted">
        {t('publicity.readAloud', { radio: seconds.radio, loudspeakers: seconds.loudspeakers })}
        <br />
        {content.signed.join(' ')}
      </p>
      <ul>
        {editions.map((one) => (
          <li key={one.id}>
            <strong>{t('publicity.edition', { nth: one.nth })}</strong>{' '}
            <span className="number">{dateTime(one.at)}</span>
            {one.why && <div className="muted">{one.why}</div>}
          </li>
        ))}
        {steps.map((one) => (
          <li key={one.at + one.step}>
            {t(`publicity.act.${one.step}`)} · {t('publicity.versionNth', { nth: one.version })}{' '}
            <span className="number muted">{dateTime(one.at)}</span>
            {one.note && <div className="muted">{one.note}</div>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Revising({ piece, onDone }: { piece: Piece; onDone(): void }) {
  const id = useRef(newId())
  const keep = useOperation(
    (draft: Draft) =>
      answer(
        api.POST('/pieces/{pieceId}/versions', {
          params: { path: { pieceId: piece.id } },
          body: { id: id.current, onVersion: piece.versionId ?? '', content: contentOf(draft) },
        }),
      ),
    { touches: touchesPublicity, onDone },
  )
  return (
    <Editor
      fixed
      initial={draftOf(piece.kind, piece.content)}
      division={piece.division}
      busy={keep.busy}
      refusal={keep.refusal}
      onKeep={keep.send}
    />
  )
}
