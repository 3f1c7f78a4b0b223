import { keepFacts, keepOne } from '../../kernel/facts.ts'
import { type Actor, batchOperation, type Ctx, operation, type Verdict } from '../../kernel/operation.ts'
import { idTaken, Problem } from '../../kernel/problem.ts'
import { aboutSite, originOf, tell, timeProblem } from './facts.ts'
import { mayWorkAt } from './policy.ts'
import {
  alreadySaid,
  livesHere,
  lodgingOver,
  lodgingUnknown,
  notMistaken,
  orderNotStanding,
  orderUnknown,
  outOfTime,
  roomUnknown,
  siteUnknown,
} from './problems.ts'
import { type RoomNow, roomProblem } from './rooming.ts'
import { BATCH_MAX, Kept, Leave, MoveRoom, RecordCounselling, SayDiet, TakeIn } from './schema.ts'
import { findKept, findLodged, findLodging, findOrders, type Lodging, type Order } from './sql.lodging.ts'
import { findRooms, findSites, listRoomDisinfections, listSpans, lockAll, type Site } from './sql.ts'

interface Known {
  sites: Map<string, Site>
  rooms: Map<string, RoomNow>
  orders: Map<string, Order>
  lodged: Set<string>
  kept: Set<string>
}

/** Rooms with everything that was ever in them, locked until the end of the transaction. */
async function roomsNow(
  ctx: Ctx,
  siteIds: readonly string[],
  roomIds: readonly string[],
): Promise<Map<string, RoomNow>> {
  const { tx } = ctx
  await lockAll(ctx, roomIds)
  const rooms = await findRooms(tx, roomIds)
  const [spans, disinfected] = await Promise.all([listSpans(tx, siteIds), listRoomDisinfections(tx, siteIds)])
  return new Map(
    [...rooms].map(([id, room]) => [
      id,
      {
        room,
        spans: spans.filter(({ roomId }) => roomId === id),
        disinfectedAt: disinfected.filter(({ roomId }) => roomId === id).map(({ at }) => at),
      },
    ]),
  )
}

async function knownTo(ctx: Ctx, items: readonly TakeIn[]): Promise<Known> {
  const { tx } = ctx
  const siteIds = [...new Set(items.map(({ siteId }) => siteId))]
  const sites = await findSites(tx, siteIds)
  const rooms = await roomsNow(
    ctx,
    siteIds,
    items.map(({ roomId }) => roomId),
  )
  const orders = await findOrders(
    tx,
    items.map(({ orderId }) => orderId),
  )
  const asked = items.flatMap(({ orderId, at }) => {
    const person = orders.get(orderId)?.person
    return person ? [{ person, at }] : []
  })
  const ids = items.map(({ id }) => id)
  const [lodged, kept] = await Promise.all([findLodged(tx, asked), findKept(tx, 'sites.lodging', ids)])
  return { sites, rooms, orders, lodged, kept }
}

interface Judged {
  row: ReturnType<typeof originOf> & { order_id: string; person_id: string; site_id: string; beside: string | null }
  site: Site
  needs: string[]
}
function judgeTakeIn(ctx: Ctx, item: TakeIn, { sites, rooms, orders, lodged, kept }: Known): Judged | Problem {
  const site = sites.get(item.siteId)
  const now = rooms.get(item.roomId)
  const order = orders.get(item.orderId)
  if (!site) throw new Error('sites: allowed without a site')
  if (!now || now.room.siteId !== site.id) return roomUnknown({ id: item.roomId })
  if (!order) return orderUnknown({ id: item.orderId })
  const said = { site_id: site.id, room_id: item.roomId, order_id: order.orderId, person_id: order.person }
  const shared = { beside: item.beside?.lodgingId ?? null, ground: item.beside?.ground ?? null }
  const row = { ...originOf(ctx, site, item), ...said, ...shared }
  const judged = { row, site, needs: item.needs }
  if (kept.has(item.id)) return judged
  const problem =
    timeProblem(site, row.at, ctx.now) ??
    (row.at < order.startsAt || row.at >= order.endsAt
      ? orderNotStanding({ startsAt: order.startsAt.toISOString(), endsAt: order.endsAt.toISOString() })
      : null) ??
    (lodged.has(order.person) ? livesHere() : null) ??
    roomProblem(now, { lodgingId: item.id, at: row.at, until: order.endsAt, beside: item.beside })
  if (problem) return problem
  // What is taken in now is there for the next item.
  now.spans.push({ lodgingId: item.id, roomId: item.roomId, since: row.at, until: order.endsAt })
  lodged.add(order.person)
  return judged
}

