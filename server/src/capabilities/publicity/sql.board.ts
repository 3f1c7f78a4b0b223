import type { Tx } from '../../kernel/db.ts'
import type { ShownFigures } from './schema.board.ts'

export const findShown = async (tx: Tx, day: string): Promise<{ id: string } | null> =>
  (
    await tx<{ id: string }[]>`
      select id from publicity.figures_shown where county = (select kernel.app_county()) and shown_on = ${day}::date`
  )[0] ?? null
/** What was shown last, up to this day. */
export const lastShown = async (tx: Tx, day: string): Promise<ShownFigures | null> =>
  (
    await tx<{ content: ShownFigures }[]>`
      select content from publicity.figures_shown where county = (select kernel.app_county()) and shown_on <= ${day}::date
      order by shown_on desc limit 1`
  )[0]?.content ?? null
