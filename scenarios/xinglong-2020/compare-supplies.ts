import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import type { FiguresFile } from './figures.ts'
import type { Supplies } from './supplies.ts'
import { baseOf } from './supplies-goods.ts'
import type { MovePlan, Owner } from './supplies-plan.ts'

/** The server's figure, what it counts, and what the file calls it. */
const FIGURES = [
  ['stock-protective-suits', 'county-depot', ['protective-suit'], 'protective-suits'],
  ['stock-surgical-masks', 'county-depot', ['surgical-mask'], 'surgical-masks'],
  ['stock-n95', 'county-depot', ['n95'], 'n95'],
  ['stock-goggles', 'county-depot', ['goggles'], 'goggles'],
  ['stock-disinfectant-84', 'county-depot', ['disinfectant-84'], 'disinfectant-84'],
  ['stock-thermometer-guns', 'county-depot', ['thermometer-gun'], 'thermometer-guns'],
  ['outlets-grain', 'grain-outlet', ['rice', 'flour'], 'outlets-rice-flour'],
  ['outlets-oil', 'grain-outlet', ['oil-barrel'], 'outlets-oil'],
  ['supermarkets-grain', 'supermarket', ['grain-bag'], 'supermarkets-grain'],
  ['supermarkets-oil', 'supermarket', ['oil-barrel'], 'supermarkets-oil'],
  ['reserve-rice', 'reserve-company', ['rice'], 'reserve-rice'],
  ['reserve-flour', 'reserve-company', ['flour'], 'reserve-flour'],
  ['reserve-oil', 'reserve-company', ['oil'], 'reserve-oil'],
] as const satisfies ReadonlyArray<readonly [string, Owner, readonly string[], string]>
const MOMENTS = [
  '2020-01-22T20:00:00',
  '2020-01-29T08:00:00',
  '2020-02-06T16:30:00',
  '2020-02-12T06:59:00',
  '2020-02-18T23:59:59',
]

const came = (kind: MovePlan['kind']): number => (kind === 'received' || kind === 'arrived' ? 1 : -1)

/** By our own sum over the plan; of a count only what was lost counts, which the plan has taken off the shelf. */
export function heldBy(supplies: Supplies, asOf: string, owner: Owner, codes: readonly string[]): number {
  const stores = new Set(supplies.stores.filter((store) => store.owner === owner).map(({ id }) => id))
  const moment = Date.parse(asOf)
  const shelves = new Map<string, number>()
  for (const { storeId, kind, ms, lines } of supplies.moves.toSorted((a, b) => a.ms - b.ms)) {
    if (!stores.has(storeId) || ms > moment) continue
    for (const { goods, lotId, quantity } of lines) {
      if (!codes.includes(goods.code)) continue
      const key = `${storeId}/${lotId}`
      shelves.set(key, kind === 'counted' ? quantity : (shelves.get(key) ?? 0) + came(kind) * quantity)
    }
  }
  return [...shelves.values()].reduce((sum, quantity) => sum + quantity, 0)
}

export async function compareSupplies(
  session: Session,
  supplies: Supplies,
  file: FiguresFile | null,
  hold: Hold,
): Promise<void> {
  const { county, offset, stores } = supplies
  if (stores.length === 0) return
  const figure = async (name: string, asOf: string): Promise<number> => {
    const params = { path: { figure: name as 'reserve-oil' }, query: { area: county, asOf } }
    return (await answer(name, () => session.GET('/figures/{figure}', { params }))).value
  }
  for (const moment of MOMENTS) {
    const asOf = moment + offset
    for (const [name, owner, codes] of FIGURES)
      hold(name, county, asOf, heldBy(supplies, asOf, owner, codes), await figure(name, asOf))
  }
  const end = `${MOMENTS.at(-1)}${offset}`
  const outlets = stores.filter(({ owner }) => owner === 'grain-outlet').length
  hold('grain-outlets', county, end, outlets, await figure('grain-outlets', end))
  for (const [name, , , told] of file ? FIGURES : [])
    hold(`file: ${told}`, county, end, file ? baseOf(file, `supplies.${told}`) : 0, await figure(name, end))
  await compareOverview(session, supplies, end, hold)
}

/** The overview of every item adds its owners up to the same as the plan, and the last count found what the book said. */
async function compareOverview(session: Session, supplies: Supplies, asOf: string, hold: Hold): Promise<void> {
  const stock = await answer('stock', () => session.GET('/supplies/stock', { params: { query: { asOf } } }))
  const owners = ['county-depot', 'township', 'grain-outlet', 'supermarket', 'reserve-company'] as const
  for (const { code, quantity } of stock.items) {
    const ours = owners.reduce((sum, owner) => sum + heldBy(supplies, asOf, owner, [code]), 0)
    hold(`overview: ${code}`, supplies.county, asOf, ours, quantity)
  }
  const query = { kind: 'counted' as const, asOf }
  const counts = await answer('counts', () => session.GET('/supplies/movements', { params: { query } }))
  const last = counts.items[0]?.lines.reduce((sum, line) => sum + Math.abs(line.quantity - (line.book ?? 0)), 0) ?? 0
  hold('difference of the last count', supplies.county, asOf, 0, last)
}
