/**
 * What belongs to one person on this phone (drafts, the session's token, names in the replica) stands encrypted under a key of
 * that person's own, and that key under the PIN. Nothing of it is needed to deliver a record.
 */
export interface Locked {
  iv: Uint8Array<ArrayBuffer>
  body: ArrayBuffer
}
export interface WrappedKey {
  salt: Uint8Array<ArrayBuffer>
  rounds: number
  wrapped: Locked
}

/** A fifth of a second on a desk, a second on a cheap phone. A PIN has few digits, and this is all that makes each guess dear. */
export const ROUNDS = 600_000

const text = (said: string) => new TextEncoder().encode(said)

async function pinKey(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', text(pin), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const importKey = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

export async function newPersonalKey(pin: string, rounds = ROUNDS): Promise<{ key: CryptoKey; wrapped: WrappedKey }> {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const wrapped = await encrypt(await pinKey(pin, salt, rounds), raw)
  return { key: await importKey(raw), wrapped: { salt, rounds, wrapped } }
}

/** Null when the PIN is not the one. */
export async function openPersonalKey(pin: string, { salt, rounds, wrapped }: WrappedKey): Promise<CryptoKey | null> {
  try {
    return await importKey(await decrypt(await pinKey(pin, salt, rounds), wrapped))
  } catch {
    return null
  }
}

async function encrypt(key: CryptoKey, bytes: BufferSource): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, body: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) }
}

const decrypt = (key: CryptoKey, { iv, body }: Locked): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, body)

export const lockValue = (key: CryptoKey, value: unknown): Promise<Locked> => encrypt(key, text(JSON.stringify(value)))

export const openValue = async (key: CryptoKey, locked: Locked): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await decrypt(key, locked)))
