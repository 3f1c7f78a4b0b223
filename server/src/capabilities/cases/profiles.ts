import type { Tx } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { publishedProfiles } from './editions.ts'
import { diseaseUnknown } from './problems.ts'
import { completed } from './reading.editions.ts'
import { type DiseaseProfile, editionAt, editionsOf } from './rules.ts'
import { keepProfiles, listKept } from './sql.ts'

/** The county's own profiles; the published ones for a county that has not been given any yet. */
export async function listProfiles(tx: Tx): Promise<readonly DiseaseProfile[]> {
  const kept = await listKept(tx)
  return kept.length > 0 ? kept.map(completed) : publishedProfiles
}

/** Editions change a few times a year and every reading asks for them. */
const REMEMBER_MS = 5_000
const remembered = new Map<number, { profiles: readonly DiseaseProfile[]; at: number }>()

async function recentProfiles({ tx, actor, now }: Ctx): Promise<readonly DiseaseProfile[]> {
  const known = remembered.get(actor.county)
  if (known && Math.abs(now.getTime() - known.at) < REMEMBER_MS) return known.profiles
  const profiles = await listProfiles(tx)
  remembered.set(actor.county, { profiles, at: now.getTime() })
  return profiles
}

/** By which edition a reading is judged: one look-up for a batch whose readings were taken at many moments. */
export async function profilesInForce(ctx: Ctx, disease: string): Promise<(at: Date) => DiseaseProfile> {
  const editions = editionsOf(await recentProfiles(ctx), disease)
  return (at) => {
    const profile = editionAt(editions, at)
    if (!profile) throw diseaseUnknown({ disease })
    return profile
  }
}

export async function profileInForce(ctx: Ctx, at: Date, disease = 'covid-19'): Promise<DiseaseProfile> {
  return (await profilesInForce(ctx, disease))(at)
}

export const forgetRemembered = (county: number): boolean => remembered.delete(county)

/** By the code that an episode or an order keeps. */
export async function profilesByCode(ctx: Ctx): Promise<ReadonlyMap<string, DiseaseProfile>> {
  return new Map((await recentProfiles(ctx)).map((profile) => [profile.code, profile]))
}

/** Gives a county its profiles. Safe to repeat: what the county has is never touched. Returns how many were new. */
export function seedProfiles({ tx, actor, now }: Ctx): Promise<number> {
  forgetRemembered(actor.county)
  return keepProfiles(tx, actor.county, now, publishedProfiles)
}
