import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aContact, aJourney, aStay, givenCounty, personOf, somebody } from './exposures.factory.ts'

const CUT_OFF = '2020-02-18T23:59:59+08:00'

test(
  'a journey is recorded for somebody new, and sending it again changes nothing',
  scenario(async (stage) => {
    const { desk, village, members } = await givenCounty(stage)
    const journey = aJourney(village)
    const first = await desk.post('/exposures/travel', journey)
    expect(first).toMatchObject({ status: 201, body: { id: journey.id, arrival: 'new' } })
    const again = await desk.post('/exposures/travel', journey)
    expect(again).toMatchObject({ status: 200, body: { arrival: 'again', personId: first.body.personId } })
    const other = await desk.post('/exposures/travel', { ...journey, means: 'coach' })
    expect(other).toMatchObject({ status: 409, body: { code: 'kernel.id-taken' } })
    expect(await members('from-wuhan', CUT_OFF)).toEqual([first.body.personId])
  }),
)

test(
  'Wuhan lies within Hubei, whoever came by way of it counts, and elsewhere is the rest',
  scenario(async (stage) => {
    const { desk, village, count } = await givenCounty(stage)
    const items = [
      aJourney(village, { from: { code: '420106' } }),
      aJourney(village, { from: { code: '430100' }, via: [{ code: '4201' }] }),
      aJourney(village, { from: { code: '420500' } }),
      aJourney(village, { from: { code: '420000' }, arrivedAt: '2020-01-14T23:59:59+08:00' }),
      aJourney(village, { from: { code: '110000' } }),
      aJourney(village, { from: { place: '日本' } }),
      aJourney(village, { from: { code: `${stage.county}101201` } }),
      aJourney(village, { from: { code: '110000' }, to: { code: '420100' } }),
    ]
    const { body } = await desk.post('/exposures/travel/batch', { items })
    expect(body.verdicts.map(({ ok }: { ok: boolean }) => ok)).toEqual(items.map(() => true))
    for (const settle of [false, true]) {
      if (settle) await stage.settle()
      expect(await count('from-hubei', CUT_OFF)).toBe(3)
      expect(await count('from-wuhan', CUT_OFF)).toBe(2)
      expect(await count('from-elsewhere', CUT_OFF)).toBe(2)
      expect(await count('near-huanan-market', CUT_OFF)).toBe(0)
      expect(await count('from-hubei', '2020-01-22T13:59:59+08:00')).toBe(0)
      expect(await count('from-hubei', '2020-01-22T14:00:00+08:00')).toBe(3)
    }
  }),
)

test(
  'somebody who came from elsewhere stops being of elsewhere with the return from Hubei',
  scenario(async (stage) => {
    const { desk, village, count } = await givenCounty(stage)
    const personId = personOf(await desk.post('/exposures/travel', aJourney(village, { from: { code: '110000' } })))
    const back = { person: { personId }, arrivedAt: '2020-01-30T08:00:00+08:00' }
    expect((await desk.post('/exposures/travel', aJourney(village, back))).status).toBe(201)
    await stage.settle()
    expect([
      await count('from-elsewhere', '2020-01-25T00:00:00+08:00'),
      await count('from-hubei', '2020-01-25T00:00:00+08:00'),
    ]).toEqual([1, 0])
    expect([await count('from-elsewhere', CUT_OFF), await count('from-hubei', CUT_OFF)]).toEqual([0, 1])
  }),
)

test(
  'an earlier leg counts within fourteen days of coming home',
  scenario(async (stage) => {
    const { desk, village, count } = await givenCounty(stage)
    const legs = async (arrivedHome: string) => {
      const out = { to: { code: '110000' }, arrivedAt: '2020-01-16T12:00:00+08:00' }
      const personId = personOf(await desk.post('/exposures/travel', aJourney(village, out)))
      const home = { person: { personId }, from: { code: '110000' }, arrivedAt: arrivedHome }
      personOf(await desk.post('/exposures/travel', aJourney(village, home)))
    }
    await legs('2020-01-30T12:00:00+08:00')
    await legs('2020-01-30T12:00:01+08:00')
    expect(await count('from-wuhan', CUT_OFF)).toBe(1)
    await stage.settle()
    expect(await count('from-wuhan', CUT_OFF)).toBe(1)
    expect(await count('from-elsewhere', CUT_OFF)).toBe(1)
  }),
)

