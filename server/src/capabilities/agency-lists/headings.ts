import type { Field } from './rules.ts'

/** How columns are called by police, health and transport offices, and in exports of their systems. */
const words: Record<Exclude<Field, 'other'>, readonly string[]> = {
  name: ['姓名', '名字', '人员姓名', '旅客姓名', '被核查人', 'name', 'full name', 'passenger', 'xm'],
  document: [
    '身份证',
    '身份证号',
    '身份证号码',
    '公民身份号码',
    '公民身份证号码',
    '证件号',
    '证件号码',
    '身份号码',
    'id',
    'id no',
    'id number',
    'id card',
    'identity number',
    'document',
    'document number',
    'passport no',
    'sfzh',
    'sfzhm',
    'gmsfhm',
    'zjhm',
  ],
  phone: [
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系电话',
    '联系方式',
    '电话号码',
    '本人电话',
    'phone',
    'mobile',
    'tel',
    'telephone',
    'phone number',
    'lxdh',
    'sjh',
    'sjhm',
  ],
  sex: ['性别', 'sex', 'gender', 'xb'],
  birth: [
    '出生日期',
    '出生年月日',
    '生日',
    '出生年月',
    'birth',
    'birth date',
    'date of birth',
    'birthday',
    'dob',
    'csrq',
  ],
  address: [
    '现住址',
    '现居住地',
    '居住地址',
    '现住地址',
    '家庭住址',
    '住址',
    '地址',
    '详细地址',
    '目的地',
    '目的地址',
    '户籍地址',
    '户籍地',
    'address',
    'home address',
    'residence',
    'xzz',
    'hjdz',
  ],
  township: ['乡镇', '乡镇街道', '所属乡镇', '镇', '街道', 'township', 'town', 'xz'],
  village: ['村', '村社区', '村居', '行政村', '社区', '所属村', 'village', 'community'],
}

/** One form of a heading: no spaces, marks, numbering or what stands in brackets. */
const folded = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[((].*?[))]/g, '')
    .replace(/[_\-./]+/g, ' ')
    .replace(/[*※::、"“”'\d]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{Script=Han})\s|\s(?=\p{Script=Han})/gu, '')

const exact = new Map<string, { field: Exclude<Field, 'other'>; rank: number }>()
for (const [field, known] of Object.entries(words) as Array<[Exclude<Field, 'other'>, readonly string[]]>) {
  for (const [rank, word] of known.entries()) exact.set(folded(word), { field, rank })
}
const longest = [...exact].filter(([word]) => /\p{Script=Han}{2,}/u.test(word)).sort(([a], [b]) => b.length - a.length)

export type Suggestion = { field: Field; from: 'remembered' | 'dictionary' | 'nothing' }

function lookUp(heading: string): { field: Exclude<Field, 'other'>; rank: number } | undefined {
  const word = folded(heading)
  const within = () => longest.find(([known]) => word.includes(known))?.[1]
  return exact.get(word) ?? within()
}

/**
 * What the columns probably mean: first by what a person confirmed for this sender before, then by the dictionary. Each meaning is given
 * once, to the column that says it best; `现住址` beats `户籍地址`.
 */
export function suggestFields(headings: readonly string[], remembered: ReadonlyMap<string, Field>): Suggestion[] {
  const suggestions = headings.map((heading): Suggestion & { rank: number } => {
    const known = remembered.get(heading.trim())
    if (known) return { field: known, from: 'remembered', rank: -1 }
    const found = lookUp(heading)
    return found
      ? { field: found.field, from: 'dictionary', rank: found.rank }
      : { field: 'other', from: 'nothing', rank: 0 }
  })
  return suggestions.map((one, at) => {
    const rival = suggestions.some(
      (other, beside) =>
        other.field === one.field && (other.rank < one.rank || (other.rank === one.rank && beside < at)),
    )
    return rival && one.field !== 'other' ? { field: 'other', from: 'nothing' } : { field: one.field, from: one.from }
  })
}

/** A line of headings knows at least two words of the dictionary; titles above it know none. */
export const headingsKnown = (texts: readonly string[]): number =>
  texts.filter((text) => text.length <= 30 && lookUp(text) !== undefined).length
