import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { announce, readFeed, settleOnce } from '../../src/kernel/feed.ts'
import { asSystem, type Kernel } from '../../src/kernel/operation.ts'
import { dice } from './snapshot.ts'

export interface Race {
  writers: number
  rows: number
  /** A transaction stays open for up to this long. */
  holdMs: number
  seed: number
}

export interface Outcome {
  missed: number
  twice: number
  read: number
}

/** Splits the rows into transactions of 1 to 20 and lets every writer take the next one as soon as it is free. */
async function write(
  { writers, rows, holdMs, seed }: Race,
  commit: (ids: string[], holdMs: number) => Promise<void>,
): Promise<string[]> {
  const next = dice(seed)
  const all: string[] = []
  const writer = async () => {
    while (all.length < rows) {
      const ids = Array.from({ length: Math.min(1 + Math.floor(next() * 20), rows - all.length) }, () => randomUUID())
      all.push(...ids)
      await commit(ids, next() * holdMs)
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return all
}

/** Asks for what is new until the writers have ended and nothing more comes. */
async function readAll(poll: () => Promise<string[]>, isOver: () => boolean): Promise<string[]> {
  const read: string[] = []
  for (let idle = 0; idle < 3; ) {
    const over = isOver()
    const ids = await poll()
    read.push(...ids)
    idle = over && ids.length === 0 ? idle + 1 : 0
    await sleep(1)
  }
  return read
}

function compare(written: string[], read: string[]): Outcome {
  const seen = new Set(read)
  return { missed: written.filter((id) => !seen.has(id)).length, twice: read.length - seen.size, read: read.length }
}

/** Everything announced at one and the same moment, numbered by two clerks that race each other, read by one that polls. */
export async function raceThroughFeed(kernel: Kernel, county: number, race: Race): Promise<Outcome> {
  const now = new Date()
  let over = false
  const clerk = async () => {
    while (!over) {
      await settleOnce(kernel.db, county, [])
      await sleep(2)
    }
    await settleOnce(kernel.db, county, [])
  }
  let cursor: string | null = null
  const poll = () =>
    asSystem(kernel, county, now, async ({ tx }) => {
      const page = await readFeed(tx, cursor, 500)
      cursor = page.next
      return page.items.flatMap(({ ids }) => ids)
    })
  const writing = write(race, (ids, holdMs) =>
    asSystem(kernel, county, now, async (ctx) => {
      announce(
        ctx,
        ids.map((id) => ({ kind: 'race', division: String(county), ids: [id] })),
      )
      await ctx.tx`select 1`
      await sleep(holdMs)
    }),
  ).finally(() => {
    over = true
  })
  const clerks = [clerk(), clerk()]
  let done = false
  const settled = Promise.all([writing, ...clerks]).finally(() => {
    done = true
  })
  const [read, [written]] = await Promise.all([readAll(poll, () => done), settled])
  return compare(written, read)
}

/** The negative control: the same race through a plain sequence and a reader that asks for `seq > last`. */
export async function raceThroughSequence(url: string, race: Race): Promise<Outcome> {
  const sql = postgres(url, { max: race.writers + 1, onnotice: () => {} })
  try {
    await sql`create table plain_feed (seq bigserial primary key, id uuid not null)`
    let last = 0
    let over = false
    const poll = async () => {
      const rows = await sql<{ seq: number; id: string }[]>`
        select seq::int as seq, id from plain_feed where seq > ${last} order by seq limit 500`
      last = rows.at(-1)?.seq ?? last
      return rows.map(({ id }) => id)
    }
    const writing = write(race, async (ids, holdMs) => {
      await sql.begin(async (tx) => {
        await tx`insert into plain_feed (id) select * from unnest(${ids}::uuid[])`
        await sleep(holdMs)
      })
    }).finally(() => {
      over = true
    })
    const [read, written] = await Promise.all([readAll(poll, () => over), writing])
    return compare(written, read)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
