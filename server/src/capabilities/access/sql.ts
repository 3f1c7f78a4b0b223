import { randomUUID } from 'node:crypto'
import { setScope } from '../../kernel/db.ts'
import { type Ctx, type Role, scopeOf, systemActor } from '../../kernel/operation.ts'
import { open, seal } from '../../kernel/seal.ts'

/**
 * Secrets and seats outside the caller's own scope are reached only in here: the transaction acts as the system for the
 * moment of `work` and is the caller's again afterwards. When `work` throws, the transaction is rolled back anyway.
 */
export async function asAccess<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  await setScope(ctx.tx, scopeOf(systemActor(ctx.actor.county), null))
  const done = await work()
  await setScope(ctx.tx, scopeOf(ctx.actor, ctx.purpose))
  return done
}

export interface HeldSeatRow {
  id: string
  division: string
  role: Role
  placeId: string | null
  title: string
}
export interface AccountRow {
  id: string
  division: string
  signInName: string
  name: string
  language: 'zh' | 'en'
  createdAt: Date
  closedAt: Date | null
  seats: HeldSeatRow[]
}

type Stored = Omit<AccountRow, 'name' | 'seats'> & { county: number; nameSealed: Buffer }
const placeOfName = (county: number, id: string) => `access.account/${county}/${id}/name`
/** Years after an account was closed nothing stands there any more. */
export const openName = (county: number, id: string, sealed: Buffer): string =>
  sealed.length === 0 ? '—' : open(sealed, placeOfName(county, id))

const columns = (
  ctx: Ctx,
) => ctx.tx`a.county, a.id, a.division, a.sign_in_name as "signInName", a.name_sealed as "nameSealed",
  a.language, a.created_at as "createdAt", a.closed_at as "closedAt"`

async function complete(ctx: Ctx, rows: readonly Stored[]): Promise<AccountRow[]> {
  const held = await seatsHeldBy(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ county, nameSealed, ...row }) => ({
    ...row,
    name: openName(county, row.id, nameSealed),
    seats: held.get(row.id) ?? [],
  }))
}

/** Seats held at this moment, as far as the scope of the transaction reaches. */
export async function seatsHeldBy(ctx: Ctx, accountIds: readonly string[]): Promise<Map<string, HeldSeatRow[]>> {
  const rows = await ctx.tx<Array<HeldSeatRow & { accountId: string }>>`
    select o.account_id as "accountId", s.id, s.division, s.role, s.place_id as "placeId", s.title
    from access.occupancy o join access.seat s on s.county = o.county and s.id = o.seat_id
    where o.county = ${ctx.actor.county} and o.account_id = any(${[...accountIds]}::uuid[]) and s.closed_at is null
      and o.begins_at <= ${ctx.now} and (o.ends_at is null or o.ends_at > ${ctx.now})
    order by o.begins_at, s.id`
  const held = new Map<string, HeldSeatRow[]>()
  for (const { accountId, ...seat } of rows) held.set(accountId, [...(held.get(accountId) ?? []), seat])
  return held
}

export async function findAccount(ctx: Ctx, id: string): Promise<AccountRow | null> {
  const rows = await ctx.tx<
    Stored[]
  >`select ${columns(ctx)} from access.account a where a.county = ${ctx.actor.county} and a.id = ${id}`
  return (await complete(ctx, rows))[0] ?? null
}

export async function findAccountByName(ctx: Ctx, signInName: string): Promise<AccountRow | null> {
  const rows = await ctx.tx<Stored[]>`
    select ${columns(ctx)} from access.account a where a.county = ${ctx.actor.county} and a.sign_in_name = ${signInName}`
  return (await complete(ctx, rows))[0] ?? null
}

/**
 * The account of this name, or the one next to it in the alphabet: whoever asks does the same work for a name nobody has, down to
 * the rows, and learns nothing from how long it took.
 */
