import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { maskedMany, mayLookFor } from '../people/index.ts'
import { afterDivision, afterDoor, cursorByDivision, cursorByDoor } from '../places/rules.cursors.ts'
import { countyMoment } from '../retention/index.ts'
import { accountNames, answeringPost, holderOf } from './holders.ts'
import { loadPost } from './operations.posts.ts'
import { mayRead } from './policy.ts'
import { rulesInForce } from './rulebook.ts'
import { isOverloaded, isSilent, levels, type PostKind } from './rules.ts'
import {
  AskPost,
  AskPostCounts,
  ListOccupancies,
  ListPostHouseholds,
  ListPosts,
  Occupancies,
  PostCounts,
  PostDetails,
  PostHouseholds,
  PostPage,
  type PostRow,
} from './schema.ts'
import { listUpper } from './sql.coverage.ts'
import { countDuties, listDutyRows, listPostHomes } from './sql.duties.ts'
import { countPosts, findKept, listOccupancyRows, listPostRows, type PostNow } from './sql.posts.ts'
import { countTeamsOf } from './sql.teams.ts'

const later = (one: Date | null, other: Date | null): Date | null =>
  one && other && other > one ? other : (one ?? other)

export function showPost(row: PostNow, kind: PostKind | undefined, name: string | null, heardAt: Date): PostRow {
  const holder = holderOf(row)
  const states: PostRow['states'] = []
  if (!holder) states.push('vacant')
  else if (isSilent(kind, later(row.seatedAt, row.lastSignAt), heardAt)) states.push('silent')
  if (isOverloaded(kind, row.households)) states.push('overloaded')
  return {
    id: row.id,
    division: row.division,
    kind: row.kind,
    rank: row.rank,
    title: row.title,
    holder,
    holderName: name,
    seatedAt: row.seatedAt?.toISOString() ?? null,
    lastSignAt: row.lastSignAt?.toISOString() ?? null,
    households: row.rank === 'household' ? row.households : null,
    states,
  }
}

export const listPosts = operation({
  name: 'responsibility.post.list',
  summary: { zh: '责任岗位(空岗、失联、超负荷)', en: 'Posts: all, vacant, silent or overloaded' },
  kind: 'read',
  input: ListPosts,
  output: PostPage,
  allow: (actor, _loaded, { area }) => mayRead(actor, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, kind, state, asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : ctx.now
    const heardAt = asOf ? moment : await countyMoment(ctx)
    const { kinds } = await rulesInForce(ctx, moment)
    const rows = await listPostRows(ctx.tx, {
      area,
      kind: kind ?? null,
      state: state ?? null,
      norms: [...kinds.values()],
      moment,
      heardAt,
      after: afterDivision(after),
      limit,
    })
    const nameOf = await accountNames(ctx, rows)
    const items = rows.map((row) => showPost(row, kinds.get(row.kind), nameOf(row), heardAt))
    return { items, next: cursorByDivision(items, limit, (row) => row) }
  },
  audit: () => null,
})

export const countPostsByState = operation({
  name: 'responsibility.post.count',
  summary: {
    zh: '责任岗位的数目(空岗、失联、超负荷)',
    en: 'How many posts, and how many vacant, silent or overloaded',
  },
  kind: 'read',
  input: AskPostCounts,
  output: PostCounts,
  allow: (actor, _loaded, { area }) => mayRead(actor, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, asOf }) {
    const moment = asOf ? new Date(asOf) : ctx.now
    const heardAt = asOf ? moment : await countyMoment(ctx)
    const { kinds } = await rulesInForce(ctx, moment)
    return countPosts(ctx.tx, { area, norms: [...kinds.values()], moment, heardAt })
  },
  audit: () => null,
})

/** Who stands above a post: those that answer for the whole of its division, nearest first. */
async function pathAbove(ctx: Ctx, division: string, rank: PostRow['rank']) {
  const above = rank === 'beside' ? levels : levels.slice(0, levels.indexOf(rank))
  const rows = (await listUpper(ctx.tx, division, ctx.now)).filter(
    (row) => division.startsWith(row.reachDivision) && above.some((level) => level === row.rank),
  )
  return rows.sort((a, b) => levels.indexOf(b.rank as 'county') - levels.indexOf(a.rank as 'county'))
}

