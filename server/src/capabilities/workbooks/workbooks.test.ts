import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { anIdNumber } from '../people/people.factory.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aWorkbook, base64, destroyDue, type Lines, manyHouseholds, sent, workOff } from './workbooks.factory.ts'

async function aCounty(stage: Scenario) {
  await stage.inside((ctx) => keepInventedDivisions(ctx))
  const here = `${stage.county}100201`
  return { here, desk: await stage.as.countyDesk() }
}
type Row = Record<string, number | string>
const bySheet = (rows: Row[]) =>
  Object.fromEntries(
    rows.map(({ sheet, read, blank, new: fresh, changed, same, conflict, rejected }) => [
      sheet,
      { read, new: fresh, changed, same, conflict, rejected, blank },
    ]),
  )
const none = { new: 0, changed: 0, same: 0, conflict: 0, rejected: 0, blank: 0 }

/** A new village, its households and who answers for them. */
function wholeCounty(county: number): Lines {
  const village = `${county}109201`
  const { households, people } = manyHouseholds(village, 3)
  const holder = people[0]?.['document'] ?? ''
  return {
    divisions: [
      { code: `${county}109`, name: '新乡', level: '乡镇(街道)' },
      { code: village, name: '新村', level: '村' },
    ],
    posts: [
      { division: village, kind: 'village-cadre', title: '村支书', since: '2020-01-24', holder, duties: village },
      { division: village, kind: 'volunteer', title: '志愿者', since: '2020-01-24', duties: `${village}/第1组` },
    ],
    households,
    people,
  }
}

test(
  'a county comes as one workbook: previewed, loaded in steps, and the same file again changes nothing',
  scenario(async (stage) => {
    const { desk } = await aCounty(stage)
    const bytes = await aWorkbook(wholeCounty(stage.county))
    const id = newId()
    const first = await desk.post('/exchange/workbooks', { id, file: base64(bytes) })
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ state: 'previewing', parts: 3, done: 0, preview: [], applied: [] })
    expect((await desk.post(`/exchange/workbooks/${id}/apply`)).body.code).toBe('workbooks.not-previewed')
    await workOff(stage)
    const preview = (await desk.get(`/exchange/workbooks/${id}`)).body
    expect(preview).toMatchObject({ state: 'previewed', done: 3 })
    const allNew = {
      divisions: { ...none, read: 2, new: 2 },
      posts: { ...none, read: 2, new: 2 },
      households: { ...none, read: 3, new: 3 },
      people: { ...none, read: 9, new: 9 },
    }
    expect(bySheet(preview.preview)).toEqual(allNew)
    // Looking changes nothing.
    const count = () =>
      stage.inside(async ({ tx }) => {
        const [row] = await tx<{ homes: number; people: number; places: number; posts: number; audit: number }[]>`
          select (select count(*)::int from people.household where county = ${stage.county}) as homes,
            (select count(*)::int from people.person where county = ${stage.county}) as people,
            (select count(*)::int from places.division where county = ${stage.county}) as places,
            (select count(*)::int from responsibility.post where county = ${stage.county}) as posts,
            (select count(*)::int from kernel.feed_inbox where county = ${stage.county}) as audit`
        return row
      })
    expect(await count()).toMatchObject({ homes: 0, people: 0, places: 7, posts: 0 })
    expect((await desk.post(`/exchange/workbooks/${id}/apply`)).body.state).toBe('applying')
    await workOff(stage)
    const applied = (await desk.get(`/exchange/workbooks/${id}`)).body
    expect(applied).toMatchObject({ state: 'applied', done: 3 })
    expect(bySheet(applied.applied)).toEqual(allNew)
    const loaded = await count()
    expect(loaded).toMatchObject({ homes: 3, people: 9, places: 9, posts: 2 })
    const homes = (await desk.get(`/households?division=${stage.county}109201`, { purpose: 'home-visit' })).body.items
    expect(homes).toMatchObject([{ door: '1号', members: 3, block: '第1组', since: '2020-01-01' }, {}, {}])
    await stage.settle()
    const { items } = (await desk.get(`/responsibility/posts?area=${stage.county}109201`)).body
    const holders = items.map(({ kind, holder }: { kind: string; holder: object | null }) => [kind, holder !== null])
    expect(holders.sort()).toEqual([
      ['village-cadre', true],
      ['volunteer', false],
    ])

    const again = newId()
    await sent(stage, desk, again, bytes)
    await desk.post(`/exchange/workbooks/${again}/apply`)
    await workOff(stage)
    const second = (await desk.get(`/exchange/workbooks/${again}`)).body
    const allSame = Object.fromEntries(
      Object.entries(allNew).map(([sheet, { read }]) => [sheet, { ...none, read, same: read }]),
    )
    expect(bySheet(second.preview)).toEqual(allSame)
    expect(bySheet(second.applied)).toEqual(allSame)
    expect({ ...(await count()), audit: 0 }).toEqual({ ...loaded, audit: 0 })
  }),
)

