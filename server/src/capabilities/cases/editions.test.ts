import { expect, test } from 'vitest'
import { type Client, newId, scenario } from '../../../test/scenario/scenario.ts'
import { aStandingOrder, givenVillage } from '../isolation/isolation.factory.ts'
import { addDays, dayInChina } from '../places/rules.clock.ts'
import { profileInForce } from './profiles.ts'

const TODAY = dayInChina(new Date())
const NEWEST = 'covid19-cn-new10'
const words = { zh: '县实施细则', en: 'County rules' }
const decision = { documentNo: '兴疫指〔2026〕1号', authority: '县疫情防控指挥部', decider: '张某' }
const aDraft = (code = 'covid19-local', basedOn = NEWEST) => ({ id: newId(), code, basedOn, ...words })
// biome-ignore lint/suspicious/noExplicitAny: what an edition says is the test's own business
const bodyOf = async (desk: Client, code: string): Promise<any> => (await desk.get(`/cases/editions/${code}`)).body.body

async function drafted(desk: Client, code?: string, basedOn?: string) {
  const draft = aDraft(code, basedOn)
  const made = await desk.post('/cases/editions', draft)
  expect(made.body).toMatchObject({ id: draft.id, code: draft.code, version: 1, arrival: 'new' })
  return draft
}
const start = (desk: Client, code: string, from = TODAY, seen = 1, id = newId()) =>
  desk.post(`/cases/editions/${code}/start`, { id, from, seen, ...decision })

test(
  'an edition is drafted from another, changed, put in force from a day, and the former ends the day before',
  scenario(async ({ as, inside }) => {
    const desk = await as.countyDesk()
    const draft = await drafted(desk)
    expect((await desk.post('/cases/editions', draft)).body).toMatchObject({ arrival: 'again' })
    const body = await bodyOf(desk, draft.code)
    expect(body.observation.days).toBe(5)
    const change = { id: newId(), seen: 1, ...words, body: { ...body, observation: { ...body.observation, days: 7 } } }
    const changed = await desk.post(`/cases/editions/${draft.code}/texts`, change)
    expect(changed.body).toMatchObject({ version: 2, arrival: 'new' })
    expect((await desk.post(`/cases/editions/${draft.code}/texts`, change)).body).toMatchObject({ arrival: 'again' })
    const from = addDays(TODAY, 3)
    const begun = await start(desk, draft.code, from, 2)
    expect(begun.body).toMatchObject({ code: draft.code, from, ends: NEWEST, arrival: 'new' })

    const { items } = (await desk.get('/cases/editions?disease=covid-19')).body
    const named = (code: string) => items.find((one: { code: string }) => one.code === code)
    expect(named(draft.code)).toMatchObject({ state: 'planned', validFrom: from, validTo: null, version: 2 })
    expect(named(NEWEST)).toMatchObject({ state: 'in-force', validTo: addDays(from, -1) })
    const days = async (at: string) => (await inside((ctx) => profileInForce(ctx, new Date(at)))).body.observation.days
    expect(await days(`${addDays(from, -1)}T23:59:59+08:00`)).toBe(5)
    expect(await days(`${from}T00:00:00+08:00`)).toBe(7)
    const shown = (await desk.get(`/cases/editions/${draft.code}`)).body
    expect(shown.decided).toMatchObject(decision)
    expect(shown.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1])
  }),
)

