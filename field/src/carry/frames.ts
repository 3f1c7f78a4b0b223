/**
 * A parcel as a run of QR codes that one phone shows and another films. Every code says which of how many it is and of what, so they
 * may come in any order and as often as they like; the parcel's own digest says whether the whole is right.
 */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Base 45 (RFC 9285): the signs that a QR code keeps in five and a half bits. */
export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second] = [bytes[at], bytes[at + 1]]
    const value = second === undefined ? first : first * 256 + second
    text += `${SIGNS[value % 45]}${SIGNS[Math.floor(value / 45) % 45]}`
    if (second !== undefined) text += SIGNS[Math.floor(value / 2025)]
  }
  return text
}

export function fromBase45(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const values = [...text.slice(at, at + 3)].map((sign) => SIGNS.indexOf(sign))
    if (values.length === 1 || values.includes(-1)) return null
    const [a = 0, b = 0, c] = values
    const value = a + b * 45 + (c ?? 0) * 2025
    if (value > (c === undefined ? 255 : 65_535)) return null
    bytes.push(...(c === undefined ? [value] : [value >> 8, value & 255]))
  }
  return Uint8Array.from(bytes)
}

/** Read well from one cheap screen by another cheap camera: 77 squares a side. */
const BYTES_A_FRAME = 420
/** Half a minute of filming; more than that is better sent as a file. */
export const FRAMES_MAX = 150
const HEAD = 'QFP'

export const framesNeeded = (length: number): number => Math.max(1, Math.ceil(length / BYTES_A_FRAME))

export function framesOf(bytes: Uint8Array): string[] {
  const total = framesNeeded(bytes.length)
  const name = nameOf(bytes)
  return Array.from({ length: total }, (_, at) => {
    const part = bytes.subarray(at * BYTES_A_FRAME, (at + 1) * BYTES_A_FRAME)
    return [HEAD, name, `${at + 1}/${total}`, toBase45(part)].join(':')
  })
}

/** The last bytes are the parcel's digest: two parcels filmed one after the other are not mixed. */
const nameOf = (bytes: Uint8Array): string =>
  [...bytes.subarray(-4)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()

const FRAME = /^QFP:([0-9A-F]{8}):(\d{1,3})\/(\d{1,3}):(.+)$/s

export interface Filmed {
  name: string
  total: number
  parts: ReadonlyMap<number, Uint8Array>
}
/** What has been filmed so far, with one more code; what is no frame changes nothing. */
export function filmed(before: Filmed | null, text: string): Filmed | null {
  const [, name = '', nth = '', of = '', said = ''] = FRAME.exec(text) ?? []
  const [at, total] = [Number(nth), Number(of)]
  const part = fromBase45(said)
  if (!name || !part || at < 1 || at > total || total > FRAMES_MAX) return before
  const same = before?.name === name && before.total === total ? before : { name, total, parts: new Map() }
  if (same.parts.has(at)) return same === before ? before : same
  return { ...same, parts: new Map([...same.parts, [at, part]]) }
}

export function wholeOf({ total, parts }: Filmed): Uint8Array<ArrayBuffer> | null {
  if (parts.size < total) return null
  const bytes: number[] = []
  for (let at = 1; at <= total; at += 1) bytes.push(...(parts.get(at) ?? []))
  return Uint8Array.from(bytes)
}
