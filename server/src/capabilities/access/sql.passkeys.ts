import type { Ctx } from '../../kernel/operation.ts'

/** Everything here reads and writes as `asAccess`. */

export interface PasskeyRow {
  id: string
  accountId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  label: string
  madeAt: Date
  lastUsedAt: Date | null
}

const columns = (
  ctx: Ctx,
) => ctx.tx`id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey",
  counter::float8 as counter, transports, label, made_at as "madeAt", last_used_at as "lastUsedAt"`

export const listPasskeys = (ctx: Ctx, accountId: string): Promise<PasskeyRow[]> =>
  ctx.tx<PasskeyRow[]>`
    select ${columns(ctx)} from access.passkey
    where county = ${ctx.actor.county} and account_id = ${accountId} and removed_at is null order by made_at`.execute()

export async function findPasskey(ctx: Ctx, credentialId: string): Promise<PasskeyRow | null> {
  const rows = await ctx.tx<PasskeyRow[]>`
    select ${columns(ctx)} from access.passkey
    where county = ${ctx.actor.county} and credential_id = ${credentialId} and removed_at is null`
  return rows[0] ?? null
}

export async function keepPasskey(ctx: Ctx, passkey: PasskeyRow): Promise<boolean> {
  const rows = await ctx.tx`
    insert into access.passkey (county, id, account_id, credential_id, public_key, counter, transports, label, made_at)
    values (${ctx.actor.county}, ${passkey.id}, ${passkey.accountId}, ${passkey.credentialId}, ${passkey.publicKey},
      ${passkey.counter}, ${passkey.transports}, ${passkey.label}, ${passkey.madeAt})
    on conflict do nothing returning id`
  return rows.length === 1
}

export const countPasskeyUse = (ctx: Ctx, id: string, counter: number): Promise<unknown> =>
  ctx.tx`
    update access.passkey set counter = ${counter}, last_used_at = ${ctx.now}
    where county = ${ctx.actor.county} and id = ${id}`.execute()

export async function removePasskeyRow(ctx: Ctx, accountId: string, id: string): Promise<boolean> {
  const rows = await ctx.tx`
    update access.passkey set removed_at = ${ctx.now}
    where county = ${ctx.actor.county} and account_id = ${accountId} and id = ${id} and removed_at is null returning 1`
  return rows.length === 1
}
