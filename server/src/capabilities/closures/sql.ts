import type { Tx } from '../../kernel/db.ts'
import type { Class, Kind, SubjectState } from './rules.ts'

export interface Subject {
  id: string
  division: string
  kind: Kind
  class: Class
  name: string
  address: string
  heldFrom: Date | null
  heldTo: Date | null
  knownAt: Date
  endedAt: Date | null
}
export async function findSubjects(tx: Tx, ids: readonly string[]): Promise<Map<string, Subject>> {
  const rows = await tx<Subject[]>`
    select s.id, s.division, s.kind, s.class, s.name, s.address, s.held_from as "heldFrom", s.held_to as "heldTo", s.at as "knownAt",
      e.at as "endedAt"
    from unnest(${[...new Set(ids)]}::uuid[]) as wanted (id)
    join closures.subject s on s.county = (select kernel.app_county()) and s.id = wanted.id
    left join closures.subject_end e on e.county = s.county and e.subject_id = s.id`
  return new Map(rows.map((row) => [row.id, row]))
}

export interface SubjectAt extends Omit<Subject, 'knownAt' | 'endedAt'> {
  orderId: string | null
  since: Date | null
  until: Date | null
  found: 'closed' | 'open' | null
  foundAt: Date | null
  applicationId: string | null
  state: SubjectState
}
const SUBJECT_AT = (
  tx: Tx,
) => tx`s.id, s.division, s.kind, s.class, s.name, s.address, s.held_from as "heldFrom", s.held_to as "heldTo",
  s.order_id as "orderId", s.since, s.until, s.found, s.found_at as "foundAt", s.application_id as "applicationId", s.state`

export interface SubjectQuery {
  area: string
  moment: Date
  kind: Kind | null
  class: Class | null
  /** `held`: whatever has to be shut, called off or suspended. */
  state: SubjectState | 'held' | null
  after: { division: string; id: string } | null
  limit: number
}
const filtered = (tx: Tx, { area, kind, class: one, after }: Omit<SubjectQuery, 'moment' | 'state' | 'limit'>) => tx`
  s.division >= ${area} and s.division < ${`${area}:`} ${kind ? tx`and s.kind = ${kind}` : tx``} ${one ? tx`and s.class = ${one}` : tx``}
  ${after ? tx`and (s.division, s.id) > (${after.division} collate "C", ${after.id}::uuid)` : tx``}`

export function listSubjectsAt(tx: Tx, query: SubjectQuery) {
  const { moment, state, limit } = query
  if (state !== null) {
    return tx<SubjectAt[]>`
      select ${SUBJECT_AT(tx)} from closures.subjects_at(${moment}) s where ${filtered(tx, query)}
        ${state === 'held' ? tx`and s.since is not null` : tx`and s.state = ${state}`}
      order by s.division, s.id limit ${limit}`
  }
  // Where a page is filled without knowing how its subjects stand, only those of the page are worked out.
  return tx<SubjectAt[]>`
    with page as materialized (
      select s.id from closures.subject s where s.county = (select kernel.app_county()) and s.at <= ${moment} and ${filtered(tx, query)}
        and not exists (select from closures.subject_end e where e.county = s.county and e.subject_id = s.id and e.at <= ${moment})
      order by s.division, s.id limit ${limit})
    select ${SUBJECT_AT(tx)} from closures.subjects_at(${moment}) s where s.id = any (array(select id from page)) order by s.division, s.id`
}

export const findSubjectAt = async (tx: Tx, id: string, moment: Date): Promise<SubjectAt | null> =>
  (await tx<SubjectAt[]>`select ${SUBJECT_AT(tx)} from closures.subjects_at(${moment}) s where s.id = ${id}`)[0] ?? null

export interface Cell {
  township: string
  class: Class
  registered: number
  should: number
  closed: number
  breaches: number
  reopened: number
}
/** By township and class; what belongs to the county as a whole stands under the county. */
export const countCells = (tx: Tx, { area, moment, kind }: Pick<SubjectQuery, 'area' | 'moment' | 'kind'>) => tx<
  Cell[]
>`
  select left(s.division, 9) as township, s.class, count(*)::integer as registered, count(s.since)::integer as should,
    count(*) filter (where s.since is not null and s.found = 'closed')::integer as closed,
    count(*) filter (where s.state = 'breach')::integer as breaches, count(*) filter (where s.state = 'reopened')::integer as reopened
  from closures.subjects_at(${moment}) s
  where s.division >= ${area} and s.division < ${`${area}:`} ${kind ? tx`and s.kind = ${kind}` : tx``}
  group by 1, 2 order by 1, 2`
