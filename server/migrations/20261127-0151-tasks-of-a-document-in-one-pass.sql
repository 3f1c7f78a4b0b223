-- The sheet of a whole document: the steps of an area are gone through once, in the order of an index that has all of them, and put beside
-- the tasks by hash. A reader's scope makes the planner believe in a handful of rows, and a loop in a loop over thousands would follow.
drop function command.tasks_of(uuid, timestamptz);
drop index command.task_step_of;
create index task_step_of on command.task_step (county, task_id, occurred_at) include (step, due_at, division, received_at);

create function command.counts_of(document uuid, area text, moment timestamptz)
  returns table (division text, state text, tasks integer)
  stable language sql
  set enable_nestloop = off
  set work_mem = '24MB'
as $$
  select t.division,
    command.state_of(t.kind, t.receipt_by, greatest(t.due_at, s.later), e.at, s.heard, s.received, s.last_read, s.doing, s.done_at, s.returned,
      coalesce(s.reassigned, false), moment) as stands,
    count(*)::integer
  from command.task t
  left join command.document_end e on e.county = t.county and e.document_id = t.document_id
  left join (
    select every_step.*, case
      when every_step.returned is null or every_step.first_done > every_step.returned then every_step.first_done
      when every_step.last_done > every_step.returned then every_step.last_done end as done_at
    from (
      select one.task_id,
        min(one.occurred_at) filter (where one.step in ('received', 'read', 'doing', 'done', 'returned')) as heard,
        max(one.occurred_at) filter (where one.step = 'received') as received,
        max(one.occurred_at) filter (where one.step = 'read') as last_read,
        max(one.occurred_at) filter (where one.step = 'doing') as doing,
        min(one.occurred_at) filter (where one.step = 'done') as first_done,
        max(one.occurred_at) filter (where one.step = 'done') as last_done,
        max(one.occurred_at) filter (where one.step = 'returned') as returned,
        max(one.due_at) as later,
        bool_or(one.step = 'reassigned') as reassigned
      from command.task_step one
      where one.county = (select kernel.app_county()) and one.division >= area and one.division < area || ':'
        and one.occurred_at <= moment
      group by one.task_id) every_step) s on s.task_id = t.id
  where t.county = (select kernel.app_county()) and t.document_id = document and t.division >= area and t.division < area || ':'
    and t.at <= moment
  group by 1, 2
$$;
grant execute on function command.counts_of(uuid, text, timestamptz) to qunfang_app, qunfang_clerk;
