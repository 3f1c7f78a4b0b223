import { putAside, recordAudits } from './audit.ts'
import { faultOf } from './log.ts'
import {
  type Actor,
  type AnyBatchOperation,
  type Ctx,
  type Kernel,
  type Meta,
  type Sender,
  systemActor,
  transact,
  type Verdict,
} from './operation.ts'
import {
  admit,
  batchTooLarge,
  ID_TAKEN,
  isOutage,
  notAllowed,
  Problem,
  parseInput,
  readInput,
  serverFault,
} from './problem.ts'

type Judged = Verdict<unknown>

/** One item that has the right form, and who sent it. */
interface Sent {
  raw: unknown
  item: unknown
  sender: Sender
}

export const refused = (problem: Problem): Verdict<never> => ({ ok: false, problem })

/** Many items of one sender in one transaction. */
export async function performBatch(
  kernel: Kernel,
  op: AnyBatchOperation,
  actor: Actor,
  raw: readonly unknown[],
  meta: Meta,
): Promise<Judged[]> {
  admit(actor, op.name)
  if (raw.length > op.max) throw batchTooLarge({ max: op.max, got: raw.length })
  const verdicts: Judged[] = new Array(raw.length)
  const sent: Sent[] = []
  const places: number[] = []
  const sender = { actor, clockOffsetMs: meta.clockOffsetMs, requestId: meta.requestId }
  raw.forEach((one, at) => {
    const read = readInput(op.item, one)
    if (read.ok) places[sent.push({ raw: one, item: read.data, sender }) - 1] = at
    else verdicts[at] = refused(read.problem)
  })
  const judged = sent.length > 0 ? await together(kernel, op, actor, sent, meta) : []
  for (const [index, verdict] of judged.entries()) verdicts[places[index] ?? 0] = verdict
  afterCommit(kernel, op, actor, verdicts)
  return verdicts
}

/** All in one transaction; when one item turns out to be our own fault, each in its own, so that it cannot hold up the rest. */
async function together(
  kernel: Kernel,
  op: AnyBatchOperation,
  actor: Actor,
  sent: readonly Sent[],
  meta: Meta,
): Promise<Judged[]> {
  try {
    return await inOneCommit(kernel, op, actor, sent, meta)
  } catch (error) {
    if (sent.length < 2 || error instanceof Problem || isOutage(error)) throw error
    kernel.log.warn({ event: 'batch-split', operation: op.name, count: sent.length, ...faultOf(error) })
    const verdicts: Judged[] = []
    for (const one of sent) verdicts.push(await onItsOwn(kernel, op, one, meta))
    return verdicts
  }
}

/** Somebody was quicker with one of the ids; something is not what is usual. */
const NOT_AS_EXPECTED: readonly unknown[] = ['23505', 'QF001']
/** A batch may leave its inserts to the commit, and take for granted what the database only then confirms; else it is judged anew. */
async function inOneCommit(
  kernel: Kernel,
  op: AnyBatchOperation,
  actor: Actor,
  sent: readonly Sent[],
  meta: Meta,
): Promise<Judged[]> {
  const items = sent.map(({ item }) => item)
  const before = op.apart && (await transact(kernel, actor, meta, async (ctx) => [await op.load(ctx, items)]))
  const within = { ...meta, apart: op.apart === true }
  try {
    return await transact(kernel, actor, within, (ctx) => judge(ctx, op, sent, before))
  } catch (error) {
    if (!NOT_AS_EXPECTED.includes((error as { code?: unknown }).code)) throw error
    return transact(kernel, actor, within, (ctx) => judge({ ...ctx, contested: true }, op, sent, before))
  }
}

async function onItsOwn(kernel: Kernel, op: AnyBatchOperation, one: Sent, meta: Meta): Promise<Judged> {
  try {
    const [verdict] = await inOneCommit(kernel, op, one.sender.actor, [one], meta)
    return verdict ?? refused(serverFault())
  } catch (error) {
    if (isOutage(error)) throw error
    kernel.log.error({ event: 'item-failed', operation: op.name, requestId: meta.requestId, ...faultOf(error) })
    return refused(serverFault())
  }
}

