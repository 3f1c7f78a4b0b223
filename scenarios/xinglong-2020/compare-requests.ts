import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import type { Requests } from './requests.ts'

interface Query {
  state: 'open'
  asOf: string
  limit: number
  after?: string
}

/** Who waits at the end and for how much, and what the shops say; each number held against what was planned. */
export async function compareRequests(session: Session, county: string, plan: Requests, hold: Hold): Promise<void> {
  const { requests, declined, prices, offset } = plan
  if (requests.length === 0 && prices.length === 0) return
  const asOf = `2020-02-18T20:00:00${offset}`
  const waiting = requests.filter((_, nth) => !declined.includes(nth))
  const found = new Map<string, number>()
  for (let after: string | null = null, first = true; first || after; first = false) {
    const query: Query = { state: 'open', asOf, limit: 200, ...(after ? { after } : {}) }
    const page = await answer('requests', () => session.GET('/supplies/requests', { params: { query } }))
    for (const { itemId, quantity, allotted } of page.items)
      found.set(itemId, (found.get(itemId) ?? 0) + quantity - allotted)
    after = page.next
  }
  for (const itemId of new Set(requests.map((one) => one.itemId))) {
    const ours = waiting.filter((one) => one.itemId === itemId).reduce((sum, { quantity }) => sum + quantity, 0)
    hold('asked for and not allotted', county, asOf, ours, found.get(itemId) ?? 0)
  }
  let told = 0
  for (let after: string | null = null, first = true; first || after; first = false) {
    const query: { limit: number; after?: string } = { limit: 200, ...(after ? { after } : {}) }
    const params = { path: { county: Number(county) }, query }
    const page = await answer('shops', () => session.GET('/public/{county}/daily-goods', { params }))
    if (Date.parse(page.asOf) < Date.parse(asOf)) return
    told += page.items.length
    after = page.next
  }
  hold('prices at the shops', county, asOf, prices.length, told)
}
