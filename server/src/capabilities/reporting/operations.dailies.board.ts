import { operation } from '../../kernel/operation.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { type FigureName, figureNamed, figureNames } from './catalogue/index.ts'
import { mayReadFigure } from './policy.ts'
import { DAILY_STATES, type DailyState, dailyState, dueAt } from './rules.dailies.ts'
import { AskDailies, DailyBoard } from './schema.dailies.ts'
import { formOn, type VillageDay, villageDays } from './sql.dailies.ts'
import { countFigures } from './sql.ts'

const TOWNSHIP = 9
const isNamed = (name: string): name is FigureName => (figureNames as readonly string[]).includes(name)

function counts(states: readonly DailyState[]): Record<DailyState, number> {
  const none = Object.fromEntries(DAILY_STATES.map((state) => [state, 0])) as Record<DailyState, number>
  for (const state of states) none[state] += 1
  return none
}

/** Who has reported the day and who has not, and in a township what each village said beside what its records say; each township's together, too. */
export const readDailies = operation({
  name: 'reporting.daily.board',
  summary: { zh: '日报进度', en: 'Daily reports, village by village' },
  kind: 'read',
  input: AskDailies,
  output: DailyBoard,
  allow: (actor, _loaded, { area }) => mayReadFigure(actor, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, day: wanted, asOf }) {
    const moment = asOf ? new Date(asOf) : ((await countyMoment(ctx)) ?? ctx.now)
    const day = wanted ?? dayInChina(moment)
    const [form, rows] = await Promise.all([formOn(ctx.tx, day, area), villageDays(ctx.tx, area, day, moment)])
    const said = { area, day, asOf: moment.toISOString() }
    if (!form) return { ...said, form: null, states: counts([]), townships: [], villages: [] }
    const due = dueAt(day, form.dueMinute)
    const states = rows.map(({ dailyId, zero, step }) =>
      dailyState(due, moment, dailyId ? { zero: zero === true, step } : null),
    )
    const stateOf = new Map(rows.map(({ division }, at) => [division, states[at] as DailyState]))
    const figures = form.figures.filter(isNamed).map(figureNamed)
    const recounted = await countFigures(ctx, figures, { area, moment: due < moment ? due : moment, withParts: true })
    const at = { figures: form.figures, recounted, area }
    const townships = [...Map.groupBy(rows, ({ division }) => division.slice(0, TOWNSHIP))].map(
      ([division, inside]) => ({
        division,
        states: counts(inside.map((one) => stateOf.get(one.division) as DailyState)),
        said: sumOf(
          division,
          inside.filter((one) => stateOf.get(one.division) !== 'returned'),
          inside.length,
          at,
        ),
      }),
    )
    const villages =
      area.length >= TOWNSHIP ? rows.map((row) => villageOf(row, stateOf.get(row.division) as DailyState, due, at)) : []
    return {
      ...said,
      form: { id: form.id, figures: form.figures, due: due.toISOString() },
      states: counts(states),
      townships,
      villages,
    }
  },
  audit: () => null,
})

interface At {
  figures: readonly string[]
  recounted: Awaited<ReturnType<typeof countFigures>>
  area: string
}
/** What the records say of a division of the board; null where nobody has reported, and no row of it is zero. */
function recountOf(figure: string, division: string, { recounted, area }: At): number | null {
  const found = recounted.get(figure)
  const whole = division === area ? found?.value : found?.parts.get(division)
  return whole ?? (found && found.value !== null ? 0 : null)
}

/** What the villages of a township have said together, of how many, beside what its records say. A silent village adds nothing, and is counted. */
const sumOf = (division: string, sent: readonly VillageDay[], villages: number, at: At) =>
  at.figures.map((figure) => {
    const values = sent.flatMap(({ counted }) => counted?.find((one) => one.figure === figure)?.value ?? [])
    return {
      figure,
      value: values.length > 0 ? values.reduce((sum, one) => sum + one, 0) : null,
      missing: villages - values.length,
      counted: recountOf(figure, division, at),
    }
  })

function villageOf({ division, dailyId, counted, note, receivedAt }: VillageDay, state: DailyState, due: Date, at: At) {
  const values = new Map(counted?.map(({ figure, value }) => [figure, value]))
  return {
    ...{ division, state, dailyId, note, receivedAt: receivedAt?.toISOString() ?? null },
    late: receivedAt !== null && receivedAt > due,
    said: at.figures.map((figure) => ({
      figure,
      value: values.get(figure) ?? null,
      counted: recountOf(figure, division, at),
    })),
  }
}
