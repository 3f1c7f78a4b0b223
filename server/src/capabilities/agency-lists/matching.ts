import type { Ctx } from '../../kernel/operation.ts'
import { digestOf, idFrom, open, seal } from '../../kernel/seal.ts'
import { listResembling, type Resembling } from '../people/index.ts'
import { checkIdentityNumber } from '../people/rules.ts'
import { formsOf } from './linkage.names.ts'
import { passesOf } from './linkage.passes.ts'
import { judge, type Particulars } from './linkage.ts'
import type { ReadRow } from './rows.ts'
import type { NewEntry } from './sql.ts'

interface Possible extends Particulars {
  personId: string
}

const possibleOf = ({ personId, division, name, document, phone }: Resembling): Possible => {
  const id = document === null ? null : checkIdentityNumber(document)
  return {
    personId,
    division,
    name: name === null ? null : formsOf(name),
    document,
    misread: null,
    phone,
    birthDate: id?.ok ? id.value.birthDate : null,
    sex: id?.ok ? id.value.sex : null,
  }
}

export interface Matched {
  entries: NewEntry[]
  /** Persons whose identity was opened to be compared. */
  opened: number
  /** Rows held against persons. */
  compared: number
}

/** What each row of one part of a list is found to be. Set-based: a handful of statements for any number of rows. */
export async function matchRows(ctx: Ctx, listId: string, rows: readonly ReadRow[]): Promise<Matched> {
  const taken = rows.filter(({ rejected }) => rejected.length === 0)
  const found = await listResembling(
    ctx,
    taken.map(({ said }) => passesOf(said)),
  )
  // Worked out once for each person, however many rows may mean them.
  const known = new Map([...new Set(found.flat())].map((person) => [person, possibleOf(person)]))
  const possible = new Map(
    taken.map((row, at) => [row, (found[at] ?? []).flatMap((person) => known.get(person) ?? [])]),
  )
  const entries = rows.map((row): NewEntry => {
    const id = entryId(listId, row.nth)
    const cells = sealCells(ctx.actor.county, id, row.cells)
    const same = { id, nth: row.nth, cells, digest: digestOf([row.nth, row.cells]) }
    const verdict = verdictOf(row, possible.get(row) ?? [])
    return { ...same, ...verdict, division: verdict.division ?? String(ctx.actor.county) }
  })
  const compared = found.reduce((sum, persons) => sum + persons.length, 0)
  return { entries, opened: new Set(found.flat().map(({ personId }) => personId)).size, compared }
}

export const entryId = (listId: string, nth: number): string => idFrom('agency-lists.entry', listId, String(nth))

type VerdictOn = Pick<NewEntry, 'outcome' | 'personId' | 'reasons' | 'candidates'> & { division: string | null }

function verdictOf({ said, rejected, notes }: ReadRow, persons: readonly Possible[]): VerdictOn {
  if (rejected.length > 0) {
    return { outcome: 'rejected', personId: null, reasons: rejected, candidates: [], division: null }
  }
  const { level, candidates } = judge(said, persons)
  const [first] = candidates
  if (level === 'none' || !first) {
    // Whoever shares the phone knows where to ask.
    const division =
      said.division ?? persons.find(({ phone }) => phone !== null && phone === said.phone)?.division ?? null
    return { outcome: 'created', personId: null, reasons: notes, candidates: [], division }
  }
  const division = first.person.division ?? said.division
  if (level === 'sure') {
    const reasons = [...first.comparison.reasons, ...notes]
    return { outcome: 'matched', personId: first.person.personId, reasons, candidates: [], division }
  }
  const named = candidates.map(({ person, comparison }) => ({
    personId: person.personId,
    reasons: comparison.reasons,
  }))
  return { outcome: 'conflict', personId: null, reasons: notes, candidates: named, division }
}

/** A row opens only in the county and the entry it was sealed for, which is the one that came with the list wherever it was passed on to. */
const cellsPlace = (county: number, id: string) => `agency_lists.entry/${county}/${id}/cells`
const sealCells = (county: number, id: string, cells: readonly string[]): Buffer =>
  seal(JSON.stringify(cells), cellsPlace(county, id))
export const openCells = (county: number, { origin, cells }: { origin: string; cells: Buffer }): string[] =>
  JSON.parse(open(cells, cellsPlace(county, origin))) as string[]

const notePlace = (county: number, factId: string) => `agency_lists.answer/${county}/${factId}/note`
/** Of an answer or a passing on. */
export const sealNote = (county: number, factId: string, note: string): Buffer => seal(note, notePlace(county, factId))
export const openNote = (county: number, factId: string, sealed: Buffer): string =>
  open(sealed, notePlace(county, factId))
