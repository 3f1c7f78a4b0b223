import type { Capability, Ctx } from '../../kernel/operation.ts'
import { nameAccounts } from '../access/index.ts'
import { responsibilityRoutes } from './routes.ts'
import { derivedStanding } from './sql.derived.ts'
import { countTeamsWithin, listAnswering, listPostsOfKinds } from './sql.neighbours.ts'
import { keepStanding } from './sql.standing.ts'

export const responsibilityCapability: Capability = {
  name: 'responsibility',
  routes: responsibilityRoutes,
  followers: [keepStanding],
  derived: [derivedStanding],
}

export { openPosts, seatSomebody } from './operations.posts.ts'
export { findPosts, findPostsTitled } from './sql.posts.ts'

/** For each household the posts of the last level that answer for it now, with somebody on them or not; without any, it is not there. */
export async function postsOfHouseholds(ctx: Ctx, householdIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const { householdId, postId } of await listAnswering(ctx.tx, householdIds, ctx.now)) {
    const own = found.get(householdId)
    if (own) own.push(postId)
    else found.set(householdId, [postId])
  }
  return found
}

/** Posts of some kinds in a division and those it lies in, with the name of the account on them. */
export async function postsOfKinds(ctx: Ctx, kinds: readonly string[], division: string, moment = ctx.now) {
  const divisions = [6, 9, 12].filter((length) => length <= division.length).map((length) => division.slice(0, length))
  const posts = await listPostsOfKinds(ctx.tx, { kinds, divisions, moment })
  const names = await nameAccounts(
    ctx,
    posts.flatMap(({ accountId }) => accountId ?? []),
  )
  return posts.map(({ accountId, ...post }) => ({ ...post, holderName: names.get(accountId ?? '')?.name ?? null }))
}

/** Teams around somebody, of any rule, that stand at a moment. */
export const countTeams = (ctx: Ctx, division: string, moment: Date): Promise<number> =>
  countTeamsWithin(ctx.tx, division, moment)
