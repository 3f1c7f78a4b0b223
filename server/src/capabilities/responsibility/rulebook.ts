import type { Ctx } from '../../kernel/operation.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { firstKinds, firstTeams } from './editions.ts'
import { type Dated, inForce, type PostKind, type TeamRule } from './rules.ts'
import { listRuleRows } from './sql.rules.ts'

export interface Rulebook {
  kinds: Map<string, PostKind>
  teams: Map<string, TeamRule>
}

/** What the program begins with and, on top, what the county has said itself. */
export async function allRules(ctx: Ctx): Promise<{ kinds: Dated<PostKind>[]; teams: Dated<TeamRule>[] }> {
  const own = await listRuleRows(ctx.tx)
  return { kinds: [...firstKinds, ...own.kinds], teams: [...firstTeams, ...own.teams] }
}

export async function rulesInForce(ctx: Ctx, moment = ctx.now): Promise<Rulebook> {
  const { kinds, teams } = await allRules(ctx)
  const day = dayInChina(moment)
  return { kinds: inForce(kinds, day), teams: inForce(teams, day) }
}
