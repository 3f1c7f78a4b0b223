import type { Tx } from '../../kernel/db.ts'

export interface Form {
  id: string
  figures: string[]
  dueMinute: number
}
/** The form that stands on a day in an area: its own, or that of what it lies in. */
export const formOn = async (tx: Tx, day: string, area: string): Promise<Form | null> =>
  (
    await tx<Form[]>`
      select id, figures, due_minute as "dueMinute" from reporting.daily_form
      where county = (select kernel.app_county()) and from_on <= ${day}::date and starts_with(${area}, division)
      order by length(division) desc, from_on desc limit 1`
  )[0] ?? null

export interface VillageDay {
  division: string
  dailyId: string | null
  counted: Array<{ figure: string; value: number | null }> | null
  zero: boolean | null
  note: string | null
  receivedAt: Date | null
  step: 'returned' | 'accepted' | null
}
/** Every village and community of an area, with what it sent last for the day by a moment. */
export const villageDays = (tx: Tx, area: string, day: string, moment: Date): Promise<VillageDay[]> => tx<VillageDay[]>`
  select v.division, d.id as "dailyId", d.counted, d.zero, d.note, d.received_at as "receivedAt", s.step
  from report.division_v1 v
  left join lateral (
    select * from reporting.daily d where d.county = v.county and d.day = ${day}::date and d.division = v.division and d.received_at <= ${moment}
    order by d.received_at desc, d.id desc limit 1) d on true
  left join reporting.daily_step s on s.county = d.county and s.daily_id = d.id and s.received_at <= ${moment}
  where v.county = (select kernel.app_county()) and v.level in ('village', 'community')
    and v.division >= ${area} and v.division < ${`${area}:`}
  order by v.division`

export const dailiesNamed = (tx: Tx, ids: readonly string[]) => tx<
  { id: string; division: string; recordedBy: string | null }[]
>`
  select id, division, recorded_by as "recordedBy" from reporting.daily
  where county = (select kernel.app_county()) and id = any (${ids}::uuid[])`
