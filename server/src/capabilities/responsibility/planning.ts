import type { Ctx } from '../../kernel/operation.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { origin } from './operations.posts.ts'
import { kindUnknown, planNobody, planTooLarge } from './problems.ts'
import { rulesInForce } from './rulebook.ts'
import { type Plan, type PlanPiece, planAnew, planFill } from './rules.plan.ts'
import type { AskPlan } from './schema.plans.ts'
import { HOUSEHOLDS_MAX } from './schema.ts'
import type { NewDuty } from './sql.duties.ts'
import { listDoors, listPlanDuties, listSeats, type PlanDoor, type PlanDuty, type PlanSeat } from './sql.plans.ts'

const USUAL = 30
const MOST = 45

export interface Planned {
  plan: Plan
  basis: string
  usual: number
  most: number
  doors: Map<string, PlanDoor>
  seats: Map<string, PlanSeat>
  before: Map<string, string[]>
  begins: Begin[]
  ends: PlanDuty[]
}

/** The same plan for the same households, posts and duties: what is applied is what was shown, or nothing. */
export async function planFor(ctx: Ctx, asked: AskPlan): Promise<Planned> {
  const { division, kind: code, mode } = asked
  const kind = (await rulesInForce(ctx)).kinds.get(code)
  if (kind?.rank !== 'household') throw kindUnknown({ kind: code })
  const [doors, seats, duties] = await Promise.all([
    listDoors(ctx.tx, division, HOUSEHOLDS_MAX + 1),
    listSeats(ctx.tx, division, code, ctx.now),
    listPlanDuties(ctx.tx, division, code, ctx.now),
  ])
  if (doors.length > HOUSEHOLDS_MAX) throw planTooLarge({ max: HOUSEHOLDS_MAX })
  if (seats.length === 0) throw planNobody({ kind: code })
  const [usual, most] = [kind.usual ?? USUAL, kind.most ?? MOST]
  const before = heldDoors(doors, duties)
  const posts = seats.map(({ id }) => ({ id, holds: before.get(id) ?? [] }))
  const taken = new Set([...before.values()].flat())
  const open = new Set(doors.map(({ id }) => id).filter((id) => !taken.has(id)))
  const plan = mode === 'anew' ? planAnew(doors, posts, most) : planFill(doors, posts, { open, usual, most })
  const basis = digestOf({ division, code, mode, usual, most, doors, seats, duties }).toString('hex')
  return {
    plan,
    basis,
    usual,
    most,
    doors: new Map(doors.map((door) => [door.id, door])),
    seats: new Map(seats.map((seat) => [seat.id, seat])),
    before,
    ...changes(plan, duties, mode),
  }
}

function heldDoors(doors: readonly PlanDoor[], duties: readonly PlanDuty[]): Map<string, string[]> {
  const by = (key: (door: PlanDoor) => string | null) => {
    const groups = new Map<string | null, string[]>()
    for (const door of doors) {
      const group = groups.get(key(door))
      if (group) group.push(door.id)
      else groups.set(key(door), [door.id])
    }
    return groups
  }
  const [one, unit, compound, all] = [
    by(({ id }) => id),
    by((door) => door.unit),
    by((door) => door.compoundId),
    by(() => ''),
  ]
  const idsOf = (duty: PlanDuty): readonly string[] => {
    switch (duty.reach) {
      case 'household':
        return one.get(duty.householdId) ?? []
      case 'block':
        return unit.get(duty.unit) ?? []
      case 'compound':
        return compound.get(duty.compoundId) ?? []
      case 'division':
        return all.get('') ?? []
      default:
        return duty.reach satisfies never
    }
  }
  const held = new Map<string, Set<string>>()
  for (const duty of duties) {
    const own = held.get(duty.postId) ?? new Set()
    for (const id of idsOf(duty)) own.add(id)
    held.set(duty.postId, own)
  }
  return new Map([...held].map(([postId, own]) => [postId, [...own]]))
}

interface Begin {
  postId: string
  piece: PlanPiece
  /** Null for the whole of a unit. */
  householdId: string | null
}

/** Only what is different ends and begins: whoever keeps a stairwell keeps the duty and its date. */
function changes({ lines }: Plan, duties: readonly PlanDuty[], mode: AskPlan['mode']) {
  const wanted = lines.flatMap(({ postId, pieces }) => pieces.flatMap((piece) => beginsOf(postId, piece)))
  const keyOfBegin = ({ postId, piece, householdId }: Begin) =>
    householdId ? `${postId}/household/${householdId}` : `${postId}/unit/${piece.unit}`
  const keyOfDuty = ({ postId, reach, unit, householdId }: PlanDuty) =>
    reach === 'household'
      ? `${postId}/household/${householdId}`
      : `${postId}/${reach === 'division' ? reach : 'unit'}/${unit}`
  const there = new Set(duties.map(keyOfDuty))
  const keys = new Set(wanted.map(keyOfBegin))
  return {
    begins: wanted.filter((one) => !there.has(keyOfBegin(one))),
    ends: mode === 'anew' ? duties.filter((duty) => !keys.has(keyOfDuty(duty))) : [],
  }
}

const beginsOf = (postId: string, piece: PlanPiece): Begin[] =>
  piece.whole
    ? [{ postId, piece, householdId: null }]
    : piece.households.map((householdId) => ({ postId, piece, householdId }))

export function dutiesOf(ctx: Ctx, planned: Planned, { id: planId, division, at }: PlanAt): NewDuty[] {
  return planned.begins.map(({ postId, piece, householdId }) => {
    const door = planned.doors.get(piece.households[0] ?? '')
    const where = householdId
      ? { reach: 'household', compound_id: null, block: null, household_id: householdId }
      : reachOf(door)
    return {
      ...origin(ctx),
      ...where,
      id: idFrom(planId, postId, householdId ?? piece.unit ?? ''),
      division,
      post_id: postId,
      rank: 'household' as const,
      begins_at: at,
      plan_id: planId,
      digest: digestOf({ planId, postId, ...where }),
    }
  })
}
interface PlanAt {
  id: string
  division: string
  at: Date
}

/** A compound whose doors name no stairwell is one unit by itself. */
const reachOf = (door: PlanDoor | undefined) => ({
  reach: door?.block == null ? 'compound' : 'block',
  compound_id: door?.compoundId ?? null,
  block: door?.block ?? null,
  household_id: null,
})
