import type { Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'
import { asJson, type Fact } from './sql.facts.ts'

export async function keepRollCall(
  tx: Tx,
  call: Fact & { how: string; at: Date },
  posts: ReadonlyArray<{ id: string; division: string }>,
): Promise<Arrival> {
  const kept = await tx<{ id: string }[]>`
    insert into responsibility.roll_call ${tx(call)} on conflict do nothing returning id`
  if (kept.length > 0) {
    const rows = posts.map(({ id, division }) => ({ post_id: id, division }))
    await tx`
      insert into responsibility.sign (county, roll_call_id, post_id, division, at)
      select ${call.county}, ${call.id}, post_id, division, ${call.at}
      from jsonb_to_recordset(${tx.json(asJson(rows) as never)}) as one (post_id uuid, division text)`
  }
  const [arrival] = await judgeArrivals(tx, 'responsibility.roll_call', [call], new Set(kept.map(({ id }) => id)))
  return arrival ?? 'taken'
}
