import type { Tx } from '../../kernel/db.ts'
import { type Arrival, type Fact, keepFact } from '../../kernel/facts.ts'
import { asJson } from './sql.facts.ts'

export async function keepRollCall(
  tx: Tx,
  call: Fact & { how: string; at: Date },
  posts: ReadonlyArray<{ id: string; division: string }>,
): Promise<Arrival> {
  const arrival = await keepFact(tx, 'responsibility.roll_call', call)
  if (arrival === 'new') {
    const rows = posts.map(({ id, division }) => ({ post_id: id, division }))
    await tx`
      insert into responsibility.sign (county, roll_call_id, post_id, division, at)
      select ${call.county}, ${call.id}, post_id, division, ${call.at}
      from jsonb_to_recordset(${tx.json(asJson(rows) as never)}) as one (post_id uuid, division text)`
  }
  return arrival
}
