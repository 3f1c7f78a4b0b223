import type { FiguresFile } from './figures.ts'
import type { Division } from './plan.ts'
import { at, type Chance, share } from './random.ts'
import { baseOf, type Goods } from './supplies-goods.ts'
import { HISTORY_DAYS, type Owner, type Plan } from './supplies-plan.ts'

export type Open = (owner: Owner, division: string, name: string, post: string) => string
const SUPERMARKETS = 6
const SALE_EVERY = 3

/** Outlets and supermarkets: a delivery every week, sales between, and what the file says is left at the end. */
export function planShops(
  plan: Plan,
  {
    file,
    goods,
    townships,
    draw,
    open,
  }: { file: FiguresFile; goods: Map<string, Goods>; townships: readonly Division[]; draw: Chance; open: Open },
): void {
  const figure = (name: string) => baseOf(file, `supplies.${name}`)
  const kinds = (parts: ReadonlyArray<[string, number]>) =>
    parts.flatMap(([code, stock]) => (goods.has(code) ? [{ goods: goods.get(code) as Goods, stock }] : []))
  const grain = figure('outlets-rice-flour')
  const groups = [
    [
      'grain-outlet',
      figure('grain-outlets'),
      '粮油店',
      kinds([
        ['rice', Math.ceil(grain / 2)],
        ['flour', Math.floor(grain / 2)],
        ['oil-barrel', figure('outlets-oil')],
      ]),
    ],
    [
      'supermarket',
      figure('supermarkets-grain') > 0 ? SUPERMARKETS : 0,
      '大型超市',
      kinds([
        ['grain-bag', figure('supermarkets-grain')],
        ['oil-barrel', figure('supermarkets-oil')],
      ]),
    ],
  ] as const
  for (const [owner, count, name, items] of groups) {
    if (count === 0 || townships.length === 0) continue
    const weights = Array.from({ length: count }, () => draw.whole(60, 140))
    const parts = items.map((one) => ({ ...one, shares: share(one.stock, weights) }))
    for (let nth = 0; nth < count; nth += 1) {
      const town = at(townships, nth % townships.length)
      const id = open(owner, town.code, `${town.name}${name}${Math.floor(nth / townships.length) + 1}`, '经营负责人')
      runShop(
        plan,
        id,
        parts.map(({ goods: one, shares }) => ({ goods: one, stock: at(shares, nth) })),
        draw,
      )
    }
  }
}

function runShop(plan: Plan, id: string, items: ReadonlyArray<{ goods: Goods; stock: number }>, draw: Chance): void {
  const kept = items.filter(({ stock }) => stock > 0)
  const sold = kept.map((one) => ({ ...one, a: Math.floor((one.stock * draw.whole(15, 25)) / 100 / SALE_EVERY) }))
  const rounds = Math.floor((HISTORY_DAYS - 3) / SALE_EVERY)
  plan.receive(
    id,
    plan.at(0, 8),
    sold.map(({ goods, stock, a }) => [goods, stock + a * 2]),
    ['bought', '粮油批发市场'],
  )
  for (let round = 1; round <= rounds; round += 1) {
    const day = round * SALE_EVERY
    plan.add(
      id,
      'sold',
      plan.at(day, 19),
      plan.take(
        id,
        sold.map(({ goods, a }) => [goods, a]),
      ),
    )
    // Every second time the shelf is filled again; the last delivery comes to what the file says.
    const isLast = round === rounds
    if (round % 2 === 0 || isLast) {
      const fill = sold.map(({ goods, stock, a }): [Goods, number] => {
        const there = plan.stock(id, goods).reduce((sum, { quantity }) => sum + quantity, 0)
        return [goods, Math.max(0, (isLast ? stock : stock + a * 2) - there)]
      })
      plan.receive(id, plan.at(day, 21), fill, ['bought', '粮油批发市场'])
    }
  }
}

/** The reserve company: taken in before the holiday, released to shops once, filled up again. */
export function planReserve(
  plan: Plan,
  { file, goods, county, open }: { file: FiguresFile; goods: Map<string, Goods>; county: string; open: Open },
): void {
  const items = ['rice', 'flour', 'oil'].flatMap((code) => {
    const one = goods.get(code)
    const stock = baseOf(file, `supplies.reserve-${code}`)
    return one && stock > 0 ? [{ goods: one, stock }] : []
  })
  if (items.length === 0) return
  const id = open('reserve-company', county, '县级储备粮承储企业', '粮食应急配送站负责人')
  const tenth = (stock: number) => Math.floor(stock / 10)
  plan.receive(
    id,
    plan.at(0, 9),
    items.map(({ goods: one, stock }) => [one, stock]),
    ['allocated', '县级储备粮计划'],
  )
  plan.add(
    id,
    'sold',
    plan.at(8, 10),
    plan.take(
      id,
      items.map(({ goods: one, stock }) => [one, tenth(stock)]),
    ),
    { party: '应急投放' },
  )
  plan.receive(
    id,
    plan.at(16, 10),
    items.map(({ goods: one, stock }) => [one, tenth(stock)]),
    ['bought', '省粮食集团'],
  )
}
