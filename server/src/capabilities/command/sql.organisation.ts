import type { Tx } from '../../kernel/db.ts'

export interface Body {
  id: string
  division: string
  parentId: string | null
  kind: 'leading-group' | 'office' | 'special-group' | 'task-force' | 'site-command'
  title: string
  mandate: string
  telephone: string | null
  nth: number
  at: Date
}
const bodies = (tx: Tx, moment: Date | null) => tx`
  select b.id, b.division, b.parent_id as "parentId", b.kind, b.title, b.mandate, b.telephone, b.nth, b.at from command.body b
  where b.county = (select kernel.app_county()) ${
    moment
      ? tx`and not exists (select 1 from command.body_end e where e.county = b.county and e.body_id = b.id and e.at <= ${moment})`
      : tx``
  }`
/** Without a moment: even one that was dissolved. */
export const findBody = async (tx: Tx, id: string, moment: Date | null): Promise<Body | null> =>
  (await tx<Body[]>`${bodies(tx, moment)} and b.id = ${id}`)[0] ?? null
/** More than a county ever has; a chart is drawn whole. */
const BODIES_MAX = 1000
export const listBodies = (tx: Tx, moment: Date) => tx<Body[]>`
  ${bodies(tx, moment)} and b.at <= ${moment} order by b.nth, b.id limit ${BODIES_MAX}`

export interface Member {
  id: string
  bodyId: string
  division: string
  postId: string
  role: 'head' | 'deputy' | 'member' | 'liaison'
  fromOn: string
  toOn: string | null
}
const members = (tx: Tx) => tx`
  select m.id, m.body_id as "bodyId", m.division, m.post_id as "postId", m.role, m.from_on::text as "fromOn",
    least(m.to_on, e.to_on)::text as "toOn"
  from command.member m left join command.member_end e on e.county = m.county and e.member_id = m.id
  where m.county = (select kernel.app_county())`
export const findMember = async (tx: Tx, id: string): Promise<Member | null> =>
  (await tx<Member[]>`${members(tx)} and m.id = ${id}`)[0] ?? null
export const listMembers = (tx: Tx, bodyIds: readonly string[], day: string) => tx<Member[]>`
  ${members(tx)} and m.body_id = any (${bodyIds as string[]}::uuid[]) and m.from_on <= ${day}::date
    and coalesce(least(m.to_on, e.to_on), ${day}::date) >= ${day}::date
  order by array_position(array['head', 'deputy', 'member', 'liaison'], m.role), m.from_on, m.received_at, m.id`

export interface Duty {
  id: string
  bodyId: string
  division: string
  postId: string
  telephone: string | null
  startsAt: Date
  endsAt: Date
}
const duties = (tx: Tx, even = false) => tx`
  select d.id, d.body_id as "bodyId", d.division, d.post_id as "postId", d.telephone, d.starts_at as "startsAt", d.ends_at as "endsAt"
  from command.duty d where d.county = (select kernel.app_county()) ${
    even
      ? tx``
      : tx`and not exists (select 1 from command.duty_cancel c where c.county = d.county and c.duty_id = d.id)`
  }`
export const findDuty = async (tx: Tx, id: string, even: boolean): Promise<Duty | null> =>
  (await tx<Duty[]>`${duties(tx, even)} and d.id = ${id}`)[0] ?? null
export const listDuties = (tx: Tx, bodyId: string, from: Date, till: Date) => tx<Duty[]>`
  ${duties(tx)} and d.body_id = ${bodyId} and d.starts_at < ${till} and d.starts_at > ${from}::timestamptz - interval '48 hours'
    and d.ends_at > ${from}
  order by d.starts_at, d.id`
/** All that are on duty at a moment, in these bodies. */
export const listDutiesAt = (tx: Tx, bodyIds: readonly string[], moment: Date) => tx<Duty[]>`
  ${duties(tx)} and d.body_id = any (${bodyIds as string[]}::uuid[]) and d.starts_at <= ${moment} and d.ends_at > ${moment} and d.starts_at > ${moment}::timestamptz - interval '48 hours'
  order by d.starts_at, d.id`
export const listNotes = (tx: Tx, dutyIds: readonly string[]) => tx<
  { id: string; dutyId: string; note: string; at: Date }[]
>`
  select n.id, n.duty_id as "dutyId", n.note, n.at from command.duty_note n
  where n.county = (select kernel.app_county()) and n.duty_id = any (${dutyIds as string[]}::uuid[]) order by n.at, n.id`
