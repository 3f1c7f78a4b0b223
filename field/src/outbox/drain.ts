import type { Entry, Happening, Receipt, Refusal } from './entry.ts'

export type Verdict = { id: string; ok: true; receipt: Receipt } | { id: string; ok: false; refusal: Refusal }

/** What became of one request. Only `judged` says anything about single records. */
export type Reply =
  | { is: 'judged'; verdicts: Verdict[] }
  /** The whole request was turned down though the session is good: one record in it may be the cause. */
  | { is: 'turned-down'; refusal: Refusal; because: 'content' | 'server' }
  | { is: 'unanswered'; retryAfterMs?: number }

export interface Store {
  next(): Promise<Entry[]>
  /** Applies the happenings in one strict commit. */
  note(happenings: ReadonlyArray<{ id: string; happening: Happening }>): Promise<void>
}

export type Outcome = 'empty' | 'unanswered'

/** The server stumbled over this one and not over the others. */
const SERVER_FAULT = 'kernel.fault'

/** Finding one bad record in fifty takes six halvings; more failures in a row than this mean the server, not the record. */
const FAILURES_IN_A_ROW = 8

export interface Round {
  outcome: Outcome
  retryAfterMs?: number
}

/** Sends what is due until nothing is, or until the link ends. Returns why it stopped. */
export async function drain(store: Store, send: (batch: Entry[]) => Promise<Reply>): Promise<Round> {
  const round = { failures: 0 }
  for (let batch = await store.next(); batch.length > 0; batch = await store.next()) {
    const stopped = await deliver(batch, store, send, round)
    if (stopped) return stopped
  }
  return { outcome: 'empty' }
}

async function deliver(
  batch: Entry[],
  store: Store,
  send: (batch: Entry[]) => Promise<Reply>,
  round: { failures: number },
): Promise<Round | null> {
  await store.note(batch.map(({ id }) => ({ id, happening: { is: 'sent' } })))
  const reply = await send(batch)
  switch (reply.is) {
    case 'judged':
      round.failures = 0
      return judged(batch, reply.verdicts, store)
    case 'turned-down':
      round.failures += 1
      if (batch.length > 1 && round.failures < FAILURES_IN_A_ROW) return halve(batch, store, send, round)
      if (batch.length > 1 || (reply.because === 'server' && round.failures >= FAILURES_IN_A_ROW)) {
        await putBack(batch, store)
        return { outcome: 'unanswered' }
      }
      await store.note(batch.map(({ id }) => ({ id, happening: singledOut(reply) })))
      return null
    case 'unanswered':
      await putBack(batch, store)
      return reply.retryAfterMs ? { outcome: reply.is, retryAfterMs: reply.retryAfterMs } : { outcome: reply.is }
    default:
      return reply satisfies never
  }
}

const singledOut = (reply: Extract<Reply, { is: 'turned-down' }>): Happening =>
  reply.because === 'server' ? { is: 'failed', refusal: reply.refusal } : { is: 'refused', refusal: reply.refusal }

async function halve(
  batch: Entry[],
  store: Store,
  send: (batch: Entry[]) => Promise<Reply>,
  round: { failures: number },
): Promise<Round | null> {
  const middle = Math.ceil(batch.length / 2)
  const stopped = await deliver(batch.slice(0, middle), store, send, round)
  if (!stopped) return deliver(batch.slice(middle), store, send, round)
  await putBack(batch.slice(middle), store)
  return stopped
}

const putBack = (batch: Entry[], store: Store): Promise<void> =>
  store.note(batch.map(({ id }) => ({ id, happening: { is: 'unanswered' } })))

/** A record the reply does not mention was not answered; a verdict on a record we did not send is ignored. */
async function judged(batch: Entry[], verdicts: Verdict[], store: Store): Promise<Round | null> {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  await store.note(batch.map(({ id }) => ({ id, happening: happeningOf(byId.get(id)) })))
  // Without this a server that answers about nobody would be asked again at once, for ever.
  return batch.some(({ id }) => byId.has(id)) ? null : { outcome: 'unanswered' }
}

function happeningOf(verdict: Verdict | undefined): Happening {
  if (!verdict) return { is: 'unanswered' }
  if (!verdict.ok && verdict.refusal.code === SERVER_FAULT) return { is: 'failed', refusal: verdict.refusal }
  return verdict.ok ? { is: 'received', receipt: verdict.receipt } : { is: 'refused', refusal: verdict.refusal }
}

/** Phones that lost the network together must not come back together. */
export const pauseBeforeRound = (failures: number, chance: number): number =>
  Math.round(Math.min(2000 * 2 ** Math.max(failures - 1, 0), 300_000) * (0.75 + chance / 2))
