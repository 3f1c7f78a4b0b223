import type { Labels } from '../exchange/index.ts'
import { stockAddress } from './rules.codes.ts'
import type { StockLine } from './sql.stock.ts'
import type { Language } from './units.words.ts'

const WORDS = {
  zh: {
    title: (store: string) => `${store}库位标签`,
    lot: (makerNo: string) => `批号 ${makerNo}`,
    noLot: '无批号',
    expires: (day: string) => `有效期至 ${day}`,
    scan: '扫码盘点',
  },
  en: {
    title: (store: string) => `Labels of ${store}`,
    lot: (makerNo: string) => `Lot ${makerNo}`,
    noLot: 'No lot',
    expires: (day: string) => `Expires ${day}`,
    scan: 'Scan to count',
  },
} as const

interface Shelved {
  store: { id: string; name: string }
  lots: ReadonlyArray<Pick<StockLine, 'id' | 'itemName' | 'makerNo' | 'expiresOn'>>
}
/** One for the door, and one for each lot. No amount stands on them: that is what is counted. */
export function labelsOf({ store, lots }: Shelved, { lang, address }: { lang: Language; address: string }): Labels {
  const words = WORDS[lang]
  const codeOf = (lotId: string | null) => `${address}${stockAddress({ storeId: store.id, lotId })}`
  return {
    lang,
    title: words.title(store.name),
    labels: [
      { title: store.name, lines: [words.scan], code: codeOf(null) },
      ...lots.map(({ id, itemName, makerNo, expiresOn }) => ({
        title: itemName,
        lines: [
          makerNo ? words.lot(makerNo) : words.noLot,
          ...(expiresOn ? [words.expires(expiresOn)] : []),
          store.name,
          words.scan,
        ],
        code: codeOf(id),
      })),
    ],
  }
}
