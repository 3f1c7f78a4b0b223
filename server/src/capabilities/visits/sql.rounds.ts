import type { Tx } from '../../kernel/db.ts'
import { type Arrival, keepFact } from '../../kernel/facts.ts'

export interface NewRound {
  county: number
  id: string
  division: string
  title: string
  questionnaire_key: string
  questionnaire_version: number
  started_at: Date
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}
export interface StoredTarget {
  at: Date
  percent: number
}

export async function keepRound(tx: Tx, row: NewRound, targets: readonly StoredTarget[]): Promise<Arrival> {
  const arrival = await keepFact(tx, 'visits.round', row)
  if (arrival === 'new' && targets.length > 0) {
    const rows = targets.map((one) => ({ county: row.county, round_id: row.id, division: row.division, ...one }))
    await tx`insert into visits.target ${tx(rows)}`
  }
  return arrival
}

interface NewEnd {
  county: number
  round_id: string
  division: string
  ended_at: Date
  recorded_by: string | null
  received_at: Date
}
/** False when it had ended already. */
export async function keepRoundEnd(tx: Tx, row: NewEnd): Promise<boolean> {
  const { count } = await tx`insert into visits.round_end ${tx(row)} on conflict do nothing`
  return count > 0
}

export interface StoredRound {
  id: string
  area: string
  title: string
  key: string
  version: number
  startedAt: Date
  endedAt: Date | null
  targets: Array<{ at: string; percent: number }>
}
const roundRows = (tx: Tx) => tx`
  select r.id, r.division as area, r.title, r.questionnaire_key as key, r.questionnaire_version as version,
    r.started_at as "startedAt", e.ended_at as "endedAt",
    coalesce((select jsonb_agg(jsonb_build_object('at', to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'percent', t.percent) order by t.at) from visits.target t where t.county = r.county and t.round_id = r.id), '[]') as targets
  from visits.round r
  left join visits.round_end e on e.county = r.county and e.round_id = r.id
  where r.county = (select kernel.app_county())`

/** By id; of the reader's area, and of the divisions it lies in. */
export async function findRounds(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredRound>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<StoredRound[]>`${roundRows(tx)} and r.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

interface RoundQuery {
  state: 'running' | 'ended' | 'all'
  before: { at: string; id: string } | null
  limit: number
}
/** The latest first. */
export function listRoundRows(tx: Tx, { state, before, limit }: RoundQuery): Promise<StoredRound[]> {
  return tx<StoredRound[]>`${roundRows(tx)}
    ${state === 'all' ? tx`` : state === 'running' ? tx`and e.round_id is null` : tx`and e.round_id is not null`}
    ${before ? tx`and (r.started_at, r.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
    order by r.started_at desc, r.id desc limit ${limit}`.execute()
}
