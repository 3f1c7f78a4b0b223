import { knownAheadMs } from '../device/clock.ts'
import type { Entry } from './entry.ts'
import { findFieldKey } from './field-key.ts'
import { kinds } from './kinds.ts'
import { type SealedRecord, sealFor } from './seal.ts'

declare const APP_VERSION: string

type Written = Pick<Entry, 'id' | 'owner' | 'kind' | 'recordedAt'> & { content: Record<string, unknown> }

/** Who wrote it and when stand inside, where nobody on the way can change them. Null while there is no key or nobody to name. */
export async function sealEntry(
  { id, owner, kind, recordedAt, content }: Written,
  token: string | null,
): Promise<SealedRecord | null> {
  const key = token ? await findFieldKey() : null
  if (!key) return null
  const inside = {
    operation: kinds[kind].operation,
    token,
    by: owner,
    at: recordedAt,
    aheadMs: knownAheadMs(recordedAt),
    app: APP_VERSION,
    content,
  }
  return sealFor(key, id, JSON.stringify(inside))
}
