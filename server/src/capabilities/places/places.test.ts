import { expect, test } from 'vitest'
import { newId, type Scenario, scenario, stage } from '../../../test/scenario/scenario.ts'
import { importCounty } from './index.ts'
import { inventedDivisions, keepInventedDivisions } from './places.factory.ts'
import { keepEdition } from './sql.divisions.ts'

/** Real codes need the real county; no two tests here use the same. */
const inCounty = (county: number, work: (scenario: Scenario) => Promise<void>) =>
  scenario(({ app, server }) => work(stage(app, server, county)))

const levels = (items: { level: string }[]) =>
  ['county', 'township', 'village', 'community'].map((level) => items.filter((one) => one.level === level).length)

test(
  'Xinglong is brought in by its code, once',
  inCounty(130822, async ({ as }) => {
    const desk = await as.countyDesk()
    const first = await desk.post('/places/county', { code: '130822' })
    expect(first).toMatchObject({
      status: 201,
      body: { name: '兴隆县', edition: '2023-06-30', townships: 20, villages: 289, communities: 8, added: 318 },
    })
    expect((await desk.post('/places/county', { code: '130822' })).body.added).toBe(0)
    const { items, next } = (await desk.get('/places/divisions')).body
    expect(next).toBeNull()
    expect(levels(items)).toEqual([1, 20, 289, 8])
    expect(items.find((one: { code: string }) => one.code === '130822100')).toEqual({
      code: '130822100',
      name: '兴隆镇',
      level: 'township',
      parent: '130822',
      committee: false,
      edition: '2023-06-30',
      validFrom: null,
      validTo: null,
      position: null,
    })
    const town = (await desk.get('/places/divisions?parent=130822100')).body.items
    expect(levels(town)).toEqual([0, 0, 29, 8])
    const page = (await desk.get('/places/divisions?level=village&limit=100')).body
    const rest = (await desk.get(`/places/divisions?level=village&after=${page.next}`)).body
    expect(page.items.length + rest.items.length).toBe(289)
  }),
)

test.each([
  [441900, 36],
  [620201, 5],
  [659001, 8],
  [110101, 17],
])('county %i can be brought in as well, from the command line', async (county, townships) => {
  await inCounty(county, async ({ as, inside }) => {
    const done = await inside((ctx) => importCounty(ctx, String(county)))
    expect(done.added).toBeGreaterThan(10)
    expect(done.townships).toBe(townships)
    const cadre = await as.role('auditor')
    expect((await cadre.get('/places/divisions?level=township')).body.items).toHaveLength(done.townships)
  })()
})

test(
  'a code that is no county, another county and a township seat are refused',
  inCounty(130825, async ({ as }) => {
    const desk = await as.countyDesk()
    const refused = async (code: string) => (await desk.post('/places/county', { code })).body
    expect(await refused('130899')).toMatchObject({ code: 'places.county-unknown', status: 404, resend: 'never' })
    expect(await refused('710101')).toMatchObject({ code: 'places.county-unknown' })
    expect(await refused('130822')).toMatchObject({ code: 'places.county-not-here', status: 409 })
    expect(await refused('../../etc')).toMatchObject({ code: 'kernel.input-invalid', status: 422 })
    const officer = await as.role('township-officer', { division: '130825100' })
    expect((await officer.post('/places/county', { code: '130825' })).status).toBe(403)
    expect((await desk.get('/places/divisions')).body.items).toEqual([])
  }),
)

