/** The fifteen kinds of the regulations, and what a county's command sends besides. */
export const STATUTORY = [
  'resolution',
  'decision',
  'command',
  'communique',
  'announcement',
  'notice',
  'opinion',
  'circular',
  'bulletin',
  'report',
  'request',
  'reply',
  'bill',
  'letter',
  'minutes',
] as const
export const KINDS = [...STATUTORY, 'directive', 'work-letter', 'open-letter', 'proposal'] as const
export type DocumentKind = (typeof KINDS)[number]

/** The word at the end of its title. */
export const KIND_WORD: Record<DocumentKind, string> = {
  resolution: '决议',
  decision: '决定',
  command: '令',
  communique: '公报',
  announcement: '公告',
  notice: '通告',
  opinion: '意见',
  circular: '通知',
  bulletin: '通报',
  report: '报告',
  request: '请示',
  reply: '批复',
  bill: '议案',
  letter: '函',
  minutes: '纪要',
  directive: '指令',
  'work-letter': '工作提示函',
  'open-letter': '公开信',
  proposal: '倡议书',
}
export const FORMS = ['standard', 'letter', 'order', 'minutes'] as const
export type DocumentForm = (typeof FORMS)[number]
export const SECRECY = ['秘密', '机密', '绝密'] as const
export const URGENCY = ['加急', '特急'] as const

export const STEPS = ['submitted', 'returned', 'passed', 'signed', 'abandoned'] as const
export type Step = (typeof STEPS)[number]
export const STATES = ['drafting', ...STEPS, 'issued', 'withdrawn', 'superseded'] as const
export type State = (typeof STATES)[number]

/** What can follow on what. A new version puts a document that came back, or was passed, into drafting again. */
const FOLLOWS: Record<State, ReadonlyArray<Step | 'revised' | 'issued' | 'withdrawn'>> = {
  drafting: ['revised', 'submitted', 'abandoned'],
  submitted: ['returned', 'passed', 'abandoned'],
  returned: ['revised', 'abandoned'],
  passed: ['revised', 'returned', 'signed', 'abandoned'],
  signed: ['issued', 'returned', 'abandoned'],
  abandoned: [],
  issued: ['withdrawn'],
  withdrawn: [],
  superseded: [],
}
export const nextOf = (state: State) => FOLLOWS[state]
export const mayFollow = (state: State, step: Step | 'revised' | 'issued' | 'withdrawn'): boolean =>
  FOLLOWS[state].includes(step)

/** What was issued stands as a whole, its files with it: they are void at the earliest when it does not stand any more. */
export const mayVoid = (state: State, names: readonly { id: string }[], fileId: string): boolean =>
  state !== 'issued' || names.every(({ id }) => id !== fileId)

/** Each needs somebody who did not write it: nobody passes their own words. */
export const NEEDS_ANOTHER: ReadonlySet<Step> = new Set(['passed'])

/** Where a document stands: by how it ended, that it was issued, or the last step of its last version. */
export function stateOf({
  ended,
  isIssued,
  step,
  stepVersion,
  version,
}: {
  ended: 'withdrawn' | 'superseded' | null
  isIssued: boolean
  step: Step | null
  stepVersion: number | null
  version: number
}): State {
  if (ended) return ended
  if (isIssued) return 'issued'
  if (step === null) return 'drafting'
  return step === 'abandoned' || stepVersion === version ? step : 'drafting'
}

/** 兴疫防指〔2020〕2号, and 第2号 for an order, which counts through the years of its organ's term. */
export const numberOf = (code: string, year: number, serial: number, form: DocumentForm): string =>
  form === 'order' ? `${code}第${serial}号` : `${code}〔${year}〕${serial}号`

const IN_CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
export const dayOf = (moment: Date): string => IN_CHINA.format(moment)
export const yearOf = (moment: Date): number => Number(dayOf(moment).slice(0, 4))

/** 2020年1月24日: without leading zeros. */
export function dateWords(moment: Date): string {
  const [year, month, day] = dayOf(moment).split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** 十一, 二十, 一百零二: as points are counted. */
export function hanNumber(value: number): string {
  if (value < 10) return HAN[value] ?? ''
  if (value < 100) return `${value < 20 ? '' : HAN[Math.floor(value / 10)]}十${HAN[value % 10]}`
  const rest = value % 100
  const tens = rest === 0 ? '' : rest < 10 ? `零${HAN[rest]}` : `${HAN[Math.floor(rest / 10)]}十${HAN[rest % 10]}`
  return `${HAN[Math.floor(value / 100)]}百${tens}`
}

const LABEL: ReadonlyArray<(nth: number) => string> = [
  () => '',
  (nth) => `${hanNumber(nth)}、`,
  (nth) => `（${hanNumber(nth)}）`,
  (nth) => `${nth}．`,
  (nth) => `（${nth}）`,
]
/** Each point with its label in front: counted within the point above it. */
export function labelled<B extends { level: number; text: string }>(body: readonly B[]): Array<B & { label: string }> {
  const counts = [0, 0, 0, 0, 0]
  return body.map((block) => {
    const { level } = block
    if (level === 0) return { ...block, label: '' }
    counts[level] = (counts[level] ?? 0) + 1
    counts.fill(0, level + 1)
    return { ...block, label: LABEL[level]?.(counts[level] ?? 1) ?? '' }
  })
}