test(
  'contacts of those from Wuhan are among the contacts of all, recorded on either side or at one table',
  scenario(async (stage) => {
    const { desk, village, count, members } = await givenCounty(stage)
    const wuhan = personOf(await desk.post('/exposures/travel', aJourney(village)))
    const hubei = personOf(await desk.post('/exposures/travel', aJourney(village, { from: { code: '420500' } })))
    const spouse = personOf(await desk.post('/exposures/contacts', aContact(village, { with: { personId: wuhan } })))
    const child = personOf(await desk.post('/people', { ...somebody(), division: village, recordedAt: CUT_OFF }))
    personOf(
      await desk.post(
        '/exposures/contacts',
        aContact(village, { person: { personId: hubei }, with: { personId: child } }),
      ),
    )
    // Both came from there: neither is the other's contact.
    personOf(
      await desk.post(
        '/exposures/contacts',
        aContact(village, { person: { personId: hubei }, with: { personId: wuhan } }),
      ),
    )
    // Before the journey nobody was exposed.
    const before = {
      firstAt: '2020-01-01T08:00:00+08:00',
      lastAt: '2020-01-22T13:00:00+08:00',
      with: { personId: wuhan },
    }
    personOf(await desk.post('/exposures/contacts', aContact(village, before)))
    const gatheringId = newId()
    const meal = { id: gatheringId, recordedAt: CUT_OFF, name: '村里喜宴', setting: 'wedding' }
    const span = { startedAt: '2020-01-24T11:00:00+08:00', endedAt: '2020-01-24T14:00:00+08:00' }
    expect((await desk.post('/exposures/gatherings', { ...meal, ...span })).status).toBe(201)
    const there = { with: { gatheringId }, firstAt: span.startedAt, lastAt: span.endedAt, kind: 'shared-meal' as const }
    personOf(await desk.post('/exposures/contacts', aContact(village, { ...there, person: { personId: wuhan } })))
    const guest = personOf(await desk.post('/exposures/contacts', aContact(village, there)))
    for (const settle of [false, true]) {
      if (settle) await stage.settle()
      expect((await members('contacts-wuhan', CUT_OFF)).sort()).toEqual([guest, spouse].sort())
      expect((await members('contacts-both', CUT_OFF)).sort()).toEqual([child, guest, spouse].sort())
      expect(await count('contacts-both', '2020-01-24T10:00:00+08:00')).toBe(2)
      expect(await count('contacts-both', CUT_OFF)).toBe(3)
    }
  }),
)

test(
  'a township corrects the gathering it recorded',
  scenario(async (stage) => {
    await givenCounty(stage)
    const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
    const span = { startedAt: '2020-01-24T11:00:00+08:00', endedAt: '2020-01-24T14:00:00+08:00' }
    const meal = { id: newId(), recordedAt: CUT_OFF, name: '村里喜宴', setting: 'wedding', ...span }
    expect((await officer.post('/exposures/gatherings', meal)).status).toBe(201)
    const again = { ...meal, id: newId(), setting: 'meal', corrects: meal.id, why: '是聚餐' }
    expect((await officer.post('/exposures/gatherings', again)).status).toBe(201)
    expect((await officer.get('/exposures/gatherings')).body.items).toMatchObject([
      { setting: 'meal', corrected: true },
    ])
  }),
)

test(
  'within a thousand metres of the market, and one metre beyond',
  scenario(async (stage) => {
    const { desk, village, count } = await givenCounty(stage)
    const near = personOf(await desk.post('/exposures/travel', aJourney(village)))
    const far = personOf(await desk.post('/exposures/travel', aJourney(village)))
    // A degree of latitude is 111,195 m on the sphere that is used: 0.00899 degrees are 999.6 m, 0.009 are 1,000.8 m.
    const at = (north: number) => ({ lon: 114.2578, lat: 30.6197 + north })
    personOf(await desk.post('/exposures/stays', aStay(village, { person: { personId: near }, at: at(0.00899) })))
    personOf(await desk.post('/exposures/stays', aStay(village, { person: { personId: far }, at: at(0.009) })))
    expect(await count('near-huanan-market', CUT_OFF)).toBe(1)
    await stage.settle()
    expect(await count('near-huanan-market', CUT_OFF)).toBe(1)
    personOf(
      await desk.post('/exposures/stays', aStay(village, { person: { personId: far }, at: { key: 'huanan-market' } })),
    )
    await stage.settle()
    expect(await count('near-huanan-market', CUT_OFF)).toBe(2)
    const wider = {
      key: 'huanan-market',
      version: 2,
      zh: '华南海鲜市场',
      en: 'Huanan market',
      lon: 114.2578,
      lat: 30.6197,
    }
    expect((await desk.post('/exposures/places', { ...wider, radiusM: 10 })).status).toBe(201)
    expect(await count('near-huanan-market', CUT_OFF)).toBe(1)
    await stage.settle()
    expect(await count('near-huanan-market', CUT_OFF)).toBe(1)
  }),
)

