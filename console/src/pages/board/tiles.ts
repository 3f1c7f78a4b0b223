import type { Answer } from '@qunfang/client'
import type { FigureName } from '../figures/queries.ts'

/** What each tile of the board is an answer to. */
export type Tiles = {
  checkpoints: Answer<'/checkpoint-board'>
  coverage: Answer<'/responsibility/coverage'>
  /** Null while no order has measures. */
  order: Answer<'/documents/{documentId}/chain'> | null
  late: Answer<'/tasks'>
  dailies: Answer<'/daily-reports'>
  rumours: Answer<'/rumour-topics'>
  cover: Answer<'/supplies/cover'>
  command: Answer<'/figure-table'>
  cases: Answer<'/figure-table'>
  inspections: Answer<'/figure-table'>
} & { [trend in `trend.${FigureName}`]: Answer<'/figures/{figure}/trend'> }
export type TileName = keyof Tiles

/** The operation a tile is read by: whoever may not call it is not shown the tile. */
const READ_BY: Record<Exclude<TileName, `trend.${FigureName}`>, string> = {
  checkpoints: 'checkpoints.board.read',
  coverage: 'responsibility.coverage.read',
  order: 'command.chain.read',
  late: 'command.task.list',
  dailies: 'reporting.daily.board',
  rumours: 'rumours.topic.list',
  cover: 'supplies.cover.list',
  command: 'reporting.figure.table',
  cases: 'reporting.figure.table',
  inspections: 'reporting.figure.table',
}
export const readBy = (tile: TileName): string => READ_BY[tile as 'order'] ?? 'reporting.figure.trend'

/** The figures of the day, in the order in which they stand. */
export const DAY = [
  'screened',
  'turned-back',
  'fevers-open',
  'isolated-home',
  'isolated-central',
  'households-uncovered',
  'tasks-late',
] as const satisfies readonly FigureName[]

export interface TileState<T> {
  /** When it was read. */
  at: string
  body?: T
  problem?: { code: string; status: number }
}
export type Board = { [name in TileName]?: TileState<Tiles[name]> }

/** Figures of which the county has counted one by one and by part. */
export function partsOf(table: Answer<'/figure-table'> | undefined, figure: FigureName): Map<string, number | null> {
  const counted = table?.items.find((one) => one.figure === figure)
  return new Map(counted?.parts.map(({ division, value }) => [division, value]))
}
export const countIn = (table: Answer<'/figure-table'> | undefined, figure: FigureName): number | null | undefined =>
  table?.items.find((one) => one.figure === figure)?.value
