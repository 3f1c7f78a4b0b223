import type { Ctx } from '../../kernel/operation.ts'
import { checkDocument } from './rules.ts'
import { documentDigest } from './sealed.ts'
import { listKnown } from './sql.ts'

/**
 * Whose an identity card is, for a neighbour whose sender has the whole number already; by the number as it was given. Somebody the
 * county has not met, or whom the asker may not see, is not in the map.
 */
export async function personsByDocument({ tx, actor }: Ctx, numbers: readonly string[]): Promise<Map<string, string>> {
  const digests = new Map<string, string>()
  for (const number of new Set(numbers)) {
    const checked = checkDocument({ kind: 'resident-id', number })
    if (checked.ok && checked.value) digests.set(documentDigest(actor.county, checked.value).toString('hex'), number)
  }
  if (digests.size === 0) return new Map()
  const known = await listKnown(
    tx,
    [...digests.keys()].map((hex) => Buffer.from(hex, 'hex')),
  )
  return new Map(
    known.flatMap(({ digest, personId, visible }) => {
      const number = digests.get(digest.toString('hex'))
      return visible && number ? [[number, personId] as const] : []
    }),
  )
}
