import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { nameSeats } from '../access/index.ts'
import { type FigureName, figuresAt } from '../reporting/index.ts'
import { countyMoment } from '../retention/index.ts'
import { isAhead } from './operations.documents.steps.ts'
import { mayDirect } from './policy.documents.ts'
import { mayReadDecisions } from './policy.tasks.ts'
import { areaNotYours, decidedAhead, decisionCorrected, decisionUnknown } from './problems.tasks.ts'
import { DecisionKept, DecisionPage, ListDecisions, RecordDecision } from './schema.decisions.ts'
import { findDecision, keepFigures, listDecisionRows } from './sql.decisions.ts'
import { getIssued } from './tasks.ts'

/** Who decided what, when, why and on which figures. What was written down wrongly is put right by another that names it. */
export const recordDecision = operation({
  name: 'command.decision.record',
  summary: { zh: '登记指挥部决策', en: 'Write down what the desk decided' },
  kind: 'write',
  input: RecordDecision,
  output: DecisionKept,
  allow: (actor, _loaded, input) => mayDirect(actor, input),
  async run(ctx, input) {
    const { tx, actor } = ctx
    const { post, decision, grounds, documentId, corrects, why } = input
    const decidedAt = new Date(input.decidedAt)
    if (await isAgain(ctx, 'command.decision', input)) {
      const kept = await findDecision(tx, input.id)
      return { id: input.id, arrival: 'again' as const, figures: (kept?.figures ?? []).map(saidOf) }
    }
    if (isAhead(decidedAt, ctx.now)) throw decidedAhead({ at: input.decidedAt })
    if (documentId) await getIssued(ctx, documentId)
    if (corrects) {
      await lockOne(ctx, `command.decision/${corrects}`)
      const old = await findDecision(tx, corrects)
      if (!old) throw decisionUnknown({ id: corrects })
      if (old.correctedBy) throw decisionCorrected({ by: old.correctedBy })
    }
    const beyond = input.figures.find(({ area }) => !area.startsWith(actor.division))
    if (beyond) throw areaNotYours({ area: beyond.area })
    const figures = await figuresAt(
      ctx,
      input.figures.map((one) => ({ ...one, asOf: new Date(one.asOf) })),
    )
    const said = { post, decided_at: decidedAt, decision, grounds, document_id: documentId, corrects, why }
    await keepNew(ctx, 'command.decision', { ...originOf(ctx, input, input), ...said, seat_id: actor.seatId })
    const rows = figures.map(({ figure, version, area, asOf, value }, at) => {
      const of = { county: actor.county, decision_id: input.id, nth: at + 1, division: input.division }
      return { ...of, figure, version, area, as_of: asOf, value }
    })
    if (rows.length > 0) await keepFigures(tx, rows)
    announce(ctx, [{ kind: 'decision', division: input.division, ids: [input.id] }])
    return { id: input.id, arrival: 'new' as const, figures: figures.map(saidOf) }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.division,
    note: { corrects: input.corrects, figures: output.figures.length, arrival: output.arrival },
  }),
})

const saidOf = <F extends { figure: string; asOf: Date | string }>(one: F) => ({
  ...one,
  figure: one.figure as FigureName,
  asOf: new Date(one.asOf).toISOString(),
})

export const listDecisions = operation({
  name: 'command.decision.list',
  summary: { zh: '决策日志', en: 'Log of decisions' },
  kind: 'read',
  input: ListDecisions,
  output: DecisionPage,
  allow: (actor) => mayReadDecisions(actor),
  async run(ctx, { documentId, corrected, asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const asked = { documentId: documentId ?? null, corrected, moment, after: positionOf(after), limit }
    const rows = await listDecisionRows(ctx.tx, asked)
    const seats = await nameSeats(
      ctx,
      rows.flatMap(({ seatId }) => seatId ?? []),
    )
    const items = rows.map(({ seatId, decidedAt, receivedAt, figures, ...row }) => ({
      ...row,
      seat: seats.get(seatId ?? '') ?? null,
      decidedAt: decidedAt.toISOString(),
      receivedAt: receivedAt.toISOString(),
      figures: figures.map(saidOf),
    }))
    return { items, next: cursorOf(rows, limit, ({ decidedAt, id }) => ({ at: decidedAt, id })) }
  },
  audit: () => null,
})
