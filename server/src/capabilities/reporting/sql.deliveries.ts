import type { Tx } from '../../kernel/db.ts'
import type { Outcome } from './rules.delivery.ts'

export type Tried = Omit<Outcome, 'fault'> & { nth: number; at: Date; reason: string | null }
export interface DeliveryRow {
  id: string
  reportId: string
  nth: number
  askedAt: Date
}
const deliveries = (tx: Tx) => tx`
  select id, report_id as "reportId", nth, received_at as "askedAt" from reporting.delivery where county = (select kernel.app_county())`

export const findDelivery = async (tx: Tx, id: string): Promise<DeliveryRow | null> =>
  (await tx<DeliveryRow[]>`${deliveries(tx)} and id = ${id}`)[0] ?? null

/** The newest first. */
export const listDeliveries = (tx: Tx, reportId: string) =>
  tx<DeliveryRow[]>`${deliveries(tx)} and report_id = ${reportId} order by nth desc limit 50`

/** By delivery, the newest try first. */
export async function triesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Tried[]>> {
  const rows = await tx<Array<Tried & { deliveryId: string }>>`
    select delivery_id as "deliveryId", nth, received_at as at, state, fault as reason, status, imported, updated, ignored, deleted, conflicts
    from reporting.delivery_try where county = (select kernel.app_county()) and delivery_id = any (${ids}::uuid[]) order by nth desc`
  const by = new Map<string, Tried[]>()
  for (const { deliveryId, ...tried } of rows) by.set(deliveryId, [...(by.get(deliveryId) ?? []), tried])
  return by
}

/** Whether a report of the same area and the same day in China was sealed after this one and is issued: its numbers stand up there. */
export const hasLaterOfDay = async (tx: Tx, reportId: string): Promise<boolean> =>
  (
    await tx`
      select 1 from reporting.seal mine
      join reporting.seal later on later.county = mine.county and later.division = mine.division and later.nth > mine.nth
        and (later.as_of at time zone 'Asia/Shanghai')::date = (mine.as_of at time zone 'Asia/Shanghai')::date
      join reporting.report_step s on s.county = later.county and s.report_id = later.report_id and s.step = 'issued'
      where mine.county = (select kernel.app_county()) and mine.report_id = ${reportId} limit 1`
  ).length > 0
