import { listSaid, recordAudit } from '../../kernel/audit.ts'
import type { Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/feed.ts'
import type { Ctx, JobTable } from '../../kernel/operation.ts'
import {
  alertsOf,
  isWide,
  type Reading,
  type ReadingAlert,
  readingAlerts,
  UNUSUAL,
  WATCHED_MS,
} from './rules.readings.ts'
import { listReaders } from './sql.readings.ts'

const ALERT = 'people.readings.alert'
interface Stretch {
  from: Date
  until: Date
}

export interface RaisedAlert {
  accountId: string
  kind: ReadingAlert
  at: Date
  count: number
}
/** The trail is where they are kept. */
export async function listAlerts(tx: Tx, stretch: Stretch): Promise<RaisedAlert[]> {
  const said = await listSaid(tx, { operation: ALERT, ...stretch })
  return said.flatMap(({ subject, note, at, count }) => {
    const kind = readingAlerts.find((known) => known === note.kind)
    return subject && kind ? [{ accountId: subject, kind, at, count }] : []
  })
}

interface Watched extends Reading {
  division: string
}

/**
 * Says it, in the trail and to open screens, when somebody reads as no work is done: once for each kind and ten minutes, however often
 * it is looked at. It stops nobody; a person decides what it was.
 */
export async function watchReadings(ctx: Ctx): Promise<number> {
  const { tx, now } = ctx
  const from = new Date(now.getTime() - WATCHED_MS)
  const until = new Date(now.getTime() + 1)
  const readers = new Map<string, Watched>()
  for (const { accountId, division, singleViews } of await listReaders(tx, {
    from,
    until,
    after: null,
    limit: 10_000,
  })) {
    readers.set(accountId, { division, singleViews, wideSearches: 0 })
  }
  for (const { accountId, division, note } of await listSaid(tx, { operation: 'people.search', from, until })) {
    if (!accountId || !isWide(note)) continue
    const reader = readers.get(accountId) ?? { division, singleViews: 0, wideSearches: 0 }
    readers.set(accountId, { ...reader, wideSearches: reader.wideSearches + 1 })
  }
  const raised = new Set((await listAlerts(tx, { from, until })).map(({ accountId, kind }) => `${accountId}/${kind}`))
  const alerts = [...readers].flatMap(([accountId, reader]) =>
    alertsOf(reader)
      .filter(({ kind }) => !raised.has(`${accountId}/${kind}`))
      .map((alert) => ({ ...alert, accountId, division: reader.division })),
  )
  for (const { accountId, division, kind, count } of alerts) {
    const note = { kind, from: from.toISOString(), usual: UNUSUAL[kind] }
    recordAudit(ctx, ALERT, { subject: accountId, division, count, note })
  }
  const county = String(ctx.actor.county)
  if (alerts.length > 0) {
    announce(ctx, [{ kind: 'reading-alert', division: county, ids: alerts.map(({ accountId }) => accountId) }])
  }
  return alerts.length
}

export const peopleJobs: JobTable = {
  // Half of the five minutes in which it has to be said.
  'people.watch-readings': {
    every: '*/2 * * * *',
    run: async (ctx) => {
      await watchReadings(ctx)
    },
  },
}
