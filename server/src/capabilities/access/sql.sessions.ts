import type { Ctx, Role } from '../../kernel/operation.ts'
import type { SessionThen } from './rules.authors.ts'

/** Everything here reads and writes as `asAccess`. */

export type SignedInBy = 'password' | 'authenticator' | 'recovery-code' | 'passkey' | 'welcome-code'

export interface SessionRow {
  id: string
  accountId: string
  seatId: string
  deviceId: string | null
  how: SignedInBy
  beganAt: Date
  lastUsedAt: Date
  idleMs: number
  expiresAt: Date
  factorAt: Date | null
  /** When the one-time code was entered that this sign-in came from, also by way of another seat. */
  codeAt: Date | null
  endedAt: Date | null
}

const columns = (
  ctx: Ctx,
) => ctx.tx`s.id, s.account_id as "accountId", s.seat_id as "seatId", s.device_id as "deviceId", s.how,
  s.began_at as "beganAt", s.last_used_at as "lastUsedAt", s.idle_ms::float8 as "idleMs", s.expires_at as "expiresAt",
  s.factor_at as "factorAt", s.code_at as "codeAt", s.ended_at as "endedAt"`

export async function keepSession(ctx: Ctx, session: SessionRow, tokenHash: Buffer): Promise<void> {
  const { tx, actor } = ctx
  await tx`
    insert into access.session (county, id, token_hash, account_id, seat_id, device_id, how, began_at, last_used_at, idle_ms,
      expires_at, factor_at, code_at)
    values (${actor.county}, ${session.id}, ${tokenHash}, ${session.accountId}, ${session.seatId}, ${session.deviceId},
      ${session.how}, ${session.beganAt}, ${session.lastUsedAt}, ${session.idleMs}, ${session.expiresAt}, ${session.factorAt},
      ${session.codeAt})`
}

export type LiveSession = SessionRow & {
  tokenHash: Buffer
  role: Role
  division: string
  placeId: string | null
  /** When its person last chose a password. */
  chosenAt: Date | null
}

/** A session counts only while its account is open, its seat is still held and its device has not been shut out. */
export function findLiveSessions(ctx: Ctx, tokenHashes: readonly Buffer[]): Promise<LiveSession[]> {
  const { tx, actor, now } = ctx
  return tx<LiveSession[]>`
    select ${columns(ctx)}, s.token_hash as "tokenHash", seat.role, seat.division, seat.place_id as "placeId",
      p.chosen_at as "chosenAt"
    from access.session s
    join access.account a on a.county = s.county and a.id = s.account_id
    join access.seat seat on seat.county = s.county and seat.id = s.seat_id
    left join access.device d on d.county = s.county and d.id = s.device_id
    left join access.password p on p.county = s.county and p.account_id = s.account_id
    where s.county = ${actor.county} and s.token_hash = any(${[...tokenHashes]}::bytea[]) and s.ended_at is null
      and a.closed_at is null and seat.closed_at is null and d.revoked_at is null
      and exists (select 1 from access.occupancy o where o.county = s.county and o.account_id = s.account_id
        and o.seat_id = s.seat_id and o.begins_at <= ${now} and (o.ends_at is null or o.ends_at > ${now}))`.execute()
}

export const findLiveSession = async (ctx: Ctx, tokenHash: Buffer): Promise<LiveSession | null> =>
  (await findLiveSessions(ctx, [tokenHash]))[0] ?? null

export type SessionRowThen = LiveSession & SessionThen

/** Sessions whether they still count or not, with what ended and when. */
export async function findSessionsThen(ctx: Ctx, tokenHashes: readonly Buffer[]): Promise<SessionRowThen[]> {
  const { tx, actor, now } = ctx
  const rows = await tx<Array<SessionRowThen & { sat: Array<{ from: string; until: string | null }> }>>`
    select ${columns(ctx)}, s.token_hash as "tokenHash", seat.role, seat.division, seat.place_id as "placeId",
      p.chosen_at as "chosenAt", a.closed_at as "accountClosedAt", seat.closed_at as "seatClosedAt", d.revoked_at as "deviceRevokedAt",
      (select coalesce(json_agg(json_build_object('from', o.begins_at, 'until', o.ends_at)), '[]') from access.occupancy o
        where o.county = s.county and o.account_id = s.account_id and o.seat_id = s.seat_id) as sat,
      exists (select 1 from access.occupancy o join access.seat held on held.county = o.county and held.id = o.seat_id
        where o.county = s.county and o.account_id = s.account_id and held.closed_at is null
          and o.begins_at <= ${now} and (o.ends_at is null or o.ends_at > ${now})) as "seatedNow"
    from access.session s
    join access.account a on a.county = s.county and a.id = s.account_id
    join access.seat seat on seat.county = s.county and seat.id = s.seat_id
    left join access.device d on d.county = s.county and d.id = s.device_id
    left join access.password p on p.county = s.county and p.account_id = s.account_id
    where s.county = ${actor.county} and s.token_hash = any(${[...tokenHashes]}::bytea[])`
  return rows.map((row) => ({
    ...row,
    sat: row.sat.map(({ from, until }) => ({ from: new Date(from), until: until ? new Date(until) : null })),
  }))
}

