/** More rows than this within a day leave with the consent of a second person, in one file or in many. */
export const ALONE_MAX = 500
/** A sheet of the format has no more, and two of them say whose file it is and what its columns are. */
export const ROWS_MAX = 1_048_576 - 2
/** Whoever lost the line while taking a file has so long to take the rest of it. */
export const TAKING_MS = 10 * 60_000

export const exportKinds = ['roster', 'households', 'line-list'] as const
export type ExportKind = (typeof exportKinds)[number]
export const exportFields = ['name', 'document', 'phone', 'address'] as const
export type ExportField = (typeof exportFields)[number]
/** A household has a head and a door; whose number it is, is asked of a person. */
export const fieldsOf: Record<ExportKind, readonly ExportField[]> = {
  roster: exportFields,
  households: ['name', 'phone', 'address'],
  'line-list': exportFields,
}

interface Standing {
  rows: number
  rowsBefore: number
  rowsRead: number
  decision: 'approved' | 'refused' | null
  isWritten: boolean
  outcome: 'downloaded' | 'cancelled' | 'refused' | 'expired' | null
}

/** Counted when asked for, and again as it is read: people may move in meanwhile. */
export const needsSecond = ({
  rows,
  rowsBefore,
  rowsRead,
}: Pick<Standing, 'rows' | 'rowsBefore' | 'rowsRead'>): boolean => rowsBefore + Math.max(rows, rowsRead) > ALONE_MAX

export type ExportStanding = 'waiting' | 'running' | 'ready' | 'downloaded' | 'cancelled' | 'refused' | 'expired'
export function standingOf(one: Standing): ExportStanding {
  if (one.outcome) return one.outcome
  if (needsSecond(one) && one.decision !== 'approved') return 'waiting'
  return one.isWritten ? 'ready' : 'running'
}
