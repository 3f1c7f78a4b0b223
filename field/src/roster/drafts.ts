import { database } from '../database.ts'
import { keyOf } from './lock.ts'
import { lockValue, openValue } from './personal.ts'

/** Forms half filled in. They name people, so they stand under the key of whoever fills them in. */
let last: Promise<unknown> = Promise.resolve()

/** One after the other: encrypting takes a moment, and an older state must not overtake a newer one. */
export function keepDraft(key: string, owner: string, content: unknown): Promise<void> {
  const personal = keyOf(owner)
  const written = last.then(async () => {
    await database.drafts.put({ key, owner, locked: await lockValue(personal, content), changedAt: Date.now() })
  })
  last = written.catch(() => undefined)
  return written
}

export async function readDraft(key: string, owner: string): Promise<unknown> {
  const draft = await database.drafts.get(key)
  if (!draft || draft.owner !== owner) return undefined
  return draft.locked ? openValue(keyOf(owner), draft.locked) : draft.content
}

/** Before a record takes a draft away: a state that is still being written would come back after it. */
export const draftsWritten = (): Promise<unknown> => last
