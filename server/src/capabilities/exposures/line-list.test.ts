import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aHouseholdToSend, aMember } from '../people/households.factory.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aContact, aJourney, aStay, givenCounty, personOf, somebody } from './exposures.factory.ts'

const CUT_OFF = '2020-02-18T23:59:59+08:00'
const tracing = { purpose: 'contact-tracing' } as const
const at = (moment: string) => encodeURIComponent(moment)

test(
  'the list is masked, newest first, page by page, and says every category of each person',
  scenario(async (stage) => {
    const { desk, village } = await givenCounty(stage)
    const items = Array.from({ length: 7 }, (_, nth) =>
      aJourney(village, {
        arrivedAt: `2020-01-2${nth}T08:00:00+08:00`,
        ...(nth === 3 ? { from: { code: '420500' } } : {}),
      }),
    )
    const sent = await desk.post('/exposures/travel/batch', { items })
    const ids = sent.body.verdicts.map((one: { receipt: { personId: string } }) => one.receipt.personId)
    await stage.settle()
    const seen: string[] = []
    let next = ''
    do {
      const page = await desk.get(
        `/line-list?category=from-hubei&asOf=${at(CUT_OFF)}&limit=3${next ? `&after=${at(next)}` : ''}`,
        tracing,
      )
      expect(page.status).toBe(200)
      for (const { person, categories } of page.body.items) {
        seen.push(person.id)
        expect(person).toMatchObject({ visible: true, name: '周*满' })
        expect(categories).toEqual(person.id === ids[3] ? ['from-hubei'] : ['from-hubei', 'from-wuhan'])
      }
      next = page.body.next ?? ''
    } while (next)
    expect(seen).toEqual([...ids].reverse())
    expect(await desk.get('/line-list?category=from-hubei')).toMatchObject({
      status: 422,
      body: { code: 'kernel.purpose-needed' },
    })
    const looks = await desk.get(`/people/${ids[0]}/accesses`, { purpose: 'resident-request' })
    expect(looks.body.items[0]).toMatchObject({ purpose: 'contact-tracing' })
  }),
)

test(
  'a township sees its own people, also those exposed to somebody of another township',
  scenario(async (stage) => {
    const { desk, village, count, members } = await givenCounty(stage)
    const west = `${stage.county}101201`
    const source = personOf(await desk.post('/exposures/travel', aJourney(west)))
    const exposed = personOf(await desk.post('/exposures/contacts', aContact(village, { with: { personId: source } })))
    await stage.settle()
    const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
    expect(await count('contacts-wuhan', CUT_OFF, officer)).toBe(1)
    expect(await count('from-wuhan', CUT_OFF, officer)).toBe(0)
    expect(await members('contacts-wuhan', CUT_OFF, officer)).toEqual([exposed])
    const facts = await officer.get(`/exposures/persons/${exposed}`, tracing)
    expect(facts.body.contacts).toMatchObject([{ with: source, kind: 'household' }])
    expect(facts.body.others).toMatchObject([{ id: source, visible: false, name: null }])
    expect(await officer.get(`/exposures/persons/${source}`, tracing)).toMatchObject({
      status: 404,
      body: { code: 'exposures.nobody' },
    })
    expect((await officer.get(`/line-list?category=from-wuhan&area=${west}`, tracing)).status).toBe(403)
    expect((await officer.get(`/line-list/categories?area=${west}`)).status).toBe(403)
  }),
)

test(
  'why names the facts: the leg, the earlier leg, the person met, the place, and what keeps somebody out',
  scenario(async (stage) => {
    const { desk, village } = await givenCounty(stage)
    const out = aJourney(village, { to: { code: '110000' }, arrivedAt: '2020-01-16T12:00:00+08:00' })
    const wuhan = personOf(await desk.post('/exposures/travel', out))
    const home = aJourney(village, {
      person: { personId: wuhan },
      from: { code: '110000' },
      arrivedAt: '2020-01-18T12:00:00+08:00',
    })
    personOf(await desk.post('/exposures/travel', home))
    const stay = aStay(village, { person: { personId: wuhan }, at: { key: 'huanan-market' } })
    personOf(await desk.post('/exposures/stays', stay))
    const contact = aContact(village, { with: { personId: wuhan } })
    const met = personOf(await desk.post('/exposures/contacts', contact))
    const why = async (personId: string, category: string, asOf = CUT_OFF) =>
      (await desk.get(`/exposures/persons/${personId}/why?category=${category}&asOf=${at(asOf)}`, tracing)).body
    expect(await why(wuhan, 'from-wuhan')).toMatchObject({
      member: true,
      since: '2020-01-18T04:00:00.000Z',
      version: 1,
      grounds: [{ fact: 'travel', factId: home.id, because: out.id }],
      within: { code: 'from-hubei', since: '2020-01-18T04:00:00.000Z' },
    })
    expect(await why(wuhan, 'near-huanan-market')).toMatchObject({
      member: true,
      grounds: [{ fact: 'stay', factId: stay.id }],
    })
    expect(await why(met, 'contacts-wuhan')).toMatchObject({
      member: true,
      grounds: [{ fact: 'contact', factId: contact.id, because: wuhan }],
    })
    expect(await why(met, 'contacts-wuhan', '2020-01-20T00:00:00+08:00')).toMatchObject({ member: false })
    expect(await why(wuhan, 'from-elsewhere')).toMatchObject({
      member: false,
      keptOutBy: [{ code: 'from-hubei', since: '2020-01-18T04:00:00.000Z' }],
    })
    expect(await why(wuhan, 'nothing')).toMatchObject({ code: 'exposures.category-unknown' })
  }),
)

