import type { Notice } from '../exchange/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { amountInWords, yuanOf } from './rules.ts'
import type { Donation } from './sql.donations.ts'

/** What is handed to the donor. A reversed donation prints as what it is: void. */
export function receiptNotice(
  { receiptNo, fen, purpose, earmarked, at, void: isVoid }: Donation,
  { donor, county }: { donor: string | null; county: string },
): Notice {
  const day = dayInChina(at)
  const wish = earmarked ? '捐赠人指定' : '未指定,由县防控办统筹'
  return {
    lang: 'zh',
    title: isVoid ? '捐款收据(作废)' : '捐款收据',
    number: receiptNo,
    facts: [
      ['捐赠人', donor ?? '不具名'],
      ['金额(大写)', amountInWords(fen)],
      ['金额(小写)', `¥${yuanOf(fen)}`],
      ['用途', `${purpose}(${wish})`],
      ['收款日期', day],
    ],
    points: [
      {
        head: isVoid ? '本收据所列捐款已冲正,收据作废。' : '感谢您对疫情防控工作的支持。',
        lines: [
          '· 捐款单独核算,收支在公示页面按用途公布;未经您同意,公示中不出现您的姓名或名称。',
          '· 您可以随时同意或撤回公开署名,也可以凭本收据查询款项去向。',
        ],
      },
    ],
    code: null,
    scan: '',
    signed: ['经手人:', '复核人:'],
    by: [`${county}疫情防控工作领导小组办公室`, '(盖章)', day],
  }
}
