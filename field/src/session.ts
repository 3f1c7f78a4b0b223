import { type Answer, answerOf, api, as } from './api.ts'
import { database, type StoredSession } from './database.ts'
import { sendNow } from './outbox/courier.ts'
import { ownersWithWork } from './outbox/store.ts'

/** Who is working on this phone, and the phone's own standing with the county. */
const CURRENT = 'session.current'
const DEVICE = 'device'

export interface EnrolledDevice {
  deviceId: string
  deviceToken: string
  county: number
  label: string
}

interface WireMe {
  account: { id: string; signInName: string; name: string }
  county: number
  division: string
  role: string
  placeId: string | null
  seat: WireSeat
  otherSeats: WireSeat[]
}
interface WireSeat {
  id: string
  role: string
  division: string
  placeId: string | null
  title: string
}
export type SignInAnswer =
  | { outcome: 'signed-in'; token: string; me: WireMe }
  | { outcome: 'second-factor'; challenge: string; methods: string[] }

export const findDevice = async (): Promise<EnrolledDevice | null> =>
  ((await database.remembered.get(DEVICE))?.value as EnrolledDevice | undefined) ?? null

export async function currentSession(): Promise<StoredSession | null> {
  const current = await database.remembered.get(CURRENT)
  const session = current?.value ? await database.sessions.get(String(current.value)) : undefined
  return session && !session.leaving ? session : null
}

export const othersHere = async (): Promise<StoredSession[]> =>
  (await database.sessions.toArray()).filter((session) => !session.leaving)

const tokenOf = (device: EnrolledDevice | null) => (device ? { deviceToken: device.deviceToken } : {})

export async function signIn(given: {
  county?: number
  name: string
  password: string
}): Promise<Answer<SignInAnswer>> {
  const device = await findDevice()
  const body = { ...given, ...tokenOf(device) }
  return began(await answerOf<SignInAnswer>(api.POST('/sign-in', { body, ...as(null) })))
}

export async function signInByWelcome(code: string): Promise<Answer<SignInAnswer>> {
  const device = await findDevice()
  const body = { code, ...tokenOf(device) }
  return began(await answerOf<SignInAnswer>(api.POST('/sign-in/welcome', { body, ...as(null) })))
}

export async function proveSecondFactor(challenge: string, code: string): Promise<Answer<SignInAnswer>> {
  const device = await findDevice()
  const body = { challenge, code, ...tokenOf(device) }
  return began(await answerOf<SignInAnswer>(api.POST('/sign-in/second-factor', { body, ...as(null) })))
}

async function began(answer: Answer<SignInAnswer>): Promise<Answer<SignInAnswer>> {
  if (answer.is !== 'ok' || answer.value.outcome !== 'signed-in') return answer
  const { me, token } = answer.value
  await keepSession(me, token)
  await becomeCurrent(me.account.id)
  // Somebody with several seats comes to this app for the one at a checkpoint.
  const atCheckpoint = me.placeId ? null : me.otherSeats.find((seat) => seat.placeId !== null)
  if (atCheckpoint) await switchSeat(token, atCheckpoint.id)
  sendNow()
  return answer
}

async function keepSession(me: WireMe, token: string): Promise<void> {
  await database.sessions.put({
    accountId: me.account.id,
    token,
    account: me.account.signInName,
    displayName: me.account.name,
    county: me.county,
    division: me.division,
    seatId: me.seat.id,
    seatTitle: me.seat.title,
    role: me.role,
    placeId: me.placeId,
    otherSeats: me.otherSeats.map(({ id, title }) => ({ id, title })),
    leaving: false,
    ended: false,
  })
}

/** Another seat is another session, and the old one ends: only when nothing is left that was recorded under it. */
export async function switchSeat(token: string, seatId: string): Promise<Answer<unknown>> {
  const answer = await answerOf<{ token: string; me: WireMe }>(api.POST('/me/seat', { body: { seatId }, ...as(token) }))
  if (answer.is === 'ok') await keepSession(answer.value.me, answer.value.token)
  return answer
}

/** What the county has changed about this person since they signed in; an ended session shows itself here too. */
export async function refreshSession(session: StoredSession): Promise<void> {
  const answer = await answerOf<WireMe>(api.GET('/me', as(session.token)))
  const now = await database.sessions.get(session.accountId)
  // Signed out, or signed in again, while the answer was on its way.
  if (!now || now.leaving || now.token !== session.token) return
  if (answer.is === 'ok') await keepSession(answer.value, session.token)
  else if (answer.is === 'problem' && answer.status === 401) {
    await database.sessions.update(session.accountId, { ended: true })
  }
}

const becomeCurrent = (accountId: string): Promise<unknown> =>
  database.remembered.put({ key: CURRENT, value: accountId })

/** Back to somebody who is still signed in here: works without a network. */
export const continueAs = becomeCurrent

/** Hides this person's work from the next one. The token outlives it only while something of theirs has to be delivered. */
export async function signOut(session: StoredSession): Promise<void> {
  await database.transaction('rw', database.sessions, database.remembered, async () => {
    await database.remembered.delete(CURRENT)
    await database.sessions.update(session.accountId, { leaving: true })
  })
  const waiting = await ownersWithWork()
  if (waiting.includes(session.accountId)) return sendNow()
  const answer = await answerOf(api.POST('/sign-out', as(session.token)))
  if (answer.is !== 'silence') await database.sessions.delete(session.accountId)
}

export async function enrol(code: string): Promise<Answer<EnrolledDevice>> {
  const body = { code, platform: navigator.userAgent.slice(0, 120) }
  const answer = await answerOf<EnrolledDevice>(api.POST('/access/devices/enrol', { body, ...as(null) }))
  if (answer.is === 'ok') await database.remembered.put({ key: DEVICE, value: answer.value })
  return answer
}
