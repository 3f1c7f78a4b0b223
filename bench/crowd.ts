import { readingsOf } from '../server/src/capabilities/people/names.ts'
import { checkCharacter } from '../server/src/capabilities/people/rules.ts'

/** A made-up county with families in it, and a list about some of them with mistakes at declared rates. Seeded: the same every time. */
export interface Somebody {
  name: string
  document: string
  phone: string | null
  birthDate: string
  division: string
  household: number
}

export interface ListedRow {
  name: string | null
  document: string | null
  phone: string | null
  birthDate: string | null
  division: string | null
  /** Whom it is about; null for somebody the county does not know. */
  truth: number | null
}

/** Of the rows, unless it says otherwise. */
export const errorRates = {
  stranger: 0.2,
  documentAbsent: 0.12,
  document15: 0.04,
  documentOneDigitWrong: 0.03,
  documentTransposed: 0.01,
  phoneAbsent: 0.15,
  phoneChanged: 0.1,
  phoneOneDigitWrong: 0.02,
  nameHomophone: 0.03,
  nameLookalike: 0.02,
  nameOtherCharacter: 0.005,
  nameAbsent: 0.005,
  birthAbsent: 0.4,
  birthWrong: 0.01,
  areaAbsent: 0.15,
  areaTownshipOnly: 0.2,
  areaElsewhere: 0.04,
} as const

export type Draw = ReturnType<typeof drawFrom>
export function drawFrom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  /** The first ones more often, as surnames and given names go. */
  const pickEarly = <T>(from: readonly T[]): T => from[Math.floor(next() ** 2 * from.length)] as T
  return { next, whole, pick, pickEarly, may: (share: number) => next() < share }
}

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const given = [
  ...'国建文志明华英玉秀桂春金海晓丽红军平兰芳伟强敏静娟涛超霞杰磊洋勇艳辉飞玲斌琴云梅林生德永宝立长福学少景成荣庆树忠义珍凤淑瑞祥利兴清贵振东光宏俊欣雨子梓轩涵浩宇佳怡思嘉泽晨雪婷慧颖莹萍燕丹龙鹏波凯亮刚健峰锋彬旭岩松柏良才全发有新民安定和顺万千水月星河山川',
]
const rareMark = 0.8

function nameOf(draw: Draw, surname: string, born: number): string {
  const letters = draw.may(born < 1985 || born > 2000 ? rareMark : 0.6) ? 2 : 1
  return surname + Array.from({ length: letters }, () => draw.pickEarly(given)).join('')
}

export function makeCounty(seed: number, people: number, divisions: readonly string[]): Somebody[] {
  const draw = drawFrom(seed)
  const county: Somebody[] = []
  const serials = new Map<string, number>()
  let phones = 0
  for (let household = 0; county.length < people; household += 1) {
    const division = divisions[Math.floor(draw.next() ** 1.3 * divisions.length)] ?? ''
    const surname = draw.pickEarly(surnames)
    const eldest = draw.whole(1935, 1992)
    const familyPhone = phoneOf(phones++)
    for (let member = 0; member < draw.whole(1, 5) && county.length < people; member += 1) {
      const born = member < 2 ? eldest + draw.whole(0, 4) : Math.min(eldest + draw.whole(22, 32), 2019)
      const birthDate = `${born}-${two(draw.whole(1, 12))}-${two(draw.whole(1, 28))}`
      const serial = serials.get(birthDate) ?? 0
      serials.set(birthDate, serial + 1)
      county.push({
        name: nameOf(draw, member === 1 ? draw.pickEarly(surnames) : surname, born),
        document: numberOf(birthDate, serial + 1),
        phone: born > 2008 || draw.may(0.12) ? (draw.may(0.5) ? familyPhone : null) : phoneOf(phones++),
        birthDate,
        division,
        household,
      })
    }
  }
  return county
}

