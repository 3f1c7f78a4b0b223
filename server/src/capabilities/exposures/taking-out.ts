import type { Ctx } from '../../kernel/operation.ts'
import { cursorOf, positionOf } from '../../kernel/operation.ts'
import { type RosterField, type Shown, shownMany } from '../people/index.ts'
import { mayTrace } from './policy.ts'
import { categoryUnknown } from './problems.ts'
import { categoriesOf, countMembers, listMembers } from './sql.members.ts'
import { listCategories } from './sql.places.ts'

export interface ListedMember {
  division: string
  since: Date
  until: Date | null
  /** In the county's own words. */
  categories: string[]
  shown: Shown
}

interface Asked {
  category: string
  area: string
  moment: Date
}

/** How many a file of this line list would hold. */
export async function countLineList({ tx }: Ctx, { category, area, moment }: Asked): Promise<number> {
  const known = (await listCategories(tx)).some(({ code }) => code === category)
  if (!known) throw categoryUnknown({ code: category })
  return (await countMembers(tx, area, moment)).get(category) ?? 0
}

/** A page of a line list whole, for a file that is taken out; each person is a look. */
export async function lineListPage(
  ctx: Ctx,
  asked: Asked & { after: string | null; limit: number; fields: readonly RosterField[] },
): Promise<{ rows: ListedMember[]; next: string | null }> {
  const { category, area, moment, after, limit, fields } = asked
  if (!mayTrace(ctx.actor, ctx.purpose, area)) return { rows: [], next: null }
  const members = await listMembers(ctx.tx, { category, area, moment, before: positionOf(after ?? undefined), limit })
  const ids = members.map(({ personId }) => personId)
  const shown = await shownMany(ctx, ids, fields)
  const [categories, defined] = await Promise.all([categoriesOf(ctx.tx, ids, moment), listCategories(ctx.tx)])
  const names = new Map(defined.map(({ code, zh }) => [code, zh]))
  const rows = members.map(({ personId, division, since, until }) => ({
    division,
    since,
    until,
    categories: (categories.get(personId) ?? []).map((code) => names.get(code) ?? code),
    shown: shown.get(personId) ?? {},
  }))
  return { rows, next: cursorOf(members, limit, ({ since, personId }) => ({ at: since, id: personId })) }
}
