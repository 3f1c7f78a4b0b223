import { type Ctx, cursorOf, operation, positionOf, purposeOf } from '../../kernel/operation.ts'
import { open } from '../../kernel/seal.ts'
import { dayNumber, observationOf, type Profile } from '../cases/index.ts'
import { type MaskedPerson, maskedMany } from '../people/index.ts'
import { nameOfDivisions } from '../places/index.ts'
import { dayInChina, dayOfEnd, endOfDay } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { editionNow } from './editions.ts'
import { appealSeal } from './operations.appeals.ts'
import { kindsOf, mayCountOrders, maySeeOrder, maySeeOrders } from './policy.ts'
import { type Kind, standingAt } from './rules.ts'
import {
  AskOrderBoard,
  ListOrders,
  OneOrder,
  OrderBoard,
  OrderCard,
  OrderPage,
  type OrderRow,
} from './schema.orders.ts'
import { listPassed } from './sql.neighbours.ts'
import {
  type AreaCount,
  countStanding,
  findFollower,
  type ListedOrder,
  listActs,
  listOrderRows,
  type StoredAct,
} from './sql.orders.ts'
import { getOrder } from './standing.ts'

const daysAt = (now: Date) => {
  const today = dayInChina(now)
  return { now, today, todayEnds: endOfDay(today) }
}
const kindsAsked = ({ actor }: Ctx, kind: Kind | undefined) => kindsOf(actor).filter((one) => !kind || one === kind)

interface Beside {
  names: ReadonlyMap<string, string>
  persons: ReadonlyMap<string, MaskedPerson>
  now: Date
}
function orderRow(order: ListedOrder, { names, persons, now }: Beside): OrderRow {
  const {
    id,
    division,
    personId,
    householdId,
    kind,
    profile,
    startsAt,
    endsAt,
    reviewOn,
    anchorOn,
    documentNo,
    appealed,
  } = order
  const until = order.endedAt ?? endsAt
  const state = standingAt({ startsAt, endsAt: until, ended: false }, now) ? 'standing' : 'ended'
  return {
    id,
    division,
    divisionName: names.get(division) ?? division,
    person: persons.get(personId) ?? null,
    personId,
    householdId,
    kind,
    profile,
    ground: order.ground as OrderRow['ground'],
    state,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    endsOn: dayOfEnd(endsAt),
    reviewOn,
    anchorOn,
    dayNumber: dayNumber({ anchor: anchorOn }, dayInChina(endsAt < now ? endsAt : now)),
    documentNo,
    appealed,
    endedWhy: state === 'ended' ? (order.endedWhy ?? 'expired') : null,
    certificateNo: order.certificateNo,
  }
}

async function besides(ctx: Ctx, personIds: readonly string[]): Promise<Beside> {
  const [names, persons] = [await nameOfDivisions(ctx.tx), await maskedMany(ctx, personIds)]
  return { names, persons, now: await countyMoment(ctx) }
}

export const listOrders = operation({
  name: 'isolation.order.list',
  summary: { zh: '隔离人员清单', en: 'Orders of isolation' },
  kind: 'read',
  personal: true,
  input: ListOrders,
  output: OrderPage,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => maySeeOrders(actor, purpose, area),
  async run(ctx, { state, kind, area = ctx.actor.division, after, limit }) {
    const query = {
      area,
      kinds: kindsAsked(ctx, kind),
      state,
      ...daysAt(await countyMoment(ctx)),
      after: positionOf(after),
      limit,
    }
    const rows = await listOrderRows(ctx.tx, query)
    const beside = await besides(
      ctx,
      rows.map(({ personId }) => personId),
    )
    return {
      items: rows.map((row) => orderRow(row, beside)),
      next: cursorOf(rows, limit, ({ endsAt, id }) => ({ at: endsAt, id })),
    }
  },
  audit: ({ input, output }) => ({
    count: output.items.length,
    note: { state: input.state, area: input.area ?? null, first: output.items[0]?.id ?? null },
  }),
})

