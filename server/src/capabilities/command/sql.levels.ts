import type { Tx } from '../../kernel/db.ts'
import type { PlanTask, Turn } from './rules.levels.ts'

export interface Ladder {
  id: string
  division: string
  title: string
  rungs: string[]
}
const ladders = (tx: Tx) => tx`
  select l.id, l.division, l.title, l.rungs from command.ladder l where l.county = (select kernel.app_county())`
export const findLadder = async (tx: Tx, id: string): Promise<Ladder | null> =>
  (await tx<Ladder[]>`${ladders(tx)} and l.id = ${id}`)[0] ?? null
export const listLadderRows = (tx: Tx, after: string | null, limit: number) => tx<Ladder[]>`
  ${ladders(tx)} ${after ? tx`and l.id > ${after}` : tx``} order by l.id limit ${limit}`

export interface StoredTurn extends Turn {
  id: string
  ladderId: string
  authority: string
  documentNo: string
  documentId: string | null
  planId: string | null
  grounds: string
}
/** The oldest first. */
export const listTurns = (tx: Tx, ladderIds: readonly string[], moment: Date | null) => tx<StoredTurn[]>`
  select t.id, t.ladder_id as "ladderId", t.turn, t.rung, t.authority, t.document_no as "documentNo", t.document_id as "documentId",
    t.plan_id as "planId", t.grounds, t.starts, t.stops, t.report_every_hours as "reportEveryHours", t.at
  from command.level_turn t
  where t.county = (select kernel.app_county()) and t.ladder_id = any (${ladderIds as string[]}::uuid[])
    ${moment ? tx`and t.at <= ${moment}` : tx``}
  order by t.at, t.received_at, t.id`

export interface Plan {
  id: string
  division: string
  title: string
  year: number
  fromPlan: string | null
  tasks: PlanTask[]
}
const plans = (tx: Tx) => tx`
  select p.id, p.division, p.title, p.year, p.from_plan as "fromPlan", p.tasks from command.plan p
  where p.county = (select kernel.app_county())`
export const findPlan = async (tx: Tx, id: string): Promise<Plan | null> =>
  (await tx<Plan[]>`${plans(tx)} and p.id = ${id}`)[0] ?? null
export const listPlanRows = (tx: Tx, after: string | null, limit: number) => tx<Plan[]>`
  ${plans(tx)} ${after ? tx`and p.id > ${after}` : tx``} order by p.id limit ${limit}`
export const allLadderIds = async (tx: Tx): Promise<string[]> =>
  (await tx<{ id: string }[]>`select id from command.ladder where county = (select kernel.app_county())`).map(
    ({ id }) => id,
  )
