import type { Ctx } from '../../kernel/operation.ts'
import { publishedProfiles } from './editions.ts'
import { type DiseaseProfile, editionAt } from './rules.ts'
import { keepProfiles, listKept } from './sql.ts'

/**
 * Read for every screening, changed a few times a year: a county's list is kept for a minute. The edition itself is chosen by
 * date each time, so the change at midnight is not late.
 */
const REMEMBER_MS = 60_000
const remembered = new Map<number, { until: number; profiles: readonly DiseaseProfile[] }>()

/** The county's own profiles; the published ones for a county that has not been given any yet. */
export async function listProfiles(ctx: Pick<Ctx, 'tx' | 'actor' | 'now'>): Promise<readonly DiseaseProfile[]> {
  const kept = await listKept(ctx.tx)
  const profiles = kept.length > 0 ? kept : publishedProfiles
  remembered.set(ctx.actor.county, { until: ctx.now.getTime() + REMEMBER_MS, profiles })
  return profiles
}

/** The edition by which a reading taken at that moment is judged. */
export async function profileInForce(
  ctx: Pick<Ctx, 'tx' | 'actor' | 'now'>,
  at: Date,
  disease = 'covid19',
): Promise<DiseaseProfile> {
  const profile = editionAt(await profilesNow(ctx), disease, at)
  if (!profile) throw new Error(`cases: no profile of ${disease}`)
  return profile
}

/** For a batch whose readings were taken at many moments: one look-up, then `editionAt` for each. */
export async function profilesNow(ctx: Pick<Ctx, 'tx' | 'actor' | 'now'>): Promise<readonly DiseaseProfile[]> {
  const known = remembered.get(ctx.actor.county)
  return known && known.until > ctx.now.getTime() ? known.profiles : listProfiles(ctx)
}

/** Gives a county its profiles. Safe to repeat: what the county has is never touched. Returns how many were new. */
export async function seedProfiles(ctx: Pick<Ctx, 'tx' | 'actor' | 'now'>): Promise<number> {
  remembered.delete(ctx.actor.county)
  return keepProfiles(ctx.tx, ctx.actor.county, ctx.now, publishedProfiles)
}
