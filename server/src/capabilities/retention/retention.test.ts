import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { seedProfiles } from '../cases/index.ts'
import { aPassage, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { aHousehold } from '../people/households.factory.ts'
import { anIdNumber } from '../people/people.factory.ts'
import { countyMoment } from './index.ts'
import { forgetNow } from './retention.factory.ts'

const DAY_MS = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()
const closing = (given: object = {}) => ({
  id: newId(),
  disease: 'covid-19',
  documentNo: '兴防指〔2026〕9号',
  documentDate: '2026-01-31',
  at: ago(1),
  responseEnds: false,
  ...given,
})
const paper = { documentNo: '兴防指〔2026〕12号', documentDate: '2026-02-20' }

const namedIn = async ({ inside }: Scenario) => {
  const [row] = await inside(
    ({ tx }) => tx<{ n: number }[]>`
    select count(*)::integer as n from checkpoints.passage where person_id is not null`,
  )
  return row?.n
}
const identitiesIn = async ({ inside }: Scenario) => {
  const [row] = await inside(({ tx }) => tx<{ n: number }[]>`select count(*)::integer as n from people.identity`)
  return row?.n
}

const traveller = (number = anIdNumber()) => ({
  traveller: { name: '周小满', document: { kind: 'resident-id' as const, number }, phone: null },
})

test(
  'the cards of all fields are read page by page by anybody who is signed in',
  scenario(async ({ as }) => {
    const shift = await as.role('checkpoint-shift')
    const whole = (await shift.get('/retention/fields?limit=1000')).body
    expect(whole.next).toBeNull()
    expect(whole.items).toContainEqual({
      relation: 'checkpoints.passage',
      field: 'person_id',
      purpose: 'checkpoint-screening',
      words: null,
      basis: 'CAC notice 2020-02-04',
      class: 'whereabouts',
      sealed: false,
      term: { kind: 'days', count: 21, after: null },
      readers: 'checkpoint-shift, township-officer, county-desk',
    })
    const first = (await shift.get('/retention/fields?limit=200')).body
    const second = (await shift.get(`/retention/fields?limit=200&after=${first.next}`)).body
    expect([...first.items, ...second.items]).toEqual(whole.items.slice(0, 400))
    expect(await as.nobody().get('/retention/fields')).toMatchObject({ status: 401 })
    expect(await shift.get('/retention/fields?after=%27')).toMatchObject({ status: 422 })
  }),
)

test(
  'after an event was closed nothing more is collected, what was recorded before still arrives, and reopening takes it up again',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const desk = await stage.as.countyDesk()
    const record = (days: number) =>
      shift.post(`/checkpoints/${id}/passages`, aPassage(id, { recordedAt: ago(days), ...traveller() }))
    const order = closing({ at: ago(2) })
    expect(await desk.post('/retention/events/close', order)).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect(await desk.post('/retention/events/close', order)).toMatchObject({ status: 201, body: { arrival: 'again' } })
    const refused = await record(1)
    expect(refused).toMatchObject({ status: 410, body: { code: 'retention.event-closed', resend: 'never' } })
    expect(refused.body.title).toContain(order.documentNo)
    expect(await record(3)).toMatchObject({ status: 201 })
    expect((await desk.get('/retention/events')).body.items).toMatchObject([{ disease: 'covid-19', turn: 'closed' }])

    expect(await desk.post('/retention/events/reopen', { ...paper, id: newId(), disease: 'covid-19' })).toMatchObject({
      status: 201,
    })
    expect(await record(1)).toMatchObject({ status: 201 })
    expect((await desk.get('/retention/state')).body).toEqual({
      calendar: 'running',
      moment: null,
      responseEnded: null,
    })
  }),
)

test(
  'a closing needs a document, a disease of the county and a moment that has come',
  scenario(async ({ as, inside }) => {
    await inside(seedProfiles)
    const desk = await as.countyDesk()
    const said = (given: object) => desk.post('/retention/events/close', closing(given))
    expect(await said({ documentNo: ' ' })).toMatchObject({ status: 422 })
    expect(await said({ disease: 'hiccups' })).toMatchObject({
      status: 404,
      body: { code: 'retention.disease-unknown' },
    })
    expect(await said({ at: new Date(Date.now() + DAY_MS).toISOString() })).toMatchObject({
      body: { code: 'retention.in-future' },
    })
    expect(await desk.post('/retention/events/reopen', { ...paper, id: newId(), disease: 'measles' })).toMatchObject({
      status: 409,
      body: { code: 'retention.not-closed' },
    })
    const id = newId()
    await said({ id })
    expect(await said({ id, responseEnds: true })).toMatchObject({ status: 409 })
    const township = await as.role('township-officer', { division: undefined })
    expect(await township.post('/retention/events/close', closing())).toMatchObject({ status: 403 })
  }),
)

test(
  'a county of made-up people that lives in the past forgets nothing until its event is closed',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const desk = await stage.as.countyDesk()
    const historical = { id: newId(), kind: 'historical', ground: '演练' }
    expect(await desk.post('/retention/calendars', historical)).toMatchObject({ status: 201 })
    await shift.post(`/checkpoints/${id}/passages`, aPassage(id, traveller()))
    await forgetNow(stage)
    expect([await namedIn(stage), await identitiesIn(stage)]).toEqual([1, 1])
    expect((await desk.get('/retention/runs')).body.items).toEqual([])

    await desk.post('/retention/events/close', closing({ at: '2020-03-31T08:00:00+08:00', responseEnds: true }))
    await forgetNow(stage)
    expect([await namedIn(stage), await identitiesIn(stage)]).toEqual([0, 0])
    expect((await desk.get('/retention/runs')).body.items).toHaveLength(1)
  }),
)

