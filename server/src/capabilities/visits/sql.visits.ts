import type { Tx } from '../../kernel/db.ts'
import type { FollowUpKind, FollowUpOutcome, Outcome } from './rules.ts'

export interface VisitRow {
  id: string
  roundId: string
  roundTitle: string
  division: string
  outcome: Outcome
  way: 'app' | 'paper' | 'desk'
  note: string | null
  recordedAt: Date
  occurredAt: Date
  receivedAt: Date
  corrects: string | null
  why: string | null
  voided: boolean
  correctedBy: string | null
  followUps: Array<{ id: string; kind: FollowUpKind; personId: string | null; outcome: FollowUpOutcome | null }>
}
/** In the order in which they happened; a household has as many as somebody knocked. */
export function listVisitRows(tx: Tx, householdId: string): Promise<VisitRow[]> {
  return tx<VisitRow[]>`
    select v.id, v.round_id as "roundId", r.title as "roundTitle", v.division, v.outcome, v.way, v.note, v.recorded_at as "recordedAt",
      v.occurred_at as "occurredAt", v.received_at as "receivedAt", v.corrects, v.why, v.voided, later.id as "correctedBy",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'personId', f.person_id, 'outcome', (
          select o.outcome from visits.follow_up_outcome o where o.county = f.county and o.follow_up_id = f.id
          order by o.recorded_at desc, o.received_at desc limit 1)) order by f.nth, f.kind)
        from visits.follow_up f where f.county = v.county and f.visit_id = v.id), '[]') as "followUps"
    from visits.visit v
    join visits.round r on r.county = v.county and r.id = v.round_id
    left join visits.visit later on later.county = v.county and later.corrects = v.id
    where v.county = (select kernel.app_county()) and v.household_id = ${householdId}
    order by v.occurred_at, v.id limit 500`.execute()
}

export interface SheetRow {
  visitId: string
  nth: number
  personId: string | null
  key: string
  version: number
  answers: Record<string, boolean | number | string | string[]>
  said: Buffer | null
}
export function listSheets(tx: Tx, visitIds: readonly string[]): Promise<SheetRow[]> {
  return tx<SheetRow[]>`
    select visit_id as "visitId", nth, person_id as "personId", questionnaire_key as key, questionnaire_version as version, answers, said
    from visits.sheet
    where county = (select kernel.app_county()) and visit_id = any (${visitIds as string[]}::uuid[]) order by visit_id, nth`.execute()
}

export interface OneVisit {
  id: string
  division: string
  householdId: string
  occurredAt: Date
  voided: boolean
  corrected: boolean
}
export async function findVisit(tx: Tx, id: string): Promise<OneVisit | null> {
  const [row] = await tx<OneVisit[]>`
    select v.id, v.division, v.household_id as "householdId", v.occurred_at as "occurredAt", v.voided, exists (
      select from visits.visit later where later.county = v.county and later.corrects = v.id) as corrected
    from visits.visit v where v.county = (select kernel.app_county()) and v.id = ${id}`
  return row ?? null
}
