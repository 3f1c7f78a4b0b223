import { seedProfiles } from '../../../src/capabilities/cases/index.ts'
import { enqueue } from '../../../src/kernel/feed.ts'
import type { Area, Part } from '../part.ts'

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
    'jobs.backup.read': { sameEverywhere: true },
    'jobs.failed.list': { sameEverywhere: true },
    // Sealed bytes that nothing opens; what becomes of those that do is in sealed.test.ts. What an operation answers is its own.
    'sync.sealed.carry': {
      say: { county: ({ county }: Area) => Number(county), sealed: 'AAAA' },
      answer: 'sync.seal-broken',
      open: ['said'],
    },
    // Opens for its author alone, and there is no author of nothing.
    'sync.sealed.open': {
      sameEverywhere: true,
      say: { sealed: 'AAAA' },
      answer: 'sync.seal-broken',
      open: ['content'],
    },
    'sync.replica.read': { say: { village: ({ village }: Area) => village } },
    // An id that stands for the epoch, and a count: the same whoever asks.
    'sync.stand.read': { sameEverywhere: true, say: { county: ({ county }: Area) => Number(county) } },
    'sync.key.give': { sameEverywhere: true },
  },
}
