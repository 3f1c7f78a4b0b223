import type { Notice } from '../exchange/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import type { Donation } from './sql.donations.ts'
import { quantityWords } from './units.words.ts'

export const receiptNumber = (year: number, serial: number): string => `疫捐物〔${year}〕${serial}号`

/** What is handed to the donor. What was booked back prints as what it is: void. */
export function goodsReceipt(
  { receiptNo, goods, storeName, at, void: isVoid }: Donation,
  { donor, county }: { donor: string | null; county: string },
): Notice {
  const day = dayInChina(at)
  return {
    lang: 'zh',
    title: isVoid ? '捐赠物资收据(作废)' : '捐赠物资收据',
    number: receiptNo,
    facts: [
      ['捐赠人', donor ?? '不具名'],
      ['收货库点', storeName],
      ['收货日期', day],
      ...goods.map(({ item, quantity, unit }): [string, string] => [item, quantityWords(quantity, unit)]),
    ],
    points: [
      {
        head: isVoid ? '本收据所列物资已冲销,收据作废。' : '感谢您对疫情防控工作的支持。',
        lines: [
          '· 捐赠物资与其他物资一样入账,收发可查;未经您同意,公示中不出现您的姓名或名称。',
          '· 您可以随时同意或撤回公开署名。',
        ],
      },
    ],
    code: null,
    scan: '',
    signed: ['保管人:', '复核人:'],
    by: [`${county}疫情防控工作领导小组办公室`, '(盖章)', day],
  }
}
