import { type Ctx, operation } from '../../kernel/operation.ts'
import { auditOf, bare, keepFact } from './facts.ts'
import { mayRead, mayRule } from './policy.ts'
import { THEMES } from './rules.themes.ts'
import { FIRST_MATRIX } from './rules.ts'
import { Advise, AskDesk, Desk, FactKept, SetMatrix } from './schema.ts'
import { findWatch, listMatrices } from './sql.topics.ts'
import { momentOf } from './topics.ts'

export const readDesk = operation({
  name: 'rumours.desk.read',
  summary: { zh: '研判矩阵、主题目录和值守组', en: 'The matrix in force, the themes, and whose watch it is' },
  kind: 'read',
  apart: true,
  input: AskDesk,
  output: Desk,
  load: momentOf,
  allow: (actor) => mayRead(actor),
  async run({ tx }: Ctx, _asked, { moment }) {
    const [editions, watchBodyId] = await Promise.all([listMatrices(tx, moment), findWatch(tx, moment)])
    const [now] = editions
    const { cells, firstHours, finalHours } = now ?? FIRST_MATRIX
    return {
      asOf: moment.toISOString(),
      matrix: {
        ...{ cells: [...cells], firstHours: [...firstHours], finalHours: [...finalHours] },
        ...{ at: now?.at.toISOString() ?? null, why: now?.why ?? null },
      },
      editions: editions.map(({ id, at, why }) => ({ id, at: at.toISOString(), why })),
      themes: [...THEMES],
      watchBodyId,
    }
  },
  audit: () => null,
})

export const setMatrix = operation({
  name: 'rumours.matrix.set',
  summary: { zh: '修订研判矩阵和时限(自某时起)', en: 'Change the matrix and its hours from a moment on' },
  kind: 'write',
  apart: true,
  input: SetMatrix,
  output: FactKept,
  allow: (actor) => mayRule(actor),
  run: (ctx, { cells, firstHours, finalHours, why, ...sent }) =>
    keepFact(ctx, 'rumours.matrix', sent, {
      ...{ grades: cells, first_hours: firstHours, final_hours: finalHours, why: bare(why) },
    }),
  audit: auditOf,
})

export const advise = operation({
  name: 'rumours.advice.write',
  summary: { zh: '写下本周要说的话', en: 'Write down what to say next' },
  kind: 'write',
  apart: true,
  input: Advise,
  output: FactKept,
  allow: (actor) => mayRule(actor),
  run: (ctx, { weekOn, words, ...sent }) =>
    keepFact(ctx, 'rumours.advice', sent, { week_on: weekOn, words: bare(words) }),
  audit: auditOf,
})
