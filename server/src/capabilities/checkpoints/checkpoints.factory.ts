import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { aCheckpoint } from '../places/places.factory.ts'
import type { Passage, Tally } from './schema.ts'

export interface GivenCheckpoint {
  id: string
  division: string
  /** Somebody on a seat of its shift. */
  shift: Client
}

/** A checkpoint that has stood since 24 January 2020, with a shift. `under` is what follows the county in its division's code. */
export async function givenCheckpoint({ inside, county, as }: Scenario, under = '100201'): Promise<GivenCheckpoint> {
  const id = await inside((ctx) => aCheckpoint(ctx, { under }))
  const division = `${county}${under}`
  return { id, division, shift: await as.role('checkpoint-shift', { division, placeId: id }) }
}

export const aPassage = (
  checkpointId: string,
  given: Partial<z.input<typeof Passage>> = {},
): z.input<typeof Passage> => ({
  id: newId(),
  checkpointId,
  recordedAt: '2020-02-05T10:15:00+08:00',
  temperatureC: 36.5,
  decision: 'pass',
  ...given,
})

export const aTally = (checkpointId: string, given: Partial<z.input<typeof Tally>> = {}): z.input<typeof Tally> => ({
  id: newId(),
  checkpointId,
  startedAt: '2020-02-05T08:00:00+08:00',
  recordedAt: '2020-02-05T09:00:00+08:00',
  screened: 120,
  turnedBack: 7,
  vehicles: 40,
  ...given,
})
