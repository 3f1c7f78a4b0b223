import type { Ctx } from '../../kernel/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import { findCompounds, findDivisions } from '../places/index.ts'
import { compoundUnknown, divisionUnknown, householdUnknown, reachRefused } from './problems.ts'
import { mayReach, type Rank } from './rules.ts'
import type { Reach } from './schema.ts'
import { findHomes, type HomeRow, type NewDuty } from './sql.duties.ts'

type Where = Pick<NewDuty, 'division' | 'reach' | 'compound_id' | 'block' | 'household_id'>
export interface Ground {
  homes: Map<string, HomeRow>
  divisions: ReadonlyMap<string, unknown>
  compounds: ReadonlyMap<string, string>
}

/** Everything that duties name, looked up at once. */
export async function groundOf(ctx: Ctx, reaches: readonly Reach[], more: readonly string[] = []): Promise<Ground> {
  const divisions = reaches.flatMap((one) => ('division' in one ? [one.division] : []))
  const compounds = reaches.flatMap((one) => ('compoundId' in one && one.compoundId ? [one.compoundId] : []))
  const homes = reaches.flatMap((one) => (one.reach === 'household' ? [one.householdId] : []))
  return {
    divisions: await findDivisions(ctx.tx, [...divisions, ...more]),
    compounds: compounds.length > 0 ? await findCompounds(ctx.tx, [...new Set(compounds)]) : new Map(),
    homes: await findHomes(ctx.tx, homes),
  }
}

const nowhere = { compound_id: null, block: null, household_id: null }

function place(what: Reach, { homes, divisions, compounds }: Ground): Where | Problem {
  if (what.reach === 'household') {
    const home = homes.get(what.householdId)
    if (!home) return householdUnknown({ id: what.householdId })
    return { ...nowhere, reach: 'household', division: home.division, household_id: home.id }
  }
  if (!divisions.has(what.division)) return divisionUnknown({ division: what.division })
  if (what.reach === 'division') return { ...nowhere, reach: 'division', division: what.division }
  if (what.compoundId && compounds.get(what.compoundId) !== what.division)
    return compoundUnknown({ id: what.compoundId })
  const { division, reach, compoundId: compound_id } = what
  return what.reach === 'block'
    ? { ...nowhere, division, reach, compound_id, block: what.block }
    : { ...nowhere, division, reach, compound_id }
}

/** Where a duty lies, or why the post cannot have it. */
export function resolve(
  post: { rank: Rank; division: string; kind: string },
  what: Reach,
  ground: Ground,
): Where | Problem {
  const where = place(what, ground)
  if (where instanceof Error) return where
  const fits = mayReach(post, { reach: what.reach, division: where.division })
  return fits ? where : reachRefused({ reach: what.reach, kind: post.kind })
}

export const keyOf = (what: Reach): string => {
  switch (what.reach) {
    case 'household':
      return `household/${what.householdId}`
    case 'division':
      return `division/${what.division}`
    case 'compound':
      return `compound/${what.division}/${what.compoundId}`
    case 'block':
      return `block/${what.division}/${what.compoundId ?? ''}/${what.block}`
    default:
      return what satisfies never
  }
}
