import type { CheckpointPlan } from './events.ts'
import { instant } from './events.ts'
import { type FiguresFile, marksOf } from './figures.ts'
import type { HouseholdPlan, Residents } from './households.ts'
import type { Division } from './plan.ts'
import { at, chance, namedId, share } from './random.ts'
import { planPosts } from './seats.ts'

export type ReachPlan =
  | { reach: 'division'; division: string }
  | { reach: 'compound'; division: string; compoundId: string }
  | { reach: 'block'; division: string; compoundId: string | null; block: string }
  | { reach: 'household'; householdId: string }

export interface PostPlan {
  id: string
  division: string
  kind: string
  title: string
  openedAt: string
  holder: { kind: 'account' | 'person'; id: string }
  duties: ReachPlan[]
}

/** What the posts are planned from. */
export interface Ground {
  file: FiguresFile
  county: string
  divisions: readonly Division[]
  residents: Residents
  checkpoints: readonly CheckpointPlan[]
  scale: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Days after the order by which a level was filled, from the county down. */
const FILLED = { leaders: 1, villages: 2, households: 13, staff: 14 } as const

export const filledAt = ({ file }: Ground, level: keyof typeof FILLED): string =>
  instant(Date.parse(file.calendar.orderedAt) + FILLED[level] * DAY, file.calendar.offset)

export const figureOf = ({ file, scale }: Ground, name: string): number =>
  Math.round((marksOf(file, `responsibility.${name}`).at(-1)?.value ?? 0) * scale)

/** Grown-ups of the village first; nobody sits on two posts as long as there are enough, which on a small scale there are not. */
export function crowdOf(households: readonly HouseholdPlan[]): (division: string) => PostPlan['holder'] {
  const grown = households.flatMap(({ division, members }) =>
    members.filter(({ relation }) => relation === 'head' || relation === 'spouse').map(({ id }) => ({ division, id })),
  )
  const waiting = new Map<string, string[]>()
  const fill = () => {
    for (const { division, id } of grown) (waiting.get(division) ?? waiting.set(division, []).get(division))?.push(id)
  }
  const largest = (): string => [...waiting].reduce((best, one) => (one[1].length > best[1].length ? one : best))[0]
  return (division) => {
    let id = waiting.get(division)?.pop()
    if (!id && [...waiting.values()].every((own) => own.length === 0)) fill()
    id ??= waiting.get(waiting.get(division)?.length ? division : largest())?.pop()
    if (!id) throw new Error('Nobody lives in this scenario')
    return { kind: 'person', id }
  }
}

type Holder = (division: string) => PostPlan['holder']
const VILLAGES_A_LEADER = 6

/** County leaders by township, township leaders by a handful of villages, and a cadre for every village and community. */
export function planLeaders(ground: Ground, holder: Holder): PostPlan[] {
  const { county, divisions, checkpoints, file } = ground
  const accounts = new Map(
    planPosts(divisions, checkpoints).map(({ key, role, division }) => [
      `${role}/${division}`,
      namedId(county, 'account', key),
    ]),
  )
  const who = (role: string, division: string, from: string): PostPlan['holder'] => {
    const account = accounts.get(`${role}/${division}`)
    return account ? { kind: 'account', id: account } : holder(from)
  }
  const town = at([...ground.residents.households], 0).division
  const villages = divisions.filter(({ code }) => code.length === 12 && code.startsWith(county))
  return divisions
    .filter(({ code }) => code.length === 9 && code.startsWith(county))
    .flatMap(({ code, name }): PostPlan[] => {
      const own = villages.filter((village) => village.code.startsWith(code))
      const parts = Array.from({ length: Math.ceil(own.length / VILLAGES_A_LEADER) }, (_, nth) =>
        own.slice(nth * VILLAGES_A_LEADER, (nth + 1) * VILLAGES_A_LEADER),
      )
      const whole = (division: string): ReachPlan => ({ reach: 'division', division })
      const post = (key: string, given: Omit<PostPlan, 'id'>): PostPlan => ({
        id: namedId(file.seed, county, 'post', key),
        ...given,
      })
      const leaders = filledAt(ground, 'leaders')
      return [
        post(`county/${code}`, {
          division: county,
          kind: 'county-leader',
          title: `包联${name}县领导`,
          openedAt: leaders,
          holder: holder(town),
          duties: [whole(code)],
        }),
        ...parts.map((part, nth) =>
          post(`township/${code}/${nth}`, {
            division: code,
            kind: 'township-leader',
            title: `${name}包村领导(${nth + 1}片)`,
            openedAt: leaders,
            holder: nth === 0 ? who('township-officer', code, at(part, 0).code) : holder(at(part, 0).code),
            duties: part.map((village) => whole(village.code)),
          }),
        ),
        ...own.map((village) =>
          post(`village/${village.code}`, {
            division: village.code,
            kind: 'village-cadre',
            title: titleOf(village),
            openedAt: filledAt(ground, 'villages'),
            holder: who('village-cadre', village.code, village.code),
            duties: [whole(village.code)],
          }),
        ),
      ]
    })
}

function titleOf({ code, name }: Division): string {
  const short = name.replace(/(村民委员会|民委员会|居民委员会|居委会|村委会)$/, '')
  return code.charAt(9) === '0' ? `${short}书记` : `${short.endsWith('村') ? short : `${short}村`}党支部书记`
}

interface Stairwell {
  division: string
  compoundId: string
  block: string
  households: number
}
const stairwellsOf = ({ residents }: Ground): Stairwell[] => {
  const found = new Map<string, Stairwell>()
  for (const { division, compoundId, block } of residents.households) {
    if (!compoundId) continue
    const key = `${compoundId}/${block}`
    const so = found.get(key)
    if (so) so.households += 1
    else found.set(key, { division, compoundId, block, households: 1 })
  }
  return [...found.values()]
}
const sizesOf = (list: ReadonlyArray<{ households: number }>) => list.map(({ households }) => households)
const blockOf = ({ division, compoundId, block }: Stairwell): ReachPlan => ({
  reach: 'block',
  division,
  compoundId,
  block,
})

/**
 * The posts of the communities. Volunteers begin without a duty: the county deals the households out to them with a plan, as
 * anybody would.
 */
export function planTown(ground: Ground, holder: Holder): PostPlan[] {
  const { file, county, residents } = ground
  const stairwells = stairwellsOf(ground)
  if (stairwells.length === 0) return []
  const communities = [...new Set(stairwells.map(({ division }) => division))]
  const openedAt = filledAt(ground, 'households')
  const made = (key: string, given: Omit<PostPlan, 'id' | 'openedAt' | 'holder'>, opened = openedAt): PostPlan => ({
    id: namedId(file.seed, county, 'post', key),
    openedAt: opened,
    holder: holder(given.division),
    ...given,
  })
  const inCommunity = communities.map((division) => stairwells.filter((one) => one.division === division))
  const weights = inCommunity.map((own) => sizesOf(own).reduce((sum, size) => sum + size, 0))
  const leaders = share(figureOf(ground, 'group-leaders'), weights)
  const volunteers = share(figureOf(ground, 'volunteers'), weights)
  const cadres = oneEach(figureOf(ground, 'resident-cadres'), stairwells)
  const staffed = residents.compounds.filter(({ households }) => households > 0)
  const staff = (name: 'posted-department' | 'posted-community', title: string) => {
    const byCompound = share(
      figureOf(ground, name),
      staffed.map(({ households, managed }) => households * (managed ? 1 : 2)),
    )
    return staffed.flatMap(({ id: compoundId, division, name: compound }, index) =>
      Array.from({ length: at(byCompound, index) }, (_, nth) =>
        made(
          `${name}/${compoundId}/${nth}`,
          { division, kind: name, title: `${compound}${title}`, duties: [{ reach: 'compound', division, compoundId }] },
          filledAt(ground, 'staff'),
        ),
      ),
    )
  }
  return [
    ...communities.flatMap((division, index) => [
      ...groups(at(inCommunity, index), at(leaders, index)).map((group, nth) =>
        made(`group/${division}/${nth}`, {
          division,
          kind: 'group-leader',
          title: `第${nth + 1}片片长`,
          duties: group.map(blockOf),
        }),
      ),
      ...Array.from({ length: at(volunteers, index) }, (_, nth) =>
        made(`volunteer/${division}/${nth}`, { division, kind: 'volunteer', title: `志愿者${nth + 1}号`, duties: [] }),
      ),
    ]),
    ...stairwells.flatMap((stairwell, index) =>
      Array.from({ length: at(cadres, index) }, (_, nth) =>
        made(`cadre/${stairwell.compoundId}/${stairwell.block}/${nth}`, {
          division: stairwell.division,
          kind: 'resident-cadre',
          title: `${stairwell.block}管楼干部`,
          duties: [blockOf(stairwell)],
        }),
      ),
    ),
    ...staff('posted-department', '派驻干部'),
    ...staff('posted-community', '社区派驻人员'),
  ]
}

/** By size, but nobody without one as long as there are enough. */
function oneEach(count: number, stairwells: readonly Stairwell[]): number[] {
  const spare = count - stairwells.length
  return spare < 0 ? share(count, sizesOf(stairwells)) : share(spare, sizesOf(stairwells)).map((more) => 1 + more)
}

/** So many runs of neighbouring stairwells. */
function groups(stairwells: readonly Stairwell[], count: number): Stairwell[][] {
  if (count === 0) return []
  const sizes = share(
    stairwells.length,
    Array.from({ length: count }, () => 1),
  )
  let from = 0
  return sizes.map((size) => {
    const own = stairwells.slice(from, from + size)
    from += size
    return own
  })
}

/** The villages' households, one cadre to each and a second for the neighbour of the one that is left out on purpose. */
export function planCountry(ground: Ground, holder: Holder): { posts: PostPlan[]; left: HouseholdPlan | null } {
  const { file, county, residents } = ground
  const homes = residents.households.filter(({ compoundId }) => compoundId === null)
  const count = Math.min(figureOf(ground, 'household-cadres'), homes.length)
  if (count === 0 || homes.length < 2) return { posts: [], left: null }
  const sizes = share(
    homes.length,
    Array.from({ length: count }, () => 1),
  )
  const leftOut = chance(file.seed, county, 'left out').whole(1, homes.length - 1)
  let from = 0
  const posts = sizes.map((size, nth): PostPlan => {
    const own = homes
      .slice(from, from + size)
      .map((home, index) => (from + index === leftOut ? at(homes, leftOut - 1) : home))
    from += size
    const { division, block } = at(own, 0)
    return {
      id: namedId(file.seed, county, 'post', 'household-cadre', nth),
      division,
      kind: 'household-cadre',
      title: `${block}包户干部`,
      openedAt: filledAt(ground, 'households'),
      holder: holder(division),
      duties: [...new Set(own.map(({ id }) => id))].map((householdId) => ({ reach: 'household', householdId })),
    }
  })
  return { posts, left: at(homes, leftOut) }
}
