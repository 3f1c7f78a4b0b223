/** From the county down to the door. Nobody may be without a named person at any of them. */
export const levels = ['county', 'township', 'village', 'household'] as const
export type Level = (typeof levels)[number]
/** A post beside the chain (police, health worker, posted staff) helps whoever is in it. */
export type Rank = Level | 'beside'

export interface PostKind {
  code: string
  zh: string
  en: string
  rank: Rank
  /** Households a holder usually answers for, and the most before the post counts as overloaded. */
  usual: number | null
  most: number | null
  /** Without a sign of life for longer than this the holder counts as silent. */
  silentAfterHours: number | null
}

export interface TeamRole {
  role: string
  zh: string
  en: string
  /** Kinds of post that can take the role. */
  kinds: string[]
  least: number
}
export interface TeamRule {
  code: string
  zh: string
  en: string
  roles: TeamRole[]
}

export interface Dated<B> {
  since: string
  body: B
}

/** What is in force on a day: of each code the latest that had begun by then. A rule of the same day that came later wins. */
export function inForce<B extends { code: string }>(rules: readonly Dated<B>[], day: string): Map<string, B> {
  const found = new Map<string, Dated<B>>()
  for (const rule of rules) {
    const so = found.get(rule.body.code)
    if (rule.since <= day && (!so || so.since <= rule.since)) found.set(rule.body.code, rule)
  }
  return new Map([...found].map(([code, { body }]) => [code, body]))
}

const lengthOf: Record<Level, readonly number[]> = { county: [6], township: [9], village: [12], household: [9, 12] }
/** A township leader sits in a township. A post of the last level may serve several villages of one township. */
export const sitsAt = (rank: Rank, division: string): boolean =>
  rank === 'beside' || lengthOf[rank].includes(division.length)

export type Reach = 'division' | 'compound' | 'block' | 'household'
/** What posts of a rank can answer for, and only inside the division they sit in. */
export function mayReach(post: { rank: Rank; division: string }, what: { reach: Reach; division: string }): boolean {
  if (!what.division.startsWith(post.division)) return false
  const wholeDivision = what.reach === 'division'
  switch (post.rank) {
    case 'county':
      return wholeDivision
    case 'township':
      return wholeDivision && what.division.length >= 9
    case 'village':
      return what.reach !== 'household' && what.division.length === 12
    case 'household':
      return what.division.length === 12
    case 'beside':
      return true
    default:
      return post.rank satisfies never
  }
}

/** One stairwell of a compound, or one group of a village; null where a dwelling names neither. */
export const unitOf = (compoundId: string | null, block: string | null): string | null =>
  compoundId === null && block === null ? null : `${compoundId ?? ''}/${block ?? ''}`

export const isOverloaded = (kind: Pick<PostKind, 'most'> | undefined, households: number): boolean =>
  kind?.most != null && households > kind.most

export function isSilent(
  kind: Pick<PostKind, 'silentAfterHours'> | undefined,
  lastSign: Date | null,
  moment: Date,
): boolean {
  if (kind?.silentAfterHours == null || lastSign === null) return false
  return moment.getTime() - lastSign.getTime() > kind.silentAfterHours * 3_600_000
}

/** Roles of a team that fewer posts with somebody on them have taken than the rule asks for. */
export function rolesLacking(
  rule: TeamRule,
  members: ReadonlyArray<{ role: string; held: boolean }>,
): Array<TeamRole & { missing: number }> {
  return rule.roles.flatMap((role) => {
    const held = members.filter((one) => one.role === role.role && one.held).length
    return held < role.least ? [{ ...role, missing: role.least - held }] : []
  })
}

// --- Coverage ---------------------------------------------------------------------------------------------------------------

/** Households by the level at which nobody answers for them; one that lacks two levels is in both, and uncovered once. */
export interface Coverage {
  households: number
  uncovered: number
  lacking: Record<Level, number>
}

export const noCoverage = (): Coverage => ({
  households: 0,
  uncovered: 0,
  lacking: { county: 0, township: 0, village: 0, household: 0 },
})

export interface VillageStand {
  division: string
  households: number
  /** With somebody at the last level. */
  covered: number
}

const prefixes = (division: string): string[] =>
  [6, 9, 12].filter((length) => length <= division.length).map((length) => division.slice(0, length))

/** `named` holds `level/division` of every post above the door that answers for a whole division and has somebody on it. */
export function missingAbove(division: string, named: ReadonlySet<string>): Level[] {
  const upper: Level[] = ['county', 'township', 'village']
  return upper.filter((level) => !prefixes(division).some((prefix) => named.has(`${level}/${prefix}`)))
}

export function coverageOf(village: VillageStand, named: ReadonlySet<string>): Coverage {
  const { households } = village
  const open = households - village.covered
  const above = missingAbove(village.division, named)
  const lacking = { ...noCoverage().lacking, household: open }
  for (const level of above) lacking[level] = households
  return { households, uncovered: above.length > 0 ? households : open, lacking }
}

export function addCoverage(one: Coverage, other: Coverage): Coverage {
  const lacking = { ...one.lacking }
  for (const level of levels) lacking[level] += other.lacking[level]
  return { households: one.households + other.households, uncovered: one.uncovered + other.uncovered, lacking }
}

/** Adds villages up to the divisions right below an area: townships for a county, villages for a township. */
export function byChild(
  area: string,
  villages: readonly VillageStand[],
  named: ReadonlySet<string>,
): Map<string, Coverage> {
  const found = new Map<string, Coverage>()
  for (const village of villages) {
    const child = village.division.slice(0, Math.min(area.length + 3, 12))
    found.set(child, addCoverage(found.get(child) ?? noCoverage(), coverageOf(village, named)))
  }
  return found
}