test(
  'what has its day is never changed: not its text, not its day, and not by dropping it',
  scenario(async ({ as, county, inside }) => {
    const desk = await as.countyDesk()
    const { code } = await drafted(desk)
    const body = await bodyOf(desk, code)
    const [id, change] = [newId(), { id: newId(), seen: 1, ...words, body }]
    expect((await start(desk, code, TODAY, 1, id)).status).toBe(201)
    expect((await start(desk, code, TODAY, 1, id)).body).toMatchObject({ arrival: 'again', ends: NEWEST })
    for (const reply of [
      await desk.post(`/cases/editions/${code}/texts`, change),
      await desk.post(`/cases/editions/${code}/drop`, { id: newId() }),
      await start(desk, code, addDays(TODAY, 1)),
      await desk.post('/cases/editions/covid19-cn-ed4/texts', change),
    ])
      expect(reply.body.code).toBe('cases.edition-fixed')
    expect((await start(desk, code, addDays(TODAY, 1), 1, id)).body.code).toBe('kernel.id-taken')
    const edit = inside(({ tx }) => tx`update cases.disease_profile set body = '{}' where county = ${county}`)
    await expect(edit).rejects.toThrow('permission denied')
  }),
)

test(
  'an edition that would overlap, begin in the past or leave days without any is refused with the days',
  scenario(async ({ as, county, inside }) => {
    const desk = await as.countyDesk()
    await drafted(desk, 'later')
    await drafted(desk, 'sooner')
    const from = addDays(TODAY, 10)
    expect((await start(desk, 'later', addDays(TODAY, -1))).body).toMatchObject({
      code: 'cases.edition-backdated',
      params: { today: TODAY },
    })
    expect((await start(desk, 'later', from)).status).toBe(201)
    expect((await start(desk, 'sooner', addDays(TODAY, 5))).body).toMatchObject({
      code: 'cases.edition-overlaps',
      params: { other: 'later', begins: from },
    })
    expect((await start(desk, 'sooner', from)).body.code).toBe('cases.edition-overlaps')
    await drafted(desk, 'plague-2', 'ebola-who')
    await inside(
      ({
        tx,
      }) => tx`insert into cases.disease_profile (county, code, disease, zh, en, valid_from, valid_to, body, received_at)
        select county, 'ebola-short', disease, zh, en, '2026-01-01', ${addDays(TODAY, 1)}, body, now()
        from cases.disease_profile where county = ${county} and code = 'ebola-who'`,
    )
    expect((await start(desk, 'plague-2', addDays(TODAY, 4))).body).toMatchObject({
      code: 'cases.edition-leaves-gap',
      params: { other: 'ebola-short', first: addDays(TODAY, 2), last: addDays(TODAY, 3) },
    })
    expect((await start(desk, 'plague-2', addDays(TODAY, 2))).status).toBe(201)
  }),
)

test(
  'two who write on one draft: the second is told, and nothing is lost',
  scenario(async ({ as }) => {
    const [desk, other] = [await as.countyDesk(), await as.countyDesk()]
    const { code } = await drafted(desk)
    const body = await bodyOf(desk, code)
    const save = (who: Client, days: number) => {
      const change = { id: newId(), seen: 1, ...words, body: { ...body, observation: { ...body.observation, days } } }
      return who.post(`/cases/editions/${code}/texts`, change)
    }
    const replies = await Promise.all([save(desk, 6), save(other, 8)])
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
    const refused = replies.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({ code: 'cases.draft-changed', params: { version: 2 } })
    expect((await start(desk, code, TODAY, 1)).body.code).toBe('cases.draft-changed')
    expect((await start(desk, code, TODAY, 2)).status).toBe(201)
  }),
)

test(
  'impossible figures are refused by field in both languages, and unknown ones too',
  scenario(async ({ as }) => {
    const desk = await as.countyDesk()
    const { code } = await drafted(desk)
    const body = await bodyOf(desk, code)
    const save = (said: object) =>
      desk.post(`/cases/editions/${code}/texts`, { id: newId(), seen: 1, ...words, body: said })
    const late = await save({ ...body, testDays: { home: [9] } })
    expect(late.status).toBe(422)
    expect(late.body.issues).toEqual([
      { path: 'body.testDays.home', zh: '第9天不在第1–5天之内', en: 'Day 9 is not one of days 1 to 5' },
    ])
    const paths = async (said: object) => (await save(said)).body.issues.map(({ path }: { path: string }) => path)
    expect(await paths({ ...body, observation: { ...body.observation, days: 61 } })).toContain('body.observation.days')
    expect(await paths({ ...body, fever: { comparison: '>', thresholdC: 3.7, site: 'axillary' } })).toContain(
      'body.fever.thresholdC',
    )
    expect(await paths({ ...body, fever: { comparison: '>', thresholdC: 37.33, site: 'axillary' } })).toContain(
      'body.fever.thresholdC',
    )
    expect((await save({ ...body, score: 7 })).status).toBe(422)
    expect((await bodyOf(desk, code)).testDays).toEqual({ home: [5], caseHome: [6, 7] })
  }),
)

