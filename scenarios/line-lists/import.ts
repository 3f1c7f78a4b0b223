import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { answer, type Sent, type Session, sentBy } from '../xinglong-2020/api.ts'
import { runAsCommand } from '../xinglong-2020/choices.ts'
import { ScenarioError } from '../xinglong-2020/figures.ts'
import { signInAtDesk } from '../xinglong-2020/seats.ts'
import { type Mapping, readMapping } from './mapping.ts'
import { type LineList, type ListedPerson, readLineList } from './read.ts'

const USAGE =
  'node scenarios/line-lists/import.ts MAPPING.json --county CODE (--welcome CODE | --token TOKEN) [--url http://127.0.0.1:8130]'
const AT_ONCE = 1000

export interface Imported extends Sent {
  list: LineList
}

/** Loads one published list through the public API, at the desk of a county. Loading it again changes nothing. */
export async function importLineList(desk: Session, county: string, file: URL): Promise<Imported> {
  const mapping = readMapping(file)
  const list = readLineList(readFileSync(new URL(mapping.file, file), 'utf8'), mapping, county)
  const sent: Sent[] = []
  // Persons come with their illness; who travelled or met whom is said of persons who are there.
  for (const batch of batches(list, county)) sent.push(...(await batch(desk)))
  await define(desk, mapping)
  const sum = (key: keyof Sent) => sent.reduce((total, one) => total + one[key], 0)
  return { list, fresh: sum('fresh'), again: sum('again') }
}

function batches({ persons, journeys, contacts }: LineList, county: string) {
  const told = ({ id, recordedAt }: Pick<ListedPerson, 'id' | 'recordedAt'>) => {
    return { id, division: county, recordedAt, learnedFrom: 'import' as const }
  }
  const illness = persons.map(({ personId, name, onsetAt, state, ...one }) => ({
    ...told(one),
    person: { id: personId, name },
    onsetAt,
    onsetEstimated: true,
    state,
  }))
  const travel = journeys.map(({ personId, from, via, to, leftAt, arrivedAt, ...one }) => ({
    ...told(one),
    person: { personId },
    from,
    via,
    to,
    leftAt,
    leftEstimated: leftAt !== null,
    arrivedAt,
    arrivedEstimated: true,
  }))
  const met = contacts.map(({ personId, with: other, kind, at, ...one }) => ({
    ...told(one),
    person: { personId },
    with: { personId: other },
    firstAt: at,
    firstEstimated: true,
    lastAt: at,
    lastEstimated: true,
    kind,
  }))
  return [
    (desk: Session) =>
      inParts(illness, (items) => answer('illness', () => desk.POST('/exposures/illness/batch', { body: { items } }))),
    (desk: Session) =>
      inParts(travel, (items) => answer('journeys', () => desk.POST('/exposures/travel/batch', { body: { items } }))),
    (desk: Session) =>
      inParts(met, (items) => answer('contacts', () => desk.POST('/exposures/contacts/batch', { body: { items } }))),
  ]
}

type Verdicts = Parameters<typeof sentBy>[1]

async function inParts<T>(all: readonly T[], post: (items: T[]) => Promise<{ verdicts: Verdicts }>): Promise<Sent[]> {
  const sent: Sent[] = []
  for (let from = 0; from < all.length; from += AT_ONCE) {
    sent.push(sentBy('line list', (await post(all.slice(from, from + AT_ONCE))).verdicts))
  }
  return sent
}

async function define(desk: Session, { categories }: Mapping): Promise<void> {
  for (const body of categories) {
    await answer(`category ${body.code}`, () => desk.POST('/line-list/categories', { body }))
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8130' },
      county: { type: 'string' },
      token: { type: 'string' },
      welcome: { type: 'string' },
    },
  })
  const [file] = positionals
  const { url, county, token = null, welcome = null } = values
  if (!file || !county) throw new ScenarioError(USAGE)
  const desk = await signInAtDesk({ url, county, token, welcome })
  const { list, fresh, again } = await importLineList(desk, county, pathToFileURL(file))
  const { persons, journeys, contacts } = list
  const counts = `${persons.length} / ${journeys.length} / ${contacts.length}`
  console.log(`人员、行程、接触 / persons, journeys, contacts: ${counts}; 新 new ${fresh}, 已有 there already ${again}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) runAsCommand(main)
