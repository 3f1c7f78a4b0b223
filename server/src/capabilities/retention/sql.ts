import type { Tx } from '../../kernel/db.ts'
import { type Arrival, keepFact } from '../../kernel/facts.ts'

export interface FieldRow {
  schema: string
  relation: string
  field: string
  card: string
}
export function listFieldRows(tx: Tx, after: string | null, limit: number): Promise<FieldRow[]> {
  return tx<FieldRow[]>`
    select schema, relation, field, card from retention.field
    where (schema || '.' || relation || '.' || field) collate "C" > ${after ?? ''}
    order by (schema || '.' || relation || '.' || field) collate "C" limit ${limit}`.execute()
}

interface TurnRow {
  county: number
  id: string
  disease: string
  turn: 'closed' | 'reopened'
  response_ends: boolean
  at: Date
  document_no: string
  document_date: string
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}
export const keepTurn = (tx: Tx, row: TurnRow): Promise<Arrival> => keepFact(tx, 'retention.event_turn', row)

export interface EventNow {
  disease: string
  turn: 'closed' | 'reopened'
  responseEnds: boolean
  at: Date
  documentNo: string
  documentDate: string
}
export function listEventsNow(tx: Tx): Promise<EventNow[]> {
  return tx<EventNow[]>`
    select disease, turn, response_ends as "responseEnds", at, document_no as "documentNo",
      to_char(document_date, 'YYYY-MM-DD') as "documentDate"
    from retention.event_now where county = (select kernel.app_county()) order by disease`.execute()
}

/** Whether the county has an edition of this disease. One that was given none yet goes by the published ones, whatever they are of. */
export async function knowsDisease(tx: Tx, disease: string): Promise<boolean> {
  const [row] = await tx<{ known: boolean | null }[]>`
    select bool_or(disease = ${disease}) as known from cases.published_editions where county = (select kernel.app_county())`
  return row?.known ?? true
}

interface CalendarRow {
  county: number
  id: string
  kind: 'running' | 'historical'
  moment: Date | null
  ground: string
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}
export const keepCalendar = (tx: Tx, row: CalendarRow): Promise<Arrival> => keepFact(tx, 'retention.calendar', row)

export interface Standing {
  calendar: 'running' | 'historical'
  moment: Date | null
  responseEnded: Date | null
}
export async function readStanding(tx: Tx): Promise<Standing> {
  const [row] = await tx<Array<{ historical: boolean; moment: Date | null; responseEnded: Date | null }>>`
    select retention.is_historical((select kernel.app_county())) as historical,
      retention.county_moment((select kernel.app_county())) as moment,
      retention.response_ended((select kernel.app_county())) as "responseEnded"`
  const { historical = false, moment = null, responseEnded = null } = row ?? {}
  return { calendar: historical ? 'historical' : 'running', moment, responseEnded }
}

export async function readMoment(tx: Tx): Promise<Date | null> {
  const [row] = await tx<{ moment: Date | null }[]>`
    select retention.county_moment((select kernel.app_county())) as moment`
  return row?.moment ?? null
}

/** False when there is nothing to do yet: the county lives by a historical calendar. */
export async function beginRun(tx: Tx, county: number, id: string, moment: Date): Promise<boolean> {
  const begun = await tx`
    insert into retention.run (county, id, moment) values (${county}, ${id}, ${moment}) on conflict do nothing returning id`
  return begun.length > 0
}

/** Orders one bounded step, which follows from the row by itself; the cursor of the next one, or null when the part is done. */
export async function forgetStep(
  tx: Tx,
  order: { county: number; run: string; part: string; after: string | null; rows: number },
): Promise<string | null> {
  const { county, run, part, after, rows } = order
  const [made] = await tx<{ next: string | null }[]>`
    insert into retention.step (county, run_id, nth, part, after, rows)
    select ${county}, ${run}, coalesce(max(nth), 0) + 1, ${part}, ${after}, ${rows}
    from retention.step where county = ${county} and run_id = ${run}
    returning next`
  return made?.next ?? null
}

/** Everything in it but the run is filled in by the database. */
export async function certifyRun(tx: Tx, county: number, run: string): Promise<void> {
  await tx`
    insert into retention.certificate (county, run_id, nth, at, body, previous, hash)
    values (${county}, ${run}, 0, now(), '', '', '')`
}

export interface RunRow {
  id: string
  moment: Date
  steps: number
  looked: number
  gone: Array<{ relation: string; class: string; rows: number }>
  nth: number | null
  at: Date | null
  body: string | null
  previous: string | null
  hash: string | null
}
/** Newest first. */
export function listRunRows(tx: Tx, before: { at: string; id: string } | null, limit: number): Promise<RunRow[]> {
  return tx<RunRow[]>`
    select run.id, run.moment, coalesce(made.steps, 0)::integer as steps, coalesce(made.looked, 0)::integer as looked,
      coalesce(went.gone, '[]') as gone, paper.nth, paper.at, paper.body, encode(paper.previous, 'hex') as previous,
      encode(paper.hash, 'hex') as hash
    from retention.run run
    left join retention.certificate paper on paper.county = run.county and paper.run_id = run.id
    left join lateral (
      select count(*) as steps, sum(step.looked) as looked from retention.step step
      where step.county = run.county and step.run_id = run.id) made on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('relation', sums.relation, 'class', sums.class, 'rows', sums.rows)
        order by sums.relation, sums.class) as gone
      from (select one.relation, one.class, sum(one.rows) as rows from retention.gone one
        where one.county = run.county and one.run_id = run.id group by one.relation, one.class) sums) went on true
    where run.county = (select kernel.app_county())
      ${before ? tx`and (run.moment, run.id) < (${before.at}, ${before.id})` : tx``}
    order by run.moment desc, run.id desc limit ${limit}`.execute()
}
