import { type Ctx, operation, purposeOf } from '../../kernel/operation.ts'
import { afterDoor, cursorByDoor } from '../places/rules.cursors.ts'
import { maskedMany } from './looking.ts'
import { openDoor } from './moving.ts'
import { mayReadHouseholds, mayUnmask } from './policy.ts'
import { householdUnknown } from './problems.ts'
import { Household, HouseholdId, Households, ListHouseholds } from './schema.households.ts'
import { listDwellings } from './sql.households.ts'
import { listHouseholdRows, listMemberRows, type MemberRow } from './sql.rosters.ts'

/** A door is an address: whole for those who may see one for this purpose, and then each look says so. */
const showsDoors = ({ actor, purpose }: Ctx): boolean => mayUnmask(actor, purpose, ['address'])

export const listHouseholds = operation({
  name: 'people.household.list',
  summary: { zh: '户名册', en: 'The households, door by door' },
  kind: 'read',
  personal: true,
  input: ListHouseholds,
  output: Households,
  load: purposeOf,
  allow: (actor, { purpose }) => mayReadHouseholds(actor, purpose),
  async run(ctx, filter) {
    const rows = await listHouseholdRows(ctx.tx, { ...filter, after: afterDoor(filter.after) })
    const doors = showsDoors(ctx)
    const heads = await maskedMany(
      ctx,
      rows.flatMap(({ headId }) => headId ?? []),
      doors ? ['address'] : [],
    )
    const items = rows.map(({ headId, dwellingId, door, ...row }) => ({
      ...row,
      door: doors ? openDoor(ctx.actor.county, dwellingId, door) : null,
      head: (headId && heads.get(headId)) || null,
    }))
    return { items, next: cursorByDoor(items, filter.limit, (row) => row) }
  },
  audit: ({ input, output }) => ({
    count: output.items.length,
    ...(input.division ? { division: input.division } : {}),
    ...(input.compoundId ? { subject: input.compoundId } : {}),
  }),
})

export const getHousehold = operation({
  name: 'people.household.get',
  summary: { zh: '一户及其成员和变动', en: 'One household, its members and what changed' },
  kind: 'read',
  personal: true,
  input: HouseholdId,
  output: Household,
  load: purposeOf,
  allow: (actor, { purpose }) => mayReadHouseholds(actor, purpose),
  async run(ctx, { householdId }) {
    const [dwellings, rows] = await Promise.all([
      listDwellings(ctx.tx, householdId),
      listMemberRows(ctx.tx, householdId),
    ])
    const [home] = dwellings
    if (!home) throw householdUnknown({ id: householdId })
    const doors = showsDoors(ctx)
    const persons = await maskedMany(
      ctx,
      rows.map(({ personId }) => personId),
      doors ? ['address'] : [],
    )
    const line = ({ personId, division: _, ...row }: MemberRow) => {
      const person = persons.get(personId)
      return person ? [{ ...row, person }] : []
    }
    const { id: dwellingId, door, endedBy, householdId: id, ...rest } = home
    return {
      ...rest,
      id,
      open: endedBy === null,
      door: doors ? openDoor(ctx.actor.county, dwellingId, door) : null,
      members: rows.filter(({ until }) => until === null).flatMap(line),
      earlier: rows.filter(({ until }) => until !== null).flatMap(line),
      dwellings: dwellings.map(({ division, compoundId, block, since, until, reason }) => ({
        division,
        compoundId,
        block,
        since,
        until,
        reason,
      })),
    }
  },
  audit: ({ input, output }) => ({
    subject: input.householdId,
    division: output.division,
    count: output.members.length + output.earlier.length,
  }),
})