/** One order with everything that was decided about it. */
export const readOrder = operation({
  name: 'isolation.order.read',
  summary: { zh: '隔离决定及办理经过', en: 'An order and its course' },
  kind: 'read',
  personal: true,
  input: OneOrder,
  output: OrderCard,
  load: async (ctx, { orderId }) => ({ order: await getOrder(ctx, orderId), purpose: ctx.purpose }),
  allow: (actor, { order, purpose }) => maySeeOrder(actor, purpose, order),
  async run(ctx, { orderId }, { order }) {
    const [acts, followedBy, passages] = await Promise.all([
      listActs(ctx.tx, orderId),
      findFollower(ctx.tx, orderId),
      listPassed(ctx.tx, orderId),
    ])
    const openAppealId = openAppealOf(acts)
    const row = orderRow({ ...order, appealed: openAppealId !== null }, await besides(ctx, [order.personId]))
    const edition = await editionNow(ctx, order)
    const { authority, decider, appeal, follows, homeCheckedAt, homeCheckedBy } = order
    return {
      ...row,
      authority,
      decider,
      appeal,
      source: { kind: order.sourceKind as 'hand', ref: order.sourceRef },
      home: homeCheckedAt && { checkedAt: homeCheckedAt.toISOString(), checkedBy: homeCheckedBy ?? '' },
      profile: edition?.code ?? order.profile,
      observation: observedBy(edition, order),
      follows,
      followedBy,
      openAppealId,
      acts: acts.map((act) => actOf(ctx, act)),
      passages: passages.map((one) => ({ ...one, at: one.at.toISOString() })),
    }
  },
  audit: ({ input, loaded }) => ({
    subject: loaded.order.personId,
    division: loaded.order.division,
    note: { order: input.orderId },
  }),
})

const openAppealOf = (acts: readonly StoredAct[]): string | null => {
  const decided = new Set(acts.filter(({ type }) => type === 'appeal-decided').map(({ appealId }) => appealId))
  return acts.find(({ type, id }) => type === 'appealed' && !decided.has(id))?.id ?? null
}

/** What a person objects is read where it is decided. */
function actOf({ actor }: Ctx, { at, said, ground, ...act }: StoredAct): OrderCard['acts'][number] {
  const words = said && actor.role === 'county-desk' ? open(said, appealSeal(act.id)) : null
  return { ...act, ground: ground as OrderRow['ground'] | null, at: at.toISOString(), said: words }
}

function observedBy(profile: Profile | undefined, { anchorOn, kind }: { anchorOn: string; kind: Kind }) {
  const observation = profile && observationOf(profile, { anchor: anchorOn, mode: kind })
  if (!observation) return null
  const { from, to, monitoringTo = null, testDays, releaseFrom } = observation
  return { from, to, monitoringTo, testDays, releaseFrom }
}

const NONE = { home: 0, central: 0, endsToday: 0, reviewDue: 0, reviewOverdue: 0, appealed: 0 }
const sum = (rows: readonly AreaCount[]) =>
  rows.reduce(
    (so, row) => ({
      home: so.home + row.home,
      central: so.central + row.central,
      endsToday: so.endsToday + row.endsToday,
      reviewDue: so.reviewDue + row.reviewDue,
      reviewOverdue: so.reviewOverdue + row.reviewOverdue,
      appealed: so.appealed + row.appealed,
    }),
    NONE,
  )

/** How many are kept where, and what has to be done today. Names nobody. */
export const readOrderBoard = operation({
  name: 'isolation.order.count',
  summary: { zh: '隔离人数(按乡镇、村)', en: 'How many are isolated, by village' },
  kind: 'read',
  input: AskOrderBoard,
  output: OrderBoard,
  allow: (actor, _loaded, { area }) => mayCountOrders(actor, area),
  async run(ctx, { area = ctx.actor.division }) {
    const moment = await countyMoment(ctx)
    const rows = await countStanding(ctx.tx, { area, kinds: kindsAsked(ctx, undefined), ...daysAt(moment) })
    const names = await nameOfDivisions(ctx.tx)
    return {
      at: moment.toISOString(),
      total: sum(rows),
      divisions: rows.map((row) => ({ ...row, name: names.get(row.division) ?? row.division })),
    }
  },
  audit: () => null,
})
