import { idCursor } from '../../kernel/db.ts'
import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { findDivisions } from '../places/index.ts'
import { countyMoment } from '../retention/index.ts'
import { isAhead } from './operations.documents.steps.ts'
import { mayDirect, mayReadIssued } from './policy.documents.ts'
import { divisionUnknown, documentUnknown } from './problems.documents.ts'
import {
  ladderUnknown,
  measureUnknown,
  planEmpty,
  planUnknown,
  rungUnknown,
  turnOutOfOrder,
  turnOutOfTime,
} from './problems.levels.ts'
import { dueOf, type Level, levelAfter } from './rules.levels.ts'
import { Kept } from './schema.documents.ts'
import { AddLadder, AddPlan, AskLadders, LadderPage, ListPlans, PlanPage, TurnLevel } from './schema.levels.ts'
import { findIssued } from './sql.documents.ts'
import {
  allLadderIds,
  findLadder,
  findPlan,
  type Ladder,
  listLadderRows,
  listPlanRows,
  listTurns,
} from './sql.levels.ts'

export const nextId = (rows: ReadonlyArray<{ id: string }>, limit: number): string | null =>
  rows.length < limit ? null : (rows.at(-1)?.id ?? null)
export async function knownDivision({ tx }: Ctx, { division }: { division: string }): Promise<void> {
  if (!(await findDivisions(tx, [division])).has(division)) throw divisionUnknown({ division })
}

export const addLadder = operation({
  name: 'command.ladder.add',
  summary: { zh: '设立响应序列', en: 'Set up a ladder of response levels' },
  kind: 'write',
  input: AddLadder,
  output: Kept,
  load: knownDivision,
  allow: (actor, _loaded, input) => mayDirect(actor, input),
  async run(ctx, input) {
    if (await isAgain(ctx, 'command.ladder', input)) return { id: input.id, arrival: 'again' as const }
    await keepNew(ctx, 'command.ladder', { ...originOf(ctx, input, input), title: input.title, rungs: input.rungs })
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({ subject: input.id, division: input.division, note: { arrival: output.arrival } }),
})

function orderProblem({ turn, rung }: TurnLevel, level: Level, { rungs }: Ladder) {
  if (rung !== null && !rungs.includes(rung)) return rungUnknown({ rung })
  const isOpen = level.rung !== null
  const follows =
    turn === 'opened' ? !isOpen && rung !== null : turn === 'closed' ? isOpen && rung === null : isOpen && rung !== null
  return follows && !(turn === 'changed' && rung === level.rung) ? null : turnOutOfOrder({ turn })
}

export const turnLevel = operation({
  name: 'command.level.turn',
  summary: { zh: '启动、调整或终止响应', en: 'Open, change or close a response level' },
  kind: 'write',
  input: TurnLevel,
  output: Kept,
  async load({ tx }, { ladderId }) {
    const ladder = await findLadder(tx, ladderId)
    if (!ladder) throw ladderUnknown({ id: ladderId })
    return ladder
  },
  allow: (actor, ladder) => mayDirect(actor, ladder),
  async run(ctx, input, ladder) {
    const { tx } = ctx
    await lockOne(ctx, `command.ladder/${ladder.id}`)
    if (await isAgain(ctx, 'command.level_turn', input)) return { id: input.id, arrival: 'again' as const }
    const turns = await listTurns(tx, [ladder.id], null)
    const at = new Date(input.at)
    const last = turns.at(-1)
    if (isAhead(at, ctx.now) || (last && at < last.at)) throw turnOutOfTime({ at: input.at })
    const level = levelAfter(turns)
    const problem = orderProblem(input, level, ladder)
    if (problem) throw problem
    const gone = input.stops.find((id) => !level.measures.some((one) => one.id === id))
    if (gone) throw measureUnknown({ id: gone })
    const { turn, rung, authority, documentNo, documentId, planId, grounds, starts, stops, reportEveryHours } = input
    if (documentId && !(await findIssued(tx, [documentId])).has(documentId)) throw documentUnknown({ id: documentId })
    if (planId && !(await findPlan(tx, planId))) throw planUnknown({ id: planId })
    const by = { authority, document_no: documentNo, document_id: documentId, plan_id: planId, grounds }
    const said = { ladder_id: ladder.id, turn, rung, ...by, starts: tx.json(starts), stops, at }
    const row = { ...originOf(ctx, ladder, input), ...said, report_every_hours: reportEveryHours }
    await keepNew(ctx, 'command.level_turn', row)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { turn: input.turn, rung: input.rung ?? '', document: input.documentNo, arrival: output.arrival },
  }),
})

