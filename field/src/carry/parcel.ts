import type { CarriedReceipt } from '../database.ts'

/**
 * What goes from phone to phone when there is no network: sealed records on their way to the server, or the server's receipts on
 * their way back. Sign, kind, county, the parts with their lengths, and a digest over everything before it.
 */
export interface SealedItem {
  id: string
  sealed: Uint8Array<ArrayBuffer>
}
export type Parcel =
  | { kind: 'records'; county: number; items: SealedItem[] }
  | { kind: 'receipts'; county: number; receipts: CarriedReceipt[] }

const SIGN = [0x51, 0x46, 0x50, 0x31]
const KINDS = ['records', 'receipts'] as const
const ID_BYTES = 16
const DIGEST_BYTES = 16
const HEAD_BYTES = SIGN.length + 1 + 4
export const PARCEL_MAX = 8_000_000

const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, DIGEST_BYTES)

const idBytes = (id: string): number[] =>
  (id.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
function idOf(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
const number32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

export async function packParcel(parcel: Parcel): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [Uint8Array.from([...SIGN, KINDS.indexOf(parcel.kind)]), number32(parcel.county)]
  if (parcel.kind === 'records') {
    for (const { id, sealed } of parcel.items) {
      parts.push(Uint8Array.from(idBytes(id)), number32(sealed.length), sealed)
    }
  } else {
    parts.push(new TextEncoder().encode(JSON.stringify(parcel.receipts)))
  }
  const body = joined(parts)
  return joined([body, await digestOf(body)])
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Null for anything that is not whole: half a parcel is none. */
export async function openParcel(bytes: Uint8Array<ArrayBuffer>): Promise<Parcel | null> {
  if (bytes.length < HEAD_BYTES + DIGEST_BYTES || bytes.length > PARCEL_MAX) return null
  if (SIGN.some((byte, at) => bytes[at] !== byte)) return null
  const body = bytes.slice(0, -DIGEST_BYTES)
  const digest = await digestOf(body)
  if (digest.some((byte, at) => bytes[body.length + at] !== byte)) return null
  const county = new DataView(body.buffer).getUint32(SIGN.length + 1)
  const kind = KINDS[body[SIGN.length] ?? -1]
  if (kind === 'records') {
    const items = itemsIn(body.slice(HEAD_BYTES))
    return items && { kind, county, items }
  }
  if (kind !== 'receipts') return null
  const receipts = receiptsIn(body.slice(HEAD_BYTES))
  return receipts && { kind, county, receipts }
}

function itemsIn(bytes: Uint8Array<ArrayBuffer>): SealedItem[] | null {
  const items: SealedItem[] = []
  for (let at = 0; at < bytes.length; ) {
    if (at + ID_BYTES + 4 > bytes.length) return null
    const length = new DataView(bytes.buffer).getUint32(at + ID_BYTES)
    const from = at + ID_BYTES + 4
    if (from + length > bytes.length) return null
    items.push({ id: idOf(bytes.subarray(at, at + ID_BYTES)), sealed: bytes.slice(from, from + length) })
    at = from + length
  }
  return items
}

function receiptsIn(bytes: Uint8Array): CarriedReceipt[] | null {
  try {
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return Array.isArray(said) ? said.filter(isReceipt) : null
  } catch {
    return null
  }
}
function isReceipt(one: unknown): one is CarriedReceipt {
  const said = one as Partial<Record<string, unknown>> | null
  const texts =
    said?.ok === true ? ['id', 'receivedAt', 'arrival', 'proof'] : ['id', 'code', 'resend', 'zh', 'en', 'proof']
  return typeof said?.ok === 'boolean' && texts.every((key) => typeof said[key] === 'string')
}
