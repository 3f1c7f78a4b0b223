import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { openDatabase } from '../../kernel/db.ts'
import { openClerk } from '../../kernel/feed.ts'
import { openMetrics, silentLog } from '../../kernel/log.ts'
import { type Actor, type Ctx, type Kernel, nobody, type Purpose, type Role, transact } from '../../kernel/operation.ts'
import { useKeys } from '../../kernel/seal.ts'
import { type Enrolled, enrolMany, type Traveller } from './enrol.ts'
import { maskedMany } from './looking.ts'
import { anIdNumber, aTraveller } from './people.factory.ts'

const COUNTY = 130991
const [east, west] = ['130991100', '130991200']
let kernel: Kernel
let owner: postgres.Sql
beforeAll(() => {
  const config = readConfig({ DATABASE_URL: inject('ownerUrl'), QUNFANG_DATA: inject('dataFolder') })
  useKeys(config.keys)
  const db = openDatabase(config)
  const metrics = openMetrics()
  kernel = { db, clerk: openClerk(db, [], silentLog, metrics), log: silentLog, metrics }
  owner = postgres(inject('ownerUrl'), { max: 1 })
})
afterAll(async () => {
  await kernel.clerk.stop()
  await kernel.db.close()
  await owner.end()
})

const seat = (division: string, role: Role = 'checkpoint-shift', county = COUNTY): Actor => ({
  ...nobody(county),
  kind: 'person',
  division,
  role,
  accountId: randomUUID(),
  seatId: randomUUID(),
})
const within = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, purpose: Purpose | null = null) =>
  transact(kernel, actor, { requestId: randomUUID(), purpose, now: new Date(), clockOffsetMs: 0, address: '' }, work)
const enrol = (actor: Actor, ...travellers: Traveller[]) => within(actor, (ctx) => enrolMany(ctx, travellers))
const masked = async (actor: Actor, id: string) =>
  (await within(actor, (ctx) => maskedMany(ctx, [id]), 'checkpoint-screening')).get(id)

const idOf = (enrolled: Enrolled | undefined) => (enrolled?.ok ? enrolled.value.personId : '')
const codeOf = (enrolled: Enrolled | undefined) => (enrolled && !enrolled.ok ? enrolled.problem.code : '')
const personsWith = async (ids: string[]) =>
  (await owner`select count(*)::int as n from people.person where county = ${COUNTY} and id = any(${ids})`)[0]?.n

test('a new traveller becomes a person and is shown masked', async () => {
  const traveller = aTraveller({ division: east, name: '张永丰', phone: '13812341234', plate: '冀H12345' })
  const [first] = await enrol(seat(east), traveller)
  expect(first).toMatchObject({ ok: true, arrival: 'new' })
  const number = traveller.document?.number ?? ''
  expect(await masked(seat(east), idOf(first))).toEqual({
    id: idOf(first),
    visible: true,
    division: east,
    synthetic: true,
    name: '张*丰',
    documentKind: 'resident-id',
    document: `${number.slice(0, 6)}********${number.slice(14)}`,
    phone: '138****1234',
    plate: '冀H***45',
    hasAddress: false,
  })
})

test('the same document is the same person, however it is written and wherever it is met', async () => {
  const traveller = aTraveller({ division: east })
  const again = aTraveller({
    division: west,
    name: '周满',
    document: { kind: 'resident-id', number: ` ${traveller.document?.number.toLowerCase()}` },
  })
  const [first] = await enrol(seat(east), traveller)
  const [second] = await enrol(seat(west), again)
  expect(second).toEqual({ ok: true, value: { personId: idOf(first) }, arrival: 'again' })
  expect(await masked(seat(west), idOf(first))).toMatchObject({ visible: true, name: '周*' })
  expect(await masked(seat(east), idOf(first))).toMatchObject({ visible: true, name: '周*满' })
})

test('who was met elsewhere is an id and nothing more', async () => {
  const [first] = await enrol(seat(east), aTraveller({ division: east }))
  expect(await masked(seat(west), idOf(first))).toMatchObject({
    visible: false,
    name: null,
    document: null,
    division: null,
  })
})

test('another county knows nothing of it', async () => {
  const traveller = aTraveller({ division: east })
  const [here] = await enrol(seat(east), traveller)
  const [there] = await enrol(seat('130992100', 'checkpoint-shift', 130992), {
    ...traveller,
    id: randomUUID(),
    division: '130992100',
  })
  expect(there).toMatchObject({ ok: true, arrival: 'new' })
  expect(idOf(there)).not.toBe(idOf(here))
})

