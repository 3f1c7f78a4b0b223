import { z } from 'zod'
import { operation } from '../../kernel/operation.ts'
import { perOf, sqlOf, units } from './catalogue/figure.ts'
import { figureNamed, figures } from './catalogue/index.ts'
import { isSlowToTell } from './catalogue/knowledge.ts'
import { mayReadCatalogue, mayReadFigure } from './policy.ts'
import { noRound, notDefined, nothingAssumed } from './problems.ts'
import { AskFigure, AskTable, AskTrend, FigureCatalogue, FigureTable, FigureTrend, FigureValue } from './schema.ts'
import { countFigures, countOften } from './sql.ts'

const DAY = 86_400_000
const momentOf = (said: string | undefined, now: Date): Date => (said ? new Date(said) : now)
const MISSING = { round: noRound, definition: notDefined, assumption: nothingAssumed }

export const listFigures = operation({
  name: 'reporting.figure.list',
  summary: { zh: '指标目录', en: 'Catalogue of figures' },
  kind: 'read',
  input: z.strictObject({}),
  output: FigureCatalogue,
  allow: (actor) => mayReadCatalogue(actor),
  run: async () => ({
    items: figures.map(({ source, whole: _, needs: __, ...told }) => ({
      ...told,
      sql: sqlOf({ source }),
      unitZh: units[told.unit].zh,
      unitEn: units[told.unit].en,
      per: perOf(told.unit),
    })),
  }),
  audit: () => null,
})

/** The same question gives the same number today and next year; without `knownBy`, unless a record was corrected or arrived late since. */
export const readFigure = operation({
  name: 'reporting.figure.read',
  summary: { zh: '指标值', en: 'Value of a figure as of a moment' },
  kind: 'read',
  input: AskFigure,
  output: FigureValue,
  allow: (actor, _loaded, { area }) => mayReadFigure(actor, area ?? actor.division),
  async run(ctx, { figure, area = ctx.actor.division, ...said }) {
    const [moment, knownBy] = [momentOf(said.asOf, ctx.now), momentOf(said.knownBy, ctx.now)]
    const asked = figureNamed(figure)
    const found = (await countFigures(ctx, [asked], { area, moment, knownBy })).get(figure)
    const { value = null, knownNow = false } = found ?? {}
    if (value === null) throw MISSING[asked.needs ?? 'definition']({ figure })
    const told = { asOf: moment.toISOString(), knownBy: knownBy.toISOString(), knownNow }
    return { figure, area, ...told, value, version: asked.version }
  },
  audit: () => null,
})

/** Several figures at once, for an area and each of its parts; a number that nobody has reported is null, never zero. */
export const readTable = operation({
  name: 'reporting.figure.table',
  summary: { zh: '分区域的指标表', en: 'Figures of an area and of each of its parts' },
  kind: 'read',
  input: AskTable,
  output: FigureTable,
  allow: (actor, _loaded, { area }) => mayReadFigure(actor, area ?? actor.division),
  async run(ctx, { owner, figures: names, area = ctx.actor.division, ...said }) {
    const [moment, knownBy] = [momentOf(said.asOf, ctx.now), momentOf(said.knownBy, ctx.now)]
    const wanted = names && new Set(names.split(','))
    const asked = figures.filter(({ owner: of, name }) => (!owner || of === owner) && (!wanted || wanted.has(name)))
    const counted = await countFigures(ctx, asked, { area, moment, knownBy, withParts: true })
    const items = asked.map(({ name: figure, version }) => {
      const { value = null, knownNow = false, parts = new Map<string, number | null>() } = counted.get(figure) ?? {}
      return { figure, version, knownNow, value, parts: [...parts].map(([division, of]) => ({ division, value: of })) }
    })
    return { area, asOf: moment.toISOString(), knownBy: knownBy.toISOString(), items }
  },
  audit: () => null,
})

/** The figure at the same hour of each day up to the moment, by what was known at one. */
export const readTrend = operation({
  name: 'reporting.figure.trend',
  summary: { zh: '指标逐日走势', en: 'A figure day by day' },
  kind: 'read',
  input: AskTrend,
  output: FigureTrend,
  allow: (actor, _loaded, { area }) => mayReadFigure(actor, area ?? actor.division),
  async run(ctx, { figure, area = ctx.actor.division, days = 14, ...said }) {
    const [moment, knownBy] = [momentOf(said.asOf, ctx.now), momentOf(said.knownBy, ctx.now)]
    const moments = Array.from({ length: days }, (_, ago) => new Date(moment.getTime() - (days - 1 - ago) * DAY))
    const asked = figureNamed(figure)
    // What is slow to tell for an earlier state of knowledge is not told for each of many days: it is said to be as it is known now.
    const known = isSlowToTell(asked.source.view) ? null : knownBy
    const counted = await countOften(
      ctx,
      asked,
      area,
      moments.map((one) => ({ moment: one, knownBy: known })),
    )
    const items = moments.map((one, at) => ({ asOf: one.toISOString(), value: counted[at]?.value ?? null }))
    const knownNow = counted[0]?.knownNow || (known === null && knownBy < ctx.now)
    return { figure, area, version: asked.version, knownBy: knownBy.toISOString(), knownNow, items }
  },
  audit: () => null,
})
