import { setScope, type Tx } from '../../kernel/db.ts'
import { type Ctx, scopeOf, systemActor } from '../../kernel/operation.ts'
import type { Class, Kind } from './rules.ts'

/** Whoever reads the public list has no scope of their own: for the moment of `work` the transaction sees the county's closures. */
export async function forEverybody<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = systemActor(ctx.actor.county)
  await setScope(ctx.tx, scopeOf(actor, null))
  const done = await work({ ...ctx, actor })
  await setScope(ctx.tx, scopeOf(ctx.actor, ctx.purpose))
  return done
}

export interface PublicRow {
  id: string
  division: string
  name: string
  kind: Kind
  class: Class
  since: Date
  until: Date
  documentNo: string
  authority: string
  appeal: string
}
export const listPublic = (
  tx: Tx,
  asked: {
    area: string
    class: Class | null
    moment: Date
    after: { division: string; id: string } | null
    limit: number
  },
) => tx<PublicRow[]>`
  select s.id, s.division, s.name, s.kind, s.class, s.since, s.until, o.document_no as "documentNo", o.authority, o.appeal
  from closures.subjects_at(${asked.moment}) s join closures.order_now o on o.county = s.county and o.id = s.order_id
  where s.division >= ${asked.area} and s.division < ${`${asked.area}:`} and s.until > ${asked.moment}
    ${asked.class ? tx`and s.class = ${asked.class}` : tx``}
    ${asked.after ? tx`and (s.division, s.id) > (${asked.after.division} collate "C", ${asked.after.id}::uuid)` : tx``}
  order by s.division, s.id limit ${asked.limit}`
