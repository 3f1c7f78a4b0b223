import type { Answer as Wire } from '@qunfang/client'
import { visitRules } from '@qunfang/client/rules'
import { answerOf, api, as } from '../api.ts'
import { database, type StoredSession } from '../database.ts'
import { keyOf as personalKeyOf } from '../roster/lock.ts'
import { lockValue, openValue } from '../roster/personal.ts'
import { renewLease } from './lease.ts'
import { hasVillage } from './village.ts'
import { all } from './whole.ts'

/** The rounds that are running in a cadre's village, how each door stands in them, what they ask and what has to be followed up. */
type RoundRow = Wire<'/visits/rounds'>['items'][number]
type HomeRow = Wire<'/visits/rounds/{roundId}/households'>['items'][number]
type FollowUpRow = Wire<'/visits/follow-ups'>['items'][number]
type Post = Wire<'/responsibility/posts'>['items'][number]
export type Questionnaire = Pick<Wire<'/visits/questionnaires/{key}'>, 'key' | 'version' | 'zh' | 'en' | 'questions'>
export type Question = Questionnaire['questions'][number]

export interface HomeStanding {
  state: visitRules.State
  attempts: number
}
export interface Round {
  id: string
  title: string
  questionnaire: Questionnaire
  homes: Record<string, HomeStanding>
}
export interface FollowUp {
  id: string
  kind: visitRules.FollowUpKind
  householdId: string
  name: string | null
  openedAt: string
}
/** A visit of this phone: its id is the record's, so what has arrived can be told from what has not. */
export interface TakenVisit {
  id: string
  roundId: string
  householdId: string
  outcome: visitRules.Outcome
}
export interface Rounds {
  at: number | null
  rounds: Round[]
  /** Of the posts that the person who is signed in holds; null when there is none. */
  own: string[] | null
  followUps: FollowUp[]
  taken: TakenVisit[]
  /** Follow-ups that this phone has closed, by the records that do it. */
  closed: Array<{ id: string; followUpId: string }>
}

const KIND = 'rounds'
const keyOf = ({ accountId, seatId }: StoredSession): [string, string, string] => [accountId, KIND, seatId]
const NOTHING: Rounds = { at: null, rounds: [], own: null, followUps: [], taken: [], closed: [] }

export async function readRounds(session: StoredSession): Promise<Rounds> {
  const row = await database.replica.get(keyOf(session))
  if (!row?.locked) return NOTHING
  return { ...NOTHING, ...((await openValue(personalKeyOf(session.accountId), row.locked)) as Partial<Rounds>) }
}

let last: Promise<unknown> = Promise.resolve()
/** One after the other: a visit made here must not be lost to a list that was asked for before. */
function change(session: StoredSession, how: (known: Rounds) => Promise<Rounds>): Promise<void> {
  const written = last.then(async () => {
    const [owner, kind, id] = keyOf(session)
    const now = await how(await readRounds(session))
    const locked = await lockValue(personalKeyOf(owner), now)
    await database.replica.put({ owner, kind, id, plain: { at: now.at }, locked })
  })
  last = written.catch(() => undefined)
  return written
}

/** All or nothing: half a list would leave out doors without saying so. */
export async function refreshRounds(session: StoredSession): Promise<boolean> {
  if (!hasVillage(session)) return false
  const heard = await askRounds(session)
  const followUps = heard && (await askFollowUps(session))
  if (!heard || !followUps) return false
  const own = await askOwn(session)
  await renewLease(session.accountId)
  await change(session, async (known) => ({
    at: Date.now(),
    rounds: heard,
    own: own ?? known.own,
    followUps,
    taken: await notArrived(known.taken, ({ id }) => id),
    closed: await notArrived(known.closed, ({ id }) => id),
  }))
  return true
}

async function notArrived<T>(rows: readonly T[], idOf: (row: T) => string): Promise<T[]> {
  const entries = await database.outbox.bulkGet(rows.map(idOf))
  return rows.filter((_, at) => entries[at] !== undefined && entries[at].state !== 'delivered')
}

