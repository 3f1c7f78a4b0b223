import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import { nameOfDivisions } from '../places/index.ts'
import { addDays, dayInChina, endOfDay } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { knownDivision, loadOrder, pastAt, tell } from './facts.ts'
import { mayDecide, mayRead } from './policy.ts'
import {
  documentNotStanding,
  endBeforeStart,
  nothingNamed,
  notLonger,
  notStanding,
  outsideArea,
  reviewTooLate,
  subjectUnknown,
  tooLong,
} from './problems.ts'
import { lastDayOf, lastReviewOf, orderState, REVIEW_DAYS } from './rules.ts'
import {
  AskOrder,
  ExtendOrder,
  Kept,
  LiftOrder,
  ListOrders,
  OpenOrder,
  OrderCard,
  OrderPage,
  type OrderRow,
  ReviewOrder,
} from './schema.ts'
import { findDocument, keepNamed, listOrderActs, listOrderRows, type Order } from './sql.orders.ts'
import { findSubjects } from './sql.ts'

type Decided = Pick<OpenOrder, 'documentId' | 'endsOn' | 'reviewOn'>

/** What speaks against a decision that begins to hold at this moment. The database refuses the same. */
async function decisionProblem(
  { tx }: Ctx,
  { documentId, endsOn, reviewOn }: Decided,
  from: Date,
): Promise<Problem | null> {
  const document = await findDocument(tx, documentId)
  if (!document || document.issuedAt > from || (document.endedAt && document.endedAt <= from)) {
    return documentNotStanding({ documentId })
  }
  if (endsOn < dayInChina(from)) return endBeforeStart()
  const until = lastDayOf(from)
  if (endsOn > until) return tooLong({ until })
  const by = lastReviewOf(from, endsOn)
  return reviewOn < dayInChina(from) || reviewOn > by ? reviewTooLate({ by }) : null
}

const decisionRow = (input: OpenOrder | ExtendOrder, from: Date) => ({
  document_id: input.documentId,
  authority: input.authority,
  decider: input.decider,
  basis: input.basis,
  ground: input.ground,
  appeal: input.appeal,
  from_at: from,
  ends_on: input.endsOn,
  review_on: input.reviewOn,
})

async function coverageProblem({ tx }: Ctx, { division, classes, subjectIds }: OpenOrder): Promise<Problem | null> {
  if (classes.length > 0 === subjectIds.length > 0) return nothingNamed()
  const known = await findSubjects(tx, subjectIds)
  const missing = subjectIds.find((id) => !known.has(id))
  if (missing) return subjectUnknown({ id: missing })
  const outside = subjectIds.find((id) => !known.get(id)?.division.startsWith(division))
  return outside ? outsideArea({ id: outside }) : null
}

/** One decision for all of the classes in an area, or for those it names: one row, however many it closes. */
export const openOrder = operation({
  name: 'closures.order.open',
  summary: { zh: '作出关停决定', en: 'Order a closure' },
  kind: 'write',
  input: OpenOrder,
  output: Kept,
  load: knownDivision,
  allow: (actor, _loaded, input) => mayDecide(actor, input),
  async run(ctx, input) {
    if (await isAgain(ctx, 'closures.decision', input)) return { id: input.id, arrival: 'again' as const }
    const from = new Date(input.startsAt)
    const problem = (await coverageProblem(ctx, input)) ?? (await decisionProblem(ctx, input, from))
    if (problem) throw problem
    const origin = originOf(ctx, input, input)
    const subjectIds = [...new Set(input.subjectIds)]
    const covers = { order_id: input.id, classes: [...new Set(input.classes)], by_name: subjectIds.length > 0 }
    await keepNew(ctx, 'closures.decision', { ...origin, ...covers, ...decisionRow(input, from) })
    await keepNamed(ctx.tx, origin, subjectIds)
    tell(ctx, input, input.id)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.division,
    note: { document: input.documentId, named: input.subjectIds.length, arrival: output.arrival },
  }),
})

const ofOrder = {
  kind: 'write' as const,
  output: Kept,
  load: loadOrder,
  allow: (actor: Ctx['actor'], order: Order) => mayDecide(actor, order),
  audit: ({ input, output, loaded }: { input: { id: string }; output: Kept; loaded: Order }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { record: input.id, arrival: output.arrival },
  }),
}
const isBetween = ({ startsAt, until }: Order, at: Date): boolean => at >= startsAt && at < until

