import type { Ctx } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { type Examined, examine, keepSaid, type Said } from './enrol.ts'
import { membersRefused, registeredMeanwhile } from './problems.ts'
import { type MemberReason, memberReasons } from './rules.ts'
import type { NewMember } from './schema.households.ts'
import {
  type CurrentMembership,
  findKeptMemberships,
  listCurrentMemberships,
  listHoused,
  lockPersons,
} from './sql.memberships.ts'
import { findStanding, listSpokenFor } from './sql.ts'

/** Members that are to live in one household together, or not at all. */
export interface Party {
  householdId: string
  division: string
  since: string
  recordedAt: Date
  digest: Buffer
  members: readonly NewMember[]
}
export interface Admitted {
  id: string
  personId: string
  /** The membership was there already: the same was sent before. */
  again: boolean
  /** Where the person lived until now. */
  leaves: CurrentMembership | null
  /** The county had met the person before. */
  known: boolean
}
export type Admission = { ok: true; members: Admitted[] } | { ok: false; problem: Problem }

interface Guest {
  party: Party
  nth: number
  member: NewMember
  /** Null for somebody who was chosen, and for somebody whose identity cannot stand. */
  said: Said | null
  personId: string | null
  again: boolean
  leaves: CurrentMembership | null
}

/**
 * Says of every party whether all its members can live together in its household, and makes the persons of those that can. A party
 * with one member who cannot is refused whole, with a word for each cell, and leaves nothing behind.
 */
export async function admit(ctx: Ctx, parties: readonly Party[]): Promise<Admission[]> {
  const refusals = new Map<Party, Problem>()
  const { guests, examined } = await invite(ctx, parties, refusals)
  await settleIds(ctx, guests, examined, refusals)
  const open = () => guests.filter(({ party, again }) => !again && !refusals.has(party))
  await identify(ctx, open(), examined, refusals)
  refuseTwice(open(), refusals)
  await refuseHoused(ctx, open(), refusals)
  const known = new Set(open().flatMap(({ personId }) => personId ?? []))
  await enrol(ctx, open(), examined)
  const byParty = Map.groupBy(guests, ({ party }) => party)
  return parties.map((party): Admission => {
    const problem = refusals.get(party)
    if (problem) return { ok: false, problem }
    const members = (byParty.get(party) ?? []).map(({ member, personId, again, leaves }) => ({
      id: member.id,
      personId: personId ?? '',
      again,
      leaves,
      known: known.has(personId ?? ''),
    }))
    return { ok: true, members }
  })
}

async function invite(ctx: Ctx, parties: readonly Party[], refusals: Map<Party, Problem>) {
  const guests = parties.flatMap((party) =>
    party.members.map((member, nth): Guest => {
      const { personId } = member
      return { party, nth, member, personId, said: null, again: false, leaves: null }
    }),
  )
  const strangers = guests.filter(({ personId }) => personId === null)
  const examined = await examine(
    ctx,
    strangers.map(({ party: { division, recordedAt }, member }) => ({
      ...member,
      division,
      recordedAt,
      resident: true,
    })),
  )
  for (const said of examined.said) {
    const guest = strangers[said.at]
    if (guest) guest.said = said
  }
  for (const [at, problem] of examined.refused) {
    const guest = strangers[at]
    if (!guest) continue
    const { party, nth } = guest
    const issues = problem.issues.map((issue) => ({ ...issue, path: `members.${nth}.${issue.path}` }))
    refusals.set(party, membersRefused({}, [...(refusals.get(party)?.issues ?? []), ...issues]))
  }
  return { guests, examined }
}

const documentOf = ({ said }: Guest): string | null => said?.document?.toString('hex') ?? null

