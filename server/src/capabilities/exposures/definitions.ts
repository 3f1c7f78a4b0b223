import type { z } from 'zod'
import type { Category } from './schema.line-list.ts'
import type { ExposurePlace } from './schema.ts'

/**
 * What a county's line list began with in the first weeks of 2020, to start from. Copied into the county's own table when somebody
 * there asks for it; from then on the table counts.
 */
const SINCE = '2020-01-15'

export const publishedPlaces: ReadonlyArray<z.input<typeof ExposurePlace>> = [
  {
    key: 'huanan-market',
    zh: '武汉华南海鲜市场',
    en: 'Huanan Seafood Market, Wuhan',
    code: '420103',
    lon: 114.2578,
    lat: 30.6197,
    radiusM: 1_000,
  },
]

export const publishedCategories: ReadonlyArray<z.input<typeof Category>> = [
  {
    code: 'from-hubei',
    zh: '从湖北来或途经湖北返回',
    en: 'Came from or through Hubei',
    condition: { any: [{ travel: { into: true, from: ['42'], via: ['42'], since: SINCE, days: 14 } }] },
    place: 10,
  },
  {
    code: 'from-wuhan',
    zh: '从武汉来或途经武汉返回',
    en: 'Came from or through Wuhan',
    within: 'from-hubei',
    condition: { any: [{ travel: { into: true, from: ['4201'], via: ['4201'], since: SINCE, days: 14 } }] },
    place: 11,
  },
  {
    code: 'near-huanan-market',
    zh: '到过华南海鲜市场1000米内',
    en: 'Had been within 1,000 m of the Huanan market',
    within: 'from-hubei',
    condition: { any: [{ place: { key: 'huanan-market' } }] },
    place: 12,
  },
  {
    code: 'contacts-both',
    zh: '上述人员的密切接触者',
    en: 'Close contacts of those',
    condition: { any: [{ contact: { with: 'from-hubei' } }], unless: ['from-hubei'] },
    place: 20,
  },
  {
    code: 'contacts-wuhan',
    zh: '武汉返回人员的密切接触者',
    en: 'Close contacts of those from Wuhan',
    within: 'contacts-both',
    condition: { any: [{ contact: { with: 'from-wuhan' } }] },
    place: 21,
  },
  {
    code: 'from-elsewhere',
    zh: '从湖北以外来或外出返回',
    en: 'Came or returned from elsewhere',
    condition: { any: [{ travel: { into: true, since: SINCE } }], unless: ['from-hubei'] },
    place: 30,
  },
]