export const extendOrder = operation({
  name: 'closures.order.extend',
  summary: { zh: '延长关停(重新决定)', en: 'Keep a closure up, by a fresh decision' },
  ...ofOrder,
  input: ExtendOrder,
  async run(ctx, input) {
    await lockOne(ctx, `closures.order/${input.orderId}`)
    if (await isAgain(ctx, 'closures.decision', input)) return { id: input.id, arrival: 'again' as const }
    const order = await loadOrder(ctx, input)
    const from = pastAt(ctx, input.decidedAt)
    // What is over stays over: a decision that comes here afterwards does not bring it back, whatever day is written on it.
    const isOver = order.until <= (await countyMoment(ctx))
    if (isOver || !isBetween(order, from)) throw notStanding({ until: order.until.toISOString() })
    if (endOfDay(input.endsOn) <= order.until) throw notLonger({ endsOn: order.endsOn })
    const problem = await decisionProblem(ctx, input, from)
    if (problem) throw problem
    const origin = originOf(ctx, order, input)
    const covers = { order_id: order.id, classes: [], by_name: false }
    await keepNew(ctx, 'closures.decision', { ...origin, ...covers, ...decisionRow(input, from) })
    tell(ctx, order, order.id)
    return { id: input.id, arrival: 'new' as const }
  },
})

export const liftOrder = operation({
  name: 'closures.order.lift',
  summary: { zh: '解除关停', en: 'Lift a closure' },
  ...ofOrder,
  input: LiftOrder,
  async run(ctx, input) {
    await lockOne(ctx, `closures.order/${input.orderId}`)
    if (await isAgain(ctx, 'closures.lifting', input)) return { id: input.id, arrival: 'again' as const }
    const order = await loadOrder(ctx, input)
    const at = pastAt(ctx, input.at)
    if (order.overWhy === 'lifted' || !isBetween(order, at)) throw notStanding({ until: order.until.toISOString() })
    const said = { order_id: order.id, decider: input.decider, why: input.why, at }
    await keepNew(ctx, 'closures.lifting', { ...originOf(ctx, order, input), ...said })
    tell(ctx, order, order.id)
    return { id: input.id, arrival: 'new' as const }
  },
})

export const reviewOrder = operation({
  name: 'closures.order.review',
  summary: { zh: '复核关停是否仍有必要', en: 'Look whether a closure is still needed' },
  ...ofOrder,
  input: ReviewOrder,
  async run(ctx, input, order) {
    if (await isAgain(ctx, 'closures.review', input)) return { id: input.id, arrival: 'again' as const }
    const at = pastAt(ctx, input.at)
    if (!isBetween(order, at)) throw notStanding({ until: order.until.toISOString() })
    const by = addDays(dayInChina(at), REVIEW_DAYS)
    if (input.nextOn < dayInChina(at) || input.nextOn > by) throw reviewTooLate({ by })
    const said = { order_id: order.id, reviewer: input.reviewer, at, next_on: input.nextOn }
    await keepNew(ctx, 'closures.review', { ...originOf(ctx, order, input), ...said })
    tell(ctx, order, order.id)
    return { id: input.id, arrival: 'new' as const }
  },
})

export function orderRow(
  { byName: _, startsAt, until, ...order }: Order,
  { names, moment }: { names: ReadonlyMap<string, string>; moment: Date },
): OrderRow {
  const state = orderState({ startsAt, until, overWhy: order.overWhy }, moment)
  return {
    ...order,
    divisionName: names.get(order.division) ?? order.division,
    state,
    startsAt: startsAt.toISOString(),
    until: until.toISOString(),
    isReviewDue: state === 'in-force' && order.reviewOn <= dayInChina(moment),
  }
}

export const listOrders = operation({
  name: 'closures.order.list',
  summary: { zh: '关停决定', en: 'Closures that were ordered' },
  kind: 'read',
  input: ListOrders,
  output: OrderPage,
  allow: (actor) => mayRead(actor),
  async run(ctx, { state, asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const rows = await listOrderRows(ctx.tx, { state, moment, after: positionOf(after), limit })
    const names = await nameOfDivisions(ctx.tx)
    return {
      items: rows.map((row) => orderRow(row, { names, moment })),
      next: cursorOf(rows, limit, ({ startsAt, id }) => ({ at: startsAt, id })),
    }
  },
  audit: () => null,
})

export const readOrder = operation({
  name: 'closures.order.read',
  summary: { zh: '关停决定及其经过', en: 'A closure and its course' },
  kind: 'read',
  input: AskOrder,
  output: OrderCard,
  load: loadOrder,
  allow: (actor) => mayRead(actor),
  async run(ctx, { orderId }, order) {
    const [acts, names] = await Promise.all([listOrderActs(ctx.tx, orderId), nameOfDivisions(ctx.tx)])
    const row = orderRow(order, { names, moment: await countyMoment(ctx) })
    return { ...row, acts: acts.map((act) => ({ ...act, at: act.at.toISOString() })) }
  },
  audit: () => null,
})
