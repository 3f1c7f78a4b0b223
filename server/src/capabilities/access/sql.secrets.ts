import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../kernel/operation.ts'
import { open, seal } from '../../kernel/seal.ts'

/** Everything here reads and writes as `asAccess`. */

export interface PasswordRow {
  hash: string
  given: boolean
}
export type KeptPassword = PasswordRow & { chosenAt: Date | null }
export async function findPassword(ctx: Ctx, accountId: string | null): Promise<KeptPassword | null> {
  const rows = await ctx.tx<KeptPassword[]>`
    select hash, given, chosen_at as "chosenAt" from access.password where county = ${ctx.actor.county} and account_id = ${accountId}`
  return rows[0] ?? null
}

export async function putPassword(ctx: Ctx, accountId: string, { hash, given }: PasswordRow): Promise<void> {
  await ctx.tx`
    insert into access.password as p (county, account_id, hash, set_at, given, chosen_at)
    values (${ctx.actor.county}, ${accountId}, ${hash}, ${ctx.now}, ${given}, ${given ? null : ctx.now})
    on conflict (county, account_id) do update set hash = excluded.hash, set_at = excluded.set_at, given = excluded.given,
      chosen_at = coalesce(excluded.chosen_at, p.chosen_at)`
}

export interface AuthenticatorRow {
  /** The secret in force, and the one that is being set up. */
  secret: string | null
  next: string | null
  lastStep: number
}
const placeOfSecret = (ctx: Ctx, accountId: string) => `access.authenticator/${ctx.actor.county}/${accountId}`

export async function findAuthenticator(ctx: Ctx, accountId: string): Promise<AuthenticatorRow | null> {
  const [row] = await ctx.tx<{ secret: Buffer | null; next: Buffer | null; lastStep: number }[]>`
    select secret_sealed as secret, next_sealed as next, last_step::float8 as "lastStep"
    from access.authenticator where county = ${ctx.actor.county} and account_id = ${accountId}`
  if (!row) return null
  const opened = (sealed: Buffer | null) => (sealed ? open(sealed, placeOfSecret(ctx, accountId)) : null)
  return { secret: opened(row.secret), next: opened(row.next), lastStep: row.lastStep }
}

export async function putNextAuthenticator(ctx: Ctx, accountId: string, secret: string): Promise<void> {
  const sealed = seal(secret, placeOfSecret(ctx, accountId))
  await ctx.tx`
    insert into access.authenticator (county, account_id, next_sealed, next_made_at)
    values (${ctx.actor.county}, ${accountId}, ${sealed}, ${ctx.now})
    on conflict (county, account_id) do update set next_sealed = excluded.next_sealed, next_made_at = excluded.next_made_at`
}

export const confirmAuthenticator = (ctx: Ctx, accountId: string, step: number): Promise<unknown> =>
  ctx.tx`
    update access.authenticator
    set secret_sealed = next_sealed, next_sealed = null, next_made_at = null, confirmed_at = ${ctx.now}, last_step = ${step}
    where county = ${ctx.actor.county} and account_id = ${accountId} and next_sealed is not null`.execute()

export const dropAuthenticator = (ctx: Ctx, accountId: string): Promise<unknown> =>
  ctx.tx`
    update access.authenticator set secret_sealed = null, next_sealed = null, next_made_at = null, confirmed_at = null
    where county = ${ctx.actor.county} and account_id = ${accountId}`.execute()

/** False when that time step, or a later one, was used already: two requests cannot both spend the same code. */
export async function spendStep(ctx: Ctx, accountId: string, step: number): Promise<boolean> {
  const rows = await ctx.tx`
    update access.authenticator set last_step = ${step}
    where county = ${ctx.actor.county} and account_id = ${accountId} and last_step < ${step} returning 1`
  return rows.length === 1
}

export async function putRecoveryCodes(ctx: Ctx, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  const { tx, actor, now } = ctx
  await tx`
    update access.recovery_code set used_at = ${now}
    where county = ${actor.county} and account_id = ${accountId} and used_at is null`
  const rows = hashes.map((hash) => ({ county: actor.county, account_id: accountId, code_hash: hash, made_at: now }))
  if (rows.length > 0) await tx`insert into access.recovery_code ${tx(rows)}`
}

export async function spendRecoveryCode(ctx: Ctx, accountId: string, hash: Buffer): Promise<boolean> {
  const rows = await ctx.tx`
    update access.recovery_code set used_at = ${ctx.now}
    where county = ${ctx.actor.county} and account_id = ${accountId} and code_hash = ${hash} and used_at is null returning 1`
  return rows.length === 1
}

export async function countRecoveryCodes(ctx: Ctx, accountId: string): Promise<number> {
  const [row] = await ctx.tx<{ count: number }[]>`
    select count(*)::int as count from access.recovery_code
    where county = ${ctx.actor.county} and account_id = ${accountId} and used_at is null`
  return row?.count ?? 0
}

