import type { Tx } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import type { Severity, Step, StepKind } from './rules.ts'
import type { Inspection } from './schema.ts'

/** Held until the end of the transaction, in one order everywhere, so that two who judge the same thing do it one after the other. */
export const lockAll = async ({ tx, actor }: Ctx, ids: readonly string[]): Promise<void> => {
  const sorted = [...new Set(ids)].sort()
  await tx`select pg_advisory_xact_lock(hashtextextended('inspections/' || one.id, ${actor.county}))
    from unnest(${sorted}::text[]) with ordinality one(id, nth) order by one.nth`
}

export interface StoredInspection {
  id: string
  rootId: string
  division: string
  byDivision: string
  placeKind: Inspection['placeKind']
  placeId: string | null
  placeName: string
  manner: Inspection['manner']
  planId: string | null
  teamId: string | null
  postIds: string[]
  key: string | null
  version: number | null
  answers: Inspection['answers']
  unanswered: number
  note: string | null
  occurredAt: Date
  receivedAt: Date
  corrects: string | null
  why: string | null
  voided: boolean
  correctedBy: string | null
}
export const inspectionColumns = (tx: Tx) => tx`i.id, i.root_id as "rootId", i.division, i.by_division as "byDivision",
  i.place_kind as "placeKind", i.place_id as "placeId", i.place_name as "placeName", i.manner, i.plan_id as "planId",
  i.team_id as "teamId", i.post_ids as "postIds", i.checklist_key as key, i.checklist_version as version, i.answers, i.unanswered,
  i.note, i.occurred_at as "occurredAt", i.received_at as "receivedAt", i.corrects, i.why, i.voided`
const inspections = (tx: Tx) => tx`
  select ${inspectionColumns(tx)}, c.id as "correctedBy" from inspections.inspection i
  left join inspections.inspection c on c.county = i.county and c.corrects = i.id
  where i.county = (select kernel.app_county())`

export async function findInspections(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredInspection>> {
  const rows = await tx<StoredInspection[]>`${inspections(tx)} and i.id = any (${ids}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
/** Every record of one inspection, the first one first. */
export const listRecords = (tx: Tx, rootId: string) => tx<StoredInspection[]>`
  ${inspections(tx)} and i.root_id = ${rootId} order by i.received_at, i.id`

export interface StoredFinding {
  id: string
  division: string
  byDivision: string
  inspectionId: string
  severity: Severity
  at: Date
  dueAt: Date
}
/** Of inspections that stand; a finding of one that never happened is none. */
export async function findFindings(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredFinding>> {
  const rows = await tx<StoredFinding[]>`
    select f.id, f.division, i.by_division as "byDivision", f.inspection_id as "inspectionId", f.severity, f.at, f.due_at as "dueAt"
    from inspections.finding f
    join inspections.inspection_now i on i.county = f.county and i.root_id = f.inspection_id
    where f.county = (select kernel.app_county()) and f.id = any (${ids}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

export interface StoredStep extends Step {
  findingId: string
  step: StepKind
  note: string | null
  counted: number | null
  photoIds: string[]
  why: string | null
  recordedBy: string | null
}
export async function listSteps(tx: Tx, findingIds: readonly string[]): Promise<Map<string, StoredStep[]>> {
  const rows = await tx<StoredStep[]>`
    select s.id, s.finding_id as "findingId", s.step, s.note, s.counted, s.photo_ids as "photoIds", s.due_at as "dueAt", s.at,
      s.received_at as "receivedAt", s.corrects, s.why, s.voided, s.recorded_by as "recordedBy"
    from inspections.step s where s.county = (select kernel.app_county()) and s.finding_id = any (${findingIds}::uuid[])
    order by s.at, s.received_at, s.id`
  return Map.groupBy(rows, ({ findingId }) => findingId)
}

export interface StoredPhoto {
  id: string
  findingId: string
  division: string
  type: string
}
export async function listPhotos(tx: Tx, findingIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx<{ id: string; findingId: string }[]>`
    select id, finding_id as "findingId" from inspections.photo
    where county = (select kernel.app_county()) and finding_id = any (${findingIds}::uuid[]) order by received_at, id`
  return new Map(
    [...Map.groupBy(rows, ({ findingId }) => findingId)].map(([id, own]) => [id, own.map((photo) => photo.id)]),
  )
}
export const findPhoto = async (tx: Tx, id: string): Promise<(StoredPhoto & { content: Buffer }) | null> =>
  (
    await tx<Array<StoredPhoto & { content: Buffer }>>`
      select id, finding_id as "findingId", division, type, content from inspections.photo
      where county = (select kernel.app_county()) and id = ${id}`
  )[0] ?? null
