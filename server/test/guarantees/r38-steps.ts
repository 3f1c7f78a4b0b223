import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { aHomeCheck } from '../../src/capabilities/isolation/isolation.factory.ts'
import { decideAppeal, lodgeAppeal } from '../../src/capabilities/isolation/operations.appeals.ts'
import { extendOrder, reviewOrder, shortenOrder } from '../../src/capabilities/isolation/operations.course.ts'
import { endOrders } from '../../src/capabilities/isolation/operations.end.ts'
import { openOrders } from '../../src/capabilities/isolation/operations.open.ts'
import { transferOrder } from '../../src/capabilities/isolation/operations.transfers.ts'
import { addDays, dayInChina, endOfDay } from '../../src/capabilities/places/rules.clock.ts'
import type { AnyBatchOperation, AnyOperation } from '../../src/kernel/operation.ts'

type Kind = 'home' | 'central'
interface Span {
  id: string
  from: Date
  to: Date
  ended: boolean
  decider: string
  kind: Kind
  division: string
}
/** What has to be so by the rules as a person would say them: no clause of it is taken from the product. */
export interface Model {
  now: Date
  spans: Span[]
}

const missing = ['documentNo', 'authority', 'decider', 'ground', 'endsOn', 'reviewOn', 'appeal'] as const
interface Sized {
  days: number
  review: number
  without: (typeof missing)[number] | null
}
export type Move =
  | { do: 'jump'; hours: number; job: boolean }
  | ({ do: 'open'; kind: Kind } & Sized)
  | ({ do: 'extend' } & Sized)
  | { do: 'shorten'; days: number }
  | { do: 'review'; next: number }
  | { do: 'appeal'; decider: string; outcome: 'upheld' | 'rejected' }
  | { do: 'end'; why: 'released' | 'to-hospital' | 'entered-wrongly' }
  | ({ do: 'transfer'; kind: Kind; fresh: boolean } & Sized)

const sized = {
  days: fc.integer({ min: -1, max: 16 }),
  review: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 7 }) }, fc.constantFrom(-1, 8)),
  without: fc.option(fc.constantFrom(...missing), { freq: 4 }),
}
const kind = fc.constantFrom<Kind>('home', 'central')
const hours = fc.oneof(fc.integer({ min: -60, max: 30 }), fc.integer({ min: 30, max: 420 }))
const named = <N extends Move['do']>(name: N) => fc.constant(name)

export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: named('jump'), hours, job: fc.boolean() }) },
    { weight: 4, arbitrary: fc.record({ do: named('open'), kind, ...sized }) },
    { weight: 3, arbitrary: fc.record({ do: named('extend'), ...sized }) },
    fc.record({ do: named('shorten'), days: fc.integer({ min: -1, max: 9 }) }),
    fc.record({ do: named('review'), next: fc.integer({ min: -1, max: 9 }) }),
    fc.record({
      do: named('appeal'),
      decider: fc.constantFrom('周明远', '钱卫国'),
      outcome: fc.constantFrom('upheld', 'rejected'),
    }),
    fc.record({ do: named('end'), why: fc.constantFrom('released', 'to-hospital', 'entered-wrongly') }),
    fc.record({ do: named('transfer'), kind, fresh: fc.boolean(), ...sized }),
  ),
  { minLength: 3, maxLength: 14 },
)

const TOLERANCE_MS = 2 * 60_000
export const inForce = ({ spans, now }: Model): Span | undefined =>
  spans.find(({ from, to, ended }) => !ended && from.getTime() - TOLERANCE_MS <= now.getTime() && now < to)

type Sent = [operation: AnyOperation | { one: AnyBatchOperation }, body: object]
/** What is sent, whether it must be kept, and what is so once it is. */
export interface Planned {
  sent: Sent[]
  isSound: boolean
  kept(): void
}

const DECIDER = '周明远'
function decision(now: Date, { days, review, without }: Sized) {
  const today = dayInChina(now)
  const said: Record<string, unknown> = {
    documentNo: '试防办〔2020〕7号',
    authority: '试验县防控办',
    decider: DECIDER,
    ground: 'close-contact',
    anchorOn: today,
    endsOn: addDays(today, days),
    reviewOn: addDays(today, review),
    appeal: '可向县防控办提出申诉。',
  }
  if (without) delete said[without]
  return said
}
const isWhole = ({ days, review, without }: Sized) =>
  without === null && days >= 0 && days <= 14 && review >= 0 && review <= Math.min(days, 7)
const endAfter = (now: Date, days: number) => endOfDay(addDays(dayInChina(now), days))
const homeOf = (of: Kind, now: Date) => (of === 'home' ? aHomeCheck({ checkedAt: now.toISOString() }) : null)
const HAND = { kind: 'hand' }

