import { answerOf, api, as } from '../api.ts'
import { database, type FieldDatabase } from '../database.ts'
import { instant } from '../device/clock.ts'
import type { Carrier } from './sending.ts'
import { countWaiting, oldestWaiting } from './standing.ts'

/** So that a supervisor sees which phones have fallen silent, and how much then waited on them. */
const KEY = 'contact'
const EVERY_MS = 60 * 60_000

interface Told {
  at: number
  pending: number
}

/** Hourly, and when the last record has gone: more often would tell nobody anything. */
export async function tellContact(
  { county, deviceToken, personToken }: Carrier,
  db: FieldDatabase = database,
): Promise<void> {
  const pending = await countWaiting(db)
  const told = (await db.remembered.get(KEY))?.value as Told | undefined
  const changed = told !== undefined && told.pending > 0 && pending === 0
  const at = Date.now()
  // A clock that was set back must not make a phone silent.
  if (told && !changed && at >= told.at && at - told.at < EVERY_MS) return
  if (!deviceToken && !personToken) return
  const oldest = pending > 0 ? await oldestWaiting(db) : undefined
  const answer = await answerOf(
    api.POST('/access/phones/contact', {
      body: {
        county,
        ...(deviceToken ? { deviceToken } : {}),
        ...(personToken ? { personToken } : {}),
        pending,
        oldestAt: oldest ? instant(Date.parse(oldest.recordedAt)) : null,
      },
      ...as(null),
    }),
  )
  if (answer.is === 'ok') await db.remembered.put({ key: KEY, value: { at, pending } satisfies Told })
}
