import type { RoleName as Role } from './schema.ts'

/** Pure decisions about signing in. They read no clock and no database. */

const minutes = (n: number): number => n * 60_000
const hours = (n: number): number => n * 3_600_000
const days = (n: number): number => n * 86_400_000

/** Above village level a password alone opens nothing. */
const WITHOUT_SECOND_FACTOR: readonly Role[] = ['village-cadre', 'checkpoint-shift']
export const needsSecondFactor = (role: Role): boolean => !WITHOUT_SECOND_FACTOR.includes(role)

const DESK: readonly Role[] = [
  'county-desk',
  'data-verifier',
  'township-officer',
  'publicity-editor',
  'auditor',
  'administrator',
]
export const worksAtDesk = (role: Role): boolean => DESK.includes(role)

export interface SessionLimits {
  idleMs: number
  absoluteMs: number
}

/**
 * A village cadre works two weeks without network, so a session on an enrolled phone outlives that; everyone else signs in
 * again for the next shift.
 */
export function sessionLimits(role: Role, onEnrolledDevice: boolean): SessionLimits {
  if (role === 'village-cadre' && onEnrolledDevice) return { idleMs: days(15), absoluteMs: days(30) }
  if (worksAtDesk(role)) return { idleMs: hours(4), absoluteMs: hours(12) }
  return { idleMs: hours(12), absoluteMs: hours(12) }
}

export const WELCOME_VALID_MS = hours(24)
export const DEVICE_CODE_VALID_MS = minutes(30)
export const CHALLENGE_VALID_MS = minutes(5)
export const CHALLENGE_TRIES = 5
export const STEP_UP_VALID_MS = minutes(15)
/** How often a request may write when a session was last used. */
export const LAST_USED_EVERY_MS = minutes(1)

export const isRecent = (factorAt: Date | null, now: Date): boolean =>
  factorAt !== null && now.getTime() - factorAt.getTime() < STEP_UP_VALID_MS

/** A one-time code was in somebody else's hands first: what it began does nothing before the account is its person's alone. */
export type ToSecure = 'password' | 'second-factor'
export interface Began {
  role: Role
  /** When the one-time code was entered, if one began it. */
  codeAt: Date | null
  factorAt: Date | null
  /** When the person last chose a password; one that somebody else gave was not chosen, and a reset does not unmake the choice. */
  chosenAt: Date | null
}

/** Until then the code stands for the password that is not known. */
export const awaitsPassword = ({ codeAt, chosenAt }: Pick<Began, 'codeAt' | 'chosenAt'>): boolean =>
  codeAt !== null && (chosenAt === null || chosenAt < codeAt)

/** The code stood for the second factor too, so that one can be set up; only what was shown later is one. */
export function toSecure({ role, codeAt, factorAt, chosenAt }: Began): ToSecure[] {
  const missing: ToSecure[] = awaitsPassword({ codeAt, chosenAt }) ? ['password'] : []
  const notShown = codeAt !== null && needsSecondFactor(role) && (factorAt === null || factorAt <= codeAt)
  return notShown ? [...missing, 'second-factor'] : missing
}

/** What is done for that, and nothing else. */
export const WHILE_SECURING: readonly string[] = [
  'access.me.show',
  'access.password.change',
  'access.authenticator.begin',
  'access.authenticator.confirm',
  'access.passkey.begin',
  'access.passkey.add',
  'access.session.step-up',
  'access.session.begin-passkey-step-up',
  'access.session.step-up-by-passkey',
  'access.session.sign-out',
  'access.session.sign-out-everywhere',
]

export interface SessionTimes {
  lastUsedAt: Date
  idleMs: number
  expiresAt: Date
  endedAt: Date | null
}
export const sessionOver = (session: SessionTimes, now: Date): boolean =>
  session.endedAt !== null || now >= session.expiresAt || now.getTime() - session.lastUsedAt.getTime() >= session.idleMs

// --- Limits of guessing -----------------------------------------------------------------------------------------------------

export const GUESS_WINDOW_MS = hours(1)
/** An account under attack stays open on the phones it is used on: every enrolled device is its own lane. */
export const GUESSES_PER_ACCOUNT = 10
/** A county office sits behind one address, so an address gets more than an account. */
export const GUESSES_PER_ADDRESS = 60
/** One customer line is handed a /64 and often a whole /48: rotating inside it must not help. */
export const GUESSES_PER_NETWORK = 300

export type LaneKind = 'account' | 'device' | 'address' | 'network'
export interface Lane {
  kind: LaneKind
  key: string
  limit: number
}

export function guessLanes(guess: { account: string; deviceId: string | null; address: string | null }): Lane[] {
  if (guess.deviceId) {
    return [{ kind: 'device', key: `${guess.account}|${guess.deviceId}`, limit: GUESSES_PER_ACCOUNT }]
  }
  return [{ kind: 'account', key: guess.account, limit: GUESSES_PER_ACCOUNT }, ...addressLanes(guess.address)]
}