// --- One-time codes ---------------------------------------------------------------------------------------------------------

export type CodePurpose = 'welcome' | 'device' | 'second-factor' | 'passkey'
export interface CodeRow {
  id: string
  accountId: string | null
  details: Record<string, string | null>
  tries: number
}

interface NewCodeRow {
  purpose: CodePurpose
  hash: Buffer
  accountId: string | null
  details: Record<string, string | null>
  expiresAt: Date
}
export async function keepCode(ctx: Ctx, code: NewCodeRow): Promise<void> {
  await ctx.tx`
    insert into access.one_time_code (county, id, purpose, code_hash, account_id, details, made_at, expires_at)
    values (${ctx.actor.county}, ${randomUUID()}, ${code.purpose}, ${code.hash}, ${code.accountId},
      ${JSON.stringify(code.details)}, ${ctx.now}, ${code.expiresAt})`
}

interface Stored extends Omit<CodeRow, 'details'> {
  details: string
}
const readCode = (row: Stored | undefined): CodeRow | null =>
  row ? { ...row, details: JSON.parse(row.details) } : null

export async function findCode(ctx: Ctx, purpose: CodePurpose, hash: Buffer): Promise<CodeRow | null> {
  const rows = await ctx.tx<Stored[]>`
    select id, account_id as "accountId", details, tries from access.one_time_code
    where county = ${ctx.actor.county} and purpose = ${purpose} and code_hash = ${hash} and used_at is null and expires_at > ${ctx.now}`
  return readCode(rows[0])
}

/** Spends the code: of two who come with it at once, one gets nothing. */
export async function spendCode(ctx: Ctx, purpose: CodePurpose, hash: Buffer): Promise<CodeRow | null> {
  const rows = await ctx.tx<Stored[]>`
    update access.one_time_code set used_at = ${ctx.now}
    where county = ${ctx.actor.county} and purpose = ${purpose} and code_hash = ${hash} and used_at is null and expires_at > ${ctx.now}
    returning id, account_id as "accountId", details, tries`
  return readCode(rows[0])
}

/** Writes down that a token we keep no other trace of was used; false the second time. */
export async function keepUsedCode(
  ctx: Ctx,
  purpose: CodePurpose,
  hash: Buffer,
  accountId: string | null,
): Promise<boolean> {
  const rows = await ctx.tx`
    insert into access.one_time_code (county, id, purpose, code_hash, account_id, details, made_at, expires_at, used_at)
    values (${ctx.actor.county}, ${randomUUID()}, ${purpose}, ${hash}, ${accountId}, '{}', ${ctx.now}, ${ctx.now}, ${ctx.now})
    on conflict do nothing returning id`
  return rows.length === 1
}

export async function countTry(ctx: Ctx, id: string): Promise<number> {
  const [row] = await ctx.tx<{ tries: number }[]>`
    update access.one_time_code set tries = tries + 1 where county = ${ctx.actor.county} and id = ${id} returning tries`
  return row?.tries ?? 0
}

export const withdrawCodes = (ctx: Ctx, purpose: CodePurpose, accountId: string): Promise<unknown> =>
  ctx.tx`
    update access.one_time_code set used_at = ${ctx.now}
    where county = ${ctx.actor.county} and purpose = ${purpose} and account_id = ${accountId} and used_at is null`.execute()

// --- Failed guesses ---------------------------------------------------------------------------------------------------------

/** Waits for nobody: false means another guess at the same account is being looked at right now. */
export async function takeTurn(ctx: Ctx, lane: Buffer): Promise<boolean> {
  const [row] = await ctx.tx<{ taken: boolean }[]>`
    select pg_try_advisory_xact_lock(${lane.readInt32BE(0)}, ${lane.readInt32BE(4)}) as taken`
  return row?.taken ?? false
}

/** When the failed guesses of each lane were made, since the given moment. */
export async function findFailedGuesses(ctx: Ctx, lanes: readonly Buffer[], since: Date): Promise<Date[][]> {
  const wanted = lanes.map((lane) => lane.toString('hex'))
  const rows = await ctx.tx<{ lane: Buffer; at: Date }[]>`
    select lane, at from access.failed_guess
    where county = ${ctx.actor.county} and lane in (select decode(l, 'hex') from unnest(${wanted}::text[]) as l) and at > ${since} order by at`
  return lanes.map((lane) => rows.filter((row) => lane.equals(row.lane)).map((row) => row.at))
}

export async function keepFailedGuess(ctx: Ctx, lanes: readonly Buffer[]): Promise<void> {
  const { tx, actor, now } = ctx
  await tx`insert into access.failed_guess ${tx(lanes.map((lane) => ({ county: actor.county, id: randomUUID(), lane, at: now })))}`
}

export const forgetGuesses = (ctx: Ctx, before: Date): Promise<unknown> =>
  ctx.tx`delete from access.failed_guess where county = ${ctx.actor.county} and at < ${before}`.execute()
