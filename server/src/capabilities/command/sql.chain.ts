import type { Tx } from '../../kernel/db.ts'
import type { Level, TaskState } from './rules.tasks.ts'
import { REMIND_AFTER } from './rules.tasks.ts'

export interface ChainRow {
  division: string
  state: TaskState
  tasks: number
}
interface ChainQuery {
  documentId: string
  measureId: string | null
  area: string
  moment: Date
}
/** How many tasks of a document or of one measure stand how, by place. Those of one measure are met one by one, a whole document's at once. */
export const countByPlace = (tx: Tx, { documentId, measureId, area, moment }: ChainQuery) =>
  measureId === null
    ? tx<ChainRow[]>`select division, state, tasks from command.counts_of(${documentId}, ${area}, ${moment})`
    : tx<ChainRow[]>`
        select t.division, t.state, count(*)::integer as tasks from command.tasks_at(${moment}) t
        where t.document_id = ${documentId} and t.measure_id = ${measureId} and t.division >= ${area} and t.division < ${`${area}:`}
        group by 1, 2`

export interface Reminded {
  taskId: string
  about: 'receipt' | 'due'
  level: Level
  division: string
}
/** Writes down which offices have to be told of what now and were not before, in one statement however many they are. */
export function tellReminders(tx: Tx, county: number, moment: Date): Promise<Reminded[]> {
  const clocks = Object.entries(REMIND_AFTER).flatMap(([about, levels]) =>
    Object.entries(levels).map(([level, minutes]) => ({
      about,
      level,
      minutes,
      length: { village: 12, township: 9, county: 6 }[level],
    })),
  )
  return tx<Reminded[]>`
    with waiting as (
      select t.id, t.division, 'receipt' as about, t.receipt_by as since from command.tasks_at(${moment}) t where t.state = 'silent'
      union all
      select t.id, t.division, 'due', t.due_at from command.tasks_at(${moment}) t
      where t.due_at <= ${moment} and t.state not in ('ended', 'reassigned')
        and t.state <> case when t.kind = 'measure' then 'done' else 'read' end)
    insert into command.task_reminder (county, task_id, about, level, division, told_at)
    select ${county}::integer, w.id, w.about, clock.level, left(w.division, clock.length), ${moment}
    from waiting w
    join jsonb_to_recordset(${tx.json(clocks)}) as clock (about text, level text, minutes integer, length integer)
      on clock.about = w.about and length(w.division) >= clock.length
      and ${moment}::timestamptz - w.since >= make_interval(mins => clock.minutes)
    on conflict do nothing
    returning task_id as "taskId", about, level, division`.execute()
}
