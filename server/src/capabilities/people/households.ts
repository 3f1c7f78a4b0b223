import { announce } from '../../kernel/feed.ts'
import type { Ctx, Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf, seal } from '../../kernel/seal.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { type Admission, type Admitted, admit, type Party } from './admitting.ts'
import { bringHome } from './handing-on.ts'
import { byOf, recordedAtOf } from './origin.ts'
import { dayAhead, membersRefused } from './problems.ts'
import { memberReasons } from './rules.ts'
import type { AddMembers, RegisterHousehold } from './schema.households.ts'
import { findKeptHouseholds, keepDwellings, keepHouseholds, keepMemberships } from './sql.households.ts'
import { endMemberships, findKeptMemberships, listCurrentMembers } from './sql.memberships.ts'
import { listSpokenFor } from './sql.ts'

export interface Settled {
  id: string
  arrival: 'new' | 'again'
  members: Array<{ id: string; personId: string }>
}
type Judged = Verdict<Settled>

/** A door opens only in the county and dwelling it was sealed for. */
export const doorPlace = (county: number, dwellingId: string): string => `people.dwelling/${county}/${dwellingId}/door`

/** Many households with their members, set-based: each kept whole or refused whole. */
export async function registerMany(ctx: Ctx, items: readonly RegisterHousehold[]): Promise<Judged[]> {
  const verdicts: Judged[] = new Array(items.length)
  const parties = new Map<Party, { item: RegisterHousehold; at: number }>()
  const again: Array<{ item: RegisterHousehold; at: number }> = []
  const ids = items.map(({ id }) => id)
  const spoken = await listSpokenFor(ctx.tx, ids)
  const kept = spoken.size > 0 ? await findKeptHouseholds(ctx.tx, ids) : new Map<string, Buffer>()
  const today = dayInChina(ctx.now)
  items.forEach((item, at) => {
    const digest = digestOf(item)
    const there = kept.get(item.id)
    if (there?.equals(digest)) again.push({ item, at })
    else if (there || spoken.has(item.id)) verdicts[at] = refused(idTaken({ id: item.id }))
    else if (item.since > today) verdicts[at] = refused(dayAhead({ day: item.since }))
    else {
      const { id, division, since, members } = item
      kept.set(id, digest)
      parties.set(
        { householdId: id, division, since, recordedAt: recordedAtOf(ctx, item), digest, members },
        { item, at },
      )
    }
  })
  const admissions = await admit(ctx, [...parties.keys()])
  const welcome: Array<{ party: Party; item: RegisterHousehold; members: Admitted[] }> = []
  for (const [index, [party, { item, at }]] of [...parties].entries()) {
    const admission = admissions[index] as Admission
    if (!admission.ok) verdicts[at] = refused(admission.problem)
    else {
      welcome.push({ party, item, members: admission.members })
      verdicts[at] = settled(item.id, 'new', admission.members)
    }
  }
  await keep(ctx, welcome)
  await answerAgain(ctx, again, verdicts)
  return verdicts
}

const refused = (problem: Problem): Judged => ({ ok: false, problem })
const settled = (
  id: string,
  arrival: 'new' | 'again',
  members: ReadonlyArray<{ id: string; personId: string }>,
): Judged => ({
  ok: true,
  arrival,
  value: { id, arrival, members: members.map((one) => ({ id: one.id, personId: one.personId })) },
})

async function keep(
  ctx: Ctx,
  welcome: ReadonlyArray<{ party: Party; item: RegisterHousehold; members: Admitted[] }>,
): Promise<void> {
  if (welcome.length === 0) return
  const { tx, actor } = ctx
  const by = byOf(ctx)
  const facts = welcome.map(({ party: { householdId: id, division, recordedAt, digest } }) => ({
    id,
    division,
    recordedAt,
    digest,
  }))
  const [made] = await Promise.all([
    keepHouseholds(tx, by, facts),
    keepDwellings(
      tx,
      by,
      welcome.map(({ party, item }) => ({
        ...party,
        id: item.id,
        compoundId: item.compoundId,
        block: item.block,
        walkOrder: item.walkOrder,
        door: item.door === null ? null : seal(item.door, doorPlace(actor.county, item.id)),
      })),
    ),
    moveIn(ctx, welcome),
  ])
  if (made.size !== welcome.length) throw new Error('people: a household was registered twice at the same moment')
  const byDivision = Map.groupBy(welcome, ({ party }) => party.division)
  announce(
    ctx,
    [...byDivision].map(([division, own]) => ({ kind: 'household', division, ids: own.map(({ item }) => item.id) })),
  )
}

