import type { Entry, Happening, Receipt, Refusal } from './entry.ts'

export type Verdict = { id: string; ok: true; receipt: Receipt } | { id: string; ok: false; refusal: Refusal }

/** What became of one request. Only `judged` says anything about single records. */
export type Reply =
  | { is: 'judged'; verdicts: Verdict[] }
  /** The whole request was turned down though the session is good: one record in it may be the cause. */
  | { is: 'turned-down'; refusal: Refusal; because: 'content' | 'server' }
  | { is: 'unanswered'; retryAfterMs?: number }

export interface Noted {
  id: string
  /** As it was read before it went. */
  sent?: Entry
  happening: Happening
}
export interface Store {
  /** What is due, not more than so many; of what was saved after a number, when that is given. */
  next(most: number, after: number | null): Promise<Entry[]>
  /** Applies the happenings in one strict commit. */
  note(happenings: readonly Noted[]): Promise<void>
  /** For the screen: what is on its way just now. Whoever dies meanwhile has it as it was, saved. */
  onTheirWay(batch: readonly Entry[]): void
}

/** `before` is settled when what was answered so far stands on the disk: only then may the answer itself change anything. */
export type Send = (batch: Entry[], before: Promise<void>) => Promise<Reply>

export type Outcome = 'empty' | 'unanswered'

/** The server stumbled over this one and not over the others. */
const SERVER_FAULT = 'kernel.fault'

/** Finding one bad record in fifty takes six halvings; more failures in a row than this mean the server, not the record. */
const FAILURES_IN_A_ROW = 8

/** A request begins small, and doubles while the line carries it with ease (docs/adr/0142). */
const SMALL = 50
export const LARGE = 500
const EASY_MS = 2000
const HARD_MS = 8000

export interface Round {
  outcome: Outcome
  retryAfterMs?: number
}

interface Pace {
  size: number
  failures: number
}

/**
 * Sends what is due until nothing is, or until the link ends; returns why it stopped. While one request is on its way the answers to
 * the last are written down and the next is read.
 */
export async function drain(store: Store, send: Send): Promise<Round> {
  try {
    return await drained(store, send)
  } finally {
    store.onTheirWay([])
  }
}

async function drained(store: Store, send: Send): Promise<Round> {
  const pace: Pace = { size: SMALL, failures: 0 }
  let batch = await store.next(pace.size, null)
  let notes: Noted[] = []
  while (batch.length > 0) {
    store.onTheirWay(batch)
    const noted = store.note(notes)
    const sent = performance.now()
    const [reply, ahead] = await Promise.all([
      send(batch, noted).then((one) => ({ ...one, tookMs: performance.now() - sent })),
      noted.then(() => store.next(pace.size, batch.at(-1)?.seq ?? null)),
    ])
    notes = []
    if (reply.is !== 'judged') {
      const stopped = await notJudged(batch, { store, send, pace }, reply)
      if (stopped) return stopped
      batch = await store.next(pace.size, null)
      continue
    }
    pace.failures = 0
    pace.size = paceAfter(pace.size, reply.tookMs)
    const answered = answersTo(batch, reply.verdicts)
    if (answered.any && ahead.length > 0) {
      notes = answered.notes
      batch = ahead
      continue
    }
    await store.note(answered.notes)
    // Without this a server that answers about nobody would be asked again at once, for ever.
    if (!answered.any) return { outcome: 'unanswered' }
    batch = await store.next(pace.size, null)
  }
  return { outcome: 'empty' }
}

function paceAfter(size: number, tookMs: number): number {
  if (tookMs > HARD_MS) return SMALL
  return tookMs < EASY_MS ? Math.min(2 * size, LARGE) : size
}

interface Going {
  store: Store
  send: Send
  pace: Pace
}

/** Those that are part of something that was turned down, one half after the other. */
async function deliver(batch: Entry[], going: Going): Promise<Round | null> {
  const { store, send, pace } = going
  store.onTheirWay(batch)
  const reply = await send(batch, Promise.resolve())
  if (reply.is !== 'judged') return notJudged(batch, going, reply)
  pace.failures = 0
  const answered = answersTo(batch, reply.verdicts)
  await store.note(answered.notes)
  return answered.any ? null : { outcome: 'unanswered' }
}

/** What was not answered stands as it stood. */
async function notJudged(batch: Entry[], going: Going, reply: Exclude<Reply, { is: 'judged' }>): Promise<Round | null> {
  const { store, pace } = going
  if (reply.is === 'unanswered') {
    return reply.retryAfterMs ? { outcome: reply.is, retryAfterMs: reply.retryAfterMs } : { outcome: reply.is }
  }
  if (batch.length > SMALL) {
    pace.size = SMALL
    return null
  }
  pace.failures += 1
  if (batch.length > 1 && pace.failures < FAILURES_IN_A_ROW) return halve(batch, going)
  if (batch.length > 1 || (reply.because === 'server' && pace.failures >= FAILURES_IN_A_ROW)) {
    return { outcome: 'unanswered' }
  }
  await store.note(batch.map(({ id }) => ({ id, happening: singledOut(reply) })))
  return null
}

const singledOut = (reply: Extract<Reply, { is: 'turned-down' }>): Happening =>
  reply.because === 'server' ? { is: 'failed', refusal: reply.refusal } : { is: 'refused', refusal: reply.refusal }

async function halve(batch: Entry[], going: Going): Promise<Round | null> {
  const middle = Math.ceil(batch.length / 2)
  return (await deliver(batch.slice(0, middle), going)) ?? deliver(batch.slice(middle), going)
}

/** A record the reply does not mention was not answered; a verdict on a record we did not send is ignored. */
function answersTo(batch: readonly Entry[], verdicts: readonly Verdict[]): { notes: Noted[]; any: boolean } {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  return {
    notes: batch.map((sent) => ({ id: sent.id, sent, happening: happeningOf(byId.get(sent.id)) })),
    any: batch.some(({ id }) => byId.has(id)),
  }
}

function happeningOf(verdict: Verdict | undefined): Happening {
  if (!verdict) return { is: 'unanswered' }
  if (!verdict.ok && verdict.refusal.code === SERVER_FAULT) return { is: 'failed', refusal: verdict.refusal }
  return verdict.ok ? { is: 'received', receipt: verdict.receipt } : { is: 'refused', refusal: verdict.refusal }
}

/** Phones that lost the network together must not come back together. */
export const pauseBeforeRound = (failures: number, chance: number): number =>
  Math.round(Math.min(2000 * 2 ** Math.max(failures - 1, 0), 300_000) * (0.75 + chance / 2))
