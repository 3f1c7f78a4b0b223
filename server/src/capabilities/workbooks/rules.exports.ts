/** More rows than this within a day leave with the consent of a second person, in one file or in many. */
export const ALONE_MAX = 500
/** What is larger is no longer a list for somebody's work. */
export const ROWS_MAX = 50_000

interface Standing {
  rows: number
  rowsBefore: number
  rowsRead: number
  decision: 'approved' | 'refused' | null
  isWhole: boolean
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
  return one.isWhole ? 'ready' : 'running'
}
