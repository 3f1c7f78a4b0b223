import type { exposureRules } from '@qunfang/client/rules'
import { parse } from 'csv-parse/sync'
import { ScenarioError } from '../xinglong-2020/figures.ts'
import { namedId } from '../xinglong-2020/random.ts'
import type { Day, Mapping } from './mapping.ts'

type Row = Record<string, string>
type Whereabouts = { code: string } | { place: string }
interface Fact {
  id: string
  recordedAt: string
  personId: string
}
export interface ListedPerson extends Fact {
  name: string
  onsetAt: string
  state: exposureRules.IllnessState
}
export interface ListedJourney extends Fact {
  from: Whereabouts
  via: Whereabouts[]
  to: Whereabouts
  leftAt: string | null
  arrivedAt: string
}
export interface ListedContact extends Fact {
  with: string
  kind: exposureRules.ContactKind
  at: string
}
export interface LineList {
  persons: ListedPerson[]
  journeys: ListedJourney[]
  contacts: ListedContact[]
}

/** A published line list, read as its mapping says. What the mapping does not cover stops it: nothing is guessed, nothing left out. */
export function readLineList(text: string, mapping: Mapping, county: string): LineList {
  const rows: Row[] = parse(text, { columns: true, bom: true, skip_empty_lines: true })
  for (const column of columnsOf(mapping)) {
    if (rows[0] && !(column in rows[0])) throw new ScenarioError(`没有这一列 / No such column: ${column}`)
  }
  const idOf = (kind: string, row: Row) => namedId(county, mapping.list, kind, said(row, mapping.person.id))
  const people = new Map(rows.map((row) => [said(row, mapping.person.id), idOf('person', row)]))
  if (people.size < rows.length) throw new ScenarioError(`编号有重复 / An id occurs twice: ${mapping.person.id}`)
  const fact = (kind: string, row: Row): Fact => ({
    id: idOf(kind, row),
    recordedAt: dayOf(row, mapping.recorded, mapping) ?? missing(row, mapping, 'recorded'),
    personId: idOf('person', row),
  })
  return {
    persons: rows.map((row) => ({ ...fact('illness', row), ...personOf(row, mapping) })),
    journeys: rows.flatMap((row) => journeyOf(row, mapping).map((own) => ({ ...fact('travel', row), ...own }))),
    contacts: rows.flatMap((row) =>
      contactOf(row, mapping, people).map((own) => ({ ...fact('contact', row), ...own })),
    ),
  }
}

function personOf(row: Row, mapping: Mapping) {
  const { onset, state } = mapping.illness
  return {
    name: mapping.person.label.replace('{id}', said(row, mapping.person.id)),
    onsetAt: dayOf(row, onset, mapping) ?? missing(row, mapping, 'onset'),
    state: 'always' in state ? state.always : wordOf(row, state, mapping),
  }
}

function journeyOf(row: Row, mapping: Mapping) {
  const { travel } = mapping
  if (!travel) return []
  const leg = meant(row, travel.said, travel.legs, mapping)
  if (!leg) return []
  const to = meant(row, travel.to.said, travel.to.places, mapping) ?? missing(row, mapping, 'to')
  const leftAt = travel.left ? dayOf(row, travel.left, mapping) : null
  const arrivedAt = dayOf(row, travel.arrived, mapping) ?? missing(row, mapping, 'arrived')
  return [{ ...leg, to, leftAt, arrivedAt }]
}

function contactOf(row: Row, mapping: Mapping, people: ReadonlyMap<string, string>) {
  const { contacts } = mapping
  const other = contacts && said(row, contacts.with)
  if (!other) return []
  const at = dayOf(row, contacts.day, mapping) ?? missing(row, mapping, 'contact')
  return [{ with: people.get(other) ?? unknown(row, mapping, other), kind: wordOf(row, contacts.kind, mapping), at }]
}

const said = (row: Row, column: string): string => (row[column] ?? '').trim()

const wordOf = <T>(row: Row, { column, words }: { column: string; words: Record<string, T> }, mapping: Mapping): T =>
  words[said(row, column)] ?? unknown(row, mapping, said(row, column))

function meant<T>(row: Row, ways: readonly string[][], meanings: Record<string, T | null>, mapping: Mapping): T | null {
  const texts = ways.map((columns) =>
    columns
      .map((column) => said(row, column))
      .filter(Boolean)
      .join(', '),
  )
  const text = texts.find(Boolean)
  if (text === undefined) return null
  const meaning = meanings[text]
  return meaning === undefined ? unknown(row, mapping, text) : meaning
}

const forms = {
  'day.month.year': /(?<day>\d\d)\.(?<month>\d\d)\.(?<year>\d{4})/g,
  'year-month-day': /(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)/g,
}

/** Midday at the place of the list, of the first column that names a day. */
function dayOf(row: Row, day: Day, { offset }: Mapping): string | null {
  for (const column of day.columns) {
    const text = said(row, column)
    const days = [...text.matchAll(forms[day.form])].map(
      ({ groups = {} }) => `${groups.year}-${groups.month}-${groups.day}`,
    )
    const found = day.words[text] ?? days.at(day.which === 'first' ? 0 : -1)
    if (found) return `${found}T12:00:00${offset}`
  }
  return day.otherwise ? `${day.otherwise}T12:00:00${offset}` : null
}

function columnsOf({ person, recorded, illness, travel, contacts }: Mapping): string[] {
  const days = [recorded, illness.onset, travel?.left, travel?.arrived, contacts?.day]
  return [
    person.id,
    ...days.flatMap((day) => day?.columns ?? []),
    ...('column' in illness.state ? [illness.state.column] : []),
    ...(travel ? [...travel.said, ...travel.to.said].flat() : []),
    ...(contacts ? [contacts.with, contacts.kind.column] : []),
  ]
}

function unknown(row: Row, mapping: Mapping, text: string): never {
  const id = said(row, mapping.person.id)
  throw new ScenarioError(
    `对照表里没有“${text}” / The mapping does not say what "${text}" means (${mapping.list}, ${id})`,
  )
}

function missing(row: Row, mapping: Mapping, what: string): never {
  const id = said(row, mapping.person.id)
  throw new ScenarioError(`缺少 ${what} / Nothing to read for ${what} (${mapping.list}, ${id})`)
}
