import type { Tx } from '../../kernel/db.ts'
import type { Kind } from './rules.ts'
import type { OrderRow } from './schema.orders.ts'
import type { Source } from './schema.ts'

export interface KnownProposal {
  id: string
  division: string
  personId: string
  answered: boolean
  /** The order that came of it. */
  orderId: string | null
}
export async function findProposals(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownProposal>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<KnownProposal[]>`
    select p.id, p.division, p.person_id as "personId", a.id is not null as answered, a.order_id as "orderId"
    from isolation.proposal p
    left join isolation.proposal_answer a on a.county = p.county and a.proposal_id = p.id
    where p.county = (select kernel.app_county()) and p.id = any(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

export interface StoredProposal {
  id: string
  division: string
  personId: string
  householdId: string | null
  kind: Kind
  ground: OrderRow['ground']
  anchorOn: string
  sourceKind: Source['kind']
  sourceRef: string | null
  homeCheckedAt: Date | null
  homeCheckedBy: string | null
  homeMet: string[]
  proposedAt: Date
}
/** Those that wait for an answer, the oldest first. */
export function listProposalRows(
  tx: Tx,
  { area, after, limit }: { area: string; after: { at: string; id: string } | null; limit: number },
): Promise<StoredProposal[]> {
  return tx<StoredProposal[]>`
    select p.id, p.division, p.person_id as "personId", p.household_id as "householdId", p.kind, p.ground, p.anchor_on::text as "anchorOn",
      p.source_kind as "sourceKind", p.source_ref as "sourceRef", p.home_checked_at as "homeCheckedAt",
      p.home_checked_by as "homeCheckedBy", p.home_met as "homeMet", p.received_at as "proposedAt"
    from isolation.proposal p
    where p.county = (select kernel.app_county()) and p.division >= ${area} and p.division < ${`${area}:`}
      and not exists (select from isolation.proposal_answer a where a.county = p.county and a.proposal_id = p.id)
      ${after ? tx`and (p.received_at, p.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
    order by p.received_at, p.id limit ${limit}`
}

/** The orders that answer proposals. */
export async function keepAnswers(
  tx: Tx,
  answers: ReadonlyArray<{
    county: number
    proposal_id: string
    id: string
    division: string
    order_id: string
    recorded_by: string | null
    recorded_at: Date
    received_at: Date
    digest: Buffer
  }>,
): Promise<void> {
  if (answers.length > 0) await tx`insert into isolation.proposal_answer ${tx(answers)} on conflict do nothing`
}
