import {
  ANY_SURNAME,
  COMPOUND,
  follows,
  givenLetters,
  HONORIFIC,
  INTRODUCES,
  neverGiven,
  noNames,
  STRONG_SURNAME,
  strongSurnames,
  surnames,
} from './rules.names.ts'

export const STRIPPED_KINDS = ['link', 'email', 'account', 'document', 'phone', 'plate', 'number', 'name'] as const
export type StrippedKind = (typeof STRIPPED_KINDS)[number]

export interface Stripped {
  text: string
  /** How many of each kind were taken out; what they were is nowhere. */
  counts: Partial<Record<StrippedKind, number>>
  total: number
}

/** What stands where something was taken out. */
export const GAP = '〔略〕'

const HAN_DIGIT = '[零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖]'
const PROVINCE = '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新港澳使领学警]'
const NETWORK =
  '(?:微信|微信号|威信|薇信|维信|v信|vx|wx|weixin|wechat|qq|扣扣|q群|qq群|微博|抖音|快手|小红书|b站|支付宝|淘宝|旺旺|telegram|tg|陌陌|账号|帐号|昵称|id|公众号|群号)'

/** One after the other: what is found early may look like something later. */
const PATTERNS: ReadonlyArray<[StrippedKind, RegExp]> = [
  ['link', /(?:https?|ftp)\s*[:\uff1a]\s*\/\s*\/[\x21-\x7e]*/gi],
  ['link', /(?:https?|ftp)\s*[:\uff1a]/gi],
  ['email', /[\w.+-]+\s*(?:@|\(at\)|\[at\])\s*[\w-]+(?:\s*\.\s*[\w-]+)+/gi],
  [
    'link',
    /(?:www\.)?(?:[a-z0-9-]+\.)+(?:com|cn|net|org|cc|top|vip|me|info|io|xyz|tv|tk|ly|im|app|co|link|site|shop|club)(?:[/?#:][\x21-\x7e]*)?/gi,
  ],
  ['account', /@\s*[\p{Script=Han}\w.·-]{1,30}/gu],
  [
    'account',
    new RegExp(
      `${NETWORK}(?:号码|号|名|群|帐号|账号|昵称|id)*\\s*(?:[:\uff1a=是为]|加|搜|叫)+\\s*[^\\s,\uff0c。;\uff1b、!\uff01?\uff1f〔〕"']{2,30}`,
      'gi',
    ),
  ],
  ['account', new RegExp(`${NETWORK}(?:号码|号|名|群)*\\s*[a-z_0-9][\\w.-]{3,30}`, 'gi')],
  ['document', /(?<![0-9a-z])[1-9](?:[ -]?\d){16}[ -]?[\dx](?![0-9a-z])/gi],
  ['document', /(?<![0-9a-z])(?:[a-z]{1,2}\d{7,9}|\d{15})(?![0-9a-z])/gi],
  ['phone', /(?<!\d)(?:\+?\s*86[ -]?)?1[3-9](?:[ .·_-]?\d){9}(?!\d)/g],
  ['phone', /(?<!\d)\(?0\d{2,3}\)?[ -]?\d{3,4}[ -]?\d{4}(?!\d)/g],
  ['phone', /(?<!\d)(?:400|800)(?:[ -]?\d){7}(?!\d)/g],
  ['phone', new RegExp(`(?:${HAN_DIGIT}\\s*){7,}`, 'g')],
  ['plate', new RegExp(`${PROVINCE}\\s*[a-z]\\s*[·.・ -]?\\s*(?=[a-z0-9]*\\d)[a-z0-9]{5,6}(?![a-z0-9])`, 'gi')],
  ['plate', new RegExp(`${PROVINCE}\\s*[a-z]\\s*[·.・ -]?\\s*[a-z]{5,6}(?![a-z0-9])`, 'gi')],
  // A date or a number of a document is short between its marks; a run of seven is somebody's number.
  ['number', /\d(?:[ ]?\d){6,}/g],
  // What the database would refuse, whatever stands behind it.
  ['plate', new RegExp(`${PROVINCE}[a-z][·. -]?[a-z0-9]{5,6}`, 'gi')],
  ['link', /www\./gi],
  ['number', /[@\uff20]+/g],
]

const NAMED: readonly RegExp[] = [
  new RegExp(`(?<=${INTRODUCES}[:\uff1a是为叫的 ]{0,2})${ANY_SURNAME}[\\p{Script=Han}]{1,2}`, 'gu'),
  new RegExp(`${ANY_SURNAME}[某*×xX✕]{1,2}(?![a-z])`, 'gu'),
  new RegExp(`(?<![\\p{Script=Han}])${ANY_SURNAME}[\\p{Script=Han}]{0,2}?(?=${HONORIFIC})`, 'gu'),
  new RegExp(`${STRONG_SURNAME}[\\p{Script=Han}]{0,2}?(?=${HONORIFIC})`, 'gu'),
  new RegExp(`(?<=[老小阿])${STRONG_SURNAME}(?![\\p{Script=Han}]{0,1}(?:路|村|镇|庄|街|沟|家庄|家口))`, 'gu'),
]

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Takes names, numbers, accounts, plates and links out of what was said; the rest is what was meant. */
export function strip(said: string): Stripped {
  const counts: Stripped['counts'] = {}
  const count = (kind: StrippedKind) => {
    counts[kind] = (counts[kind] ?? 0) + 1
    return GAP
  }
  let text = plain(said)
  // What was taken out may leave something standing that now looks like a name.
  for (let before = ''; before !== text; ) {
    before = text
    text = once(text, count)
  }
  return { text, counts, total: Object.values(counts).reduce((sum, one) => sum + one, 0) }
}

function once(said: string, count: (kind: StrippedKind) => string): string {
  let text = said
  for (const [kind, pattern] of PATTERNS) text = text.replace(pattern, () => count(kind))
  for (const pattern of NAMED) text = text.replace(pattern, (found) => (isPartOfName(found) ? count('name') : found))
  return withoutNames(text, () => count('name'))
    .replace(/(?:〔略〕[\s,\uff0c、:\uff1a]*){2,}/g, GAP)
    .trim()
}

/** Written one way: no widths, no invisible letters that would hide a number, no line breaks. */
const plain = (said: string): string =>
  said
    // Marks of a sentence keep their width; what could make up a number or an address does not.
    .replace(/[^\uff0c\uff01\uff1f\uff1a\uff1b\uff08\uff09\u3000-\u303f]+/gu, (part) => part.normalize('NFKC'))
    .replace(/[\p{Cf}\p{Cc}\p{Mn}\p{Me}\p{Co}]+/gu, (found) => (/[\n\r\t]/.test(found) ? ' ' : ''))
    .replace(/[\p{So}\p{Sk}]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()

const isPartOfName = (found: string): boolean =>
  [...found].slice(1).every((letter) => !neverGiven.has(letter) || letter === '某')

/** Names without anything that announces them: a surname that begins a word and letters behind it that make up no other word. */
function withoutNames(text: string, gap: () => string): string {
  const edges = new Set<number>([text.length])
  const wordAt = new Map<number, number>()
  for (const { index, segment } of words.segment(text)) {
    edges.add(index)
    wordAt.set(index, segment.length)
  }
  let out = ''
  for (let at = 0; at < text.length; ) {
    const length = nameAt(text, at, edges, wordAt)
    out += length > 0 ? gap() : text.charAt(at)
    at += Math.max(1, length)
  }
  return out
}

function nameAt(text: string, at: number, edges: ReadonlySet<number>, wordAt: ReadonlyMap<number, number>): number {
  const compound = COMPOUND.includes(text.slice(at, at + 2))
  const surname = compound ? 2 : 1
  if (!compound && !surnames.has(text.charAt(at))) return 0
  for (const given of [2, 1]) {
    const end = at + surname + given
    const letters = [...text.slice(at + surname, end)]
    if (letters.length < given || letters.some((letter) => !/\p{Script=Han}/u.test(letter))) continue
    if (!edges.has(at) || !edges.has(end)) {
      // The dictionary may have cut through a name: three letters that are hardly anything else.
      const isWhole =
        given === 2 && strongSurnames.has(text.charAt(at)) && letters.every((one) => givenLetters.has(one))
      if (isWhole) return surname + given
      continue
    }
    const isOneWord = wordAt.get(at) === surname + given
    const isStrong = compound || strongSurnames.has(text.charAt(at))
    // What begins with another word is no name, unless its surname is nothing else.
    if (!isStrong && noNames.has(text.slice(at, at + 2))) continue
    if (noNames.has(text.slice(at, end))) continue
    if (speaksForName(text, { at, end, letters, isOneWord, isStrong })) return surname + given
  }
  return 0
}

interface Candidate {
  at: number
  end: number
  letters: readonly string[]
  isOneWord: boolean
  isStrong: boolean
}
function speaksForName(text: string, { end, letters, isOneWord, isStrong }: Candidate): boolean {
  if (letters.some((letter) => neverGiven.has(letter))) return false
  const common = letters.filter((letter) => givenLetters.has(letter)).length
  const next = text.charAt(end)
  const isClosed = next === '' || !/\p{Script=Han}/u.test(next) || follows.has(next)
  if (isOneWord) return isStrong && common === letters.length && isClosed
  if (isStrong) return common > 0 || isClosed
  return common === letters.length && (isClosed || letters.length === 2)
}
