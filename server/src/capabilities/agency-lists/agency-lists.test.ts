import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { writeWorkbook } from '../exchange/index.ts'
import { anIdNumber } from '../people/people.factory.ts'
import {
  aCsv,
  aList,
  aVillage,
  COLUMNS,
  FOR_LISTS,
  HEADINGS,
  inBase64,
  inDays,
  received,
} from './agency-lists.factory.ts'

const AT = '2020-02-11T10:00:00+08:00'

test(
  'every row is matched, in doubt, new, rejected or blank, and the receipt adds up',
  scenario(async (stage) => {
    const { desk, residents, village } = await aVillage(stage)
    const [zhou, wang] = residents
    if (!zhou || !wang) throw new Error('nobody lives there')
    const slip = zhou.number.replace(/^130899/, '130898')
    const file = aCsv(
      ['1', '周小满', zhou.number, '', ''],
      ['2', '王德海', '', wang.phone, ''],
      ['3', '周晓满', slip, '', ''],
      ['4', '', '', '', ''],
      ['5', '李春华', anIdNumber(), '', '西乡榆树沟村'],
      ['', '', '', '', ''],
      ['7', '赵大海', '1.30899E+17', wang.phone, ''],
    )
    const { list, counts, entries } = await received(desk, file)
    expect(counts).toEqual({ read: 7, created: 1, matched: 2, conflict: 1, rejected: 2, blank: 1 })
    expect(entries.map(({ nth, outcome }: { nth: number; outcome: string }) => [nth, outcome])).toEqual([
      [2, 'matched'],
      [3, 'matched'],
      [4, 'conflict'],
      [5, 'rejected'],
      [6, 'created'],
      [8, 'rejected'],
    ])
    expect(entries[0]).toMatchObject({
      division: village,
      sender: '县公安局',
      reasons: ['document-same', 'name-same', 'birth-same'],
      said: { name: '周*满', document: expect.stringMatching(/^130899\*{8}/) },
      known: { id: zhou.id, name: '周*满' },
      undecided: false,
    })
    expect(entries[1]).toMatchObject({ known: { id: wang.id }, reasons: ['name-same', 'phone-same'] })
    expect(entries[2]).toMatchObject({ known: null, undecided: true, division: village })
    expect(entries[5].reasons).toEqual(['document-damaged'])
    const { body } = await desk.get('/agency-lists')
    expect(body.items).toMatchObject([
      { id: list.id, state: 'open', counts, progress: { entries: 6, undecided: 1, open: 4, rejected: 2 } },
    ])
  }),
)

test(
  'the same file a second time changes nothing; from another sender it is another list',
  scenario(async (stage) => {
    const { desk, residents } = await aVillage(stage)
    const file = aCsv(['1', residents[0]?.name ?? '', residents[0]?.number ?? '', '', ''])
    const { list, counts } = await received(desk, file)
    const again = await desk.post('/agency-lists', aList(file, { purpose: '再发一次' }))
    expect(again.body).toEqual({ id: list.id, arrival: 'again', counts })
    expect((await desk.get('/agency-lists')).body.items).toHaveLength(1)
    const other = await desk.post('/agency-lists', aList(file, { sender: '县交通局' }))
    expect(other.body).toMatchObject({ arrival: 'new' })
    const taken = await desk.post('/agency-lists', aList(aCsv(['1', '甲乙', '', '15400000009', '']), { id: list.id }))
    expect(taken).toMatchObject({ status: 409, body: { code: 'agency-lists.list-id-taken' } })
  }),
)

