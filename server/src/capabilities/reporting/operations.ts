import { z } from 'zod'
import { operation } from '../../kernel/operation.ts'
import { mayReadCatalogue, mayReadFigure } from './policy.ts'
import { noRound, notDefined } from './problems.ts'
import { figures } from './rules.ts'
import { AskFigure, FigureCatalogue, FigureValue } from './schema.ts'
import { figureValue, isOfRound } from './sql.ts'

export const listFigures = operation({
  name: 'reporting.figure.list',
  summary: { zh: '指标目录', en: 'Catalogue of figures' },
  kind: 'read',
  input: z.strictObject({}),
  output: FigureCatalogue,
  allow: (actor) => mayReadCatalogue(actor),
  run: async () => ({ items: [...figures] }),
  audit: () => null,
})

/** The same question gives the same number today and next year, unless a record was corrected or arrived late since. */
export const readFigure = operation({
  name: 'reporting.figure.read',
  summary: { zh: '指标值', en: 'Value of a figure as of a moment' },
  kind: 'read',
  input: AskFigure,
  output: FigureValue,
  allow: (actor, _loaded, { area }) => mayReadFigure(actor, area ?? actor.division),
  async run({ tx, actor, now }, { figure, area = actor.division, asOf }) {
    const moment = asOf ? new Date(asOf) : now
    const value = await figureValue(tx, figure, area, moment)
    if (value === null) throw (isOfRound(figure) ? noRound : notDefined)({ figure })
    const version = figures.find(({ name }) => name === figure)?.version ?? 1
    return { figure, area, asOf: moment.toISOString(), value, version }
  },
  audit: () => null,
})
