import { operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { addDays, dayInChina } from '../places/rules.clock.ts'
import { mayReadPlan, mayStatePlan } from './policy.readings.ts'
import { planBegun } from './problems.readings.ts'
import { planOn, type ReadingPlan } from './rules.readings.ts'
import { AskPlans, PlanStated, Plans, StatePlan } from './schema.links.ts'
import { keepPlan, listPlanRows } from './sql.readings.ts'
import { forgetPlans } from './watching.ts'

export const listPlans = operation({
  name: 'isolation.reading-plan.list',
  summary: { zh: '监测时段与漏测上报时限', en: 'When checks are due, and how fast a missed one climbs' },
  kind: 'read',
  input: AskPlans,
  output: Plans,
  allow: mayReadPlan,
  async run({ tx, now }) {
    const items = await listPlanRows(tx)
    const day = dayInChina(now)
    return { day, inForce: planOn(items, day), items }
  },
  audit: () => null,
})

/** From a day on that has not begun: what was due yesterday stays what it was. */
export const statePlan = operation({
  name: 'isolation.reading-plan.state',
  summary: { zh: '规定监测时段与漏测上报时限', en: 'State when checks are due' },
  kind: 'write',
  input: StatePlan,
  output: PlanStated,
  allow: mayStatePlan,
  async run({ tx, actor, now }, input) {
    const { id, since } = input
    const body = input.body as ReadingPlan
    const from = addDays(dayInChina(now), 1)
    if (since < from) throw planBegun({ from })
    const row = { county: actor.county, id, since, body, recorded_by: actor.accountId, received_at: now }
    const arrival = await keepPlan(tx, { ...row, digest: digestOf(input) })
    if (arrival === 'taken') throw idTaken({ id })
    forgetPlans(actor.county)
    return { id, arrival }
  },
  audit: ({ input, output }) => ({ note: { plan: input.id, since: input.since, arrival: output.arrival } }),
})
