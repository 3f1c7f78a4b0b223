import type { Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'
import type { DraftField, FollowUpKind, FollowUpOutcome } from './rules.ts'

export interface FollowUpRow {
  id: string
  kind: FollowUpKind
  division: string
  householdId: string
  roundId: string
  visitId: string
  linkId: string
  key: string
  version: number
  personId: string | null
  draft: Partial<Record<DraftField, string>>
  openedAt: Date
  open: boolean
  outcome: FollowUpOutcome | null
  outcomeAt: Date | null
  note: string | null
  exposureId: string | null
}

/** A visit that was corrected away took what it had opened with it. */
const hasEnded = (tx: Tx) => tx`(exists (
    select from visits.follow_up_outcome e where e.county = f.county and e.follow_up_id = f.id and e.outcome <> 'unreachable')
  or not exists (select from visits.visit_now v where v.county = f.county and v.id = f.visit_id))`

const columns = (tx: Tx) => tx`f.id, f.kind, f.division, f.household_id as "householdId", f.round_id as "roundId",
  f.visit_id as "visitId", f.link_id as "linkId", s.questionnaire_key as key, s.questionnaire_version as version,
  f.person_id as "personId", f.draft, f.opened_at as "openedAt", not ${hasEnded(tx)} as open, o.outcome, o.recorded_at as "outcomeAt", o.note,
  o.exposure_id as "exposureId"`
const joined = (tx: Tx) => tx`
  join visits.sheet s on s.county = f.county and s.visit_id = f.visit_id and s.nth = f.nth
  left join lateral (
    select outcome, recorded_at, note, exposure_id from visits.follow_up_outcome o
    where o.county = f.county and o.follow_up_id = f.id
    order by outcome = 'unreachable', recorded_at desc, received_at desc limit 1) o on true`

interface FollowUpsAsked {
  state: 'open' | 'closed' | 'all'
  kind: FollowUpKind | undefined
  area: string
  before: { at: string; id: string } | null
  limit: number
}
/** The newest first. What is open is walked along the clerk's own list, and looked at once more for what ended just now. */
export function listFollowUpRows(tx: Tx, { state, kind, area, before, limit }: FollowUpsAsked): Promise<FollowUpRow[]> {
  const page = tx`${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid, ${limit}::int`
  const found =
    state === 'open'
      ? tx`visits.open_follow_ups(${area}, ${kind ?? null}, ${page})`
      : tx`visits.all_follow_ups(${area}, ${kind ?? null}, ${state === 'closed'}, ${page})`
  return tx<FollowUpRow[]>`
    select ${columns(tx)} from ${found} one (id)
    join visits.follow_up f on f.county = (select kernel.app_county()) and f.id = one.id ${joined(tx)}
    order by f.opened_at desc, f.id desc`.execute()
}

export async function findFollowUps(tx: Tx, ids: readonly string[]): Promise<Map<string, FollowUpRow>> {
  const rows = await tx<FollowUpRow[]>`
    select ${columns(tx)} from visits.follow_up f ${joined(tx)}
    where f.county = (select kernel.app_county()) and f.id = any (${ids as string[]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

export interface NewFollowUpOutcome {
  county: number
  id: string
  division: string
  follow_up_id: string
  outcome: FollowUpOutcome
  exposure_id: string | null
  note: string | null
  recorded_by: string | null
  digest: Buffer
  recorded_at: Date
  received_at: Date
}
export async function keepFollowUpOutcomes(tx: Tx, rows: readonly NewFollowUpOutcome[]): Promise<Arrival[]> {
  if (rows.length === 0) return []
  const sent = rows.map(({ digest, ...same }) => ({ ...same, digest: digest.toString('hex') }))
  const kept = await tx<{ id: string }[]>`
    insert into visits.follow_up_outcome (county, id, division, follow_up_id, outcome, exposure_id, note, recorded_by, digest, recorded_at,
      received_at)
    select county, id, division, follow_up_id, outcome, exposure_id, note, recorded_by, decode(digest, 'hex'), recorded_at, received_at
    from jsonb_to_recordset(${tx.json(sent)}) as sent (county integer, id uuid, division text, follow_up_id uuid, outcome text,
      exposure_id uuid, note text, recorded_by uuid, digest text, recorded_at timestamptz, received_at timestamptz)
    on conflict do nothing returning id`
  return judgeArrivals(tx, 'visits.follow_up_outcome', rows, new Set(kept.map(({ id }) => id)))
}
