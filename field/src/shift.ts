import { database, type StoredSession } from './database.ts'

/** The shift this phone works in. Opened offline it has its id at once, so every passage can name it. */
export interface RunningShift {
  id: string
  startedAt: string
  members: number
}

const keyOf = (session: StoredSession): string => `shift:${session.placeId ?? ''}`

export const findShift = async (session: StoredSession): Promise<RunningShift | null> =>
  ((await database.remembered.get(keyOf(session)))?.value as RunningShift | undefined) ?? null

export async function rememberShift(session: StoredSession, shift: RunningShift | null): Promise<void> {
  if (shift) await database.remembered.put({ key: keyOf(session), value: shift })
  else await database.remembered.delete(keyOf(session))
}
