import type { Json, Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'
import type { FollowUpKind, Outcome } from './rules.ts'

export interface NewVisit {
  county: number
  id: string
  division: string
  round_id: string
  household_id: string
  outcome: Outcome
  way: string
  note: string | null
  corrects: string | null
  why: string | null
  voided: boolean
  device_id: string | null
  device_seq: number | null
  recorded_by: string | null
  digest: Buffer
  recorded_at: Date
  occurred_at: Date
  received_at: Date
}

/** First arrival wins; one statement for any number of rows. */
export async function keepVisits(tx: Tx, rows: readonly NewVisit[]): Promise<Arrival[]> {
  if (rows.length === 0) return []
  const kept = await tx<{ id: string }[]>`
    insert into visits.visit (county, id, division, round_id, household_id, outcome, way, note, corrects, why, voided, device_id,
      device_seq, recorded_by, digest, recorded_at, occurred_at, received_at)
    select county, id, division, round_id, household_id, outcome, way, note, corrects, why, voided, device_id, device_seq, recorded_by,
      decode(digest, 'hex'), recorded_at, occurred_at, received_at
    from jsonb_to_recordset(${tx.json(rows.map(asJson))}) as sent (county integer, id uuid, division text, round_id uuid,
      household_id uuid, outcome text, way text, note text, corrects uuid, why text, voided boolean, device_id uuid,
      device_seq integer, recorded_by uuid, digest text, recorded_at timestamptz, occurred_at timestamptz, received_at timestamptz)
    on conflict do nothing returning id`
  return judgeArrivals(tx, 'visits.visit', rows, new Set(kept.map(({ id }) => id)))
}
const asJson = ({ digest, ...same }: NewVisit) => ({ ...same, digest: digest.toString('hex') })

export interface NewSheet {
  county: number
  visit_id: string
  nth: number
  division: string
  person_id: string | null
  questionnaire_key: string
  questionnaire_version: number
  answers: Record<string, Json>
  said: Buffer | null
}
export function keepSheets(tx: Tx, rows: readonly NewSheet[]) {
  const sent = rows.map(({ said, ...same }) => ({ ...same, said: said?.toString('hex') ?? null }))
  return tx`
    insert into visits.sheet (county, visit_id, nth, division, person_id, questionnaire_key, questionnaire_version, answers, said)
    select county, visit_id, nth, division, person_id, questionnaire_key, questionnaire_version, answers, decode(said, 'hex')
    from jsonb_to_recordset(${tx.json(sent)}) as sent (county integer, visit_id uuid, nth integer, division text, person_id uuid,
      questionnaire_key text, questionnaire_version integer, answers jsonb, said text)`
}

export interface NewFollowUp {
  county: number
  id: string
  division: string
  round_id: string
  visit_id: string
  nth: number
  household_id: string
  person_id: string | null
  kind: FollowUpKind
  link_id: string
  draft: Record<string, string>
  opened_at: Date
}
export function keepFollowUps(tx: Tx, rows: readonly NewFollowUp[]) {
  return tx`
    insert into visits.follow_up (county, id, division, round_id, visit_id, nth, household_id, person_id, kind, link_id, draft, opened_at)
    select county, id, division, round_id, visit_id, nth, household_id, person_id, kind, link_id, draft, opened_at
    from jsonb_to_recordset(${tx.json(rows)}) as sent (county integer, id uuid, division text, round_id uuid, visit_id uuid, nth integer,
      household_id uuid, person_id uuid, kind text, link_id text, draft jsonb, opened_at timestamptz)`
}

/** What a visit had opened already; a resend is answered with the same. */
export async function listOpenedBy(tx: Tx, visitIds: readonly string[]) {
  return tx<Array<{ id: string; visitId: string; kind: FollowUpKind }>>`
    select id, visit_id as "visitId", kind from visits.follow_up
    where county = (select kernel.app_county()) and visit_id = any (${visitIds as string[]}::uuid[]) order by visit_id, nth, kind`
}

export interface Earlier {
  id: string
  division: string
  roundId: string
  householdId: string
  correctedBy: string | null
}
export async function findEarlier(tx: Tx, ids: readonly string[]): Promise<Map<string, Earlier>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<Earlier[]>`
    select v.id, v.division, v.round_id as "roundId", v.household_id as "householdId", later.id as "correctedBy"
    from visits.visit v left join visits.visit later on later.county = v.county and later.corrects = v.id
    where v.county = (select kernel.app_county()) and v.id = any (${ids as string[]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

export interface Stay {
  householdId: string
  division: string
  since: string
  until: string | null
}
/** Where households lived and live, the earliest first; of one that nobody knows here there is nothing. */
export async function listStays(tx: Tx, householdIds: readonly string[]): Promise<Map<string, Stay[]>> {
  const rows = await tx<Stay[]>`
    select household_id as "householdId", division, to_char(since, 'YYYY-MM-DD') as since, to_char(until, 'YYYY-MM-DD') as until
    from people.published_dwelling
    where county = (select kernel.app_county()) and household_id = any (${[...new Set(householdIds)]}::uuid[])
    order by household_id, since, until nulls last`.execute()
  return Map.groupBy(rows, ({ householdId }) => householdId)
}
