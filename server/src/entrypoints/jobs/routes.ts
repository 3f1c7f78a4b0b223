import { z } from 'zod'
import { operation, type RouteTable } from '../../kernel/operation.ts'
import { readBackups } from './backups.read.ts'
import { listFailedJobs } from './queue.ts'

const LIMIT = 200

/** What the system could not do by itself, for the people who have to see to it. */
export const listJobsFailed = operation({
  name: 'jobs.failed.list',
  summary: { zh: '失败的后台任务', en: 'Jobs that failed or that nobody takes up' },
  kind: 'read',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        state: z.enum(['failed', 'overdue']),
        tries: z.int(),
        fault: z.string().nullable(),
        queuedAt: z.iso.datetime(),
        failedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
  allow: ({ role }) => role === 'administrator' || role === 'county-desk',
  async run({ tx, now }) {
    const rows = await listFailedJobs(tx, now, LIMIT)
    return {
      items: rows.map(({ queuedAt, failedAt, ...row }) => ({
        ...row,
        state: failedAt ? ('failed' as const) : ('overdue' as const),
        queuedAt: queuedAt.toISOString(),
        failedAt: failedAt?.toISOString() ?? null,
      })),
    }
  },
  audit: () => null,
})

export const jobsRoutes = { 'GET /jobs/failed': listJobsFailed, 'GET /jobs/backups': readBackups } satisfies RouteTable
