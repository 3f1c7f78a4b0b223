import type { Ctx } from '../../kernel/operation.ts'
import { maskedMany } from './looking.ts'
import { openDoor } from './moving.ts'
import { mayUnmask } from './policy.ts'
import type { Relation } from './rules.ts'
import { type CarriedHome, homesOfPersons, listCarriedHomes } from './sql.carrying.ts'

/** A household as a phone carries it: enough to find the door and to ask for the right people, no numbers. */
export interface HomeToCarry {
  id: string
  compoundId: string | null
  block: string | null
  walkOrder: number
  members: Array<{ personId: string; relation: Relation }>
  door: string | null
  /** In the order of `members`, masked as on every screen. */
  names: Array<string | null>
}

async function shown(ctx: Ctx, homes: readonly CarriedHome[]): Promise<HomeToCarry[]> {
  const doors = mayUnmask(ctx.actor, ctx.purpose, ['address'])
  const persons = await maskedMany(
    ctx,
    homes.flatMap(({ members }) => members.map(({ personId }) => personId)),
    doors ? ['address'] : [],
  )
  return homes.map(({ dwellingId, door, ...home }) => ({
    ...home,
    door: doors ? openDoor(ctx.actor.county, dwellingId, door) : null,
    names: home.members.map(({ personId }) => persons.get(personId)?.name ?? null),
  }))
}

/** Pages of a village by household id, each person one look. */
export const homesToCarry = async (ctx: Ctx, village: string, after: string | null, limit: number) =>
  shown(ctx, await listCarriedHomes(ctx.tx, village, { after, limit }))

/** These households, and those where these persons live, as they are now; one that is not in the answer is not there any more. */
export async function changedHomes(
  ctx: Ctx,
  village: string,
  changed: { households: readonly string[]; persons: readonly string[] },
): Promise<{ asked: string[]; homes: HomeToCarry[] }> {
  const also = changed.persons.length > 0 ? await homesOfPersons(ctx.tx, village, changed.persons) : []
  const asked = [...new Set([...changed.households, ...also])]
  const homes = asked.length > 0 ? await shown(ctx, await listCarriedHomes(ctx.tx, village, { ids: asked })) : []
  return { asked, homes }
}
