import type { Tx } from '../../kernel/db.ts'

export interface WeekCount {
  signals: number
  items: number
  referrals: number
}
export async function countWeek(tx: Tx, from: Date, till: Date): Promise<WeekCount> {
  const [found] = await tx<WeekCount[]>`
    select count(*)::integer as signals, coalesce(sum(items), 0)::integer as items,
      (select count(*)::integer from rumours.referral r where r.county = (select kernel.app_county()) and r.at >= ${from} and r.at < ${till}) as referrals
    from rumours.signal where county = (select kernel.app_county()) and heard_at >= ${from} and heard_at < ${till}`
  return found ?? { signals: 0, items: 0, referrals: 0 }
}

/** Topics that were said again, found, or answered in a stretch of time. */
export const listTopicsOf = (tx: Tx, from: Date, till: Date) => tx<{ id: string; items: number }[]>`
  select f.topic_id as id, coalesce(sum(s.items), 0)::integer as items
  from rumours.finding f
  join rumours.wording_now w on w.county = f.county and w.topic_id = f.topic_id
  left join rumours.signal s on s.county = w.county and s.wording_id = w.id and s.heard_at >= ${from} and s.heard_at < ${till}
  where f.county = (select kernel.app_county()) and f.at < ${till}
    and (f.at >= ${from} or s.id is not null or exists (select 1 from rumours.answer a
      where a.county = f.county and a.topic_id = f.topic_id and a.at >= ${from} and a.at < ${till}))
  group by f.topic_id order by 2 desc, 1 limit 1000`

export const findAdvice = async (tx: Tx, weekOn: string): Promise<string | null> =>
  (
    await tx<{ words: string }[]>`
      select words from rumours.advice where county = (select kernel.app_county()) and week_on = ${weekOn}::date
      order by at desc, received_at desc, id desc limit 1`
  )[0]?.words ?? null
