import { useState } from 'preact/hooks'
import { answerOf, api, as } from '../../api.ts'
import { database, type StoredSession } from '../../database.ts'
import { instant, shortMoment } from '../../device/clock.ts'
import { useText } from '../../i18n/index.ts'
import { sendNow } from '../../outbox/courier.ts'
import { type Entry, receiptNumber } from '../../outbox/entry.ts'
import { onItsWay, stateShown } from '../../outbox/on-its-way.ts'
import { toBase64 } from '../../outbox/seal.ts'
import { note } from '../../outbox/store.ts'
import { keepDraft } from '../../roster/drafts.ts'
import { useCell } from '../../ui/cell.ts'
import { goTo, paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import { emptyForm } from '../checkpoints/form.ts'
import { formFrom } from '../checkpoints/passage.ts'
import { screeningDraft } from '../checkpoints/screening.tsx'
import { CorrectionForm } from './correction.tsx'
import { gistText } from './gist.ts'

export default function EntryPage({ session, id }: { session: StoredSession; id: string }) {
  const t = useText()
  const entry = useLive(() => database.outbox.get(id).then((found) => found ?? null), [id])
  if (entry === undefined) return null
  return (
    <main class="page item">
      <a class="backlink" href={paths.outbox}>
        ← {t('outbox.back')}
      </a>
      {/* Another person's record looks exactly like one that never was. */}
      {entry && entry.owner === session.accountId ? (
        <Detail entry={entry} session={session} />
      ) : (
        <p>{t('outbox.gone')}</p>
      )}
    </main>
  )
}

function Detail({ entry, session }: { entry: Entry; session: StoredSession }) {
  const t = useText()
  const state = stateShown(entry, useCell(onItsWay))
  const settled = entry.settled === 'set-aside' ? 'aside' : entry.settled ? 'corrected' : null
  return (
    <>
      <h1>{gistText(t, entry)}</h1>
      <p class={`banner ${state}`}>
        <b>{settled ? t(`outbox.settled.${settled}`) : t(`outbox.state.${state}`)}</b>
        {t(`outbox.stateHelp.${state}`)}
      </p>
      {entry.refusal && entry.state !== 'delivered' && <Reason entry={entry} />}
      <dl class="facts">
        <dt>{t('outbox.number', { seq: entry.seq })}</dt>
        <dd>{receiptNumber(entry.id)}</dd>
        <dt>{t('outbox.recordedAt')}</dt>
        <dd>{shortMoment(entry.recordedAt)}</dd>
        {entry.receipt && (
          <>
            <dt>{t('outbox.receivedAt')}</dt>
            <dd>{shortMoment(entry.receipt.receivedAt)}</dd>
          </>
        )}
        {entry.state === 'postponed' && (
          <>
            <dt>{t('outbox.state.postponed')}</dt>
            <dd>{t('outbox.nextTry', { time: instant(entry.notBefore).slice(11, 16) })}</dd>
          </>
        )}
      </dl>
      {entry.state === 'delivered' && <p class="small">{t('outbox.contentGone')}</p>}
      {entry.kind === 'passage' && entry.state !== 'refused' && <CorrectionForm entry={entry} session={session} />}
      {(entry.state === 'refused' || entry.state === 'postponed') && !settled && (
        <Actions entry={entry} session={session} />
      )}
    </>
  )
}

/** The server's own words, the fields it named, and what a person at the barrier can do about it. */
function Reason({ entry }: { entry: Entry }) {
  const t = useText()
  const { refusal } = entry
  if (!refusal) return null
  return (
    <section class="card reason">
      <h2>{t('outbox.whyRefused')}</h2>
      <p>{refusal.title}</p>
      {refusal.fields.length > 0 && (
        <ul>
          {refusal.fields.map((field) => (
            <li key={field}>{field}</li>
          ))}
        </ul>
      )}
      <h2>{t('outbox.whatToDo')}</h2>
      <p>{t(`outbox.advice.${adviceFor(entry)}`)}</p>
      <p class="small">{refusal.code}</p>
    </section>
  )
}

function adviceFor(entry: Entry): 'correct' | 'ask' | 'again' | 'wait' | 'signIn' {
  if (entry.refusal?.code === 'sync.sign-in-again') return 'signIn'
  if (entry.state === 'postponed') return 'wait'
  if (entry.refusal?.resend === 'later') return 'again'
  const rights = [
    'kernel.not-allowed',
    'checkpoints.not-yours',
    'checkpoints.closed',
    'kernel.id-taken',
    'sync.put-aside',
  ]
  if (rights.includes(entry.refusal?.code ?? '')) return 'ask'
  return entry.kind === 'passage' ? 'correct' : 'ask'
}

async function contentOf(entry: Entry, session: StoredSession): Promise<Record<string, unknown> | null> {
  if (!entry.sealed) return entry.content
  const body = { id: entry.id, sealed: toBase64(entry.sealed) }
  const answer = await answerOf<{ content: Record<string, unknown> }>(
    api.POST('/sync/sealed/open', { body, ...as(session.token) }),
  )
  return answer.is === 'ok' ? answer.value.content : null
}

function Actions({ entry, session }: { entry: Entry; session: StoredSession }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [unread, setUnread] = useState(false)
  const again = async () => {
    await note([{ id: entry.id, happening: { is: 'asked-again' } }])
    sendNow()
  }
  /** Sealed, it can only be read by the server, which gives it back to its author. */
  const correct = async () => {
    const content = await contentOf(entry, session)
    if (!content) return setUnread(true)
    await keepDraft(screeningDraft(session), session.accountId, formFrom(content, emptyForm()))
    goTo(paths.screening)
  }
  const setAside = () => note([{ id: entry.id, happening: { is: 'set-aside' } }])
  return (
    <div class="actions">
      {entry.kind === 'passage' && entry.state === 'refused' && (
        <button type="button" class="wide primary" onClick={() => void correct()}>
          {t('outbox.correct')}
        </button>
      )}
      {unread && (
        <p class="bad" role="alert">
          {t('outbox.unread')}
        </p>
      )}
      <button type="button" class="wide" onClick={() => void again()}>
        {t('outbox.again')}
      </button>
      {entry.state === 'refused' && !asking && (
        <button type="button" class="wide soft" onClick={() => setAsking(true)}>
          {t('outbox.setAside')}
        </button>
      )}
      {asking && (
        <div role="alertdialog" aria-label={t('outbox.setAside')}>
          <p>{t('outbox.setAsideSure')}</p>
          <div class="grid two">
            <button type="button" class="primary" onClick={() => void setAside()}>
              {t('shift.yes')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {t('shift.no')}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
