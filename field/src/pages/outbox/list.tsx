import { useState } from 'preact/hooks'
import { database, type StoredSession } from '../../database.ts'
import { timeOf } from '../../device/clock.ts'
import { useText } from '../../i18n/index.ts'
import { sendNow } from '../../outbox/courier.ts'
import { type Entry, isUnsent, receiptNumber, type State } from '../../outbox/entry.ts'
import { onItsWay, stateShown } from '../../outbox/on-its-way.ts'
import { useCell } from '../../ui/cell.ts'
import { paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import { gistText } from './gist.ts'

const filters = { open: ['saved', 'sending', 'postponed'], refused: ['refused'], delivered: ['delivered'] } as const
type Filter = keyof typeof filters
const PAGE = 40

/** Everything this person recorded here, and where it stands. */
export default function OutboxPage({ session }: { session: StoredSession }) {
  const t = useText()
  const [filter, setFilter] = useState<Filter>('open')
  const [limit, setLimit] = useState(PAGE)
  const entries = useLive(
    () => listEntries(session.accountId, filters[filter], limit),
    [session.accountId, filter, limit],
  )
  return (
    <main class="page outbox">
      <div class="row">
        <div class="segments" role="tablist">
          {(Object.keys(filters) as Filter[]).map((one) => (
            <button
              type="button"
              role="tab"
              key={one}
              aria-selected={one === filter}
              onClick={() => {
                setFilter(one)
                setLimit(PAGE)
              }}
            >
              {t(`outbox.filter.${one}`)}
            </button>
          ))}
        </div>
      </div>
      {filter === 'open' && (
        <button type="button" class="wide" onClick={sendNow}>
          {t('outbox.sendNow')}
        </button>
      )}
      {filter === 'open' && (
        <a class="wide button" href={paths.carry}>
          {t('nav.carry')}
        </a>
      )}
      {entries?.length === 0 && <p class="empty">{t(`outbox.empty.${filter}`)}</p>}
      <ul class="entries">
        {entries?.slice(0, limit).map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ul>
      {(entries?.length ?? 0) > limit && (
        <button type="button" class="wide" onClick={() => setLimit(limit + PAGE)}>
          {t('outbox.more')}
        </button>
      )}
    </main>
  )
}

async function listEntries(owner: string, states: readonly State[], limit: number): Promise<Entry[]> {
  return database.outbox
    .orderBy('seq')
    .reverse()
    .filter(
      (entry) =>
        entry.owner === owner && states.includes(entry.state) && (entry.state === 'delivered' || isUnsent(entry)),
    )
    .limit(limit + 1)
    .toArray()
}

function Line({ entry }: { entry: Entry }) {
  const t = useText()
  const state = stateShown(entry, useCell(onItsWay))
  return (
    <li>
      <a href={paths.entry(entry.id)} class={state}>
        <span class="time">{timeOf(entry.recordedAt)}</span>
        <span class="gist">
          {gistText(t, entry)}
          {entry.gist.fever && <b class="hot tag"> {t('shift.fevers')}</b>}
          <small>
            {entry.refusal && entry.state !== 'delivered'
              ? entry.refusal.title
              : t('outbox.number', { seq: entry.seq })}
          </small>
        </span>
        <span class={`badge ${state}`}>
          {t(`outbox.state.${state}`)}
          {entry.receipt && <small>{receiptNumber(entry.id)}</small>}
        </span>
      </a>
    </li>
  )
}
