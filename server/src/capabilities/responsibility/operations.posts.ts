import { announce } from '../../kernel/feed.ts'
import { batchOperation, type Ctx, operation, type Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { isAhead } from '../places/rules.clock.ts'
import { findHolders, heldBy } from './holders.ts'
import { mayManage, maySeat } from './policy.ts'
import {
  beforeOpening,
  divisionUnknown,
  holderUnknown,
  inFuture,
  kindUnknown,
  postClosed,
  postUnknown,
  wrongLevel,
} from './problems.ts'
import { type Ground, groundOf, keyOf, resolve } from './reaches.ts'
import { type Rulebook, rulesInForce } from './rulebook.ts'
import { type PostKind, sitsAt } from './rules.ts'
import { BATCH_MAX, ClosedPost, ClosePost, Kept, OpenPost, SeatSomebody } from './schema.ts'
import { keepDuties, type NewDuty } from './sql.duties.ts'
import { findPosts, keepPostEnd, keepPosts, keepSeatings, type NewSeating, type PostStanding } from './sql.posts.ts'
import { POST_CHANGED } from './sql.standing.ts'

/** One announcement for each division however many posts. */
export function tellPosts(ctx: Ctx, posts: ReadonlyArray<{ id: string; division: string }>, kind = POST_CHANGED): void {
  const ids = new Map<string, string[]>()
  for (const { division, id } of posts) ids.set(division, [...(ids.get(division) ?? []), id])
  announce(
    ctx,
    [...ids].map(([division, all]) => ({ kind, division, ids: [...new Set(all)] })),
  )
}

export const origin = ({ actor, now }: Ctx) => ({ county: actor.county, recorded_by: actor.seatId, received_at: now })

export const timeProblem = (at: Date, now: Date): Problem | null =>
  isAhead(at, now) ? inFuture({ at: at.toISOString(), now: now.toISOString() }) : null

interface Known {
  rules: Rulebook
  ground: Ground
  holders: ReadonlySet<string>
}

export const openPosts = batchOperation({
  name: 'responsibility.post.open',
  summary: {
    zh: '设立责任岗位(可同时写明任岗人和包联范围)',
    en: 'Set up posts, with who takes them and what they answer for',
  },
  kind: 'write',
  item: OpenPost,
  done: Kept,
  max: BATCH_MAX,
  async load(ctx, items): Promise<Known> {
    return {
      rules: await rulesInForce(ctx),
      ground: await groundOf(
        ctx,
        items.flatMap(({ duties }) => duties),
        items.map(({ division }) => division),
      ),
      holders: await findHolders(
        ctx,
        items.map(({ holder }) => holder),
      ),
    }
  },
  allow: (actor, _known, { division }) => mayManage(actor, division),
  async runMany(ctx, items, known) {
    const verdicts: Array<Verdict<{ id: string; arrival: 'new' | 'again' }>> = new Array(items.length)
    const sound: Array<{ at: number; item: OpenPost; kind: PostKind; duties: NewDuty[] }> = []
    items.forEach((item, at) => {
      const made = judge(ctx, item, known)
      if (made instanceof Error) verdicts[at] = { ok: false, problem: made }
      else sound.push({ at, item, ...made })
    })
    const arrivals = await keepPosts(
      ctx.tx,
      sound.map(({ item, kind }) => ({
        ...origin(ctx),
        id: item.id,
        division: item.division,
        kind: item.kind,
        rank: kind.rank,
        title: item.title,
        opened_at: new Date(item.openedAt),
        digest: digestOf(item),
      })),
    )
    const fresh = sound.filter((_, index) => arrivals[index] === 'new')
    await keepSeatings(
      ctx.tx,
      fresh.flatMap(({ item }) => firstSeating(ctx, item)),
    )
    await keepDuties(
      ctx.tx,
      fresh.flatMap(({ duties }) => duties),
    )
    tellPosts(
      ctx,
      fresh.map(({ item }) => item),
    )
    sound.forEach(({ at, item: { id } }, index) => {
      const arrival = arrivals[index]
      verdicts[at] =
        arrival === 'new' || arrival === 'again'
          ? { ok: true, arrival, value: { id, arrival } }
          : { ok: false, problem: idTaken({ id }) }
    })
    return verdicts
  },
  audit: (items, verdicts) => ({
    count: verdicts.filter((one) => one.ok && one.arrival === 'new').length,
    ...(items.length === 1 && items[0] ? { subject: items[0].id, division: items[0].division } : {}),
    note: { sent: items.length, refused: verdicts.filter((one) => !one.ok).length },
  }),
})

function judge(ctx: Ctx, item: OpenPost, { rules, ground, holders }: Known) {
  const kind = rules.kinds.get(item.kind)
  if (!kind) return kindUnknown({ kind: item.kind })
  if (!ground.divisions.has(item.division)) return divisionUnknown({ division: item.division })
  if (!sitsAt(kind.rank, item.division)) return wrongLevel({ kind: item.kind, division: item.division })
  const late = timeProblem(new Date(item.openedAt), ctx.now)
  if (late) return late
  if (item.holder && !holders.has(item.holder.id)) return holderUnknown({ id: item.holder.id })
  const duties: NewDuty[] = []
  for (const what of item.duties) {
    const where = resolve({ rank: kind.rank, division: item.division, kind: item.kind }, what, ground)
    if (where instanceof Error) return where
    duties.push({
      ...origin(ctx),
      ...where,
      id: idFrom(item.id, keyOf(what)),
      post_id: item.id,
      rank: kind.rank,
      begins_at: new Date(item.openedAt),
      plan_id: null,
      digest: digestOf(what),
    })
  }
  return { kind, duties }
}

function firstSeating(ctx: Ctx, { id, division, holder, openedAt }: OpenPost): NewSeating[] {
  if (!holder) return []
  const seating = { id: idFrom(id, 'first'), division, post_id: id, at: new Date(openedAt), digest: digestOf(holder) }
  return [{ ...origin(ctx), ...seating, ...heldBy(holder) }]
}

export async function loadPost({ tx }: Ctx, { postId }: { postId: string }): Promise<PostStanding> {
  const post = (await findPosts(tx, [postId])).get(postId)
  if (!post) throw postUnknown({ id: postId })
  return post
}

/** The moment of a change to a post, or a refusal: not in the future, not before it stood, not after it was closed. */
export function momentFor(ctx: Ctx, post: PostStanding, said: string): Date {
  const at = new Date(said)
  const late = timeProblem(at, ctx.now)
  if (late) throw late
  if (at < post.openedAt) throw beforeOpening({ at: said, openedAt: post.openedAt.toISOString() })
  if (post.closedAt && at >= post.closedAt) throw postClosed({ id: post.id, closedAt: post.closedAt.toISOString() })
  return at
}

export const seatSomebody = operation({
  name: 'responsibility.post.seat',
  summary: {
    zh: '安排任岗(原任岗人自动离岗,包联的户随岗位走);不写人即空岗',
    en: 'Seat somebody, or nobody; whoever sat there gets up, the households stay with the post',
  },
  kind: 'write',
  input: SeatSomebody,
  output: Kept,
  load: loadPost,
  allow: (actor, post) => maySeat(actor, post),
  async run(ctx, input, post) {
    const at = momentFor(ctx, post, input.at)
    const known = await findHolders(ctx, [input.holder])
    if (input.holder && !known.has(input.holder.id)) throw holderUnknown({ id: input.holder.id })
    const [arrival] = await keepSeatings(ctx.tx, [
      {
        ...origin(ctx),
        ...heldBy(input.holder),
        id: input.id,
        division: post.division,
        post_id: post.id,
        at,
        digest: digestOf(input),
      },
    ])
    if (!arrival || arrival === 'taken') throw idTaken({ id: input.id })
    if (arrival === 'new') tellPosts(ctx, [post])
    return { id: input.id, arrival }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.postId,
    division: loaded.division,
    note: { kind: loaded.kind, vacant: input.holder === null, arrival: output.arrival },
  }),
})

export const closePost = operation({
  name: 'responsibility.post.close',
  summary: { zh: '撤销责任岗位(其包联关系同时终止)', en: 'Close a post; what it answered for is open from then on' },
  kind: 'write',
  input: ClosePost,
  output: ClosedPost,
  load: loadPost,
  allow: (actor, post) => mayManage(actor, post.division),
  async run(ctx, { postId, at, ground }, post) {
    if (post.closedAt) return { postId, arrival: 'again' as const }
    const kept = await keepPostEnd(ctx.tx, {
      ...origin(ctx),
      post_id: postId,
      division: post.division,
      ended_at: momentFor(ctx, post, at),
      ground,
    })
    if (kept) tellPosts(ctx, [post])
    return { postId, arrival: kept ? ('new' as const) : ('again' as const) }
  },
  audit: ({ input, loaded, output }) => ({
    subject: input.postId,
    division: loaded.division,
    note: { kind: loaded.kind, arrival: output.arrival },
  }),
})