test(
  'a corrected file brings the difference: somebody more, a phone that changed, and what only the county may decide',
  scenario(async (stage) => {
    const { desk, here } = await aCounty(stage)
    const lines = manyHouseholds(here, 2)
    await sent(stage, desk, newId(), await aWorkbook(lines))
    const [{ id }] = (await desk.get('/exchange/workbooks')).body.items
    await desk.post(`/exchange/workbooks/${id}/apply`)
    await workOff(stage)
    const [first, second, ...rest] = lines.people
    const people = [
      { ...first, phone: '13900000001' },
      { ...second },
      ...rest,
      { division: here, number: '0001', relation: '父母', name: '李秀兰', document: anIdNumber() },
      // Lives in the first household, and is said to live in the second as well.
      { division: here, number: '0002', name: '周小满', document: first?.['document'] ?? '' },
    ] as typeof lines.people
    const households = lines.households.map((one, at) => (at === 1 ? { ...one, door: '东头' } : one))
    const next = newId()
    await sent(stage, desk, next, await aWorkbook({ households, people }))
    // Looking at several corrections changes as little as looking at one.
    const statements = await stage.inside(({ tx }) => tx`select id from people.identity where county = ${stage.county}`)
    expect(statements).toHaveLength(6)
    const preview = (await desk.get(`/exchange/workbooks/${next}`)).body
    expect(bySheet(preview.preview)).toEqual({
      households: { ...none, read: 2, same: 1, conflict: 1 },
      people: { ...none, read: 8, new: 1, changed: 1, same: 5, rejected: 1 },
    })
    const findings = (await desk.get(`/exchange/workbooks/${next}/findings`)).body.items
    expect(findings).toMatchObject([
      { sheet: 'households', row: 3, column: 'E', outcome: 'conflict' },
      { sheet: 'people', row: 2, column: 'D', outcome: 'changed' },
      { sheet: 'people', row: 9, column: 'E', outcome: 'rejected', zh: '同一证件在前面的一行已出现' },
    ])
    await desk.post(`/exchange/workbooks/${next}/apply`)
    await workOff(stage)
    const applied = (await desk.get(`/exchange/workbooks/${next}`)).body
    expect(applied.applied).toEqual(preview.preview)
    const sought = { by: 'phone', phone: '13900000001' }
    const { items } = (await desk.post('/people/find', sought, { purpose: 'home-visit' })).body
    expect(items).toHaveLength(1)
  }),
)

