import type { Tx } from '../../kernel/db.ts'

/** What every fact keeps, whatever it says. Who recorded it stands in the audit and nowhere here. */
export interface Fact {
  county: number
  id: string
  received_at: Date
  digest: Buffer
}

/** An id that somebody else was quicker with fails the batch, which is then judged anew. */
export async function keepSignals(tx: Tx, rows: ReadonlyArray<Fact & Record<string, unknown>>): Promise<void> {
  if (rows.length > 0) await tx`insert into rumours.signal ${tx(rows)}`
}

/** Held until the end of the transaction: two that bring the same new words would each begin a topic. */
export const lockWords = async (tx: Tx, county: number): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended('rumours.words', ${county}))`
}

export interface KnownWording {
  id: string
  topicId: string
  words: string
  digest: Buffer
}
const wordingColumns = (tx: Tx) => tx`w.id, w.topic_id as "topicId", w.words, w.digest`
export const findWordings = (tx: Tx, digests: readonly Buffer[]) => tx<KnownWording[]>`
  select ${wordingColumns(tx)} from rumours.wording_now w
  where w.county = (select kernel.app_county()) and w.digest = any (${digests as Buffer[]}::bytea[])`

/** How many that share most pieces are compared at all. */
const CANDIDATES = 30
export interface Candidate {
  nth: number
  id: string
  topicId: string
  words: string
}
export async function findCandidates(tx: Tx, asked: ReadonlyArray<readonly number[]>): Promise<Candidate[]> {
  const nths = asked.flatMap((pieces, nth) => pieces.map(() => nth))
  if (nths.length === 0) return []
  return tx<Candidate[]>`
    with near as (
      select a.nth, p.wording_id, row_number() over (partition by a.nth order by count(*) desc, p.wording_id) as rank
      from unnest(${nths}::integer[], ${asked.flat()}::bigint[]) a (nth, value)
      join rumours.piece p on p.county = (select kernel.app_county()) and p.value = a.value
      group by a.nth, p.wording_id
    )
    select near.nth, w.id, w.topic_id as "topicId", w.words from near
    join rumours.wording_now w on w.county = (select kernel.app_county()) and w.id = near.wording_id
    where near.rank <= ${CANDIDATES} order by near.nth, near.rank`
}

interface NewWording {
  id: string
  topicId: string
  words: string
  digest: Buffer
  pieces: readonly number[]
}
export async function keepWordings(
  tx: Tx,
  { county, now, topics, wordings }: { county: number; now: Date; topics: string[]; wordings: NewWording[] },
): Promise<void> {
  if (topics.length > 0)
    await tx`insert into rumours.topic (county, id, received_at) select ${county}::integer, id, ${now} from unnest(${topics}::uuid[]) each (id)`
  if (wordings.length === 0) return
  await tx`insert into rumours.wording ${tx(
    wordings.map(({ id, topicId, words, digest }) => ({
      county,
      id,
      topic_id: topicId,
      words,
      digest,
      received_at: now,
    })),
  )}`
  await tx`
    insert into rumours.piece (county, value, wording_id)
    select ${county}::integer, value, id from unnest(${wordings.flatMap(({ pieces }) => pieces)}::bigint[],
      ${wordings.flatMap(({ id, pieces }) => pieces.map(() => id))}::uuid[]) each (value, id)`
}

/** The wordings that stand in some topics now, after all moves. */
export const wordingsOf = (tx: Tx, topicIds: readonly string[]) => tx`
  select w.id, w.topic_id from rumours.wording w
  where w.county = (select kernel.app_county()) and w.topic_id = any (${topicIds as string[]}::uuid[])
    and not exists (select 1 from rumours.move m where m.county = w.county and m.wording_id = w.id)
  union all
  select m.wording_id, m.topic_id from rumours.move m
  where m.county = (select kernel.app_county()) and m.topic_id = any (${topicIds as string[]}::uuid[])
    and not exists (select 1 from rumours.move l where l.county = m.county and l.wording_id = m.wording_id and l.nth > m.nth)`

/** A topic is found with the item that makes it one; told once, whatever arrives later. */
export async function keepFindings(tx: Tx, topicIds: readonly string[], from: number, now: Date): Promise<void> {
  await tx`
    with own as (${wordingsOf(tx, topicIds)}), heard as (
      select own.topic_id, s.heard_at, sum(s.items) over (partition by own.topic_id order by s.heard_at, s.id) as so_far
      from own join rumours.signal s on s.county = (select kernel.app_county()) and s.wording_id = own.id
    )
    insert into rumours.finding (county, topic_id, at, received_at)
    select (select kernel.app_county()), topic_id, min(heard_at), ${now} from heard where so_far >= ${from} group by topic_id
    on conflict do nothing`
}
