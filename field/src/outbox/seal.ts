import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256, type SenderContext } from '@hpke/core'

/**
 * Seals a record for the server alone: once it is sealed, this phone cannot read it either. Version, key, the sender's half of
 * the agreement, nonce, body; docs/adr/0092.
 */
export interface FieldKey {
  id: string
  publicKey: string
}

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
const fromHex = (text: string): number[] => (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
const VERSION = 1
const PURPOSE = 'qunfang-field-1'

/** Costly on a cheap phone, so it is agreed once and thrown away when the phone is locked. */
let sender: { keyId: string; context: Promise<SenderContext> } | null = null
export const forgetSender = (): void => {
  sender = null
}

function senderFor(key: FieldKey): Promise<SenderContext> {
  if (sender?.keyId === key.id) return sender.context
  const context = suite.kem
    .importKey('raw', fromBase64(key.publicKey).buffer, true)
    .then((recipientPublicKey) => suite.createSenderContext({ recipientPublicKey, info: bytesOf(PURPOSE).buffer }))
  sender = { keyId: key.id, context }
  context.catch(forgetSender)
  return context
}

/** `receiptKey` is a secret that only the server can work out too: by it a receipt that somebody else brings is known as the server's. */
export interface SealedRecord {
  sealed: Uint8Array<ArrayBuffer>
  receiptKey: Uint8Array<ArrayBuffer>
}

export async function sealFor(key: FieldKey, recordId: string, text: string): Promise<SealedRecord> {
  const context = await senderFor(key)
  const secret = await context.export(bytesOf(recordId).buffer, 32)
  const head = Uint8Array.of(VERSION, ...fromHex(key.id), ...new Uint8Array(context.enc))
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const aes = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt'])
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: head },
    aes,
    await packed(bytesOf(text)),
  )
  const receiptKey = new Uint8Array(await context.export(bytesOf(`receipt/${recordId}`).buffer, 32))
  return { sealed: joined(head, nonce, new Uint8Array(body)), receiptKey }
}

const PLAIN = 0
const DEFLATED = 1
/** Sealed bytes cannot be packed any more, so it is done before; browsers that cannot send a third more. */
async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof CompressionStream === 'undefined') return joined(Uint8Array.of(PLAIN), bytes)
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return joined(Uint8Array.of(DEFLATED), new Uint8Array(await new Response(stream).arrayBuffer()))
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
