import type { Actor } from '../../kernel/operation.ts'
import type { MaskedPerson } from '../people/index.ts'
import { maskDocument, maskName, maskPhone } from '../people/rules.ts'
import { openCells } from './matching.ts'
import { seesNumbers } from './policy.ts'
import type { Field } from './rules.ts'
import type { EntryRow } from './schema.ts'
import type { EntryFound } from './sql.ts'

/** Long numbers in a column that nobody named may be anybody's. */
const hushed = (text: string): string => text.replace(/\d{7,}[\dXx]?/g, (digits) => `${digits.slice(0, 3)}…`)
const withoutHouse = (text: string): string => text.replace(/[\d-]+/g, '*')

export function maskCell(field: Field, text: string): string {
  if (text === '') return ''
  switch (field) {
    case 'name':
      return maskName(text)
    case 'document':
      return maskDocument(text.replace(/\s/g, ''))
    case 'phone':
      return maskPhone(text.replace(/\s/g, ''))
    case 'address':
      return withoutHouse(text)
    case 'sex':
    case 'birth':
    case 'township':
    case 'village':
      return text
    case 'other':
      return hushed(text)
    default:
      return field satisfies never
  }
}

export function saidOf({ actor, entry }: { actor: Actor; entry: EntryFound }): EntryRow['said'] {
  const cells = openCells(actor.county, entry)
  const masked = (field: Field) => {
    const text = cells[entry.fields.indexOf(field)] ?? ''
    return text.trim() === '' ? null : maskCell(field, text.trim())
  }
  const places = [masked('township'), masked('village'), masked('address')].filter((part) => part !== null)
  return {
    name: masked('name'),
    document: masked('document'),
    phone: masked('phone'),
    birthDate: masked('birth'),
    sex: masked('sex'),
    address: places.length > 0 ? places.join(' ') : null,
  }
}

/** The row whole, as far as the seat may read it. */
export function cellsFor(actor: Actor, entry: EntryFound) {
  const cells = openCells(actor.county, entry)
  const isWhole = seesNumbers(actor)
  return entry.headings.map((heading, at) => {
    const field = entry.fields[at] ?? 'other'
    const text = cells[at] ?? ''
    const isCut = !isWhole && (field === 'document' || field === 'other')
    return { heading, field, text: isCut ? maskCell(field, text) : text }
  })
}

export const knownOf = ({ id, visible, division, name, document, phone }: MaskedPerson) => ({
  id,
  visible,
  division,
  name,
  document,
  phone,
})

export function entryRow(actor: Actor, entry: EntryFound, known: MaskedPerson | undefined): EntryRow {
  const { id, listId, sender, purpose, expiresOn, nth, division, outcome, reasons, undecided, answer, answeredAt } =
    entry
  const { passedTo } = entry
  return {
    id,
    listId,
    sender,
    purpose,
    expiresOn,
    nth,
    division,
    outcome,
    reasons,
    undecided,
    answer,
    said: saidOf({ actor, entry }),
    known: known ? knownOf(known) : null,
    answeredAt: answeredAt?.toISOString() ?? null,
    passedTo,
  }
}
