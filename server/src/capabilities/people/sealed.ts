import { blindIndex, canonical, open, seal } from '../../kernel/seal.ts'
import { foldLatin, foldName, latinForms } from './names.ts'
import {
  type Document,
  type DocumentKind,
  maskDocument,
  maskName,
  maskPhone,
  maskPlate,
  type SealedField,
  sealedFields,
} from './rules.ts'
import type { MaskedPerson } from './schema.ts'
import type { Sealed, Statement } from './sql.ts'

/** Checked and normalised; the only form in which an identity travels inside this folder. */
export interface Identity {
  name: string | null
  document: Document | null
  phone: string | null
  address: string | null
  plate: string | null
}

/** A sealed field opens only in the county, statement and column it was sealed for. */
const placeOf = (county: number, statementId: string, field: SealedField) =>
  `people.identity/${county}/${statementId}/${field}`

export function sealIdentity(county: number, statementId: string, identity: Identity): Sealed {
  const closed = (field: SealedField, plain: string | null) =>
    plain === null ? null : seal(plain, placeOf(county, statementId, field))
  return {
    name: closed('name', identity.name),
    document: closed('document', identity.document?.number ?? null),
    phone: closed('phone', identity.phone),
    address: closed('address', identity.address),
    plate: closed('plate', identity.plate),
  }
}

/** The county is part of what is hashed: two counties on one server cannot be compared by their indexes. */
export const documentDigest = (county: number, document: Document): Buffer =>
  blindIndex('people.document', `${county}/${document.kind}/${document.number}`)
export const phoneDigest = (county: number, phone: string): Buffer => blindIndex('people.phone', `${county}/${phone}`)
export const plateDigest = (county: number, plate: string): Buffer => blindIndex('people.plate', `${county}/${plate}`)
/** Keyed like the others: a plain hash of a statement would be a way to try out ID numbers. */
export const statementDigest = (county: number, division: string, identity: Identity): Buffer =>
  blindIndex('people.statement', `${county}/${division}/${canonical(identity)}`)

/** Eight bytes are enough: of two values in four thousand million million that share a token, both are found. */
const token = (kind: string, county: number, value: string): bigint =>
  blindIndex(`people.search-${kind}`, `${county}/${value}`).readBigInt64BE(0)

export const searchToken = {
  name: (county: number, name: string) => token('name', county, foldName(name)),
  latin: (county: number, typed: string) => token('latin', county, foldLatin(typed)),
  phoneTail: (county: number, digits: string) => token('phone-tail', county, digits.slice(-4)),
  documentTail: (county: number, tail: string) => token(`document-${tail.length}`, county, tail.toUpperCase()),
}
/** Two statements that share one of these may be about one person: the same sound of a name with the same phone or birthday. */
export const likeness = (county: number, sound: string, other: string): bigint =>
  token('like', county, `${sound}/${other}`)

export interface Tokens {
  found: bigint[]
  alike: bigint[]
}

/** What a statement can be found by beyond its whole numbers. */
export function tokensOf(county: number, { name, document, phone }: Identity): Tokens {
  const forms = name === null ? [] : latinForms(name)
  const isPersonal = document?.kind === 'resident-id' || document?.kind === 'hmt-residence'
  const found = [
    ...(name === null ? [] : [searchToken.name(county, name), ...forms.map((form) => searchToken.latin(county, form))]),
    ...(phone === null ? [] : [searchToken.phoneTail(county, phone)]),
    ...(document === null ? [] : [4, 6].map((size) => searchToken.documentTail(county, document.number.slice(-size)))),
  ]
  const [sound] = forms
  if (sound === undefined) return { found, alike: [] }
  const others = [phone, isPersonal ? document.number.slice(6, 14) : null].filter((other) => other !== null)
  return { found, alike: others.map((other) => likeness(county, sound, other)) }
}

export interface Standing {
  nowId: string
  division: string | null
  synthetic: boolean
  documentKind: DocumentKind | null
  /** The newest value of each field, and the statement it stands in. */
  fields: Partial<Record<SealedField, { statementId: string; sealed: Buffer }>>
}

/** Where things stand, from statements in the order they arrived. Nothing is opened yet. */
export function standingOf(statements: readonly Statement[]): Map<string, Standing | null> {
  const standings = new Map<string, Standing | null>()
  for (const said of statements) {
    if (said.id === null) {
      if (!standings.has(said.personId)) standings.set(said.personId, null)
      continue
    }
    const before = standings.get(said.personId)
    const now = before ?? {
      nowId: said.nowId,
      division: said.division,
      synthetic: said.synthetic ?? false,
      documentKind: null,
      fields: {},
    }
    if (said.document) now.documentKind = said.documentKind
    for (const field of sealedFields) {
      const sealed = said[field]
      if (sealed) now.fields[field] = { statementId: said.id, sealed }
    }
    standings.set(said.personId, now)
  }
  return standings
}

export function openField(county: number, standing: Standing, field: SealedField): string | null {
  const kept = standing.fields[field]
  return kept ? open(kept.sealed, placeOf(county, kept.statementId, field)) : null
}

/** Whether the keys open it where it stands. */
export function opens(county: number, statementId: string, field: SealedField, sealed: Uint8Array): boolean {
  try {
    open(sealed, placeOf(county, statementId, field))
    return true
  } catch {
    return false
  }
}

export function maskedOf(county: number, personId: string, standing: Standing | null): MaskedPerson {
  const masked = (field: SealedField, mask: (plain: string) => string) => {
    const plain = standing && openField(county, standing, field)
    return plain === null ? null : mask(plain)
  }
  return {
    id: standing?.nowId ?? personId,
    visible: standing !== null,
    division: standing?.division ?? null,
    synthetic: standing?.synthetic ?? false,
    name: masked('name', maskName),
    documentKind: standing?.documentKind ?? null,
    document: masked('document', maskDocument),
    phone: masked('phone', maskPhone),
    plate: masked('plate', maskPlate),
    hasAddress: standing?.fields.address !== undefined,
  }
}