test(
  'a newer edition adds codes and names and ends what it no longer lists',
  scenario(async ({ county, inside, as }) => {
    await inside((ctx) => keepInventedDivisions(ctx))
    const renamed = inventedDivisions(county)
      .filter(({ code }) => !code.endsWith('100202'))
      .map((one) => (one.name === '西乡' ? { ...one, name: '西镇' } : one))
    const anew = {
      code: `${county}100203`,
      name: '新村村民委员会',
      level: 'village',
      parent: `${county}100`,
      committee: true,
    } as const
    expect(await inside((ctx) => keepEdition(ctx.tx, [...renamed, anew], '2024-06-30'))).toBe(1)
    const { items } = (await (await as.countyDesk()).get('/places/divisions')).body
    const by = (suffix: string) => items.find((one: { code: string }) => one.code === `${county}${suffix}`)
    expect(by('101')).toMatchObject({ name: '西镇', validTo: null, edition: '2023-06-30' })
    expect(by('100202')).toMatchObject({ name: '柳树沟村民委员会', validTo: '2024-06-30' })
    expect(by('100203')).toMatchObject({ validFrom: '2024-06-30', edition: '2024-06-30' })
  }),
)

test(
  "the outline is GeoJSON, of one's own county or of another",
  inCounty(130824, async ({ as }) => {
    const auditor = await as.role('auditor')
    const xinglong = (await auditor.get('/places/outline?county=130822')).body
    expect(xinglong).toMatchObject({
      type: 'Feature',
      id: '130822',
      geometry: { type: 'MultiPolygon' },
      properties: { name: '兴隆县', drawnAsCode: '130822', drawnIn: '2018', label: [117.500558, 40.417358] },
    })
    expect(xinglong.geometry.coordinates).toHaveLength(2)
    expect((await auditor.get('/places/outline')).body.properties.name).toBe('滦平县')
    expect((await auditor.get('/places/outline?county=130871')).body).toMatchObject({ code: 'places.outline-missing' })
    expect((await auditor.get('/places/outline?county=123456')).body).toMatchObject({ code: 'places.county-unknown' })
  }),
)

test(
  'every county of the country can be named',
  scenario(async ({ as }) => {
    const shift = await as.role('checkpoint-shift')
    const hubei = (await shift.get('/places/counties?under=42')).body
    expect(hubei.items).toHaveLength(105)
    expect((await shift.get('/places/counties?under=4201')).body.items).toHaveLength(13)
    const found = (await shift.get(`/places/counties?q=${encodeURIComponent('武汉市江岸')}`)).body.items
    expect(found).toEqual([{ code: '420102', name: '江岸区', prefecture: '武汉市', province: '湖北省' }])
    const beijing = (await shift.get(`/places/counties?q=${encodeURIComponent('北京市东城')}`)).body.items
    expect(beijing).toEqual([{ code: '110101', name: '东城区', prefecture: '北京市', province: '北京市' }])
    const all = (await shift.get('/places/counties?limit=3000')).body
    expect([all.items.length, all.next]).toEqual([2978, null])
    expect((await as.nobody().get('/places/counties')).status).toBe(401)
  }),
)

test(
  'a place is put on the map, and moved',
  inCounty(130821, async ({ as, inside }) => {
    await inside((ctx) => importCounty(ctx, '130821'))
    const desk = await as.countyDesk()
    const village = (await desk.get('/places/divisions?level=village&limit=1')).body.items[0].code
    const put = (lon: number, lat: number, more = {}) =>
      desk.post('/places/positions', { id: newId(), place: { kind: 'division', id: village }, lon, lat, ...more })
    expect((await put(118.17, 40.77)).body).toMatchObject({ arrival: 'new', lon: 118.17, insideCounty: true })
    expect((await put(117.5, 40.417)).body).toMatchObject({ insideCounty: false })
    const chinese = (await put(118.17, 40.77, { datum: 'gcj02' })).body
    expect(Math.abs(chinese.lon - 118.17)).toBeGreaterThan(0.001)
    const { position } = (await desk.get('/places/divisions?level=village&limit=1')).body.items[0]
    expect(position).toMatchObject({ lon: chinese.lon, lat: chinese.lat })
    expect((await put(40.77, 118.17)).body).toMatchObject({ code: 'places.outside-country' })
    const nowhere = { id: newId(), place: { kind: 'division', id: '130821999' }, lon: 118, lat: 40.7 }
    expect((await desk.post('/places/positions', nowhere)).body).toMatchObject({ code: 'places.division-unknown' })
  }),
)