test(
  'a correction takes the place of the record it names, once, and moves whoever rested on it',
  scenario(async (stage) => {
    const { desk, village, count } = await givenCounty(stage)
    const journey = aJourney(village)
    const personId = personOf(await desk.post('/exposures/travel', journey))
    personOf(await desk.post('/exposures/contacts', aContact(village, { with: { personId } })))
    await stage.settle()
    expect([await count('from-wuhan', CUT_OFF), await count('contacts-wuhan', CUT_OFF)]).toEqual([1, 1])
    const corrected = { person: { personId }, corrects: journey.id, why: '车票为宜昌站' }
    const right = aJourney(village, { ...corrected, from: { code: '420500' } })
    expect((await desk.post('/exposures/travel', right)).status).toBe(201)
    for (const settle of [false, true]) {
      if (settle) await stage.settle()
      expect([await count('from-wuhan', CUT_OFF), await count('contacts-wuhan', CUT_OFF)]).toEqual([0, 0])
      expect([await count('from-hubei', CUT_OFF), await count('contacts-both', CUT_OFF)]).toEqual([1, 1])
    }
    const twice = await desk.post('/exposures/travel', aJourney(village, corrected))
    expect(twice).toMatchObject({
      status: 409,
      body: { code: 'exposures.corrected-already', params: { by: right.id } },
    })
    const elsewhere = { corrects: right.id, why: '换人', person: somebody() }
    expect(await desk.post('/exposures/travel', aJourney(village, elsewhere))).toMatchObject({
      status: 422,
      body: { code: 'exposures.correction-of-other' },
    })
    const never = aJourney(village, { person: { personId }, corrects: right.id, why: '本人未离县', voided: true })
    expect((await desk.post('/exposures/travel', never)).status).toBe(201)
    await stage.settle()
    expect([await count('from-hubei', CUT_OFF), await count('contacts-both', CUT_OFF)]).toEqual([0, 0])
  }),
)

test(
  'what cannot be so is refused, each item by itself',
  scenario(async (stage) => {
    const { desk, village } = await givenCounty(stage)
    const items = [
      aJourney(village),
      aJourney(village, { arrivedAt: '2099-01-01T00:00:00+08:00' }),
      aJourney(village, { leftAt: '2020-01-23T00:00:00+08:00' }),
      aJourney(village, { person: { personId: newId() } }),
      aJourney(village, { means: 'own-car', service: 'G1' }),
      aJourney(village, { means: 'rail', plate: '冀H12345' }),
      aJourney('110101001', {}),
      aJourney(village, { from: {} }),
      aJourney(village, { arrivedAt: null }),
      aJourney(village, { voided: true }),
      aJourney(village, { corrects: newId(), why: '更正' }),
      aJourney(village, { person: { ...somebody(), document: { kind: 'resident-id', number: '130899199001010013' } } }),
    ]
    const { body } = await desk.post('/exposures/travel/batch', { items })
    const said = body.verdicts.map((one: { ok: boolean; problem?: { code: string } }) =>
      one.ok ? 'kept' : one.problem?.code,
    )
    expect(said).toEqual([
      'kept',
      'exposures.in-future',
      'exposures.times-reversed',
      'exposures.person-unknown',
      'exposures.number-not-of-means',
      'exposures.number-not-of-means',
      'kernel.not-allowed',
      'kernel.input-invalid',
      'kernel.input-invalid',
      'kernel.input-invalid',
      'exposures.corrected-unknown',
      'kernel.input-invalid',
    ])
    const contacts = [
      aContact(village, { with: { personId: newId() } }),
      aContact(village, { with: { gatheringId: newId() } }),
      aContact(village, {
        person: { personId: body.verdicts[0].receipt.personId },
        with: { personId: body.verdicts[0].receipt.personId },
      }),
    ]
    const replied = await desk.post('/exposures/contacts/batch', { items: contacts })
    expect(replied.body.verdicts.map((one: { problem: { code: string } }) => one.problem.code)).toEqual([
      'exposures.person-unknown',
      'exposures.gathering-unknown',
      'exposures.with-oneself',
    ])
    expect(await desk.post('/exposures/stays', aStay(village, { at: { key: 'nowhere' } }))).toMatchObject({
      status: 404,
      body: { code: 'exposures.place-unknown' },
    })
  }),
)
