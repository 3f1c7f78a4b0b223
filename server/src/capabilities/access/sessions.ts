import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../kernel/operation.ts'
import { noSeat, setUpSecondFactorFirst, stepUpNeeded } from './problems.ts'
import { isRecent, needsSecondFactor, sessionLimits, toSecure, worksAtDesk } from './rules.ts'
import type { Me, SignedIn } from './schema.ts'
import { newToken, tokenHash } from './secrets.ts'
import { passkeySite } from './settings.ts'
import { listPasskeys } from './sql.passkeys.ts'
import { countRecoveryCodes, findAuthenticator, findPassword } from './sql.secrets.ts'
import { findSession, keepSession, type SessionRow, type SignedInBy } from './sql.sessions.ts'
import { type AccountRow, asAccess, findAccount, type HeldSeatRow } from './sql.ts'
import { verbsOf } from './verbs.ts'

interface Opening {
  account: AccountRow
  seat: HeldSeatRow
  deviceId: string | null
  how: SignedInBy
  /** When a second factor was last shown; null only for roles that need none. */
  factorAt: Date | null
  /** When the one-time code was entered, if one began it. */
  codeAt?: Date | null
}

/** The only place where a session begins: there is none before the second factor. Runs as `asAccess`. */
export async function openSession(ctx: Ctx, opening: Opening): Promise<SignedIn> {
  const { account, seat, deviceId, how, factorAt, codeAt = null } = opening
  if (needsSecondFactor(seat.role) && factorAt === null) throw setUpSecondFactorFirst()
  const limits = sessionLimits(seat.role, deviceId !== null)
  const token = newToken(ctx.actor.county)
  const session: SessionRow = {
    id: randomUUID(),
    accountId: account.id,
    seatId: seat.id,
    deviceId,
    how,
    beganAt: ctx.now,
    lastUsedAt: ctx.now,
    idleMs: limits.idleMs,
    expiresAt: new Date(ctx.now.getTime() + limits.absoluteMs),
    factorAt,
    codeAt,
    endedAt: null,
  }
  await keepSession(ctx, session, tokenHash(token))
  const me = await describeMe(ctx, account, session)
  return { outcome: 'signed-in', token, expiresAt: session.expiresAt.toISOString(), me }
}

/** Of several seats the one held longest comes first. */
export function firstSeat(account: AccountRow): HeldSeatRow {
  const [seat] = account.seats
  if (!seat) throw noSeat()
  return seat
}

/** Runs as `asAccess`: a person's seats may lie in divisions the session itself does not reach. */
export async function describeMe(ctx: Ctx, account: AccountRow, session: SessionRow): Promise<Me> {
  const seat = account.seats.find((held) => held.id === session.seatId)
  if (!seat) throw noSeat()
  const security = await describeSecurity(ctx, account, session, seat)
  const password = await findPassword(ctx, account.id)
  const secured = security.authenticator || security.passkeys.length > 0
  const todo: Me['todo'] = []
  if (!password || password.given) todo.push('password')
  if (needsSecondFactor(seat.role) && !secured) todo.push('second-factor')
  if (security.authenticator && security.recoveryCodesLeft === 0) todo.push('recovery-codes')
  const { id, signInName, name, language } = account
  return {
    account: { id, signInName, name, language },
    county: ctx.actor.county,
    division: seat.division,
    role: seat.role,
    placeId: seat.placeId,
    seat,
    otherSeats: account.seats.filter((held) => held.id !== seat.id),
    deviceId: session.deviceId,
    verbs: verbsOf(seat.role),
    todo,
    secureFirst: toSecure({ ...session, role: seat.role, chosenAt: password?.chosenAt ?? null }),
    security,
  }
}

async function describeSecurity(
  ctx: Ctx,
  account: AccountRow,
  session: SessionRow,
  seat: HeldSeatRow,
): Promise<Me['security']> {
  const authenticator = await findAuthenticator(ctx, account.id)
  const passkeys = await listPasskeys(ctx, account.id)
  return {
    signedInBy: session.how,
    sessionExpiresAt: session.expiresAt.toISOString(),
    factorFresh: isRecent(session.factorAt, ctx.now),
    authenticator: authenticator?.secret != null,
    recoveryCodesLeft: await countRecoveryCodes(ctx, account.id),
    passkeysPossible: worksAtDesk(seat.role) && passkeySite() !== null,
    passkeys: passkeys.map(({ id, label, madeAt, lastUsedAt }) => ({
      id,
      label,
      madeAt: madeAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  }
}

/**
 * For operations that hand out rights, take people's identities out or change policy: the person has to have shown a second
 * factor within the last minutes. Roles at village level have none and are never let near such operations by policy.
 */
export async function requireFreshFactor(ctx: Ctx): Promise<void> {
  const { sessionId, accountId, role } = ctx.actor
  if (ctx.actor.kind === 'system' || !sessionId || !accountId || !role || !needsSecondFactor(role)) return
  await asAccess(ctx, async () => {
    const session = await findSession(ctx, sessionId)
    if (isRecent(session?.factorAt ?? null, ctx.now)) return
    const authenticator = await findAuthenticator(ctx, accountId)
    const passkeys = await listPasskeys(ctx, accountId)
    throw authenticator?.secret || passkeys.length > 0 ? stepUpNeeded() : setUpSecondFactorFirst()
  })
}

/** The signed-in person's own account and session. Runs as `asAccess`. */
export async function myself(ctx: Ctx): Promise<{ account: AccountRow; session: SessionRow }> {
  const account = ctx.actor.accountId ? await findAccount(ctx, ctx.actor.accountId) : null
  const session = ctx.actor.sessionId ? await findSession(ctx, ctx.actor.sessionId) : null
  if (!account || !session) throw noSeat()
  return { account, session }
}
