import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, givenCheckpoint } from '../../capabilities/checkpoints/checkpoints.factory.ts'
import { tellFigures } from './report.ts'

test(
  'every figure is told as of a day, an hour or an odd second by the county’s clock, and by what was known',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    for (const at of ['02-05T23:59:59', '02-06T07:59:59', '02-06T08:00:00', '02-06T08:00:01', '02-06T23:59:59'])
      await shift.post(`/checkpoints/${id}/passages`, aPassage(id, { recordedAt: `2020-${at}+08:00` }))
    const { county } = stage
    const told = async (asOf: string, more: object = {}) =>
      JSON.parse(await tellFigures(stage.app, { county, asOf, json: true, ...more }))
    const screened = async (asOf: string, more: object = {}) =>
      (await told(asOf, more)).figures.find(({ name }: { name: string }) => name === 'screened').value
    for (const settled of [false, true]) {
      if (settled) await stage.settle()
      expect(await screened('2020-02-05')).toBe(1)
      expect(await screened('2020-02-06T08:00')).toBe(3)
      expect(await screened('2020-02-06 07:59:59')).toBe(2)
      expect(await screened('2020-02-06T00:00:01Z')).toBe(4)
      expect(await screened('2020-02-06')).toBe(5)
    }
    expect(await screened('2020-02-06', { knownBy: '2020-02-07' })).toBe(0)
    expect(await screened('2020-02-06', { area: `${county}101` })).toBe(0)
    expect((await told('2020-02-06T08:00')).asOf).toBe('2020-02-06T00:00:00.000Z')
    const lines = await tellFigures(stage.app, { county, asOf: '2020-02-06T08:00', json: false })
    expect(lines).toMatch(/^screened\s+3 人\s+累计排查人数 \/ People screened$/m)
    expect(lines).toMatch(/^from-wuhan\s+未报 \/ not reported/m)
    await expect(told('yesterday')).rejects.toThrow(/no moment/)
    await expect(told('2020-02-06', { knownBy: '8 o’clock' })).rejects.toThrow(/看不懂时刻/)
  }),
)

test('a moment that is said without its option is refused, and not answered as if it were now', () => {
  const command = fileURLToPath(new URL('qunfang.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'report', '2020-02-06'], {
    encoding: 'utf8',
  })
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^不认识“2020-02-06”.*--as-of/s)
})
