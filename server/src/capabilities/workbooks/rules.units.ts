import type { SheetKey } from './rules.sheets.ts'

/** A row of the file in the form it is kept and loaded in; `row` is where it stood. */
export interface DivisionUnit {
  row: number
  code: string
  name: string
  level: 'township' | 'village' | 'community'
}
export interface PostUnit {
  row: number
  id: string
  division: string
  kind: string
  title: string
  since: string
  holder: string | null
  /** Instead of a holder who is looked up: somebody who works with the system. */
  account: { signInName: string; name: string; role: string } | null
  /** The holder stands in the sheet of people, and may not be known to the county before it is loaded. */
  holderComes: boolean
  duties: string[]
}
export interface PersonUnit {
  row: number
  id: string
  relation: string | null
  name: string
  documentKind: string | null
  document: string | null
  phone: string | null
  sex: string | null
  birthDate: string | null
}
export interface HouseholdUnit {
  row: number
  id: string
  division: string
  /** As it is called; which one of the village that is, is found when it is judged. */
  compound: string | null
  block: string | null
  walkOrder: number
  door: string | null
  since: string
  members: PersonUnit[]
}

/** Which letter each field of a sheet stands under in this file. */
export type Letters = Partial<Record<SheetKey, Record<string, string>>>

export type Part =
  | { kind: 'divisions'; letters: Letters; units: DivisionUnit[] }
  | { kind: 'households'; letters: Letters; units: HouseholdUnit[] }
  | { kind: 'posts'; letters: Letters; units: PostUnit[] }
export type PartKind = Part['kind']

export const outcomes = ['new', 'changed', 'same', 'conflict', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]
export type Counts = Record<Outcome, number>
export const noCounts = (): Counts => ({ new: 0, changed: 0, same: 0, conflict: 0, rejected: 0 })

/** Never what stands in a cell: only where, and why. */
export interface Finding {
  sheet: SheetKey
  row: number
  outcome: 'changed' | 'conflict' | 'rejected'
  column: string
  zh: string
  en: string
}

/** What became of rows, and how each that was loaded read. */
export class Judged {
  readonly counts = new Map<SheetKey, Counts>()
  readonly findings: Finding[] = []
  readonly loaded: Array<{ id: string; division: string; digest: Buffer }> = []

  count(sheet: SheetKey, outcome: Outcome): void {
    const counts = this.counts.get(sheet) ?? noCounts()
    counts[outcome] += 1
    this.counts.set(sheet, counts)
  }

  find(finding: Finding): void {
    this.count(finding.sheet, finding.outcome)
    this.findings.push(finding)
  }
}
