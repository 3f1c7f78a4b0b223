import { seedProfiles } from '../../../src/capabilities/cases/index.ts'
import { enqueue } from '../../../src/kernel/queue.ts'
import type { Part } from '../part.ts'

/** What belongs to no capability with things of its own: jobs, the feed, profiles, the catalogue of figures. */
export const entrypointsPart: Part = {
  async plant({ stage, mark }) {
    await stage.inside(async (ctx) => {
      await seedProfiles(ctx)
      await enqueue(ctx, 'matrix.planted', { mark })
    })
    return {}
  },
  operations: {
    // The edition as it was published.
    'cases.profiles': { sameEverywhere: true, open: ['body', 'bySite'] },
    'jobs.failed.list': { sameEverywhere: true },
    'reporting.figure.list': { sameEverywhere: true },
  },
}
