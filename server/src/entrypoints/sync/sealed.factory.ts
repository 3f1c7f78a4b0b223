import { randomUUID } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { fieldKey } from '../../kernel/seal.ts'

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

interface Written {
  operation: string
  token: string
  by: string
  content: Record<string, unknown>
  at?: string
  aheadMs?: number | null
}

/** What a phone would send, sealed as the app seals it, but by its own few lines. */
export async function aSealed(written: Written, given: Given = {}) {
  const { id, sealed } = await aSealedToProve(written, given)
  return { id, sealed }
}

interface Given {
  id?: string
  key?: { id: string; publicKey: string }
}
export async function aSealedToProve(written: Written, { id = randomUUID(), key = fieldKey() }: Given = {}) {
  const inside = { at: new Date().toISOString(), aheadMs: null, ...written }
  const { bytes, receiptKey } = await sealRecord(JSON.stringify(inside), id, key)
  return { id, sealed: bytes.toString('base64'), receiptKey }
}

export const sealBytes = async (text: string, id: string, key = fieldKey()): Promise<Buffer> =>
  (await sealRecord(text, id, key)).bytes

/** With the secret by which this phone knows a receipt for the record. */
async function sealRecord(text: string, id: string, key: ReturnType<typeof fieldKey>) {
  const point = new Uint8Array(Buffer.from(key.publicKey, 'base64'))
  const recipientPublicKey = await suite.kem.importKey('raw', point.buffer, true)
  const info = new TextEncoder().encode('qunfang-field-1').buffer
  const sender = await suite.createSenderContext({ recipientPublicKey, info })
  const secret = await sender.export(new TextEncoder().encode(id).buffer, 32)
  const head = Buffer.concat([Buffer.of(1), Buffer.from(key.id, 'hex'), Buffer.from(sender.enc)])
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const aes = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt'])
  const packed = new Uint8Array(Buffer.concat([Buffer.of(1), deflateSync(text)]))
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: new Uint8Array(head) },
    aes,
    packed,
  )
  const receiptKey = Buffer.from(await sender.export(new TextEncoder().encode(`receipt/${id}`).buffer, 32))
  return { bytes: Buffer.concat([head, nonce, Buffer.from(body)]), receiptKey }
}
