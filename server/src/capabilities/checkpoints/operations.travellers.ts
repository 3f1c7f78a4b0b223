import { type Ctx, operation } from '../../kernel/operation.ts'
import { keptAt, keptSpans } from '../isolation/index.ts'
import { stationsOf } from './operations.ts'
import { mayScreenAt } from './policy.ts'
import { checkpointUnknown } from './problems.ts'
import { CheckedTravellers, CheckTravellers } from './schema.ts'

/** Whom a number led to, before they are let through: who of them is to be at home, or in a site, at this moment. */
export const checkTravellers = operation({
  name: 'checkpoints.traveller.check',
  summary: {
    zh: '查验过卡人员是否在隔离期内',
    en: 'Whether somebody at the checkpoint is under an order of isolation',
  },
  kind: 'read',
  input: CheckTravellers,
  output: CheckedTravellers,
  async load(ctx: Ctx, { checkpointId }) {
    const station = (await stationsOf(ctx, [{ checkpointId }])).get(checkpointId)
    if (!station) throw checkpointUnknown({ id: checkpointId })
    return station
  },
  allow: (actor, station) => mayScreenAt(actor, station),
  async run(ctx, { personIds }) {
    const spans = await keptSpans(ctx, personIds)
    const items = personIds.flatMap((personId) => {
      const kept = keptAt(spans, personId, ctx.now)
      return kept ? [{ personId, underOrder: kept.kind }] : []
    })
    return { items }
  },
  audit: ({ input, output, loaded }) => ({
    ...(input.personIds.length === 1 ? { subject: input.personIds[0] ?? '' } : {}),
    division: loaded.division,
    count: input.personIds.length,
    note: { checkpoint: input.checkpointId, underOrder: output.items.length },
  }),
})
