import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { Keys } from './config.ts'

/** First byte of everything sealed: which algorithm and key made it, so that either can be replaced without guessing. */
const AES_256_GCM_KEY_1 = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** As key objects: handing over the bytes each time costs several times the work itself. */
let keys: { seal: KeyObject; index: KeyObject } | null = null
/** Called once by the process that owns the keys; nothing can be sealed or opened before. */
export function useKeys(given: Keys): void {
  keys = { seal: createSecretKey(given.seal), index: createSecretKey(given.index) }
}
function theKeys() {
  if (!keys) throw new Error('seal: no keys loaded')
  return keys
}

let nonces = Buffer.alloc(0)
/** Drawn by the hundred, each used once. */
function freshNonce(): Buffer {
  if (nonces.length < NONCE_BYTES) nonces = randomBytes(NONCE_BYTES * 256)
  const nonce = nonces.subarray(0, NONCE_BYTES)
  nonces = nonces.subarray(NONCE_BYTES)
  return nonce
}

/** Encrypts one field. `aad` binds it to its place (for example `person:<id>:name`), so it cannot be moved to another row. */
export function seal(plain: string | Buffer, aad: string): Buffer {
  const nonce = freshNonce()
  const cipher = createCipheriv('aes-256-gcm', theKeys().seal, nonce).setAAD(Buffer.from(aad))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(AES_256_GCM_KEY_1), nonce, cipher.getAuthTag(), body])
}

/** The plain text again. Throws when the bytes were changed or belong to another place. */
export function open(sealed: Uint8Array, aad: string): string {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== AES_256_GCM_KEY_1) throw new Error(`seal: unknown algorithm ${bytes[0]}`)
  const tagAt = 1 + NONCE_BYTES
  const bodyAt = tagAt + TAG_BYTES
  // Without the length a tag that was cut down to four bytes would do.
  const decipher = createDecipheriv('aes-256-gcm', theKeys().seal, bytes.subarray(1, tagAt), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(aad)).setAuthTag(bytes.subarray(tagAt, bodyAt))
  return Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]).toString('utf8')
}

/** Equality search over a sealed field: 32 bytes that say nothing without the key, and nothing across kinds. */
export function blindIndex(kind: string, value: string): Buffer {
  return createHmac('sha256', theKeys().index).update(`${kind}\0${value}`).digest()
}

/** The same bytes for the same content, whatever the order of keys: what makes a resend recognisable. Keyed, because content can hold an ID number. */
export function digestOf(content: unknown): Buffer {
  return blindIndex('kernel.digest', canonical(content))
}

export function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value !== 'object' || value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  let fields = ''
  for (const key of Object.keys(value).sort()) {
    const field: unknown = (value as Record<string, unknown>)[key]
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${canonical(field)}`
  }
  return `{${fields}}`
}

/** The same id for the same thing said again. */
export function idFrom(...said: string[]): string {
  const hex = createHash('sha256').update(said.join('\0')).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