test(
  'a county of the past says at which moment it is looked at; one that runs today cannot, nor one with real people',
  scenario(async ({ as, inside }) => {
    const desk = await as.countyDesk()
    const calendar = (said: object) => desk.post('/retention/calendars', { id: newId(), ground: '演练', ...said })
    const moment = '2020-02-18T12:00:00.000Z'
    expect(await calendar({ kind: 'running', moment })).toMatchObject({
      status: 422,
      body: { code: 'retention.runs-today' },
    })
    expect((await desk.get('/retention/state')).body.moment).toBeNull()
    expect(await calendar({ kind: 'historical', moment })).toMatchObject({ status: 201 })
    expect((await desk.get('/retention/state')).body).toMatchObject({ calendar: 'historical', moment })
    expect((await inside(countyMoment)).toISOString()).toBe(moment)
    expect(await calendar({ kind: 'running' })).toMatchObject({ status: 201 })
    expect(await inside(async (ctx) => (await countyMoment(ctx)).getTime() - ctx.now.getTime())).toBe(0)
  }),
)

test(
  'with the first real document a county no longer lives in the past, and cannot choose to',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const desk = await stage.as.countyDesk()
    const moment = '2020-02-18T20:00:00+08:00'
    await desk.post('/retention/calendars', { id: newId(), kind: 'historical', moment, ground: '演练' })
    // Of the prefix that stands for nobody, but not of the one that the product takes for made up.
    await shift.post(
      `/checkpoints/${id}/passages`,
      aPassage(id, { traveller: { name: '甲', document: { kind: 'passport', number: 'X00000000' }, phone: null } }),
    )
    expect((await desk.get('/retention/state')).body).toMatchObject({ calendar: 'running', moment: null })
    expect(await desk.post('/retention/calendars', { id: newId(), kind: 'historical', ground: '演练' })).toMatchObject({
      status: 409,
      body: { code: 'retention.real-people' },
    })
    await forgetNow(stage)
    expect([await namedIn(stage), await identitiesIn(stage)]).toEqual([0, 0])
  }),
)

test(
  'who lives in a household stays; when the response has ended for thirty days, nobody does',
  scenario(async (stage) => {
    await stage.inside((ctx) => aHousehold(ctx, { members: 3 }))
    await forgetNow(stage)
    expect(await identitiesIn(stage)).toBe(3)
    const desk = await stage.as.countyDesk()
    await desk.post('/retention/events/close', closing({ at: ago(29), responseEnds: true }))
    await forgetNow(stage)
    expect(await identitiesIn(stage), 'a day early').toBe(3)
    await desk.post('/retention/events/close', closing({ at: ago(31), responseEnds: true }))
    await forgetNow(stage)
    expect(await identitiesIn(stage)).toBe(0)
    const [left] = await stage.inside(
      ({ tx }) => tx<{ households: number; members: number }[]>`
      select (select count(*) from people.household)::integer as households,
        (select count(*) from people.membership)::integer as members`,
    )
    expect(left).toEqual({ households: 1, members: 0 })
  }),
)

test(
  'a year after it was over a session is gone, and so is a code; three years after an account was closed so is its name',
  scenario(async (stage) => {
    const { county, as, inside } = stage
    const desk = await as.countyDesk()
    const idOf = async (client: Client): Promise<string> => (await client.get('/me')).body.account.id
    const gone = await idOf(await as.role('village-cadre'))
    const kept = await idOf(await as.role('village-cadre'))
    await inside(async ({ tx }) => {
      const over = (id: string, days: number) => tx`
        update access.session set ended_at = ${ago(days)} where county = ${county} and account_id = ${id}`
      await over(gone, 367)
      await over(kept, 360)
      await tx`insert into access.one_time_code (county, id, purpose, code_hash, details, made_at, expires_at)
        select ${county}, gen_random_uuid(), 'welcome', sha256(n::text::bytea || ${newId()}::text::bytea), '', now() - interval '2 years',
          case n when 1 then now() - interval '367 days' else now() - interval '360 days' end from generate_series(1, 2) as n`
      await tx`update access.account set closed_at = ${ago(1_100)} where county = ${county} and id = ${gone}`
      await tx`update access.account set closed_at = ${ago(1_000)} where county = ${county} and id = ${kept}`
    })
    await forgetNow(stage)
    const sessions = await inside(
      ({ tx }) => tx<{ id: string }[]>`select account_id as id from access.session where county = ${county}`,
    )
    const ids = new Set(sessions.map(({ id }) => id))
    expect([ids.has(gone), ids.has(kept)]).toEqual([false, true])
    const codes = await inside(({ tx }) => tx`select from access.one_time_code where county = ${county}`)
    expect(codes).toHaveLength(1)
    const nameOf = async (id: string) => (await desk.get(`/access/accounts/${id}`)).body.name
    expect(await nameOf(gone)).toBe('—')
    expect(await nameOf(kept)).not.toBe('—')
    const [run] = (await desk.get('/retention/runs')).body.items
    expect(run.gone).toContainEqual({ relation: 'access.session', class: 'internal', rows: 1 })
  }),
)
