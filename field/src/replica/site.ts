import type { Answer as Wire } from '@qunfang/client'
import { answerOf, api, as } from '../api.ts'
import { database, type StoredSession } from '../database.ts'
import { keyOf as personalKeyOf } from '../roster/lock.ts'
import { lockValue, openValue } from '../roster/personal.ts'
import { renewLease } from './lease.ts'

type Board = Wire<'/sites/{siteId}/board'>
type Change = Wire<'/sites/{siteId}/shift-changes'>['items'][number]
export type Area = Board['areas'][number]['area']
export type MealName = Board['meals'][number]['meal']

/** What this shift has before it: doors and times, nobody's name. */
export interface SiteDay {
  at: number | null
  name: string
  areas: Array<{ area: Area; dueAt: string; overdue: boolean }>
  rooms: Array<{ id: string; label: string; overdue: boolean }>
  meals: Array<{ meal: MealName; persons: number }>
  /** Rooms in which somebody has to be measured. */
  readings: number
  /** What the shift before has left, until somebody takes it. */
  left: { id: string; at: string; note: string | null; own: boolean } | null
}

export const worksAtSite = ({ role, placeId }: StoredSession): boolean => role === 'isolation-staff' && placeId !== null

const KIND = 'site'
const keyOf = ({ accountId, seatId }: StoredSession): [string, string, string] => [accountId, KIND, seatId]
const NOTHING: SiteDay = { at: null, name: '', areas: [], rooms: [], meals: [], readings: 0, left: null }

/** Under the key of whoever works here: a note from shift to shift may say more than it should. */
export async function readSite(session: StoredSession): Promise<SiteDay> {
  const row = await database.replica.get(keyOf(session))
  if (!row?.locked) return NOTHING
  return { ...NOTHING, ...((await openValue(personalKeyOf(session.accountId), row.locked)) as Partial<SiteDay>) }
}

let last: Promise<unknown> = Promise.resolve()
/** One after the other: what was done here must not come back with a list that was asked for before. */
function change(session: StoredSession, how: (known: SiteDay) => SiteDay): Promise<void> {
  const written = last.then(async () => {
    const [owner, kind, id] = keyOf(session)
    const now = how(await readSite(session))
    const locked = await lockValue(personalKeyOf(owner), now)
    await database.replica.put({ owner, kind, id, plain: { at: now.at }, locked })
  })
  last = written.catch(() => undefined)
  return written
}

export async function refreshSite(session: StoredSession): Promise<boolean> {
  const siteId = session.placeId
  if (!worksAtSite(session) || !siteId) return false
  const ask = as(session.token)
  const [board, changes] = await Promise.all([
    answerOf<Board>(api.GET('/sites/{siteId}/board', { params: { path: { siteId } }, ...ask })),
    answerOf<Wire<'/sites/{siteId}/shift-changes'>>(
      api.GET('/sites/{siteId}/shift-changes', { params: { path: { siteId }, query: { limit: 1 } }, ...ask }),
    ),
  ])
  if (board.is !== 'ok' || changes.is !== 'ok') return false
  await renewLease(session.accountId)
  const waiting = await waitingHere(session)
  // Until it has arrived, the server does not know what was done on this phone: the list of before still says more.
  if (!waiting) await change(session, () => dayOf(board.value, changes.value.items[0]))
  return true
}

const OURS = ['site-clean', 'site-meal', 'site-leave', 'site-take']
const waitingHere = async ({ accountId }: StoredSession): Promise<boolean> =>
  (await database.outbox
    .where('state')
    .anyOf(['saved', 'sending', 'postponed'])
    .filter(({ owner, kind }) => owner === accountId && OURS.includes(kind))
    .count()) > 0

function dayOf({ site, areas, rooms, matters }: Board, left: Change | undefined): SiteDay {
  return {
    at: Date.now(),
    name: site.name,
    areas: areas.map(({ area, dueAt, overdue }) => ({ area, dueAt, overdue })),
    rooms: rooms
      .filter(({ state }) => state === 'to-disinfect')
      .map(({ id, label, disinfectionOverdue }) => ({ id, label, overdue: disinfectionOverdue })),
    meals: matters.mealsToDeliver,
    readings: matters.readings.length,
    left: left && left.takenAt === null ? { id: left.id, at: left.at, note: left.note, own: left.own } : null,
  }
}

/** After the record itself is safe in the outbox. */
export const noteCleaned = (session: StoredSession, done: { areas: readonly Area[]; roomIds: readonly string[] }) =>
  change(session, (known) => ({
    ...known,
    areas: known.areas.filter(({ area }) => !done.areas.includes(area)),
    rooms: known.rooms.filter(({ id }) => !done.roomIds.includes(id)),
  }))
export const noteMeal = (session: StoredSession, name: MealName) =>
  change(session, (known) => ({ ...known, meals: known.meals.filter(({ meal }) => meal !== name) }))
export const noteTakenOver = (session: StoredSession) => change(session, (known) => ({ ...known, left: null }))