export async function findSession(ctx: Ctx, id: string): Promise<SessionRow | null> {
  const rows = await ctx.tx<SessionRow[]>`
    select ${columns(ctx)} from access.session s where s.county = ${ctx.actor.county} and s.id = ${id}`
  return rows[0] ?? null
}

export const listSessionRows = (ctx: Ctx, accountId: string): Promise<SessionRow[]> =>
  ctx.tx<SessionRow[]>`
    select ${columns(ctx)} from access.session s
    where s.county = ${ctx.actor.county} and s.account_id = ${accountId} and s.ended_at is null and s.expires_at > ${ctx.now}
    order by s.last_used_at desc`.execute()

export const touchSessions = (ctx: Ctx, ids: readonly string[]): Promise<unknown> =>
  ctx.tx`
    update access.session set last_used_at = ${ctx.now}
    where county = ${ctx.actor.county} and id = any(${[...ids]}::uuid[])`.execute()

export const keepFactor = (ctx: Ctx, id: string): Promise<unknown> =>
  ctx.tx`update access.session set factor_at = ${ctx.now} where county = ${ctx.actor.county} and id = ${id}`.execute()

interface Ending {
  id?: string
  accountId?: string
  deviceId?: string
  except?: string | null
}
export async function endSessions(ctx: Ctx, { id, accountId, deviceId, except }: Ending): Promise<number> {
  const { tx, actor, now } = ctx
  const which = id ? tx`id = ${id}` : accountId ? tx`account_id = ${accountId}` : tx`device_id = ${deviceId ?? null}`
  const rows = await tx`
    update access.session set ended_at = ${now}
    where county = ${actor.county} and ended_at is null and ${which} ${except ? tx`and id <> ${except}` : tx``}
    returning id`
  return rows.length
}

export interface DeviceRow {
  id: string
  division: string
  placeId: string | null
  label: string
  platform: string
  enrolledAt: Date
  enrolledBy: string
  revokedAt: Date | null
}
const deviceColumns = (ctx: Ctx) => ctx.tx`d.id, d.division, d.place_id as "placeId", d.label, d.platform,
  d.enrolled_at as "enrolledAt", d.enrolled_by as "enrolledBy", d.revoked_at as "revokedAt"`

export async function findDeviceByToken(ctx: Ctx, tokenHash: Buffer): Promise<DeviceRow | null> {
  const rows = await ctx.tx<DeviceRow[]>`
    select ${deviceColumns(ctx)} from access.device d
    where d.county = ${ctx.actor.county} and d.token_hash = ${tokenHash} and d.revoked_at is null`
  return rows[0] ?? null
}

export async function findDevice(ctx: Ctx, id: string): Promise<DeviceRow | null> {
  const rows = await ctx.tx<DeviceRow[]>`
    select ${deviceColumns(ctx)} from access.device d where d.county = ${ctx.actor.county} and d.id = ${id}`
  return rows[0] ?? null
}

interface DeviceFilter {
  division: string | null
  after: { at: string; id: string } | null
  limit: number
}
export function listDeviceRows(ctx: Ctx, { division, after, limit }: DeviceFilter): Promise<DeviceRow[]> {
  const { tx, actor } = ctx
  return tx<DeviceRow[]>`
    select ${deviceColumns(ctx)} from access.device d where d.county = ${actor.county}
      ${division ? tx`and d.division >= ${division} and d.division < ${`${division}:`}` : tx``}
      ${after ? tx`and (d.enrolled_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
    order by d.enrolled_at desc, d.id desc limit ${limit}`.execute()
}

export async function keepDevice(ctx: Ctx, device: DeviceRow, tokenHash: Buffer): Promise<void> {
  await ctx.tx`
    insert into access.device (county, id, division, place_id, label, platform, token_hash, enrolled_at, enrolled_by)
    values (${ctx.actor.county}, ${device.id}, ${device.division}, ${device.placeId}, ${device.label}, ${device.platform},
      ${tokenHash}, ${device.enrolledAt}, ${device.enrolledBy})`
}

export const revokeDeviceRow = (ctx: Ctx, id: string): Promise<unknown> =>
  ctx.tx`
    update access.device set revoked_at = ${ctx.now}, revoked_by = ${ctx.actor.seatId}
    where county = ${ctx.actor.county} and id = ${id} and revoked_at is null`.execute()