/** Memberships of those who were admitted; whoever lived or was kept elsewhere is handed on. */
async function moveIn(ctx: Ctx, welcome: ReadonlyArray<{ party: Party; members: readonly Admitted[] }>): Promise<void> {
  const newcomers = welcome.flatMap(({ party, members }) =>
    members.filter(({ again }) => !again).map((member) => ({ party, member, relation: relationIn(party, member.id) })),
  )
  if (newcomers.length === 0) return
  const by = byOf(ctx)
  const left = newcomers.flatMap(({ party, member: { id, leaves } }) =>
    leaves
      ? [
          {
            membershipId: leaves.id,
            division: leaves.division,
            until: party.since < leaves.since ? leaves.since : party.since,
            reason: 'moved',
            endedBy: id,
            recordedAt: party.recordedAt,
          },
        ]
      : [],
  )
  await Promise.all([
    keepMemberships(
      ctx.tx,
      by,
      newcomers.map(({ party, member, relation }) => ({
        ...party,
        id: member.id,
        personId: member.personId,
        relation,
      })),
    ),
    endMemberships(ctx.tx, by, left),
  ])
  await bringHome(
    ctx,
    newcomers
      .filter(({ member }) => member.known)
      .map(({ party, member }) => ({
        personId: member.personId,
        householdId: party.householdId,
        from: member.leaves?.division ?? null,
        to: party.division,
        on: party.since,
        movedBy: member.id,
      })),
  )
}

const relationIn = ({ members }: Party, id: string) => members.find((one) => one.id === id)?.relation ?? 'not-said'

async function answerAgain(
  ctx: Ctx,
  again: ReadonlyArray<{ item: RegisterHousehold; at: number }>,
  verdicts: Judged[],
): Promise<void> {
  if (again.length === 0) return
  const kept = await findKeptMemberships(
    ctx.tx,
    again.flatMap(({ item }) => item.members.map(({ id }) => id)),
  )
  for (const { item, at } of again) {
    const members = item.members.map(({ id }) => ({ id, personId: kept.get(id)?.personId ?? id }))
    verdicts[at] = settled(item.id, 'again', members)
  }
}

/** More people behind a door that is there already. */
export async function joinHousehold(ctx: Ctx, sent: AddMembers, division: string): Promise<Settled> {
  const { householdId, since, members } = sent
  const party = { householdId, division, since, recordedAt: recordedAtOf(ctx, sent), digest: digestOf(sent), members }
  const [admission] = await admit(ctx, [party])
  await refuseSecondHead(ctx, party, admission)
  if (!admission?.ok) throw admission?.problem ?? new Error('people: no admission')
  await moveIn(ctx, [{ party, members: admission.members }])
  const anyNew = admission.members.some(({ again }) => !again)
  if (anyNew) announce(ctx, [{ kind: 'household', division, ids: [householdId] }])
  return {
    id: householdId,
    arrival: anyNew ? 'new' : 'again',
    members: admission.members.map(({ id, personId }) => ({ id, personId })),
  }
}

async function refuseSecondHead(ctx: Ctx, { householdId, members }: Party, admission: Admission | undefined) {
  if (!admission?.ok) return
  const nth = members.findIndex(({ id, relation }) => relation === 'head' && isNew(admission.members, id))
  if (nth < 0) return
  const current = await listCurrentMembers(ctx.tx, householdId)
  if (!current.some(({ relation }) => relation === 'head')) return
  throw membersRefused({}, [{ path: `members.${nth}.relation`, ...memberReasons['second-head'] }])
}

const isNew = (members: readonly Admitted[], id: string): boolean => members.some((one) => one.id === id && !one.again)
