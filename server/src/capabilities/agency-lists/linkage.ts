import type { Sex } from '../people/rules.ts'
import { type NameForms, type NameLikeness, nameLikeness } from './linkage.names.ts'
import { isOneSlipApart } from './linkage.numbers.ts'

/**
 * Whether a row of a list and a person of the register are one. Pure, and said in reasons instead of points: whoever decides a doubtful
 * one sees what agrees and what does not, and nobody is given a number.
 */
export interface Particulars {
  name: NameForms | null
  /** As kept: 18 characters that check. */
  document: string | null
  /** A number as it was written that fails its check: a slip of the pen, or another kind of number. */
  misread: string | null
  phone: string | null
  /** `1990-01-01`; said by itself, or by the document. */
  birthDate: string | null
  sex: Sex | null
  /** Nine digits for a township, twelve for a village; shorter says nothing. */
  division: string | null
}

export type Reason =
  | 'document-same'
  | 'document-slip'
  | 'document-other'
  | `name-${NameLikeness}`
  | 'phone-same'
  | 'phone-slip'
  | 'phone-other'
  | 'birth-same'
  | 'birth-slip'
  | 'birth-other'
  | 'sex-other'
  | 'village-same'
  | 'township-same'
  | 'area-other'

export type Level = 'sure' | 'doubtful' | 'none'

export interface Comparison {
  level: Level
  reasons: Reason[]
  /** The stronger evidence comes first; only to order what is shown, and to let one document outdo a namesake. */
  rule: number
}

type Same = 'same' | 'slip' | 'other' | null

interface Features {
  document: Same
  name: NameLikeness | null
  phone: Same
  birth: Same
  sex: 'same' | 'other' | null
  area: 'village' | 'township' | 'other' | null
}

export function compare(row: Particulars, person: Particulars): Comparison {
  const features: Features = {
    document: compareDocuments(row, person),
    name: row.name && person.name ? nameLikeness(row.name, person.name) : null,
    phone: compareText(row.phone, person.phone, isOneSlipApart),
    birth: compareText(row.birthDate, person.birthDate, isBirthSlip),
    sex: row.sex && person.sex ? (row.sex === person.sex ? 'same' : 'other') : null,
    area: compareAreas(row.division, person.division),
  }
  const found = rules.findIndex(({ when }) => when(features))
  const level = rules[found]?.level ?? 'none'
  return { level, reasons: reasonsOf(features), rule: found < 0 ? rules.length : found }
}

/** A name that a careful writer could have meant. */
const isKindred = ({ name }: Features): boolean => name === 'same' || name === 'sound' || name === 'similar'
const isHere = ({ area }: Features): boolean => area === 'village' || area === 'township'
/** Something besides the number itself speaks for it. */
const isBacked = (f: Features): boolean => f.phone === 'same' || f.birth === 'same' || isHere(f)
const contradicts = ({ birth, sex }: Features): boolean => birth === 'other' || sex === 'other'

interface Rule {
  level: Exclude<Level, 'none'>
  when(features: Features): boolean
}

