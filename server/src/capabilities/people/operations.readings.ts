import { UUID } from '../../kernel/db.ts'
import { operation } from '../../kernel/operation.ts'
import { nameAccounts } from '../access/index.ts'
import { dayInChina, endOfDay, midnightInChina } from '../places/rules.clock.ts'
import { mayWatchReadings } from './policy.ts'
import { listAlerts } from './readings.ts'
import { ListReadings, Readings } from './schema.readings.ts'
import { listReaders } from './sql.readings.ts'

export const listReadings = operation({
  name: 'people.readings.list',
  summary: {
    zh: '当日各账号查阅人员的行数与异常提示',
    en: 'Rows of persons each account has seen in a day, and what was unusual',
  },
  kind: 'read',
  input: ListReadings,
  output: Readings,
  allow: (actor) => mayWatchReadings(actor),
  async run(ctx, { day = dayInChina(ctx.now), after, limit }) {
    const stretch = { from: midnightInChina(day), until: endOfDay(day) }
    const [, persons, accountId] = /^(\d{1,9})[.](.*)$/.exec(after ?? '') ?? []
    const cursor = persons && accountId && UUID.test(accountId) ? { persons: Number(persons), accountId } : null
    const rows = await listReaders(ctx.tx, { ...stretch, after: cursor, limit: limit + 1 })
    const alerts = await listAlerts(ctx.tx, stretch)
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const names = await nameAccounts(ctx, [
      ...page.map((row) => row.accountId),
      ...alerts.map((alert) => alert.accountId),
    ])
    const nameOf = (id: string) => names.get(id)?.name ?? ''
    return {
      day,
      items: page.map((row) => ({ ...row, name: nameOf(row.accountId) })),
      alerts: alerts.map(({ at, ...alert }) => ({ ...alert, name: nameOf(alert.accountId), at: at.toISOString() })),
      next: last && rows.length > limit ? `${last.persons}.${last.accountId}` : null,
    }
  },
  // Reading about readers is itself a thing to be answered for.
  audit: ({ output }) => ({ count: output.items.length, note: { day: output.day, alerts: output.alerts.length } }),
})
