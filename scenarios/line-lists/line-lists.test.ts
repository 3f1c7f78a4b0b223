import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { welcomeFirstPerson } from '../../server/src/capabilities/access/index.ts'
import { type Scenario as Stage, scenario } from '../../server/test/scenario/scenario.ts'
import { signInAtDesk } from '../xinglong-2020/seats.ts'
import { importLineList } from './import.ts'
import { readMapping } from './mapping.ts'
import { readLineList } from './read.ts'

const at = (name: string) => new URL(`./lists/${name}`, import.meta.url)
const textOf = (name: string) => readFileSync(at(`${name}.csv`), 'utf8')
/** Counted in the file as it lies there, without reader or mapping. */
const linesOf = (name: string) => textOf(name).trim().split('\n').slice(1)
const having = (name: string, what: RegExp) => linesOf(name).filter((line) => what.test(line)).length
const tracing = { purpose: 'contact-tracing' } as const

let listening: Promise<string> | null = null
/** The importer speaks HTTP to an address. */
function listen({ server }: Stage): Promise<string> {
  listening ??= server.listen({ host: '127.0.0.1', port: 0 })
  return listening
}

async function imported(there: Stage, name: string) {
  const { app, county: number, as, settle } = there
  const county = String(number)
  const url = await listen(there)
  const given = await welcomeFirstPerson(app.kernel, number, new Date())
  const desk = await signInAtDesk({ url, county, token: null, welcome: given?.code ?? '' })
  const once = await importLineList(desk, county, at(`${name}.json`))
  const again = await importLineList(desk, county, at(`${name}.json`))
  await settle()
  const reader = await as.countyDesk()
  const counts = async (asOf?: string): Promise<Record<string, number>> => {
    const { body } = await reader.get(`/line-list/categories${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`)
    return Object.fromEntries(body.items.map(({ code, members }: { code: string; members: number }) => [code, members]))
  }
  const rowOf = new Map(once.list.persons.map(({ personId, name: label }) => [personId, label.split('#')[1]]))
  const idOf = (row: string) => [...rowOf].find(([, of]) => of === row)?.[0]
  const rowsOf = (persons: ReadonlyArray<{ id: string }>) =>
    persons
      .map(({ id }) => Number(rowOf.get(id)))
      .sort()
      .join(' ')
  return { once, again, reader, counts, idOf, rowsOf }
}

test(
  'the 2020 list of cases outside Hubei: Wuhan within Hubei, by moments, and loading twice changes nothing',
  scenario(async (there) => {
    const list = 'ncov-outside-hubei-2020'
    const { once, again, counts, idOf, reader } = await imported(there, list)
    const wuhan = having(list, /Wuhan/)
    expect([linesOf(list).length, wuhan, having(list, /Hubei/)]).toEqual([104, 37, 4])
    expect(once).toMatchObject({ fresh: 104 + 37 + 4, again: 0 })
    expect(again).toMatchObject({ fresh: 0, again: once.fresh })
    expect(await counts()).toEqual({ 'ncov-hubei': 41, 'ncov-wuhan': wuhan, 'ncov-without-hubei': 104 - 41 })
    // The family that was back on 4 January (5), and rows 5, 19, 21, 22 and 27; 2 and 3 changed trains.
    expect(await counts('2020-01-05T00:00:00+08:00')).toMatchObject({ 'ncov-wuhan': 5 + 1 })
    expect(await counts('2020-01-12T00:00:00+08:00')).toMatchObject({ 'ncov-hubei': 12, 'ncov-wuhan': 12 })
    const why = await reader.get(`/exposures/persons/${idOf('2')}/why?category=ncov-wuhan`, tracing)
    expect(why.body).toMatchObject({ member: true, grounds: [{ fact: 'travel', at: '2020-01-10T04:00:00.000Z' }] })
  }),
)

test(
  'the first 192 of the 2022 mpox list: places abroad, part within part, one ruled out',
  scenario(async (there) => {
    const list = 'mpox-2022'
    const { counts } = await imported(there, list)
    const travelled = having(list, /,Y,/)
    expect([linesOf(list).length, travelled]).toEqual([192, 14])
    expect(await counts()).toEqual({
      'mpox-cases': having(list, /confirmed|suspected/),
      'mpox-contacts': having(list, /,\d+,(Household)?,[NY]?,/),
      'mpox-travelled': travelled,
      'mpox-from-europe': having(list, /,Y,.*(England|Spain|Portugal|Western Europe),/),
      'mpox-from-portugal': having(list, /,Y,.*Portugal,/),
    })
    expect(having(list, /confirmed|suspected/)).toBe(191)
  }),
)

test(
  'the 2022 list of Ebola in Uganda: contacts within cases, those at home within them, and rings',
  scenario(async (there) => {
    const list = 'ebola-uganda-2022'
    const { counts, idOf, reader, rowsOf } = await imported(there, list)
    const named = having(list, /,Y,\d+,/)
    expect([linesOf(list).length, named, having(list, /Probable/)]).toEqual([129, 12, 20])
    // Twelve rows name another; 44 and 65 are named and name nobody.
    expect(await counts()).toEqual({ 'ebola-cases': 129, 'ebola-contacts': 14, 'ebola-household-contacts': 4 })
    const rings = await reader.get(`/exposures/rings?personId=${idOf('65')}`, tracing)
    const nodes: Array<{ ring: number; person: { id: string } }> = rings.body.nodes
    expect(rowsOf(nodes.filter(({ ring }) => ring === 1).map(({ person }) => person))).toBe('100 101 102 103 75 98 99')
    expect(rings.body.edges).toHaveLength(7)
    // The edition of those days asks for five at one table, and the most here are two.
    const clusters = await reader.get('/exposures/clusters?asOf=2022-10-27T12:00:00Z', tracing)
    expect(clusters.body).toMatchObject({ rules: [{ cases: 5, days: 14, scope: 'small-setting' }], items: [] })
  }),
)

test('what a mapping does not cover stops the import and says where', () => {
  const mapping = readMapping(at('mpox-2022.json'))
  const text = textOf('mpox-2022')
  expect(() => readLineList(text.replace('Household', 'Sauna'), mapping, '130822')).toThrow(/"Sauna".*\(mpox-2022, 2\)/)
  expect(() => readLineList(text.replace('Lagos', 'Accra'), mapping, '130822')).toThrow('Nigeria, Accra')
  expect(() => readLineList(text.replace('Date_entry', 'Entered'), mapping, '130822')).toThrow('Date_entry')
  expect(() => readLineList(text.replace('\n2,', '\n1,'), mapping, '130822')).toThrow('twice')
  expect(() => readLineList(text.replace(',99,,', ',990,,'), mapping, '130822')).toThrow('"990"')
})