export function addressLanes(address: string | null): Lane[] {
  const parsed = parseAddress(address ?? '')
  if (!parsed) return [{ kind: 'address', key: 'unknown', limit: GUESSES_PER_ADDRESS }]
  if (parsed.version === 4) return [{ kind: 'address', key: parsed.text, limit: GUESSES_PER_ADDRESS }]
  const [first64, first48] = [parsed.groups.slice(0, 4), parsed.groups.slice(0, 3)].map((groups) => groups.join(':'))
  return [
    { kind: 'address', key: `${first64}::/64`, limit: GUESSES_PER_ADDRESS },
    { kind: 'network', key: `${first48}::/48`, limit: GUESSES_PER_NETWORK },
  ]
}

type Address = { version: 4; text: string } | { version: 6; groups: string[] }

const isV4 = (text: string): boolean => {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
}

function parseAddress(address: string): Address | null {
  const text = address.trim().toLowerCase().split('%')[0] ?? ''
  if (isV4(text)) return { version: 4, text }
  if (!text.includes(':')) return null
  const tail = text.slice(text.lastIndexOf(':') + 1)
  if (tail.includes('.')) return isV4(tail) && text.startsWith('::ffff:') ? { version: 4, text: tail } : null
  const [head = '', rest] = text.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = rest === undefined || rest === '' ? [] : rest.split(':')
  const missing = 8 - left.length - right.length
  if (rest === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...left, ...Array.from({ length: rest === undefined ? 0 : missing }, () => '0'), ...right]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null
  return { version: 6, groups: groups.map((group) => Number.parseInt(group, 16).toString(16)) }
}

/** Whether one more guess may be looked at, given when the earlier failed ones in this lane were made. */
export function mayGuess(earlier: readonly Date[], limit: number, now: Date): boolean {
  return earlier.filter((at) => now.getTime() - at.getTime() < GUESS_WINDOW_MS).length < limit
}

// --- Passwords and codes ----------------------------------------------------------------------------------------------------

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200

export type PasswordWeakness = 'short' | 'long' | 'common' | 'name'

const COMMON = [
  '1234567890',
  '0123456789',
  '12345678910',
  '0987654321',
  'qwertyuiop',
  'asdfghjkl;',
  'password123',
  'passw0rd123',
  'password1234',
  'admin12345',
  'administrator',
  'iloveyou123',
  'woaini1314',
  'woaini520',
  'a123456789',
  'qq123456789',
  '1qaz2wsx3edc',
  'abcd123456',
  'abc1234567',
  'zhongguo123',
  'xinglong123',
  'qunfang123',
  'fangyi2020',
  'wuhanjiayou',
  'zhongguojiayou',
  'qwer123456',
  '1q2w3e4r5t',
]

export function passwordWeakness(password: string, signInName: string): PasswordWeakness | null {
  const text = password.normalize('NFKC')
  if ([...text].length < PASSWORD_MIN) return 'short'
  if (text.length > PASSWORD_MAX) return 'long'
  const lower = text.toLowerCase()
  if (signInName.length >= 3 && lower.includes(signInName.toLowerCase())) return 'name'
  if (new Set(lower).size < 4 || COMMON.includes(lower) || isRun(lower)) return 'common'
  return null
}

function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((char, index) => (char.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0))
  return steps.every((step) => step === 1) || steps.every((step) => step === -1)
}

/** Read aloud and typed on a cheap phone: no 0/O and no 1/I/L to mix up, dashes and case do not matter. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

export const normalizeLetters = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

export function normalizeCode(typed: string): { county: number; code: string } | null {
  const text = normalizeLetters(typed)
  const county = Number(text.slice(0, 6))
  const code = text.slice(6)
  if (!/^[1-9]\d{5}$/.test(text.slice(0, 6)) || code.length < 8 || code.length > 40) return null
  return { county, code: text }
}

/** A token begins with its county, so that it can be looked up inside that county's rows alone. */
export function countyOfToken(token: string): number | null {
  const match = /^([1-9]\d{5})-[\w-]{43}$/.exec(token)
  return match ? Number(match[1]) : null
}

// --- Seats ------------------------------------------------------------------------------------------------------------------

/** Roles and the level of division they sit at: 6 digits county, 9 township, 12 village. */
const LEVELS: Record<Role, readonly number[]> = {
  'county-desk': [6],
  'data-verifier': [6, 9],
  'township-officer': [9],
  'village-cadre': [12],
  'checkpoint-shift': [6, 9, 12],
  'isolation-staff': [6, 9, 12],
  'supplies-keeper': [6, 9],
  'publicity-editor': [6],
  auditor: [6],
  administrator: [6],
}
export const sitsAt = (role: Role, division: string): boolean => LEVELS[role].includes(division.length)
