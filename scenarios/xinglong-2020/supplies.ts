import type { CheckpointPlan } from './events.ts'
import type { FiguresFile } from './figures.ts'
import type { Division } from './plan.ts'
import { chance, namedId } from './random.ts'
import { planReserve, planShops } from './supplies-food.ts'
import { baseOf, FIGURE_OF, type Goods, MEDICAL, planGoods } from './supplies-goods.ts'
import { planMedical } from './supplies-medical.ts'
import { HISTORY_DAYS, type LotPlan, type MovePlan, type Owner, Plan, type StorePlan } from './supplies-plan.ts'

const DAY = 86_400_000
export interface Supplies {
  county: string
  seed: string
  offset: string
  goods: Goods[]
  stores: StorePlan[]
  lots: LotPlan[]
  moves: MovePlan[]
}

interface Ground {
  file: FiguresFile
  county: string
  divisions: readonly Division[]
  checkpoints: readonly CheckpointPlan[]
}

export function planSupplies({ file, county, divisions, checkpoints }: Ground): Supplies {
  const { seed, calendar } = file
  const goods = planGoods(seed, county)
  const end = Date.parse(
    `${file.figures.find(({ owner }) => owner === 'supplies')?.asOf.slice(0, 10) ?? '2020-02-18'}T00:00:00${calendar.offset}`,
  )
  const plan = new Plan(end - (HISTORY_DAYS - 1) * DAY, `${seed}/${county}`)
  const townships = divisions.filter(({ code }) => code.length === 9)
  const draw = chance(seed, county, 'supplies')
  const stores: StorePlan[] = []
  const open = (owner: Owner, division: string, name: string, post: string): string => {
    const id = namedId(seed, county, 'store', owner, name)
    stores.push({ id, division, owner, name, post })
    return id
  }
  const stations = checkpoints.filter(({ kind }) => kind !== 'village-turn-back').map(({ name }) => name)
  if (MEDICAL.some((code) => baseOf(file, FIGURE_OF[code] ?? '') > 0)) {
    const depot = open('county-depot', county, '县疫情防控物资库', '物资保障组保管岗')
    const towns = townships.map(({ code, name }) => open('township', code, `${name}防疫物资点`, '乡镇物资管理岗'))
    planMedical(plan, { file, goods, depot, towns, parties: stations.length > 0 ? stations : ['县界检查站'] })
  }
  planShops(plan, { file, goods, townships, draw, open })
  planReserve(plan, { file, goods, county, open })
  const used = stores.length > 0 ? [...goods.values()] : []
  return { county, seed, offset: calendar.offset, goods: used, stores, lots: plan.lots, moves: plan.moves }
}

/** Movements, and for an issue its slip and its confirmation. */
export const countSupplies = ({ goods, stores, lots, moves }: Supplies): number =>
  goods.length + stores.length + lots.length + moves.length + moves.filter(({ kind }) => kind === 'issued').length