/** The first that fits decides; what fits none is somebody else. */
const rules: readonly Rule[] = [
  // One number, one person; a name that is quite another one may be a married name, or a number copied into the wrong line.
  { level: 'sure', when: (f) => f.document === 'same' && f.name !== 'other' },
  // A number that fails its check, one slip from this person's: a copyist's mistake when the name agrees.
  { level: 'sure', when: (f) => f.document === 'slip' && f.name === 'same' && !contradicts(f) },
  { level: 'sure', when: (f) => f.document === 'slip' && isKindred(f) && isBacked(f) && !contradicts(f) },
  // Families share a phone, so the name has to be the person's own.
  { level: 'sure', when: (f) => f.document === null && f.phone === 'same' && f.name === 'same' && !contradicts(f) },
  { level: 'sure', when: (f) => f.document === null && f.phone === 'same' && isKindred(f) && f.birth === 'same' },
  {
    level: 'sure',
    when: (f) => f.document === null && f.name === 'same' && f.birth === 'same' && isHere(f) && f.sex !== 'other',
  },
  {
    level: 'sure',
    when: (f) => f.document === null && isKindred(f) && f.birth === 'same' && f.area === 'village' && f.sex !== 'other',
  },
  { level: 'doubtful', when: (f) => f.document === 'same' },
  { level: 'doubtful', when: (f) => f.document === 'slip' && (f.name !== 'other' || f.phone === 'same') },
  { level: 'doubtful', when: (f) => f.document === 'other' && f.phone === 'same' && f.name === 'same' },
  {
    level: 'doubtful',
    when: (f) => f.document === 'other' && f.name === 'same' && f.birth === 'same' && f.area === 'village',
  },
  { level: 'doubtful', when: (f) => f.document === null && f.phone === 'same' && isKindred(f) },
  {
    level: 'doubtful',
    when: (f) => f.document === null && f.phone === 'same' && f.name === 'near' && f.birth !== 'other',
  },
  { level: 'doubtful', when: (f) => f.document === null && f.phone === 'same' && f.name === null && !contradicts(f) },
  { level: 'doubtful', when: (f) => f.document === null && isKindred(f) && f.birth === 'same' },
  { level: 'doubtful', when: (f) => f.document === null && f.name === 'near' && f.birth === 'same' && isHere(f) },
  { level: 'doubtful', when: (f) => f.document === null && isKindred(f) && f.phone === 'slip' },
  { level: 'doubtful', when: (f) => f.document === null && isKindred(f) && f.birth === 'slip' && isHere(f) },
  { level: 'doubtful', when: (f) => f.document === null && f.name === 'same' && f.birth === null && isHere(f) },
  { level: 'doubtful', when: (f) => f.document === null && isKindred(f) && f.birth === null && f.area === 'village' },
]
/** These rest on the document itself, and outdo whatever else speaks for somebody else. */
const BY_DOCUMENT = 2

function compareDocuments(row: Particulars, person: Particulars): Same {
  if (row.document !== null && person.document !== null) return row.document === person.document ? 'same' : 'other'
  if (row.misread === null || person.document === null) return null
  // A number that is nobody's says nothing about whom it was meant for.
  return isOneSlipApart(row.misread, person.document) ? 'slip' : null
}

function compareText(one: string | null, other: string | null, isSlip: (a: string, b: string) => boolean): Same {
  if (one === null || other === null) return null
  if (one === other) return 'same'
  return isSlip(one, other) ? 'slip' : 'other'
}

/** Day and month changed places, or one digit wrong. */
function isBirthSlip(one: string, other: string): boolean {
  const [year, month, day] = one.split('-')
  return `${year}-${day}-${month}` === other || isOneSlipApart(one, other)
}

function compareAreas(one: string | null, other: string | null): Features['area'] {
  if (one === null || other === null || one.length < 9 || other.length < 9) return null
  if (one.length === 12 && one === other) return 'village'
  return one.slice(0, 9) === other.slice(0, 9) ? 'township' : 'other'
}

function reasonsOf({ document, name, phone, birth, sex, area }: Features): Reason[] {
  const reasons: Array<Reason | null> = [
    document && `document-${document}`,
    name && `name-${name}`,
    phone && `phone-${phone}`,
    birth && `birth-${birth}`,
    sex === 'other' ? 'sex-other' : null,
    area && (area === 'other' ? 'area-other' : `${area}-same`),
  ]
  return reasons.filter((reason) => reason !== null)
}

export interface Candidate<P> {
  person: P
  comparison: Comparison
}

export interface Finding<P> {
  level: Level
  /** The one, when it is sure; those to choose from, when it is not. */
  candidates: Array<Candidate<P>>
}

const SHOWN_MAX = 5

/** Two people of whom either could be meant are a doubt, unless one of them is named by the document itself. */
export function judge<P extends Particulars>(row: Particulars, persons: readonly P[]): Finding<P> {
  const compared = persons
    .map((person) => ({ person, comparison: compare(row, person) }))
    .filter(({ comparison }) => comparison.level !== 'none')
    .sort((one, other) => one.comparison.rule - other.comparison.rule)
  const sure = compared.filter(({ comparison }) => comparison.level === 'sure')
  const [first, second] = sure
  if (first && (!second || (first.comparison.rule < BY_DOCUMENT && second.comparison.rule >= BY_DOCUMENT))) {
    return { level: 'sure', candidates: [first] }
  }
  return compared.length === 0
    ? { level: 'none', candidates: [] }
    : { level: 'doubtful', candidates: compared.slice(0, SHOWN_MAX) }
}
