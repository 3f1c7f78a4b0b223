/** What a square on a label or a slip leads to: a store, and of it a lot. Every phone can open it; ours reads it without a network. */
export interface StockCode {
  storeId: string
  lotId: string | null
}
const ID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'
const STORE = new RegExp(`/supplies/stores/(${ID})(?:[?#]|$)`, 'i')
const LOT = new RegExp(`[?&]lot=(${ID})(?:[&#]|$)`, 'i')

export const stockAddress = ({ storeId, lotId }: StockCode, view?: 'slips' | 'movements' | 'ways'): string => {
  const said = [...(lotId ? [`lot=${lotId}`] : []), ...(view ? [`view=${view}`] : [])].join('&')
  return `/supplies/stores/${storeId}${said ? `?${said}` : ''}`
}

/** Null for a square that is about something else. */
export function stockCodeIn(text: string): StockCode | null {
  const storeId = STORE.exec(text)?.[1]
  return storeId ? { storeId: storeId.toLowerCase(), lotId: LOT.exec(text)?.[1]?.toLowerCase() ?? null } : null
}
