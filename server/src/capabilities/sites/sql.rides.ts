import type { Tx } from '../../kernel/db.ts'
import type { Matters } from './schema.work.ts'
import type { Position } from './sql.work.ts'

export interface Vehicle {
  id: string
  siteId: string
  label: string
  /** After which of its rides it still has to be cleaned. */
  uncleaned: string | null
}
const vehicles = (tx: Tx, moment: Date) => tx`
  select v.id, v.site_id as "siteId", v.label, (
    select f.id from sites.ride_now f
    left join sites.cleaning_now c on c.county = f.county and c.transfer_id = f.id
    where f.county = v.county and f.vehicle_id = v.id and f.at <= ${moment} and (c.at is null or c.at > ${moment})
    order by f.at desc limit 1) as uncleaned
  from sites.vehicle v where v.county = (select kernel.app_county())`
export const listVehicles = (tx: Tx, siteId: string, moment: Date) =>
  tx<Vehicle[]>`${vehicles(tx, moment)} and v.site_id = ${siteId} and v.at <= ${moment} order by v.label, v.id`
/** As it stands at a moment. */
export async function findVehicle(tx: Tx, id: string, moment: Date): Promise<Vehicle | null> {
  const [found] = await tx<Vehicle[]>`${vehicles(tx, moment)} and v.id = ${id}`
  return found ?? null
}

export interface Transfer {
  id: string
  siteId: string
  vehicleId: string
  vehicle: string
  lodgingId: string | null
  crew: string[]
  fromKind: string
  fromPlace: string
  toKind: string
  toPlace: string
  leftAt: Date
  arrivedAt: Date | null
  cleanedAt: Date | null
  /** Entered wrongly: it never was, and neither are its arrival and its cleaning. */
  isTakenBack: boolean
}
const transfers = (tx: Tx) => tx`
  select f.id, f.site_id as "siteId", f.vehicle_id as "vehicleId", v.label as vehicle, f.lodging_id as "lodgingId", f.crew,
    f.from_kind as "fromKind", f.from_place as "fromPlace", f.to_kind as "toKind", f.to_place as "toPlace", f.at as "leftAt",
    a.at as "arrivedAt", c.at as "cleanedAt", t.id is not null as "isTakenBack"
  from sites.transfer f join sites.vehicle v on v.county = f.county and v.id = f.vehicle_id
  left join sites.taking_back t on t.county = f.county and t.kind = 'ride' and t.record_id = f.id
  left join sites.arrival_now a on a.county = f.county and a.transfer_id = f.id
  left join sites.cleaning_now c on c.county = f.county and c.transfer_id = f.id
  where f.county = (select kernel.app_county())`
export async function findTransfer(tx: Tx, id: string): Promise<Transfer | null> {
  const [found] = await tx<Transfer[]>`${transfers(tx)} and f.id = ${id}`
  return found ?? null
}
export const listTransferRows = (tx: Tx, siteId: string, after: Position | null, limit: number) => tx<Transfer[]>`
  ${transfers(tx)} and f.site_id = ${siteId}
    ${after ? tx`and (f.at, f.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by f.at desc, f.id desc limit ${limit}`
/** On the way, or back with a vehicle that is not clean. */
export const listOpenTransfers = (tx: Tx, siteId: string, moment: Date) => tx<Transfer[]>`
  ${transfers(tx)} and f.site_id = ${siteId} and f.at <= ${moment} and t.id is null and (c.at is null or c.at > ${moment})
  order by f.at`

export interface Change {
  id: string
  siteId: string
  at: Date
  accountId: string | null
  note: string | null
  matters: Matters
  takenAt: Date | null
  takenBy: string | null
}
const changes = (tx: Tx) => tx`
  select f.id, f.site_id as "siteId", f.at, f.recorded_by as "accountId", f.note, f.open_matters as matters, t.at as "takenAt",
    t.recorded_by as "takenBy"
  from sites.shift_change f left join sites.shift_taking t on t.county = f.county and t.change_id = f.id
  where f.county = (select kernel.app_county())`
export async function findChange(tx: Tx, id: string): Promise<Change | null> {
  const [found] = await tx<Change[]>`${changes(tx)} and f.id = ${id}`
  return found ?? null
}
export const listChangeRows = (tx: Tx, siteId: string, after: Position | null, limit: number) => tx<Change[]>`
  ${changes(tx)} and f.site_id = ${siteId}
    ${after ? tx`and (f.at, f.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by f.at desc, f.id desc limit ${limit}`