const looking = { 'qunfang-purpose': 'home-visit' }

async function askRounds(session: StoredSession): Promise<Round[] | null> {
  const running = await all<RoundRow>((after) =>
    answerOf(api.GET('/visits/rounds', { params: { query: { state: 'running', after } }, ...as(session.token) })),
  )
  if (!running) return null
  const rounds: Round[] = []
  for (const { id, title, area, questionnaire } of running) {
    if (!session.division.startsWith(area)) continue
    const asked = await answerOf<Questionnaire>(
      api.GET('/visits/questionnaires/{key}', {
        params: { path: { key: questionnaire.key }, query: { version: questionnaire.version } },
        ...as(session.token),
      }),
    )
    const homes = await all<HomeRow>((after) =>
      answerOf(
        api.GET('/visits/rounds/{roundId}/households', {
          params: { path: { roundId: id }, query: { limit: 200, after } },
          ...as(session.token, looking),
        }),
      ),
    )
    if (asked.is !== 'ok' || !homes) return null
    const { key, version, zh, en, questions } = asked.value
    rounds.push({
      id,
      title,
      questionnaire: { key, version, zh, en, questions },
      homes: Object.fromEntries(homes.map(({ householdId, state, attempts }) => [householdId, { state, attempts }])),
    })
  }
  return rounds
}

async function askFollowUps(session: StoredSession): Promise<FollowUp[] | null> {
  const rows = await all<FollowUpRow>((after) =>
    answerOf(
      api.GET('/visits/follow-ups', {
        params: { query: { state: 'open', limit: 200, after } },
        ...as(session.token, looking),
      }),
    ),
  )
  return (
    rows?.map(({ id, kind, householdId, person, openedAt }) => ({
      id,
      kind,
      householdId,
      name: person?.name ?? null,
      openedAt,
    })) ?? null
  )
}

/** The doors of the posts that this account holds. Without a post, or without an answer, all doors of the village are shown. */
async function askOwn(session: StoredSession): Promise<string[] | null> {
  const posts = await all<Post>((after) =>
    answerOf(
      api.GET('/responsibility/posts', {
        params: { query: { area: session.division, limit: 200, after } },
        ...as(session.token, looking),
      }),
    ),
  )
  const mine = posts?.filter(({ holder }) => holder?.kind === 'account' && holder.id === session.accountId) ?? []
  const doors: string[] = []
  for (const { id: postId } of mine) {
    const homes = await all<{ id: string }>((after) =>
      answerOf(
        api.GET('/responsibility/posts/{postId}/households', {
          params: { path: { postId }, query: { limit: 200, after } },
          ...as(session.token),
        }),
      ),
    )
    if (!homes) return null
    doors.push(...homes.map(({ id }) => id))
  }
  return doors.length > 0 ? [...new Set(doors)] : null
}

/** After the record itself is safe in the outbox. */
export const noteVisit = (session: StoredSession, visit: TakenVisit): Promise<void> =>
  change(session, async (known) => ({ ...known, taken: [...known.taken, visit] }))
export const noteClosed = (session: StoredSession, closed: Rounds['closed'][number]): Promise<void> =>
  change(session, async (known) => ({ ...known, closed: [...known.closed, closed] }))

/** As the server said it, and what this phone has added since. */
export function standingIn(round: Round, taken: readonly TakenVisit[], householdId: string): HomeStanding {
  const said = round.homes[householdId] ?? { state: 'to-visit', attempts: 0 }
  return taken
    .filter((visit) => visit.roundId === round.id && visit.householdId === householdId)
    .reduce<HomeStanding>(
      ({ state, attempts }, { outcome }) => ({
        state: visitRules.stateAfter(state, outcome),
        attempts: attempts + (visitRules.isAttempt(outcome) ? 1 : 0),
      }),
      said,
    )
}
