import { hoursSince } from '../../ui/format.ts'
import type { Board } from './queries.ts'

/** Hours since anybody was recorded here; a checkpoint that never sent anything has been silent for ever. */
export const silentHours = (checkpoint: { lastPassageAt: string | null }, asOf: string): number =>
  checkpoint.lastPassageAt === null ? Number.POSITIVE_INFINITY : hoursSince(checkpoint.lastPassageAt, asOf)

/** When anybody was last recorded anywhere. */
export const lastRecordOf = (board: Board): string | undefined =>
  board.checkpoints
    .flatMap(({ lastPassageAt }) => lastPassageAt ?? [])
    .toSorted()
    .at(-1)
