import { announce } from '../../kernel/feed.ts'
import type { Ctx, Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { findPosts } from '../responsibility/index.ts'
import { postUnknown } from './problems.ts'
import { type Fact, keepFacts } from './sql.ts'

/** What every fact says about its origin; the digest covers what was sent and nothing the server added. */
export const originOf = ({ actor, now }: Ctx, division: string, sent: { id: string }): Fact => ({
  county: actor.county,
  id: sent.id,
  division,
  recorded_by: actor.accountId,
  received_at: now,
  digest: digestOf(sent),
})

/** What the device's clock said, put right by how far it went wrong; paper and the desk's own entry say the hour itself. */
export const happenedAt = ({ clockOffsetMs }: Ctx, { recordedAt, way }: { recordedAt: string; way: string }): Date =>
  new Date(Date.parse(recordedAt) + (way === 'app' ? clockOffsetMs : 0))

export const INSPECTED = 'inspection'
/** One announcement per village however many records. */
export const tell = (ctx: Ctx, rows: ReadonlyArray<{ id: string; division: string }>): void =>
  announce(
    ctx,
    [...Map.groupBy(rows, ({ division }) => division)].map(([division, own]) => ({
      kind: INSPECTED,
      division,
      ids: own.map(({ id }) => id),
    })),
  )

/** Keeps one fact that stands by itself. */
export async function keepOne(
  ctx: Ctx,
  table: `inspections.${string}`,
  row: Fact & Record<string, unknown>,
): Promise<'new' | 'again'> {
  const [arrival] = await keepFacts(ctx.tx, table, [row])
  if (arrival === undefined || arrival === 'taken') throw idTaken({ id: row.id })
  return arrival
}

/** The first post that is not known, as far as the sender may know of it. */
export async function missingPost(
  { tx }: Ctx,
  ids: readonly string[],
): Promise<(own: readonly string[]) => Problem | null> {
  const known = await findPosts(tx, ids)
  return (own) => {
    const missing = own.find((id) => !known.has(id))
    return missing ? postUnknown({ id: missing }) : null
  }
}

/** What was sent before is answered as before; another content under its id is refused. */
export function knownBefore<T>(digest: Buffer | undefined, item: { id: string }, value: T): Verdict<T> | null {
  if (!digest) return null
  return digest.equals(digestOf(item)) ? { ok: true, arrival: 'again', value } : { ok: false, problem: idTaken(item) }
}
