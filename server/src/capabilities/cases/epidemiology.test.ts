import { expect, test } from 'vitest'
import { type Client, newId, scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aCase } from './course.factory.ts'

const noon = (day: string) => `2020-02-${day}T12:00:00+08:00`
const asOf = `asOf=${encodeURIComponent(noon('28'))}`

/** Confirmed by a swab on the day after onset; without a day of onset never ill. */
async function infected(desk: Client, village: string, onset: string | null, seen = onset ?? '10') {
  const well = onset === null ? { temperatureC: null, site: null, symptoms: [] } : {}
  const one = await aCase(desk, village, { at: noon(seen), recordedAt: noon(seen), ...well })
  if (onset) await one.onset(noon(seen), `2020-02-${onset}`)
  await one.tested(noon(seen), noon(seen), 'positive')
  expect((await one.decide(noon(seen), onset ? 'confirmed' : 'asymptomatic', 'laboratory')).status).toBe(201)
  return one
}

test(
  'the curve puts on a day only what has one; figures of a moment are those of that moment',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const village = `${county}100201`
    await infected(desk, village, '08')
    await infected(desk, village, '08', '09')
    await infected(desk, village, null)
    const suspect = await aCase(desk, village, { at: noon('11'), recordedAt: noon('11') })
    await suspect.evidence(noon('11'), 'affected-area', 'imaging')
    await suspect.decide(noon('11'), 'suspected', 'rule')
    const fever = await aCase(desk, village, { at: noon('12'), recordedAt: noon('12') })
    await fever.decide(noon('13'), 'excluded', 'clinical')
    const curve = await desk.get(`/epidemiology/curve?${asOf}`)
    expect(curve.body).toMatchObject({
      days: [{ day: '2020-02-08', status: 'confirmed', cases: 2 }],
      withoutOnset: expect.arrayContaining([
        { status: 'asymptomatic', cases: 1 },
        { status: 'suspected', cases: 1 },
      ]),
      stands: expect.arrayContaining([{ status: 'excluded', cases: 1 }]),
    })
    const early = await desk.get(`/epidemiology/curve?asOf=${encodeURIComponent(noon('08'))}`)
    expect(early.body.days).toEqual([{ day: '2020-02-08', status: 'confirmed', cases: 1 }])
    const figure = async (name: string, day = '28') =>
      (await desk.get(`/figures/${name}?asOf=${encodeURIComponent(noon(day))}`)).body.value
    const names = [
      'fevers-elsewhere',
      'fevers-elsewhere-excluded',
      'suspected-now',
      'suspected',
      'confirmed',
      'asymptomatic',
    ]
    expect(await Promise.all(names.map((name) => figure(name)))).toEqual([4, 1, 1, 1, 2, 1])
    expect(await Promise.all(names.map((name) => figure(name, '12')))).toEqual([4, 0, 1, 1, 2, 1])
    const neighbour = await as.role('township-officer', { division: `${county}101` })
    expect((await neighbour.get(`/epidemiology/curve?${asOf}`)).body).toMatchObject({
      days: [],
      withoutOnset: [],
      stands: [],
    })
    expect((await neighbour.get(`/epidemiology/curve?area=${county}100`)).body.code).toBe('kernel.not-allowed')
    expect((await desk.get('/epidemiology/curve?asOf=yesterday')).body.code).toBe('kernel.input-invalid')
  }),
)

