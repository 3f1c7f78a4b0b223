import type { Traveller } from './events.ts'
import { type Chance, chance } from './random.ts'

/** Assigned to no county: everybody in the scenario can be told from a resident by it. */
export const SYNTHETIC_PREFIX = '130899'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const firstLetters = [...'建国志文明德春秋玉桂金海晓小淑秀俊永宝立长福学少景成']
const lastLetters = [...'华军平英兰芳伟强敏静丽娟涛超霞杰磊洋勇艳辉飞玲斌琴云梅龙林生']

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
export const withCheck = (first17: string): string =>
  first17 + '10X98765432'.charAt(weights.reduce((sum, weight, at) => sum + weight * Number(first17.charAt(at)), 0) % 11)

/** A crowd in which no two people share a number, and everyone has a name, a document and a phone, or lacks one plausibly. */
export function gather(seed: string, county: string): { newcomer(): Traveller; plate(prefix: string): string } {
  const draw = chance(seed, county, 'people')
  const taken = new Map<string, number>()
  let count = 0
  let plates = 0
  const newcomer = (): Traveller => {
    count += 1
    const name = nameFrom(draw)
    // 154 is handed to no operator, so nobody's phone rings.
    const phone = draw.may(0.03) ? null : `154${String((count * 7_919 + 1_234_567) % 100_000_000).padStart(8, '0')}`
    if (draw.may(0.004)) return { name, document: null, phone }
    if (draw.may(0.001)) return { name, document: { kind: 'passport', number: `XXX0${1_000_000 + count}` }, phone }
    return { name, document: { kind: 'resident-id', number: idNumber(draw, taken) }, phone }
  }
  const plate = (prefix: string): string => {
    plates += 1
    return `${prefix}0${((plates * 7_919) % 1_336_336).toString(34).toUpperCase().replaceAll('I', 'Y').replaceAll('O', 'Z').padStart(4, '0')}`
  }
  return { newcomer, plate }
}

export function nameFrom(draw: Chance): string {
  const first = draw.may(0.8) ? draw.pick(firstLetters) : ''
  return draw.pick(surnames) + first + draw.pick(lastLetters)
}

function idNumber(draw: Chance, taken: Map<string, number>): string {
  // Mostly of working age; a journey with children or grandparents now and then.
  const age = draw.may(0.85) ? draw.whole(18, 62) : draw.may(0.5) ? draw.whole(1, 17) : draw.whole(63, 88)
  const born = new Date(Date.UTC(2019 - age, draw.whole(0, 11), draw.whole(1, 28)))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '')
  const used = taken.get(born) ?? 0
  // The third serial digit tells the sex, so it is dealt like the others; a day has 999 numbers.
  if (used >= 999) return idNumber(draw, taken)
  taken.set(born, used + 1)
  const serial = String(((used * 40 + Number(born.slice(4))) % 999) + 1).padStart(3, '0')
  return withCheck(SYNTHETIC_PREFIX + born + serial)
}
