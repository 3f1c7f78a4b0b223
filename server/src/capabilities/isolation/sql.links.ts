import { setScope, type Tx } from '../../kernel/db.ts'
import { type Ctx, scopeOf, systemActor } from '../../kernel/operation.ts'

/**
 * Whoever holds a link has no scope of their own. The transaction acts as the system for the moment of `work`, and is nobody's again
 * afterwards; when `work` throws, it is rolled back anyway.
 */
export async function asHolder<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = systemActor(ctx.actor.county)
  await setScope(ctx.tx, scopeOf(actor, null))
  const done = await work({ ...ctx, actor })
  // What was left to the commit has to be sent under this scope.
  await Promise.all(ctx.meanwhile)
  await setScope(ctx.tx, scopeOf(ctx.actor, ctx.purpose))
  return done
}

export interface NewLink {
  county: number
  id: string
  division: string
  order_id: string
  code_hash: Buffer
  made_by: string | null
  made_at: Date
  expires_at: Date
}
/** False when the id is taken: a code is said once, so nothing is ever sent again. */
export async function keepLink(tx: Tx, row: NewLink): Promise<boolean> {
  const kept = await tx`insert into isolation.reading_link ${tx(row)} on conflict do nothing returning id`
  return kept.length > 0
}

export interface FoundLink {
  id: string
  orderId: string
  division: string
  expiresAt: Date
}
/** One that is still good: neither used nor expired. */
export async function findLink(tx: Tx, codeHash: Buffer, now: Date): Promise<FoundLink | null> {
  const [found] = await tx<FoundLink[]>`
    select l.id, l.order_id as "orderId", l.division, l.expires_at as "expiresAt" from isolation.reading_link l
    where l.county = (select kernel.app_county()) and l.code_hash = ${codeHash} and l.expires_at > ${now}
      and not exists (select from isolation.reading_link_use u where u.county = l.county and u.link_id = l.id)`
  return found ?? null
}

/** False when somebody was quicker. */
export async function useLink(
  tx: Tx,
  row: { county: number; link_id: string; division: string; reading_id: string; used_at: Date },
): Promise<boolean> {
  const kept = await tx`insert into isolation.reading_link_use ${tx(row)} on conflict do nothing returning link_id`
  return kept.length > 0
}
