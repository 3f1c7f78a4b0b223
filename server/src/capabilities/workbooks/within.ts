import { recordAudit } from '../../kernel/audit.ts'
import type { AnyBatchOperation, BatchOperation, Ctx, Verdict } from '../../kernel/operation.ts'
import { notAllowed, Problem, readInput } from '../../kernel/problem.ts'
import { leavePoint, markPoint, returnToPoint } from './sql.ts'

/** A neighbour's batch in a transaction that is under way: the same form, the same rights, one verdict an item. */
export async function batchWithin<D extends AnyBatchOperation>(
  ctx: Ctx,
  op: D,
  raw: readonly unknown[],
): Promise<Array<Verdict<D extends BatchOperation<infer _I, infer O, infer _L> ? O['_zod']['output'] : never>>> {
  // biome-ignore lint/suspicious/noExplicitAny: what each item is, its own operation says
  const verdicts: Verdict<any>[] = new Array(raw.length)
  const sound: Array<{ at: number; item: unknown }> = []
  raw.forEach((one, at) => {
    const read = readInput(op.item, one)
    if (read.ok) sound.push({ at, item: read.data })
    else verdicts[at] = read
  })
  if (sound.length === 0) return verdicts
  const loaded = await op.load(
    ctx,
    sound.map(({ item }) => item),
  )
  const allowed = sound.filter(({ at, item }) => {
    const answer = op.allow(ctx.actor, loaded, item)
    if (answer !== true) verdicts[at] = { ok: false, problem: answer || notAllowed({ operation: op.name }) }
    return answer === true
  })
  if (allowed.length === 0) return verdicts
  const { actor, clockOffsetMs, requestId } = ctx
  const items = allowed.map(({ item }) => item)
  const judged = await op.runMany(
    ctx,
    items,
    loaded,
    items.map(() => ({ actor, clockOffsetMs, requestId })),
  )
  recordAudit(ctx, op.name, op.audit(items, judged))
  for (const [index, { at }] of allowed.entries()) {
    const verdict = judged[index]
    if (!verdict) throw new Error(`${op.name}: an item got no verdict`)
    verdicts[at] = verdict
  }
  return verdicts
}

/** All of it stands, or the refusal and nothing else. */
export async function attempt<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T | Problem> {
  const own: Ctx = { ...ctx, meanwhile: [] }
  await markPoint(ctx.tx)
  try {
    const done = await work(own)
    await Promise.all(own.meanwhile)
    await leavePoint(ctx.tx)
    return done
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await Promise.allSettled(own.meanwhile)
    await returnToPoint(ctx.tx)
    return error
  }
}

/** What would come of it: done in earnest, and taken back. */
export async function rehearse<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const own: Ctx = { ...ctx, meanwhile: [] }
  await markPoint(ctx.tx)
  const done = await work(own)
  await Promise.all(own.meanwhile)
  await returnToPoint(ctx.tx)
  return done
}