/** An id that is there already is either the same membership sent again, or belongs to something else. */
async function settleIds(
  ctx: Ctx,
  guests: readonly Guest[],
  { earlier }: Examined,
  refusals: Map<Party, Problem>,
): Promise<void> {
  const chosen = guests.flatMap(({ member, said }) => (said ? [] : member.id))
  const spoken = chosen.length > 0 ? new Set([...earlier, ...(await listSpokenFor(ctx.tx, chosen))]) : earlier
  const seen = new Set<string>()
  const kept = spoken.size > 0 ? await findKeptMemberships(ctx.tx, [...spoken]) : new Map()
  for (const guest of guests) {
    const { id } = guest.member
    const there = kept.get(id)
    if (there?.digest.equals(guest.party.digest)) {
      guest.again = true
      guest.personId = there.personId
    } else if (spoken.has(id) || seen.has(id)) refusals.set(guest.party, idTaken({ id }))
    seen.add(id)
  }
}

async function identify(
  ctx: Ctx,
  guests: readonly Guest[],
  examined: Examined,
  refusals: Map<Party, Problem>,
): Promise<void> {
  const chosen = guests.flatMap(({ personId }) => personId ?? [])
  const standing = chosen.length > 0 ? await findStanding(ctx.tx, chosen) : new Map<string, string>()
  const owners = new Map(examined.known.map(({ digest, personId }) => [digest.toString('hex'), personId]))
  for (const guest of guests) {
    if (guest.said) guest.personId = owners.get(documentOf(guest) ?? '') ?? null
    else {
      guest.personId = standing.get(guest.personId ?? '') ?? null
      if (guest.personId === null) refuse(refusals, guest, 'unknown', 'personId')
    }
  }
}

function refuse(refusals: Map<Party, Problem>, { party, nth }: Guest, reason: MemberReason, field: string): void {
  const issue = { path: `members.${nth}.${field}`, ...memberReasons[reason] }
  refusals.set(party, membersRefused({}, [...(refusals.get(party)?.issues ?? []), issue]))
}

const cellOf = ({ member }: Guest): string =>
  member.personId ? 'personId' : member.document ? 'document.number' : 'name'

function refuseTwice(guests: readonly Guest[], refusals: Map<Party, Problem>): void {
  const seen = new Set<string>()
  for (const guest of guests) {
    for (const key of [guest.personId, documentOf(guest)].filter((one) => one !== null)) {
      if (seen.has(key)) refuse(refusals, guest, 'twice', cellOf(guest))
      else seen.add(key)
    }
  }
}

async function refuseHoused(ctx: Ctx, guests: readonly Guest[], refusals: Map<Party, Problem>): Promise<void> {
  const ids = guests.flatMap(({ personId }) => personId ?? [])
  if (ids.length === 0) return
  await lockPersons(ctx.tx, ctx.actor.county, ids)
  const [housed, current] = await Promise.all([listHoused(ctx.tx, ids), listCurrentMemberships(ctx.tx, ids)])
  for (const guest of guests) {
    if (!guest.personId || !housed.has(guest.personId)) continue
    const leaves = current.get(guest.personId)
    if (leaves?.householdId === guest.party.householdId) refuse(refusals, guest, 'here', cellOf(guest))
    else if (!guest.member.moves) refuse(refusals, guest, 'elsewhere', cellOf(guest))
    else if (!leaves) refuse(refusals, guest, 'out-of-reach', cellOf(guest))
    else guest.leaves = leaves
  }
}

async function enrol(ctx: Ctx, guests: readonly Guest[], examined: Examined): Promise<void> {
  const said = guests.flatMap((guest) => guest.said ?? [])
  if (said.length === 0) return
  const kept = await keepSaid(ctx, said, examined)
  for (const guest of guests) {
    if (!guest.said) continue
    const verdict = kept.get(guest.said)
    // All of it was judged a moment ago: somebody else was quicker, and nothing of this transaction may stand.
    if (!verdict?.ok || verdict.value.personId !== (guest.personId ?? guest.member.id)) throw registeredMeanwhile()
    guest.personId = verdict.value.personId
  }
}
