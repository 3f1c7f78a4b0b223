import type { Notice } from '../exchange/index.ts'
import { clockOf } from './card.paper.ts'
import { stockAddress } from './rules.codes.ts'
import type { Unit } from './schema.ts'
import { type Language, quantityWords } from './units.words.ts'

/** What a slip says, whichever kind it is. */
export interface Paper {
  kind: keyof (typeof WORDS)['zh']['titles']
  id: string
  storeId: string
  storeName: string
  /** The other side: who gets it, who gave it, or the store at the other end. */
  party: string | null
  /** The store that a transfer is on its way to: whoever scans the slip there books the arrival. */
  toStoreId: string | null
  documentNo: string | null
  at: Date
  lines: Array<{ item: string; makerNo: string | null; unit: Unit; quantity: number; book: number | null }>
  note: string | null
  why: string | null
  isVoid: boolean
  county: string
}

const WORDS = {
  zh: {
    titles: {
      slip: '领料单(待确认)',
      received: '入库单',
      issued: '出库单',
      sold: '销售单',
      sent: '调拨单',
      arrived: '到货单',
      counted: '盘点单',
      'written-off': '报损单',
      reversed: '冲销单',
    },
    void: '(作废)',
    number: (id: string) => `单号 ${id}`,
    facts: { store: '库点', party: '对方', document: '单据', at: '时间', why: '原因', note: '备注' },
    lot: (makerNo: string | null) => (makerNo ? `批号 ${makerNo}` : '无批号'),
    book: (said: string) => `账面 ${said}`,
    goods: '物资',
    scan: '扫码查看\n或登记到货、盘点',
    signed: { slip: ['开单:', '确认:'], other: ['经手:', '复核:', '对方签收:'] },
    office: (county: string) => `${county}疫情防控物资保障组`,
  },
  en: {
    titles: {
      slip: 'Issue slip (to be confirmed)',
      received: 'Receipt of goods',
      issued: 'Issue of goods',
      sold: 'Sale of goods',
      sent: 'Transfer of goods',
      arrived: 'Arrival of goods',
      counted: 'Stock count',
      'written-off': 'Write-off',
      reversed: 'Booked back',
    },
    void: ' (void)',
    number: (id: string) => `No. ${id}`,
    facts: { store: 'Store', party: 'From or to', document: 'Paper', at: 'Time', why: 'Why', note: 'Note' },
    lot: (makerNo: string | null) => (makerNo ? `lot ${makerNo}` : 'no lot'),
    book: (said: string) => `book ${said}`,
    goods: 'Goods',
    scan: 'Scan to look it up,\nbook an arrival or count',
    signed: { slip: ['Prepared by:', 'Confirmed by:'], other: ['Handed out by:', 'Checked by:', 'Received by:'] },
    office: (county: string) => `${county}: supplies of the epidemic command`,
  },
} as const

/** Where the square leads: to the book of the store, to what waits there for a second person, or to what is on its way. */
function codeOf({ kind, storeId, toStoreId }: Paper): string {
  if (kind === 'sent' && toStoreId) return stockAddress({ storeId: toStoreId, lotId: null }, 'ways')
  return stockAddress({ storeId, lotId: null }, kind === 'slip' ? 'slips' : 'movements')
}

export function slipNotice(paper: Paper, { lang, address }: { lang: Language; address: string }): Notice {
  const words = WORDS[lang]
  const { kind, id, storeName, party, documentNo, at, lines, note, why, isVoid, county } = paper
  const facts: Array<[string, string | null]> = [
    [words.facts.store, storeName],
    [words.facts.party, party],
    [words.facts.document, documentNo],
    [words.facts.at, clockOf(at.toISOString())],
    [words.facts.why, why],
    [words.facts.note, note],
  ]
  return {
    lang,
    title: `${words.titles[kind]}${isVoid ? words.void : ''}`,
    number: words.number(id.slice(-12).toUpperCase()),
    facts: facts.flatMap(([name, value]): Array<[string, string]> => (value ? [[name, value]] : [])),
    points: [
      {
        head: words.goods,
        lines: lines.map(({ item, makerNo, unit, quantity, book }) => {
          const counted = book === null ? '' : `(${words.book(quantityWords(book, unit, lang))})`
          return `· ${item} ${words.lot(makerNo)} ${quantityWords(quantity, unit, lang)}${counted}`
        }),
      },
    ],
    code: `${address}${codeOf(paper)}`,
    scan: words.scan,
    signed: [...words.signed[kind === 'slip' ? 'slip' : 'other']],
    by: [words.office(county)],
  }
}
