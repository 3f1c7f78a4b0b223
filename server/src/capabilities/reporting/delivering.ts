import { createHash, randomUUID } from 'node:crypto'
import { keepNew, originOf } from '../../kernel/facts.ts'
import { type Errand, enqueue } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { idFrom } from '../../kernel/seal.ts'
import { nextTryAt } from '../exchange/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { dhis2Of } from './reports.dhis2.ts'
import { loadReport, tell, type Whole } from './reports.ts'
import { failed, type Outcome, outcomeOf, superseded } from './rules.delivery.ts'
import { isKnownFigure } from './rules.reports.ts'
import { findDelivery, hasLaterOfDay, listDeliveries, type Tried, triesOf } from './sql.deliveries.ts'
import { upperAt, upperSettings } from './upper.ts'

export const DELIVER = 'reporting.deliver'

/** A county's report goes to the city; a township's goes to the county, which reads it here. */
export const goesUp = ({ division }: Pick<Whole, 'division'>): boolean => division.length === 6

/** What its digest covers: the same id for another report is taken. */
export const requestFor = (reportId: string, id: string) => ({ id, reportId })

/** Asks for a report to be sent; what sends it is queued in the same transaction. */
export async function sendUp(ctx: Ctx, report: Whole, id: string): Promise<void> {
  const [last] = await listDeliveries(ctx.tx, report.id)
  const said = { report_id: report.id, nth: (last?.nth ?? 0) + 1 }
  await keepNew(ctx, 'reporting.delivery', { ...originOf(ctx, report, requestFor(report.id, id)), ...said })
  await queueTry(ctx, report, id)
}

/** All reports of an area and a day have the same places up there: while one is on its way, no other is. */
function queueTry(ctx: Ctx, { division, asOf }: Whole, deliveryId: string, due: Date = ctx.now): Promise<unknown> {
  const place = idFrom('reporting.delivery', division, dayInChina(asOf))
  return enqueue(ctx, DELIVER, { deliveryId }, due, place)
}

/** One try. What failed queues the next one; what was refused waits for somebody to put it right. */
export async function deliver(ctx: Ctx, deliveryId: string): Promise<Errand | null> {
  const delivery = await findDelivery(ctx.tx, deliveryId)
  if (!delivery) return null
  const [last] = await listDeliveries(ctx.tx, delivery.reportId)
  const tries = (await triesOf(ctx.tx, [deliveryId])).get(deliveryId) ?? []
  const isOver = tries.some(({ state }) => state !== 'failed')
  if (isOver || last?.id !== deliveryId) return null
  const report = await loadReport(ctx, { reportId: delivery.reportId })
  const isOvertaken = await hasLaterOfDay(ctx.tx, report.id)
  const body = Buffer.from(JSON.stringify(dhis2Of(report)))
  return async () => {
    const outcome = isOvertaken ? superseded : await attempt(report, deliveryId, body)
    return (after) => keepTry(after, report, { deliveryId, nth: tries.length + 1, body, outcome })
  }
}

async function attempt({ division }: Whole, deliveryId: string, body: Buffer): Promise<Outcome> {
  const { upper, post } = upperSettings()
  if (!upper) return failed('no-upper')
  const url = new URL(upper.url)
  // Our figures and divisions are codes over there; its own identifiers are known to it alone.
  url.searchParams.set('idScheme', 'CODE')
  const headers = {
    ...{ authorization: upper.authorization, accept: 'application/json', 'content-type': 'application/json' },
    ...{ 'content-length': String(body.length), 'qunfang-delivery': deliveryId },
  }
  const isOurs = (name: string) => isKnownFigure(name) || (/^\d{6,12}$/.test(name) && name.startsWith(division))
  return post(url.href, headers, body).then(
    (answered) => outcomeOf(answered, isOurs),
    () => failed('unreachable'),
  )
}

interface Try {
  deliveryId: string
  nth: number
  body: Buffer
  outcome: Outcome
}
async function keepTry(ctx: Ctx, report: Whole, { deliveryId, nth, body, outcome }: Try): Promise<void> {
  const row = { delivery_id: deliveryId, nth, ...outcome, conflicts: ctx.tx.json(outcome.conflicts as never) }
  const sha256 = createHash('sha256').update(body).digest()
  const origin = originOf(ctx, report, { id: randomUUID() })
  await keepNew(ctx, 'reporting.delivery_try', { ...origin, ...row, bytes: body.length, sha256 })
  tell(ctx, report)
  const nextAt = outcome.state === 'failed' ? nextTryAt(nth - 1, ctx.now) : null
  if (nextAt) await queueTry(ctx, report, deliveryId, nextAt)
}

const standsAs = (tries: readonly Tried[]) => tries[0]?.state ?? ('waiting' as const)

/** Null for a report that does not go up. */
export async function sentUpOf({ tx }: Ctx, report: Whole) {
  if (!goesUp(report) || report.state !== 'issued') return null
  const rows = await listDeliveries(tx, report.id)
  const tried = await triesOf(
    tx,
    rows.map(({ id }) => id),
  )
  const deliveries = rows.map(({ id, askedAt }, at) => {
    const tries = tried.get(id) ?? []
    const [last] = tries
    // Only the newest is still being tried.
    const nextAt = at === 0 && last?.state === 'failed' ? nextTryAt(tries.length - 1, last.at) : null
    return {
      ...{ id, askedAt: askedAt.toISOString(), state: standsAs(tries), nextAt: nextAt?.toISOString() ?? null },
      tries: tries.map(({ nth: _, at: moment, ...said }) => ({ ...said, at: moment.toISOString() })),
    }
  })
  return { to: upperAt(), deliveries }
}

/** Whether the newest request has no answer yet. */
export async function isUnderWay({ tx }: Ctx, reportId: string): Promise<boolean> {
  const [last] = await listDeliveries(tx, reportId)
  return last !== undefined && !(await triesOf(tx, [last.id])).has(last.id)
}