const two = (value: number): string => String(value).padStart(2, '0')
const phoneOf = (nth: number): string => `154${String((nth * 7_919) % 100_000_000).padStart(8, '0')}`
export function numberOf(birthDate: string, serial: number): string {
  const first17 = `130899${birthDate.replaceAll('-', '')}${String(serial % 1000).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}

export function makeList(
  seed: number,
  rows: number,
  county: readonly Somebody[],
  lookalikesOf: (character: string) => readonly string[],
): ListedRow[] {
  const draw = drawFrom(seed)
  const homophones = bySound()
  return Array.from({ length: rows }, (_, nth) => {
    const truth = draw.whole(0, county.length - 1)
    const somebody = county[truth] as Somebody
    const isStranger = draw.may(errorRates.stranger)
    const meant = isStranger ? strangerBeside(draw, somebody, nth) : somebody
    const row = { ...written(draw, meant), truth: isStranger ? null : truth }
    row.name = misspelt(draw, row.name, homophones, lookalikesOf)
    return row
  })
}

/** Half of the strangers are what tempts most: a brother with the same address and phone, or a namesake in the same village. */
function strangerBeside(draw: Draw, { name, phone, division, birthDate }: Somebody, nth: number): Somebody {
  const born = Number(birthDate.slice(0, 4)) + draw.whole(-6, 6)
  const own = `${Math.min(born, 2019)}-${two(draw.whole(1, 12))}-${two(draw.whole(1, 28))}`
  const stranger = { document: numberOf(own, 900 + (nth % 100)), birthDate: own, division, household: -1 }
  const ownPhone = phoneOf(50_000_000 + nth)
  const kind = draw.next()
  if (kind < 0.25) {
    const brother = name.slice(0, -1) + draw.pickEarly(given)
    return { ...stranger, name: brother, phone: draw.may(0.5) ? phone : ownPhone }
  }
  if (kind < 0.5) return { ...stranger, name, phone: ownPhone }
  return { ...stranger, name: nameOf(draw, draw.pickEarly(surnames), born), phone: ownPhone }
}

function written(draw: Draw, somebody: Somebody): Omit<ListedRow, 'truth'> {
  const rates = errorRates
  const { document, phone, birthDate, division } = somebody
  const old = birthDate < '2000' && draw.may(rates.document15)
  return {
    name: draw.may(rates.nameAbsent) ? null : somebody.name,
    document: draw.may(rates.documentAbsent)
      ? null
      : old
        ? document.slice(0, 6) + document.slice(8, 17)
        : slipped(draw, document, rates.documentOneDigitWrong, rates.documentTransposed),
    phone: draw.may(rates.phoneAbsent)
      ? null
      : draw.may(rates.phoneChanged)
        ? phoneOf(70_000_000 + draw.whole(0, 9_999_999))
        : phone && slipped(draw, phone, rates.phoneOneDigitWrong, 0),
    birthDate: draw.may(rates.birthAbsent) ? null : slipped(draw, birthDate, rates.birthWrong, 0),
    division: draw.may(rates.areaAbsent)
      ? null
      : draw.may(rates.areaElsewhere)
        ? `${division.slice(0, 6)}${100 + draw.whole(0, 19)}201`
        : draw.may(rates.areaTownshipOnly)
          ? division.slice(0, 9)
          : division,
  }
}

function slipped(draw: Draw, text: string, oneWrong: number, transposed: number): string {
  const digits = [...text]
  // Not the first ones: nobody gets the county of a number wrong, nor the century of a birthday.
  const at = draw.whole(Math.min(4, text.length - 2), text.length - 2)
  if (draw.may(oneWrong)) digits[at] = String((Number(digits[at] ?? 0) + draw.whole(1, 9)) % 10)
  else if (draw.may(transposed)) [digits[at], digits[at + 1]] = [digits[at + 1] ?? '', digits[at] ?? '']
  return digits.join('')
}

const soundOf = (character: string): string => readingsOf(character)[1]?.[0] ?? ''

function bySound(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const character of new Set([
    ...given,
    ...'健剑俭见晶京惊经宏洪虹鸿峰风丰锋凤奉雨宇羽玉育毓预文闻雯纹志智治之芝知',
  ])) {
    const sound = soundOf(character)
    found.set(sound, [...(found.get(sound) ?? []), character])
  }
  return found
}

function misspelt(
  draw: Draw,
  name: string | null,
  homophones: ReadonlyMap<string, readonly string[]>,
  lookalikesOf: (character: string) => readonly string[],
): string | null {
  if (name === null) return null
  const at = draw.whole(1, name.length - 1)
  const here = name.charAt(at)
  const instead = (other: string | undefined) => (other ? name.slice(0, at) + other + name.slice(at + 1) : name)
  const same = (homophones.get(soundOf(here)) ?? []).filter((other) => other !== here)
  if (draw.may(errorRates.nameHomophone)) return instead(same.length > 0 ? draw.pick(same) : undefined)
  const alike = lookalikesOf(here)
  if (draw.may(errorRates.nameLookalike)) return instead(alike.length > 0 ? draw.pick(alike) : undefined)
  return draw.may(errorRates.nameOtherCharacter) ? instead(draw.pick(given)) : name
}
