import { z } from 'zod'
import { DivisionCode } from './schema.ts'

/**
 * Where a page ended of a list that goes from division to division, as an opaque cursor. A broken cursor is none: the list begins
 * again. Null when the page was not full: there is no more.
 */
export interface DivisionPlace {
  division: string
  id: string
}
const DivisionCursor = z.tuple([DivisionCode, z.guid()])
export function afterDivision(cursor: string | undefined): DivisionPlace | null {
  const [division, id] = DivisionCursor.safeParse(cursor?.split('.')).data ?? []
  return division && id ? { division, id } : null
}
export function cursorByDivision<T>(rows: readonly T[], limit: number, key: (row: T) => DivisionPlace): string | null {
  const last = lastOf(rows, limit)
  return last ? [key(last).division, key(last).id].join('.') : null
}

/** The same from door to door, in the order in which somebody walks past them. */
interface DoorPlace extends DivisionPlace {
  walkOrder: number
}
const WalkOrder = z.string().regex(/^\d{1,9}$/)
const DoorCursor = z.tuple([DivisionCode, WalkOrder, z.guid()])
export function afterDoor(cursor: string | null | undefined): DoorPlace | null {
  const [division, walkOrder, id] = DoorCursor.safeParse(cursor?.split('.')).data ?? []
  return division && walkOrder && id ? { division, walkOrder: Number(walkOrder), id } : null
}
export function cursorByDoor<T>(rows: readonly T[], limit: number, key: (row: T) => DoorPlace): string | null {
  const last = lastOf(rows, limit)
  return last ? [key(last).division, key(last).walkOrder, key(last).id].join('.') : null
}

/** And from block to block of a village, in the order of their first doors. */
export function afterBlock(cursor: string | undefined): { door: number; unit: string } | null {
  const [, door, unit] = /^(\d{1,9})~(.*)$/su.exec(cursor ?? '') ?? []
  return door !== undefined && unit !== undefined ? { door: Number(door), unit } : null
}
export function cursorByBlock(rows: readonly { firstDoor: number; unit: string }[], limit: number): string | null {
  const last = lastOf(rows, limit)
  return last ? `${last.firstDoor}~${last.unit}` : null
}

const lastOf = <T>(rows: readonly T[], limit: number): T | undefined => (rows.length < limit ? undefined : rows.at(-1))