test(
  'who may have infected whom, and how long it took; a ring is refused',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const village = `${county}100201`
    const first = await infected(desk, village, '01')
    const seconds = []
    for (const onset of ['05', '06', '06', '07', '08']) {
      const second = await infected(desk, village, onset)
      const met = { metFrom: '2020-02-01T18:00:00+08:00', metTill: '2020-02-02T09:00:00+08:00' }
      const source = await second.send('sources', noon('09'), {
        sourceCaseId: first.caseId,
        setting: 'shared-meal',
        ...met,
      })
      expect(source.status).toBe(201)
      seconds.push(second)
    }
    const ring = await first.send('sources', noon('09'), { sourceCaseId: seconds[0]?.caseId, setting: 'household' })
    expect(ring.body.code).toBe('cases.source-itself')
    await first.send('sources', noon('09'), { setting: 'affected-area' })
    const tree = (await desk.get(`/epidemiology/tree?${asOf}`)).body
    expect(tree.cases[0]).toMatchObject({ id: first.caseId, day: '2020-02-01', onset: true, setting: 'affected-area' })
    expect(tree.links).toHaveLength(5)
    expect(tree.links.map(({ days }: { days: number }) => days).sort()).toEqual([4, 5, 5, 6, 7])
    const { incubation, serialInterval } = (await desk.get(`/epidemiology/delays?${asOf}`)).body
    expect([incubation.n, serialInterval.n]).toEqual([5, 5])
    expect(serialInterval.estimates.find(({ family }: { family: string }) => family === 'normal').mean).toBeCloseTo(
      5.4,
      1,
    )
    const [best] = incubation.estimates
    expect(best.low).toBeLessThan(best.mean)
    expect(best.mean).toBeGreaterThan(3.9)
    expect(best.mean).toBeLessThan(6)
    const corrected = { id: newId(), sourceCaseId: null, setting: 'unknown' }
    await seconds[0]?.send('sources', noon('10'), corrected)
    expect((await desk.get(`/epidemiology/tree?${asOf}`)).body.links).toHaveLength(4)
    expect((await desk.get(`/epidemiology/delays?${asOf}`)).body.serialInterval).toEqual({
      n: 4,
      fewest: 5,
      estimates: [],
    })
  }),
)

test(
  'the reproduction number comes with its interval and its reasons, of the county and of one township',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const village = `${county}100201`
    const first = await infected(desk, village, '01')
    await first.send('sources', noon('02'), { setting: 'affected-area' })
    const onsets = ['06', '07', '08', '08', '09', '09', '10', '10', '11', '11', '12', '12']
    for (const onset of onsets) await infected(desk, village, onset)
    const read = async (more = '') => (await desk.get(`/epidemiology/reproduction?${asOf}${more}`)).body
    const found = await read()
    expect(found).toMatchObject({
      interval: { meanDays: 4.7, sdDays: 2.9, from: 'profile' },
      ...{ windowDays: 7, fewest: 11, cases: 13, imported: 1, withoutOnset: 0 },
    })
    const on = (day: string) => found.days.find((one: { day: string }) => one.day === `2020-02-${day}`)
    expect(on('05')).toMatchObject({ found: null, why: 'too-early' })
    expect(on('09')).toMatchObject({ found: null, why: 'too-few', inWindow: 6 })
    const { mean, low, high } = on('12').found
    expect(on('12').inWindow).toBe(12)
    expect(low).toBeLessThan(mean)
    expect(mean).toBeLessThan(high)
    expect(found.days.at(-1)).toMatchObject({ day: '2020-02-28', local: 0, why: 'too-few' })
    // Each was counted on the day after it fell ill or the same: what is older than that is settled.
    expect(found.delayDays).toBeLessThanOrEqual(1)
    const early = (await desk.get(`/epidemiology/reproduction?asOf=${encodeURIComponent(noon('08'))}`)).body
    expect(early).toMatchObject({ cases: 5, delayDays: null, unsettledFrom: null })
    expect(await read(`&area=${county}101`)).toMatchObject({ cases: 0, days: [] })
    expect((await desk.get('/epidemiology/curve?by=found')).body).toMatchObject({ by: 'found', withoutOnset: [] })
    const chik = await read('&disease=chikungunya')
    expect(chik).toMatchObject({ interval: null, days: [] })
    expect((await desk.get(`/epidemiology/reproduction?disease=none`)).status).toBe(404)
  }),
)
