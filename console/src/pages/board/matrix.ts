import type { FigureName } from '../figures/queries.ts'
import { type Board, partsOf } from './tiles.ts'

export interface Row {
  division: string
  screened: number | null
  openFevers: number | null
  uncovered: number | null
  late: number | null
  silent: number | null
  unreported: number | null
}
export const COLUMNS = ['screened', 'openFevers', 'uncovered', 'late', 'silent', 'unreported'] as const
export type ColumnName = (typeof COLUMNS)[number]

const taskFigures = { late: 'tasks-late', silent: 'tasks-silent' } as const satisfies Partial<
  Record<ColumnName, FigureName>
>

/** How each part of an area stands by everything that is counted there. Null: not told, which is not zero. */
export function rowsOf(board: Board, area: string, parts: readonly string[]): Row[] {
  const checkpoints = board.checkpoints?.body?.checkpoints
  const coverage = board.coverage?.body
  const uncovered = new Map(coverage?.children.map(({ division, counted }) => [division, counted.uncovered]))
  const tasks = (name: keyof typeof taskFigures) => partsOf(board.command?.body, taskFigures[name])
  const [late, silent] = [tasks('late'), tasks('silent')]
  const dailies = board.dailies?.body
  const unreported = new Map(
    dailies?.form
      ? [
          ...dailies.townships.map(({ division, states }) => [division, states.late] as const),
          ...dailies.villages.map(({ division, state }) => [division, state === 'late' ? 1 : 0] as const),
        ]
      : [],
  )
  const known = <T>(told: unknown, value: T | null | undefined, none: T): T | null => (told ? (value ?? none) : null)
  // What stands in the area itself and in none of its parts has a line of its own.
  const all = checkpoints?.some(({ division }) => division === area) || late.has(area) ? [...parts, area] : parts
  return all.map((division) => {
    const isWhole = division === area && parts.length > 0
    const inside = checkpoints?.filter((one) => (isWhole ? one.division === area : one.division.startsWith(division)))
    return {
      division,
      screened: inside?.reduce((sum, { counts }) => sum + counts.screened, 0) ?? null,
      openFevers: inside?.reduce((sum, one) => sum + one.openFevers, 0) ?? null,
      uncovered: isWhole ? null : known(coverage, uncovered.get(division), 0),
      late: known(board.command?.body, late.get(division), 0),
      silent: known(board.command?.body, silent.get(division), 0),
      unreported: isWhole ? null : known(dailies?.form, unreported.get(division), 0),
    }
  })
}