test(
  'an entry in doubt is decided by the village, answered, and seen by nobody of another village',
  scenario(async (stage) => {
    const { desk, cadre, residents, village } = await aVillage(stage)
    const [zhou] = residents
    if (!zhou) throw new Error('nobody lives there')
    const { list } = await received(desk, aCsv(['1', '周晓满', zhou.number.replace(/^130899/, '130898'), '', '']))
    const listed = await cadre.get('/agency-list-entries?state=undecided', FOR_LISTS)
    const [entry] = listed.body.items
    expect(listed.body.items).toHaveLength(1)
    const beside = await cadre.get(`/agency-list-entries/${entry.id}`, FOR_LISTS)
    expect(beside.body.candidates).toMatchObject([
      { id: zhou.id, name: '周*满', reasons: expect.arrayContaining(['document-slip', 'name-sound']) },
    ])
    const answer = { id: newId(), recordedAt: AT, answer: 'away', note: '在北京,正月初八走的' }
    const early = await cadre.post(`/agency-list-entries/${entry.id}/answers`, answer)
    expect(early).toMatchObject({ status: 409, body: { code: 'agency-lists.entry-undecided' } })
    const decision = { id: newId(), recordedAt: AT, personId: zhou.id }
    const decide = () => cadre.post(`/agency-list-entries/${entry.id}/identifications`, decision)
    expect((await decide()).body).toEqual({ id: decision.id, arrival: 'new' })
    expect((await decide()).body).toEqual({ id: decision.id, arrival: 'again' })
    expect((await cadre.post(`/agency-list-entries/${entry.id}/answers`, answer)).status).toBe(201)
    const answered = await cadre.get(`/agency-list-entries/${entry.id}`, FOR_LISTS)
    expect(answered.body).toMatchObject({
      answer: 'away',
      note: '在北京,正月初八走的',
      known: { id: zhou.id },
      undecided: false,
    })

    const elsewhere = await stage.as.role('village-cadre', { division: `${stage.county}101201` })
    expect((await elsewhere.get('/agency-list-entries?state=all', FOR_LISTS)).body.items).toEqual([])
    expect((await elsewhere.get('/agency-lists')).body.items).toEqual([])
    expect(await elsewhere.get(`/agency-list-entries/${entry.id}`, FOR_LISTS)).toMatchObject({ status: 404 })
    expect(await elsewhere.post(`/agency-list-entries/${entry.id}/answers`, { ...answer, id: newId() })).toMatchObject({
      status: 404,
    })
    const [own] = (await cadre.get('/agency-lists')).body.items
    expect(own).toMatchObject({ id: list.id, counts: null, state: 'answered', progress: { entries: 1, away: 1 } })
    expect(village).toBe(entry.division)
  }),
)

test(
  'somebody whom nobody knew becomes a person when somebody has met them, and not before',
  scenario(async (stage) => {
    const { desk } = await aVillage(stage)
    const document = { kind: 'resident-id', number: anIdNumber() }
    const { entries } = await received(desk, aCsv(['1', '李春华', document.number, '15400000077', '西乡榆树沟村']))
    const [entry] = entries
    const find = () => desk.post('/people/find', { by: 'document', document }, { purpose: 'agency-list-check' })
    expect((await find()).body.items).toEqual([])
    const unmet = { id: newId(), recordedAt: AT, answer: 'not-found', register: true }
    expect(await desk.post(`/agency-list-entries/${entry.id}/answers`, unmet)).toMatchObject({
      status: 409,
      body: { code: 'agency-lists.cannot-register' },
    })
    const seen = { id: newId(), recordedAt: AT, answer: 'seen', register: true }
    const { body } = await desk.post(`/agency-list-entries/${entry.id}/answers`, seen)
    expect(body).toMatchObject({ arrival: 'new', personId: expect.any(String) })
    expect((await find()).body.items).toMatchObject([{ id: body.personId, name: '李*华' }])
    expect((await desk.post(`/agency-list-entries/${entry.id}/answers`, seen)).body).toEqual({
      ...body,
      arrival: 'again',
    })
  }),
)

test(
  'a row is shown whole to whoever has to find somebody; numbers only to those who compare them',
  scenario(async (stage) => {
    const { desk, cadre, residents } = await aVillage(stage)
    const [zhou] = residents
    if (!zhou) throw new Error('nobody lives there')
    const { entries } = await received(desk, aCsv(['电话13912345678', zhou.name, zhou.number, '', '东镇榆树沟村3号']))
    const [entry] = entries
    expect(entry.said).toMatchObject({ name: '周*满', address: '东镇榆树沟村*号' })
    const show = (client: typeof desk) => client.post(`/agency-list-entries/${entry.id}/cells`, {}, FOR_LISTS)
    const textsOf = (body: { cells: { text: string }[] }) => body.cells.map(({ text }) => text)
    expect(textsOf((await show(desk)).body)).toEqual(['电话13912345678', zhou.name, zhou.number, '', '东镇榆树沟村3号'])
    expect(textsOf((await show(cadre)).body)).toEqual([
      '电话139…',
      zhou.name,
      `130899********${zhou.number.slice(14)}`,
      '',
      '东镇榆树沟村3号',
    ])
    const looks = await desk.get(`/people/${zhou.id}/accesses`, { purpose: 'resident-request' })
    expect(looks.body.items.map(({ fields }: { fields: string[] }) => fields.join(' '))).toContain('name address')
  }),
)