export function planOf(
  move: Exclude<Move, { do: 'jump' }>,
  model: Model,
  { county, personId }: { county: number; personId: string },
): Planned | null {
  const { now, spans } = model
  const at = now.toISOString()
  const village = `${county}100201`
  if (move.do === 'open') {
    const id = randomUUID()
    const to = endAfter(now, move.days)
    const where = { id, division: village, personId, kind: move.kind, disease: 'measles', home: homeOf(move.kind, now) }
    const isFree = spans.every((span) => span.to <= now || to <= span.from || span.to <= span.from)
    return {
      sent: [[{ one: openOrders }, { ...where, recordedAt: at, startsAt: at, source: HAND, ...decision(now, move) }]],
      isSound: isWhole(move) && isFree,
      kept: () => spans.push({ id, from: now, to, ended: false, decider: DECIDER, kind: move.kind, division: village }),
    }
  }
  // About the order that stands, or about the last one when none does: then it has to be refused.
  const order = inForce(model) ?? spans.at(-1)
  return order ? about(order, move, { model, county, stands: order === inForce(model) && now >= order.from }) : null
}

interface Situation {
  model: Model
  county: number
  stands: boolean
}
function about(
  order: Span,
  move: Exclude<Move, { do: 'jump' | 'open' }>,
  { model, county, stands }: Situation,
): Planned {
  const { now, spans } = model
  const at = now.toISOString()
  const sent = () => ({ id: randomUUID(), orderId: order.id, recordedAt: at })
  const isFreeUntil = (to: Date) =>
    spans.every((span) => span === order || span.from < order.from || to <= span.from || span.to <= span.from)
  switch (move.do) {
    case 'extend': {
      const to = endAfter(now, move.days)
      return {
        sent: [[extendOrder, { ...sent(), decidedAt: at, source: HAND, ...decision(now, move) }]],
        isSound: stands && isWhole(move) && to > order.to && isFreeUntil(to),
        kept: () => Object.assign(order, { to, decider: DECIDER }),
      }
    }
    case 'shorten': {
      const to = endAfter(now, move.days)
      const endsOn = addDays(dayInChina(now), move.days)
      return {
        sent: [[shortenOrder, { ...sent(), endsOn, decider: '钱卫国', why: '检测阴性' }]],
        isSound: stands && move.days >= 0 && to < order.to,
        kept: () => Object.assign(order, { to }),
      }
    }
    case 'review': {
      const nextOn = addDays(dayInChina(now), move.next)
      return {
        sent: [[reviewOrder, { ...sent(), reviewedAt: at, reviewer: '孙丽华', nextOn }]],
        isSound: stands && move.next >= 0 && move.next <= 7,
        kept: () => {},
      }
    }
    case 'appeal': {
      const appeal = { ...sent(), lodgedAt: at, lodger: 'person' }
      const { outcome, decider } = move
      const told = { appealId: appeal.id, decidedAt: at, outcome, documentNo: '申诉1号', decider, reason: '已核' }
      return {
        sent: [
          [lodgeAppeal, appeal],
          [decideAppeal, { ...sent(), ...told }],
        ],
        isSound: now >= order.from && decider !== order.decider,
        kept: () => outcome === 'upheld' && stands && Object.assign(order, { to: now, ended: true }),
      }
    }
    case 'end': {
      const wrongly = move.why === 'entered-wrongly'
      return {
        sent: [[{ one: endOrders }, { ...sent(), endedAt: at, why: move.why }]],
        isSound: !order.ended && (wrongly || (order.from <= now && now <= order.to)),
        kept: () => Object.assign(order, { to: wrongly ? order.from : now, ended: true }),
      }
    }
    case 'transfer': {
      const division = `${county}101201`
      const to = move.fresh ? endAfter(now, move.days) : order.to
      const body = { ...sent(), movedAt: at, kind: move.kind, division, home: homeOf(move.kind, now) }
      const decided = move.fresh ? { source: HAND, ...decision(now, move) } : null
      const isElsewhere = move.kind !== order.kind || division !== order.division
      const isDecided = move.fresh ? isWhole(move) : move.kind === order.kind
      return {
        sent: [[transferOrder, { ...body, decided }]],
        isSound: !order.ended && order.from <= now && now < order.to && isElsewhere && isDecided && isFreeUntil(to),
        kept: () => {
          Object.assign(order, { to: now, ended: true })
          const decider = move.fresh ? DECIDER : order.decider
          spans.push({ id: body.id, from: now, to, ended: false, decider, kind: move.kind, division })
        },
      }
    }
    default:
      return move satisfies never
  }
}