export const takeIn = batchOperation({
  name: 'sites.lodging.begin',
  summary: { zh: '办理入住', en: 'Take people in, each into a room of their own' },
  kind: 'write',
  item: TakeIn,
  done: Kept,
  max: BATCH_MAX,
  load: knownTo,
  allow(actor, { sites }: Known, { siteId }) {
    const site = sites.get(siteId)
    return site ? mayWorkAt(actor, site) : siteUnknown({ id: siteId })
  },
  async runMany(ctx, items, known) {
    const judged = items.map((item) => judgeTakeIn(ctx, item, known))
    const sound = judged.flatMap((one) => (one instanceof Problem ? [] : [one]))
    // Whoever shares a room comes after whose room it is.
    const rows = sound.map(({ row }) => row).toSorted((a, b) => Number(a.beside !== null) - Number(b.beside !== null))
    const arrivals = await keepFacts(ctx.tx, 'sites.lodging', rows)
    const arrivalOf = new Map(rows.map(({ id }, nth) => [id, arrivals[nth]]))
    const begun = sound.filter(({ row }) => arrivalOf.get(row.id) === 'new')
    await keepFacts(
      ctx.tx,
      'sites.diet',
      begun.flatMap(({ row, needs }) => (needs.length > 0 ? [dietRow(row, needs)] : [])),
    )
    for (const site of new Set(begun.map((one) => one.site))) tell(ctx, site)
    return judged.map((one): Verdict<{ id: string; arrival: 'new' | 'again' }> => {
      if (one instanceof Problem) return { ok: false, problem: one }
      const { id } = one.row
      const arrival = arrivalOf.get(id)
      if (!arrival || arrival === 'taken') return { ok: false, problem: idTaken({ id }) }
      return { ok: true, arrival, value: { id, arrival } }
    })
  },
  audit: (items, verdicts) => ({
    ...(items[0] ? { subject: items[0].siteId } : {}),
    count: verdicts.filter((verdict) => verdict.ok && verdict.arrival === 'new').length,
    note: {
      sent: items.length,
      refused: verdicts.filter((verdict) => !verdict.ok).length,
      first: items[0]?.id ?? null,
    },
  }),
})

/** Said together with the taking in, and known by its id. */
const dietRow = ({ county, id, division, at, recorded_by, received_at, digest }: Judged['row'], needs: string[]) => ({
  county,
  id,
  division,
  at,
  recorded_by,
  received_at,
  digest,
  lodging_id: id,
  needs,
})

interface Standing {
  lodging: Lodging
  site: Site
  /** Where they are now, or were last. */
  roomId: string
  since: Date
  until: Date
}
async function loadLodging(ctx: Ctx, { lodgingId }: { lodgingId: string }): Promise<Standing> {
  const lodging = await findLodging(ctx.tx, lodgingId)
  const site = lodging && (await findSites(ctx.tx, [lodging.siteId])).get(lodging.siteId)
  if (!lodging || !site) throw lodgingUnknown({ id: lodgingId })
  const last = (await listSpans(ctx.tx, [site.id])).findLast((span) => span.lodgingId === lodgingId)
  const until = last?.until ?? lodging.at
  return { lodging, site, roomId: last?.roomId ?? '', since: last?.since ?? lodging.at, until }
}

const aboutLodging = {
  ...aboutSite,
  load: loadLodging,
  allow: (actor: Actor, { site }: Standing): boolean => mayWorkAt(actor, site),
  audit: (done: { input: { id: string }; output: { id: string; arrival: 'new' | 'again' }; loaded: Standing }) =>
    aboutSite.audit({ ...done, loaded: done.loaded.site }),
}

