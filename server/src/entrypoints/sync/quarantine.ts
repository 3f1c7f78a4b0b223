import { z } from 'zod'
import { listPutAside } from '../../kernel/audit.ts'
import { operation, type RouteTable } from '../../kernel/operation.ts'

/** What was put aside because its id belongs to other content: that it came, when and from where, never what it said. */
export const listQuarantine = operation({
  name: 'sync.quarantine.list',
  summary: { zh: '待核查的记录', en: 'Records put aside because their id is taken' },
  kind: 'read',
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        operation: z.string(),
        claimedId: z.uuid(),
        division: z.string(),
        accountId: z.uuid().nullable(),
        deviceId: z.uuid().nullable(),
        receivedAt: z.iso.datetime(),
      }),
    ),
  }),
  allow: ({ role }) => role === 'county-desk',
  async run({ tx }, { limit }) {
    const rows = await listPutAside(tx, limit)
    return { items: rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })) }
  },
  audit: () => null,
})

export const quarantineRoutes = { 'GET /quarantine': listQuarantine } satisfies RouteTable
