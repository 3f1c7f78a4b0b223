/** A county keeps one clock. */
const ZONE_MS = 8 * 3_600_000
const OFFSET = '+08:00'

/** The device clock as an instant in the county's zone, the form every record carries. */
export function instant(at: number = Date.now()): string {
  return `${new Date(at + ZONE_MS).toISOString().slice(0, 19)}${OFFSET}`
}

/** The calendar day in the county's zone. */
export const dayOf = (at: number = Date.now()): string => instant(at).slice(0, 10)
export const timeOf = (recordedAt: string): string => instant(Date.parse(recordedAt)).slice(11, 16)
/** 02-06 08:00, short enough for a phone. */
export const shortMoment = (at: number | string): string =>
  instant(new Date(at).getTime()).slice(5, 16).replace('T', ' ')
/** What `<input type="datetime-local">` holds, read as the county's time. */
export const fromLocalInput = (local: string): string => `${local.slice(0, 16)}:00${OFFSET}`

/** The server's `Date` header counts whole seconds, and the answer took a while to come. */
const NOISE_MS = 3000
const WORTH_SAYING_MS = 2 * 60_000

export interface Offset {
  ms: number
  worthSaying: boolean
}

/** How far this device is ahead (+) or behind (−), from an answer that left the server at `serverDate`. */
export function offsetFrom(serverDate: string | null, now: number = Date.now()): Offset | null {
  const server = Date.parse(serverDate ?? '')
  if (Number.isNaN(server)) return null
  const ms = now - server
  return { ms: Math.abs(ms) <= NOISE_MS ? 0 : ms, worthSaying: Math.abs(ms) > WORTH_SAYING_MS }
}

let seen: { ms: number; at: number; elapsed: number } | null = null
/** Told of every answer of the server, with what it showed. */
export function clockSeen({ ms }: Offset): void {
  seen = { ms, at: Date.now(), elapsed: performance.now() }
}

const FRESH_MS = 15 * 60_000
const JUMP_MS = 5_000
/**
 * How far the device was ahead when it wrote something, as far as an answer of the last minutes can tell. A clock that was set in
 * between, or a phone that slept, leaves it open: then the moment of sending has to do.
 */
export function knownAheadMs(recordedAt: string): number | null {
  const now = Date.now()
  if (!seen || Math.abs(now - Date.parse(recordedAt)) > FRESH_MS) return null
  const passed = now - seen.at
  const jumped = Math.abs(passed - (performance.now() - seen.elapsed)) > JUMP_MS
  return jumped || passed > FRESH_MS ? null : seen.ms
}
