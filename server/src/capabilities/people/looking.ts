import type { Ctx } from '../../kernel/operation.ts'
import { purposeNeeded } from '../../kernel/problem.ts'
import { mayLookFor } from './policy.ts'
import { purposeNotYours } from './problems.ts'
import { type Checked, checkDocument, checkPhone, checkPlate, type DocumentKind, type SealedField } from './rules.ts'
import type { FindPerson, MaskedPerson } from './schema.ts'
import { documentDigest, maskedOf, openField, phoneDigest, plateDigest, type Standing, standingOf } from './sealed.ts'
import { keepLook, listKnown, listStatements } from './sql.ts'

/**
 * Everything that shows a person passes through here, so that nobody can be seen without a purpose that belongs to the seat, and
 * without a row that says so.
 */
export async function seen(ctx: Ctx, personIds: readonly string[], fields: readonly SealedField[]) {
  const { actor, purpose, now: at, requestId, tx } = ctx
  if (!purpose) throw purposeNeeded()
  if (!mayLookFor(actor, purpose)) throw purposeNotYours({ purpose })
  if (personIds.length === 0) return new Map<string, Standing | null>()
  const [statements] = await Promise.all([
    listStatements(tx, personIds),
    keepLook(tx, actor, { personIds, fields, purpose, at, requestId }),
  ])
  return standingOf(statements)
}

/**
 * Name, number, phone and plate as they may stand on a screen. Somebody outside the reader's scope comes back as an id only.
 * `beside` is what the caller shows whole next to them.
 */
export async function maskedMany(
  ctx: Ctx,
  personIds: readonly string[],
  beside: readonly SealedField[] = [],
): Promise<Map<string, MaskedPerson>> {
  const standings = await seen(ctx, [...new Set(personIds)], beside)
  return new Map([...standings].map(([id, standing]) => [id, maskedOf(ctx.actor.county, id, standing)]))
}

const FOUND_MAX = 50

export async function findPersons(ctx: Ctx, sought: FindPerson): Promise<{ items: MaskedPerson[]; more: boolean }> {
  const known = await listKnown(ctx.tx, [digestOf(ctx.actor.county, sought)])
  const persons = await maskedMany(
    ctx,
    known.slice(0, FOUND_MAX).map(({ personId }) => personId),
  )
  return { items: [...persons.values()], more: known.length > FOUND_MAX }
}

function digestOf(county: number, sought: FindPerson): Buffer {
  switch (sought.by) {
    case 'document':
      return documentDigest(county, normal(checkDocument(sought.document)))
    case 'phone':
      return phoneDigest(county, normal(checkPhone(sought.phone)))
    case 'plate':
      return plateDigest(county, normal(checkPlate(sought.plate)))
    default:
      return sought satisfies never
  }
}

/** The schema has refused what does not pass, so only the normal form is left to take. */
function normal<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error('people: an unchecked value got past the schema')
  return checked.value
}

export interface Unmasked {
  documentKind: DocumentKind | null
  shown: Partial<Record<SealedField, string | null>>
}

export async function unmask(ctx: Ctx, personId: string, fields: readonly SealedField[]): Promise<Unmasked | null> {
  const standing = (await seen(ctx, [personId], fields)).get(personId)
  if (!standing) return null
  const shown = Object.fromEntries(fields.map((field) => [field, openField(ctx.actor.county, standing, field)]))
  return { documentKind: standing.documentKind, shown }
}
