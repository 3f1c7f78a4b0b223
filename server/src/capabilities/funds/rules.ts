/** Ten thousand million yuan: more than any county has, and far below what a number holds exactly. */
export const FEN_MOST = 1_000_000_000_000

export const SOURCES = ['appropriation', 'donation'] as const
/** Whose budget an appropriation comes from. */
export const LEVELS = ['central', 'province', 'city', 'county', 'township'] as const
export const DONORS = ['person', 'organisation', 'anonymous'] as const
export const ACCOUNTS = ['outside', 'available', 'committed', 'paid'] as const
export type Account = (typeof ACCOUNTS)[number]
export const PAYMENT_STATES = ['waiting', 'paid', 'refused'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]
export const ENTRY_KINDS = [
  'received',
  'reassigned',
  'committed',
  'released',
  'paid',
  'refunded',
  'returned',
  'reversed',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** From where to where each kind of entry moves money; a reversal goes the other way of what it reverses. */
export const WAYS = {
  received: ['outside', 'available'],
  reassigned: ['available', 'available'],
  committed: ['available', 'committed'],
  released: ['committed', 'available'],
  paid: ['committed', 'paid'],
  refunded: ['paid', 'committed'],
  returned: ['available', 'outside'],
} as const satisfies Record<Exclude<EntryKind, 'reversed'>, readonly [Account, Account]>

export interface Moved {
  fromAccount: Account
  toAccount: Account
  purposeId: string
  toPurposeId: string | null
  commitmentId: string | null
  fen: number
}
/** The mirror of an entry: the same money on its way back. */
export const mirrorOf = <M extends Moved>(entry: M): Moved => ({
  fromAccount: entry.toAccount,
  toAccount: entry.fromAccount,
  purposeId: entry.toPurposeId ?? entry.purposeId,
  toPurposeId: entry.toPurposeId === null ? null : entry.purposeId,
  commitmentId: entry.commitmentId,
  fen: entry.fen,
})

/** Whether a payment needs a second person, by what was paid on the commitment that day and by the rule; without a rule each does. */
export const needsTwo = (fen: number, paidThatDayFen: number, aboveFen: number | null): boolean =>
  fen + paidThatDayFen > (aboveFen ?? 0)

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

function groupInWords(group: number): string {
  const digits = [...String(group)].map(Number)
  return digits
    .map((digit, at) => (digit === 0 ? '零' : `${DIGITS[digit]}${PLACES[digits.length - 1 - at]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
}

/** 人民币大写, as it stands on a receipt: the figure that cannot be altered by a stroke. */
export function amountInWords(fen: number): string {
  const yuan = Math.floor(fen / 100)
  const groups: number[] = []
  for (let rest = yuan; rest > 0; rest = Math.floor(rest / 10_000)) groups.unshift(rest % 10_000)
  const words = groups.map((group, at) => {
    if (group === 0) return '零'
    const gap = at > 0 && group < 1000 ? '零' : ''
    return `${gap}${groupInWords(group)}${GROUPS[groups.length - 1 - at]}`
  })
  const whole = yuan === 0 ? '' : `${words.join('').replace(/零+/g, '零').replace(/零$/, '')}元`
  const [jiao, last] = [Math.floor((fen % 100) / 10), fen % 10]
  if (jiao === 0 && last === 0) return `${whole || '零元'}整`
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : whole ? '零' : ''
  return `${whole}${tenths}${last > 0 ? `${DIGITS[last]}分` : '整'}`
}

/** 1,234.50 */
export const yuanOf = (fen: number): string =>
  `${Math.floor(fen / 100).toLocaleString('en-US')}.${String(fen % 100).padStart(2, '0')}`

export const receiptNumber = (year: number, serial: number): string => `疫捐款〔${year}〕${serial}号`
