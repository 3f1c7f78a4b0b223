import { z } from 'zod'
import { readFeed } from '../../kernel/feed.ts'
import { operation, type RouteTable } from '../../kernel/operation.ts'

/** What happened in the reader's scope since the cursor. A page with another `epoch` than the last orders a fresh start. */
export const readSyncFeed = operation({
  name: 'sync.feed.read',
  summary: { zh: '下载变更', en: 'What happened since a cursor' },
  kind: 'read',
  input: z.strictObject({
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: z.strictObject({
    epoch: z.string(),
    items: z.array(
      z.strictObject({
        seq: z.int(),
        kind: z.string(),
        division: z.string(),
        ids: z.array(z.uuid()),
        announcedAt: z.iso.datetime(),
      }),
    ),
    next: z.string(),
  }),
  allow: (actor) => actor.role !== null,
  async run({ tx }, { after, limit }) {
    const { epoch, items, next } = await readFeed(tx, after ?? null, limit)
    return {
      epoch,
      items: items.map(({ county: _, announcedAt, ...entry }) => ({
        ...entry,
        announcedAt: announcedAt.toISOString(),
      })),
      next,
    }
  },
  audit: () => null,
})

export const syncRoutes = { 'GET /sync/feed': readSyncFeed } satisfies RouteTable
