import { z } from 'zod'
import { keepOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { findDivisions, nameOfDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { findPosts } from '../responsibility/index.ts'
import { countyMoment } from '../retention/index.ts'
import { findQuestionnaires, isOfPlaces } from '../visits/index.ts'
import { missingPost } from './facts.ts'
import { mayInspect, mayReadPlans } from './policy.ts'
import { areaUnknown, checklistUnknown, outOfTime, planEnded, planUnknown } from './problems.ts'
import { AddPlan, EndPlan, Kept, ListPlans, PlanPage, type PlanRow } from './schema.ts'
import { countOfPlans, findPlans, keepTeams, listPlanRows, listTeams, type Plan } from './sql.plans.ts'

export const addPlan = operation({
  name: 'inspections.plan.add',
  summary: { zh: '制定督导检查计划', en: 'Plan inspections' },
  kind: 'write',
  input: AddPlan,
  output: Kept,
  async load({ tx }, { area }) {
    if (!(await findDivisions(tx, [area])).has(area)) throw areaUnknown({ area })
  },
  allow: (actor, _loaded, { area }) => mayInspect(actor, area),
  async run(ctx, input) {
    const { id, area, title, placeKinds, from, to, wanted, unannounced, checklist, teams } = input
    const outside = teams.flatMap(({ areas }) => areas).find((one) => !one.startsWith(area))
    if (outside) throw areaUnknown({ area: outside })
    const posts = teams.flatMap(({ postIds }) => postIds)
    const missing = (await missingPost(ctx, posts))(posts)
    if (missing) throw missing
    if (checklist) {
      const found = (await findQuestionnaires(ctx.tx, [checklist]))(checklist)
      if (!found || !isOfPlaces(found)) throw checklistUnknown({ key: checklist.key })
    }
    const said = { title, place_kinds: [...new Set(placeKinds)], from_on: from, to_on: to, wanted, unannounced }
    const asked = { checklist_key: checklist?.key ?? null, checklist_version: checklist?.version ?? null }
    const arrival = await keepOne(ctx, 'inspections.plan', {
      ...originOf(ctx, { division: area }, input),
      ...said,
      ...asked,
    })
    if (arrival === 'again') return { id, arrival }
    const rows = teams.map((team, nth) => ({
      county: ctx.actor.county,
      id: team.id,
      division: area,
      plan_id: id,
      nth,
      title: team.title,
      areas: team.areas,
      post_ids: team.postIds,
    }))
    if ((await keepTeams(ctx.tx, rows)) !== rows.length) throw idTaken({ id: teams[0]?.id ?? id })
    return { id, arrival }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.area,
    note: { teams: input.teams.length, arrival: output.arrival },
  }),
})

export const endPlan = operation({
  name: 'inspections.plan.end',
  summary: { zh: '停止检查计划', en: 'Give up a plan of inspections' },
  kind: 'write',
  input: EndPlan,
  output: Kept,
  async load({ tx }, { planId }): Promise<Plan> {
    const plan = (await findPlans(tx, [planId])).get(planId)
    if (!plan) throw planUnknown({ id: planId })
    return plan
  },
  allow: (actor, { area }: Plan) => mayInspect(actor, area),
  async run(ctx, input, plan) {
    const { id, why } = input
    const at = new Date(input.at)
    if (isAhead(at, ctx.now)) throw outOfTime({ at: input.at })
    const row = { ...originOf(ctx, { division: plan.area }, input), plan_id: plan.id, why, at }
    const arrival = await keepOne(ctx, 'inspections.plan_end', row).catch((error) => {
      // A second ending has no id of its own in the way: the plan is over already.
      throw plan.endedAt ? planEnded({ id: plan.id }) : error
    })
    return { id, arrival }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.area,
    note: { record: input.id, arrival: output.arrival },
  }),
})

export const listPlans = operation({
  name: 'inspections.plan.list',
  summary: { zh: '检查计划和进度', en: 'Plans of inspections and how far they are' },
  kind: 'read',
  input: ListPlans,
  output: PlanPage,
  allow: (actor) => mayReadPlans(actor),
  async run(ctx, { asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const rows = await listPlanRows(ctx.tx, readCursor(after), limit)
    const items = await withTeams(ctx, rows, moment)
    const last = rows.at(-1)
    return { items, next: last && rows.length === limit ? `${last.from}~${last.id}` : null }
  },
  audit: () => null,
})

const PlanCursor = z.tuple([z.iso.date(), z.guid()])
function readCursor(cursor: string | undefined) {
  const [from, id] = PlanCursor.safeParse(cursor?.split('~')).data ?? []
  return from && id ? { from, id } : null
}

async function withTeams(ctx: Ctx, rows: readonly Plan[], moment: Date): Promise<PlanRow[]> {
  const { tx } = ctx
  const ids = rows.map(({ id }) => id)
  const teams = await listTeams(tx, ids)
  const [counts, posts, names] = await Promise.all([
    countOfPlans(tx, ids, moment),
    findPosts(
      tx,
      teams.flatMap(({ postIds }) => postIds),
    ),
    nameOfDivisions(tx),
  ])
  const inspectedBy = (planId: string, teamId?: string) =>
    counts
      .filter((one) => one.planId === planId && (teamId === undefined || one.teamId === teamId))
      .reduce((sum, { inspected }) => sum + inspected, 0)
  return rows.map(({ key, version, endedAt, ...plan }) => ({
    ...plan,
    areaName: names.get(plan.area) ?? plan.area,
    checklist: key !== null && version !== null ? { key, version } : null,
    endedAt: endedAt?.toISOString() ?? null,
    inspected: inspectedBy(plan.id),
    teams: teams
      .filter(({ planId }) => planId === plan.id)
      .map(({ id, title, areas, postIds }) => ({
        ...{ id, title, areas },
        posts: postIds.map((post) => ({ id: post, title: posts.get(post)?.title ?? '—' })),
        inspected: inspectedBy(plan.id, id),
      })),
  }))
}
