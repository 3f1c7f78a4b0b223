import type { Unit } from './schema.ts'

export type Language = 'zh' | 'en'
const UNITS: Record<Language, Record<Unit, string>> = {
  zh: {
    piece: '只',
    pair: '副',
    set: '套',
    bottle: '瓶',
    bag: '袋',
    barrel: '桶',
    gram: '克',
    millilitre: '毫升',
  },
  en: {
    piece: 'pieces',
    pair: 'pairs',
    set: 'sets',
    bottle: 'bottles',
    bag: 'bags',
    barrel: 'barrels',
    gram: 'g',
    millilitre: 'ml',
  },
}
const LARGER: Record<Language, string> = { zh: '公斤', en: 'kg' }

/** As it stands on paper: grams by the thousand are kilograms. */
export const quantityWords = (quantity: number, unit: Unit, lang: Language = 'zh'): string =>
  unit === 'gram' && Math.abs(quantity) >= 1000
    ? `${(quantity / 1000).toLocaleString('en-US')} ${LARGER[lang]}`
    : `${quantity.toLocaleString('en-US')} ${UNITS[lang][unit]}`
