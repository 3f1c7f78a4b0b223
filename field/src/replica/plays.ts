import type { Answer as Wire } from '@qunfang/client'
import { answerOf, api, as } from '../api.ts'
import { database, type StoredSession } from '../database.ts'
import { dayOf, fromLocalInput } from '../device/clock.ts'

type Airing = Wire<'/airings'>['items'][number]
type Planned = Pick<Airing, 'id' | 'pieceId' | 'title' | 'fromOn' | 'toOn' | 'times' | 'seconds'>

/** One time of one day at which something is to be played. */
export interface Slot {
  id: string
  airingId: string
  pieceId: string
  title: string
  dueOn: string
  dueAt: string
  minutes: number
  seconds: number
}
/** What was said on this phone and has perhaps not arrived. */
export interface SaidPlay {
  id: string
  slot: string
  played: boolean
}
/** The village's plan. Pieces for everybody, nobody's name: it may lie here in the open. */
export interface Plan {
  at: number | null
  airings: Planned[]
  /** The loudspeaker, where the village has one alone. */
  loudspeakerId: string | null
  /** Of what the server has heard: slots, and whether they were played. */
  told: Array<[slot: string, played: boolean]>
  said: SaidPlay[]
}

export const tellsPlays = ({ role }: StoredSession): boolean => role === 'village-cadre'

const NOTHING: Plan = { at: null, airings: [], loudspeakerId: null, told: [], said: [] }
const keyOf = ({ accountId, seatId }: StoredSession): string => `plays:${accountId}:${seatId}`
export const readPlan = async (session: StoredSession): Promise<Plan> =>
  ((await database.remembered.get(keyOf(session)))?.value as Plan | undefined) ?? NOTHING

let last: Promise<unknown> = Promise.resolve()
/** One after the other: what was said here must not be lost to a plan that was asked for before. */
function change(session: StoredSession, how: (known: Plan) => Promise<Plan>): Promise<void> {
  const written = last.then(async () => {
    const value = await how(await readPlan(session))
    await database.remembered.put({ key: keyOf(session), value })
  })
  last = written.catch(() => undefined)
  return written
}

const DAY_MS = 86_400_000
const DAYS_BACK = 2
const slotOf = (pieceId: string, dueOn: string, dueAt: string): string =>
  `${pieceId}_${dueOn}_${dueAt.replace(':', '')}`
export const dueMoment = ({ dueOn, dueAt }: Pick<Slot, 'dueOn' | 'dueAt'>): string =>
  fromLocalInput(`${dueOn}T${dueAt}`)

/** Of today and the two days before it, the earliest first; what was taken back is not played. */
export function slotsOf({ airings }: Plan, now: number): Slot[] {
  const days = Array.from({ length: DAYS_BACK + 1 }, (_, back) => dayOf(now - (DAYS_BACK - back) * DAY_MS))
  return days.flatMap((dueOn) =>
    airings
      .filter(({ fromOn, toOn }) => fromOn <= dueOn && dueOn <= toOn)
      .flatMap(({ id: airingId, pieceId, title, times, seconds }) =>
        times.map(({ at: dueAt, minutes }) => {
          return { id: slotOf(pieceId, dueOn, dueAt), airingId, pieceId, title, dueOn, dueAt, minutes, seconds }
        }),
      )
      .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1)),
  )
}
export type SlotState = 'ahead' | 'open' | 'played' | 'missed'
export function stateOf({ told, said }: Plan, slot: Slot, now: number): SlotState {
  const mine = said.findLast((one) => one.slot === slot.id)?.played ?? told.find(([id]) => id === slot.id)?.[1]
  if (mine !== undefined) return mine ? 'played' : 'missed'
  return Date.parse(dueMoment(slot)) > now ? 'ahead' : 'open'
}

const MOST = 300
/** All or nothing: half a plan would leave out a time without saying so. */
export async function refreshPlan(session: StoredSession): Promise<boolean> {
  if (!tellsPlays(session)) return false
  const params = { query: { division: session.division, limit: MOST } }
  const ask = as(session.token)
  const [airings, plays, speakers] = await Promise.all([
    answerOf<Wire<'/airings'>>(api.GET('/airings', { params, ...ask })),
    answerOf<Wire<'/plays'>>(api.GET('/plays', { params, ...ask })),
    answerOf<Wire<'/loudspeakers'>>(api.GET('/loudspeakers', { params, ...ask })),
  ])
  if (airings.is !== 'ok' || plays.is !== 'ok' || speakers.is !== 'ok') return false
  const since = dayOf(Date.now() - DAYS_BACK * DAY_MS)
  const hung = speakers.value.items.filter(({ state }) => state !== 'removed')
  await change(session, async ({ said }) => ({
    at: Date.now(),
    airings: airings.value.items.filter(({ state, toOn }) => state !== 'withdrawn' && toOn >= since).map(plannedOf),
    loudspeakerId: hung.length === 1 ? (hung[0]?.id ?? null) : null,
    told: plays.value.items
      .filter(({ dueOn }) => dueOn >= since)
      .map(({ pieceId, dueOn, dueAt, played }) => [slotOf(pieceId, dueOn, dueAt), played]),
    said: await notArrived(said),
  }))
  return true
}
const plannedOf = ({ id, pieceId, title, fromOn, toOn, times, seconds }: Airing): Planned => {
  return { id, pieceId, title, fromOn, toOn, times, seconds }
}
async function notArrived(said: readonly SaidPlay[]): Promise<SaidPlay[]> {
  const entries = await database.outbox.bulkGet(said.map(({ id }) => id))
  return said.filter((_, at) => entries[at] !== undefined && entries[at].state !== 'delivered')
}

/** After the record itself is safe in the outbox. */
export const notePlay = (session: StoredSession, one: SaidPlay): Promise<void> =>
  change(session, async (known) => ({ ...known, said: [...known.said, one] }))
