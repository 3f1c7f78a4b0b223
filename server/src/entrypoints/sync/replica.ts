import { z } from 'zod'
import { changedHomes, type HomeToCarry, homesToCarry, mayLookFor } from '../../capabilities/people/index.ts'
import { readFeedAfter, readHead } from '../../kernel/feed.ts'
import { type Ctx, operation, purposeOf, type RouteTable, within } from '../../kernel/operation.ts'
import { idFrom } from '../../kernel/seal.ts'
import { cursorText, type Place, placeFrom } from './replica.cursor.ts'

/** docs/adr/0094. A larger village is read at a desk, or block by block on paper. */
export const ROWS_MAX = 2000
export const LEASE_MS = 72 * 3_600_000
/** What changes without being announced (a name, a phone) is had anew within a day. */
const ANEW_MS = 24 * 3_600_000

const Relation = z.string()
const Home = z.strictObject({
  kind: z.literal('household'),
  id: z.uuid(),
  gone: z.literal(false),
  /** Names nobody. */
  plain: z.strictObject({
    compoundId: z.uuid().nullable(),
    block: z.string().nullable(),
    walkOrder: z.int(),
    members: z.array(z.strictObject({ personId: z.uuid(), relation: Relation })),
  }),
  /** Only under a person's own key, and only while the lease lasts. */
  personal: z.strictObject({ door: z.string().nullable(), names: z.array(z.string().nullable()) }),
})
const Gone = z.strictObject({ kind: z.literal('household'), id: z.uuid(), gone: z.literal(true) })

export const ReplicaPage = z.strictObject({
  /** Throw away what was had of this village, and begin with this page. */
  reset: z.boolean(),
  epoch: z.string(),
  items: z.array(z.union([Home, Gone])),
  next: z.string(),
  /** Ask again at once. */
  more: z.boolean(),
  /** More households than a phone may carry: the rest is not given. */
  capped: z.boolean(),
  now: z.iso.datetime(),
  leaseUntil: z.iso.datetime(),
})
type Page = z.input<typeof ReplicaPage>

const VILLAGE_ROLES = ['county-desk', 'township-officer', 'village-cadre']

/**
 * One village for whoever knocks at its doors: whole at first, then what has changed, in the order of the feed. The server decides
 * when a phone has to begin anew: after a restore, for another seat, and once a day.
 */
export const readReplica = operation({
  name: 'sync.replica.read',
  summary: { zh: '下载本村户名册供离线使用', en: 'The households of a village, for use without a network' },
  kind: 'read',
  personal: true,
  input: z.strictObject({
    village: z.string().regex(/^\d{12}$/),
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: ReplicaPage,
  load: purposeOf,
  allow: (actor, { purpose }, { village }) =>
    VILLAGE_ROLES.includes(actor.role ?? '') && mayLookFor(actor, purpose) && within(actor, village),
  async run(ctx, { village, cursor, limit }) {
    const head = await readHead(ctx.tx)
    const [epoch, scope] = [idFrom('sync.epoch', head.epoch), idFrom('sync.scope', village, ctx.actor.seatId ?? '')]
    const now = ctx.now.getTime()
    const place = placeFrom(cursor, { epoch, scope })
    const old = place === null || now - place.begunAt > ANEW_MS || place.position > head.position
    const from: Place = old ? { epoch, scope, begunAt: now, position: head.position, count: 0, after: '' } : place
    const page =
      from.after === null
        ? await changesSince(ctx, village, from, { limit, end: head.position })
        : await snapshot(ctx, village, from, limit)
    return {
      ...page,
      reset: old,
      epoch,
      now: ctx.now.toISOString(),
      leaseUntil: new Date(now + LEASE_MS).toISOString(),
    }
  },
  audit: ({ input, output }) => ({ division: input.village, count: personsOf(output.items) }),
})

type Part = Pick<Page, 'items' | 'next' | 'more' | 'capped'>

/** The changes are those since before the first page, so what moves meanwhile is told twice rather than not at all. */
async function snapshot(ctx: Ctx, village: string, from: Place, limit: number): Promise<Part> {
  const room = Math.min(limit, ROWS_MAX - from.count)
  const homes = await homesToCarry(ctx, village, from.after || null, room)
  const count = from.count + homes.length
  const last = homes.length === limit ? homes.at(-1) : undefined
  const capped = count >= ROWS_MAX
  const next = { ...from, count, after: last && !capped ? last.id : null }
  return { items: homes.map(itemOf), next: cursorText(next), more: next.after !== null, capped }
}

const HOME_KINDS = ['household']
const PERSON_KINDS = ['person-merged', 'person-home']

async function changesSince(
  ctx: Ctx,
  village: string,
  from: Place,
  { limit, end }: { limit: number; end: number },
): Promise<Part> {
  const feed = await readFeedAfter(ctx.tx, from.position, limit, end)
  const told = {
    households: feed.items.filter(({ kind, division }) => HOME_KINDS.includes(kind) && division === village),
    persons: feed.items.filter(({ kind }) => PERSON_KINDS.includes(kind)),
  }
  const { asked, homes } = await changedHomes(ctx, village, {
    households: told.households.flatMap(({ ids }) => ids),
    persons: told.persons.flatMap(({ ids }) => ids),
  })
  const here = new Set(homes.map(({ id }) => id))
  const room = Math.max(0, ROWS_MAX - from.count)
  const items = [
    ...homes.map(itemOf),
    ...asked.filter((id) => !here.has(id)).map((id) => ({ kind: 'household' as const, id, gone: true as const })),
  ]
  const next = cursorText({ ...from, position: feed.position })
  return { items, next, more: feed.items.length === limit, capped: room === 0 }
}

const itemOf = ({ id, door, names, ...plain }: HomeToCarry) => ({
  kind: 'household' as const,
  id,
  gone: false as const,
  plain,
  personal: { door, names },
})

const personsOf = (items: Page['items']): number =>
  items.reduce((sum, item) => sum + (item.gone ? 0 : item.plain.members.length), 0)

export const replicaRoutes = { 'GET /sync/replica': readReplica } satisfies RouteTable
