import type { Tx } from '../../kernel/db.ts'
import type { Grade, Verdict } from './rules.ts'
import { wordingsOf } from './sql.signals.ts'

/** What was done to a topic until a moment. */
export interface CourseRow {
  id: string
  foundAt: Date
  title: string | null
  theme: string | null
  kind: 'question' | 'concern' | 'claim' | 'void' | 'suggestion' | null
  likelihood: number | null
  harm: number | null
  reportedAt: Date | null
  verifiedAt: Date | null
  verdict: Verdict | null
  answeredAt: Date | null
  settledAt: Date | null
  closedAt: Date | null
}

const latest = (tx: Tx, table: string, columns: ReturnType<Tx>, moment: Date) => tx`
  left join lateral (select ${columns} from ${tx(table)} x where x.county = f.county and x.topic_id = f.topic_id and x.at <= ${moment}
    order by x.at desc, x.received_at desc, x.id desc limit 1)`

const courses = (tx: Tx, moment: Date) => tx`
  select f.topic_id as id, f.at as "foundAt", coded.title, coded.theme, coded.kind, weighed.likelihood, weighed.harm,
    (select min(at) from rumours.report r where r.county = f.county and r.topic_id = f.topic_id and r.at <= ${moment}) as "reportedAt",
    (select min(at) from rumours.verdict v where v.county = f.county and v.topic_id = f.topic_id and v.at <= ${moment}) as "verifiedAt",
    found.verdict,
    (select min(at) from rumours.answer a where a.county = f.county and a.topic_id = f.topic_id and a.at <= ${moment}) as "answeredAt",
    (select min(a.at) from rumours.answer a join rumours.verdict v on v.county = a.county and v.id = a.verdict_id
      where a.county = f.county and a.topic_id = f.topic_id and a.at <= ${moment} and v.verdict <> 'unsettled') as "settledAt",
    case when turned.turn = 'closed' then turned.at end as "closedAt"
  from rumours.finding f
  ${latest(tx, 'rumours.coding', tx`title, theme, kind`, moment)} coded on true
  ${latest(tx, 'rumours.assessment', tx`likelihood, harm`, moment)} weighed on true
  ${latest(tx, 'rumours.verdict', tx`verdict`, moment)} found on true
  ${latest(tx, 'rumours.turn', tx`turn, at`, moment)} turned on true
  where f.county = (select kernel.app_county()) and f.at <= ${moment}
    and not exists (select 1 from rumours.regrouping g where g.county = f.county and g.topic_id = f.topic_id and g.kind = 'merged'
      and g.at <= ${moment})`

/** More open at once than any desk could answer; the oldest are left out last. */
const OPEN_MAX = 2000
export const listOpenCourses = (tx: Tx, moment: Date, theme: string | null) => tx<CourseRow[]>`
  ${courses(tx, moment)} and turned.turn is distinct from 'closed'
    ${theme ? tx`and (coded.theme = ${theme} or starts_with(coded.theme, ${`${theme}.`}))` : tx``}
  order by f.at desc, f.topic_id limit ${OPEN_MAX}`

export const listCourses = (
  tx: Tx,
  moment: Date,
  asked: { closed: boolean; theme: string | null; after: { at: string; id: string } | null; limit: number },
) => tx<CourseRow[]>`
  ${courses(tx, moment)} ${asked.closed ? tx`and turned.turn = 'closed'` : tx``}
    ${asked.theme ? tx`and (coded.theme = ${asked.theme} or starts_with(coded.theme, ${`${asked.theme}.`}))` : tx``}
    ${asked.after ? tx`and (f.at, f.topic_id) < (${asked.after.at}::timestamptz, ${asked.after.id}::uuid)` : tx``}
  order by f.at desc, f.topic_id desc limit ${asked.limit}`

export const findCourses = (tx: Tx, ids: readonly string[], moment: Date) => tx<CourseRow[]>`
  ${courses(tx, moment)} and f.topic_id = any (${ids as string[]}::uuid[])`

export interface Tally {
  id: string
  items: number
  villages: number
  reach: number | null
  firstHeardAt: Date
  lastHeardAt: Date
  itemsAfterAnswer: number
}
export const tallyTopics = (tx: Tx, topicIds: readonly string[], moment: Date) => tx<Tally[]>`
  with own as (${wordingsOf(tx, topicIds)})
  select own.topic_id as id, sum(s.items)::integer as items, count(distinct s.division) filter (where length(s.division) = 12)::integer as villages,
    sum(s.reach)::bigint::float8 as reach, min(s.heard_at) as "firstHeardAt", max(s.heard_at) as "lastHeardAt",
    coalesce(sum(s.items) filter (where s.heard_at > (select min(a.at) from rumours.answer a
      where a.county = (select kernel.app_county()) and a.topic_id = own.topic_id and a.at <= ${moment})), 0)::integer as "itemsAfterAnswer"
  from own join rumours.signal s on s.county = (select kernel.app_county()) and s.wording_id = own.id and s.heard_at <= ${moment}
  group by own.topic_id`

export interface PartRow {
  code: string
  items: number
}
const partsOf = (tx: Tx, by: ReturnType<Tx>, topicId: string, moment: Date) => tx<PartRow[]>`
  with own as (${wordingsOf(tx, [topicId])})
  select ${by} as code, sum(s.items)::integer as items
  from own join rumours.signal s on s.county = (select kernel.app_county()) and s.wording_id = own.id and s.heard_at <= ${moment}
  group by 1 order by 2 desc, 1 limit 400`
export const listChannels = (tx: Tx, id: string, moment: Date) => partsOf(tx, tx`s.channel`, id, moment)
export const listTownships = (tx: Tx, id: string, moment: Date) => partsOf(tx, tx`left(s.division, 9)`, id, moment)
export const listDays = (tx: Tx, id: string, moment: Date) =>
  partsOf(tx, tx`to_char(s.heard_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`, id, moment)

export const listWordings = (tx: Tx, topicId: string, limit: number) => tx<
  { id: string; words: string; items: number }[]
>`
  with own as (${wordingsOf(tx, [topicId])})
  select w.id, w.words, coalesce(sum(s.items), 0)::integer as items
  from own join rumours.wording w on w.county = (select kernel.app_county()) and w.id = own.id
  left join rumours.signal s on s.county = w.county and s.wording_id = w.id
  group by w.id, w.words order by 3 desc, w.id limit ${limit}`

export interface MatrixRow {
  id: string
  cells: Grade[]
  firstHours: number[]
  finalHours: number[]
  why: string
  at: Date
}
export const listMatrices = (tx: Tx, moment: Date) => tx<MatrixRow[]>`
  select id, grades as cells, first_hours as "firstHours", final_hours as "finalHours", why, at from rumours.matrix
  where county = (select kernel.app_county()) and at <= ${moment} order by at desc, received_at desc, id desc limit 50`
export const findWatch = async (tx: Tx, moment: Date): Promise<string | null> =>
  (
    await tx<{ bodyId: string }[]>`
      select body_id as "bodyId" from rumours.watch where county = (select kernel.app_county()) and at <= ${moment}
      order by at desc, received_at desc, id desc limit 1`
  )[0]?.bodyId ?? null