export const listLadders = operation({
  name: 'command.ladder.list',
  summary: { zh: '响应级别', en: 'Response levels' },
  kind: 'read',
  input: AskLadders,
  output: LadderPage,
  allow: (actor) => mayReadIssued(actor),
  async run(ctx, { asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const rows = await listLadderRows(ctx.tx, idCursor(after), limit)
    const ids = rows.map(({ id }) => id)
    const turns = Map.groupBy(await listTurns(ctx.tx, ids, moment), ({ ladderId }) => ladderId)
    const items = rows.map((row) => {
      const own = turns.get(row.id) ?? []
      const { rung, since, reportEveryHours, measures } = levelAfter(own)
      return {
        ...{ ...row, rung, reportEveryHours },
        since: since?.toISOString() ?? null,
        measures: measures.map((one) => ({ ...one, since: one.since.toISOString() }) as never),
        turns: own.map(({ ladderId: _, at, ...turn }) => ({ ...turn, at: at.toISOString() }) as never),
      }
    })
    return { items, next: nextId(rows, limit) }
  },
  audit: () => null,
})

export const addPlan = operation({
  name: 'command.plan.add',
  summary: { zh: '制定预案(可从已有预案开始)', en: 'Make a plan, from an earlier one or anew' },
  kind: 'write',
  input: AddPlan,
  output: Kept,
  load: knownDivision,
  allow: (actor, _loaded, input) => mayDirect(actor, input),
  async run(ctx, input) {
    const { title, year, fromPlan } = input
    if (await isAgain(ctx, 'command.plan', input)) return { id: input.id, arrival: 'again' as const }
    const earlier = fromPlan ? await findPlan(ctx.tx, fromPlan) : null
    if (fromPlan && !earlier) throw planUnknown({ id: fromPlan })
    const tasks = input.tasks.length > 0 ? input.tasks : (earlier?.tasks ?? [])
    if (tasks.length === 0) throw planEmpty()
    const said = { title, year, from_plan: fromPlan, tasks: ctx.tx.json(tasks as never) }
    await keepNew(ctx, 'command.plan', { ...originOf(ctx, input, input), ...said })
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({ subject: input.id, division: input.division, note: { arrival: output.arrival } }),
})

export const listPlans = operation({
  name: 'command.plan.list',
  summary: { zh: '预案和任务时限', en: 'Plans, and when their tasks are due' },
  kind: 'read',
  input: ListPlans,
  output: PlanPage,
  allow: (actor) => mayReadIssued(actor),
  async run(ctx, { after, limit }) {
    const { tx } = ctx
    const rows = await listPlanRows(tx, idCursor(after), limit)
    const turns = Map.groupBy(
      await listTurns(tx, await allLadderIds(tx), await countyMoment(ctx)),
      ({ ladderId }) => ladderId,
    )
    const activated = new Map<string, Date>()
    for (const own of turns.values()) {
      if (levelAfter(own).rung === null) continue
      const begun = own.slice(own.findLastIndex(({ turn }) => turn === 'opened'))
      for (const { planId, at } of begun) if (planId && !activated.has(planId)) activated.set(planId, at)
    }
    const items = rows.map(({ tasks, ...row }) => {
      const at = activated.get(row.id)
      const timed = tasks.map((task) => ({ ...task, dueAt: at ? dueOf(task, at).toISOString() : null }))
      return { ...row, activatedAt: at?.toISOString() ?? null, tasks: timed }
    })
    return { items, next: nextId(rows, limit) }
  },
  audit: () => null,
})
