import { type Ctx, cursorOf, operation, positionOf, purposeOf } from '../../kernel/operation.ts'
import { listMet, maskedMany } from '../people/index.ts'
import { nameOfDivisions } from '../places/index.ts'
import { tell } from './operations.open.ts'
import { mayDecide, mayPropose, maySeeProposals } from './policy.ts'
import { personUnknown, proposalAnswered, proposalUnknown, sourceUnknown } from './problems.ts'
import { ListProposals, ProposalPage } from './schema.orders.ts'
import { Arrived, DeclineProposal, Propose } from './schema.ts'
import { keepCourseFact } from './sql.course.ts'
import { findProposals, listProposalRows } from './sql.proposals.ts'
import { findSources } from './sql.sources.ts'
import { findStanding } from './sql.ts'
import { cameBefore, factOf } from './standing.ts'

/** A township says whom it would have isolated, and why; nobody is kept anywhere by it. */
export const propose = operation({
  name: 'isolation.proposal.make',
  summary: { zh: '提出隔离建议', en: 'Propose isolation' },
  kind: 'write',
  input: Propose,
  output: Arrived,
  allow: (actor, _loaded, { division }) => mayPropose(actor, division),
  async run(ctx, sent) {
    const fact = factOf(ctx, sent, sent.division)
    if (await cameBefore(ctx, 'proposal', fact)) return { id: sent.id, arrival: 'again' as const }
    const { source, personId, home } = sent
    if (!(await listMet(ctx.tx, [personId])).has(personId)) throw personUnknown({ id: personId })
    if (!(await findSources(ctx.tx, [source]))(source))
      throw sourceUnknown({ kind: source.kind, ref: source.ref ?? '' })
    await keepCourseFact(ctx.tx, 'proposal', {
      ...fact,
      person_id: (await findStanding(ctx.tx, [personId])).get(personId) ?? personId,
      household_id: sent.householdId,
      kind: sent.kind,
      ground: sent.ground,
      anchor_on: sent.anchorOn,
      source_kind: source.kind,
      source_ref: source.ref,
      home_checked_at: home ? new Date(home.checkedAt) : null,
      home_checked_by: home?.checkedBy ?? null,
      home_met: home?.met ?? [],
    })
    tell(ctx, [sent])
    return { id: sent.id, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({
    subject: input.personId,
    division: input.division,
    note: { arrival: output.arrival },
  }),
})

/** The desk says no, and why. A yes is the order that names the proposal. */
export const declineProposal = operation({
  name: 'isolation.proposal.decline',
  summary: { zh: '不采纳隔离建议', en: 'Decline a proposal' },
  kind: 'write',
  input: DeclineProposal,
  output: Arrived,
  async load({ tx }, { proposalId }) {
    const found = (await findProposals(tx, [proposalId])).get(proposalId)
    if (!found) throw proposalUnknown({ id: proposalId })
    return found
  },
  allow: (actor, { division }) => mayDecide(actor, division),
  async run(ctx, sent, proposal) {
    const fact = factOf(ctx, sent, proposal.division)
    if (await cameBefore(ctx, 'proposal_answer', fact)) return { id: sent.id, arrival: 'again' as const }
    if (proposal.answered) throw proposalAnswered()
    await keepCourseFact(ctx.tx, 'proposal_answer', {
      ...fact,
      proposal_id: proposal.id,
      order_id: null,
      reason: sent.reason,
    })
    tell(ctx, [proposal])
    return { id: sent.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.proposalId,
    division: loaded.division,
    note: { arrival: output.arrival },
  }),
})

export const listProposals = operation({
  name: 'isolation.proposal.list',
  summary: { zh: '待办隔离建议', en: 'Proposals to decide' },
  kind: 'read',
  personal: true,
  input: ListProposals,
  output: ProposalPage,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => maySeeProposals(actor, purpose, area),
  async run(ctx, { area = ctx.actor.division, after, limit }) {
    const rows = await listProposalRows(ctx.tx, { area, after: positionOf(after), limit })
    return {
      items: await proposalsOf(ctx, rows),
      next: cursorOf(rows, limit, ({ proposedAt, id }) => ({ at: proposedAt, id })),
    }
  },
  audit: ({ output }) => ({ count: output.items.length, note: { first: output.items[0]?.id ?? null } }),
})

async function proposalsOf(ctx: Ctx, rows: Awaited<ReturnType<typeof listProposalRows>>) {
  const persons = await maskedMany(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const names = await nameOfDivisions(ctx.tx)
  return rows.map(({ sourceKind, sourceRef, homeCheckedAt, homeCheckedBy, homeMet, proposedAt, ...row }) => ({
    ...row,
    divisionName: names.get(row.division) ?? row.division,
    person: persons.get(row.personId) ?? null,
    source: { kind: sourceKind, ref: sourceRef },
    home: homeCheckedAt && { checkedAt: homeCheckedAt.toISOString(), checkedBy: homeCheckedBy ?? '', met: homeMet },
    proposedAt: proposedAt.toISOString(),
  }))
}
