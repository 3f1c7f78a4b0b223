import type { Ctx } from '../../kernel/operation.ts'
import { maskedMany } from './looking.ts'
import { openDoor } from './moving.ts'
import { mayUnmask } from './policy.ts'
import type { Relation } from './rules.ts'
import type { MaskedPerson } from './schema.ts'
import { listBehindDoors } from './sql.rosters.ts'

export interface BehindDoor {
  /** Whole for those who may see an address for this purpose. */
  door: string | null
  members: Array<{ relation: Relation; person: MaskedPerson }>
}

/**
 * Whom a neighbour's list of households would knock at, by household: masked, for a purpose, each look on record. A household
 * that lives outside the reader's area is not in the map.
 */
export async function behindDoors(
  ctx: Ctx,
  householdIds: readonly string[],
  who: 'heads' | 'everybody',
): Promise<Map<string, BehindDoor>> {
  const rows = await listBehindDoors(ctx.tx, householdIds, who)
  const shows = mayUnmask(ctx.actor, ctx.purpose, ['address'])
  const persons = await maskedMany(
    ctx,
    rows.flatMap(({ personId }) => personId ?? []),
    shows ? ['address'] : [],
  )
  const found = new Map<string, BehindDoor>()
  for (const { householdId, dwellingId, door, personId, relation } of rows) {
    const behind = found.get(householdId) ?? {
      door: shows ? openDoor(ctx.actor.county, dwellingId, door) : null,
      members: [],
    }
    found.set(householdId, behind)
    const person = personId ? persons.get(personId) : undefined
    if (person && relation) behind.members.push({ relation, person })
  }
  return found
}

/** Only the doors, of households whose people the caller shows by themselves; a household outside the reader's area is not in the map. */
export async function doorsOf(ctx: Ctx, householdIds: readonly string[]): Promise<Map<string, string | null>> {
  if (householdIds.length === 0 || !mayUnmask(ctx.actor, ctx.purpose, ['address'])) return new Map()
  const rows = await listBehindDoors(ctx.tx, householdIds, 'nobody')
  return new Map(
    rows.map(({ householdId, dwellingId, door }) => [householdId, openDoor(ctx.actor.county, dwellingId, door)]),
  )
}
