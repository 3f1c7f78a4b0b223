import { nameFrom, SYNTHETIC_PREFIX, withCheck } from './people.ts'
import { type Chance, drawIndex } from './random.ts'

export type Relation = 'head' | 'spouse' | 'child' | 'grandchild' | 'parent'

export interface Resident {
  relation: Relation
  name: string
  document: { kind: 'resident-id'; number: string } | null
  phone: string | null
}

type Sex = 'male' | 'female'

const kinds = ['alone', 'couple', 'one-child', 'two-children', 'three-generations', 'one-parent'] as const
/** Cumulative shares of the kinds, in order: about two and a half people to a household. */
const KIND_SUMS = [0.16, 0.5, 0.81, 0.88, 0.96, 1]

/** A crowd of families in which no two people share a number, nor share one with the travellers of `gather`. */
export function familiesOf(draw: Chance): () => Resident[] {
  const taken = new Map<string, number>()
  let phones = 0

  const phone = (): string => {
    phones += 1
    // 154 is handed to no operator; travellers have every 7,919th of these numbers, shifted.
    return `154${String((phones * 7_919 + 51_234_567) % 100_000_000).padStart(8, '0')}`
  }
  function resident(relation: Relation, sex: Sex, age: number, surname: string | null): Resident {
    const name = nameFrom(draw)
    const isSmall = age < 4
    return {
      relation,
      name: surname ? surname + name.slice(1) : name,
      document: draw.may(isSmall ? 0.7 : 0.985)
        ? { kind: 'resident-id', number: numberOf(draw, taken, sex, age) }
        : null,
      phone: age >= 16 && draw.may(age > 75 ? 0.5 : 0.95) ? phone() : null,
    }
  }

  return () => {
    const kind = kinds[drawIndex(KIND_SUMS, draw.next())] ?? 'couple'
    const age = kind === 'alone' ? draw.whole(25, 88) : kind === 'couple' ? draw.whole(26, 82) : draw.whole(28, 52)
    const sex: Sex = draw.may(0.8) ? 'male' : 'female'
    const head = resident('head', sex, age, null)
    const family = [head]
    const surname = sex === 'male' ? head.name.slice(0, 1) : null
    if (kind !== 'alone' && kind !== 'one-parent') {
      family.push(resident('spouse', sex === 'male' ? 'female' : 'male', age + draw.whole(-4, 3), null))
    }
    const children = kind === 'alone' || kind === 'couple' ? 0 : kind === 'two-children' ? 2 : 1
    for (let nth = 0; nth < children; nth += 1) {
      family.push(resident('child', draw.may(0.52) ? 'male' : 'female', Math.max(age - draw.whole(23, 29), 0), surname))
    }
    if (kind === 'three-generations') family.push(resident('parent', 'female', age + draw.whole(22, 30), null))
    return family
  }
}

/** The third serial digit tells the sex. Twenty steps beside the numbers of travellers, so that nobody is both. */
function numberOf(draw: Chance, taken: Map<string, number>, sex: Sex, age: number): string {
  for (;;) {
    const born = new Date(Date.UTC(2019 - age, draw.whole(0, 11), draw.whole(1, 28)))
      .toISOString()
      .slice(0, 10)
      .replaceAll('-', '')
    const used = taken.get(born) ?? 0
    const serial = ((used * 40 + Number(born.slice(4)) + 20) % 999) + 1
    if (used >= 400 || (serial % 2 === 1) !== (sex === 'male')) continue
    taken.set(born, used + 1)
    return withCheck(SYNTHETIC_PREFIX + born + String(serial).padStart(3, '0'))
  }
}
