import { randomUUID } from 'node:crypto'
import { chainAudit } from './audit.ts'
import { type Database, type Json, meanwhile, type Tx } from './db.ts'
import { faultOf, type Log, type Metrics } from './log.ts'
import type { Ctx } from './operation.ts'

export interface Announcement {
  kind: string
  division: string
  ids: string[]
}
export interface FeedEntry extends Announcement {
  county: number
  seq: number
  announcedAt: Date
}
/** Keeps a projection up to date. Runs as the clerk, in the transaction that gives the entries their numbers. */
export type Follower = (tx: Tx, county: number, entries: readonly FeedEntry[]) => Promise<void>

/** Tables that hold nothing but what follows from facts, and how they are made anew for a county in which nobody writes meanwhile. */
export interface Derivation {
  /** Each with the condition under which a row says something; null when every row does. */
  tables: Readonly<Record<string, string | null>>
  how: { zh: string; en: string }
  /** Does now what would otherwise wait for the next fact, so that it is not taken for a difference. */
  catchUp?(tx: Tx, county: number): Promise<void>
  /** Fills the tables, which are empty of the county. Runs as the owner under the system's scope. */
  derive(tx: Tx, county: number): Promise<void>
}

/** Says what happened, inside the transaction that made it happen. */
export function announce(ctx: Ctx, entries: readonly Announcement[]): void {
  if (entries.length === 0) return
  const { tx, actor, now } = ctx
  const rows = entries.map((entry) => ({ id: randomUUID(), ...entry }))
  const written = tx`
    insert into kernel.feed_inbox (county, id, division, kind, ids, announced_at)
    select ${actor.county}::integer, id, division, kind, ids, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as said (id uuid, division text, kind text, ids uuid[])`
  meanwhile(ctx, written)
}

/**
 * What is foreign and may take its time: done while nothing is held in the database. What it gives is written down with the job's end,
 * in a transaction of their own. A worker that is killed in between sends once more, so the other side must be able to tell.
 */
export type Errand = () => Promise<(ctx: Ctx) => Promise<void>>

/**
 * Queues work in the transaction that causes it: rolled back with it, seen by workers with its commit. `data` names ids, never persons.
 * Of jobs that send to one place (`sends`) only one is under way.
 */
export function enqueue(
  ctx: Ctx,
  name: string,
  data: Exclude<Json, null> = {},
  due: Date = ctx.now,
  sends: string | null = null,
): Promise<unknown> {
  return ctx.tx`
    insert into kernel.job (county, id, name, data, queued_at, due_at, sends)
    values (${ctx.actor.county}, ${randomUUID()}, ${name}, ${ctx.tx.json(data)}, ${ctx.now}, ${due}, ${sends})`.execute()
}

const ROUND = 2000

/**
 * Numbers one round of what has been announced, brings the projections up to date and chains the audit. The head row is locked
 * first, so a county has one clerk however many processes run, and what is still uncommitted simply waits for the next round:
 * no reader can pass a number that appears later.
 */
export async function settleOnce(db: Database, county: number, followers: readonly Follower[]): Promise<FeedEntry[]> {
  return db.clerk(async (tx) => {
    await tx`insert into kernel.county_head (county, epoch) values (${county}, ${randomUUID()}) on conflict do nothing`
    const [head] = await tx<{ feedSeq: string; auditSeq: string; hash: Buffer }[]>`
      select feed_seq as "feedSeq", audit_seq as "auditSeq", audit_hash as hash from kernel.county_head
      where county = ${county} for update`
    if (!head) throw new Error('feed: the head row is gone')
    const entries = await takeInbox(tx, county, Number(head.feedSeq))
    if (entries.length > 0) {
      const rows = entries.map(({ announcedAt, ...same }) => ({ ...same, announced_at: announcedAt.toISOString() }))
      await tx`
        insert into kernel.feed_entry (county, seq, division, kind, ids, announced_at, settled_at)
        select county, seq, division, kind, ids, announced_at, ${new Date()}
        from jsonb_to_recordset(${tx.json(rows)}) as one (county integer, seq bigint, division text, kind text, ids uuid[],
          announced_at timestamptz)`
      for (const follow of followers) await follow(tx, county, entries)
    }
    const audit = await chainAudit(tx, county, { seq: Number(head.auditSeq), hash: head.hash }, ROUND * 5)
    await tx`
      update kernel.county_head set feed_seq = ${Number(head.feedSeq) + entries.length}, audit_seq = ${audit.seq}, audit_hash = ${audit.hash}
      where county = ${county}`
    return entries
  })
}

