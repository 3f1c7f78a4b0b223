import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from './places.factory.ts'

test(
  'a village beside the official list is recorded with its township in one batch, renamed later, and never moved to another level',
  scenario(async ({ as, county, inside }) => {
    await inside((ctx) => keepInventedDivisions(ctx))
    const desk = await as.countyDesk()
    const village = { code: `${county}109201`, name: '新村', level: 'village' }
    const township = { code: `${county}109`, name: '新乡', level: 'township' }
    const send = async (...items: object[]) => (await desk.post('/places/divisions/batch', { items })).body.verdicts
    expect(await send(village)).toMatchObject([{ ok: false, problem: { code: 'places.division-unknown' } }])
    expect(await send(village, township)).toMatchObject([
      { ok: true, receipt: { arrival: 'new', renamed: false } },
      { ok: true, receipt: { arrival: 'new', renamed: false } },
    ])
    expect(await send(village, township)).toMatchObject([
      { receipt: { arrival: 'again' } },
      { receipt: { arrival: 'again' } },
    ])
    expect(await send({ ...village, name: '新新村' })).toMatchObject([{ problem: { code: 'places.named-today' } }])
    const listed = { code: `${county}100202`, name: '杨树沟村民委员会', level: 'village' }
    expect(await send(listed)).toMatchObject([{ receipt: { arrival: 'new', renamed: true } }])
    expect(await send({ ...village, level: 'community' })).toMatchObject([
      { problem: { code: 'places.level-differs' } },
    ])
    expect(await send({ ...village, level: 'township' })).toMatchObject([{ problem: { code: 'kernel.input-invalid' } }])
    const { items } = (await desk.get(`/places/divisions?parent=${county}109`)).body
    expect(items).toMatchObject([{ code: village.code, name: '新村', committee: true }])
  }),
)
