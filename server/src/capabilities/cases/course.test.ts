import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aContact } from '../exposures/exposures.factory.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aCase, aFever } from './course.factory.ts'
import { openFever, openFevers } from './index.ts'

const looking = { purpose: 'fever-hand-over' } as const

test(
  'a fever opens a case under the edition of its day, once however often it is sent',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const village = `${county}100201`
    const cadre = await as.role('village-cadre', { division: village })
    const fever = aFever(village)
    const first = await cadre.post('/cases/fevers', fever)
    expect(first).toMatchObject({ status: 201, body: { id: fever.id, arrival: 'new' } })
    expect((await cadre.post('/cases/fevers', fever)).body).toMatchObject({
      arrival: 'again',
      caseId: first.body.caseId,
    })
    expect((await cadre.post('/cases/fevers', { ...fever, temperatureC: 39 })).body.code).toBe('kernel.id-taken')
    const desk = await as.countyDesk()
    const listed = await desk.get('/cases', looking)
    expect(listed).toMatchObject({
      status: 200,
      body: {
        items: [
          { id: first.body.caseId, status: 'fever', origin: 'clinic', profile: 'covid19-cn-ed4', division: village },
        ],
        next: null,
      },
    })
    const read = await desk.get(`/cases/${first.body.caseId}`, looking)
    expect(read.body).toMatchObject({
      person: { id: first.body.personId, name: expect.stringContaining('*') },
      fevers: [{ originId: fever.id, temperatureC: 38.4, site: 'axillary', symptoms: ['cough'] }],
    })
  }),
)

test(
  'the evening fever of somebody whose case stands joins it; found in one breath they open one case',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const village = `${county}100201`
    const desk = await as.countyDesk()
    const { personId, caseId } = (await desk.post('/cases/fevers', aFever(village))).body
    const reading = (hour: number, who = personId) => ({
      origin: { kind: 'reading' as const, id: newId() },
      personId: who,
      division: village,
      at: new Date(Date.UTC(2020, 1, 10, hour)),
      temperatureC: 38.1,
      site: 'forehead' as const,
      symptoms: [],
    })
    const evening = reading(11)
    expect(await inside((ctx) => openFever(ctx, evening))).toBe(caseId)
    expect(await inside((ctx) => openFever(ctx, evening))).toBe(caseId)
    const other = (
      await desk.post('/people', {
        id: newId(),
        division: village,
        recordedAt: '2020-02-10T08:00:00+08:00',
        name: '周大寒',
      })
    ).body.personId
    const both = await inside((ctx) => openFevers(ctx, [reading(1, other), reading(2, other)]))
    expect(both.map(({ arrival }) => arrival)).toEqual(['new', 'new'])
    expect(new Set(both.map((one) => one.caseId)).size).toBe(1)
    expect((await desk.get(`/cases/${caseId}`, looking)).body.fevers).toHaveLength(2)
    expect((await desk.get('/cases', looking)).body.items).toHaveLength(2)
  }),
)

test(
  'what cannot be is refused, and a neighbouring township sees nothing',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const village = `${county}100201`
    const desk = await as.countyDesk()
    const send = async (given: object) => (await desk.post('/cases/fevers', { ...aFever(village), ...given })).body.code
    expect(await send({ site: null })).toBe('kernel.input-invalid')
    expect(await send({ temperatureC: 51 })).toBe('kernel.input-invalid')
    expect(await send({ symptoms: ['Cough!'] })).toBe('kernel.input-invalid')
    expect(await send({ origin: 'checkpoint' })).toBe('kernel.input-invalid')
    expect(await send({ at: '2090-01-01T00:00:00+08:00' })).toBe('cases.in-future')
    expect(await send({ person: { personId: newId() } })).toBe('cases.person-unknown')
    const { caseId } = (await desk.post('/cases/fevers', aFever(village))).body
    const neighbour = await as.role('township-officer', { division: `${county}101` })
    expect((await neighbour.get('/cases', looking)).body.items).toEqual([])
    expect((await neighbour.get(`/cases/${caseId}`, looking)).body.code).toBe('cases.unknown')
    expect((await desk.get('/cases')).body.code).toBe('kernel.purpose-needed')
  }),
)

test(
  'a case shows whom the person met, from which day that counts, and whether they are a case themselves',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const village = `${county}100201`
    const desk = await as.countyDesk()
    const [one, other] = [await aCase(desk, village), await aCase(desk, village)]
    const met = (lastAt: string) =>
      desk.post(
        '/exposures/contacts',
        aContact(village, {
          person: { personId: one.personId },
          with: { personId: other.personId },
          firstAt: '2020-01-20T18:00:00+08:00',
          lastAt,
        }),
      )
    expect((await met('2020-02-06T18:00:00+08:00')).status).toBe(201)
    await one.onset('2020-02-10T09:00:00+08:00', '2020-02-08')
    expect((await one.read()).contacts).toMatchObject([
      { person: { id: other.personId }, counts: false, isolated: false, caseId: other.caseId },
    ])
    expect((await met('2020-02-09T18:00:00+08:00')).status).toBe(201)
    expect((await one.read()).contacts).toMatchObject([{ counts: true }])
    expect((await other.read()).contacts).toMatchObject([{ person: { id: one.personId }, caseId: one.caseId }])
  }),
)
