import type { Ctx } from '../../kernel/operation.ts'
import { busySigningIn, tooManyGuesses } from './problems.ts'
import { GUESS_WINDOW_MS, type Lane, mayGuess } from './rules.ts'
import { hashingIsFull, laneHash } from './secrets.ts'
import { findFailedGuesses, keepFailedGuess, takeTurn } from './sql.secrets.ts'

/** One guess that may be looked at. Call `failed` when it was wrong: what is not counted was not wrong. */
export interface Guess {
  failed(): Promise<void>
}

/**
 * Decides, before anything is hashed, whether a guess is looked at. Guesses at one account take turns, across processes too:
 * a hundred at once are one after the other, so the tenth that fails is the last that is looked at. Nobody waits here, because
 * whoever waits holds a database connection. Refused guesses leave no trace; there may be millions of them.
 */
export async function admitGuess(ctx: Ctx, lanes: readonly Lane[]): Promise<Guess> {
  if (hashingIsFull()) throw busySigningIn()
  const hashes = lanes.map((lane) => laneHash(lane.kind, lane.key))
  for (const [index, lane] of lanes.entries()) {
    const hash = hashes[index]
    const turns = lane.kind === 'account' || lane.kind === 'device'
    if (hash && turns && !(await takeTurn(ctx, hash))) throw busySigningIn()
  }
  const since = new Date(ctx.now.getTime() - GUESS_WINDOW_MS)
  const earlier = await findFailedGuesses(ctx, hashes, since)
  const full = earlier.findIndex((failed, index) => !mayGuess(failed, lanes[index]?.limit ?? 0, ctx.now))
  if (full >= 0) {
    const oldest = earlier[full]?.[0] ?? ctx.now
    const retryAfterSeconds = Math.max(1, Math.ceil((oldest.getTime() + GUESS_WINDOW_MS - ctx.now.getTime()) / 1000))
    throw tooManyGuesses({ retryAfterSeconds })
  }
  return { failed: () => keepFailedGuess(ctx, hashes) }
}
