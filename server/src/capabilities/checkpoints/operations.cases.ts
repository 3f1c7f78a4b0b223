import { announce } from '../../kernel/feed.ts'
import { operation } from '../../kernel/operation.ts'
import { openFevers } from '../cases/index.ts'
import { mayRecordOutcome } from './policy.ts'
import { feverGone, handOverUnknown, travellerNeeded } from './problems.ts'
import { HandOverCase, OpenHandOverCase } from './schema.ts'
import { findHandOver, findPassage } from './sql.ts'

/** The fever stays counted at its checkpoint; how it ends is decided in the case from now on. */
export const openHandOverCase = operation({
  name: 'checkpoints.hand-over.open-case',
  summary: { zh: '为移交的发热人员建立病例', en: 'Open a case for a fever that was handed over' },
  kind: 'write',
  input: OpenHandOverCase,
  output: HandOverCase,
  async load({ tx }, { handOverId }) {
    const [handOver, passage] = await Promise.all([findHandOver(tx, handOverId), findPassage(tx, handOverId)])
    if (!handOver || !passage) throw handOverUnknown({ id: handOverId })
    return { division: handOver.division, passage }
  },
  allow: (actor, { division }) => mayRecordOutcome(actor, division),
  async run(ctx, { handOverId: id }, { division, passage }) {
    const { personId, occurredAt: at, temperatureC, site, symptoms, fever, voided } = passage
    if (!personId) throw travellerNeeded()
    if (!fever || voided) throw feverGone({ id })
    const found = { personId, division, at, temperatureC, site: temperatureC === null ? null : site, symptoms }
    const [opened] = await openFevers(ctx, [{ origin: { kind: 'checkpoint', id }, ...found }])
    if (!opened) throw new Error('checkpoints: a fever without a case')
    if (opened.arrival === 'new') announce(ctx, [{ kind: 'hand-over', division, ids: [id] }])
    return { caseId: opened.caseId, arrival: opened.arrival }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.handOverId,
    division: loaded.division,
    note: { case: output.caseId, arrival: output.arrival },
  }),
})
