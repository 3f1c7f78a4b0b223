import type { CarriedReceipt } from '../database.ts'

/** Line by line what the server made its mark over (docs/adr/0122). */
export const saidBy = (one: CarriedReceipt): string =>
  (one.ok
    ? [one.id, 'ok', one.receivedAt, one.arrival, one.fever === true]
    : [one.id, 'refused', one.code, one.resend, one.zh, one.en]
  ).join('\n')

/** Whoever carried the record has never had the key: a receipt that fits it comes from the server. */
export async function isProved(receiptKey: Uint8Array<ArrayBuffer>, receipt: CarriedReceipt): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', receiptKey, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mark = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(saidBy(receipt))))
  const given = bytesFrom(receipt.proof)
  return given.length === MARK_BYTES && given.every((byte, at) => byte === mark[at])
}

const MARK_BYTES = 16
function bytesFrom(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