test('sent again it is the same; with other content under the same id it is refused', async () => {
  const traveller = aTraveller({ division: east, document: null })
  const [first] = await enrol(seat(east), traveller)
  const [again, other] = await enrol(seat(east), traveller, { ...traveller, name: '李四' })
  expect(again).toEqual({ ok: true, value: { personId: idOf(first) }, arrival: 'again' })
  expect(codeOf(other)).toBe('kernel.id-taken')
  expect(codeOf((await enrol(seat(west), { ...traveller, division: west }))[0])).toBe('kernel.id-taken')
  const withDocument = { ...traveller, document: { kind: 'resident-id' as const, number: anIdNumber() } }
  expect(codeOf((await enrol(seat(east), withDocument))[0])).toBe('kernel.id-taken')
  const rightful = await enrol(seat(east), { ...withDocument, id: randomUUID() })
  expect(rightful[0]).toMatchObject({ ok: true, arrival: 'new' })
})

test('without a document nobody is taken for somebody else', async () => {
  const family = ['周大', '周小'].map((name) =>
    aTraveller({ division: east, name, document: null, phone: '13900000001' }),
  )
  const enrolled = await enrol(seat(east), ...family)
  expect(new Set(enrolled.map(idOf)).size).toBe(2)
  const none = aTraveller({ division: east, document: { kind: 'none', number: '' }, phone: null })
  expect((await enrol(seat(east), none))[0]).toMatchObject({ ok: true, arrival: 'new' })
})

test('one bad traveller does not hold up the others, and hears why', async () => {
  const bad = aTraveller({
    division: east,
    document: { kind: 'resident-id', number: '130899197001010011' },
    phone: '123',
  })
  const future = aTraveller({
    division: east,
    document: { kind: 'resident-id', number: anIdNumber() },
    birthDate: '2019-01-01',
  })
  const [first, second, third, fourth] = await enrol(seat(east), aTraveller({ division: east }), bad, future, {
    id: randomUUID(),
    division: east,
    recordedAt: new Date(),
  })
  expect(first).toMatchObject({ ok: true })
  expect(second?.ok === false && second.problem.issues.map(({ path }) => path)).toEqual(['document.number', 'phone'])
  expect(JSON.stringify(second)).not.toContain('130899197001010011')
  expect(codeOf(third)).toBe('people.identity-invalid')
  expect(codeOf(fourth)).toBe('people.identity-invalid')
})

test('a new phone is added to a known person, and the same phone is not kept twice', async () => {
  const traveller = aTraveller({ division: east, phone: '13900000002' })
  const [first] = await enrol(seat(east), traveller)
  await enrol(seat(east), { ...traveller, id: randomUUID() })
  await enrol(seat(east), { ...traveller, id: randomUUID(), phone: '13900000003' })
  const said = await owner`select id from people.identity where county = ${COUNTY} and person_id = ${idOf(first)}`
  expect(said.length).toBe(2)
  expect(await masked(seat(east), idOf(first))).toMatchObject({ phone: '139****0003' })
})

test('eight connections register the same hundred travellers at once: a hundred persons', async () => {
  const documents = Array.from({ length: 100 }, () => ({ kind: 'resident-id' as const, number: anIdNumber() }))
  const rounds = Array.from({ length: 8 }, (_, round) => {
    const division = round % 2 === 0 ? east : west
    const travellers = documents.map((document) => aTraveller({ division, document, phone: null }))
    return enrol(seat(division), ...(round < 4 ? travellers : travellers.reverse()))
  })
  const enrolled = await Promise.all(rounds)
  const byDocument = enrolled.map((round, index) => (index < 4 ? round : [...round].reverse()).map(idOf))
  for (const round of byDocument) expect(round).toEqual(byDocument[0])
  const ids = byDocument[0] ?? []
  expect([new Set(ids).size, await personsWith(ids)]).toEqual([100, 100])
})

test('one upload repeated over eight connections is one upload', async () => {
  const travellers = [
    ...Array.from({ length: 20 }, () => aTraveller({ division: east })),
    ...Array.from({ length: 20 }, () => aTraveller({ division: east, document: null })),
  ]
  const actor = seat(east)
  const enrolled = await Promise.all(Array.from({ length: 8 }, () => enrol(actor, ...travellers)))
  for (const round of enrolled) expect(round.map(idOf)).toEqual(enrolled[0]?.map(idOf))
  const said =
    await owner`select id from people.identity where county = ${COUNTY} and id = any(${travellers.map(({ id }) => id)})`
  expect(said.length).toBe(40)
})