const DUTIES_SHOWN = 100

export const getPost = operation({
  name: 'responsibility.post.get',
  summary: { zh: '一个责任岗位', en: 'One post' },
  kind: 'read',
  input: AskPost,
  output: PostDetails,
  load: loadPost,
  allow: (actor, post) => mayRead(actor, post.division),
  async run(ctx, { postId }, post) {
    const { kinds } = await rulesInForce(ctx)
    const kind = kinds.get(post.kind)
    const now = await findNow(ctx, post.id)
    const above = await pathAbove(ctx, post.division, post.rank)
    const duties = await listDutyRows(ctx.tx, postId, ctx.now, DUTIES_SHOWN)
    const nameOf = await accountNames(ctx, [now, ...above])
    return {
      ...showPost({ ...now, ...post }, kind, nameOf(now), await countyMoment(ctx)),
      openedAt: post.openedAt.toISOString(),
      closedAt: post.closedAt?.toISOString() ?? null,
      usual: kind?.usual ?? null,
      most: kind?.most ?? null,
      above: above.map((row) => answeringPost(row, nameOf)),
      duties: duties.map((duty) => ({ ...duty, beginsAt: duty.beginsAt.toISOString() })),
      dutyCount: await countDuties(ctx.tx, postId, ctx.now),
      teams: await countTeamsOf(ctx.tx, postId, ctx.now),
    }
  },
  audit: () => null,
})

/** From the facts: the clerk's row may be a moment behind. */
async function findNow(ctx: Ctx, postId: string) {
  const [held] = await listOccupancyRows(ctx.tx, postId, null, 1)
  const { lastSignAt, households } = await findKept(ctx.tx, postId)
  const sits = held && held.until === null
  return {
    accountId: sits ? held.accountId : null,
    personId: sits ? held.personId : null,
    seatedAt: sits ? held.since : null,
    lastSignAt,
    households,
  }
}

export const listPostHouseholds = operation({
  name: 'responsibility.post.households',
  summary: { zh: '责任岗位包联的户', en: 'Households a post answers for' },
  kind: 'read',
  input: ListPostHouseholds,
  output: PostHouseholds,
  load: loadPost,
  allow: (actor, post) => mayRead(actor, post.division),
  async run({ tx, now }, { postId, after, limit }) {
    const items = await listPostHomes(tx, postId, { moment: now, after: afterDoor(after), limit })
    return { items, next: cursorByDoor(items, limit, (row) => row) }
  },
  audit: () => null,
})

export const listOccupancies = operation({
  name: 'responsibility.post.occupancies',
  summary: { zh: '责任岗位的任岗经历', en: 'Who sat on a post, from and to' },
  kind: 'read',
  personal: true,
  input: ListOccupancies,
  output: Occupancies,
  load: async (ctx, input) => ({ post: await loadPost(ctx, input), purpose: ctx.purpose }),
  allow: (actor, { post, purpose }) => mayRead(actor, post.division) && mayLookFor(actor, purpose),
  async run(ctx, { postId, after, limit }) {
    const rows = await listOccupancyRows(ctx.tx, postId, positionOf(after), limit)
    const nameOf = await accountNames(ctx, rows)
    const persons = await maskedMany(
      ctx,
      rows.flatMap(({ personId }) => personId ?? []),
    )
    const items = rows.map((row) => {
      const person = row.personId ? persons.get(row.personId) : undefined
      return {
        id: row.id,
        holder: holderOf(row),
        name: nameOf(row) ?? person?.name ?? null,
        phone: person?.phone ?? null,
        since: row.since.toISOString(),
        until: row.until?.toISOString() ?? null,
      }
    })
    return { items, next: cursorOf(rows, limit, ({ since, id }) => ({ at: since, id })) }
  },
  audit: ({ input, output }) => ({
    subject: input.postId,
    count: new Set(output.items.flatMap(({ holder }) => (holder?.kind === 'person' ? [holder.id] : []))).size,
  }),
})
