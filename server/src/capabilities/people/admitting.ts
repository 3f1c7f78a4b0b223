import type { Ctx } from '../../kernel/operation.ts'
import { type Issue, idTaken, type Problem } from '../../kernel/problem.ts'
import { checkIdentity, enrolMany, type Traveller } from './enrol.ts'
import { membersRefused, registeredMeanwhile } from './problems.ts'
import { dayInChina, type MemberReason, memberReasons } from './rules.ts'
import type { NewMember } from './schema.households.ts'
import { documentDigest } from './sealed.ts'
import {
  type CurrentMembership,
  findKeptMemberships,
  listCurrentMemberships,
  listHoused,
  lockPersons,
} from './sql.memberships.ts'
import { findStanding, listKnown, listSpokenFor } from './sql.ts'

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
  traveller: Traveller | null
  /** Keyed, as everywhere. */
  document: string | null
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
  const guests = parties.flatMap((party) => invite(ctx, party, refusals))
  await settleIds(ctx, guests, refusals)
  const open = () => guests.filter(({ party, again }) => !again && !refusals.has(party))
  await identify(ctx, open(), refusals)
  refuseTwice(open(), refusals)
  await refuseHoused(ctx, open(), refusals)
  const known = new Set(open().flatMap(({ personId }) => personId ?? []))
  await enrol(ctx, open())
  return parties.map((party): Admission => {
    const problem = refusals.get(party)
    if (problem) return { ok: false, problem }
    const members = guests
      .filter((guest) => guest.party === party)
      .map(({ member, personId, again, leaves }) => ({
        id: member.id,
        personId: personId ?? '',
        again,
        leaves,
        known: known.has(personId ?? ''),
      }))
    return { ok: true, members }
  })
}

function invite(ctx: Ctx, party: Party, refusals: Map<Party, Problem>): Guest[] {
  const { division, recordedAt, members } = party
  const today = dayInChina(ctx.now)
  const issues: Issue[] = []
  const guests = members.map((member, nth): Guest => {
    const { id, personId, name, document, phone, sex, birthDate } = member
    const guest = { party, nth, member, personId, again: false, leaves: null, traveller: null, document: null }
    if (personId !== null) return guest
    const traveller = { id, division, recordedAt, name, document, phone, sex, birthDate }
    const identity = checkIdentity(traveller, today)
    if ('code' in identity) {
      issues.push(...identity.issues.map((issue) => ({ ...issue, path: `members.${nth}.${issue.path}` })))
      return guest
    }
    const digest = identity.document && documentDigest(ctx.actor.county, identity.document).toString('hex')
    return { ...guest, traveller, document: digest }
  })
  if (issues.length > 0) refusals.set(party, membersRefused({}, issues))
  return guests
}

/** An id that is there already is either the same membership sent again, or belongs to something else. */
async function settleIds(ctx: Ctx, guests: readonly Guest[], refusals: Map<Party, Problem>): Promise<void> {
  const ids = guests.map(({ member }) => member.id)
  const spoken = await listSpokenFor(ctx.tx, ids)
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

async function identify(ctx: Ctx, guests: readonly Guest[], refusals: Map<Party, Problem>): Promise<void> {
  const chosen = guests.filter(({ personId }) => personId !== null)
  const [known, standing] = await Promise.all([
    listKnown(
      ctx.tx,
      guests.flatMap(({ document }) => (document ? [Buffer.from(document, 'hex')] : [])),
    ),
    chosen.length > 0
      ? findStanding(
          ctx.tx,
          chosen.map(({ personId }) => personId ?? ''),
        )
      : new Map<string, string>(),
  ])
  const owners = new Map(known.map(({ digest, personId }) => [digest.toString('hex'), personId]))
  for (const guest of guests) {
    if (guest.personId === null) {
      guest.personId = guest.document ? (owners.get(guest.document) ?? null) : null
      continue
    }
    guest.personId = standing.get(guest.personId) ?? null
    if (guest.personId === null) refuse(refusals, guest, 'unknown', 'personId')
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
    for (const key of [guest.personId, guest.document].filter((one) => one !== null)) {
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

async function enrol(ctx: Ctx, guests: readonly Guest[]): Promise<void> {
  const travellers = guests.flatMap(({ traveller }) => traveller ?? [])
  if (travellers.length === 0) return
  const enrolled = await enrolMany(ctx, travellers)
  const personOf = new Map(
    travellers.map(({ id }, at) => {
      const verdict = enrolled[at]
      // All of it was judged a moment ago: somebody else was quicker, and nothing of this transaction may stand.
      if (!verdict?.ok) throw registeredMeanwhile()
      return [id, verdict.value.personId]
    }),
  )
  for (const guest of guests) {
    const personId = personOf.get(guest.member.id) ?? guest.personId
    if (personId !== (guest.personId ?? guest.member.id)) throw registeredMeanwhile()
    guest.personId = personId
  }
}
