export const SOURCES = ['hotline', 'village', 'channel', 'feed'] as const
export const CHANNELS = [
  'wechat-group',
  'moments',
  'weibo',
  'short-video',
  'phone',
  'face-to-face',
  'loudspeaker',
  'other',
] as const
export const KINDS = ['question', 'concern', 'claim', 'void', 'suggestion'] as const
export const VERDICTS = ['true', 'false', 'unsettled'] as const
export type Verdict = (typeof VERDICTS)[number]
export const GRADES = ['low', 'medium', 'high'] as const
export type Grade = (typeof GRADES)[number]
export const MATTERS = ['fraud', 'price-gouging', 'false-goods', 'safety', 'other'] as const

/** Fewer than this are no topic: whoever asked could be told by it. */
export const SHOWN_FROM = 10
/** A part of a topic (a township, a channel) with fewer is not shown by itself. */
export const PART_SHOWN_FROM = 10

export interface Matrix {
  /** Row by row: likelihood 1 to 5, in each harm 1 to 5. */
  cells: readonly Grade[]
  /** Hours by grade, low to high; nought where no answer is due. */
  firstHours: readonly number[]
  finalHours: readonly number[]
}

/** What stands before the desk has said otherwise: a first answer within 5 hours and a settled one within 24. */
export const FIRST_MATRIX: Matrix = {
  cells: [
    ...(['low', 'low', 'low', 'medium', 'medium'] as const),
    ...(['low', 'low', 'medium', 'medium', 'high'] as const),
    ...(['low', 'medium', 'medium', 'high', 'high'] as const),
    ...(['medium', 'medium', 'high', 'high', 'high'] as const),
    ...(['medium', 'high', 'high', 'high', 'high'] as const),
  ],
  firstHours: [0, 5, 5],
  finalHours: [0, 24, 24],
}

export const gradeOf = ({ cells }: Matrix, likelihood: number, harm: number): Grade =>
  cells[(likelihood - 1) * 5 + (harm - 1)] ?? 'high'

/** What the clocks of a topic run on. */
export interface Course {
  foundAt: Date
  reportedAt: Date | null
  verifiedAt: Date | null
  /** The first answer of any kind. */
  answeredAt: Date | null
  /** The first answer that says true or false. */
  settledAt: Date | null
  closedAt: Date | null
}

export interface Clock {
  dueAt: Date
  doneAt: Date | null
  state: 'kept' | 'running' | 'late' | 'overdue'
}
export interface Clocks {
  first: Clock | null
  final: Clock | null
}

const HOUR_MS = 3_600_000

/** Until somebody has weighed a topic it is treated as the worst; what is closed without an answer runs no more. */
export function clocksOf(course: Course, grade: Grade | null, matrix: Matrix, moment: Date): Clocks {
  const at = GRADES.indexOf(grade ?? 'high')
  const clock = (hours: number, doneAt: Date | null): Clock | null => {
    if (hours === 0 || (course.closedAt && !doneAt)) return null
    const dueAt = new Date(course.foundAt.getTime() + hours * HOUR_MS)
    if (doneAt) return { dueAt, doneAt, state: doneAt <= dueAt ? 'kept' : 'late' }
    return { dueAt, doneAt, state: moment <= dueAt ? 'running' : 'overdue' }
  }
  return {
    first: clock(matrix.firstHours[at] ?? 0, course.answeredAt),
    final: clock(matrix.finalHours[at] ?? 0, course.settledAt),
  }
}

/** When the next clock of a topic runs out; nothing when none does. */
export function nextDue({ first, final }: Clocks): Date | null {
  const open = [first, final].filter((one) => one !== null && one.doneAt === null)
  return open.length === 0 ? null : new Date(Math.min(...open.map((one) => (one as Clock).dueAt.getTime())))
}

export type Stage = 'found' | 'reported' | 'verified' | 'answered' | 'closed'
export function stageOf({ reportedAt, verifiedAt, answeredAt, closedAt }: Course): Stage {
  if (closedAt) return 'closed'
  if (answeredAt) return 'answered'
  if (verifiedAt) return 'verified'
  return reportedAt ? 'reported' : 'found'
}

/** A count of a part as others may see it: below ten only that it is there. */
export const shownCount = (count: number): number | null => (count >= PART_SHOWN_FROM ? count : null)