/** While somebody lives here: after they came to this room and before they left, or their order ended. */
function standingProblem({ lodging, site, since, until }: Standing, at: Date, now: Date): Problem | null {
  if (lodging.leftAt) return lodgingOver({ endedAt: until.toISOString() })
  if (at < since) return outOfTime({ at: at.toISOString() })
  return timeProblem(site, at, now) ?? (at >= until ? lodgingOver({ endedAt: until.toISOString() }) : null)
}

interface Saying {
  standing: Standing
  sent: { id: string; at: string; lodgingId: string }
  table: `sites.${string}`
  problem: (at: Date) => Promise<Problem | null> | Problem | null
}
/** A fact that is judged by what stands is looked for first: sent again, it would stand in its own way. */
async function keepOfLodging(ctx: Ctx, { standing, sent, table, problem }: Saying, said: Record<string, unknown>) {
  const row = { ...originOf(ctx, standing.site, sent), lodging_id: sent.lodgingId, ...said }
  const kept = await findKept(ctx.tx, table, [sent.id])
  const refused = kept.has(sent.id) ? null : await problem(row.at)
  if (refused) throw refused
  const arrival = await keepOne(ctx, table, row)
  if (arrival === 'new') tell(ctx, standing.site)
  return { id: sent.id, arrival }
}

export const moveRoom = operation({
  name: 'sites.lodging.move',
  summary: { zh: '换房', en: 'Record that somebody changes rooms' },
  ...aboutLodging,
  input: MoveRoom,
  run(ctx, input, standing) {
    const { lodging, site, roomId, until } = standing
    const { beside } = input
    const problem = async (at: Date) => {
      const wrong = standingProblem(standing, at, ctx.now)
      if (wrong) return wrong
      const wanted = (await roomsNow(ctx, [site.id], [roomId, input.roomId])).get(input.roomId)
      if (!wanted || wanted.room.siteId !== site.id) return roomUnknown({ id: input.roomId })
      if (input.roomId === roomId) return alreadySaid({ id: roomId })
      return roomProblem(wanted, { lodgingId: lodging.id, at, until, beside })
    }
    return keepOfLodging(
      ctx,
      { standing, sent: input, table: 'sites.move', problem },
      { room_id: input.roomId, beside: beside?.lodgingId ?? null, ground: beside?.ground ?? null, why: input.why },
    )
  },
})

export const leave = operation({
  name: 'sites.lodging.end',
  summary: { zh: '办理离点', en: 'Record that somebody left the site' },
  ...aboutLodging,
  input: Leave,
  run(ctx, input, standing) {
    const { lodging, site, since, until } = standing
    const problem = (at: Date) => {
      // An order that was entered wrongly never held anybody.
      if (lodging.leftAt || until <= since) return lodgingOver({ endedAt: until.toISOString() })
      if (at < since) return outOfTime({ at: input.at })
      if (input.whereto === 'mistaken' && at.getTime() !== lodging.at.getTime())
        return notMistaken({ at: lodging.at.toISOString() })
      return timeProblem(site, at, ctx.now)
    }
    return keepOfLodging(ctx, { standing, sent: input, table: 'sites.leaving', problem }, { whereto: input.whereto })
  },
})

export const sayDiet = operation({
  name: 'sites.diet.say',
  summary: { zh: '登记饮食需要', en: 'Record what somebody can eat' },
  ...aboutLodging,
  input: SayDiet,
  run: (ctx, input, standing) =>
    keepOfLodging(
      ctx,
      { standing, sent: input, table: 'sites.diet', problem: (at) => standingProblem(standing, at, ctx.now) },
      { needs: input.needs },
    ),
})

export const recordCounselling = operation({
  name: 'sites.counselling.record',
  summary: {
    zh: '登记心理疏导(只记做过和是否再谈)',
    en: 'Record that somebody was talked to, and nothing of what was said',
  },
  ...aboutLodging,
  input: RecordCounselling,
  run: (ctx, input, standing) =>
    keepOfLodging(
      ctx,
      { standing, sent: input, table: 'sites.counselling', problem: (at) => standingProblem(standing, at, ctx.now) },
      { follow_up: input.followUp, due_on: input.dueOn },
    ),
})
