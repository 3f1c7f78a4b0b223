/** Words of the facts, and the grammar of a category. Pure. */

export const means = ['rail', 'air', 'coach', 'own-car', 'hired-car', 'ship', 'other', 'unknown'] as const
export type Means = (typeof means)[number]
/** A car is known by its plate, which belongs to somebody; everything else by the number of its service. */
export const hasPlate = (by: Means): boolean => by === 'own-car' || by === 'hired-car'

export const contactKinds = [
  'household',
  'caregiver',
  'aerosol-procedure',
  'same-ward',
  'same-room',
  'shared-meal',
  'shared-utensils',
  'secretions',
  'visiting',
  'same-vehicle',
  'judgement',
  'other',
] as const
export type ContactKind = (typeof contactKinds)[number]
/** Home, workplace, class, ward: where two illnesses within the period make a cluster. */
export const smallSettings: ReadonlySet<string> = new Set<ContactKind>([
  'household',
  'caregiver',
  'same-ward',
  'same-room',
  'shared-meal',
  'shared-utensils',
  'secretions',
  'visiting',
])
export const relations = [
  'family',
  'friend',
  'colleague',
  'classmate',
  'health-worker',
  'neighbour',
  'other',
  'unknown',
] as const
export const protections = ['none', 'partial', 'full', 'unknown'] as const
export const durations = [
  'under-5-minutes',
  '5-15-minutes',
  '15-60-minutes',
  '1-4-hours',
  'over-4-hours',
  'unknown',
] as const
export const certainties = ['low', 'medium', 'high'] as const
export const sources = ['self', 'contact', 'visit', 'agency-list', 'checkpoint', 'document', 'import', 'other'] as const
export const settings = [
  'meal',
  'wedding',
  'funeral',
  'meeting',
  'class',
  'workplace',
  'fair',
  'worship',
  'journey',
  'performance',
  'other',
] as const
export const illnessStates = ['fever', 'suspected', 'confirmed', 'asymptomatic', 'excluded'] as const
export type IllnessState = (typeof illnessStates)[number]

export interface TravelClause {
  /** Came into the county from somewhere outside it. */
  into?: true | undefined
  from?: string[] | undefined
  via?: string[] | undefined
  to?: string[] | undefined
  since?: string | undefined
  until?: string | undefined
  /** An earlier leg counts too, this many days before. */
  days?: number | undefined
}
export type Clause =
  | { travel: TravelClause }
  | { contact: { with: string; kinds?: ContactKind[] | undefined; since?: string | undefined } }
  | { place: { key: string; since?: string | undefined } }
  | { illness: { states: IllnessState[] } }
  | { member: string }

export interface Condition {
  /** One of them is enough. */
  any: Clause[]
  /** Whoever is in one of these is not in this one. */
  unless?: string[] | undefined
}

export interface Definition {
  code: string
  within: string | null
  condition: Condition
}

/** The categories a definition rests on. */
export function namedBy({ within, condition }: Pick<Definition, 'within' | 'condition'>): string[] {
  const inClauses = condition.any.flatMap((clause) => {
    if ('contact' in clause) return [clause.contact.with]
    return 'member' in clause ? [clause.member] : []
  })
  return [...new Set([...(within ? [within] : []), ...inClauses, ...(condition.unless ?? [])])]
}

export const placesNamedBy = ({ any }: Condition): string[] =>
  any.flatMap((clause) => ('place' in clause ? [clause.place.key] : []))

/** Whether a definition comes to rest on itself, by way of others. */
export function goesInCircles(definition: Definition, others: readonly Definition[]): boolean {
  const byCode = new Map(others.map((one) => [one.code, one]))
  byCode.set(definition.code, definition)
  const seen = new Set<string>()
  const below = namedBy(definition)
  for (let code = below.pop(); code !== undefined; code = below.pop()) {
    if (code === definition.code) return true
    if (seen.has(code)) continue
    seen.add(code)
    const named = byCode.get(code)
    if (named) below.push(...namedBy(named))
  }
  return false
}

/** From "kept out by one that is itself kept out by another" nobody could tell any more from when to when somebody is in. */
export const isKeptOutOnce = (definition: Definition, others: readonly Definition[]): boolean => {
  const byCode = new Map(others.map((one) => [one.code, one]))
  return (definition.condition.unless ?? []).every((code) => (byCode.get(code)?.condition.unless ?? []).length === 0)
}
