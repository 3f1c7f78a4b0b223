import { hoursSince } from '../../ui/format.ts'

/** Hours since anybody was recorded here; a checkpoint that never sent anything has been silent for ever. */
export const silentHours = (checkpoint: { lastPassageAt: string | null }, asOf: string): number =>
  checkpoint.lastPassageAt === null ? Number.POSITIVE_INFINITY : hoursSince(checkpoint.lastPassageAt, asOf)
