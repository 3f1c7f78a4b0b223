import { addDays } from '../places/rules.clock.ts'
import type { DiseaseProfile, ProfileBody } from './rules.ts'

/** Which edition counts when, what a new one may not do to those before it, and by which an open episode is judged. */
export type Spans = Pick<DiseaseProfile, 'code' | 'disease' | 'validFrom' | 'validTo'>

export type EditionState = 'planned' | 'in-force' | 'ended'
export function stateOn({ validFrom, validTo }: Pick<Spans, 'validFrom' | 'validTo'>, day: string): EditionState {
  if (validFrom !== null && validFrom > day) return 'planned'
  return validTo !== null && validTo < day ? 'ended' : 'in-force'
}

export type Misplaced =
  | { is: 'backdated'; today: string }
  | { is: 'overlap'; code: string; begins: string }
  | { is: 'gap'; code: string; from: string; to: string }

/**
 * Why an edition cannot begin on a day. Never before today: what was judged in the meantime was judged by the former one. Never
 * before another that begins later, and never so late that there is a day without any.
 */
export function misplacedIn(
  editions: readonly Spans[],
  { disease, from, today }: { disease: string; from: string; today: string },
): Misplaced | null {
  if (from < today) return { is: 'backdated', today }
  const others = editions.filter((edition) => edition.disease === disease)
  const later = others.find(({ validFrom }) => validFrom !== null && validFrom >= from)
  if (later) return { is: 'overlap', code: later.code, begins: later.validFrom ?? '' }
  const last = others.reduce<Spans | null>((latest, one) => (latest && isAfter(latest, one) ? latest : one), null)
  if (!last?.validTo || addDays(last.validTo, 1) >= from) return null
  return { is: 'gap', code: last.code, from: addDays(last.validTo, 1), to: addDays(from, -1) }
}

const isAfter = (a: Spans, b: Spans): boolean => (a.validFrom ?? '') > (b.validFrom ?? '')

export interface Changeover {
  from: string
  to: string
  /** From this day on. */
  day: string
}

/**
 * The edition by which an episode is judged on a day. It keeps the one it began under; an order moves those that are open on its
 * day, and nobody who was released before it or came under observation after it.
 */
export function editionOf(
  episode: { edition: string; startedOn: string; endedOn: string | null },
  changeovers: readonly Changeover[],
  day: string,
): string {
  const isMeant = ({ day: on }: Changeover) =>
    on <= day && on >= episode.startedOn && (episode.endedOn === null || on <= episode.endedOn)
  return changeovers
    .filter(isMeant)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .reduce((edition, { from, to }) => (from === edition ? to : edition), episode.edition)
}

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value | undefined }
export interface Difference {
  path: string
  a: Value
  b: Value
}

/**
 * Field by field, in the order of the first edition; what only one of them says is null in the other. How sure the county is of a
 * figure is no part of the plan.
 */
export function differences(a: ProfileBody, b: ProfileBody): Difference[] {
  const [left, right] = [a, b].map(({ uncertain: _, ...said }) => leavesOf(said)) as [Leaves, Leaves]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((path) => {
    const [one, other] = [left.get(path) ?? null, right.get(path) ?? null]
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ path, a: one, b: other }]
  })
}

/** A list is one field, except for terms, which are told apart by their codes. */
type Leaves = Map<string, Value>
function leavesOf(value: unknown, path = '', leaves: Leaves = new Map()): Leaves {
  const parts = Array.isArray(value) ? termsOf(value) : Object.entries(isObject(value) ? value : {})
  if (parts === null || !isObject(value)) return value === undefined ? leaves : leaves.set(path, value as Value)
  for (const [name, inner] of parts) leavesOf(inner, path ? `${path}.${name}` : name, leaves)
  return leaves
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function termsOf(list: readonly unknown[]): Array<[string, unknown]> | null {
  const coded = list.filter((one): one is { code: string } => isObject(one) && 'code' in one)
  if (coded.length !== list.length || list.length === 0) return null
  return coded.map(({ code, ...words }) => [code, Object.values(words).join(' / ')])
}
