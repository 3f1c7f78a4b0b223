import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from './places.factory.ts'

async function aCompound({ as, inside, county }: Scenario, name = '阳光小区') {
  await inside((ctx) => keepInventedDivisions(ctx))
  const desk = await as.countyDesk()
  const id = newId()
  await desk.post('/places/compounds', { id, name, division: `${county}100001`, households: 320 })
  const record = (aspect: string, present: boolean, since = '2020-01-25', more = {}) =>
    desk.post(`/places/compounds/${id}/facts`, { id: newId(), aspect, present, since, ...more })
  const shown = async (query = '') =>
    (await desk.get(`/places/compounds${query}`)).body.items.find((one: { id: string }) => one.id === id)
  return { desk, id, record, shown }
}

test(
  'management, responsible unit and guard are three facts, and three-no is worked out of them',
  scenario(async (stage) => {
    const { record, shown } = await aCompound(stage)
    expect(await shown()).toMatchObject({
      divisionName: '东街社区居民委员会',
      guard: null,
      threeNo: null,
      position: null,
    })
    await record('property-management', false)
    await record('responsible-unit', false)
    expect(await shown()).toMatchObject({ threeNo: null })
    for (const answer of ['true', 'false']) expect(await shown(`?threeNo=${answer}`)).toBeUndefined()
    await record('guard', false)
    expect(await shown('?threeNo=true')).toMatchObject({ threeNo: true, guard: { present: false, unit: null } })
    await record('responsible-unit', true, '2020-01-28', { unit: '县住建局' })
    expect(await shown()).toMatchObject({ threeNo: false, responsibleUnit: { unit: '县住建局', since: '2020-01-28' } })
    expect(await shown('?day=2020-01-27')).toMatchObject({ threeNo: true })
    expect(await shown('?day=2020-01-01')).toMatchObject({ threeNo: null, guard: null })
    expect(await shown('?threeNo=false')).toMatchObject({ threeNo: false })
  }),
)

test(
  'facts sent twice are kept once, and what contradicts itself is refused',
  scenario(async (stage) => {
    const { desk, id } = await aCompound(stage)
    const fact = { id: newId(), aspect: 'guard', present: true, unit: '保安公司', since: '2020-01-25' }
    const send = (more = {}) => desk.post(`/places/compounds/${id}/facts`, { ...fact, ...more })
    expect((await send()).body.arrival).toBe('new')
    expect((await send()).body.arrival).toBe('again')
    expect((await send({ present: false, unit: null })).body.code).toBe('kernel.id-taken')
    expect((await send({ id: newId(), present: false })).body.code).toBe('places.unit-without-presence')
    expect((await send({ id: newId(), aspect: 'lift' })).body.code).toBe('kernel.input-invalid')
    const nowhere = await desk.post(`/places/compounds/${newId()}/facts`, { ...fact, id: newId() })
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'places.compound-unknown' } })
  }),
)

test(
  'compounds come in batches, and a village records facts about its own only',
  scenario(async ({ as, inside, county }) => {
    await inside((ctx) => keepInventedDivisions(ctx))
    const desk = await as.countyDesk()
    const items = ['100001', '100201', '999999'].map((under) => ({
      id: newId(),
      name: '小区',
      division: `${county}${under}`,
    }))
    const { verdicts } = (await desk.post('/places/compounds/batch', { items })).body
    expect(verdicts.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, true, false])
    const cadre = await as.role('village-cadre', { division: `${county}100201` })
    const guard = (at: number) =>
      cadre.post(`/places/compounds/${items[at]?.id}/facts`, {
        id: newId(),
        aspect: 'guard',
        present: true,
        since: '2020-02-01',
      })
    expect((await guard(1)).status).toBe(201)
    expect((await guard(0)).body.code).toBe('places.compound-unknown')
    expect((await cadre.get('/places/compounds')).body.items).toHaveLength(1)
    const figures = await inside(
      ({ tx }) => tx`select guard, property_management from report.compounds_v1('2020-02-06')`,
    )
    expect(figures.filter((row) => row.guard === true && row.property_management === null)).toHaveLength(1)
  }),
)
