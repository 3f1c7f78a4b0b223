import { answer, type Sent, type Session, sentBy } from './api.ts'
import { instant } from './events.ts'
import { momentOf } from './figures.ts'
import { DAY, type Ground, HOUR, planSpells, type Spell, standsAt } from './observed.ts'
import { namedId } from './random.ts'
import { planReadings, type ReadingPlan } from './readings.ts'
import { runQueues } from './upload.ts'

export interface Isolation {
  county: string
  offset: string
  spells: Spell[]
  readings: ReadingPlan[]
  /** Looked at again after a week, and still needed. */
  reviewed: Spell[]
}

/** Who was kept apart, at home or in the county's central place, and how they were, morning and evening. */
export function planIsolation(ground: Ground): Isolation {
  const { offset } = ground.file.calendar
  const untilMs = Math.max(...ground.file.figures.map(({ asOf }) => momentOf(asOf, offset)))
  const spells = planSpells(ground)
  const { county } = ground
  const reviewed = spells.filter((spell) => standsAt(spell, untilMs) && spell.startMs + 7 * DAY < untilMs - DAY / 2)
  return { county, offset, spells, readings: planReadings(spells, offset, untilMs), reviewed }
}

const released = ({ spells }: Isolation): Spell[] => spells.filter(({ releasedMs }) => releasedMs !== null)

export const countIsolation = (isolation: Isolation): number =>
  isolation.spells.length + released(isolation).length + isolation.readings.length + isolation.reviewed.length

const AT_ONCE = 1000
const ABREAST = 3
type Add = (sent: Sent, label: string) => void

export async function sendIsolation(isolation: Isolation, desk: Session, add: Add): Promise<void> {
  const { spells, readings, reviewed, offset } = isolation
  const orders = spells.filter(({ after }) => after === null).map((spell) => orderOf(spell, offset))
  await inTurns(orders, async (items) => {
    const { verdicts } = await answer('orders', () => desk.POST('/isolation/orders/batch', { body: { items } }))
    add(sentBy('order', verdicts), '隔离决定 isolation orders')
  })
  for (const spell of spells) if (spell.after) add(await move(spell, spell.after, desk, offset), '转送 transfers')
  const endings = released(isolation).map((spell) => endingOf(spell, offset))
  await inTurns(endings, async (items) => {
    const { verdicts } = await answer('endings', () => desk.POST('/isolation/endings/batch', { body: { items } }))
    add(sentBy('ending', verdicts), '解除 releases')
  })
  await inTurns(readings, async (items) => {
    const { verdicts } = await answer('readings', () => desk.POST('/isolation/readings/batch', { body: { items } }))
    add(sentBy('reading', verdicts), '测温记录 readings')
  })
  await runQueues(reviewed.map((spell) => [async () => add(await review(spell, desk, offset), '复核 reviews')]))
}

async function review({ id: orderId, startMs, endMs }: Spell, desk: Session, offset: string): Promise<Sent> {
  const reviewedAt = instant(startMs + 6.6 * DAY, offset)
  const body = {
    id: namedId(orderId, 'review'),
    recordedAt: reviewedAt,
    reviewedAt,
    reviewer: '测试复核人',
    nextOn: instant(Math.min(startMs + 13 * DAY, endMs - 1), offset).slice(0, 10),
  }
  const params = { path: { orderId } }
  const { arrival } = await answer('review', () => desk.POST('/isolation/orders/{orderId}/reviews', { params, body }))
  return arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }
}

function inTurns<T>(all: readonly T[], send: (part: T[]) => Promise<void>): Promise<void> {
  const parts = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, nth) =>
    all.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE),
  )
  return runQueues(
    parts.map((part) => [() => send(part)]),
    ABREAST,
  )
}

const AUTHORITY = '兴隆县新型冠状病毒肺炎疫情防控工作领导小组'
const APPEAL = '如不服本决定,可向县防控办提出申诉(电话见送达回执),或依法申请行政复议、提起行政诉讼。'

function decidedOf({ id, kind, ground, anchorOn, startMs, endMs }: Spell, offset: string) {
  const endsOn = instant(endMs - 1, offset).slice(0, 10)
  const weekOn = instant(startMs + 7 * DAY, offset).slice(0, 10)
  // One document a day and kind.
  const day = instant(startMs, offset).slice(5, 10).replace('-', '')
  return {
    documentNo: `兴疫防隔〔2020〕${kind === 'home' ? '居' : '集'}${day}号`,
    authority: AUTHORITY,
    decider: `测试决定人${(Number.parseInt(id.slice(0, 2), 16) % 5) + 1}`,
    ground,
    anchorOn,
    endsOn,
    reviewOn: weekOn < endsOn ? weekOn : endsOn,
    appeal: APPEAL,
  }
}
const sourceOf = ({ factId }: Spell) =>
  factId === null ? ({ kind: 'hand', ref: null } as const) : ({ kind: 'exposure', ref: factId } as const)

const everyCondition = [
  'own-room',
  'alone-in-room',
  'no-visitors',
  'distance-and-mask',
  'own-utensils',
  'stays-in',
  'waste-bagged',
  'doctor-reachable',
] as const

function orderOf(spell: Spell, offset: string) {
  const { id, personId, household, kind, anchorKind, startMs } = spell
  const startsAt = instant(startMs, offset)
  return {
    id,
    division: household.division,
    recordedAt: startsAt,
    personId,
    householdId: household.id,
    kind,
    source: sourceOf(spell),
    startsAt,
    anchorKind,
    ...decidedOf(spell, offset),
    home:
      kind === 'home'
        ? {
            checkedAt: instant(startMs - HOUR / 2, offset),
            checkedBy: '测试村医',
            met: [...everyCondition],
          }
        : null,
  }
}

async function move(spell: Spell, before: Spell, desk: Session, offset: string): Promise<Sent> {
  const movedAt = instant(spell.startMs, offset)
  const { household, kind } = spell
  const { arrival } = await answer('transfer', () =>
    desk.POST('/isolation/orders/{orderId}/transfers', {
      params: { path: { orderId: before.id } },
      body: {
        id: spell.id,
        recordedAt: movedAt,
        movedAt,
        kind,
        division: household.division,
        householdId: null,
        decided: { source: sourceOf(spell), ...decidedOf(spell, offset) },
      },
    }),
  )
  return arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }
}

function endingOf({ id: orderId, releasedMs, endMs }: Spell, offset: string) {
  const endedAt = instant(releasedMs ?? endMs, offset)
  return { id: namedId(orderId, 'ending'), orderId, recordedAt: endedAt, endedAt, why: 'released' as const }
}
