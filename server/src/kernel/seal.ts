import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { promisify } from 'node:util'
import { inflate, inflateSync } from 'node:zlib'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'

export interface SealKeys {
  /** AES-256 key of sealed fields. */
  seal: Buffer
  /** HMAC key of blind indexes: an unkeyed hash of an ID number can be enumerated in seconds. */
  index: Buffer
  /** P-256 keys that phones seal their records to; the last is given out, the others still open what was sealed before. */
  field: readonly Buffer[]
}

/** First byte of everything sealed: which algorithm and key made it, so that either can be replaced without guessing. */
const AES_256_GCM_KEY_1 = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** As key objects: handing over the bytes each time costs several times the work itself. */
let keys: { seal: KeyObject; index: KeyObject } | null = null
/** Called once by the process that owns the keys; nothing can be sealed or opened before. */
export function useKeys(given: SealKeys): void {
  keys = { seal: createSecretKey(given.seal), index: createSecretKey(given.index) }
  useFieldKeys(given.field)
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

// --- What phones seal for the server alone: docs/adr/0092 -----------------------------------------------------------------------

const HPKE = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
const PURPOSE = new TextEncoder().encode('qunfang-field-1')
const FIELD_1 = 1
const KEY_ID_BYTES = 8
const ENC_BYTES = 65
const ENC_AT = 1 + KEY_ID_BYTES
const NONCE_AT = ENC_AT + ENC_BYTES
const BODY_AT = NONCE_AT + NONCE_BYTES
/** Far above any record; what unpacks to more is refused before it fills the memory. */
const UNPACKED_MAX = 512 * 1024

export interface FieldKey {
  id: string
  /** Uncompressed point, base64. */
  publicKey: string
}
/** As the library names them: Node and the browsers' types call the same thing by two names. */
type ImportKey = typeof HPKE.kem.importKey
type Pair = FieldKey & { privateKey: ReturnType<ImportKey> }
let fieldKeys: Pair[] = []

function useFieldKeys(secrets: readonly Buffer[]): void {
  fieldKeys = secrets.map((secret) => {
    const curve = createECDH('prime256v1')
    curve.setPrivateKey(secret)
    const point = curve.getPublicKey()
    const [d, x, y] = [secret, point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
    const jwk = { kty: 'EC', crv: 'P-256', d, x, y } as Parameters<ImportKey>[1]
    const privateKey = HPKE.kem.importKey('jwk', jwk, false)
    const id = createHash('sha256')
      .update(point)
      .digest('hex')
      .slice(0, 2 * KEY_ID_BYTES)
    return { id, publicKey: point.toString('base64'), privateKey }
  })
  senders.clear()
}

/** The one that phones are to use from now on. */
export function fieldKey(): FieldKey {
  const key = fieldKeys.at(-1)
  if (!key) throw new Error('seal: no keys loaded')
  return { id: key.id, publicKey: key.publicKey }
}

/** A phone agrees on a key once in a while and derives one for each record: what costs time is done once for all of them. */
const senders = new Map<string, ReturnType<typeof HPKE.createRecipientContext>>()
const SENDERS_MAX = 2000

export type OpenedFromField = { is: 'opened'; text: string } | { is: 'key-unknown' } | { is: 'broken' }

/** What a phone sealed under this record id. Never throws: bytes that were damaged on their way are an answer too. */
export async function openFromField(sealed: Uint8Array, recordId: string): Promise<OpenedFromField> {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== FIELD_1 || bytes.length < BODY_AT + TAG_BYTES) return { is: 'broken' }
  const id = bytes.subarray(1, ENC_AT).toString('hex')
  const key = fieldKeys.find((one) => one.id === id)
  if (!key) return { is: 'key-unknown' }
  try {
    const secret = await senderSecret(key, bytes.subarray(ENC_AT, NONCE_AT), recordId)
    const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(NONCE_AT, BODY_AT), {
      authTagLength: TAG_BYTES,
    })
    const tagAt = bytes.length - TAG_BYTES
    decipher.setAAD(bytes.subarray(0, NONCE_AT)).setAuthTag(bytes.subarray(tagAt))
    const packed = Buffer.concat([decipher.update(bytes.subarray(BODY_AT, tagAt)), decipher.final()])
    return { is: 'opened', text: await unpack(packed) }
  } catch {
    return { is: 'broken' }
  }
}

/** By it the phone that sealed the record knows that a receipt brought by somebody else is ours; null for bytes that are no record. */
export async function receiptMark(sealed: Uint8Array, recordId: string, said: string): Promise<Buffer | null> {
  const bytes = Buffer.from(sealed)
  const key = fieldKeys.find((one) => one.id === bytes.subarray(1, ENC_AT).toString('hex'))
  if (!key || bytes.length < BODY_AT) return null
  const secret = await senderSecret(key, bytes.subarray(ENC_AT, NONCE_AT), `receipt/${recordId}`)
  return createHmac('sha256', secret).update(said).digest().subarray(0, 16)
}

/** Of what the phone and we alone can work out, one secret for each name. */
async function senderSecret({ id, privateKey }: Pair, enc: Buffer, use: string): Promise<Buffer> {
  const name = `${id}${enc.toString('base64')}`
  let sender = senders.get(name)
  if (!sender) {
    if (senders.size >= SENDERS_MAX) senders.clear()
    sender = privateKey.then((recipientKey) =>
      HPKE.createRecipientContext({ recipientKey, enc: new Uint8Array(enc).buffer, info: PURPOSE.buffer }),
    )
    senders.set(name, sender)
    sender.catch(() => senders.delete(name))
  }
  return Buffer.from(await (await sender).export(new TextEncoder().encode(use).buffer, 32))
}

const LIMITS = { maxOutputLength: UNPACKED_MAX }
const SMALL = 2048
const inflateElsewhere = promisify<Buffer, typeof LIMITS, Buffer>(inflate)
const PACKED = 1
const PLAIN = 0
async function unpack(bytes: Buffer): Promise<string> {
  if (bytes[0] === PLAIN) return bytes.subarray(1).toString('utf8')
  if (bytes[0] !== PACKED) throw new Error('seal: unknown packing')
  // For a record's few hundred bytes a thread's turn costs several times the work; a picture is worth one.
  if (bytes.length < SMALL) return inflateSync(bytes.subarray(1), { ...LIMITS, chunkSize: SMALL }).toString('utf8')
  return (await inflateElsewhere(bytes.subarray(1), LIMITS)).toString('utf8')
}
