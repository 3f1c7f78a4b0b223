import type { Ctx } from '../../kernel/operation.ts'
import { seen } from './looking.ts'
import { openDoor } from './moving.ts'
import { mayUnmask } from './policy.ts'
import { purposeNotYours } from './problems.ts'
import type { Relation } from './rules.ts'
import { openField } from './sealed.ts'
import { listBehindDoors, listHouseholdRows } from './sql.rosters.ts'

export type RosterField = 'name' | 'document' | 'phone' | 'address'
export interface RosterRow {
  division: string
  householdId: string
  block: string | null
  relation: Relation
  /** Only what was asked for; a door is an address. */
  shown: Partial<Record<RosterField | 'door', string | null>>
}

/** Pages of who lives where, whole, for a file that is taken out: each person is one look, of these fields, for this purpose. */
export async function rosterPage(
  ctx: Ctx,
  asked: { division: string; after: string | null; limit: number; fields: readonly RosterField[] },
): Promise<{ rows: RosterRow[]; next: string | null }> {
  const { division, after, limit, fields } = asked
  if (!mayUnmask(ctx.actor, ctx.purpose, fields)) throw purposeNotYours({ purpose: ctx.purpose ?? '' })
  const homes = await listHouseholdRows(ctx.tx, { division, state: 'open', limit, ...(after ? { after } : {}) })
  const byId = new Map(homes.map((home) => [home.id, home]))
  const behind = await listBehindDoors(ctx.tx, [...byId.keys()], 'everybody')
  const standings = await seen(ctx, [...new Set(behind.flatMap(({ personId }) => personId ?? []))], fields)
  const order = new Map([...byId.keys()].map((id, at) => [id, at]))
  const rows = behind.flatMap(({ householdId, dwellingId, door, personId, relation }) => {
    const home = byId.get(householdId)
    const standing = personId ? standings.get(personId) : null
    if (!home || !standing || !relation) return []
    const shown: RosterRow['shown'] = {}
    for (const field of fields) shown[field] = openField(ctx.actor.county, standing, field)
    if (fields.includes('address')) shown.door = openDoor(ctx.actor.county, dwellingId, door)
    return [{ division: home.division, householdId, block: home.block, relation, shown }]
  })
  rows.sort((a, b) => (order.get(a.householdId) ?? 0) - (order.get(b.householdId) ?? 0))
  const last = homes.at(-1)
  const next = last && homes.length === limit ? `${last.division}.${last.walkOrder}.${last.id}` : null
  return { rows, next }
}
