import type { State } from './rules.documents.ts'
import { advise, type Remark, stop } from './rules.remarks.ts'

type Pattern = [code: string, found: RegExp, zh: (text: string) => string, en: (text: string) => string]

/** Ways of writing numbers and dates that the standard does not allow, and what may stand in no document. */
const STOPS: readonly Pattern[] = [
  [
    'number-brackets',
    /[[【（(［〖]\s*\d{2,4}\s*[\]】）)］〗]\s*第?\s*\d+\s*号/,
    (text) => `文号“${text}”的年份须用六角括号〔〕。`,
    (text) => `The year of a number (${text}) stands in hexagonal brackets 〔〕.`,
  ],
  [
    'number-form',
    /〔\s*\d+\s*〕\s*(?:第\s*\d+|0\d*)\s*号/,
    (text) => `文号“${text}”不加“第”,序号不编虚位。`,
    (text) => `A number (${text}) has neither 第 nor leading zeros.`,
  ],
  [
    'number-year',
    /〔(?!\d{4}〕)\d*〕\d+号/,
    () => '文号中的年份须写四位数字。',
    () => 'The year of a number has four digits.',
  ],
  [
    'date-zero',
    /\d{4}年(?:0\d月|\d{1,2}月0\d日)/,
    (text) => `日期“${text}”的月、日不编虚位,例如2020年1月24日。`,
    (text) => `A date (${text}) has no leading zeros: 2020年1月24日.`,
  ],
  [
    'date-form',
    /(?<!\d)(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d)/,
    (text) => `日期“${text}”须写成年月日,例如2020年1月24日。`,
    (text) => `A date (${text}) is written with 年月日: 2020年1月24日.`,
  ],
  [
    'date-han',
    /[一二][一二三四五六七八九〇○零]{3}年/,
    () => '日期须用阿拉伯数字,例如2020年1月24日。',
    () => 'Dates are written in Arabic numerals: 2020年1月24日.',
  ],
  [
    'person-number',
    /(?<!\d)\d{17}[\dXx](?!\d)/,
    () => '公文中不得出现公民身份号码。',
    () => 'A document must not carry anybody’s identity number.',
  ],
]
const HALF_WIDTH = /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u

function isDay(year: number, month: number, day: number): boolean {
  const moment = new Date(Date.UTC(year, month - 1, day))
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
}

export function writtenRemarks(path: string, text: string): Remark[] {
  const found = STOPS.flatMap(([code, pattern, zh, en]) => {
    const shown = pattern.exec(text)?.[0]
    return shown === undefined ? [] : [stop(code, path, zh(shown), en(shown))]
  })
  for (const [whole, year, month, day] of text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g))
    if (!isDay(Number(year), Number(month), Number(day)))
      found.push(stop('date-impossible', path, `没有“${whole}”这一天。`, `There is no such day as ${whole}.`))
  if (HALF_WIDTH.test(text))
    found.push(advise('half-width', path, '中文标点请用全角。', 'Chinese punctuation is full-width.'))
  return found
}

export interface Cited {
  /** Codes of the county's own organs: a number under one of them has to be there. */
  codes: readonly string[]
  /** By number: whether it stands, and how many points of the first level it has. */
  documents: ReadonlyMap<string, { state: State; points: number }>
}
const HAN_DIGITS = '零一二三四五六七八九'
function pointOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words]
  const digit = (one: string | undefined, empty: number) => (one ? HAN_DIGITS.indexOf(one) : empty)
  return words.includes('十') ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0)
}
const CITED = '〔(\\d{4})〕(\\d+)号(?:[^。；，]{0,6}?第([一二三四五六七八九十\\d]+)[条项点])?'
/** The longest code first: one may end like another. */
function citations(text: string, codes: readonly string[]): Array<{ number: string; point: string | undefined }> {
  if (codes.length === 0) return []
  const any = [...codes].sort((a, b) => b.length - a.length).join('|')
  return [...text.matchAll(new RegExp(`(${any})${CITED}`, 'gu'))].map(([, code, year, serial, point]) => ({
    number: `${code}〔${year}〕${serial}号`,
    point,
  }))
}
export const numbersInText = (text: string, codes: readonly string[]): string[] =>
  citations(text, codes).map(({ number }) => number)

export function citationRemarks(path: string, text: string, { codes, documents }: Cited): Remark[] {
  return citations(text, codes).flatMap(({ number, point }) => {
    const cited = documents.get(number)
    if (!cited)
      return [
        stop(
          'cited-unknown',
          path,
          `引用的${number}不存在,请核对文号。`,
          `${number} does not exist; check the number.`,
        ),
      ]
    const found: Remark[] = []
    if (cited.state !== 'issued')
      found.push(stop('cited-over', path, `引用的${number}已撤回或被替代。`, `${number} was withdrawn or superseded.`))
    if (point && pointOf(point) > cited.points) {
      const en = `${number} has no measure ${point}; it has ${cited.points}.`
      found.push(stop('measure-unknown', path, `${number}没有第${point}条措施(共 ${cited.points} 条)。`, en))
    }
    return found
  })
}
