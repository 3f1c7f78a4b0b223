import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf, idFrom, open, seal } from '../../kernel/seal.ts'
import { bringHome } from './handing-on.ts'
import { doorPlace } from './households.ts'
import { byOf, recordedAtOf, refuseAhead } from './origin.ts'
import { dayBeforeStart, householdClosed, membershipOver, membersRefused } from './problems.ts'
import { memberReasons } from './rules.ts'
import type { ChangeRelation, CloseHousehold, EndMembership, MoveHousehold, MoveMember } from './schema.households.ts'
import {
  endDwelling,
  type FoundDwelling,
  findDwellingDigest,
  keepDwellings,
  keepMemberships,
} from './sql.households.ts'
import {
  type CurrentMembership,
  endMemberships,
  type FoundMembership,
  findKeptMemberships,
  listCurrentMembers,
  lockPersons,
} from './sql.memberships.ts'

type Recorded = { id: string; arrival: 'new' | 'again' }
const again = (id: string): Recorded => ({ id, arrival: 'again' })
const done = (id: string): Recorded => ({ id, arrival: 'new' })

function refuseEarly(day: string, since: string): void {
  if (day < since) throw dayBeforeStart({ day, since })
}

/** The household leaves its door for another, its members with it; each village keeps its own part of the story. */
export async function moveHousehold(ctx: Ctx, sent: MoveHousehold, home: FoundDwelling): Promise<Recorded> {
  const { tx, actor } = ctx
  const digest = digestOf(sent)
  const kept = await findDwellingDigest(tx, sent.id)
  if (kept) {
    if (kept.equals(digest)) return again(sent.id)
    throw idTaken({ id: sent.id })
  }
  if (home.endedBy) throw householdClosed({ id: sent.householdId })
  refuseAhead(ctx, sent.on)
  refuseEarly(sent.on, home.since)
  const by = byOf(ctx)
  const recordedAt = recordedAtOf(ctx, sent)
  const members = await listCurrentMembers(tx, sent.householdId)
  await lockPersons(
    tx,
    actor.county,
    members.map(({ personId }) => personId),
  )
  const left = await endDwelling(tx, by, home, { until: sent.on, reason: 'moved', endedBy: sent.id, recordedAt })
  if (!left) throw householdClosed({ id: sent.householdId })
  const door = sent.door === null ? null : seal(sent.door, doorPlace(actor.county, sent.id))
  const { householdId, division, compoundId, block, walkOrder } = sent
  await keepDwellings(tx, by, [
    { id: sent.id, householdId, division, compoundId, block, walkOrder, door, since: sent.on, recordedAt, digest },
  ])
  if (division !== home.division) {
    await takeAlong(ctx, members, { movedBy: sent.id, householdId, division, on: sent.on, recordedAt, digest })
  }
  announce(
    ctx,
    [...new Set([home.division, division])].map((one) => ({ kind: 'household', division: one, ids: [householdId] })),
  )
  return done(sent.id)
}

interface Going {
  movedBy: string
  householdId: string
  division: string
  on: string
  recordedAt: Date
  digest: Buffer
}

async function takeAlong(ctx: Ctx, members: readonly CurrentMembership[], going: Going): Promise<void> {
  const { movedBy, householdId, division, on, recordedAt, digest } = going
  const by = byOf(ctx)
  await endMemberships(
    ctx.tx,
    by,
    members.map((one) => ({
      membershipId: one.id,
      division: one.division,
      until: on < one.since ? one.since : on,
      reason: 'moved',
      endedBy: movedBy,
      recordedAt,
    })),
  )
  await keepMemberships(
    ctx.tx,
    by,
    members.map(({ id, personId, relation }) => ({
      id: idFrom('people.membership', movedBy, id),
      householdId,
      personId,
      division,
      relation,
      since: on,
      recordedAt,
      digest,
    })),
  )
  await bringHome(
    ctx,
    members.map(({ personId, division: from }) => ({ personId, householdId, from, to: division, on, movedBy })),
  )
}

export async function closeHousehold(ctx: Ctx, sent: CloseHousehold, home: FoundDwelling): Promise<Recorded> {
  if (home.endedBy === sent.id) return again(sent.id)
  if (home.endedBy) throw householdClosed({ id: sent.householdId })
  refuseAhead(ctx, sent.on)
  refuseEarly(sent.on, home.since)
  const recordedAt = recordedAtOf(ctx, sent)
  const ending = { until: sent.on, reason: sent.reason, endedBy: sent.id, recordedAt }
  const members = await listCurrentMembers(ctx.tx, sent.householdId)
  if (!(await endDwelling(ctx.tx, byOf(ctx), home, ending))) throw householdClosed({ id: sent.householdId })
  await endMemberships(
    ctx.tx,
    byOf(ctx),
    members.map((one) => ({
      ...ending,
      membershipId: one.id,
      division: one.division,
      until: sent.on < one.since ? one.since : sent.on,
      reason: 'household-closed',
    })),
  )
  announce(ctx, [{ kind: 'household', division: home.division, ids: [sent.householdId] }])
  return done(sent.id)
}

