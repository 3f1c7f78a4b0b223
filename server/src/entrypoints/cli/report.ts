import type { App } from '../../app.ts'
import { midnightInChina, timeInChina } from '../../capabilities/places/index.ts'
import { figuresAsOf } from '../../capabilities/reporting/index.ts'
import { asSystem } from '../../kernel/operation.ts'

export interface Asked {
  county: number
  area?: string | undefined
  /** A moment, by the county's clock where it names no offset, or a day, which is meant as its end there. */
  asOf?: string | undefined
  /** What had arrived by then, in the same form; everything, when left out. */
  knownBy?: string | undefined
  json: boolean
}

const DAY = /^\d{4}-\d\d-\d\d$/
const BY_THE_COUNTYS_CLOCK = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(:\d\d)?)$/
const momentOf = (asOf: string | undefined): Date => {
  if (!asOf) return new Date()
  const [, day = '', clock = ''] = BY_THE_COUNTYS_CLOCK.exec(asOf) ?? []
  const moment = DAY.test(asOf)
    ? new Date(midnightInChina(asOf).getTime() + 86_400_000)
    : day
      ? timeInChina(day, clock)
      : new Date(asOf)
  if (Number.isNaN(moment.getTime())) {
    throw new Error(
      `看不懂时刻 ${asOf}:写成 2020-02-18 或 2020-02-06T08:00。 / ${asOf} is no moment: 2020-02-18 or 2020-02-06T08:00.`,
    )
  }
  return moment
}

/** Every figure of the county as of a moment, worked out from its facts, as lines or as JSON. */
export async function tellFigures(
  { kernel }: App,
  { county, area = String(county), asOf, knownBy, json }: Asked,
): Promise<string> {
  const now = new Date()
  const [moment, known] = [momentOf(asOf), knownBy ? momentOf(knownBy) : now]
  const figures = await asSystem(kernel, county, now, (ctx) => figuresAsOf(ctx, area, moment, known))
  const moments = { asOf: moment.toISOString(), knownBy: known.toISOString() }
  if (json) return JSON.stringify({ area, ...moments, figures }, null, 1)
  const widest = Math.max(...figures.map(({ name }) => name.length))
  const lines = figures.map(({ name, value, knownNow, zh, en, unitZh, per }) => {
    const said = value === null ? '未报 / not reported' : `${value / per} ${unitZh}`
    const now = knownNow ? '  (按现在所知 / as known now)' : ''
    return `${name.padEnd(widest)}  ${said.padEnd(20)}  ${zh} / ${en}${now}`
  })
  return [`${area} ${moments.asOf}, ${moments.knownBy}`, ...lines].join('\n')
}
