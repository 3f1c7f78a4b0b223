import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  type Client,
  newCounty,
  newId,
  type Reply,
  type Scenario,
  stage,
  testConfig,
} from '../../../test/scenario/scenario.ts'
import { type App, openApp } from '../../app.ts'
import { openServer } from '../../entrypoints/http/server.ts'
import { type Log, openLog } from '../../kernel/log.ts'
import { canonical } from '../../kernel/seal.ts'
import { aPassage, type GivenCheckpoint, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { Passage } from '../checkpoints/schema.ts'
import { Canaries, everyFile, everyTable } from './canaries.factory.ts'

/**
 * R36. Two hundred identity numbers go through requests that succeed, fail and break, while the database is told to log every
 * statement with its parameters. Then everything the system wrote anywhere is searched for them.
 */
const canaries = new Canaries(200, 4_000_000)
const control = new Canaries(4, 4_100_000)
const county = newCounty()
const logged: string[] = []
const replies: Array<{ request: string; reply: Reply; mayShow?: true }> = []
let app: App
let log: Log
let scene: Scenario
let admin: postgres.Sql
let owner: postgres.Sql
let databaseLog: string
let logBegan: number

/** For the connections of this test only: everything the database could ever be told to write about a statement. */
const talkative = {
  log_statement: 'all',
  log_min_duration_statement: '0',
  log_min_error_statement: 'error',
  log_error_verbosity: 'verbose',
  log_parameter_max_length: '-1',
  log_parameter_max_length_on_error: '-1',
}
const settings = Object.keys(talkative).join(', ')

beforeAll(async () => {
  const database = new URL(inject('ownerUrl')).pathname.slice(1)
  admin = postgres(inject('adminUrl').replace(/[^/]*$/, database), { max: 1 })
  owner = postgres(inject('ownerUrl'), { max: 1, onnotice: () => {} })
  await admin.unsafe(`grant set on parameter ${settings} to qunfang_app`)
  const [{ folder } = { folder: '' }] = await admin<
    { folder: string }[]
  >`select current_setting('data_directory') as folder`
  databaseLog = join(dirname(folder), 'postgres.log')
  logBegan = statSync(databaseLog).size
  const out = new Writable({
    write: (line, _encoding, done) => {
      logged.push(String(line))
      done()
    },
  })
  log = openLog('trace', out)
  const config = testConfig()
  const options = Object.entries(talkative).map(([name, value]) => `-c ${name}=${value}`)
  config.appUrl += `?${new URLSearchParams({ options: options.join(' ') })}`
  app = openApp(config, log)
  scene = stage(app, await openServer(app, config), county)
})
afterAll(async () => {
  await scene.server.close()
  await app.close()
  await admin.unsafe(`revoke set on parameter ${settings} from qunfang_app`)
  await Promise.all([admin.end(), owner.end()])
})

const purpose = 'checkpoint-screening' as const

async function keep(request: string, sent: Promise<Reply>, mayShow?: true): Promise<Reply> {
  const reply = await sent
  replies.push({ request, reply, ...(mayShow ? { mayShow } : {}) })
  return reply
}

function aPerson(number: string) {
  return {
    id: newId(),
    division: `${county}100`,
    recordedAt: '2020-02-01T08:00:00+08:00',
    name: '周小满',
    document: { kind: 'resident-id', number },
  }
}

/** What goes right: registered, found, seen, shown whole. */
async function ordinary(desk: Client, shift: Client, number: string): Promise<void> {
  const person = aPerson(number)
  const { body } = await keep('register', desk.post('/people', person))
  await keep('register again', desk.post('/people', person))
  const sought = { by: 'document', document: person.document }
  await keep('find', desk.post('/people/find', sought, { purpose }))
  await keep('find elsewhere', shift.post('/people/find', sought, { purpose }))
  await keep('get', desk.get(`/people/${body.personId}`, { purpose }))
  await keep('unmask', desk.post(`/people/${body.personId}/unmask`, { fields: ['document'] }, { purpose }), true)
  await keep('accesses', desk.get(`/people/${body.personId}/accesses`, { purpose: 'resident-request' }))
  for (let again = 0; again < 12; again++) await keep('find', shift.post('/people/find', sought, { purpose }))
}

/** The busiest way in: passages, one by one and in uploads, with the number where it belongs and where it does not. */
async function atTheBarrier({ id, shift }: GivenCheckpoint, number: string): Promise<void> {
  const traveller = { name: '周小满', document: { kind: 'resident-id' as const, number }, phone: null }
  const passage = aPassage(id, { traveller, plate: '冀H12345' })
  await keep('passage', shift.post(`/checkpoints/${id}/passages`, passage))
  const wrongKind = { ...traveller, document: { kind: 'hmt-residence' as const, number } }
  const items = [
    passage,
    aPassage(id, { traveller, decision: 'turned-back' }),
    aPassage(id, { traveller: wrongKind }),
    { ...passage, id: number },
  ]
  await keep('upload', shift.post('/passages/batch', { sentAt: null, items }))
  await keep('number as a plate', shift.post(`/checkpoints/${id}/passages`, aPassage(id, { plate: number })))
  await keep('number as a checkpoint', shift.post(`/checkpoints/${number}/passages`, passage))
  await keep('passages', shift.get(`/checkpoints/${id}/passages`, { purpose }))
}

/** What goes wrong, the way people and programs get it wrong. */
async function mistaken(desk: Client, shift: Client, number: string): Promise<void> {
  const person = aPerson(number)
  const wrongDigit = `${number.slice(0, 17)}${number.endsWith('1') ? 2 : 1}`
  await keep('number in the address', desk.get(`/people/${number}`, { purpose }))
  await keep('number in the query', desk.get(`/people/purposes?document=${number}`))
  await keep('number in an unknown address', desk.get(`/persons/${number}/find`))
  await keep('number as an id', desk.post('/people', { ...person, id: number }))
  await keep('number as a date', desk.post('/people', { ...person, recordedAt: number }))
  await keep('number as a phone', desk.post('/people', { ...person, phone: number }))
  await keep('number as a property', desk.post('/people', { ...person, [number]: number }))
  await keep('number as a purpose', desk.get(`/people/${person.id}`, { headers: { 'qunfang-purpose': number } }))
  await keep(
    'number as a cursor',
    desk.get(`/people/${person.id}/accesses?after=${number}`, { purpose: 'resident-request' }),
  )
  await keep('wrong digit', desk.post('/people', { ...person, document: { kind: 'resident-id', number: wrongDigit } }))
  await keep('not allowed', shift.post('/people', person))
  await keep('not signed in', scene.as.nobody().post('/people', person))
  await keep(
    'cut off',
    desk.send('POST', '/people', JSON.stringify(person).slice(0, -3), {
      headers: { 'content-type': 'application/json' },
    }),
  )
}

test('200 numbers, 5,000 requests, and none is anywhere but where it was sealed', async () => {
  const desk = await scene.as.countyDesk()
  const shift = await scene.as.role('checkpoint-shift', { division: `${county}200` })
  const barrier = await givenCheckpoint(scene)
  for (let at = 0; at < canaries.numbers.length; at += 8) {
    await Promise.all(
      canaries.numbers.slice(at, at + 8).map(async (number) => {
        await ordinary(desk, shift, number)
        await atTheBarrier(barrier, number)
        if (canaries.numbers.indexOf(number) % 4 === 0) await mistaken(desk, shift, number)
      }),
    )
  }
  await brokenInside(desk)
  await scene.settle()
  expect(replies.length).toBeGreaterThan(5_000)
  expect(replies.filter(({ reply }) => reply.status >= 400).length).toBeGreaterThan(500)
  expect(replies.filter(({ reply }) => reply.status >= 500).length).toBeGreaterThan(0)
  expect(replies.filter(({ reply, mayShow }) => !mayShow && canaries.in(JSON.stringify(reply)).length > 0)).toEqual([])
  expect(readFileSync(databaseLog, 'latin1').slice(logBegan)).toMatch(/insert into people.identity[\s\S]*\$1 = '/i)
  expect(await placesOf(canaries)).toEqual([])
}, 300_000)

/** What anybody can compute who has the database and not the key. */
const unkeyed = (content: unknown): Buffer => createHash('sha256').update(canonical(content)).digest()

test('nor can a number be tried out on what is kept of the message it came in', async () => {
  const { id, shift } = await givenCheckpoint(scene)
  const document = { kind: 'resident-id' as const, number: control.numbers[2] ?? '' }
  const passage = aPassage(id, { traveller: { name: null, document, phone: null } })
  expect((await shift.post(`/checkpoints/${id}/passages`, passage)).status).toBe(201)
  const kept = await owner<{ digest: Buffer }[]>`
    select digest from checkpoints.passage where county = ${county} and id = ${passage.id}
    union all select said.digest from checkpoints.passage one join people.identity said using (county, person_id)
      where county = ${county} and one.id = ${passage.id}
    union all select number.digest from checkpoints.passage one join people.blind_index number using (county, person_id)
      where county = ${county} and one.id = ${passage.id}`
  expect(kept.length).toBeGreaterThanOrEqual(3)
  const tried = [document.number, document, { name: null, document, phone: null }, Passage.parse(passage)].map(unkeyed)
  expect(kept.filter(({ digest }) => tried.some((guess) => guess.equals(digest)))).toEqual([])
})

test('and had one been anywhere, it would have been found', async () => {
  const [inTable = '', inError = '', , inLog = ''] = control.numbers
  await owner`insert into kernel.quarantine (county, id, division, operation, claimed_id, received_at, body)
    values (${county}, ${newId()}, ${`${county}100`}, 'planted', ${newId()}, now(), ${Buffer.from(`{"number":"${inTable}"}`)})`
  await expect(owner.unsafe(`select '${inError}'::date`)).rejects.toThrow()
  log.warn({ event: inLog })
  const places = await placesOf(control)
  expect(places).toEqual(
    expect.arrayContaining([
      'table kernel.quarantine',
      'database log',
      'server log',
      expect.stringMatching(/^file .*pg_wal/),
    ]),
  )
}, 120_000)

/** A fault of ours in the middle of a registration: the database quotes the whole row at fault in its error. */
async function brokenInside(desk: Client): Promise<void> {
  await owner.unsafe(`create function people.break_for_test() returns trigger language plpgsql as
    $$ begin raise exception 'broken %', new using detail = new::text; end $$`)
  try {
    await owner.unsafe(`create trigger break_for_test before insert on people.identity for each row
      when (new.county = ${county}) execute function people.break_for_test()`)
    for (const number of canaries.numbers.slice(0, 20)) {
      const stranger = { ...aPerson(number), document: { kind: 'passport', number } }
      await keep('broken', desk.post('/people', stranger))
    }
  } finally {
    await owner.unsafe('drop function people.break_for_test() cascade')
  }
}

async function placesOf(sought: Canaries): Promise<string[]> {
  const places: string[] = []
  const look = (place: string, text: string) => sought.in(text).length > 0 && places.push(place)
  look('server log', logged.join(''))
  look('metrics', await app.kernel.metrics.registry.metrics())
  look('database log', readFileSync(databaseLog).subarray(logBegan).toString('latin1'))
  for (const [table, text] of await everyTable(owner)) look(`table ${table}`, text)
  await admin`checkpoint`
  const [{ folder } = { folder: '' }] = await admin<
    { folder: string }[]
  >`select current_setting('data_directory') as folder`
  const prefix = sought.numbers[0]?.slice(0, 10) ?? ''
  for (const { path, bytes } of everyFile(folder)) {
    for (let at = bytes.indexOf(prefix); at >= 0; at = bytes.indexOf(prefix, at + 1)) {
      if (
        sought.in(bytes.subarray(at, at + 18).toString('latin1')).length > 0 &&
        places.push(`file ${path.slice(folder.length)}`)
      )
        break
    }
  }
  return places
}
