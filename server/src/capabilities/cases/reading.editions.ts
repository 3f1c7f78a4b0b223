import type { Tx } from '../../kernel/db.ts'
import { publishedProfiles } from './editions.ts'
import { editionUnknown } from './problems.ts'
import type { DiseaseProfile } from './rules.ts'
import { type EditionRow, listDrafts, listFixed } from './sql.editions.ts'

const unwritten = { basedOn: null, draftId: null, version: null, decided: null }

/** The county's editions, drafts among them; the published ones for a county that has not been given any yet. */
export async function allEditions(tx: Tx): Promise<EditionRow[]> {
  const fixed = await listFixed(tx)
  if (fixed.length === 0) return publishedProfiles.map((profile) => ({ ...profile, ...unwritten }))
  return [...fixed.map(completed), ...(await listDrafts(tx))]
}

/**
 * Counties were given the published editions before these said everything in a form that machines read and in both languages. What
 * they lack is what was always meant; their figures are left as they are.
 */
export function completed<P extends Pick<DiseaseProfile, 'code' | 'body'>>(kept: P): P {
  const published = publishedProfiles.find(({ code }) => code === kept.code)?.body
  if (!published) return kept
  const { symptoms, release } = published
  const words = { ...(symptoms && { symptoms }), ...(release && { release }) }
  return { ...kept, body: { ...published, ...kept.body, ...words } }
}

export const isDraft = ({ draftId, decided }: EditionRow): boolean => draftId !== null && decided === null

export function pick(editions: readonly EditionRow[], code: string): EditionRow {
  const found = editions.find((edition) => edition.code === code)
  if (!found) throw editionUnknown({ code })
  return found
}
