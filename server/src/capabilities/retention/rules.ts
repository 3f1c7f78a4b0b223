/** The grammar of a field card, with closed lists: what a column is kept for, by what right, how personal it is, how long, for whom. */
export const PURPOSES_OF_FIELDS = [
  'checkpoint-screening',
  'fever-hand-over',
  'contact-tracing',
  'home-visit',
  'isolation-care',
  'agency-list-check',
  'supervision',
  'resident-request',
  'identification',
  'recognition',
  'accuracy',
  'answerability',
  'responsibility',
  'record-keeping',
  'access-trail',
  'certificate',
  'sign-in',
] as const
export type FieldPurpose = (typeof PURPOSES_OF_FIELDS)[number]

export const CLASSES = [
  'plain',
  'internal',
  'staff',
  'pseudonym',
  'personal',
  'sensitive',
  'health',
  'whereabouts',
  'free-text',
  'secret',
] as const
export type FieldClass = (typeof CLASSES)[number]

/** What the days are counted from, when not from the record itself. */
export const ENDS = ['purpose', 'round', 'event', 'release', 'account', 'team'] as const
/** What a column goes with, when it has no term of its own. */
export const OWNERS = [
  'record',
  'person',
  'identity',
  'household',
  'follow-up',
  'account',
  'seat',
  'device',
  'post',
  'team',
  'place',
  'definition',
  'list',
  'certificate',
  'trail',
] as const

/**
 * `21 days`, `30 days after the purpose`, `3 years`; `event`: thirty days after the response ended; `with the person`: together with
 * it; `until replaced`.
 */
export type Term =
  | { kind: 'hours' | 'days' | 'years'; count: number; after: (typeof ENDS)[number] | null }
  | { kind: 'event' }
  | { kind: 'with'; owner: (typeof OWNERS)[number] }
  | { kind: 'until-replaced' }

export interface FieldCard {
  purpose: FieldPurpose
  /** In free words: what exactly. */
  words: string | null
  basis: string
  class: FieldClass
  sealed: boolean
  term: Term
  readers: string
}

const SHAPE = /^purpose=([^;]+); basis=([^;]+); class=([^;]+); retention=([^;]+); readers=([^;]+)$/

const oneOf = <T extends string>(list: readonly T[], said: string): T | null => list.find((one) => one === said) ?? null

/** Null for anything that is not a whole card: half a card says nothing that could be relied on. */
export function parseCard(text: string): FieldCard | null {
  const [, what = '', basis = '', kept = '', retention = '', readers = ''] = SHAPE.exec(text) ?? []
  const [code = '', words = null] = /^([a-z-]+)(?:: (.+))?$/.exec(what)?.slice(1) ?? []
  const [name = '', seal = null] = kept.split(', ')
  const purpose = oneOf(PURPOSES_OF_FIELDS, code)
  const classed = oneOf(CLASSES, name)
  const term = parseTerm(retention)
  if (!purpose || !classed || !term || (seal !== null && seal !== 'sealed')) return null
  return { purpose, words: words ?? null, basis, class: classed, sealed: seal !== null, term, readers }
}

export function parseTerm(text: string): Term | null {
  if (text === 'event') return { kind: 'event' }
  if (text === 'until replaced') return { kind: 'until-replaced' }
  const owner = oneOf(OWNERS, /^with the (.+)$/.exec(text)?.[1] ?? '')
  if (owner) return { kind: 'with', owner }
  const [, count, unit, end] = /^([1-9]\d*) (hour|day|year)s?(?: after the (.+))?$/.exec(text) ?? []
  if (!count) return null
  const after = end === undefined ? null : oneOf(ENDS, end)
  if (end !== undefined && after === null) return null
  return { kind: `${unit as 'hour' | 'day' | 'year'}s`, count: Number(count), after }
}

export interface Column {
  relation: string
  field: string
  type: string
  /** A foreign key leads from it to a person or a household. */
  refersToPerson: boolean
}

const NAMES_SOMEBODY =
  /(^|_)(person|household|account|seat|device|vehicle)_id$|_by$|^(kept|merged|now|one|other)_id$|^subject$/
const DESCRIBES_SOMEBODY = new Set(
  `name sign_in_name phone address plate document document_kind door note why reason ground said draft answers label symptoms
  temperature_c relation body title details cells changes service protection learned_from`.split(/\s+/),
)
const COUNTED = new Set(['integer', 'bigint', 'boolean', 'double precision'])

/** By what it is called and where it leads: a column cannot be made impersonal by leaving its card out. */
export const isPersonal = ({ field, type, refersToPerson }: Column): boolean =>
  refersToPerson ||
  (type === 'uuid' && NAMES_SOMEBODY.test(field)) ||
  type === 'bytea' ||
  (DESCRIBES_SOMEBODY.has(field) && !COUNTED.has(type))

/** In their order: whom a passage still names decides who may go; where the trail ends the certificate says at once. */
export const PARTS = [
  'passages',
  'sheets',
  'lodgings',
  'readings',
  'orders',
  'cases',
  'donors',
  'givers',
  'inspections',
  'tasks',
  'plays',
  'words',
  'sessions',
  'files',
  'ended',
  'referred',
  'persons',
  'tokens',
  'trail',
] as const
export type Part = (typeof PARTS)[number]
/** Rows looked at in one step, each step a transaction of its own. */
export const STEP_ROWS: Record<Part, number> = {
  passages: 10_000,
  sheets: 5_000,
  lodgings: 5_000,
  readings: 1_000,
  orders: 5_000,
  cases: 5_000,
  donors: 5_000,
  givers: 5_000,
  inspections: 1,
  tasks: 1,
  plays: 1,
  words: 1,
  sessions: 5_000,
  files: 1,
  ended: 5_000,
  referred: 1,
  persons: 5_000,
  tokens: 50_000,
  trail: 5_000,
}

export const partAfter = (part: Part): Part | null => PARTS[PARTS.indexOf(part) + 1] ?? null