/** One member goes to live in another household. */
export async function moveMember(
  ctx: Ctx,
  sent: MoveMember,
  { from, home }: { from: FoundMembership; home: FoundDwelling },
): Promise<Recorded> {
  const digest = digestOf(sent)
  const kept = (await findKeptMemberships(ctx.tx, [sent.id])).get(sent.id)
  if (kept) {
    if (kept.digest.equals(digest)) return again(sent.id)
    throw idTaken({ id: sent.id })
  }
  if (from.endedBy) throw membershipOver({ id: from.id })
  if (home.endedBy) throw householdClosed({ id: sent.householdId })
  refuseAhead(ctx, sent.on)
  refuseEarly(sent.on, from.since)
  await refuseSecondHead(ctx, sent)
  const recordedAt = recordedAtOf(ctx, sent)
  await lockPersons(ctx.tx, ctx.actor.county, [from.personId])
  const by = byOf(ctx)
  const ended = await endMemberships(ctx.tx, by, [
    { membershipId: from.id, division: from.division, until: sent.on, reason: 'moved', endedBy: sent.id, recordedAt },
  ])
  if (ended === 0) throw membershipOver({ id: from.id })
  const { personId } = from
  const { householdId, relation, on } = sent
  const membership = {
    id: sent.id,
    householdId,
    personId,
    division: home.division,
    relation,
    since: on,
    recordedAt,
    digest,
  }
  await keepMemberships(ctx.tx, by, [membership])
  await bringHome(ctx, [{ personId, householdId, from: from.division, to: home.division, on, movedBy: sent.id }])
  announce(ctx, [
    { kind: 'household', division: from.division, ids: [from.householdId] },
    { kind: 'household', division: home.division, ids: [householdId] },
  ])
  return done(sent.id)
}

/** A head has one successor, so whoever was the head becomes a member like others in the same breath. */
export async function changeRelation(ctx: Ctx, sent: ChangeRelation, from: FoundMembership): Promise<Recorded> {
  const { tx, actor } = ctx
  const digest = digestOf(sent)
  const kept = (await findKeptMemberships(tx, [sent.id])).get(sent.id)
  if (kept?.digest.equals(digest)) return again(sent.id)
  if (kept) throw idTaken({ id: sent.id })
  if (from.endedBy) throw membershipOver({ id: from.id })
  refuseAhead(ctx, sent.on)
  refuseEarly(sent.on, from.since)
  const members = await listCurrentMembers(tx, from.householdId)
  const former = sent.relation === 'head' ? members.filter((one) => one.relation === 'head' && one.id !== from.id) : []
  const changed = [
    { id: sent.id, member: from, relation: sent.relation },
    ...former.map((member) => ({
      id: idFrom('people.membership', sent.id, member.id),
      member,
      relation: 'not-said' as const,
    })),
  ]
  await lockPersons(
    tx,
    actor.county,
    changed.map(({ member }) => member.personId),
  )
  const by = byOf(ctx)
  const recordedAt = recordedAtOf(ctx, sent)
  const ending = { reason: 'relation-changed', endedBy: sent.id, recordedAt }
  const ended = await endMemberships(
    tx,
    by,
    changed.map(({ member: { id, division, since } }) => ({
      ...ending,
      membershipId: id,
      division,
      until: sent.on < since ? since : sent.on,
    })),
  )
  if (ended !== changed.length) throw membershipOver({ id: from.id })
  await keepMemberships(
    tx,
    by,
    changed.map(({ id, relation, member: { householdId, personId, division } }) => ({
      ...{ id, householdId, personId, division, relation, since: sent.on, recordedAt, digest },
    })),
  )
  announce(ctx, [{ kind: 'household', division: from.division, ids: [from.householdId] }])
  return done(sent.id)
}

async function refuseSecondHead({ tx }: Ctx, { householdId, relation }: MoveMember): Promise<void> {
  if (relation !== 'head') return
  const current = await listCurrentMembers(tx, householdId)
  if (current.some((one) => one.relation === 'head'))
    throw membersRefused({}, [{ path: 'relation', ...memberReasons['second-head'] }])
}

export async function endMembership(ctx: Ctx, sent: EndMembership, from: FoundMembership): Promise<Recorded> {
  if (from.endedBy === sent.id) return again(sent.id)
  if (from.endedBy) throw membershipOver({ id: from.id })
  refuseAhead(ctx, sent.on)
  refuseEarly(sent.on, from.since)
  const ended = await endMemberships(ctx.tx, byOf(ctx), [
    {
      membershipId: from.id,
      division: from.division,
      until: sent.on,
      reason: sent.reason,
      endedBy: sent.id,
      recordedAt: recordedAtOf(ctx, sent),
    },
  ])
  if (ended === 0) throw membershipOver({ id: from.id })
  announce(ctx, [{ kind: 'household', division: from.division, ids: [from.householdId] }])
  return done(sent.id)
}

export const openDoor = (county: number, dwellingId: string, door: Buffer | null): string | null =>
  door === null ? null : open(door, doorPlace(county, dwellingId))