function afterCommit(kernel: Kernel, op: AnyBatchOperation, actor: Actor, verdicts: readonly Judged[]): void {
  kernel.clerk.touch(actor.county)
  for (const { ok } of verdicts) kernel.metrics.operations.inc({ operation: op.name, result: ok ? 'done' : 'refused' })
}

/** Permission is asked for every item under its own sender's name, whatever else stands in the transaction. */
async function judge(ctx: Ctx, op: AnyBatchOperation, sent: readonly Sent[], before?: unknown[]): Promise<Judged[]> {
  const verdicts: Judged[] = new Array(sent.length)
  const items = sent.map(({ item }) => item)
  const [loaded] = before ?? [await op.load(ctx, items)]
  const places: number[] = []
  const allowed = sent.filter(({ item, sender }, at) => {
    const answer = op.allow(sender.actor, loaded, item)
    if (answer === true) return places.push(at) > 0
    verdicts[at] = refused(answer || notAllowed({ operation: op.name }))
    return false
  })
  if (allowed.length === 0) return verdicts
  const judged = await op.runMany(
    ctx,
    allowed.map(({ item }) => item),
    loaded,
    allowed.map(({ sender }) => sender),
  )
  await keepRecord(ctx, op, allowed, judged)
  for (const [index, at] of places.entries()) {
    const verdict = judged[index]
    if (!verdict) throw new Error(`${op.name}: an item got no verdict`)
    verdicts[at] = verdict.ok ? { ...verdict, value: op.done.parse(verdict.value) } : verdict
  }
  return verdicts
}

/** The audit of each sender's part, and what has to be put aside for a person to decide. */
async function keepRecord(ctx: Ctx, op: AnyBatchOperation, sent: readonly Sent[], judged: Judged[]): Promise<void> {
  const parts = new Map<
    Sender,
    { items: unknown[]; verdicts: Judged[]; claims: Array<{ claimedId: unknown; raw: unknown }> }
  >()
  for (const [index, { item, raw, sender }] of sent.entries()) {
    const verdict = judged[index]
    if (!verdict) continue
    const part = parts.get(sender) ?? { items: [], verdicts: [], claims: [] }
    parts.set(sender, part)
    part.items.push(item)
    part.verdicts.push(verdict)
    if (!verdict.ok && verdict.problem.code === ID_TAKEN)
      part.claims.push({ claimedId: verdict.problem.params['id'], raw })
  }
  recordAudits(
    ctx,
    [...parts].map(([{ actor, requestId }, { items, verdicts }]) => ({
      actor,
      requestId,
      operation: op.name,
      said: op.audit(items, verdicts),
    })),
  )
  for (const [{ actor }, { claims }] of parts) await putAside({ ...ctx, actor }, op.name, claims)
}

/** One item inside a transaction that is already under way, for a neighbour that fills it in; a refusal takes both back. */
export async function performItemWithin(ctx: Ctx, op: AnyBatchOperation, raw: unknown): Promise<void> {
  const { actor, clockOffsetMs, requestId } = ctx
  const sent = { raw, item: parseInput(op.item, raw), sender: { actor, clockOffsetMs, requestId } }
  const [verdict] = await judge({ ...ctx, contested: true }, op, [sent])
  if (!verdict?.ok) throw verdict?.problem ?? serverFault()
}

interface Waiting extends Sent {
  op: AnyBatchOperation
  meta: Meta
  answer(verdict: Judged): void
  fail(error: unknown): void
}

export interface Gatherer {
  /** One item. Items of several senders of a county that wait at the same moment share one transaction, and so one commit. */
  perform(op: AnyBatchOperation, actor: Actor, raw: unknown, meta: Meta): Promise<Judged>
}

