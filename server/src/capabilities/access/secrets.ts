import { hash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { blindIndex } from '../../kernel/seal.ts'
import { CODE_ALPHABET, countyOfToken } from './rules.ts'
import { accessSettings, type HashCost } from './settings.ts'

/** 32 MiB for every guess. The parameters are stored with each hash, so they can be raised without a flag day. */
const MEMORY_HARD: HashCost = { N: 32_768, r: 8, p: 3 }
const cost = (): HashCost => accessSettings().hashCost ?? MEMORY_HARD
const KEY_BYTES = 32
const SALT_BYTES = 16
const MAX_MEMORY = 256 * 1024 * 1024
/** Whoever waits holds a database connection and a thread: guesses may not take all of them. */
const AT_ONCE = 2
const WAITING = 4

let running = 0
const waiting: (() => void)[] = []
let evaluations = 0

/** How many times a password was put through the hash; tests compare it for known and unknown names. */
export const countEvaluations = (): number => evaluations

/** True when no more guesses can be queued: the caller refuses instead of piling up work. */
export const hashingIsFull = (): boolean => waiting.length >= WAITING

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function derive(password: string, salt: Buffer, { N, r, p }: HashCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const text = password.normalize('NFKC')
    scrypt(text, salt, KEY_BYTES, { N, r, p, maxmem: MAX_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

const format = ({ N, r, p }: HashCost, salt: Buffer, key: Buffer): string =>
  `scrypt$${N}$${r}$${p}$${salt.toString('base64url')}$${key.toString('base64url')}`

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const chosen = cost()
  return format(chosen, salt, await inTurn(() => derive(password, salt, chosen)))
}

/** A hash no password has: what is left of one that was taken away. */
export const unusableHash = (): string => format(cost(), randomBytes(SALT_BYTES), randomBytes(KEY_BYTES))

/** Hashes even when there is nothing to compare with, so that a name nobody has takes as long as one somebody has. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const spare = unusableHash()
  const [, n, r, p, salt = '', key = ''] = (stored ?? spare).split('$')
  evaluations += 1
  const asked = { N: Number(n), r: Number(r), p: Number(p) }
  const derived = await inTurn(() => derive(password, Buffer.from(salt, 'base64url'), asked))
  const same = timingSafeEqual(derived, Buffer.from(key, 'base64url'))
  return same && stored !== null
}

/** An opaque token of 256 bits behind its county. Only its SHA-256 is kept: reading the database gives nobody a session. */
export const newToken = (county: number): string => `${county}-${randomBytes(32).toString('base64url')}`
export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer')

const RANDOM_BYTES = 8
const EXPIRY_BYTES = 6
const MARK_BYTES = 18

/** A token that nobody but us can have made, for one purpose and until a moment, without our keeping anything. */
export function markedToken(county: number, purpose: string, expiresAt: Date): string {
  const body = Buffer.alloc(RANDOM_BYTES + EXPIRY_BYTES)
  randomBytes(RANDOM_BYTES).copy(body)
  body.writeUIntBE(expiresAt.getTime(), RANDOM_BYTES, EXPIRY_BYTES)
  return `${county}-${Buffer.concat([body, markOf(county, purpose, body)]).toString('base64url')}`
}

export function readMarkedToken(purpose: string, token: string, now: Date): boolean {
  const county = countyOfToken(token)
  const bytes = Buffer.from(token.slice(7), 'base64url')
  const body = bytes.subarray(0, RANDOM_BYTES + EXPIRY_BYTES)
  const mark = bytes.subarray(RANDOM_BYTES + EXPIRY_BYTES)
  if (county === null || mark.length !== MARK_BYTES) return false
  return (
    timingSafeEqual(mark, markOf(county, purpose, body)) && body.readUIntBE(RANDOM_BYTES, EXPIRY_BYTES) > now.getTime()
  )
}

const markOf = (county: number, purpose: string, body: Buffer): Buffer =>
  blindIndex('access.mark', `${county} ${purpose} ${body.toString('hex')}`).subarray(0, MARK_BYTES)

/** A one-time code a person can type: county, then groups of four. */
export function newCode(county: number, letters: number): string {
  const drawn = Array.from({ length: letters }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)] ?? '')
  return [county, ...(drawn.join('').match(/.{1,4}/g) ?? [])].join('-')
}
export const codeHash = (purpose: string, normalized: string): Buffer =>
  blindIndex(`access.code.${purpose}`, normalized)

/** Names and addresses of attempts are kept only as keyed hashes. */
export const laneHash = (kind: string, key: string): Buffer => blindIndex(`access.lane.${kind}`, key)
