import type { Tx } from '../../kernel/db.ts'
import { wordingsOf } from './sql.signals.ts'

type Told = string | number | null | string[]
export interface HistoryRow {
  id: string
  is:
    | 'coded'
    | 'assessed'
    | 'reported'
    | 'verified'
    | 'answered'
    | 'referred'
    | 'closed'
    | 'reopened'
    | 'merged'
    | 'split'
  at: Date
  said: Record<string, Told>
}

/** Everything that was done to a topic until a moment, in its order. */
export function listHistory(tx: Tx, topicId: string, moment: Date): Promise<HistoryRow[]> {
  const part = (table: string, is: ReturnType<Tx>, said: ReturnType<Tx>) => tx`
    select id, ${is} as "is", at, received_at, jsonb_build_object(${said}) as said from ${tx(table)}
    where county = (select kernel.app_county()) and topic_id = ${topicId} and at <= ${moment}`
  return tx<HistoryRow[]>`
    select id, "is", at, said from (
      ${part('rumours.coding', tx`'coded'`, tx`'title', title, 'theme', theme, 'kind', kind`)}
      union all ${part('rumours.assessment', tx`'assessed'`, tx`'likelihood', likelihood, 'harm', harm, 'why', why`)}
      union all ${part('rumours.report', tx`'reported'`, tx`'authority', authority, 'note', note`)}
      union all ${part('rumours.verdict', tx`'verified'`, tx`'verdict', verdict, 'expert', expert, 'sources', sources, 'reasoning', reasoning`)}
      union all ${part('rumours.answer', tx`'answered'`, tx`'pieceId', piece_id, 'verdictId', verdict_id, 'channels', channels`)}
      union all ${part(
        'rumours.referral',
        tx`'referred'`,
        tx`'matter', matter, 'documentNo', document_no, 'authority', authority,
        'sentOn', to_char(sent_on, 'YYYY-MM-DD'), 'note', note`,
      )}
      union all ${part('rumours.turn', tx`turn`, tx`'why', why`)}
      union all ${part('rumours.regrouping', tx`kind`, tx`'intoId', into_id, 'why', why`)}
      union all
      select id, kind, at, received_at, jsonb_build_object('fromId', topic_id, 'why', why) from rumours.regrouping
      where county = (select kernel.app_county()) and into_id = ${topicId} and at <= ${moment}
    ) told order by at, received_at, id limit 500`
}

export const findVerdict = async (tx: Tx, topicId: string, verdictId: string): Promise<{ at: Date } | null> =>
  (
    await tx<{ at: Date }[]>`
      select at from rumours.verdict where county = (select kernel.app_county()) and topic_id = ${topicId} and id = ${verdictId}`
  )[0] ?? null

/** Which of these wordings stand in a topic now. */
export async function standingIn(tx: Tx, topicId: string, ids: readonly string[]): Promise<Set<string>> {
  const found = await tx<{ id: string }[]>`
    select own.id from (${wordingsOf(tx, [topicId])}) own where own.id = any (${ids as string[]}::uuid[])`
  return new Set(found.map(({ id }) => id))
}

/** Moves some wordings of a topic, or all of them, to another. */
export const moveWordings = (
  tx: Tx,
  said: { topicId: string; intoId: string; regroupingId: string; only: readonly string[] | null; now: Date },
) => tx`
  insert into rumours.move (county, wording_id, nth, topic_id, regrouping_id, received_at)
  select (select kernel.app_county()), own.id, 1 + coalesce((select max(nth) from rumours.move m
    where m.county = (select kernel.app_county()) and m.wording_id = own.id), 0), ${said.intoId}, ${said.regroupingId}, ${said.now}
  from (${wordingsOf(tx, [said.topicId])}) own
  ${said.only ? tx`where own.id = any (${said.only as string[]}::uuid[])` : tx``}`

export const beginTopic = (tx: Tx, county: number, id: string, now: Date) => tx`
  insert into rumours.topic (county, id, received_at) values (${county}, ${id}, ${now}) on conflict do nothing`

export const isFound = async (tx: Tx, id: string): Promise<Date | null> =>
  (
    await tx<
      { at: Date }[]
    >`select at from rumours.finding where county = (select kernel.app_county()) and topic_id = ${id}`
  )[0]?.at ?? null
