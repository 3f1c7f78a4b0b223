import { announce } from '../../kernel/feed.ts'
import type { Ctx, Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { findPosts } from '../responsibility/index.ts'
import { postUnknown } from './problems.ts'

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