test(
  'a person’s facts come whole, with a plate that is masked',
  scenario(async (stage) => {
    const { desk, village } = await givenCounty(stage)
    const by = { means: 'own-car' as const, plate: '冀H12345', via: [{ code: '1101' }, { place: '服务区' }] }
    const journey = aJourney(village, { ...by, leftAt: '2020-01-21T08:00:00+08:00', leftEstimated: true })
    const personId = personOf(await desk.post('/exposures/travel', journey))
    const { body } = await desk.get(`/exposures/persons/${personId}`, tracing)
    expect(body.travel).toMatchObject([
      {
        from: { code: '420100', place: null },
        via: [{ code: '1101' }, { place: '服务区' }],
        to: { code: village },
        leftEstimated: true,
        arrivedEstimated: false,
        plate: '冀H***45',
        service: null,
      },
    ])
    expect(JSON.stringify(body)).not.toContain('冀H12345')
  }),
)

test(
  'a definition is a version: it is checked, it nests, and a changed one moves people at once',
  scenario(async (stage) => {
    const { desk, village, count } = await givenCounty(stage)
    personOf(await desk.post('/exposures/travel', aJourney(village, { from: { code: '420500' } })))
    personOf(await desk.post('/exposures/travel', aJourney(village, { from: { place: 'Japan' } })))
    await stage.settle()
    const define = (given: object) => desk.post('/line-list/categories', given)
    const abroad = {
      code: 'from-abroad',
      zh: '从境外来',
      en: 'From abroad',
      within: 'from-elsewhere',
      condition: { any: [{ travel: { into: true, from: ['japan', 'Italy'] } }] },
    }
    expect(await define(abroad)).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect(await define(abroad)).toMatchObject({ status: 201, body: { arrival: 'again' } })
    expect(await count('from-abroad', CUT_OFF)).toBe(1)
    expect(await define({ ...abroad, zh: '境外' })).toMatchObject({
      status: 409,
      body: { code: 'exposures.version-passed' },
    })
    expect(
      (await define({ ...abroad, version: 2, condition: { any: [{ travel: { from: ['Italy'] } }] } })).status,
    ).toBe(201)
    expect(await count('from-abroad', CUT_OFF)).toBe(0)
    await stage.settle()
    expect(await count('from-abroad', CUT_OFF)).toBe(0)
    const codes = async (given: object) => (await define({ zh: '某类', en: 'Some', ...given })).body.code
    expect(await codes({ code: 'aa', condition: { any: [{ member: 'bb' }] } })).toBe('exposures.category-unknown')
    expect(await codes({ code: 'aa', condition: { any: [{ place: { key: 'nowhere' } }] } })).toBe(
      'exposures.place-unknown',
    )
    expect(await codes({ code: 'aa', condition: { any: [{ member: 'aa' }] } })).toBe('exposures.category-circular')
    expect(await codes({ code: 'from-hubei', version: 2, condition: { any: [{ member: 'contacts-both' }] } })).toBe(
      'exposures.category-circular',
    )
    expect(await codes({ code: 'aa', condition: { any: [{ member: 'from-hubei' }], unless: ['contacts-both'] } })).toBe(
      'exposures.kept-out-twice',
    )
    expect(await codes({ code: 'aa', condition: { any: [] } })).toBe('kernel.input-invalid')
    const gone = { ...abroad, version: 3, retired: true }
    expect((await define(gone)).status).toBe(201)
    expect(await count('from-abroad', CUT_OFF)).toBeUndefined()
    await stage.settle()
    const hubei = { code: 'from-hubei', version: 2, retired: true, condition: { any: [{ member: 'from-wuhan' }] } }
    expect(await codes(hubei)).toBe('exposures.category-needed')
    expect(await desk.post('/line-list/start')).toMatchObject({ body: { categories: 0, places: 0 } })
  }),
)

