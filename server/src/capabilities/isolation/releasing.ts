import type { Ctx } from '../../kernel/operation.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import type { Outcome } from '../cases/index.ts'
import { tell } from './operations.open.ts'
import { certificateNo } from './rules.ts'
import { asHolder } from './sql.links.ts'
import { listKeptFor } from './sql.neighbours.ts'
import { keepEndings } from './sql.ts'

/**
 * Contacts of somebody whose case is excluded go home at once, wherever in the county they are kept: whoever decides about the case
 * need not see them, so the county itself does it, in the transaction of that decision. A fever that never was a suspected case kept
 * nobody but by an order that names it: who met somebody from an affected area is watched for that, whatever else the fever was.
 */
export async function releaseContacts(
  ctx: Ctx,
  { personId, caseId, from, to, at, contactsGoHome, decisionId }: Outcome,
): Promise<void> {
  if (to !== 'excluded' || !contactsGoHome) return
  await asHolder(ctx, async (within) => {
    const kept = await listKeptFor(within.tx, { personId, caseId, at, wasCase: from !== 'fever' })
    await keepEndings(
      within.tx,
      kept.map(({ id, division, startsAt }) => {
        const endedAt = startsAt > at ? startsAt : at
        return {
          county: ctx.actor.county,
          order_id: id,
          id: idFrom('isolation.case-excluded', decisionId, id),
          division,
          ended_at: endedAt,
          why: 'case-excluded',
          note: null,
          certificate_no: certificateNo(id, endedAt),
          recorded_by: ctx.actor.accountId,
          recorded_at: at,
          received_at: ctx.now,
          digest: digestOf({ excluded: decisionId, order: id }),
        }
      }),
    )
    tell(within, kept)
  })
}
