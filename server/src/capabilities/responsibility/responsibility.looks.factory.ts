import type { AskedLook } from '../people/looks.factory.ts'
import { openPosts } from './operations.posts.ts'
import { aPost } from './responsibility.factory.ts'
import { OpenPost } from './schema.ts'

/** The person on a post that answers for their own household. */
const aPostOf: AskedLook['params'] = async ({ inside, county }, { id, alikeId, householdId }) => {
  const said = { id: alikeId, holder: { kind: 'person' as const, id } }
  const post = OpenPost.parse(aPost(`${county}100201`, { ...said, duties: [{ reach: 'household', householdId }] }))
  await inside(async (ctx) => openPosts.runMany(ctx, [post], await openPosts.load(ctx, [post]), []))
  return { postId: alikeId }
}

const purpose = 'home-visit'
export const responsibilityLooks: Record<string, AskedLook> = {
  'responsibility.chain.read': { purpose, count: 1, params: aPostOf, subject: ({ householdId }) => householdId },
  'responsibility.post.occupancies': { purpose, count: 1, params: aPostOf, subject: ({ alikeId }) => alikeId },
  'responsibility.post.hand-over': { purpose, count: 1, params: aPostOf, subject: ({ alikeId }) => alikeId },
}
