import type { Ctx } from '../../kernel/operation.ts'
import { afterDoor, cursorByDoor } from '../places/rules.cursors.ts'
import { seen } from './looking.ts'
import { openDoor } from './moving.ts'
import { mayUnmask } from './policy.ts'
import { purposeNotYours } from './problems.ts'
import type { Relation } from './rules.ts'
import { openField, type Standing } from './sealed.ts'
import { type HouseholdRow, listBehindDoors, listHouseholdRows } from './sql.rosters.ts'

export type RosterField = 'name' | 'document' | 'phone' | 'address'
/** Only what was asked for; a door is an address. */
export type Shown = Partial<Record<RosterField | 'door', string | null>>
export interface RosterRow {
  division: string
  householdId: string
  block: string | null
  relation: Relation
  shown: Shown
}
export interface HouseholdListed extends Omit<HouseholdRow, 'door' | 'headId' | 'dwellingId'> {
  /** Of the head; nobody's in an empty household. */
  shown: Shown
}

interface Page {
  division: string
  after: string | null
  limit: number
  fields: readonly RosterField[]
}

function refusePurpose({ actor, purpose }: Ctx, fields: readonly RosterField[]): void {
  if (!mayUnmask(actor, purpose, fields)) throw purposeNotYours({ purpose: purpose ?? '' })
}

const openHomes = ({ tx }: Ctx, { division, limit, after }: Page) =>
  listHouseholdRows(tx, { division, state: 'open', limit, after: afterDoor(after) })

const shownOf = (county: number, standing: Standing | null | undefined, fields: readonly RosterField[]): Shown =>
  standing ? Object.fromEntries(fields.map((field) => [field, openField(county, standing, field)])) : {}

/** Pages of who lives where, whole, for a file that is taken out: each person is one look, of these fields, for this purpose. */
export async function rosterPage(ctx: Ctx, asked: Page): Promise<{ rows: RosterRow[]; next: string | null }> {
  const { limit, fields } = asked
  refusePurpose(ctx, fields)
  const homes = await openHomes(ctx, asked)
  const byId = new Map(homes.map((home) => [home.id, home]))
  const behind = await listBehindDoors(ctx.tx, [...byId.keys()], 'everybody')
  const standings = await seen(ctx, [...new Set(behind.flatMap(({ personId }) => personId ?? []))], fields)
  const order = new Map([...byId.keys()].map((id, at) => [id, at]))
  const rows = behind.flatMap(({ householdId, dwellingId, door, personId, relation }) => {
    const home = byId.get(householdId)
    const standing = personId ? standings.get(personId) : null
    if (!home || !standing || !relation) return []
    const shown = shownOf(ctx.actor.county, standing, fields)
    if (fields.includes('address')) shown.door = openDoor(ctx.actor.county, dwellingId, door)
    return [{ division: home.division, householdId, block: home.block, relation, shown }]
  })
  rows.sort((a, b) => (order.get(a.householdId) ?? 0) - (order.get(b.householdId) ?? 0))
  return { rows, next: cursorByDoor(homes, limit, (row) => row) }
}

/** Pages of households, each with its head: whose door it is, is a look at the head. */
export async function householdsPage(ctx: Ctx, asked: Page): Promise<{ rows: HouseholdListed[]; next: string | null }> {
  const { limit, fields } = asked
  refusePurpose(ctx, fields)
  const { county } = ctx.actor
  const homes = await openHomes(ctx, asked)
  const standings = await seen(ctx, [...new Set(homes.flatMap(({ headId }) => headId ?? []))], fields)
  const rows = homes.map(({ door, headId, dwellingId, ...home }) => {
    const shown = shownOf(county, headId ? standings.get(headId) : null, fields)
    if (fields.includes('address')) shown.door = openDoor(county, dwellingId, door)
    return { ...home, shown }
  })
  return { rows, next: cursorByDoor(homes, limit, (row) => row) }
}

/** These persons whole, for a neighbour's file: each a look. Somebody outside the reader's area has nothing to show. */
export async function shownMany(
  ctx: Ctx,
  personIds: readonly string[],
  fields: readonly RosterField[],
): Promise<Map<string, Shown>> {
  refusePurpose(ctx, fields)
  const standings = await seen(ctx, [...new Set(personIds)], fields)
  return new Map([...standings].map(([id, standing]) => [id, shownOf(ctx.actor.county, standing, fields)]))
}
