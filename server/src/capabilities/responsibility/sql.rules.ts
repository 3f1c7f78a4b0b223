import type { Json, Tx } from '../../kernel/db.ts'
import { type Arrival, type Fact, keepFact } from '../../kernel/facts.ts'
import type { Dated, PostKind, TeamRule } from './rules.ts'

export interface RuleRow {
  subject: 'post-kind' | 'team'
  since: string
  body: PostKind | TeamRule
}
/** The county's own, in the order they were made: a later one of the same day wins. */
export async function listRuleRows(tx: Tx): Promise<{ kinds: Dated<PostKind>[]; teams: Dated<TeamRule>[] }> {
  const rows = await tx<RuleRow[]>`
    select subject, to_char(since, 'YYYY-MM-DD') as since, body from responsibility.rule
    where county = (select kernel.app_county()) order by since, received_at, id`
  const of = <B>(wanted: RuleRow['subject']) =>
    rows.filter(({ subject }) => subject === wanted).map(({ since, body }) => ({ since, body: body as B }))
  return { kinds: of<PostKind>('post-kind'), teams: of<TeamRule>('team') }
}

export async function keepRule(
  tx: Tx,
  row: Omit<Fact, 'division'> & { subject: string; code: string; since: string; body: object },
): Promise<Arrival> {
  return keepFact(tx, 'responsibility.rule', { ...row, body: tx.json(row.body as Json) })
}
