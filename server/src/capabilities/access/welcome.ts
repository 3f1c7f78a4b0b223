import { randomUUID } from 'node:crypto'
import { recordAudit } from '../../kernel/audit.ts'
import { asSystem, type Ctx, type Kernel } from '../../kernel/operation.ts'
import { normalizeCode, WELCOME_VALID_MS } from './rules.ts'
import { codeHash, newCode, unusableHash } from './secrets.ts'
import { keepOccupancy, keepSeat } from './sql.seats.ts'
import {
  dropAuthenticator,
  findPassword,
  keepCode,
  putPassword,
  putRecoveryCodes,
  withdrawCodes,
} from './sql.secrets.ts'
import { endSessions } from './sql.sessions.ts'
import { type AccountRow, countAccounts, findAccountByName, keepAccount } from './sql.ts'

const WELCOME_LETTERS = 16

export interface Welcome {
  code: string
  expiresAt: Date
}

/** A new code makes the earlier ones worthless. Runs as `asAccess`. */
export async function issueWelcome(ctx: Ctx, accountId: string): Promise<Welcome> {
  const code = newCode(ctx.actor.county, WELCOME_LETTERS)
  const expiresAt = new Date(ctx.now.getTime() + WELCOME_VALID_MS)
  await withdrawCodes(ctx, 'welcome', accountId)
  const hash = codeHash('welcome', normalizeCode(code)?.code ?? '')
  await keepCode(ctx, { purpose: 'welcome', hash, accountId, details: {}, expiresAt })
  return { code, expiresAt }
}

/** Whatever somebody else may know is worthless at once: password, second factor and open sessions. Runs as `asAccess`. */
export async function resetSignIn(ctx: Ctx, accountId: string): Promise<Welcome> {
  if (await findPassword(ctx, accountId)) await putPassword(ctx, accountId, { hash: unusableHash(), given: true })
  await dropAuthenticator(ctx, accountId)
  await putRecoveryCodes(ctx, accountId, [])
  await endSessions(ctx, { accountId })
  return issueWelcome(ctx, accountId)
}

const FIRST = 'admin'

/** The first person of a county sits at the desk, and on the administrator's seat until somebody else is appointed. */
async function seatFirstPerson(ctx: Ctx): Promise<void> {
  const accountId = randomUUID()
  const division = String(ctx.actor.county)
  await keepAccount(ctx, { id: accountId, division, signInName: FIRST, name: '县防控办', language: 'zh' })
  for (const [role, title] of [
    ['county-desk', '县防控办'],
    ['administrator', '系统管理员'],
  ] as const) {
    const seat = { id: randomUUID(), division, role, placeId: null, title }
    await keepSeat(ctx, seat)
    // The desk is held a moment longer, so it is where the first sign-in leads.
    const beginsAt = new Date(ctx.now.getTime() - (role === 'county-desk' ? 1 : 0))
    await keepOccupancy(ctx, { seat, accountId, beginsAt, endsAt: null })
  }
}

/**
 * What `npm start` prints: a way in for the first person, until that person has chosen a password. Null when somebody already
 * runs this county.
 */
export function welcomeFirstPerson(
  kernel: Kernel,
  county: number,
  now: Date,
): Promise<(Welcome & { signInName: string }) | null> {
  return asSystem(kernel, county, now, async (ctx) => {
    if ((await countAccounts(ctx)) === 0) await seatFirstPerson(ctx)
    const account = await findAccountByName(ctx, FIRST)
    if (!account || account.closedAt || (await findPassword(ctx, account.id))?.given === false) return null
    return {
      ...(await audited(ctx, account, 'access.account.welcome', () => issueWelcome(ctx, account.id))),
      signInName: FIRST,
    }
  })
}

/** For the command line, where whoever holds the server holds everything: a way back in for somebody locked out. */
export function resetFromCommandLine(kernel: Kernel, county: number, name: string, now: Date): Promise<Welcome | null> {
  return asSystem(kernel, county, now, async (ctx) => {
    const account = await findAccountByName(ctx, name)
    if (!account || account.closedAt) return null
    return audited(ctx, account, 'access.account.reset-from-command-line', () => resetSignIn(ctx, account.id))
  })
}

async function audited<T>(ctx: Ctx, account: AccountRow, operation: string, work: () => Promise<T>): Promise<T> {
  const done = await work()
  recordAudit(ctx, operation, { subject: account.id, division: account.division })
  return done
}
