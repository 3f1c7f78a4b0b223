import type { Capability, Ctx } from '../../kernel/operation.ts'
import { forgetActors } from './actors.ts'
import { admitGuess, type Guess } from './guessing.ts'
import { accessJobs } from './jobs.ts'
import { accessRoutes } from './routes.ts'
import { addressLanes } from './rules.ts'
import { accessSettings } from './settings.ts'
import { findSeats } from './sql.seats.ts'
import { asAccess, type NamedAccount, nameAccountRows } from './sql.ts'

export const accessCapability: Capability = { name: 'access', routes: accessRoutes, jobs: accessJobs }

export { findActor, findActors, sessionAlive } from './actors.ts'
export { type Author, type Carrying, carryingOf } from './authors.ts'
export { enrolAccounts } from './operations.enrolling.ts'
export { requireFreshFactor } from './sessions.ts'
export { useAccess } from './settings.ts'
export { verbsOf } from './verbs.ts'
export { resetFromCommandLine, type Welcome, welcomeFirstPerson } from './welcome.ts'

/**
 * Names of accounts by id, of the whole county: for a neighbour that has decided that its reader may know who stands above them.
 * Never at the same time as another query of the transaction, which acts as the system meanwhile.
 */
export const nameAccounts = (ctx: Ctx, ids: readonly string[]): Promise<Map<string, NamedAccount>> =>
  ids.length === 0 ? Promise.resolve(new Map()) : asAccess(ctx, () => nameAccountRows(ctx, [...new Set(ids)]))

/** What seats are called, of the whole county, under the same condition. */
export async function nameSeats(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const found = ids.length === 0 ? [] : await asAccess(ctx, () => findSeats(ctx, [...new Set(ids)]))
  return new Map(found.map(({ id, title }) => [id, title]))
}

/** Where people reach us, for what is printed. */
export const publicAddress = (): string => accessSettings().publicUrl

const ENDS_A_SESSION = ['access.session.sign-out', 'access.session.sign-out-everywhere']

/**
 * Limits how often somebody without an account may try a code at one address. Inside a scope that acts as the system; what is not
 * reported as `failed` was no wrong guess.
 */
export const admitByAddress = (ctx: Ctx): Promise<Guess> => admitGuess(ctx, addressLanes(ctx.address ?? null))

interface SessionAfter {
  /** Null: the browser's copy is to be thrown away. */
  token: string | null
  expiresAt: Date
  secure: boolean
}

/** For the HTTP entrypoint, once an operation has been committed: what becomes of the cookie, and of what was remembered. */
export function sessionAfter(operation: string, output: unknown): SessionAfter | null {
  if (!operation.startsWith('access.')) return null
  forgetActors()
  const secure = accessSettings().publicUrl.startsWith('https:')
  if (ENDS_A_SESSION.includes(operation)) return { token: null, expiresAt: new Date(0), secure }
  const said = output as { outcome?: unknown; token?: unknown; expiresAt?: unknown } | null
  if (said?.outcome !== 'signed-in') return null
  return { token: String(said.token), expiresAt: new Date(String(said.expiresAt)), secure }
}
