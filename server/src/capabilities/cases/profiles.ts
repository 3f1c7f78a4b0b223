import type { Tx } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { publishedProfiles } from './editions.ts'
import { type DiseaseProfile, editionAt } from './rules.ts'
import { keepProfiles, listKept } from './sql.ts'

/** The county's own profiles; the published ones for a county that has not been given any yet. */
export async function listProfiles(tx: Tx): Promise<readonly DiseaseProfile[]> {
  const kept = await listKept(tx)
  return kept.length > 0 ? kept : publishedProfiles
}

/** By which edition a reading is judged: one look-up for a batch whose readings were taken at many moments. */
export async function profilesInForce(tx: Tx, disease: string): Promise<(at: Date) => DiseaseProfile> {
  const profiles = await listProfiles(tx)
  return (at) => {
    const profile = editionAt(profiles, disease, at)
    if (!profile) throw new Error(`cases: no profile of ${disease}`)
    return profile
  }
}

export async function profileInForce(tx: Tx, at: Date, disease = 'covid-19'): Promise<DiseaseProfile> {
  return (await profilesInForce(tx, disease))(at)
}

/** Gives a county its profiles. Safe to repeat: what the county has is never touched. Returns how many were new. */
export function seedProfiles({ tx, actor, now }: Ctx): Promise<number> {
  return keepProfiles(tx, actor.county, now, publishedProfiles)
}
