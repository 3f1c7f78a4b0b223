import { type FiguresFile, marksOf, ScenarioError } from './figures.ts'
import type { Division } from './plan.ts'
import { at, chance, namedId, share } from './random.ts'

export type Aspect = 'property-management' | 'responsible-unit' | 'guard'

export interface CompoundPlan {
  id: string
  name: string
  division: string
  households: number
  managed: boolean
  threeNo: boolean
  facts: Array<{ id: string; aspect: Aspect; present: boolean; since: string }>
}

const firstHalves = [...'阳东西南北新兴华安康福金龙凤翠湖山河']
const secondHalves = ['光', '苑', '泰', '盛', '和', '景', '馨', '悦']
const managedTails = ['花园', '小区', '家园', '名邸', '华府']
const unmanagedTails = ['家属院', '家属楼', '平房片', '老楼院']

/** A residents' committee has 0xx at the end of its code. */
export const communitiesOf = (county: string, divisions: readonly Division[]): Division[] =>
  divisions.filter(({ code }) => code.length === 12 && code.startsWith(county) && code.charAt(9) === '0')

const figure = (file: FiguresFile, name: string): number => marksOf(file, name).at(-1)?.value ?? 0

/** The compounds of the county's communities, as many of each kind as the figures say; `households` is shared out among them. */
export function planCompounds(
  file: FiguresFile,
  seed: string,
  county: string,
  divisions: readonly Division[],
  households: number,
): CompoundPlan[] {
  const communities = communitiesOf(county, divisions)
  const count = figure(file, 'places.compounds')
  if (communities.length === 0 || count === 0) return []
  const managed = figure(file, 'places.compounds-managed')
  const threeNo = figure(file, 'places.compounds-three-no')
  if (managed + threeNo > count) {
    throw new ScenarioError(
      `小区共 ${count} 个,少于有物业与三无之和 / ${count} compounds are fewer than those managed and the three-no ones`,
    )
  }
  const draw = chance(seed, county, 'compounds')
  const sizes = Array.from({ length: count }, (_, nth) => (nth < managed ? 2.2 : nth < managed + threeNo ? 0.5 : 1))
  const parts = share(
    households,
    sizes.map((size) => size * (0.6 + draw.next() * 0.8)),
  )
  const names = new Set<string>()
  return parts.map((own, nth) => {
    const isManaged = nth < managed
    const isThreeNo = !isManaged && nth < managed + threeNo
    const division = at(communities, nth % communities.length).code
    const id = namedId(seed, county, 'compound', nth)
    const present: Record<Aspect, boolean> = {
      'property-management': isManaged,
      'responsible-unit': !isThreeNo,
      guard: isManaged || (!isThreeNo && draw.may(0.6)),
    }
    return {
      id,
      name: nameFor(draw, isManaged ? managedTails : unmanagedTails, names),
      division,
      households: own,
      managed: isManaged,
      threeNo: isThreeNo,
      facts: (Object.keys(present) as Aspect[]).map((aspect) => ({
        id: namedId(id, aspect),
        aspect,
        present: present[aspect],
        since: file.calendar.orderedAt.slice(0, 10),
      })),
    }
  })
}

function nameFor(draw: { pick<T>(from: readonly T[]): T }, tails: readonly string[], taken: Set<string>): string {
  for (;;) {
    const name = draw.pick(firstHalves) + draw.pick(secondHalves) + draw.pick(tails)
    if (!taken.has(name)) {
      taken.add(name)
      return name
    }
  }
}
