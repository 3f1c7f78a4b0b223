import { type Answer, answerOf, api, as } from './api.ts'
import { database, type StoredSession } from './database.ts'
import { newId } from './device/ids.ts'
import { sendNow } from './outbox/courier.ts'
import { refreshFieldKey, rememberFieldKey } from './outbox/field-key.ts'
import type { FieldKey } from './outbox/seal.ts'
import { keepEntry, leavingNow, sealOlder, tryAgainFor } from './outbox/store.ts'
import { dropReplica } from './replica/lease.ts'
import { type EnrolledDevice, findDevice, rememberCounty, rememberDevice } from './roster/device.ts'
import { hasPin, keyOf, lock, lockToken, type PinAnswer, setPin, tryPin, unlocked } from './roster/lock.ts'

interface WireMe {
  account: { id: string; signInName: string; name: string }
  county: number
  division: string
  role: string
  placeId: string | null
  seat: WireSeat
  otherSeats: WireSeat[]
  /** What a session that a one-time code began has to do before anything else. */
  secureFirst: Array<'password' | 'second-factor'>
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

/** Whoever is unlocked, with what the county last said of them; null when nobody is. */
export async function currentSession(): Promise<StoredSession | null> {
  const { now } = unlocked.get()
  const row = now ? await database.sessions.get(now.owner) : undefined
  if (!now || !row) return null
  const { lockedToken: _, leaving: __, ...known } = row
  return { ...known, token: now.token }
}

export interface PersonHere {
  accountId: string
  displayName: string
  seatTitle: string
}
/** Who can go on here with a PIN. Names of colleagues on this phone, and nothing of their work. */
export const peopleHere = async (): Promise<PersonHere[]> =>
  (await database.sessions.toArray())
    .filter((session) => !session.leaving)
    .map(({ accountId, displayName, seatTitle }) => ({ accountId, displayName, seatTitle }))

const deviceTokenOf = (device: EnrolledDevice | null) => (device ? { deviceToken: device.deviceToken } : {})

export async function signIn(given: {
  county?: number
  name: string
  password: string
}): Promise<Answer<SignInAnswer>> {
  const device = await findDevice()
  const body = { ...given, ...deviceTokenOf(device) }
  return began(await answerOf<SignInAnswer>(api.POST('/sign-in', { body, ...as(null) })))
}

export async function signInByWelcome(code: string): Promise<Answer<SignInAnswer>> {
  const device = await findDevice()
  const body = { code, ...deviceTokenOf(device) }
  return began(await answerOf<SignInAnswer>(api.POST('/sign-in/welcome', { body, ...as(null) })))
}

export async function proveSecondFactor(challenge: string, code: string): Promise<Answer<SignInAnswer>> {
  const device = await findDevice()
  const body = { challenge, code, ...deviceTokenOf(device) }
  return began(await answerOf<SignInAnswer>(api.POST('/sign-in/second-factor', { body, ...as(null) })))
}

interface AuthenticatorSecret {
  uri: string
  secret: string
}
/** The first authenticator of somebody: in the session that a one-time code began, or between the password and any session. */
export const authenticatorBy = {
  token: (token: string) => ({
    begin: () => answerOf<AuthenticatorSecret>(api.POST('/me/authenticator', as(token))),
    confirm: async (code: string): Promise<Answer<string[] | null>> => {
      const confirmed = api.POST('/me/authenticator/confirm', { body: { code }, ...as(token) })
      const answer = await answerOf<{ recoveryCodes: string[] }>(confirmed)
      return answer.is === 'ok' ? { is: 'ok', value: answer.value.recoveryCodes } : answer
    },
  }),
  challenge: (challenge: string) => ({
    begin: () =>
      answerOf<AuthenticatorSecret>(api.POST('/sign-in/second-factor/set-up', { body: { challenge }, ...as(null) })),
    confirm: async (code: string): Promise<Answer<string[] | null>> => {
      const answer = await proveSecondFactor(challenge, code)
      return answer.is === 'ok' ? { is: 'ok', value: null } : answer
    },
  }),
}

/** Signed in at the server; nothing of it is kept here before there is a PIN to keep it under. */
let arrived: { me: WireMe; token: string } | null = null

async function began(answer: Answer<SignInAnswer>): Promise<Answer<SignInAnswer>> {
  if (answer.is !== 'ok' || answer.value.outcome !== 'signed-in') return answer
  arrived = { me: answer.value.me, token: answer.value.token }
  return answer
}

/** Somebody with several seats comes to this app for the one at a checkpoint. */
async function sitAtCheckpoint({ me, token }: { me: WireMe; token: string }): Promise<void> {
  const atCheckpoint = me.placeId ? null : me.otherSeats.find((seat) => seat.placeId !== null)
  const switched = atCheckpoint ? await askForSeat(token, atCheckpoint.id) : null
  if (switched?.is === 'ok') arrived = switched.value
}

export interface Arrival {
  accountId: string
  displayName: string
  /** `here`: this is who is unlocked already, and only signed in anew. */
  pin: 'set' | 'say' | 'here'
}
export async function whoArrived(): Promise<Arrival | null> {
  if (!arrived) return null
  await sitAtCheckpoint(arrived)
  const { id: accountId, name: displayName } = arrived.me.account
  if (unlocked.get().now?.owner === accountId) return { accountId, displayName, pin: 'here' }
  return { accountId, displayName, pin: (await hasPin(accountId)) ? 'say' : 'set' }
}

/** With the PIN, and then to work. `anew` makes a key for somebody who has forgotten it: drafts under the old one are lost. */
export async function enter(pin: string, anew: boolean): Promise<PinAnswer> {
  if (!arrived) return { is: 'none' }
  const { me, token } = arrived
  const owner = me.account.id
  const answer: PinAnswer = anew ? { is: 'ok', key: await setPin(owner, pin) } : await tryPin(owner, pin)
  if (answer.is === 'ok') await begin(me, token, answer.key)
  return answer
}

export async function enterAgain(): Promise<void> {
  if (arrived) await begin(arrived.me, arrived.token, keyOf(arrived.me.account.id))
}

async function begin(me: WireMe, token: string, key: CryptoKey): Promise<void> {
  arrived = null
  await keepSession(me, token, key)
  await rememberCounty(me.county)
  await refreshFieldKey()
  unlocked.set({ now: { owner: me.account.id, key, token } })
  await sealOlder()
  await tryAgainFor(me.account.id)
  sendNow()
}

/** Somebody who was signed in here by a version without PINs chooses one now. */
export async function adoptOld(accountId: string, pin: string): Promise<void> {
  const row = await database.sessions.get(accountId)
  if (!row?.token) return
  const { token, ...rest } = row
  const key = await setPin(accountId, pin)
  await database.sessions.put({ ...rest, lockedToken: await lockToken(key, token) })
  unlocked.set({ now: { owner: accountId, key, token } })
}

async function keepSession(me: WireMe, token: string, key: CryptoKey): Promise<void> {
  const lockedToken = await lockToken(key, token)
  await database.sessions.put({
    accountId: me.account.id,
    lockedToken,
    account: me.account.signInName,
    displayName: me.account.name,
    county: me.county,
    division: me.division,
    seatId: me.seat.id,
    seatTitle: me.seat.title,
    role: me.role,
    placeId: me.placeId,
    otherSeats: me.otherSeats.map(({ id, title }) => ({ id, title })),
    ended: false,
  })
}

const askForSeat = (token: string, seatId: string) =>
  answerOf<{ token: string; me: WireMe }>(api.POST('/me/seat', { body: { seatId }, ...as(token) }))

/** Another seat is another session, and the old one ends; what was sealed under it still goes out under it. */
export async function switchSeat(session: StoredSession, seatId: string): Promise<Answer<unknown>> {
  const key = keyOf(session.accountId)
  const answer = await askForSeat(session.token, seatId)
  if (answer.is === 'ok') await begin(answer.value.me, answer.value.token, key)
  return answer
}

/** What the county has changed about this person since they signed in; an ended session shows itself here too. */
export async function refreshSession(session: StoredSession): Promise<void> {
  const answer = await answerOf<WireMe>(api.GET('/me', as(session.token)))
  const now = await database.sessions.get(session.accountId)
  const held = unlocked.get().now
  // Signed out, locked, or signed in again, while the answer was on its way.
  if (!now || held?.owner !== session.accountId || held.token !== session.token) return
  if (answer.is === 'ok') await keepSession(answer.value, session.token, held.key)
  else if (answer.is === 'problem' && answer.status === 401) {
    await database.sessions.update(session.accountId, { ended: true })
  }
}

/**
 * Takes the person off this phone; what they have not delivered stays, sealed, and their drafts under their key. The session ends
 * at the server once everything before this has arrived there.
 */
export async function signOut(session: StoredSession): Promise<void> {
  await keepEntry({ id: newId(), owner: session.accountId, ...leavingNow() })
  await database.sessions.delete(session.accountId)
  await dropReplica(session.accountId)
  lock()
  sendNow()
}

export async function enrol(code: string): Promise<Answer<EnrolledDevice>> {
  const body = { code, platform: navigator.userAgent.slice(0, 120) }
  const answer = await answerOf<EnrolledDevice & { fieldKey: FieldKey }>(
    api.POST('/access/devices/enrol', { body, ...as(null) }),
  )
  if (answer.is === 'ok') {
    await rememberDevice(answer.value)
    await rememberFieldKey(answer.value.fieldKey)
  }
  return answer
}