test(
  'the figures come from the definitions: zero is said, and what nobody defined is missing',
  scenario(async (stage) => {
    const first = await stage.as.countyDesk()
    const value = (figure: string) => first.get(`/figures/${figure}?asOf=${at(CUT_OFF)}`)
    expect(await value('near-huanan-market')).toMatchObject({ status: 404, body: { code: 'reporting.not-defined' } })
    const { desk, village } = await givenCounty(stage)
    expect(await value('near-huanan-market')).toMatchObject({ status: 200, body: { value: 0 } })
    personOf(await desk.post('/exposures/travel', aJourney(village)))
    expect((await value('from-wuhan')).body.value).toBe(1)
    await stage.settle()
    expect((await value('from-wuhan')).body.value).toBe(1)
    expect((await desk.get(`/figures/from-wuhan?area=${stage.county}101&asOf=${at(CUT_OFF)}`)).body.value).toBe(0)
    const { body } = await desk.get('/figures')
    expect(body.items.find(({ name }: { name: string }) => name === 'from-wuhan')).toMatchObject({
      subsetOf: 'from-hubei',
    })
  }),
)

test(
  'persons that turn out to be one are one on the list',
  scenario(async (stage) => {
    const { desk, village, count } = await givenCounty(stage)
    const one = personOf(await desk.post('/exposures/travel', aJourney(village)))
    const other = personOf(
      await desk.post('/exposures/travel', aJourney(village, { arrivedAt: '2020-01-24T08:00:00+08:00' })),
    )
    personOf(
      await desk.post('/exposures/contacts', aContact(village, { person: somebody(), with: { personId: other } })),
    )
    await stage.settle()
    expect(await count('from-wuhan', CUT_OFF)).toBe(2)
    const merge = {
      id: newId(),
      keptId: one,
      mergedId: other,
      ground: '同一人',
      recordedAt: '2020-02-03T08:00:00+08:00',
    }
    expect((await desk.post('/people/merges', merge)).status).toBe(201)
    expect(await count('from-wuhan', CUT_OFF)).toBe(1)
    await stage.settle()
    expect(await count('from-wuhan', CUT_OFF)).toBe(1)
    expect(await count('contacts-wuhan', CUT_OFF)).toBe(1)
    const undone = { id: newId(), ground: '是两个人', recordedAt: '2020-02-03T09:00:00+08:00' }
    expect((await desk.post(`/people/merges/${merge.id}/undo`, undone)).status).toBe(201)
    expect(await count('from-wuhan', CUT_OFF)).toBe(2)
    await stage.settle()
    expect(await count('from-wuhan', CUT_OFF)).toBe(2)
  }),
)

test(
  'whoever moves to another township is on the list of the new one',
  scenario(async (stage) => {
    const { desk, village, count } = await givenCounty(stage)
    await stage.inside((ctx) => keepInventedDivisions(ctx))
    const member = aMember({ relation: 'head' })
    const home = aHouseholdToSend(village, { members: [member] })
    expect((await desk.post('/households', home)).status).toBe(201)
    personOf(await desk.post('/exposures/travel', aJourney(village, { person: { personId: member.id } })))
    await stage.settle()
    const west = `${stage.county}101201`
    const when = { on: '2020-02-02', recordedAt: '2020-02-03T08:00:00+08:00' }
    const move = { id: newId(), division: west, block: '第2组', walkOrder: 5, door: '9号', ...when }
    expect((await desk.post(`/households/${home.id}/move`, move)).status).toBe(201)
    const officer = await stage.as.role('township-officer', { division: west.slice(0, 9) })
    await stage.settle()
    expect(await count('from-wuhan', CUT_OFF, officer)).toBe(1)
    expect(await count('from-wuhan', CUT_OFF)).toBe(1)
  }),
)

test(
  'a place without a code takes in what is smaller after a comma, and nothing that merely begins alike',
  scenario(async (stage) => {
    const { desk, village, count } = await givenCounty(stage)
    const places = ['Guinea', 'guinea, Conakry', 'Guinea,科纳克里', 'Guinea-Bissau', 'Guinea%']
    const items = places.map((place) => aJourney(village, { from: { place } }))
    expect((await desk.post('/exposures/travel/batch', { items })).body.verdicts).toHaveLength(5)
    const category = (from: string[], code: string) =>
      desk.post('/line-list/categories', { code, zh: '名单', en: 'List', condition: { any: [{ travel: { from } }] } })
    expect((await category(['Guinea'], 'guinea')).status).toBe(201)
    expect((await category(['Guinea%'], 'odd')).status).toBe(201)
    expect(await count('guinea')).toBe(3)
    expect(await count('odd')).toBe(1)
  }),
)
