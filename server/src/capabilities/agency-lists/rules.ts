import { addDays } from '../places/rules.clock.ts'

/** What a column of a list can mean. What is `other` goes back to the sender as it came. */
export const fields = ['name', 'document', 'phone', 'sex', 'birth', 'address', 'township', 'village', 'other'] as const
export type Field = (typeof fields)[number]

export const answers = ['seen', 'away', 'unknown', 'not-found'] as const
export type Answer = (typeof answers)[number]

export const outcomes = ['created', 'matched', 'conflict', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]

/** Why a row is not taken, or what of it could not be used. Fixed words, for the sender's file too. */
export const rowReasons = {
  'document-damaged': {
    zh: '证件号码被电子表格改坏(科学计数或末尾变0),无法修复,请重新提供',
    en: 'The number was damaged by a spreadsheet and cannot be repaired; please give it again',
  },
  'nothing-to-go-by': {
    zh: '没有可核对的内容:至少需要证件号码、电话,或姓名加出生日期或住址',
    en: 'Nothing to go by: a document, a phone, or a name with a birth date or an address is needed',
  },
  formula: { zh: '此行有公式,请粘贴为数值后重新提供', en: 'The row has a formula; paste the values and give it again' },
  error: { zh: '此行有出错的单元格(如 #N/A)', en: 'A cell of the row shows an error such as #N/A' },
  merged: {
    zh: '此行有合并的单元格,无法确定内容属于谁',
    en: 'A cell of the row is merged with others, so whose it is cannot be told',
  },
  'document-invalid': { zh: '证件号码未通过校验', en: 'The document number fails its check' },
  'phone-invalid': { zh: '电话号码不成立,未使用', en: 'The phone number cannot be one and was not used' },
  'birth-invalid': { zh: '出生日期不成立,未使用', en: 'The birth date cannot be one and was not used' },
} as const
export type RowReason = keyof typeof rowReasons

export const answerWords: Record<Answer, { zh: string; en: string }> = {
  seen: { zh: '已见到本人', en: 'seen' },
  away: { zh: '人在外地', en: 'away' },
  unknown: { zh: '查无此人', en: 'unknown here' },
  'not-found': { zh: '未找到', en: 'not found' },
}

export interface Counts {
  read: number
  created: number
  matched: number
  conflict: number
  rejected: number
  blank: number
}

/** More rows than this leave with the consent of a second person, which is good for a day. */
export const ALONE_MAX = 500
export const CONSENT_MS = 86_400_000

/** Long enough to look for somebody, too short to build a register of. */
export const KEPT_DAYS_MAX = 90

export const lastExpiry = (today: string): string => addDays(today, KEPT_DAYS_MAX)
