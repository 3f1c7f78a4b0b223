import { keepOne } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import type { Actor, Ctx } from '../../kernel/operation.ts'
import { digestOf } from '../../kernel/seal.ts'
import { isAhead } from '../places/rules.clock.ts'
import { mayWorkAt } from './policy.ts'
import { outOfTime, siteClosed, siteUnknown } from './problems.ts'
import { Kept } from './schema.ts'
import { type Fact, findSites, type Site } from './sql.ts'

interface Sent {
  id: string
  at: string
}
type KeptHere = { id: string; arrival: 'new' | 'again' }

/** What a device's clock said, put right by as much as it was wrong. */
export const saidAt = ({ clockOffsetMs }: Ctx, at: string): Date => new Date(Date.parse(at) + clockOffsetMs)

/** What every fact says about its origin; the digest covers what was sent and nothing the server added. */
export const originOf = (ctx: Ctx, site: Pick<Site, 'division'>, sent: Sent): Fact => ({
  county: ctx.actor.county,
  id: sent.id,
  division: site.division,
  at: saidAt(ctx, sent.at),
  recorded_by: ctx.actor.accountId,
  received_at: ctx.now,
  digest: digestOf(sent),
})

export async function loadSite({ tx }: Ctx, { siteId }: { siteId: string }): Promise<Site> {
  const site = (await findSites(tx, [siteId])).get(siteId)
  if (!site) throw siteUnknown({ id: siteId })
  return site
}

/** While the site was open, and not in the future. */
export function timeProblem(site: Site, at: Date, now: Date) {
  if (isAhead(at, now) || at < site.openedAt) return outOfTime({ at: at.toISOString() })
  if (site.closedAt && at > site.closedAt) return siteClosed({ closedAt: site.closedAt.toISOString() })
  return null
}

export const tell = (ctx: Ctx, { id, division }: Pick<Site, 'id' | 'division'>): void =>
  announce(ctx, [{ kind: 'site', division, ids: [id] }])

/** Keeps one fact of a site, once. */
export async function keepAt(
  ctx: Ctx,
  { site, sent, table }: { site: Site; sent: Sent; table: `sites.${string}` },
  said: Record<string, unknown>,
): Promise<KeptHere> {
  const row = originOf(ctx, site, sent)
  const problem = timeProblem(site, row.at, ctx.now)
  if (problem) throw problem
  const arrival = await keepOne(ctx, table, { ...row, ...said })
  if (arrival === 'new') tell(ctx, site)
  return { id: sent.id, arrival }
}

/** What operations that record something about a site have in common. */
export const aboutSite = {
  kind: 'write' as const,
  output: Kept,
  load: loadSite,
  allow: (actor: Actor, site: Site): boolean => mayWorkAt(actor, site),
  audit: ({ input, output, loaded }: { input: { id: string }; output: KeptHere; loaded: Site }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { record: input.id, arrival: output.arrival },
  }),
}
