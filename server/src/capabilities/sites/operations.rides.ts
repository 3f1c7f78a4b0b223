import { keepOne } from '../../kernel/facts.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { isAhead } from '../places/rules.clock.ts'
import { findPosts } from '../responsibility/index.ts'
import { aboutSite, keepAt, originOf, tell } from './facts.ts'
import { stateOf } from './matters.ts'
import { readingSite } from './operations.work.ts'
import {
  alreadySaid,
  lodgingUnknown,
  notArrived,
  outOfTime,
  postUnknown,
  rideTakenBack,
  siteUnknown,
  transferUnknown,
  vehicleNotCleaned,
  vehicleUnknown,
} from './problems.ts'
import { AddVehicle, Arrive, BeginTransfer, CleanVehicle, ListTransfers, TransferPage } from './schema.work.ts'
import { findKept, findLodging } from './sql.lodging.ts'
import { findTransfer, findVehicle, listTransferRows, type Transfer } from './sql.rides.ts'
import { findSites, lockAll, type Site } from './sql.ts'

export const addVehicle = operation({
  name: 'sites.vehicle.add',
  summary: { zh: '登记转运车', en: 'Record a vehicle of the site' },
  ...aboutSite,
  input: AddVehicle,
  run: (ctx, input, site) =>
    keepAt(ctx, { site, sent: input, table: 'sites.vehicle' }, { site_id: site.id, label: input.label }),
})

export const beginTransfer = operation({
  name: 'sites.transfer.begin',
  summary: { zh: '登记转运出车', en: 'Record that a vehicle leaves with somebody' },
  ...aboutSite,
  input: BeginTransfer,
  async run(ctx, input, site) {
    const { vehicleId, lodgingId, crew, from, to } = input
    await lockAll(ctx, [vehicleId])
    const vehicle = await findVehicle(ctx.tx, vehicleId, new Date(input.at))
    if (vehicle?.siteId !== site.id) throw vehicleUnknown({ id: vehicleId })
    const kept = await findKept(ctx.tx, 'sites.transfer', [input.id])
    if (vehicle.uncleaned && !kept.has(input.id)) throw vehicleNotCleaned({ label: vehicle.label })
    if (lodgingId && (await findLodging(ctx.tx, lodgingId))?.siteId !== site.id) throw lodgingUnknown({ id: lodgingId })
    const posts = await findPosts(ctx.tx, crew)
    const stranger = crew.find((id) => !posts.has(id))
    if (stranger) throw postUnknown({ id: stranger })
    const said = { site_id: site.id, vehicle_id: vehicleId, lodging_id: lodgingId, crew: [...new Set(crew)] }
    const way = { from_kind: from.kind, from_place: from.place, to_kind: to.kind, to_place: to.place }
    return keepAt(ctx, { site, sent: input, table: 'sites.transfer' }, { ...said, ...way })
  },
})

interface Ride {
  transfer: Transfer
  site: Site
}
async function loadRide({ tx }: Ctx, { transferId }: { transferId: string }): Promise<Ride> {
  const transfer = await findTransfer(tx, transferId)
  if (!transfer) throw transferUnknown({ id: transferId })
  const site = (await findSites(tx, [transfer.siteId])).get(transfer.siteId)
  if (!site) throw siteUnknown({ id: transfer.siteId })
  return { transfer, site }
}
type Done = { input: { id: string }; output: { id: string; arrival: 'new' | 'again' }; loaded: Ride }
const aboutRide = {
  ...aboutSite,
  load: loadRide,
  allow: (actor: Parameters<typeof aboutSite.allow>[0], { site }: Ride): boolean => aboutSite.allow(actor, site),
  audit: (done: Done) => aboutSite.audit({ ...done, loaded: done.loaded.site }),
}

interface Step {
  ride: Ride
  sent: { id: string; at: string; transferId: string }
  table: 'sites.transfer_arrival' | 'sites.vehicle_cleaning'
  /** When the step before it was. */
  after: Date
}
/** A ride arrives once and is cleaned up after once, unless that was taken back. */
async function keepStep(ctx: Ctx, { ride, sent, table, after }: Step, said: Record<string, unknown>) {
  const row = { ...originOf(ctx, ride.site, sent), transfer_id: sent.transferId, ...said }
  if (row.at < after || isAhead(row.at, ctx.now)) throw outOfTime({ at: sent.at })
  await lockAll(ctx, [sent.transferId])
  if (!(await findKept(ctx.tx, table, [sent.id])).has(sent.id)) {
    const stands = await findTransfer(ctx.tx, sent.transferId)
    if (stands?.isTakenBack) throw rideTakenBack()
    if (table === 'sites.transfer_arrival' ? stands?.arrivedAt : stands?.cleanedAt)
      throw alreadySaid({ id: sent.transferId })
  }
  const arrival = await keepOne(ctx, table, row)
  if (arrival === 'new') tell(ctx, ride.site)
  return { id: sent.id, arrival }
}

export const arrive = operation({
  name: 'sites.transfer.arrive',
  summary: { zh: '登记转运到达', en: 'Record that a ride has arrived' },
  ...aboutRide,
  input: Arrive,
  run: (ctx, input, ride) =>
    keepStep(ctx, { ride, sent: input, table: 'sites.transfer_arrival', after: ride.transfer.leftAt }, {}),
})

export const cleanVehicle = operation({
  name: 'sites.vehicle.clean',
  summary: { zh: '登记车辆清洗消毒', en: 'Record that the vehicle was cleaned after a ride' },
  ...aboutRide,
  input: CleanVehicle,
  run(ctx, input, ride) {
    const after = ride.transfer.arrivedAt
    if (!after) throw notArrived()
    const { agent, mgPerLitre } = input
    return keepStep(
      ctx,
      { ride, sent: input, table: 'sites.vehicle_cleaning', after },
      { agent, mg_per_litre: mgPerLitre },
    )
  },
})

export const listTransfers = operation({
  name: 'sites.transfer.list',
  summary: { zh: '转运记录', en: 'Transfers of a site' },
  ...readingSite,
  input: ListTransfers,
  output: TransferPage,
  async run({ tx }, { siteId, after, limit }) {
    const rows = await listTransferRows(tx, siteId, positionOf(after), limit)
    const posts = await findPosts(
      tx,
      rows.flatMap(({ crew }) => crew),
    )
    const items = rows.map(({ siteId: _, fromKind, fromPlace, toKind, toPlace, crew, isTakenBack, ...row }) => ({
      ...row,
      crew: crew.map((postId) => ({ postId, title: posts.get(postId)?.title ?? '' })),
      from: { kind: fromKind, place: fromPlace },
      to: { kind: toKind, place: toPlace },
      leftAt: row.leftAt.toISOString(),
      arrivedAt: row.arrivedAt?.toISOString() ?? null,
      cleanedAt: row.cleanedAt?.toISOString() ?? null,
      state: isTakenBack ? ('taken-back' as const) : stateOf(row),
    }))
    return { items, next: cursorOf(rows, limit, ({ leftAt, id }) => ({ at: leftAt, id })) }
  },
})
