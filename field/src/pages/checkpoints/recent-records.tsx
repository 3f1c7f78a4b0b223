import { database, type StoredSession } from '../../database.ts'
import { timeOf } from '../../device/clock.ts'
import { useText } from '../../i18n/index.ts'
import type { Entry } from '../../outbox/entry.ts'
import { paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import { gistText } from '../outbox/gist.ts'

const SHOWN = 3

/** On a screen with room to spare: the last records, so that `saved` can be seen turning into `delivered`. */
export function RecentRecords({ session }: { session: StoredSession }) {
  const t = useText()
  const entries = useLive(() => lastEntries(session.accountId), [session.accountId])
  return (
    <ul class="recent tall-only">
      {entries?.map((entry) => (
        <li key={entry.id}>
          <a href={paths.entry(entry.id)}>
            <span class="time">{timeOf(entry.recordedAt)}</span>
            <span class="gist">{gistText(t, entry)}</span>
            <span class={`badge ${entry.state}`}>{t(`outbox.state.${entry.state}`)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

const lastEntries = (owner: string): Promise<Entry[]> =>
  database.outbox
    .orderBy('seq')
    .reverse()
    .filter((entry) => entry.owner === owner)
    .limit(SHOWN)
    .toArray()