test(
  'every cell that cannot be taken is named with its sheet, row and column in both languages, and the others go on',
  scenario(async (stage) => {
    const { desk, here } = await aCounty(stage)
    const card = anIdNumber()
    const wrong = `${card.slice(0, 17)}${card.endsWith('1') ? '2' : '1'}`
    const household = (number: string, rest: object = {}) => ({ division: here, number, since: '2020-01-01', ...rest })
    const lines: Lines = {
      households: [
        household('1'),
        household('2', { since: '去年' }),
        household('1'),
        { division: '110101001001', number: '9', since: '2020-01-01' },
        household('3'),
      ],
      people: [
        { division: here, number: '1', name: '周小满', document: card },
        { division: here, number: '1', name: '周小满', document: wrong },
        { division: here, number: '7', name: '周小满' },
        { division: here, number: '3', name: '周小满', sex: '男', document: anIdNumber(), phone: '12' },
        { division: here, number: '1', name: '', relation: '邻居' },
      ],
      posts: [
        { division: here, kind: 'king', title: '国王', since: '2020-01-24' },
        { division: here, kind: 'volunteer', title: '志愿者', since: '2020-01-24', holder: anIdNumber() },
      ],
    }
    const id = newId()
    await sent(stage, desk, id, await aWorkbook(lines))
    const { preview } = (await desk.get(`/exchange/workbooks/${id}`)).body
    expect(bySheet(preview)).toEqual({
      posts: { ...none, read: 2, rejected: 2 },
      households: { ...none, read: 5, new: 1, rejected: 4 },
      people: { ...none, read: 5, new: 1, rejected: 4 },
    })
    const all: Array<{ sheet: string; row: number; column: string; zh: string; en: string }> = []
    for (let after = ''; ; ) {
      const page = (await desk.get(`/exchange/workbooks/${id}/findings?limit=4${after && `&after=${after}`}`)).body
      all.push(...page.items)
      if (!page.next) break
      after = page.next
    }
    expect(all.map(({ sheet, row, column }) => `${sheet} ${column}${row}`)).toEqual([
      'households C3',
      'households B4',
      'households A5',
      'households B6',
      'people E3',
      'people B4',
      'people F5',
      'people C6',
      'people D6',
      'posts B2',
      'posts E3',
    ])
    for (const { zh, en } of all) expect([/\p{Script=Han}/u.test(zh), /[a-z]/i.test(en)]).toEqual([true, true])
    expect(JSON.stringify(all)).not.toContain(card.slice(0, 17))
  }),
)

test(
  'a township loads what is its own; nobody else sees it, and what is kept is destroyed after a day or at once',
  scenario(async (stage) => {
    const { desk, here } = await aCounty(stage)
    const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
    const other = await stage.as.role('township-officer', { division: `${stage.county}101` })
    const near = manyHouseholds(here, 1)
    const far = manyHouseholds(`${stage.county}101201`, 1)
    const id = newId()
    const both = { households: [...near.households, ...far.households], people: [...near.people, ...far.people] }
    await sent(stage, officer, id, await aWorkbook(both))
    const view = (await officer.get(`/exchange/workbooks/${id}`)).body
    expect(bySheet(view.preview)['people']).toEqual({ ...none, read: 6, new: 3, rejected: 3 })
    expect((await other.get(`/exchange/workbooks/${id}`)).body.code).toBe('workbooks.unknown')
    const cadre = await stage.as.role('village-cadre', { division: here })
    expect((await cadre.get('/exchange/template')).status).toBe(403)
    const contents = () =>
      stage.inside(async ({ tx }) => (await tx`select content from workbooks.part where workbook_id = ${id}`).length)
    expect(await contents()).toBe(1)
    expect((await desk.post(`/exchange/workbooks/${id}/discard`)).body.state).toBe('destroyed')
    expect(await contents()).toBe(0)
    expect((await officer.post(`/exchange/workbooks/${id}/apply`)).body.code).toBe('workbooks.gone')

    const late = newId()
    await sent(stage, officer, late, await aWorkbook(near))
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    await destroyDue(stage, tomorrow)
    expect((await officer.get(`/exchange/workbooks/${late}`)).body).toMatchObject({ state: 'destroyed' })
  }),
)

test(
  'the template is read by its own reader: headings in two languages, and an example that is not loaded',
  scenario(async (stage) => {
    const { desk } = await aCounty(stage)
    const { body } = await desk.get('/exchange/template')
    expect(body.fileName).toMatch(/[.]xlsx$/)
    const id = newId()
    const reply = await desk.post('/exchange/workbooks', { id, file: body.content })
    expect(reply.status).toBe(201)
    await workOff(stage)
    const view = (await desk.get(`/exchange/workbooks/${id}`)).body
    const example = { ...none, read: 1, blank: 1 }
    expect(bySheet(view.preview)).toEqual({
      divisions: example,
      posts: example,
      households: example,
      people: example,
    })
  }),
)
