import { figuresOf, type Unit } from './figure.ts'

/** Of the county's own depots; what townships and hospitals hold stands at theirs. */
const inDepots = <const N extends string>(name: N, code: string, unit: Unit, zh: string, en: string) => ({
  name,
  kind: 'stock' as const,
  unit,
  zh: `县级库存${zh}`,
  en: `${en} in the county’s depots`,
  source: { view: 'supplies_v1', sum: ['quantity'], where: { owner: 'county-depot', code } },
})
/** For how long what is in all stores of an area would last; missing where nothing is assumed to be used. */
const cover = <const N extends string>(name: N, code: string, zh: string, en: string) => ({
  name,
  kind: 'stock' as const,
  unit: 'day' as const,
  zh: `${zh}可用天数`,
  en: `Days of cover of ${en}`,
  source: { view: 'cover_v1', sum: ['tenths'], where: { code } },
  whole: true,
  needs: 'assumption' as const,
})
/** One owner’s food in one unit, which no figure adds to another. */
const food = <const N extends string>(name: N, where: Record<string, string>, unit: Unit, zh: string, en: string) => ({
  name,
  kind: 'stock' as const,
  unit,
  zh,
  en,
  source: { view: 'supplies_v1', sum: ['quantity'], where: { kind: 'daily', ...where } },
})

export const suppliesFigures = figuresOf('supplies', [
  inDepots('stock-protective-suits', 'protective-suit', 'piece', '防护服', 'Protective suits'),
  inDepots('stock-surgical-masks', 'surgical-mask', 'piece', '外科口罩', 'Surgical masks'),
  inDepots('stock-n95', 'n95', 'piece', 'N95 口罩', 'N95 respirators'),
  inDepots('stock-goggles', 'goggles', 'pair', '防护镜', 'Goggles'),
  inDepots('stock-disinfectant-84', 'disinfectant-84', 'gram', '84 消毒液', 'Chlorine disinfectant'),
  inDepots('stock-thermometer-guns', 'thermometer-gun', 'piece', '体温枪', 'Forehead thermometers'),
  cover('cover-protective-suits', 'protective-suit', '防护服', 'protective suits'),
  cover('cover-surgical-masks', 'surgical-mask', '外科口罩', 'surgical masks'),
  cover('cover-n95', 'n95', 'N95 口罩', 'N95 respirators'),
  cover('cover-disinfectant-84', 'disinfectant-84', '84 消毒液', 'chlorine disinfectant'),
  {
    name: 'grain-outlets',
    kind: 'stock',
    unit: 'store',
    zh: '粮食经营场所数',
    en: 'Grain outlets',
    source: { view: 'supplies_v1', sum: ['stores'], where: { owner: 'grain-outlet' } },
  },
  food(
    'outlets-grain',
    { owner: 'grain-outlet', unit: 'gram' },
    'gram',
    '粮食经营场所米面',
    'Rice and flour at grain outlets',
  ),
  food(
    'outlets-oil',
    { owner: 'grain-outlet', unit: 'barrel' },
    'barrel',
    '粮食经营场所食用油',
    'Cooking oil at grain outlets',
  ),
  food('supermarkets-grain', { owner: 'supermarket', unit: 'bag' }, 'bag', '大型超市粮食', 'Grain at supermarkets'),
  food(
    'supermarkets-oil',
    { owner: 'supermarket', unit: 'barrel' },
    'barrel',
    '大型超市食用油',
    'Cooking oil at supermarkets',
  ),
  food('reserve-rice', { owner: 'reserve-company', code: 'rice' }, 'gram', '储备大米', 'Rice in the reserve'),
  food('reserve-flour', { owner: 'reserve-company', code: 'flour' }, 'gram', '储备面粉', 'Flour in the reserve'),
  food('reserve-oil', { owner: 'reserve-company', code: 'oil' }, 'gram', '储备食用油', 'Cooking oil in the reserve'),
])
