import type { Answer as Wire } from '@qunfang/client'
import { answerOf, api, as } from '../api.ts'
import { database, type StoredSession } from '../database.ts'

type Row = Wire<'/closures/subjects'>['items'][number]

/** What has to be shut, called off or suspended in the area of the seat. Firms, nobody's name: it may lie here in the open. */
export type Closed = Pick<Row, 'id' | 'name' | 'class' | 'division' | 'divisionName' | 'address' | 'state' | 'until'>
/** What was found on this phone and has perhaps not arrived. */
export interface Found {
  id: string
  subjectId: string
  found: 'closed' | 'open'
}
export interface Closures {
  at: number | null
  subjects: Closed[]
  found: Found[]
}

const roles = ['village-cadre', 'township-officer']
export const goesToDoors = ({ role }: StoredSession): boolean => roles.includes(role)

const NOTHING: Closures = { at: null, subjects: [], found: [] }
const keyOf = ({ accountId, seatId }: StoredSession): string => `closures:${accountId}:${seatId}`

export const readClosures = async (session: StoredSession): Promise<Closures> =>
  ((await database.remembered.get(keyOf(session)))?.value as Closures | undefined) ?? NOTHING

let last: Promise<unknown> = Promise.resolve()
/** One after the other: what was found here must not be lost to a list that was asked for before. */
function change(session: StoredSession, how: (known: Closures) => Promise<Closures>): Promise<void> {
  const written = last.then(async () => {
    const value = await how(await readClosures(session))
    await database.remembered.put({ key: keyOf(session), value })
  })
  last = written.catch(() => undefined)
  return written
}

const PAGES_MOST = 5
/** All or nothing: half a list would leave out a venue without saying so. */
export async function refreshClosures(session: StoredSession): Promise<boolean> {
  if (!goesToDoors(session)) return false
  const subjects: Closed[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const query = { state: 'held' as const, limit: 200, after }
    const answer = await answerOf<Wire<'/closures/subjects'>>(
      api.GET('/closures/subjects', { params: { query }, ...as(session.token) }),
    )
    if (answer.is !== 'ok') return false
    subjects.push(...answer.value.items.map(closedOf))
    if (!answer.value.next) break
    after = answer.value.next
  }
  await change(session, async ({ found }) => ({ at: Date.now(), subjects, found: await notArrived(found) }))
  return true
}

const closedOf = ({ id, name, class: one, division, divisionName, address, state, until }: Row): Closed => {
  return { id, name, class: one, division, divisionName, address, state, until }
}

async function notArrived(found: readonly Found[]): Promise<Found[]> {
  const entries = await database.outbox.bulkGet(found.map(({ id }) => id))
  return found.filter((_, at) => entries[at] !== undefined && entries[at].state !== 'delivered')
}

/** After the record itself is safe in the outbox. */
export const noteFound = (session: StoredSession, one: Found): Promise<void> =>
  change(session, async (known) => ({ ...known, found: [...known.found, one] }))

/** As the server said it, and what this phone has found since. */
export function stateOf({ id, state }: Closed, found: readonly Found[]): Closed['state'] {
  const mine = found.findLast(({ subjectId }) => subjectId === id)
  return mine ? (mine.found === 'open' ? 'breach' : 'closed') : state
}
