import { recordAudit } from './audit.ts'
import { isOutage, putAside, type Scope, setScope, type Tx } from './db.ts'
import { faultOf } from './log.ts'
import {
  type Actor,
  type AnyBatchOperation,
  type Ctx,
  contextOf,
  type Kernel,
  type Meta,
  refuseInput,
  scopeOf,
  transact,
  type Verdict,
} from './operation.ts'
import { batchTooLarge, ID_TAKEN, notAllowed, Problem, serverFault, signInNeeded } from './problem.ts'

type Judged = Verdict<unknown>

/** Many items of one sender in one transaction. */
export async function performBatch(
  kernel: Kernel,
  op: AnyBatchOperation,
  actor: Actor,
  raw: readonly unknown[],
  meta: Meta,
): Promise<Judged[]> {
  if (actor.kind === 'anonymous') throw signInNeeded()
  if (raw.length > op.max) throw batchTooLarge({ max: op.max, got: raw.length })
  const verdicts = await together(kernel, op, actor, raw, meta)
  afterCommit(kernel, op, actor, verdicts)
  return verdicts
}

/** All in one transaction; when one item turns out to be our own fault, each in its own, so that it cannot hold up the rest. */
async function together(
  kernel: Kernel,
  op: AnyBatchOperation,
  actor: Actor,
  raw: readonly unknown[],
  meta: Meta,
): Promise<Judged[]> {
  try {
    return await transact(kernel, actor, meta, (ctx) => judge(ctx, op, raw))
  } catch (error) {
    if (raw.length < 2 || error instanceof Problem || isOutage(error)) throw error
    kernel.log.warn({ event: 'batch-split', operation: op.name, count: raw.length, ...faultOf(error) })
    const verdicts: Judged[] = []
    for (const one of raw) verdicts.push(await onItsOwn(kernel, op, actor, one, meta))
    return verdicts
  }
}

async function onItsOwn(
  kernel: Kernel,
  op: AnyBatchOperation,
  actor: Actor,
  one: unknown,
  meta: Meta,
): Promise<Judged> {
  try {
    const [verdict] = await transact(kernel, actor, meta, (ctx) => judge(ctx, op, [one]))
    return verdict ?? refused(serverFault())
  } catch (error) {
    if (isOutage(error)) throw error
    kernel.log.error({ event: 'item-failed', operation: op.name, requestId: meta.requestId, ...faultOf(error) })
    return refused(serverFault())
  }
}

function afterCommit(kernel: Kernel, op: AnyBatchOperation, actor: Actor, verdicts: readonly Judged[]): void {
  kernel.clerk.touch(actor.county)
  for (const verdict of verdicts)
    kernel.metrics.operations.inc({ operation: op.name, result: verdict.ok ? 'done' : 'refused' })
}

async function judge(ctx: Ctx, op: AnyBatchOperation, raw: readonly unknown[]): Promise<Judged[]> {
  const verdicts: Judged[] = new Array(raw.length)
  const valid: Array<{ at: number; item: unknown }> = []
  raw.forEach((one, at) => {
    const parsed = op.item.safeParse(one)
    if (parsed.success) valid.push({ at, item: parsed.data })
    else verdicts[at] = { ok: false, problem: refuseInput(parsed.error) }
  })
  const loaded = await op.load(
    ctx,
    valid.map(({ item }) => item),
  )
  const allowed = valid.filter(({ at, item }) => {
    const answer = op.allow(ctx.actor, loaded, item)
    if (answer === true) return true
    verdicts[at] = { ok: false, problem: answer || notAllowed({ operation: op.name }) }
    return false
  })
  if (allowed.length === 0) return verdicts
  const items = allowed.map(({ item }) => item)
  const judged = await op.runMany(ctx, items, loaded)
  recordAudit(ctx, op.name, op.audit(items, judged))
  await putAside(
    ctx,
    op.name,
    allowed.flatMap(({ at }, index) => claimOf(raw[at], judged[index])),
  )
  allowed.forEach(({ at }, index) => {
    const verdict = judged[index]
    if (!verdict) throw new Error(`${op.name}: an item got no verdict`)
    verdicts[at] = verdict.ok ? { ...verdict, value: op.done.parse(verdict.value) } : verdict
  })
  return verdicts
}

function claimOf(raw: unknown, verdict: Judged | undefined) {
  const isTaken = verdict && !verdict.ok && verdict.problem.code === ID_TAKEN
  return isTaken ? [{ claimedId: verdict.problem.params['id'], raw }] : []
}

interface Waiting {
  op: AnyBatchOperation
  actor: Actor
  raw: unknown
  meta: Meta
  answer(verdict: Judged): void
  fail(error: unknown): void
}

export interface Gatherer {
  /** One item. Items of several senders that wait at the same moment share one transaction, and so one commit. */
  perform(op: AnyBatchOperation, actor: Actor, raw: unknown, meta: Meta): Promise<Judged>
}

