import type { FiguresFile } from './figures.ts'
import { at, share } from './random.ts'
import { baseOf, FIGURE_OF, type Goods, MEDICAL } from './supplies-goods.ts'
import { HISTORY_DAYS, type MovePlan, type Plan } from './supplies-plan.ts'

const HOUR = 3_600_000
const RECEIPT_DAYS = [0, 4, 9, 14, 19, 23]
const RECEIPT_WEIGHTS = [30, 22, 18, 14, 10, 6]
const FROM: ReadonlyArray<[MovePlan['account'], string]> = [
  ['allocated', '市疫情防控物资保障组'],
  ['bought', '承德某医疗器械公司'],
  ['donated', '县工商联'],
  ['allocated', '省应急物资保障组'],
  ['bought', '某防护用品公司'],
  ['donated', '某矿业公司'],
]
/** How many times its stock of the end an item went out in these weeks. */
const TURNOVER = 3
const CARGO_DAYS = [2, 5, 8, 11, 15, 18, 21, 25]

interface Medical {
  file: FiguresFile
  goods: Map<string, Goods>
  depot: string
  towns: readonly string[]
  parties: readonly string[]
}
/** The county's depot: what came from above, was bought and given, and went to townships, checkpoints, the site and the hospital. */
export function planMedical(plan: Plan, { file, goods, depot, towns, parties }: Medical): void {
  const items = MEDICAL.flatMap((code) => {
    const one = goods.get(code)
    const stock = baseOf(file, FIGURE_OF[code] ?? '')
    // Boxes are wet after the thaw: one in a thousand of what is there at the end was lost, and the count said so.
    const lost = code === 'surgical-mask' ? Math.floor(stock / 1_000) : 0
    return one && stock > 0 ? [{ goods: one, stock, lost, out: stock * TURNOVER }] : []
  })
  for (let day = 0; day < HISTORY_DAYS; day += 1) {
    if (day === Math.floor(HISTORY_DAYS / 2) + 1) countDepot(plan, depot, items, plan.at(day, 7))
    const receipt = RECEIPT_DAYS.indexOf(day)
    if (receipt >= 0) {
      const got = items.map((one): [Goods, number] => [
        one.goods,
        at(share(one.stock + one.lost + one.out, RECEIPT_WEIGHTS), receipt),
      ])
      plan.receive(depot, plan.at(day, 9), got, at(FROM, receipt % FROM.length))
    }
    const round = CARGO_DAYS.indexOf(day)
    if (round >= 0) {
      const parts = items.map((one) => ({
        goods: one.goods,
        quantity: at(
          share(
            one.out,
            CARGO_DAYS.map(() => 1),
          ),
          round,
        ),
      }))
      issueRound(plan, { depot, towns, parties, parts, day, round })
    }
  }
  countDepot(
    plan,
    depot,
    items.map((one) => ({ ...one, lost: 0 })),
    plan.at(HISTORY_DAYS - 1, 18),
  )
}

interface Round {
  depot: string
  towns: readonly string[]
  parties: readonly string[]
  parts: Array<{ goods: Goods; quantity: number }>
  day: number
  round: number
}
/** Half goes out by slips to a checkpoint and the site, half in the truck to three townships, which hand on what they got. */
function issueRound(plan: Plan, { depot, towns, parties, parts, day, round }: Round): void {
  const halves = parts.map(({ goods, quantity }) => ({
    goods,
    slip: Math.ceil(quantity / 2),
    truck: Math.floor(quantity / 2),
  }))
  const slip = plan.take(
    depot,
    halves.map(({ goods, slip: part }) => [goods, part]),
  )
  const [toKind, party] =
    round % 2 === 0
      ? (['checkpoint', at(parties, round % parties.length)] as const)
      : (['site', '县集中医学观察点'] as const)
  plan.add(depot, 'issued', plan.at(day, 14), slip, { toKind, party })
  const chosen = [0, 1, 2].map((nth) => towns[(round * 3 + nth) % towns.length]).filter((id) => id !== undefined)
  for (const [nth, town] of [...new Set(chosen)].entries()) {
    const count = new Set(chosen).size
    const lines = plan.take(
      depot,
      halves.map(({ goods, truck }) => [
        goods,
        at(
          share(
            truck,
            Array.from({ length: count }, () => 1),
          ),
          nth,
        ),
      ]),
    )
    if (lines.length === 0) continue
    const sent = plan.add(depot, 'sent', plan.at(day, 15) + nth * HOUR, lines, { toStoreId: town, party: town })
    plan.put(town, lines)
    plan.add(town, 'arrived', plan.at(day, 19) + nth * HOUR, lines, { consignmentId: sent.id })
    const half = lines.flatMap(
      ({ goods, quantity }): Array<[Goods, number]> => (quantity > 1 ? [[goods, Math.floor(quantity / 2)]] : []),
    )
    const given = plan.take(town, sumByGoods(half))
    if (given.length > 0)
      plan.add(town, 'issued', plan.at(day + 1, 10), given, { toKind: 'village', party: '村防控值守点' })
  }
}

const sumByGoods = (wanted: ReadonlyArray<[Goods, number]>): Array<[Goods, number]> =>
  [...Map.groupBy(wanted, ([goods]) => goods)].map(([goods, parts]) => [
    goods,
    parts.reduce((sum, [, part]) => sum + part, 0),
  ])

function countDepot(plan: Plan, depot: string, items: ReadonlyArray<{ goods: Goods; lost: number }>, ms: number): void {
  for (const { goods, lost } of items) if (lost > 0) plan.take(depot, [[goods, lost]])
  const found = items.flatMap(({ goods }) => plan.stock(depot, goods)).filter(({ quantity }) => quantity > 0)
  const why = items.some(({ lost }) => lost > 0) ? '融雪受潮,当日盘点发现' : null
  if (found.length > 0) plan.add(depot, 'counted', ms, found, { why, party: 'count' })
}
