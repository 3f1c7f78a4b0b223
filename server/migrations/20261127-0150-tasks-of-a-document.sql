-- The sheet of a whole document asks for all of its tasks at once: their steps are read in one pass, and not task by task. How a task
-- stands is said in one place for both.
create function command.state_of(kind text, receipt_by timestamptz, due_at timestamptz, ended_at timestamptz, heard timestamptz,
    received timestamptz, last_read timestamptz, doing timestamptz, done_at timestamptz, returned timestamptz, reassigned boolean,
    moment timestamptz)
  returns text immutable language sql as $$
  select case
    when reassigned then 'reassigned'
    when kind <> 'measure' and last_read is not null then 'read'
    when done_at is not null then 'done'
    when kind <> 'end' and ended_at <= moment then 'ended'
    when heard is null and moment >= receipt_by then 'silent'
    when heard is null then 'not-received'
    when moment >= due_at then 'late'
    when doing > returned or returned is null and doing is not null then 'doing'
    when last_read > returned or returned is null and last_read is not null then 'read'
    when received > returned or returned is null and received is not null then 'received'
    else 'returned' end
$$;
grant execute on function command.state_of(text, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz,
  timestamptz, timestamptz, boolean, timestamptz) to qunfang_app, qunfang_clerk;

create or replace function command.tasks_at(moment timestamptz)
  returns table (county integer, id uuid, division text, document_id uuid, measure_id uuid, kind text, post_id uuid, role text, at timestamptz,
    receipt_by timestamptz, due_at timestamptz, delivered_at timestamptz, heard_at timestamptz, read_at timestamptz, done_at timestamptz,
    state text)
  stable language sql as $$
  select t.county, t.id, t.division, t.document_id, t.measure_id, t.kind, t.post_id, t.role, t.at, t.receipt_by,
    due.at, s.delivered, s.heard, s.first_read, done.at,
    command.state_of(t.kind, t.receipt_by, due.at, e.at, s.heard, s.received, s.last_read, s.doing, done.at, s.returned, s.reassigned, moment)
  from command.task t
  left join command.document_end e on e.county = t.county and e.document_id = t.document_id
  cross join lateral (
    select min(one.occurred_at) filter (where one.step = 'delivered') as delivered,
      min(one.occurred_at) filter (where one.step in ('received', 'read', 'doing', 'done', 'returned')) as heard,
      max(one.occurred_at) filter (where one.step = 'received') as received,
      min(one.occurred_at) filter (where one.step = 'read') as first_read,
      max(one.occurred_at) filter (where one.step = 'read') as last_read,
      max(one.occurred_at) filter (where one.step = 'doing') as doing,
      min(one.occurred_at) filter (where one.step = 'done') as first_done,
      max(one.occurred_at) filter (where one.step = 'done') as last_done,
      max(one.occurred_at) filter (where one.step = 'returned') as returned,
      max(one.due_at) as due_at,
      count(*) filter (where one.step = 'reassigned') > 0 as reassigned
    from command.task_step one
    where one.county = t.county and one.task_id = t.id and one.occurred_at <= moment) s
  cross join lateral (select greatest(t.due_at, s.due_at) as at) due
  cross join lateral (
    select case
      when s.returned is null or s.first_done > s.returned then s.first_done
      when s.last_done > s.returned then s.last_done end as at) done
  where t.county = (select kernel.app_county()) and t.at <= moment
$$;

create function command.tasks_of(document uuid, moment timestamptz)
  returns table (division text, measure_id uuid, due_at timestamptz, state text)
  stable language sql as $$
  select t.division, t.measure_id, due.at,
    command.state_of(t.kind, t.receipt_by, due.at, e.at, s.heard, s.received, s.last_read, s.doing, done.at, s.returned,
      coalesce(s.reassigned, false), moment)
  from command.task t
  left join command.document_end e on e.county = t.county and e.document_id = t.document_id
  left join (
    select one.task_id,
      min(one.occurred_at) filter (where one.step in ('received', 'read', 'doing', 'done', 'returned')) as heard,
      max(one.occurred_at) filter (where one.step = 'received') as received,
      max(one.occurred_at) filter (where one.step = 'read') as last_read,
      max(one.occurred_at) filter (where one.step = 'doing') as doing,
      min(one.occurred_at) filter (where one.step = 'done') as first_done,
      max(one.occurred_at) filter (where one.step = 'done') as last_done,
      max(one.occurred_at) filter (where one.step = 'returned') as returned,
      max(one.due_at) as due_at,
      bool_or(one.step = 'reassigned') as reassigned
    from command.task_step one
    where one.county = (select kernel.app_county()) and one.occurred_at <= moment
      and one.task_id in (select own.id from command.task own
        where own.county = (select kernel.app_county()) and own.document_id = document and own.at <= moment)
    group by one.task_id) s on s.task_id = t.id
  cross join lateral (select greatest(t.due_at, s.due_at) as at) due
  cross join lateral (
    select case
      when s.returned is null or s.first_done > s.returned then s.first_done
      when s.last_done > s.returned then s.last_done end as at) done
  where t.county = (select kernel.app_county()) and t.document_id = document and t.at <= moment
$$;
grant execute on function command.tasks_of(uuid, timestamptz) to qunfang_app, qunfang_clerk;
