import type { Ctx } from '../../kernel/operation.ts'

export interface Contact {
  phoneId: string
  division: string
  deviceId: string | null
  seatId: string | null
  pending: number
  oldestAt: Date | null
}
/** The latest is what stands; a word that was held up on its way changes nothing. */
export async function keepContact({ tx, actor, now }: Ctx, contact: Contact): Promise<void> {
  const { phoneId, division, deviceId, seatId, pending, oldestAt } = contact
  await tx`
    insert into access.phone_contact (county, phone_id, division, device_id, seat_id, told_at, pending, oldest_at)
    values (${actor.county}, ${phoneId}, ${division}, ${deviceId}, ${deviceId ? seatId : phoneId}, ${now}, ${pending}, ${oldestAt})
    on conflict (county, phone_id) do update
      set seat_id = excluded.seat_id, told_at = excluded.told_at, pending = excluded.pending, oldest_at = excluded.oldest_at
      where access.phone_contact.told_at < excluded.told_at`
}

export interface SilentRow {
  id: string
  label: string | null
  division: string
  placeId: string | null
  seat: string | null
  lastAt: Date | null
  since: Date
  pending: number | null
  oldestAt: Date | null
}
interface Asked {
  division: string | null
  until: Date
  after: { at: string; id: string } | null
  limit: number
}
/** Enrolled phones that are in use, and those that speak under a seat alone; the longest silence first. */
export function listSilentRows({ tx, actor }: Ctx, { division, until, after, limit }: Asked): Promise<SilentRow[]> {
  return tx<SilentRow[]>`
    select * from (
      select d.id, d.label, d.division, d.place_id as "placeId", s.title as seat, c.told_at as "lastAt",
        coalesce(c.told_at, d.enrolled_at) as since, c.pending, c.oldest_at as "oldestAt"
      from access.device d
      left join access.phone_contact c on c.county = d.county and c.phone_id = d.id
      left join access.seat s on s.county = c.county and s.id = c.seat_id
      where d.county = ${actor.county} and d.revoked_at is null
      union all
      select c.phone_id, null, c.division, s.place_id, s.title, c.told_at, c.told_at, c.pending, c.oldest_at
      from access.phone_contact c
      join access.seat s on s.county = c.county and s.id = c.seat_id and s.closed_at is null
      where c.county = ${actor.county} and c.device_id is null
    ) phone
    where since <= ${until}
      ${division ? tx`and division >= ${division} and division < ${`${division}:`}` : tx``}
      ${after ? tx`and (since, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
    order by since, id limit ${limit}`.execute()
}