export async function findAccountOrNeighbour(ctx: Ctx, signInName: string): Promise<AccountRow | null> {
  const { tx, actor } = ctx
  const rows = await tx<Stored[]>`
    select * from (
      (select ${columns(ctx)} from access.account a
        where a.county = ${actor.county} and a.sign_in_name >= ${signInName} order by a.sign_in_name limit 1)
      union all
      (select ${columns(ctx)} from access.account a
        where a.county = ${actor.county} and a.sign_in_name < ${signInName} order by a.sign_in_name desc limit 1)
    ) as near order by "signInName" <> ${signInName} limit 1`
  return (await complete(ctx, rows))[0] ?? null
}

export interface NamedAccount {
  name: string
  division: string
}
export async function nameAccountRows(ctx: Ctx, ids: readonly string[]): Promise<Map<string, NamedAccount>> {
  const rows = await ctx.tx<{ county: number; id: string; division: string; nameSealed: Buffer }[]>`
    select county, id, division, name_sealed as "nameSealed" from access.account
    where county = ${ctx.actor.county} and id = any(${[...ids]}::uuid[])`
  return new Map(
    rows.map(({ county, id, division, nameSealed }) => [id, { division, name: openName(county, id, nameSealed) }]),
  )
}

interface AccountFilter {
  division: string | null
  signInName: string | null
  open: boolean | null
  after: string | null
  limit: number
}
export async function listAccountRows(ctx: Ctx, filter: AccountFilter): Promise<AccountRow[]> {
  const { tx, actor } = ctx
  const rows = await tx<Stored[]>`
    select ${columns(ctx)} from access.account a where a.county = ${actor.county}
      ${filter.division ? tx`and a.division >= ${filter.division} and a.division < ${`${filter.division}:`}` : tx``}
      ${filter.signInName ? tx`and a.sign_in_name = ${filter.signInName}` : tx``}
      ${filter.open === null ? tx`` : filter.open ? tx`and a.closed_at is null` : tx`and a.closed_at is not null`}
      ${filter.after ? tx`and a.sign_in_name > ${filter.after}` : tx``}
    order by a.sign_in_name limit ${filter.limit}`
  return complete(ctx, rows)
}

interface NewAccountRow {
  id: string
  division: string
  signInName: string
  name: string
  language: 'zh' | 'en'
}
/** False when the name or id is taken, also by an account the caller cannot see. */
export async function keepAccount(ctx: Ctx, account: NewAccountRow): Promise<boolean> {
  const { tx, actor, now } = ctx
  const sealed = seal(account.name, placeOfName(actor.county, account.id))
  const rows = await tx`
    insert into access.account (county, id, division, sign_in_name, name_sealed, language, created_at, created_by)
    values (${actor.county}, ${account.id}, ${account.division}, ${account.signInName}, ${sealed}, ${account.language},
      ${now}, ${actor.seatId})
    on conflict do nothing returning id`
  return rows.length === 1
}

export const closeAccountRow = (ctx: Ctx, id: string, closedAt: Date | null): Promise<unknown> =>
  ctx.tx`update access.account set closed_at = ${closedAt} where county = ${ctx.actor.county} and id = ${id}`.execute()

export const changeLanguageRow = (ctx: Ctx, id: string, language: 'zh' | 'en'): Promise<unknown> =>
  ctx.tx`update access.account set language = ${language} where county = ${ctx.actor.county} and id = ${id}`.execute()

export async function countAccounts(ctx: Ctx): Promise<number> {
  const [row] = await ctx.tx<{ count: number }[]>`
    select count(*)::int as count from access.account where county = ${ctx.actor.county}`
  return row?.count ?? 0
}

/** Administrators who would still be there without this account and without this seat. */
export async function countOtherAdministrators(
  ctx: Ctx,
  without: { accountId?: string; seatId?: string },
): Promise<number> {
  const [row] = await ctx.tx<{ count: number }[]>`
    select count(distinct o.account_id)::int as count
    from access.occupancy o
    join access.seat s on s.county = o.county and s.id = o.seat_id
    join access.account a on a.county = o.county and a.id = o.account_id
    where o.county = ${ctx.actor.county} and s.role = 'administrator' and s.closed_at is null and a.closed_at is null
      and o.begins_at <= ${ctx.now} and (o.ends_at is null or o.ends_at > ${ctx.now})
      and o.account_id <> ${without.accountId ?? randomUUID()} and o.seat_id <> ${without.seatId ?? randomUUID()}`
  return row?.count ?? 0
}