/** How many shared transactions may be under way: the second fills while the first waits for the disk. */
const ABREAST = 2
const SHARED_MAX = 64

export function openGatherer(kernel: Kernel): Gatherer {
  const waiting: Waiting[] = []
  let running = 0

  function pump(): void {
    while (running < ABREAST && waiting.length > 0) {
      running += 1
      share(kernel, waiting.splice(0, SHARED_MAX)).finally(() => {
        running -= 1
        pump()
      })
    }
  }
  return {
    perform: (op, actor, raw, meta) => {
      if (actor.kind === 'anonymous') return Promise.reject(signInNeeded())
      return new Promise((answer, fail) => {
        waiting.push({ op, actor, raw, meta, answer, fail })
        // Requests that are already in the socket buffers get in before the transaction begins.
        if (running < ABREAST) setImmediate(pump)
      })
    },
  }
}

/** Items of one sender and one operation stand together; each group runs under its sender's own scope. */
function groups(entries: readonly Waiting[]): Waiting[][] {
  const found = new Map<string, Waiting[]>()
  for (const entry of entries) {
    const key = `${entry.op.name} ${entry.actor.sessionId} ${entry.meta.clockOffsetMs} ${entry.meta.purpose}`
    const group = found.get(key)
    if (group) group.push(entry)
    else found.set(key, [entry])
  }
  return [...found.values()]
}

async function share(kernel: Kernel, entries: Waiting[]): Promise<void> {
  const all = groups(entries)
  try {
    const judged = await kernel.db.transact((tx) => runGroups(tx, all))
    for (const [index, group] of all.entries()) reply(kernel, group, judged[index] ?? [])
  } catch (error) {
    if (all.length === 1) {
      for (const { fail } of entries) fail(error)
      return
    }
    // One group's fault must not be the others': each gets a transaction of its own.
    kernel.log.warn({ event: 'shared-commit-failed', count: entries.length, ...faultOf(error) })
    for (const group of all) await alone(kernel, group)
  }
}

async function alone(kernel: Kernel, group: Waiting[]): Promise<void> {
  try {
    const [judged] = await kernel.db.transact((tx) => runGroups(tx, [group]))
    reply(kernel, group, judged ?? [])
  } catch (error) {
    for (const { fail } of group) fail(error)
  }
}

/**
 * All groups at once on one connection. Their statements interleave, so each is preceded by its sender's scope whenever another
 * sender spoke before; ten senders then cost the waiting of one. Nobody leaves before all are done: a statement sent after the
 * transaction's end would run outside it.
 */
async function runGroups(tx: Tx, all: Waiting[][]): Promise<Judged[][]> {
  const laneOf = openLanes(tx)
  const judged = await Promise.allSettled(
    all.map(async (group) => {
      const [first] = group
      if (!first) return []
      const { actor, meta, op } = first
      const ctx = contextOf(laneOf(scopeOf(actor, meta.purpose)), actor, meta)
      const verdicts = await judge(
        ctx,
        op,
        group.map(({ raw }) => raw),
      )
      await Promise.all(ctx.meanwhile)
      return verdicts
    }),
  )
  return judged.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

const SENDS = ['then', 'catch', 'finally', 'execute'] as const
type Sending = Record<(typeof SENDS)[number], (...given: unknown[]) => unknown>

function openLanes(tx: Tx): (scope: Scope) => Tx {
  let speaking: Scope | null = null
  return (scope) => {
    function speak(): void {
      if (speaking === scope) return
      speaking = scope
      setScope(tx, scope).catch(() => {})
    }
    /** A query is sent when somebody first asks for its result; a fragment never is. */
    function announced<Q>(query: Q): Q {
      const sending = query as unknown as Sending
      if (typeof sending?.execute !== 'function') return query
      let sent = false
      for (const verb of SENDS) {
        const send = sending[verb]
        sending[verb] = function (this: unknown, ...given) {
          if (!sent) speak()
          sent = true
          return send.apply(this, given)
        }
      }
      return query
    }
    return new Proxy(tx, {
      apply: (target, self, given) => announced(Reflect.apply(target, self, given)),
      get: (target, key) => {
        if (key === 'unsafe') return (...given: Parameters<Tx['unsafe']>) => announced(target.unsafe(...given))
        return Reflect.get(target, key)
      },
    })
  }
}

function reply(kernel: Kernel, group: Waiting[], judged: Judged[]): void {
  const first = group[0]
  if (first) afterCommit(kernel, first.op, first.actor, judged)
  group.forEach(({ answer, fail }, index) => {
    const verdict = judged[index]
    if (verdict) answer(verdict)
    else fail(new Error('gather: an item got no verdict'))
  })
}

export const refused = (problem: Problem): Verdict<never> => ({ ok: false, problem })
