import { batchOperation, type Ctx, operation, type Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { loadPost, momentFor, origin, tellPosts, timeProblem } from './operations.posts.ts'
import { mayCall, mayManage } from './policy.ts'
import { dutyUnknown, postClosed, postUnknown } from './problems.ts'
import { type Ground, groundOf, resolve } from './reaches.ts'
import { BATCH_MAX, BeginDuty, EndDuty, EndedDuty, Kept, RollCall } from './schema.ts'
import { findDuty, keepDuties, keepDutyEnds, type NewDuty } from './sql.duties.ts'
import { findPosts, type PostStanding } from './sql.posts.ts'
import { keepRollCall } from './sql.signs.ts'
import { ROLL_CALLED } from './sql.standing.ts'

export const beginDuties = batchOperation({
  name: 'responsibility.duty.begin',
  summary: { zh: '明确包联范围', en: 'Say what posts answer for' },
  kind: 'write',
  item: BeginDuty,
  done: Kept,
  max: BATCH_MAX,
  async load(ctx, items) {
    const posts = await findPosts(
      ctx.tx,
      items.map(({ postId }) => postId),
    )
    return {
      posts,
      ground: await groundOf(
        ctx,
        items.map(({ what }) => what),
      ),
    }
  },
  allow(actor, { posts }, { postId }) {
    const post = posts.get(postId)
    return post ? mayManage(actor, post.division) : postUnknown({ id: postId })
  },
  async runMany(ctx, items, { posts, ground }) {
    const verdicts: Array<Verdict<{ id: string; arrival: 'new' | 'again' }>> = new Array(items.length)
    const rows: Array<{ at: number; post: PostStanding; row: NewDuty }> = []
    items.forEach((item, at) => {
      const post = posts.get(item.postId)
      if (!post) throw new Error('responsibility: allowed without a post')
      const row = dutyOf(ctx, item, { post, ground })
      if (row instanceof Error) verdicts[at] = { ok: false, problem: row }
      else rows.push({ at, post, row })
    })
    const arrivals = await keepDuties(
      ctx.tx,
      rows.map(({ row }) => row),
    )
    rows.forEach(({ at, row: { id } }, index) => {
      const arrival = arrivals[index]
      verdicts[at] =
        arrival === 'new' || arrival === 'again'
          ? { ok: true, arrival, value: { id, arrival } }
          : { ok: false, problem: idTaken({ id }) }
    })
    tellPosts(
      ctx,
      rows.filter((_, index) => arrivals[index] === 'new').map(({ post }) => post),
    )
    return verdicts
  },
  audit: (items, verdicts) => ({
    count: verdicts.filter((one) => one.ok && one.arrival === 'new').length,
    ...(items.length === 1 && items[0] ? { subject: items[0].postId } : {}),
    note: { sent: items.length, refused: verdicts.filter((one) => !one.ok).length },
  }),
})

function dutyOf(
  ctx: Ctx,
  item: BeginDuty,
  { post, ground }: { post: PostStanding; ground: Ground },
): NewDuty | Problem {
  const where = resolve(post, item.what, ground)
  if (where instanceof Error) return where
  const begins_at = new Date(item.beginsAt)
  const late = timeProblem(begins_at, ctx.now)
  if (late) return late
  if (post.closedAt && begins_at >= post.closedAt)
    return postClosed({ id: post.id, closedAt: post.closedAt.toISOString() })
  const { id, postId: post_id } = item
  return { ...origin(ctx), ...where, id, post_id, rank: post.rank, begins_at, plan_id: null, digest: digestOf(item) }
}

export const endDuty = operation({
  name: 'responsibility.duty.end',
  summary: { zh: '解除一条包联关系', en: 'Take a duty away' },
  kind: 'write',
  input: EndDuty,
  output: EndedDuty,
  async load(ctx, { dutyId }) {
    const duty = await findDuty(ctx.tx, dutyId)
    if (!duty) throw dutyUnknown({ id: dutyId })
    return { duty, post: await loadPost(ctx, duty) }
  },
  allow: (actor, { post }) => mayManage(actor, post.division),
  async run(ctx, { dutyId, at }, { duty, post }) {
    const ended_at = momentFor(ctx, { ...post, openedAt: duty.beginsAt }, at)
    const row = { ...origin(ctx), duty_id: dutyId, division: duty.division, ended_at, plan_id: null }
    const kept = await keepDutyEnds(ctx.tx, [row])
    if (kept > 0) tellPosts(ctx, [post])
    return { dutyId, arrival: kept > 0 ? ('new' as const) : ('again' as const) }
  },
  audit: ({ input, loaded: { duty, post }, output }) => ({
    subject: post.id,
    division: duty.division,
    note: { duty: input.dutyId, arrival: output.arrival },
  }),
})

export const callRoll = operation({
  name: 'responsibility.roll.call',
  summary: { zh: '点名(登记责任人有回应)', en: 'Record who answered a roll call' },
  kind: 'write',
  input: RollCall,
  output: Kept,
  async load({ tx }, { postIds }) {
    const posts = await findPosts(tx, postIds)
    const unknown = postIds.find((id) => !posts.has(id))
    if (unknown) throw postUnknown({ id: unknown })
    return [...posts.values()]
  },
  allow: (actor, posts, { division }) =>
    mayCall(actor, division) && posts.every((post) => post.division.startsWith(division)),
  async run(ctx, input, posts) {
    const at = new Date(input.at)
    const late = timeProblem(at, ctx.now)
    if (late) throw late
    const { id, division, how } = input
    const call = { ...origin(ctx), id, division, how, at, digest: digestOf(input) }
    const arrival = await keepRollCall(ctx.tx, call, posts)
    if (arrival === 'taken') throw idTaken({ id })
    if (arrival === 'new') tellPosts(ctx, posts, ROLL_CALLED)
    return { id, arrival }
  },
  audit: ({ input, output }) => ({
    division: input.division,
    count: input.postIds.length,
    note: { call: input.id, how: input.how, arrival: output.arrival },
  }),
})
