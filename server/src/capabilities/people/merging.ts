import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { bringHome } from './handing-on.ts'
import { byOf, recordedAtOf } from './origin.ts'
import { alreadyOne, decidedMeanwhile, mergeOver } from './problems.ts'
import type { MergePersons, SayDifferent, UndoMerge } from './schema.search.ts'
import { keepMemberships } from './sql.households.ts'
import { endMemberships, findMembership, listCurrentMemberships, listEndedBy, lockPersons } from './sql.memberships.ts'
import {
  type FoundMerge,
  findDifferent,
  findMerge,
  keepAliases,
  keepDifferent,
  keepMerge,
  keepUndoing,
  listMovedBy,
} from './sql.merges.ts'
import { listGroup } from './sql.search.ts'

type Recorded = { id: string; arrival: 'new' | 'again' }

/** The records as they stand now, and the divisions that keep them. */
export interface Judged {
  keptId: string
  mergedId: string
  divisions: readonly string[]
}

/** The smallest area that holds all of these. */
export function commonArea(divisions: readonly string[]): string {
  const [first = ''] = divisions
  const length = [12, 9, 6].find((size) => divisions.every((one) => one.slice(0, size) === first.slice(0, size))) ?? 6
  return first.slice(0, length)
}

export async function mergePersons(
  ctx: Ctx,
  sent: MergePersons,
  { keptId, mergedId, divisions }: Judged,
): Promise<Recorded> {
  const { tx, actor } = ctx
  const digest = digestOf(sent)
  const earlier = await findMerge(tx, sent.id)
  if (earlier?.digest.equals(digest)) return { id: sent.id, arrival: 'again' }
  if (earlier) throw idTaken({ id: sent.id })
  if (keptId === mergedId) throw alreadyOne({ id: keptId })
  await lockPersons(tx, actor.county, [keptId, mergedId])
  const by = byOf(ctx)
  const division = commonArea(divisions)
  const recordedAt = recordedAtOf(ctx, sent)
  // Both were looked up before the lock was held.
  const [group, other] = await Promise.all([listGroup(tx, mergedId), listGroup(tx, keptId)])
  if (group.nowId !== mergedId || other.nowId !== keptId) throw decidedMeanwhile()
  await keepMerge(tx, by, { id: sent.id, division, keptId, mergedId, ground: sent.ground, recordedAt, digest })
  if (!(await keepAliases(tx, actor.county, group.ids, { nowId: keptId, mergeId: sent.id, receivedAt: ctx.now })))
    throw decidedMeanwhile()
  await takeOverHome(ctx, { mergeId: sent.id, keptId, mergedId, recordedAt, digest })
  announce(ctx, [{ kind: 'person-merged', division, ids: [keptId, mergedId] }])
  return { id: sent.id, arrival: 'new' }
}

interface TakingOver {
  mergeId: string
  keptId: string
  mergedId: string
  recordedAt: Date
  digest: Buffer
}

/** The merged id lives nowhere any more. Where it lived, the kept one lives now, unless it has a home of its own. */
async function takeOverHome(ctx: Ctx, { mergeId, keptId, mergedId, recordedAt, digest }: TakingOver): Promise<void> {
  const homes = await listCurrentMemberships(ctx.tx, [keptId, mergedId])
  const left = homes.get(mergedId)
  if (!left) return
  const today = dayInChina(ctx.now)
  const until = today < left.since ? left.since : today
  const by = byOf(ctx)
  await endMemberships(ctx.tx, by, [
    { membershipId: left.id, division: left.division, until, reason: 'merged', endedBy: mergeId, recordedAt },
  ])
  if (homes.has(keptId)) return
  const { householdId, division, relation, since } = left
  const id = idFrom('people.membership', mergeId, left.id)
  await keepMemberships(ctx.tx, by, [
    { id, householdId, personId: keptId, division, relation, since, recordedAt, digest },
  ])
  await bringHome(ctx, [{ personId: keptId, householdId, from: null, to: division, on: since, movedBy: mergeId }])
}

export async function undoMerge(ctx: Ctx, sent: UndoMerge, merge: FoundMerge): Promise<Recorded> {
  const { tx, actor } = ctx
  if (merge.undoneBy === sent.id) return { id: sent.id, arrival: 'again' }
  if (merge.undoneBy) throw mergeOver({ id: merge.id })
  await lockPersons(tx, actor.county, [merge.keptId, merge.mergedId])
  const [whole, moved] = await Promise.all([listGroup(tx, merge.mergedId), listMovedBy(tx, merge.id)])
  if (whole.nowId === merge.mergedId) throw mergeOver({ id: merge.id })
  const back = moved.filter((id) => whole.ids.includes(id))
  const by = byOf(ctx)
  const recordedAt = recordedAtOf(ctx, sent)
  const kept = await keepUndoing(tx, by, { ...sent, division: merge.division, recordedAt })
  const split =
    kept &&
    (await keepAliases(tx, actor.county, back, { nowId: merge.mergedId, mergeId: merge.id, receivedAt: ctx.now }))
  if (!split) throw decidedMeanwhile()
  await giveBackHome(ctx, sent, merge, recordedAt)
  announce(ctx, [{ kind: 'person-merged', division: merge.division, ids: [merge.keptId, merge.mergedId] }])
  return { id: sent.id, arrival: 'new' }
}

/** Whoever was taken out of a household by the merge lives there again; what the merge gave to the kept one ends. */
async function giveBackHome(ctx: Ctx, sent: UndoMerge, merge: FoundMerge, recordedAt: Date): Promise<void> {
  const today = dayInChina(ctx.now)
  const by = byOf(ctx)
  for (const left of await listEndedBy(ctx.tx, merge.id)) {
    const given = await findMembership(ctx.tx, idFrom('people.membership', merge.id, left.id))
    if (given && !given.endedBy) {
      const until = today < given.since ? given.since : today
      await endMemberships(ctx.tx, by, [
        { membershipId: given.id, division: given.division, until, reason: 'merged', endedBy: sent.id, recordedAt },
      ])
    }
    if (!left.open) continue
    const { id, personId, householdId, division, relation, since } = left
    const again = idFrom('people.membership', sent.id, id)
    const digest = digestOf(sent)
    await keepMemberships(ctx.tx, by, [
      { id: again, householdId, personId, division, relation, since, recordedAt, digest },
    ])
  }
}

export async function sayDifferent(ctx: Ctx, sent: SayDifferent, divisions: readonly string[]): Promise<Recorded> {
  const digest = digestOf(sent)
  const earlier = await findDifferent(ctx.tx, sent.id)
  if (earlier?.equals(digest)) return { id: sent.id, arrival: 'again' }
  if (earlier) throw idTaken({ id: sent.id })
  const [oneId = '', otherId = ''] = [sent.oneId, sent.otherId].sort()
  if (oneId === otherId) throw alreadyOne({ id: oneId })
  const { id, ground } = sent
  await keepDifferent(ctx.tx, byOf(ctx), {
    id,
    division: commonArea(divisions),
    oneId,
    otherId,
    ground,
    recordedAt: recordedAtOf(ctx, sent),
    digest,
  })
  return { id, arrival: 'new' }
}
