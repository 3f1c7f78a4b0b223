import type { Tx } from '../../kernel/db.ts'
import type { TaskState } from './rules.tasks.ts'
import type { Asks, Counts } from './schema.tasks.ts'

export interface Measure {
  id: string
  division: string
  documentId: string
  nth: number
  point: number | null
  title: string
  details: string | null
  asks: Asks
}
const measure = (tx: Tx) => tx`
  m.id, m.division, m.document_id as "documentId", m.nth, m.point, m.title, m.details,
  jsonb_build_object('words', m.asks_words, 'count', m.asks_count, 'photo', m.asks_photo) as asks`

export async function findMeasures(tx: Tx, ids: readonly string[]): Promise<Map<string, Measure>> {
  const rows = await tx<Measure[]>`
    select ${measure(tx)} from command.measure m
    where m.county = (select kernel.app_county()) and m.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export const lastMeasure = async (tx: Tx, documentId: string): Promise<number> =>
  (
    await tx<{ nth: number }[]>`
      select coalesce(max(nth), 0) as nth from command.measure
      where county = (select kernel.app_county()) and document_id = ${documentId}`
  )[0]?.nth ?? 0

export interface ListedMeasure extends Measure {
  number: string
  documentTitle: string
  documentState: 'issued' | 'withdrawn' | 'superseded'
  issuedAt: Date
}
export interface MeasureQuery {
  documentId: string | null
  standing: boolean
  moment: Date
  after: { at: string; id: string; nth: number } | null
  limit: number
}
/** By document, the latest first, and in a document in its own order. */
export const listMeasureRows = (tx: Tx, { documentId, standing, moment, after, limit }: MeasureQuery) => tx<
  ListedMeasure[]
>`
  select ${measure(tx)}, i.number, i.title as "documentTitle", i.issued_at as "issuedAt",
    case when e.at <= ${moment} then e.how else 'issued' end as "documentState"
  from command.issued i
  join command.measure m on m.county = i.county and m.document_id = i.document_id
  left join command.document_end e on e.county = i.county and e.document_id = i.document_id
  where i.county = (select kernel.app_county()) and i.issued_at <= ${moment}
    ${documentId ? tx`and i.document_id = ${documentId}` : tx``}
    ${standing ? tx`and (e.at is null or e.at > ${moment})` : tx``}
    ${
      after
        ? tx`and (i.issued_at, i.document_id) <= (${after.at}::timestamptz, ${after.id}::uuid)
          and ((i.issued_at, i.document_id) < (${after.at}::timestamptz, ${after.id}::uuid) or m.nth > ${after.nth})`
        : tx``
    }
  order by i.issued_at desc, i.document_id desc, m.nth limit ${limit}`

export interface Tally {
  measureId: string
  state: TaskState
  tasks: number
  dueAt: Date
}
export const countTasks = (tx: Tx, measureIds: readonly string[], moment: Date) => tx<Tally[]>`
  select t.measure_id as "measureId", t.state, count(*)::integer as tasks, max(t.due_at) as "dueAt"
  from command.tasks_at(${moment}) t where t.measure_id = any (${[...measureIds]}::uuid[]) group by 1, 2`

export const countsOf = (tallies: ReadonlyArray<{ state: TaskState; tasks: number }>): Counts => {
  const counts: Counts = {}
  for (const { state, tasks } of tallies) counts[state] = (counts[state] ?? 0) + tasks
  return counts
}
