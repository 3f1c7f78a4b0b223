import type { Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'
import type { Datum } from './schema.ts'
import type { Kept } from './sql.checkpoints.ts'

export interface KeptPosition extends Kept {
  checkpoint_id: string | null
  compound_id: string | null
  lon: number
  lat: number
  datum: Datum
  given_lon: number
  given_lat: number
}

export async function keepPosition(tx: Tx, row: KeptPosition): Promise<Arrival> {
  const inserted = await tx<{ id: string }[]>`
    insert into places.position ${tx([row])} on conflict (county, id) do nothing returning id`
  const [arrival = 'taken'] = await judgeArrivals(tx, 'places.position', [row], new Set(inserted.map(({ id }) => id)))
  return arrival
}
