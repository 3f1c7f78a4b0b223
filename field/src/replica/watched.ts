import type { Answer as Wire } from '@qunfang/client'
import { clockRules, readingRules } from '@qunfang/client/rules'
import { answerOf, api, as } from '../api.ts'
import { database, type StoredSession } from '../database.ts'
import { keyOf as personalKeyOf } from '../roster/lock.ts'
import { lockValue, openValue } from '../roster/personal.ts'
import { renewLease } from './lease.ts'

type WorkItem = Wire<'/isolation/work'>['items'][number]
type Slot = readingRules.Slot

/** Somebody whom this seat looks after, as little of them as finding the door and measuring takes. */
export interface WatchedPerson {
  orderId: string
  kind: WorkItem['kind']
  division: string
  block: string | null
  door: string | null
  /** Masked, as the server shows it. */
  name: string | null
  startsAt: string
  endsAt: string
  checksPerDay: number
  symptoms: string[]
}
/** What is known of a check: from the server, or taken on this phone and perhaps not delivered yet. */
export interface Taken {
  orderId: string
  day: string
  slot: Slot
  at: string
  temperatureC: number | null
  abnormal: boolean
}
export interface Watched {
  /** When the server was last asked; null when it never was. */
  at: number | null
  people: WatchedPerson[]
  plan: readingRules.ReadingPlan
  taken: Taken[]
}

const roles = ['village-cadre', 'township-officer', 'county-desk', 'isolation-staff']
export const looksAfter = ({ role }: StoredSession): boolean => roles.includes(role)

const KIND = 'watched'
const keyOf = ({ accountId, seatId }: StoredSession): [string, string, string] => [accountId, KIND, seatId]
const NOTHING: Watched = { at: null, people: [], plan: readingRules.publishedPlan, taken: [] }

/** Under the key of whoever works here: it names people. */
export async function readWatched(session: StoredSession): Promise<Watched> {
  const row = await database.replica.get(keyOf(session))
  if (!row?.locked) return NOTHING
  return { ...NOTHING, ...((await openValue(personalKeyOf(session.accountId), row.locked)) as Partial<Watched>) }
}

let last: Promise<unknown> = Promise.resolve()
/** One after the other: what was taken here must not be lost to a list that was asked for before. */
function change(session: StoredSession, how: (known: Watched) => Watched): Promise<void> {
  const written = last.then(async () => {
    const [owner, kind, id] = keyOf(session)
    const now = how(await readWatched(session))
    const locked = await lockValue(personalKeyOf(owner), now)
    await database.replica.put({ owner, kind, id, plain: { at: now.at }, locked })
  })
  last = written.catch(() => undefined)
  return written
}

/** A seat of a whole county works at a desk; a phone carries its villages and no more than this. */
const PAGES_MOST = 5

export async function refreshWatched(session: StoredSession): Promise<boolean> {
  if (!looksAfter(session)) return false
  const items: WorkItem[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const answer = await answerOf<Wire<'/isolation/work'>>(
      api.GET('/isolation/work', {
        params: { header: { 'Qunfang-Purpose': 'isolation-care' }, query: { state: 'all', limit: 200, after } },
        ...as(session.token),
      }),
    )
    if (answer.is !== 'ok') return false
    items.push(...answer.value.items)
    if (!answer.value.next) break
    after = answer.value.next
  }
  const plans = await answerOf<Wire<'/isolation/reading-plans'>>(api.GET('/isolation/reading-plans', as(session.token)))
  const today = clockRules.dayInChina(new Date())
  const orders = new Set(items.map(({ orderId }) => orderId))
  const heard = items.flatMap(takenOf)
  await renewLease(session.accountId)
  await change(session, (known) => {
    // What the server does not have yet was taken here; of days that are over the phone keeps nothing.
    const ours = known.taken.filter(
      (one) => one.day >= today && orders.has(one.orderId) && !heard.some((other) => isSame(one, other)),
    )
    const plan = plans.is === 'ok' ? (plans.value.inForce as readingRules.ReadingPlan) : known.plan
    return { at: Date.now(), people: items.map(personOf), plan, taken: [...heard, ...ours] }
  })
  return true
}

const isSame = (one: Taken, { orderId, day, slot }: Taken): boolean =>
  one.orderId === orderId && one.day === day && one.slot === slot

const personOf = (item: WorkItem): WatchedPerson => ({
  orderId: item.orderId,
  kind: item.kind,
  division: item.division,
  block: item.block,
  door: item.door,
  name: item.person?.name ?? null,
  startsAt: item.startsAt,
  endsAt: item.endsAt,
  checksPerDay: item.checksPerDay,
  symptoms: item.symptoms,
})

const takenOf = ({ orderId, checks }: WorkItem): Taken[] =>
  checks.flatMap(({ day, slot, reading }) =>
    reading
      ? [
          {
            orderId,
            day,
            slot,
            at: reading.occurredAt,
            temperatureC: reading.temperatureC,
            abnormal: readingRules.isAbnormal(reading),
          },
        ]
      : [],
  )

/** After the record itself is safe in the outbox. */
export const noteTaken = (session: StoredSession, taken: Taken): Promise<void> =>
  change(session, (known) => ({ ...known, taken: [...known.taken.filter((one) => !isSame(one, taken)), taken] }))

export interface DueCheck {
  day: string
  slot: Slot
  dueAt: Date
  standing: readingRules.Standing
  taken: Taken | null
}
/** Today's checks of one person, by the same rule as the server's: also on the fifth day without a network. */
export function checksToday({ plan, taken }: Watched, person: WatchedPerson, now: Date): DueCheck[] {
  const day = clockRules.dayInChina(now)
  const span = { from: new Date(person.startsAt), till: new Date(person.endsAt) }
  return readingRules
    .checksOn(plan, person.checksPerDay, day)
    .filter((check) => readingRules.isOwed(check, span))
    .map((check) => {
      const found = taken.find((one) => one.orderId === person.orderId && one.day === day && one.slot === check.slot)
      const standing = readingRules.standingOf(check, found ? new Date(found.at) : null, now)
      return { day, slot: check.slot, dueAt: check.dueAt, standing, taken: found ?? null }
    })
}

/** The check to be made now: the first that is open, or else the one that has passed most recently. */
export const checkNow = (checks: readonly DueCheck[]): DueCheck | null =>
  checks.find(({ standing }) => standing === 'due') ??
  checks.findLast(({ standing }) => standing !== 'ahead') ??
  checks[0] ??
  null

export const isOver = (person: WatchedPerson, now: Date): boolean => new Date(person.endsAt) <= now
