import type { Ctx } from '../../kernel/operation.ts'
import { type FoundCheckpoint, findCheckpointRows } from './sql.checkpoints.ts'

/** Opening and closing are rare and every screening asks; a closing by another process is obeyed within these seconds. */
const REMEMBER_MS = 5_000
const remembered = new Map<number, Map<string, { found: FoundCheckpoint; at: number }>>()

/** Called once a checkpoint was closed or reopened, so that this process forgets at once. */
export const forgetStanding = (): void => remembered.clear()

/**
 * By id, as they stood a moment ago, of the whole county: whether one lies in the caller's own area is for the caller to ask. What is
 * unknown is not in the map, and not remembered either.
 */
export async function recentCheckpoints(ctx: Ctx, ids: readonly string[]): Promise<Map<string, FoundCheckpoint>> {
  const { tx, actor, now } = ctx
  const own = remembered.get(actor.county) ?? new Map<string, { found: FoundCheckpoint; at: number }>()
  remembered.set(actor.county, own)
  const standing = new Map<string, FoundCheckpoint>()
  const asked: string[] = []
  for (const id of ids) {
    const known = ctx.contested ? undefined : own.get(id)
    if (known && Math.abs(now.getTime() - known.at) < REMEMBER_MS) standing.set(id, known.found)
    else asked.push(id)
  }
  if (asked.length === 0) return standing
  for (const [id, found] of await findCheckpointRows(tx, asked)) {
    own.set(id, { found, at: now.getTime() })
    standing.set(id, found)
  }
  return standing
}
