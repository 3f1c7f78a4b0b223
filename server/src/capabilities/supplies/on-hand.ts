import type { Ctx } from '../../kernel/operation.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { listAssumptions, listItemStocks } from './sql.cover.ts'

export interface OnHand {
  id: string
  name: string
  unit: string
  inStore: number
  /** Assumed for a day of one person isolated; null where nobody assumes anything. */
  perIsolated: number | null
}

const MOST_ITEMS = 50

/** Medical goods in the stores of a division at a moment, for neighbours that plan by them. */
export async function medicalOnHand({ tx }: Ctx, division: string, moment: Date): Promise<OnHand[]> {
  const asked = { division, moment, kind: 'medical', itemId: null, after: null, limit: MOST_ITEMS }
  const items = await listItemStocks(tx, asked)
  const assumed = await listAssumptions(
    tx,
    items.map(({ id }) => id),
    dayInChina(moment),
  )
  const perIsolated = new Map(
    assumed.flatMap(({ itemId, basis, perDay }) => (basis === 'isolated' ? [[itemId, perDay] as const] : [])),
  )
  return items.map(({ id, name, unit, inStore }) => ({
    id,
    name,
    unit,
    inStore,
    perIsolated: perIsolated.get(id) ?? null,
  }))
}
