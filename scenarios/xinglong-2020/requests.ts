import { answer, type Sent, type Session, sentBy } from './api.ts'
import { namedId } from './random.ts'
import type { Supplies } from './supplies.ts'
import type { Goods } from './supplies-goods.ts'

type Purpose = 'medical' | 'isolation' | 'checkpoints' | 'visits' | 'residents'
interface RequestPlan {
  id: string
  storeId: string
  itemId: string
  quantity: number
  purpose: Purpose
  neededOn: string
  at: string
}
interface AssumptionPlan {
  id: string
  itemId: string
  basis: 'isolated' | 'checkpoint' | 'resident' | 'day'
  perDay: number
  heads: number | null
  because: string
  from: string
}
interface PricePlan {
  id: string
  storeId: string
  itemId: string
  priceFen: number
  per: string
  state: 'enough' | 'little' | 'none'
  delivery: 'normal' | 'late' | 'stopped'
  at: string
}
export interface Requests {
  requests: RequestPlan[]
  /** Those that the desk did not agree to, by their place in the list. */
  declined: number[]
  assumptions: AssumptionPlan[]
  prices: PricePlan[]
  offset: string
}

/** Whom food is for: the county's own people, as its yearbook rounds them. */
const RESIDENTS = 330_000
const USES = [
  ['surgical-mask', 'checkpoint', 6, null, '每个检查点每班两人、三班,每人每班一只'],
  ['surgical-mask', 'isolated', 0.5, null, '每两日一只'],
  ['n95', 'day', 6, null, '发热门诊每日六人次'],
  ['protective-suit', 'day', 4, null, '转运和采样每日四件'],
  ['disinfectant-84', 'checkpoint', 600, null, '每个检查点每日六百克'],
  ['rice', 'resident', 200, RESIDENTS, '每人每日 200 克'],
  ['flour', 'resident', 100, RESIDENTS, '每人每日 100 克'],
] as const
const ASKED = [
  ['surgical-mask', 400, 'checkpoints'],
  ['disinfectant-84', 50_000, 'visits'],
  ['n95', 20, 'isolation'],
] as const
const PRICES = [
  ['rice', 6_900, '袋(10 公斤)'],
  ['flour', 4_500, '袋(10 公斤)'],
  ['oil-barrel', 6_200, '桶(5 升)'],
] as const
const SHOPS: ReadonlySet<string> = new Set(['grain-outlet', 'supermarket'])
/** Every how-manieth shop has little left, and every how-manieth waits for its goods. */
const LITTLE = 9
const LATE = 7

/** What stores ask for, what a day is assumed to use, and what goods cost; nothing of it moves any goods. Pure. */
export function planRequests({ county, seed, offset, goods, stores }: Supplies): Requests {
  const item = (code: string): Goods | undefined => goods.find((one) => one.code === code)
  const id = (...of: Array<string | number>) => namedId(seed, county, 'requests', ...of)
  const towns = stores.filter(({ owner }) => owner === 'township')
  const shops = stores.filter(({ owner }) => SHOPS.has(owner))
  const requests = towns.flatMap((store, at) =>
    ASKED.flatMap(([code, quantity, purpose], nth): RequestPlan[] => {
      const wanted = item(code)
      if (!wanted || (at + nth) % 3 === 2) return []
      const said = { itemId: wanted.id, quantity: quantity * (1 + (at % 3)), purpose, neededOn: '2020-02-20' }
      return [
        { id: id('request', store.id, code), storeId: store.id, ...said, at: `2020-02-18T09:${10 + at}:00${offset}` },
      ]
    }),
  )
  const assumptions = USES.flatMap(([code, basis, perDay, heads, because]): AssumptionPlan[] => {
    const used = item(code)
    return used
      ? [{ id: id('use', code, basis), itemId: used.id, basis, perDay, heads, because, from: '2020-01-25' }]
      : []
  })
  const prices = shops.flatMap((store, at) =>
    PRICES.flatMap(([code, priceFen, per], nth): PricePlan[] => {
      const sold = item(code)
      const state = (at + nth) % LITTLE === 0 ? 'little' : 'enough'
      const delivery = (at + nth) % LATE === 0 ? 'late' : 'normal'
      const said = { priceFen: priceFen + ((at * 7 + nth) % 5) * 100, per, state, delivery } as const
      const when = `2020-02-18T08:${String(at % 60).padStart(2, '0')}:00${offset}`
      return sold ? [{ id: id('price', store.id, code), storeId: store.id, itemId: sold.id, ...said, at: when }] : []
    }),
  )
  return { requests, declined: requests.length > 3 ? [0] : [], assumptions, prices, offset }
}

export const countRequests = ({ requests, declined, assumptions, prices }: Requests): number =>
  requests.length + declined.length + assumptions.length + prices.length

type Add = (sent: Sent, label: string) => void
const LABEL = '申领与价格 requests'

export async function sendRequests(
  { requests, declined, assumptions, prices, offset }: Requests,
  desk: Session,
  add: Add,
) {
  if (requests.length > 0) {
    const body = { items: requests }
    add(
      sentBy('request', (await answer('requests', () => desk.POST('/supplies/requests/batch', { body }))).verdicts),
      LABEL,
    )
  }
  for (const nth of declined) {
    const requestId = requests[nth]?.id ?? ''
    const params = { path: { requestId } }
    const said = { how: 'declined' as const, why: '本周已调拨', at: `2020-02-18T11:00:00${offset}` }
    const body = { id: namedId(requestId, 'end'), ...said }
    const { arrival } = await answer('end', () => desk.POST('/supplies/requests/{requestId}/end', { params, body }))
    add(arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }, LABEL)
  }
  if (assumptions.length > 0) {
    const body = { items: assumptions }
    add(sentBy('use', (await answer('use', () => desk.POST('/supplies/assumptions/batch', { body }))).verdicts), LABEL)
  }
  if (prices.length > 0) {
    const body = { items: prices }
    add(sentBy('price', (await answer('prices', () => desk.POST('/supplies/prices/batch', { body }))).verdicts), LABEL)
  }
}
