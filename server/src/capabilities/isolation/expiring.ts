import type { Ctx } from '../../kernel/operation.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { countyMoment } from '../retention/index.ts'
import { tell } from './operations.open.ts'
import { certificateNo } from './rules.ts'
import { keepEndings, listOver } from './sql.ts'

const AT_ONCE = 2_000

/** Writes down the end of every order that came to it by itself. Safe to run twice: what is written is not among them any more. */
export async function writeExpired(ctx: Ctx): Promise<void> {
  const { tx, now } = ctx
  const at = { moment: await countyMoment(ctx), now }
  for (let over = await listOver(tx, at, AT_ONCE); over.length > 0; over = await listOver(tx, at, AT_ONCE)) {
    await keepEndings(
      tx,
      over.map(({ id, division, endsAt }) => ({
        county: ctx.actor.county,
        order_id: id,
        id: idFrom('isolation.expired', id),
        division,
        ended_at: endsAt,
        why: 'expired',
        note: null,
        certificate_no: certificateNo(id, endsAt),
        recorded_by: null,
        recorded_at: now,
        received_at: now,
        digest: digestOf({ expired: id }),
      })),
    )
    tell(ctx, over)
  }
}
