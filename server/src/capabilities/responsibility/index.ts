import type { Capability, Ctx } from '../../kernel/operation.ts'
import { responsibilityRoutes } from './routes.ts'
import { listAnswering } from './sql.neighbours.ts'
import { keepStanding } from './sql.standing.ts'

export const responsibilityCapability: Capability = {
  name: 'responsibility',
  routes: responsibilityRoutes,
  followers: [keepStanding],
}

export { openPosts, seatSomebody } from './operations.posts.ts'
export { findPostsTitled } from './sql.posts.ts'

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