test(
  'headings are suggested, confirmed, and remembered for the sender',
  scenario(async (stage) => {
    const { desk, residents } = await aVillage(stage)
    const rows = [
      ['名单'],
      [],
      ['编号', '对象', '身份证号', '手机'],
      ['甲', residents[0]?.name ?? '', residents[0]?.number ?? '', ''],
    ]
    const file = inBase64(
      await writeWorkbook([
        { name: '封面', rows: [] },
        { name: '名单', rows },
      ]),
    )
    const preview = (given: object = {}) => desk.post('/agency-lists/preview', { sender: '县卫健局', file, ...given })
    const first = (await preview()).body
    expect(first).toMatchObject({ format: 'xlsx', headerRow: 3, read: 1, usable: 1, receivedBefore: null })
    expect(first.sheets).toMatchObject([
      { name: '封面', rows: 0, chosen: false },
      { name: '名单', chosen: true },
    ])
    expect(first.columns.map(({ field }: { field: string }) => field)).toEqual(['other', 'other', 'document', 'phone'])
    expect(JSON.stringify(first.sample)).not.toContain(residents[0]?.number)
    const columns = first.columns.map(({ heading, field }: { heading: string; field: string }) => ({
      heading,
      field: heading === '对象' ? 'name' : field,
    }))
    const said = (await preview({ columns })).body
    expect(said.columns[1]).toMatchObject({ field: 'name', from: 'said' })
    await received(desk, file, { sender: '县卫健局', columns })
    const second = (await preview()).body
    expect(second.columns[1]).toMatchObject({ field: 'name', from: 'remembered' })
    expect(second.receivedBefore).toEqual(expect.any(String))
    expect((await desk.post('/agency-lists/preview', { sender: '县交通局', file })).body.columns[1].field).toBe('other')
  }),
)

test(
  'what was not confirmed is not taken in, and nothing of it is kept',
  scenario(async (stage) => {
    const { desk } = await aVillage(stage)
    const file = aCsv(['1', '甲乙', '', '15400000009', ''])
    const refused = async (given: object, body = file) => {
      const { status, body: problem } = await desk.post('/agency-lists', aList(body, given))
      return `${status} ${problem.code}`
    }
    expect(await refused({ columns: COLUMNS.slice(0, 4) })).toBe('422 agency-lists.columns-differ')
    expect(await refused({ columns: COLUMNS.map((one) => ({ ...one, field: 'name' })) })).toBe(
      '422 agency-lists.field-twice',
    )
    expect(await refused({ columns: COLUMNS.map((one) => ({ ...one, field: 'other' })) })).toBe(
      '422 agency-lists.nothing-to-match-by',
    )
    expect(await refused({ expiresOn: inDays(-1) })).toBe('422 agency-lists.expiry-outside')
    expect(await refused({ expiresOn: inDays(91) })).toBe('422 agency-lists.expiry-outside')
    expect(await refused({ sheet: '没有' })).toBe('422 agency-lists.sheet-unknown')
    expect(await refused({}, aCsv())).toBe('422 agency-lists.list-empty')
    expect(await refused({}, 'AAA')).toBe('422 kernel.input-invalid')
    expect(await refused({}, '!!!!')).toBe('422 agency-lists.file-unreadable')
    expect(await refused({}, inBase64(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('422 exchange.old-format')
    expect((await desk.get('/agency-lists')).body.items).toEqual([])
    const cadre = await stage.as.role('village-cadre', { division: `${stage.county}100201` })
    expect((await cadre.post('/agency-lists', aList(file))).status).toBe(403)
    expect(HEADINGS).toHaveLength(COLUMNS.length)
  }),
)
