export const REQUEST_PURPOSES = ['medical', 'isolation', 'checkpoints', 'visits', 'residents', 'other'] as const
export type RequestPurpose = (typeof REQUEST_PURPOSES)[number]
export const REQUEST_STATES = ['asked', 'allotted', 'on-the-way', 'arrived', 'over'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export interface Course {
  quantity: number
  allotted: number
  sent: number
  arrived: number
  settled: number
  ended: boolean
}
/** Read off what was given, sent and received; nothing of it is kept. */
export function requestState({ quantity, allotted, sent, settled, ended }: Course): RequestState {
  if (ended) return 'over'
  if (sent > settled) return 'on-the-way'
  if (settled >= quantity) return 'arrived'
  return allotted > sent ? 'allotted' : 'asked'
}

export interface Wish {
  id: string
  /** 1 comes first. */
  rank: number
  wanted: number
  floor: number
}
export interface Given {
  id: string
  quantity: number
  /** Which of it is the floor. */
  floor: number
}

const AGREED = 1e-6
/** What a solver makes of a program in the format of CPLEX LP files: the value of each of its columns. */
export type Solve = (program: string) => Promise<Map<string, number>>

const terms = (count: number, of: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => of(nth)).join(' +\n ')
const bounds = (list: readonly string[]): string => `Bounds\n ${list.join('\n ')}`

/**
 * On top of what each has, equal shares of what each wants, rank by rank: the share of the worst off is made as large as it can be, and
 * what whole packs leave over goes, one by one, to whoever is furthest behind.
 */
async function sharesOf(
  solve: Solve,
  wishes: readonly Wish[],
  least: readonly number[],
  packs: number,
): Promise<number[]> {
  const given = [...least]
  let rest = packs - least.reduce((sum, one) => sum + one, 0)
  for (const rank of [1, 2, 3]) {
    const here = wishes.flatMap((wish, nth) => (wish.rank === rank ? [nth] : []))
    if (here.length === 0 || rest <= 0) continue
    const before = here.reduce((sum, nth) => sum + (given[nth] ?? 0), 0)
    const wanted = (nth: number) => wishes[nth]?.wanted ?? 0
    const program = [
      'Maximize\n obj: t',
      'Subject To',
      ` all: ${terms(here.length, (at) => `x${at}`)} <= ${before + rest}`,
      ...here.map((nth, at) => ` s${at}: x${at} - ${wanted(nth)} t >= 0`),
      bounds([...here.map((nth, at) => `${given[nth]} <= x${at} <= ${wanted(nth)}`), '0 <= t <= 1']),
      `General\n ${here.map((_, at) => `x${at}`).join('\n ')}\nEnd`,
    ].join('\n')
    const found = await solve(program)
    const share = (found.get('t') ?? 0) - AGREED
    for (const nth of here) given[nth] = Math.max(given[nth] ?? 0, Math.ceil(wanted(nth) * share - AGREED))
    rest = packs - given.reduce((sum, one) => sum + one, 0)
    while (rest > 0) {
      const short = here.filter((nth) => (given[nth] ?? 0) < wanted(nth))
      if (short.length === 0) break
      const next = short.reduce((worst, nth) =>
        (given[nth] ?? 0) / wanted(nth) < (given[worst] ?? 0) / wanted(worst) ? nth : worst,
      )
      given[next] = (given[next] ?? 0) + 1
      rest -= 1
    }
  }
  return given
}

/** Who would get how much, in packs of `step`. Nothing is decided by it. */
export async function propose(solve: Solve, wishes: readonly Wish[], toGive: number, step: number): Promise<Given[]> {
  const packs = Math.floor(toGive / step)
  const inPacks = wishes.map((wish) => {
    const wanted = Math.ceil(wish.wanted / step)
    return { ...wish, wanted, floor: Math.min(wanted, Math.ceil(wish.floor / step)) }
  })
  const all = inPacks.reduce((sum, { wanted }) => sum + wanted, 0)
  if (packs >= all) return wishes.map(({ id, wanted, floor }) => ({ id, quantity: wanted, floor }))
  // Floors first, of all ranks; only then what is wanted beyond them.
  const nothing = inPacks.map(() => 0)
  const asFloors = inPacks.map((wish) => ({ ...wish, wanted: wish.floor }))
  const floors = await sharesOf(solve, asFloors, nothing, packs)
  const given = await sharesOf(solve, inPacks, floors, packs)
  return wishes.map(({ id, wanted }, nth) => ({
    id,
    quantity: Math.min(wanted, (given[nth] ?? 0) * step),
    floor: Math.min(wanted, (floors[nth] ?? 0) * step),
  }))
}

const RANKS = { zh: ['先保障', '次保障', '其余'], en: ['first', 'second', 'last'] } as const
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100))

/** Why somebody would get so much, in words: what is reckoned with is said, and nothing else is behind it. */
export function becauseOf(
  { rank, wanted, floor: asked }: Wish,
  { quantity, floor }: Given,
): { zh: string; en: string } {
  const share = percent(quantity, wanted)
  if (quantity >= wanted) return { zh: `全额满足 ${wanted}。`, en: `All ${wanted} that were asked for.` }
  const [zhRank, enRank] = [RANKS.zh[rank - 1], RANKS.en[rank - 1]]
  if (quantity === 0)
    return {
      zh: `属“${zhRank}”,前面的保障用完后没有剩余。`,
      en: `Comes ${enRank}; nothing is left after those before.`,
    }
  const zhFloor = floor < asked ? `底线 ${asked} 只够给 ${floor}` : `底线 ${floor} 已保`
  const enFloor =
    floor < asked ? `of the floor of ${asked} only ${floor} could be kept` : `the floor of ${floor} is kept`
  return {
    zh: `属“${zhRank}”:${zhFloor};其余在同级中按申领量同比例分,得到申领的 ${share}%。`,
    en: `Comes ${enRank}: ${enFloor}; the rest is shared evenly among its rank, ${share}% of what was asked for.`,
  }
}
