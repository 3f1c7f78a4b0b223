import { announce } from '../../kernel/feed.ts'
import { batchOperation, type Ctx, type Sender, type Verdict } from '../../kernel/operation.ts'
import { idTaken, Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { profilesInForce } from '../cases/index.ts'
import { listMet } from '../people/index.ts'
import { findDivisions } from '../places/index.ts'
import { endOfDay } from '../places/rules.clock.ts'
import { collectingEnded } from '../retention/index.ts'
import { homeProblem, judgeDecision, type ProfileAt } from './judging.ts'
import { mayDecide } from './policy.ts'
import {
  divisionUnknown,
  personUnknown,
  proposalAnswered,
  proposalUnknown,
  sourceUnknown,
  underOrder,
} from './problems.ts'
import { BATCH_MAX, Opened, OpenOrder } from './schema.ts'
import { findProposals, type KnownProposal, keepAnswers } from './sql.proposals.ts'
import { findSources } from './sql.sources.ts'
import { findStanding, keepOpenings, listSpans, type NewOpening } from './sql.ts'

interface Known {
  divisions: ReadonlyMap<string, unknown>
  met: ReadonlySet<string>
  standing: ReadonlyMap<string, string>
  sources: (source: OpenOrder['source']) => boolean
  profiles: ReadonlyMap<string, ProfileAt>
  ended: ReadonlyMap<string, (at: Date) => Problem | null>
  proposals: ReadonlyMap<string, KnownProposal>
}

/** A disease that the county has no profile of is one order's mistake, not the batch's. */
async function profilesOf(ctx: Ctx, disease: string): Promise<ProfileAt> {
  const inForce = await profilesInForce(ctx, disease)
  return (at) => {
    try {
      return inForce(at)
    } catch (error) {
      if (error instanceof Problem) return error
      throw error
    }
  }
}

async function knownTo(ctx: Ctx, items: readonly OpenOrder[]): Promise<Known> {
  const personIds = items.map(({ personId }) => personId)
  const diseases = [...new Set(items.map(({ disease }) => disease))]
  const [divisions, met, standing, sources, proposals, profiles, ended] = await Promise.all([
    findDivisions(
      ctx.tx,
      items.map(({ division }) => division),
    ),
    listMet(ctx.tx, personIds),
    findStanding(ctx.tx, personIds),
    findSources(
      ctx.tx,
      items.map(({ source }) => source),
    ),
    findProposals(
      ctx.tx,
      items.flatMap(({ proposalId }) => proposalId ?? []),
    ),
    Promise.all(diseases.map(async (disease) => [disease, await profilesOf(ctx, disease)] as const)),
    Promise.all(diseases.map(async (disease) => [disease, await collectingEnded(ctx, disease)] as const)),
  ])
  return { divisions, met, standing, sources, proposals, profiles: new Map(profiles), ended: new Map(ended) }
}

/** Orders of isolation, one or a thousand: each judged by itself. */
export const openOrders = batchOperation({
  name: 'isolation.order.open',
  summary: { zh: '作出隔离决定', en: 'Order isolation' },
  kind: 'write',
  item: OpenOrder,
  done: Opened,
  max: BATCH_MAX,
  load: knownTo,
  allow: (actor, _known, { division }) => mayDecide(actor, division),
  async runMany(ctx, items, known, senders) {
    const verdicts: Array<Verdict<Opened>> = new Array(items.length)
    const sound: Array<{ at: number; row: NewOpening }> = []
    items.forEach((item, at) => {
      const row = openingOf(ctx, item, known, senders[at])
      if (row instanceof Problem) verdicts[at] = { ok: false, problem: row }
      else sound.push({ at, row })
    })
    const free = await withoutOverlap(ctx, sound, verdicts)
    const arrivals = await keepOpenings(
      ctx.tx,
      free.map(({ row }) => row),
    )
    free.forEach(({ at, row }, index) => {
      const arrival = arrivals[index]
      if (!arrival || arrival === 'taken') verdicts[at] = { ok: false, problem: idTaken({ id: row.id }) }
      else {
        const value = { id: row.id, arrival, profile: row.profile, endsAt: endOfDay(row.ends_on).toISOString() }
        verdicts[at] = { ok: true, arrival, value }
      }
    })
    const added = free.filter((_, index) => arrivals[index] === 'new')
    await keepAnswers(
      ctx.tx,
      added.flatMap(({ at, row }) => answerOf(row, items[at]?.proposalId ?? null)),
    )
    tell(
      ctx,
      added.map(({ row }) => row),
    )
    return verdicts
  },
  audit: auditOrders,
})

function openingOf(ctx: Ctx, item: OpenOrder, known: Known, sender: Sender | undefined): NewOpening | Problem {
  if (!sender) throw new Error('isolation: an order without a sender')
  const { division, personId, source, kind } = item
  const startsAt = new Date(item.startsAt)
  const personNow = known.met.has(personId) ? known.standing.get(personId) : undefined
  if (!personNow) return personUnknown({ id: personId })
  if (!known.divisions.has(division) || (kind === 'home' && division.length !== 12))
    return divisionUnknown({ division })
  if (!known.sources(source)) return sourceUnknown({ kind: source.kind, ref: source.ref ?? '' })
  const unanswerable = proposalProblem(item, known)
  if (unanswerable) return unanswerable
  const over = known.ended.get(item.disease)?.(startsAt)
  if (over) return over
  const profile = known.profiles.get(item.disease)?.(startsAt)
  if (!profile || profile instanceof Problem) return profile ?? personUnknown({ id: personId })
  const problem =
    judgeDecision({ ...item, startsAt, now: ctx.now, profile }) ??
    (kind === 'home' ? homeProblem(item.home, ctx.now) : null)
  if (problem) return problem
  return {
    county: sender.actor.county,
    id: item.id,
    division,
    person_id: personNow,
    household_id: item.householdId,
    kind,
    profile: profile.code,
    ground: item.ground,
    anchor_on: item.anchorOn,
    anchor_kind: item.anchorKind,
    source_kind: source.kind,
    source_ref: source.ref,
    document_no: item.documentNo,
    authority: item.authority,
    decider: item.decider,
    appeal: item.appeal,
    starts_at: startsAt,
    ends_on: item.endsOn,
    review_on: item.reviewOn,
    home_checked_at: item.home ? new Date(item.home.checkedAt) : null,
    home_checked_by: item.home?.checkedBy ?? null,
    home_met: item.home?.met ?? [],
    follows: null,
    recorded_by: sender.actor.accountId,
    recorded_at: new Date(Date.parse(item.recordedAt) + sender.clockOffsetMs),
    received_at: ctx.now,
    digest: digestOf(item),
  }
}

function proposalProblem({ proposalId, personId, id }: OpenOrder, { proposals, standing }: Known): Problem | null {
  if (proposalId === null) return null
  const proposal = proposals.get(proposalId)
  if (proposal?.personId !== standing.get(personId)) return proposalUnknown({ id: proposalId })
  return proposal?.answered && proposal.orderId !== id ? proposalAnswered() : null
}

function answerOf(row: NewOpening, proposalId: string | null) {
  const { county, id, division, recorded_by, recorded_at, received_at, digest } = row
  if (proposalId === null) return []
  return [
    { county, proposal_id: proposalId, id, division, order_id: id, recorded_by, recorded_at, received_at, digest },
  ]
}

interface Sound {
  at: number
  row: NewOpening
}
/** Nobody is under two orders at one time; the first of a batch stands. An order that is sent again is no second one. */
async function withoutOverlap(
  { tx }: Ctx,
  sound: readonly Sound[],
  verdicts: Array<Verdict<Opened>>,
): Promise<Sound[]> {
  if (sound.length === 0) return []
  const taken = new Map<string, Array<{ orderId: string; from: Date; to: Date }>>()
  for (const { personId, ...span } of await listSpans(
    tx,
    sound.map(({ row }) => row.person_id),
  )) {
    taken.set(personId, [...(taken.get(personId) ?? []), span])
  }
  return sound.filter(({ at, row }) => {
    const spans = taken.get(row.person_id) ?? []
    const to = endOfDay(row.ends_on)
    if (spans.some(({ orderId }) => orderId === row.id)) return true
    const other = spans.find((span) => span.from < to && row.starts_at < span.to)
    if (other) verdicts[at] = { ok: false, problem: underOrder({ orderId: other.orderId }) }
    else taken.set(row.person_id, [...spans, { orderId: row.id, from: row.starts_at, to }])
    return !other
  })
}

/** One announcement per division, however many orders. */
export function tell(ctx: Ctx, rows: ReadonlyArray<{ id: string; division: string }>): void {
  const ids = new Map<string, string[]>()
  for (const { id, division } of rows) ids.set(division, [...(ids.get(division) ?? []), id])
  announce(
    ctx,
    [...ids].map(([division, all]) => ({ kind: 'isolation-order', division, ids: all })),
  )
}

export function auditOrders(items: ReadonlyArray<{ id: string }>, verdicts: ReadonlyArray<Verdict<unknown>>) {
  const done = verdicts.flatMap((verdict) => (verdict.ok ? [verdict.arrival] : []))
  return {
    count: items.length,
    ...(items.length === 1 ? { subject: items[0]?.id ?? '' } : {}),
    note: {
      new: done.filter((arrival) => arrival === 'new').length,
      again: done.filter((arrival) => arrival === 'again').length,
      refused: verdicts.length - done.length,
      first: items[0]?.id ?? null,
    },
  }
}
