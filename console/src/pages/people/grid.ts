import { peopleRules } from '@qunfang/client/rules'
import type { Refusal } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { dayOf } from '../../ui/format.ts'
import type { NewMember } from './queries.ts'

type Relation = (typeof peopleRules.relations)[number]
type Kind = (typeof peopleRules.documentKinds)[number]
type Words = peopleRules.Words

/** One line of the grid, as typed. Its id is the one it is sent under, so that sending again is harmless. */
export interface Row {
  id: string
  relation: Relation
  name: string
  kind: Kind
  number: string
  phone: string
  moves: boolean
}
export type Cell = 'relation' | 'name' | 'number' | 'phone'
/** What is wrong, by row and cell. */
export type Wrong = ReadonlyMap<string, Partial<Record<Cell, Words>>>

export const emptyRow = (relation: Relation = 'not-said'): Row => ({
  id: newId(),
  relation,
  name: '',
  kind: 'resident-id',
  number: '',
  phone: '',
  moves: false,
})
export const isEmpty = ({ name, number, phone }: Row): boolean => `${name}${number}${phone}`.trim() === ''
export const filled = (rows: readonly Row[]): Row[] => rows.filter((row) => !isEmpty(row))

/** There is always one more line to type in. */
export const withSpare = (rows: readonly Row[]): Row[] =>
  rows.length === 0 || !isEmpty(rows.at(-1) as Row) ? [...rows, emptyRow()] : [...rows]

export function checkRow(row: Row): Partial<Record<Cell, Words>> {
  const wrong: Partial<Record<Cell, Words>> = {}
  if (row.number.trim() && row.kind !== 'none') {
    const checked = peopleRules.checkDocument({ kind: row.kind, number: row.number }, { today: dayOf(new Date()) })
    if (!checked.ok) wrong.number = peopleRules.reasons[checked.reason]
  }
  if (row.phone.trim()) {
    const checked = peopleRules.checkPhone(row.phone)
    if (!checked.ok) wrong.phone = peopleRules.reasons[checked.reason]
  }
  return wrong
}

/** What can be said without asking the server: wrong numbers, the same number twice, a second head. */
export function checkRows(rows: readonly Row[]): Wrong {
  const wrong = new Map<string, Partial<Record<Cell, Words>>>()
  const numbers = new Set<string>()
  let heads = 0
  for (const row of filled(rows)) {
    const own = checkRow(row)
    const number = `${row.kind} ${row.number.trim().toUpperCase()}`
    if (row.number.trim() && numbers.has(number)) own.number ??= peopleRules.memberReasons.twice
    numbers.add(number)
    if (row.relation === 'head') heads += 1
    if (row.relation === 'head' && heads > 1) own.relation = peopleRules.memberReasons['second-head']
    if (Object.keys(own).length > 0) wrong.set(row.id, own)
  }
  return wrong
}

const cellOf = (path: string): Cell =>
  path.startsWith('document')
    ? 'number'
    : path.startsWith('phone')
      ? 'phone'
      : path === 'relation'
        ? 'relation'
        : 'name'

/** The server's word about each cell. */
export function wrongOf(refusal: Refusal, sent: readonly Row[]): Wrong {
  const wrong = new Map<string, Partial<Record<Cell, Words>>>()
  for (const { path, zh, en } of refusal.issues) {
    const [, nth = '', rest = ''] = /^members\.(\d+)\.?(.*)$/.exec(path) ?? []
    const row = sent[Number(nth)]
    if (nth === '' || !row) continue
    wrong.set(row.id, { ...wrong.get(row.id), [cellOf(rest)]: { zh, en } })
  }
  return wrong
}

/** Somebody who is recorded in another household: only then the grid asks whether they move. */
export const livesElsewhere = (words: Words | undefined): boolean =>
  words?.en === peopleRules.memberReasons.elsewhere.en

export const toMembers = (rows: readonly Row[]): NewMember[] =>
  rows.map(({ id, relation, name, kind, number, phone, moves }) => ({
    id,
    relation,
    moves,
    name: name.trim() || null,
    document: number.trim() && kind !== 'none' ? { kind, number: number.trim() } : null,
    phone: phone.trim() || null,
  }))

/** Lines of a spreadsheet: name, number and phone in any order, told apart by what they are. */
export function pasted(text: string): Row[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((line) => line.some((cell) => cell !== ''))
    .map((line) => {
      const row = emptyRow()
      for (const cell of line) {
        if (peopleRules.checkPhone(cell).ok) row.phone ||= cell
        else if (/^\d{15}(\d{2}[\dXx])?$/.test(cell)) row.number ||= cell
        else if (/[\p{L}]/u.test(cell)) row.name ||= cell
      }
      return row
    })
}
