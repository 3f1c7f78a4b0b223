import type { Ctx } from '../../kernel/operation.ts'
import { findPosts, postsOfKinds } from '../responsibility/index.ts'
import { postUnknown } from './problems.organisation.ts'

export interface Seat {
  title: string
  holderName: string | null
}
/** What posts are called and who sits on them at a moment; a post that the reader may not know is not there. */
export async function seatsOf(
  ctx: Ctx,
  postIds: readonly string[],
  division: string,
  moment: Date,
): Promise<Map<string, Seat>> {
  const posts = await findPosts(ctx.tx, [...new Set(postIds)])
  const kinds = [...new Set([...posts.values()].map(({ kind }) => kind))]
  const seated = kinds.length === 0 ? [] : await postsOfKinds(ctx, kinds, division, moment)
  const names = new Map(seated.map(({ postId, holderName }) => [postId, holderName]))
  return new Map([...posts.values()].map(({ id, title }) => [id, { title, holderName: names.get(id) ?? null }]))
}

export async function postsKnown({ tx }: Ctx, ids: readonly string[]): Promise<void> {
  const found = await findPosts(tx, [...new Set(ids)])
  const missing = ids.find((id) => !found.has(id))
  if (missing) throw postUnknown({ id: missing })
}
