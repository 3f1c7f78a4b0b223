import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../kernel/operation.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { enrolMany } from './enrol.ts'
import { aTraveller } from './people.factory.ts'
import { keepDwellings, keepHouseholds, keepMemberships } from './sql.households.ts'

interface Wanted {
  /** What follows the county in the code of its village: '101201' for the village in the west. */
  under?: string
  /** How many live there; the first is the head. */
  members?: number
  block?: string | null
  walkOrder?: number
  compoundId?: string | null
  since?: string
}

export interface GivenHousehold {
  id: string
  division: string
  /** Person ids, the head first. */
  members: string[]
}

/** A household with its people, in a county made on the spot: `stage.inside((ctx) => aHousehold(ctx, { members: 3 }))`. */
export async function aHousehold(ctx: Ctx, wanted: Wanted = {}): Promise<GivenHousehold> {
  const {
    under = '100201',
    members = 2,
    block = '第1组',
    walkOrder = 1,
    compoundId = null,
    since = '2020-01-20',
  } = wanted
  await keepInventedDivisions(ctx)
  const division = `${ctx.actor.county}${under}`
  const enrolled = await enrolMany(
    ctx,
    Array.from({ length: members }, () => aTraveller({ division, resident: true })),
  )
  const personIds = enrolled.map((one) => (one.ok ? one.value.personId : ''))
  const id = randomUUID()
  const by = { county: ctx.actor.county, seatId: null, receivedAt: ctx.now }
  const fact = { division, recordedAt: ctx.now, digest: Buffer.alloc(32) }
  await keepHouseholds(ctx.tx, by, [{ ...fact, id }])
  await keepDwellings(ctx.tx, by, [{ ...fact, id, householdId: id, compoundId, block, walkOrder, door: null, since }])
  await keepMemberships(
    ctx.tx,
    by,
    personIds.map((personId, nth) => ({
      ...fact,
      id: randomUUID(),
      householdId: id,
      personId,
      relation: nth === 0 ? ('head' as const) : ('not-said' as const),
      since,
    })),
  )
  return { id, division, members: personIds }
}

/** What is sent to register a household: two people unless said otherwise. */
export function aHouseholdToSend(division: string, given: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    division,
    block: '2栋1单元',
    walkOrder: 1,
    door: '301室',
    since: '2020-01-20',
    recordedAt: '2020-02-01T08:00:00+08:00',
    members: [aMember({ relation: 'head' }), aMember({ relation: 'spouse', name: '李秀兰' })],
    ...given,
  }
}

export function aMember(given: Record<string, unknown> = {}) {
  const { name, document, phone } = aTraveller({ division: '' })
  return { id: randomUUID(), relation: 'not-said', name, document, phone, ...given }
}
