import { Secret, TOTP } from 'otpauth'
import type { Ctx } from '../../kernel/operation.ts'
import { normalizeLetters } from './rules.ts'
import { codeHash, newCode } from './secrets.ts'
import {
  confirmAuthenticator,
  findAuthenticator,
  putNextAuthenticator,
  putRecoveryCodes,
  spendRecoveryCode,
  spendStep,
} from './sql.secrets.ts'

/** Everything here runs as `asAccess`. */

const PERIOD_S = 30
/** A phone whose clock is half a minute off still gets in. */
const WINDOW = 1
const RECOVERY_CODES = 10

const totp = (secret: string, label: string) =>
  new TOTP({
    issuer: '群防 Qunfang',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  })

/** The time step a code belongs to, or null when it belongs to none near now. */
function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret, '').validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta
}

export async function beginAuthenticator(ctx: Ctx, account: { id: string; signInName: string }) {
  const secret = new Secret({ size: 20 }).base32
  await putNextAuthenticator(ctx, account.id, secret)
  return { secret, uri: totp(secret, account.signInName).toString() }
}

/** A secret is in force only after a code of it has been shown: nobody locks themselves out with a square never scanned. */
export async function completeAuthenticator(ctx: Ctx, accountId: string, code: string): Promise<boolean> {
  const authenticator = await findAuthenticator(ctx, accountId)
  const step = authenticator?.next ? stepOf(authenticator.next, code, ctx.now) : null
  if (step === null) return false
  await confirmAuthenticator(ctx, accountId, step)
  return true
}

export async function renewRecoveryCodes(ctx: Ctx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => newCode(ctx.actor.county, 10).slice(7))
  await putRecoveryCodes(
    ctx,
    accountId,
    codes.map((code) => recoveryHash(accountId, code)),
  )
  return codes
}

const recoveryHash = (accountId: string, code: string): Buffer =>
  codeHash('recovery', `${accountId} ${normalizeLetters(code)}`)

/** Tells what kind of second factor was shown, and spends it. */
export async function proveFactor(
  ctx: Ctx,
  accountId: string,
  typed: string,
): Promise<'authenticator' | 'recovery-code' | null> {
  if (/^\d{6}$/.test(typed)) {
    const authenticator = await findAuthenticator(ctx, accountId)
    const step = authenticator?.secret ? stepOf(authenticator.secret, typed, ctx.now) : null
    return step !== null && (await spendStep(ctx, accountId, step)) ? 'authenticator' : null
  }
  return (await spendRecoveryCode(ctx, accountId, recoveryHash(accountId, typed))) ? 'recovery-code' : null
}