test(
  'a code is used once, a dropped draft stays dropped, and nothing is drafted from a draft',
  scenario(async ({ as }) => {
    const desk = await as.countyDesk()
    const draft = await drafted(desk)
    expect((await desk.post('/cases/editions', { ...aDraft(), code: NEWEST })).body.code).toBe(
      'cases.edition-code-taken',
    )
    expect((await desk.post('/cases/editions', aDraft('next', draft.code))).body.code).toBe('cases.edition-unknown')
    expect((await desk.post('/cases/editions', aDraft('next', 'plague'))).body.code).toBe('cases.edition-unknown')
    expect((await desk.post('/cases/editions', { ...draft, en: 'Other' })).body.code).toBe('kernel.id-taken')
    const drop = { id: newId() }
    expect((await desk.post(`/cases/editions/${draft.code}/drop`, drop)).body).toMatchObject({ arrival: 'new' })
    expect((await desk.post(`/cases/editions/${draft.code}/drop`, drop)).body).toMatchObject({ arrival: 'again' })
    expect((await start(desk, draft.code)).body.code).toBe('cases.draft-dropped')
    expect((await desk.post('/cases/editions', aDraft())).body.code).toBe('cases.edition-code-taken')
    expect((await desk.get(`/cases/editions/${draft.code}`)).status).toBe(404)
    const { items } = (await desk.get('/cases/editions')).body
    expect(items.map(({ code }: { code: string }) => code)).not.toContain(draft.code)
  }),
)

test(
  'a disease without a profile is given one from the edition of another',
  scenario(async ({ as, inside }) => {
    const desk = await as.countyDesk()
    const draft = { ...aDraft('new-fever-1', 'covid19-cn-ed4'), disease: 'new-fever' }
    expect((await desk.post('/cases/editions', draft)).status).toBe(201)
    await expect(inside((ctx) => profileInForce(ctx, new Date(), 'new-fever'))).rejects.toThrow('disease-unknown')
    expect((await start(desk, 'new-fever-1')).body).toMatchObject({ ends: null })
    const now = await inside((ctx) => profileInForce(ctx, new Date(), 'new-fever'))
    expect(now.body.observation.days).toBe(14)
  }),
)

test(
  'two editions are compared field by field',
  scenario(async ({ as }) => {
    const shift = await as.role('checkpoint-shift')
    const { items } = (await shift.get('/cases/editions/covid19-cn-ed8/differences?with=covid19-cn-ed9')).body
    expect(items).toContainEqual({ path: 'observation.days', a: 14, b: 7 })
    expect((await shift.get('/cases/editions/covid19-cn-ed8/differences?with=plague')).body.code).toBe(
      'cases.edition-unknown',
    )
  }),
)