async function takeInbox(tx: Tx, county: number, lastSeq: number): Promise<FeedEntry[]> {
  const taken = await tx<Array<Announcement & { id: string; announcedAt: Date }>>`
    delete from kernel.feed_inbox where county = ${county} and id in (
      select id from kernel.feed_inbox where county = ${county} order by announced_at, id limit ${ROUND})
    returning id, division, kind, ids, announced_at as "announcedAt"`
  taken.sort((a, b) => a.announcedAt.getTime() - b.announcedAt.getTime() || (a.id < b.id ? -1 : 1))
  return taken.map(({ id: _, ...entry }, index) => ({ county, seq: lastSeq + index + 1, ...entry }))
}

export interface FeedPage {
  epoch: string
  items: FeedEntry[]
  next: string
  /** The number up to which the reader has now seen everything. */
  position: number
}

/** Where the county's feed stands. The same epoch never goes back to a lower position, but on a server put back to a backup. */
export async function readHead(tx: Tx): Promise<{ epoch: string; position: number }> {
  const [head] = await tx<{ epoch: string; position: number }[]>`
    select epoch, feed_seq::float8 as position from kernel.county_head where county = (select kernel.app_county())`
  return head ?? { epoch: '', position: 0 }
}

/** After a restore: phones fetch afresh and send again what they still hold. False when there is no such county. */
export const beginEpoch = (db: Database, county: number): Promise<boolean> =>
  db.clerk(async (tx) => {
    const rows =
      await tx`update kernel.county_head set epoch = ${randomUUID()} where county = ${county} returning county`
    return rows.length > 0
  })

/** Everything in the reader's scope after the cursor. The cursor is opaque; one of another epoch starts afresh. */
export async function readFeed(tx: Tx, cursor: string | null, limit: number): Promise<FeedPage> {
  const head = await readHead(tx)
  if (head.epoch === '') return { epoch: '', items: [], next: '', position: 0 }
  const [epoch, seen] = cursor ? Buffer.from(cursor, 'base64url').toString().split('/') : []
  const after = epoch === head.epoch && /^\d{1,15}$/.test(seen ?? '') ? Number(seen) : 0
  const page = await readFeedAfter(tx, after, limit, head.position)
  return { ...page, epoch: head.epoch, next: Buffer.from(`${head.epoch}/${page.position}`).toString('base64url') }
}

/** The same between two numbers, for readers that keep their place themselves. */
export async function readFeedAfter(
  tx: Tx,
  after: number,
  limit: number,
  end: number,
): Promise<Pick<FeedPage, 'items' | 'position'>> {
  const items = await tx<FeedEntry[]>`
    select county, seq::int as seq, division, kind, ids, announced_at as "announcedAt" from kernel.feed_entry
    where county = (select kernel.app_county()) and seq > ${after} and seq <= ${end} order by seq limit ${limit}`
  // A full page may have more behind it; a short one means the reader has seen up to the head, hidden entries included.
  return { items: [...items], position: items.length === limit ? (items.at(-1)?.seq ?? after) : end }
}

/** The clerk's desk: settles a county soon after it was touched, and sweeps for what another process left behind. */
export interface Clerk {
  touch(county: number): void
  onSettled(listener: (county: number, entries: readonly FeedEntry[]) => void): () => void
  /** Settles everything announced so far; for tests, imports and a graceful stop. */
  settleAll(): Promise<void>
  stop(): Promise<void>
}

const PAUSE_MS = 100
const SWEEP_MS = 2000

export function openClerk(db: Database, followers: readonly Follower[], log: Log, metrics: Metrics): Clerk {
  const touched = new Set<number>()
  const listeners = new Set<(county: number, entries: readonly FeedEntry[]) => void>()
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let stopped = false

  async function round(): Promise<void> {
    timer = null
    for (const county of [...touched]) {
      touched.delete(county)
      try {
        const entries = await settleOnce(db, county, followers)
        metrics.settled.inc(entries.length)
        if (entries.length === ROUND) touched.add(county)
        if (entries.length > 0) for (const listener of listeners) listener(county, entries)
      } catch (error) {
        log.error({ event: 'settle-failed', county, ...faultOf(error) })
      }
    }
    if (touched.size > 0) wake()
  }
  function wake(): void {
    if (timer || stopped) return
    timer = setTimeout(() => {
      running = running.then(round)
    }, PAUSE_MS)
  }
  async function sweep(): Promise<void> {
    const rows = await db.clerk(
      (tx) => tx<{ county: number }[]>`
      select county from kernel.feed_inbox union select county from kernel.audit_inbox`,
    )
    for (const { county } of rows) touched.add(county)
  }
  const sweeper = setInterval(() => {
    sweep().then(
      () => touched.size > 0 && wake(),
      (error) => log.warn({ event: 'sweep-failed', ...faultOf(error) }),
    )
  }, SWEEP_MS)
  sweeper.unref()

  async function settleAll(): Promise<void> {
    await sweep()
    while (touched.size > 0) {
      running = running.then(round)
      await running
    }
  }
  return {
    touch: (county) => {
      touched.add(county)
      wake()
    },
    onSettled: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settleAll,
    stop: async () => {
      stopped = true
      clearInterval(sweeper)
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
