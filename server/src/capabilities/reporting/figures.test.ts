import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { figures } from './catalogue/index.ts'

const asOf = (moment: string) => encodeURIComponent(`2020-02-${moment}:00+08:00`)
interface Counted {
  figure: string
  value: number | null
  parts: Array<{ division: string; value: number | null }>
}

test(
  'a table says each figure for the area and its parts, as the figure alone does; what nobody reported is null',
  scenario(async (stage) => {
    const area = String(stage.county)
    const [east, west] = [await givenCheckpoint(stage), await givenCheckpoint(stage, '101201')]
    for (const [{ id, shift }, many] of [
      [east, 2],
      [west, 1],
    ] as const)
      for (let nth = 0; nth < many; nth++) await shift.post(`/checkpoints/${id}/passages`, aPassage(id))
    await stage.settle()
    const desk = await stage.as.countyDesk()
    const table = (await desk.get(`/figure-table?asOf=${asOf('06T08:00')}`)).body
    const of = (name: string): Counted => table.items.find(({ figure }: Counted) => figure === name)
    expect(of('screened')).toMatchObject({ value: 3 })
    expect(of('screened').parts.toSorted((a, b) => (a.division < b.division ? -1 : 1))).toEqual([
      { division: `${area}100`, value: 2 },
      { division: `${area}101`, value: 1 },
    ])
    expect(of('from-wuhan').value).toBeNull()
    expect(table.items.map(({ figure }: Counted) => figure)).toEqual(figures.map(({ name }) => name))
    for (const { figure, value } of table.items as Counted[]) {
      const alone = await desk.get(`/figures/${figure}?asOf=${asOf('06T08:00')}`)
      expect([figure, alone.status === 404 ? null : alone.body.value]).toEqual([figure, value])
    }
    const officer = await stage.as.role('township-officer', { division: `${area}101` })
    const own = (await officer.get(`/figure-table?owner=checkpoints&asOf=${asOf('06T08:00')}`)).body
    expect(own.area).toBe(`${area}101`)
    expect(own.items.find(({ figure }: Counted) => figure === 'screened')).toMatchObject({ value: 1 })
    expect(own.items.some(({ figure }: Counted) => figure === 'isolated-home')).toBe(false)
  }),
)

test(
  'a trend is the figure at the same hour of each day',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    for (const day of ['03', '05', '05'])
      await shift.post(`/checkpoints/${id}/passages`, aPassage(id, { recordedAt: `2020-02-${day}T10:15:00+08:00` }))
    await stage.settle()
    const desk = await stage.as.countyDesk()
    const trend = (await desk.get(`/figures/screened/trend?days=4&asOf=${asOf('06T08:00')}`)).body
    expect(trend.items.map(({ value }: Counted) => value)).toEqual([0, 1, 1, 3])
    expect(trend.items.map(({ asOf: at }: { asOf: string }) => at.slice(0, 10))).toEqual([
      ...['2020-02-03', '2020-02-04', '2020-02-05', '2020-02-06'],
    ])
    expect((await desk.get(`/figures/screened/trend?days=400`)).status).toBe(422)
    expect((await desk.get('/figures/no-such-thing')).status).toBe(422)
  }),
)

test(
  'the catalogue says how each figure is counted, and whoever asks so gets the number',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    await shift.post(`/checkpoints/${id}/passages`, aPassage(id))
    const items: Array<{ name: string; sql: string; needs?: string }> = (
      await (await stage.as.countyDesk()).get('/figures')
    ).body.items
    expect(items.find(({ name }) => name === 'screened')?.sql).toBe(
      'select sum(screened) from report.checkpoint_counts_v1(area, moment)',
    )
    const asked = (sql: string) =>
      sql.replace('(area, moment)', `('${stage.county}', '2020-02-06T08:00:00+08:00'::timestamptz)`)
    const told = await stage.inside(({ tx }) =>
      Promise.all(items.map(async ({ sql }) => Number((await tx.unsafe<Array<{ sum: string }>>(asked(sql)))[0]?.sum))),
    )
    expect(told[items.findIndex(({ name }) => name === 'screened')]).toBe(1)
    expect(told.filter(Number.isNaN)).toEqual([])
  }),
)