/** How many shared transactions may be under way: the second is judged while the first waits for the disk. */
const ABREAST = 2
const SHARED_MAX = 64
const HELD_MS = 10

export function openGatherer(kernel: Kernel, heldMs: number = HELD_MS): Gatherer {
  const waiting: Waiting[] = []
  let running = 0
  let underWay = 0
  let held: NodeJS.Timeout | undefined

  async function run(some: Waiting[]): Promise<void> {
    running += 1
    underWay += some.length
    const answer = await share(kernel, some)
    running -= 1
    underWay -= some.length
    // The database has its next work before the answers are written.
    pump()
    answer()
  }
  function pump(isDue = false): void {
    while (waiting.length > 0 && running < ABREAST) {
      if (running > 0 && waiting.length < underWay && !isDue) {
        hold()
        return
      }
      clearTimeout(held)
      held = undefined
      void run(takeAlike(waiting))
    }
  }
  /** What is shared by few costs each of them most, so a second one waits to be as large as the first, but never for a slow one. */
  function hold(): void {
    held ??= setTimeout(() => {
      held = undefined
      pump(true)
    }, heldMs)
  }
  return {
    perform: async (op, actor, raw, meta) => {
      admit(actor, op.name)
      const read = readInput(op.item, raw)
      if (!read.ok) return refused(read.problem)
      const sender = { actor, clockOffsetMs: meta.clockOffsetMs, requestId: meta.requestId }
      const sent: Sent = { raw, item: read.data, sender }
      if (!op.shares?.(read.data)) {
        const [verdict = refused(serverFault())] = await together(kernel, op, actor, [sent], meta)
        afterCommit(kernel, op, actor, [verdict])
        return verdict
      }
      return new Promise((answer, fail) => {
        waiting.push({ ...sent, op, meta, answer, fail })
        // Requests that are already in the socket buffers get in before the transaction begins.
        if (running < ABREAST) setImmediate(() => pump())
      })
    },
  }
}

/** The first that waits, and those behind it that ask for the same in the same county. */
function takeAlike(waiting: Waiting[]): Waiting[] {
  const [first] = waiting
  const alike: Waiting[] = []
  const others: Waiting[] = []
  for (const one of waiting.splice(0)) {
    const fits = one.op === first?.op && one.sender.actor.county === first.sender.actor.county
    ;(fits && alike.length < SHARED_MAX ? alike : others).push(one)
  }
  waiting.push(...others)
  return alike
}

/**
 * One transaction for several senders. It stands under the county's scope, because one statement writes for all of them; that an
 * item belongs to its sender's own area is asked of each sender by `allow`, which for such an operation answers as if the rest
 * of the county were not there. A sender who is alone keeps his own scope. What comes back tells everybody what became of it.
 */
async function share(kernel: Kernel, entries: Waiting[]): Promise<() => void> {
  const [first] = entries
  if (!first) return () => {}
  const alone = entries.every(({ sender }) => sender.actor === first.sender.actor)
  const { county } = first.sender.actor
  const actor = alone ? first.sender.actor : systemActor(county)
  const meta = { ...first.meta, now: entries.at(-1)?.meta.now ?? first.meta.now }
  try {
    const judged = await inOneCommit(kernel, first.op, actor, entries, meta)
    return () => {
      afterCommit(kernel, first.op, actor, judged)
      for (const [index, { answer }] of entries.entries()) answer(judged[index] ?? refused(serverFault()))
    }
  } catch (error) {
    if (entries.length === 1) return () => first.fail(error)
    // One sender's fault must not be the others': each gets a transaction of its own.
    kernel.log.warn({ event: 'shared-commit-failed', count: entries.length, ...faultOf(error) })
    const answers: Array<() => void> = []
    for (const one of entries) answers.push(await share(kernel, [one]))
    return () => {
      for (const answer of answers) answer()
    }
  }
}
