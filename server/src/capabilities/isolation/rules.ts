import { addDays, dayInChina, isAhead } from '../places/rules.clock.ts'

/** What an order of isolation is and when it stands. Pure. */

export const kinds = ['home', 'central'] as const
export type Kind = (typeof kinds)[number]

/** Medical grounds, a closed list: there is no other reason to keep somebody anywhere. */
export const grounds = [
  'close-contact',
  'contact-of-contact',
  'affected-area',
  'fever',
  'asymptomatic',
  'discharged',
] as const
export const anchorKinds = ['last-exposure', 'left-affected-area', 'arrival', 'observation-began'] as const
export const sourceKinds = ['exposure', 'screening', 'visit', 'agency-list', 'case', 'hand'] as const

/** All of them, or the person is looked after in a central place. */
export const homeConditions = [
  'own-room',
  'alone-in-room',
  'no-visitors',
  'distance-and-mask',
  'own-utensils',
  'stays-in',
  'waste-bagged',
  'doctor-reachable',
] as const
export type HomeCondition = (typeof homeConditions)[number]
export const unmetOf = (met: readonly HomeCondition[]): HomeCondition[] =>
  homeConditions.filter((condition) => !met.includes(condition))

/** Ways in which somebody ends an order. That it ends by itself, or by a transfer, nobody has to say. */
export const waysToEnd = ['released', 'case-excluded', 'to-hospital', 'died', 'entered-wrongly'] as const
export type EndedWhy = (typeof waysToEnd)[number] | 'expired' | 'appeal-upheld' | 'transferred'
export const lodgers = ['person', 'family', 'representative'] as const
export const appealOutcomes = ['upheld', 'rejected', 'withdrawn'] as const

/** Who goes free is given it in writing. */
export const isRelease = (why: EndedWhy): boolean =>
  why === 'expired' || why === 'released' || why === 'case-excluded' || why === 'appeal-upheld'

/** No decision reaches further than this, counted from the day it begins to hold. */
export const ORDER_DAYS = 14
export const REVIEW_DAYS = 7

/** The number on the certificate: told from the order, so that it is the same however often it is asked for. */
export const certificateNo = (orderId: string, endedAt: Date): string =>
  `解除〔${dayInChina(endedAt).slice(0, 4)}〕${orderId.replaceAll('-', '').slice(-8).toUpperCase()}`

export const startDayOf = (startsAt: Date): string => dayInChina(startsAt)
const earlier = (one: string, other: string): string => (one < other ? one : other)
/** The last day that a decision may reach: fourteen days on, and never beyond what the edition observes. */
export const lastDayOf = (startsOn: string, observedUntil: string): string =>
  earlier(addDays(startsOn, ORDER_DAYS), observedUntil)
export const lastReviewOf = (startsOn: string, endsOn: string): string =>
  earlier(addDays(startsOn, REVIEW_DAYS), endsOn)

/** Whether an order stands at a moment: worked out from its end, never from a switch that somebody forgets. */
export const standingAt = (
  { startsAt, endsAt, ended }: { startsAt: Date; endsAt: Date; ended: boolean },
  moment: Date,
): boolean => !ended && !isAhead(startsAt, moment) && moment < endsAt
