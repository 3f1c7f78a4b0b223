import type { Tx } from './db.ts'
import type { Ctx } from './operation.ts'
import { idTaken } from './problem.ts'
import { digestOf } from './seal.ts'

/** What every fact keeps, whatever it says. */
export interface Fact {
  county: number
  id: string
  division: string
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}
type Row = { id: string; digest: Buffer } & object
export type Arrival = 'new' | 'again' | 'taken'

/** What a fact says about its origin; the digest covers what was sent and nothing the server added. */
export const originOf = ({ actor, now }: Ctx, { division }: { division: string }, sent: { id: string }): Fact => ({
  county: actor.county,
  id: sent.id,
  division,
  recorded_by: actor.accountId,
  received_at: now,
  digest: digestOf(sent),
})

/** A statement has 65,535 parameters at most. */
const PARAMETERS = 65_000

/**
 * Inserts facts; the first arrival of an id wins. The answer tells for each row whether it is kept now, was there already, or its
 * id is taken. Only `fresh` is inserted: the others are known to be there.
 */
export async function keepFacts<R extends Row>(
  tx: Tx,
  table: string,
  rows: readonly R[],
  fresh: readonly R[] = rows,
): Promise<Arrival[]> {
  if (rows.length === 0) return []
  const inserted = new Set<string>()
  const atOnce = Math.floor(PARAMETERS / Object.keys(rows[0] as R).length)
  for (let from = 0; from < fresh.length; from += atOnce) {
    const some = fresh.slice(from, from + atOnce)
    const kept = await tx<{ id: string }[]>`insert into ${tx(table)} ${tx(some)} on conflict do nothing returning id`
    for (const { id } of kept) inserted.add(id)
  }
  return judgeArrivals(tx, table, rows, inserted)
}

export async function keepFact<R extends Row>(tx: Tx, table: string, row: R): Promise<Arrival> {
  const [arrival = 'taken'] = await keepFacts(tx, table, [row])
  return arrival
}

/** Keeps one fact by itself; an id that is taken by other content is refused. */
export async function keepOne<R extends Row>({ tx }: Ctx, table: string, row: R): Promise<'new' | 'again'> {
  const arrival = await keepFact(tx, table, row)
  if (arrival === 'taken') throw idTaken({ id: row.id })
  return arrival
}

/** Keeps what is known to be new; an id that is somebody else's is refused, and takes the whole with it. */
export async function keepNew<R extends Row>({ tx }: Ctx, table: string, ...rows: R[]): Promise<void> {
  const arrivals = await keepFacts(tx, table, rows)
  const taken = rows.find((_row, at) => arrivals[at] !== 'new')
  if (taken) throw idTaken({ id: taken.id })
}

/**
 * Tells for each fact whether its insert made it (`inserted`), whether the very same fact is already there, or whether its id
 * is taken by other content. A row that is there but hidden by row-level security counts as taken: `on conflict do nothing`
 * reports such an insert as zero rows without an error, and acknowledging it would lose the record.
 */
export async function judgeArrivals(
  tx: Tx,
  table: string,
  facts: readonly Row[],
  inserted: ReadonlySet<string>,
): Promise<Arrival[]> {
  const missing = facts.filter((fact) => !inserted.has(fact.id)).map((fact) => fact.id)
  const kept = await findDigests(tx, table, missing)
  const claimed = new Map<string, Buffer>()
  return facts.map(({ id, digest }) => {
    const earlier = claimed.get(id) ?? kept.get(id)
    if (inserted.has(id) && !claimed.has(id)) {
      claimed.set(id, digest)
      return 'new'
    }
    return earlier && digest.equals(earlier) ? 'again' : 'taken'
  })
}

/** The digests of what is kept under these ids. */
export async function findDigests(tx: Tx, table: string, ids: readonly string[]): Promise<Map<string, Buffer>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ id: string; digest: Buffer }[]>`
    select id, digest from ${tx(table)} where county = (select kernel.app_county()) and id = any (${ids}::uuid[])`
  return new Map(rows.map(({ id, digest }) => [id, digest]))
}

/** Whether the same was sent before; another content under its id is refused. Asked before it is judged by what stands now. */
export async function isAgain({ tx }: Ctx, table: string, sent: { id: string }): Promise<boolean> {
  const digest = (await findDigests(tx, table, [sent.id])).get(sent.id)
  if (digest && !digest.equals(digestOf(sent))) throw idTaken({ id: sent.id })
  return digest !== undefined
}

/** Held until the end of the transaction: whoever acts on the same thing next finds it as it is then. */
export const lockOne = async ({ tx, actor }: Ctx, what: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${what}, ${actor.county}))`
}
