import type { FiguresFile } from './figures.ts'
import { namedId } from './random.ts'

export interface Goods {
  id: string
  code: string
  name: string
  kind: 'medical' | 'daily'
  unit: 'piece' | 'pair' | 'gram' | 'bag' | 'barrel'
  packs: Array<{ id: string; label: string; holds: number; from: string }>
}
type Told = [code: string, name: string, kind: Goods['kind'], unit: Goods['unit'], packs: Array<[string, number]>]
const KG: [string, number] = ['公斤', 1_000]
const TONNE: [string, number] = ['吨', 1_000_000]
const GOODS: Told[] = [
  ['protective-suit', '一次性防护服', 'medical', 'piece', [['箱(20 件)', 20]]],
  [
    'surgical-mask',
    '一次性外科口罩',
    'medical',
    'piece',
    [
      ['盒(50 只)', 50],
      ['箱(2000 只)', 2_000],
    ],
  ],
  ['n95', 'N95 口罩', 'medical', 'piece', [['盒(20 只)', 20]]],
  ['goggles', '防护镜', 'medical', 'pair', [['箱(30 副)', 30]]],
  ['disinfectant-84', '84 消毒液', 'medical', 'gram', [KG, ['桶(25 公斤)', 25_000], TONNE]],
  ['thermometer-gun', '体温枪', 'medical', 'piece', []],
  ['rice', '大米', 'daily', 'gram', [KG, ['袋(25 公斤)', 25_000], TONNE]],
  ['flour', '面粉', 'daily', 'gram', [KG, ['袋(25 公斤)', 25_000], TONNE]],
  ['oil', '食用油(散装)', 'daily', 'gram', [KG, TONNE]],
  ['oil-barrel', '食用油(桶装)', 'daily', 'barrel', [['箱(4 桶)', 4]]],
  ['grain-bag', '成品粮(袋装)', 'daily', 'bag', []],
]
export const MEDICAL = GOODS.filter(([, , kind]) => kind === 'medical').map(([code]) => code)

/** What the file says of an item, under the name it has there. */
export const FIGURE_OF: Record<string, string> = {
  'protective-suit': 'supplies.protective-suits',
  'surgical-mask': 'supplies.surgical-masks',
  n95: 'supplies.n95',
  goggles: 'supplies.goggles',
  'disinfectant-84': 'supplies.disinfectant-84',
  'thermometer-gun': 'supplies.thermometer-guns',
}

export const planGoods = (seed: string, county: string): Map<string, Goods> =>
  new Map(
    GOODS.map(([code, name, kind, unit, packs]) => {
      const id = namedId(seed, county, 'goods', code)
      const told = packs.map(([label, holds]) => ({ id: namedId(id, label), label, holds, from: '2020-01-01' }))
      return [code, { id, code, name, kind, unit, packs: told }]
    }),
  )

const GRAMS = 1_000_000
/** A figure of the file in the item's base unit; tonnes are grams here, because half a tonne is no whole number. */
export function baseOf(file: FiguresFile, name: string): number {
  const figure = file.figures.find((one) => one.name === name)
  return figure ? Math.round(figure.value * (figure.unit === 'tonne' ? GRAMS : 1)) : 0
}

/** Said in the largest pack that it fills, or in tonnes and kilograms with what is left over behind the point. */
export function said({ packs }: Goods, quantity: number): { amount: string; packId: string | null } {
  const fits = packs.toReversed().find(({ holds }) => quantity % holds === 0 && quantity >= holds)
  if (fits) return { amount: String(quantity / fits.holds), packId: fits.id }
  const kilo = packs.find(({ holds }) => holds === KG[1])
  if (!kilo || quantity < KG[1]) return { amount: String(quantity), packId: null }
  const rest = String(quantity % KG[1]).padStart(3, '0')
  return { amount: `${Math.floor(quantity / KG[1])}.${rest}`, packId: kilo.id }
}
