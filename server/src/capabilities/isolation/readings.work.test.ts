import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { tellOffices } from './jobs.readings.ts'
import { aReading, earlyPlan, givenObserved, givenPlan } from './readings.factory.ts'

const care = { purpose: 'isolation-care' } as const
const now = () => new Date().toISOString()

test(
  'a team walks from door to door, group by group, page by page',
  scenario(async (stage) => {
    await givenPlan(stage)
    const { homes, cadre } = await givenObserved(stage, { homes: 5, standing: true })
    // Doors 5 … 1 were made in this order; odd doors stand in group 2, even ones in group 1.
    const inOrder = [2, 4, 1, 3, 5].map((door) => homes[5 - door]?.orderId)
    const walked: string[] = []
    let after = ''
    do {
      const { status, body } = await cadre.get(`/isolation/work?state=all&limit=2${after && `&after=${after}`}`, care)
      expect(status).toBe(200)
      walked.push(...body.items.map(({ orderId }: { orderId: string }) => orderId))
      after = body.next ?? ''
    } while (after)
    expect(walked).toEqual(inOrder)
  }),
)

test(
  'who has been measured is no work any more, and a fever is looked for',
  scenario(async (stage) => {
    await givenPlan(stage)
    const { homes, cadre } = await givenObserved(stage, { homes: 2, standing: true })
    const open = async (state: string) => {
      const { body } = await cadre.get(`/isolation/work?state=${state}`, care)
      return body.items.map(({ orderId }: { orderId: string }) => orderId)
    }
    expect(await open('open')).toHaveLength(2)
    const [first, second] = homes
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const items = (['morning', 'evening'] as const).map((slot) =>
      aReading(first?.orderId ?? '', { recordedAt: now(), day, slot, temperatureC: slot === 'morning' ? 36.4 : 38.1 }),
    )
    await cadre.post('/isolation/readings/batch', { items })
    expect(await open('open')).toEqual([second?.orderId])
    expect(await open('abnormal')).toEqual([first?.orderId])
    const neighbour = await stage.as.role('village-cadre', { division: `${stage.county}100202` })
    expect((await neighbour.get('/isolation/work?state=all', care)).body.items).toEqual([])
    expect((await cadre.get('/isolation/work')).body.code).toBe('kernel.purpose-needed')
  }),
)

test(
  'a missed check climbs from office to office until somebody is met, and each office is told once',
  scenario(async (stage) => {
    await givenPlan(stage, { ...earlyPlan, climb: { village: 0, township: 0, county: 30 * 1440 } })
    const { homes, cadre, village } = await givenObserved(stage, { homes: 2, standing: true })
    const climbing = async () => (await cadre.get('/isolation/readings/climbing', care)).body.items
    expect((await climbing()).map(({ level }: { level: string }) => level)).toEqual(['township', 'township'])
    const tell = () => stage.inside((ctx) => tellOffices(ctx))
    expect(await tell()).toEqual({ village: 0, township: 2, county: 0 })
    expect(await tell()).toEqual({ village: 0, township: 0, county: 0 })
    await stage.settle()
    const township = await stage.as.role('township-officer', { division: village.slice(0, 9) })
    const heard = (await township.get('/sync/feed')).body.items.filter(
      ({ kind }: { kind: string }) => kind === 'missed-check',
    )
    expect(heard.flatMap(({ ids }: { ids: string[] }) => ids).sort()).toEqual(
      homes.map(({ orderId }) => orderId).sort(),
    )
    const [met] = homes
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await cadre.post('/isolation/readings/batch', {
      items: [aReading(met?.orderId ?? '', { recordedAt: now(), day, slot: 'evening' })],
    })
    expect((await climbing()).map(({ orderId }: { orderId: string }) => orderId)).toEqual([homes[1]?.orderId])
  }),
)

test(
  'a reading of a day that has not come does not quieten what is missed',
  scenario(async (stage) => {
    await givenPlan(stage)
    const { orderId, cadre } = await givenObserved(stage, { standing: true })
    const day = new Date(Date.now() + 8 * 3_600_000 + 3 * 86_400_000).toISOString().slice(0, 10)
    const ahead = aReading(orderId, { recordedAt: now(), day, slot: 'morning' })
    const { body } = await cadre.post(`/isolation/orders/${orderId}/readings`, ahead)
    expect(body.doubt).toBe('day-apart')
    expect((await cadre.get('/isolation/readings/climbing', care)).body.items).toHaveLength(1)
    const doubtful = await cadre.get('/isolation/readings/doubtful', care)
    expect(doubtful.body.items).toMatchObject([{ id: ahead.id, doubt: 'day-apart', orderId }])
  }),
)

test(
  'the board counts what each village owes, and only what had been taken by the moment',
  scenario(async (stage) => {
    const { homes, desk, cadre, village } = await givenObserved(stage, { homes: 3 })
    const at = (time: string) => `2020-02-08T${time}:00+08:00`
    const [one, two] = homes
    await cadre.post('/isolation/readings/batch', {
      items: [
        aReading(one?.orderId ?? '', { recordedAt: at('07:30') }),
        aReading(two?.orderId ?? '', { recordedAt: at('11:00'), temperatureC: 37.9 }),
        aReading(two?.orderId ?? '', { recordedAt: at('11:30') }),
      ],
    })
    const board = async (time: string, area = '') => {
      const query = `asOf=${encodeURIComponent(at(time))}${area && `&area=${area}`}`
      return (await desk.get(`/isolation/readings/board?${query}`)).body
    }
    const morning = { slot: 'morning', owed: 3, done: 1, late: 0, missed: 0, abnormal: 0 }
    expect((await board('10:30')).total[0]).toEqual({ ...morning, due: 2 })
    expect((await board('11:45')).total[0]).toEqual({ ...morning, late: 1, due: 1, abnormal: 1 })
    const noon = await board('12:00', village.slice(0, 9))
    expect(noon.divisions).toMatchObject([{ division: village, observed: 3 }])
    expect(noon.divisions[0].slots[0]).toEqual({ ...morning, late: 1, due: 0, missed: 1, abnormal: 1 })
  }),
)

test(
  'windows and clocks are the county’s to state, for days that have not begun',
  scenario(async (stage) => {
    const desk = await stage.as.countyDesk()
    const { body } = await desk.get('/isolation/reading-plans')
    expect(body).toMatchObject({ items: [], inForce: { climb: { county: 360 } } })
    const plan = { id: newId(), since: '2099-01-01', body: body.inForce }
    expect(await desk.post('/isolation/reading-plans', plan)).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect((await desk.post('/isolation/reading-plans', plan)).body.arrival).toBe('again')
    const begun = { ...plan, id: newId(), since: '2020-02-01' }
    expect((await desk.post('/isolation/reading-plans', begun)).body.code).toBe('isolation.plan-begun')
    const climb = { village: 60, township: 30, county: 90 }
    const backwards = { ...plan, id: newId(), body: { ...body.inForce, climb } }
    expect((await desk.post('/isolation/reading-plans', backwards)).body.code).toBe('kernel.input-invalid')
  }),
)
