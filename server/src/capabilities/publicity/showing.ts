import type { Ctx } from '../../kernel/operation.ts'
import { listUnits } from '../places/index.ts'
import { minuteInChina } from '../places/rules.clock.ts'
import { type FigureName, figuresAt } from '../reporting/index.ts'
import { breakDown } from './rules.figures.ts'
import type { ShownFigures } from './schema.board.ts'

/** What residents are shown of the whole county, in their words. */
const WHOLE: ReadonlyArray<[FigureName, string, string]> = [
  ['screened', '检查点累计排查人数', 'People screened at checkpoints'],
  ['fevers', '检查点发现发热人数', 'Fevers found at checkpoints'],
  ['suspected', '累计疑似病例', 'Suspected cases'],
  ['confirmed', '累计确诊病例', 'Confirmed cases'],
  ['isolated-home', '现有居家隔离人数', 'People isolated at home'],
  ['isolated-central', '现有集中隔离人数', 'People isolated in central places'],
  ['isolation-released', '累计解除隔离人次', 'People released from isolation'],
]
const BROKEN_DOWN: FigureName = 'isolated-home'

/** The figures of a moment as residents may see them. Below the county only a stock is shown: days of it do not add up to anybody. */
export async function figuresToShow(ctx: Ctx, asOf: Date): Promise<ShownFigures> {
  const { actor, tx } = ctx
  const county = String(actor.county)
  const townships = (await listUnits(tx)).filter(({ level }) => level === 'township')
  const at = (figure: FigureName, area: string) => ({ figure, area, asOf })
  const counted = await figuresAt(ctx, [
    ...WHOLE.map(([figure]) => at(figure, county)),
    ...townships.map(({ code }) => at(BROKEN_DOWN, code)),
  ])
  const whole = counted.slice(0, WHOLE.length)
  const parts = counted.slice(WHOLE.length).map(({ value }) => value ?? 0)
  const total = whole.find(({ figure }) => figure === BROKEN_DOWN)?.value ?? 0
  const bands = breakDown(parts, total)
  return {
    asOf: minuteInChina(asOf),
    county: WHOLE.flatMap(([figure, zh, en]) => {
      const value = whole.find((one) => one.figure === figure)?.value
      return value === null || value === undefined ? [] : [{ zh, en, value }]
    }),
    breakdown: {
      zh: '现有居家隔离人数(分乡镇)',
      en: 'People isolated at home, by township',
      rows: bands && townships.map(({ name }, nth) => ({ name, from: bands[nth]?.from ?? 0, to: bands[nth]?.to ?? 0 })),
    },
  }
}