test(
  'a changeover is an order with its document; nothing changes over without one',
  scenario(async ({ as, inside }) => {
    const desk = await as.countyDesk()
    await drafted(desk)
    const order = { id: newId(), from: NEWEST, to: 'covid19-local', day: TODAY, ...decision }
    const say = (change: object) => desk.post('/cases/changeovers', { ...order, id: newId(), ...change })
    expect((await say({})).body.code).toBe('cases.edition-unknown')
    await start(desk, 'covid19-local', TODAY)
    expect((await say({ to: NEWEST })).body.code).toBe('cases.changeover-nowhere')
    expect((await say({ to: 'ebola-who' })).body.code).toBe('cases.diseases-differ')
    expect((await say({ to: 'covid19-cn-ed4' })).body.code).toBe('cases.not-in-force-then')
    expect((await say({ day: addDays(TODAY, -1) })).body.code).toBe('cases.changeover-backdated')
    expect((await say({ documentNo: ' ' })).status).toBe(422)
    expect((await desk.get('/cases/changeovers')).body.items).toEqual([])
    const ask = `from=${NEWEST}&to=covid19-local&day=${TODAY}`
    expect((await desk.get(`/cases/changeover-preview?${ask}`)).body).toMatchObject({ refusal: null, openOrders: 0 })

    expect((await desk.post('/cases/changeovers', order)).body).toEqual({ id: order.id, arrival: 'new' })
    expect((await desk.post('/cases/changeovers', order)).body).toEqual({ id: order.id, arrival: 'again' })
    expect((await say({})).body.code).toBe('cases.changeover-crosses')
    expect((await say({ from: 'covid19-cn-ed9' })).status).toBe(201)
    expect((await desk.get(`/cases/changeover-preview?${ask}`)).body.refusal).toMatchObject({
      code: 'cases.changeover-crosses',
    })
    expect((await desk.get('/cases/changeovers')).body.items[0]).toMatchObject({ from: NEWEST, ...decision })
    const seen = await inside(
      ({ tx }) => tx`select from_edition, to_edition from cases.published_changeovers
        where county = kernel.app_county() and changeover_id = ${order.id}`,
    )
    expect(seen).toMatchObject([{ from_edition: NEWEST, to_edition: 'covid19-local' }])
  }),
)

test(
  'before a changeover is ordered the desk sees whom it touches, those changed over before among them',
  scenario(async (given) => {
    const { desk, village, members } = await givenVillage(given)
    for (const personId of members.slice(0, 2)) {
      const opened = await desk.post('/isolation/orders', aStandingOrder(village, { personId }))
      expect(opened.status).toBe(201)
    }
    await drafted(desk)
    await start(desk, 'covid19-local', TODAY)
    const touched = async (from: string, to: string) =>
      (await desk.get(`/cases/changeover-preview?from=${from}&to=${to}&day=${TODAY}`)).body.openOrders
    expect(await touched(NEWEST, 'covid19-local')).toBe(2)
    expect(await touched('covid19-local', NEWEST)).toBe(0)
    const order = { id: newId(), from: NEWEST, to: 'covid19-local', day: TODAY, ...decision }
    expect((await desk.post('/cases/changeovers', order)).status).toBe(201)
    expect(await touched(NEWEST, 'covid19-local')).toBe(0)
    expect(await touched('covid19-local', NEWEST)).toBe(2)
  }),
)

test(
  'every step is in the audit',
  scenario(async ({ as, settle, inside }) => {
    const desk = await as.countyDesk()
    const draft = await drafted(desk)
    await start(desk, draft.code)
    await settle()
    const told = await inside(
      ({ tx }) => tx<Array<{ operation: string; note: string }>>`
        select operation, note from kernel.audit_entry
        where county = kernel.app_county() and operation like 'cases.edition.%'`,
    )
    const note = (operation: string) => JSON.parse(String(told.find((one) => one.operation === operation)?.note))
    expect(note('cases.edition.draft')).toMatchObject({ code: draft.code, basedOn: NEWEST })
    expect(note('cases.edition.start')).toMatchObject({ ends: NEWEST, document: decision.documentNo })
  }),
)

test(
  "another county's edition is unknown here",
  scenario(async ({ as }) => {
    const desk = await as.countyDesk()
    expect((await desk.get('/cases/editions/covid19-local')).body.code).toBe('cases.edition-unknown')
    expect((await desk.get('/cases/editions')).body.items).toHaveLength(14)
  }),
)
