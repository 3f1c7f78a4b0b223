import { printTable } from '../exchange/index.ts'
import { minuteInChina } from '../places/rules.clock.ts'
import type { StoreCard } from './schema.stock.ts'
import { type Language, quantityWords } from './units.words.ts'

type Card = Omit<StoreCard, 'next'>
const WORDS = {
  zh: {
    title: '物资进销存台账',
    of: (card: Card) => `库点:${card.storeName}  品种:${card.itemName}`,
    days: (from: string, till: string) => `期间:${from} 至 ${till}`,
    heads: ['时间', '类别', '对方单位', '单据', '批号', '收入', '发出', '结存'],
    opening: (said: string) => `期初结存:${said}`,
    closing: (said: string) => `期末结存:${said}`,
    beginning: '启用',
    kinds: {
      received: '入库',
      issued: '出库',
      sold: '销售',
      sent: '调出',
      arrived: '到货',
      counted: '盘点',
      'written-off': '报损',
      reversed: '冲销',
    },
    signed: ['保管人:', '复核人:', '日期:'],
    foot: '由收发记录生成;每笔不作修改,有误的冲销后重记',
  },
  en: {
    title: 'Stock card',
    of: (card: Card) => `Store: ${card.storeName}  Item: ${card.itemName}`,
    days: (from: string, till: string) => `From ${from} to ${till}`,
    heads: ['Time', 'What', 'From or to', 'Paper', 'Lot', 'In', 'Out', 'Balance'],
    opening: (said: string) => `Opening balance: ${said}`,
    closing: (said: string) => `Closing balance: ${said}`,
    beginning: 'the beginning',
    kinds: {
      received: 'received',
      issued: 'issued',
      sold: 'sold',
      sent: 'sent',
      arrived: 'arrived',
      counted: 'counted',
      'written-off': 'written off',
      reversed: 'booked back',
    },
    signed: ['Keeper:', 'Checked by:', 'Date:'],
    foot: 'Made from the movements; none is edited, a wrong one is booked back and written anew',
  },
} as const

/** In China, to the minute. */
export const clockOf = (at: string): string => minuteInChina(new Date(at))

/** The card as it is signed and filed: what was there, whatever came and went, and what is there. */
export function printCardOf(card: Card, days: { from: string | null; till: string }, lang: Language): Buffer {
  const say = WORDS[lang]
  const amount = (quantity: number): string => quantityWords(quantity, card.unit, lang)
  return printTable({
    lang,
    title: say.title,
    about: [say.of(card), say.days(days.from ?? say.beginning, days.till), say.opening(amount(card.opening))],
    columns: say.heads.map((name, nth) => ({ name, number: nth >= 5, wide: nth === 2 || nth === 3 })),
    rows: card.items.map((one) => [
      clockOf(one.at),
      say.kinds[one.kind],
      one.party ?? '',
      one.documentNo ?? '',
      one.makerNo ?? '',
      one.in > 0 ? amount(one.in) : '',
      one.out > 0 ? amount(one.out) : '',
      amount(one.balance),
    ]),
    closing: [say.closing(amount(card.closing))],
    signed: [...say.signed],
    foot: say.foot,
  })
}
