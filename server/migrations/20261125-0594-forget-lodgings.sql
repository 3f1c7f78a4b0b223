-- A part of a run is the function that is called like it, so that a new part changes nothing of the others.
alter table retention.step drop constraint step_part_check, add constraint step_part_check check (part ~ '^[a-z]{3,20}$');
create or replace function retention.forgets() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  run retention.run := retention.open_run(new.county, new.run_id);
  done retention.done;
begin
  execute format('select * from retention.%I($1, $2, $3)', case new.part when 'referred' then 'mark_referred' else 'forget_' || new.part end)
    into done using run, new.after, new.rows;
  new.next := done.next;
  new.looked := done.looked;
  new.at := now();
  insert into retention.gone (county, run_id, nth, relation, class, rows)
  select new.county, new.run_id, new.nth, split_part(one.key, ' ', 1), split_part(one.key, ' ', 2), one.value::integer
  from jsonb_each_text(done.went) one where one.value::integer > 0;
  return new;
end $$;
revoke execute on function retention.forgets() from public;

-- What is left of a talk is that there was one.
alter table sites.counselling alter column follow_up drop not null;

-- 21 days after somebody left, or their order ended, nobody knows any more who lived in a room and what they ate. The room, its times and
-- the number of dishes stay. Free words go thirty days after the response.
create function retention.forget_lodgings(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  looked uuid[];
  due uuid[];
  went jsonb := '{}';
  counted integer;
begin
  select array_agg(page.id order by page.id) into looked from (
    select one.id from sites.lodging one
    where one.county = run.county and one.id > coalesce(in_after::uuid, '00000000-0000-0000-0000-000000000000')
    order by one.id limit in_limit) page;
  select array_agg(one.id) into due from sites.lodging one
  where one.county = run.county and one.id = any (looked) and least(run.ended_at, (
    select max(case when span.closed then upper(span.during) else coalesce(told.ends_at, upper(span.during)) end)
    from sites.room_span span left join lateral sites.orders(array[span.order_id]) told on true
    where span.county = one.county and span.lodging_id = one.id), one.at + interval '1 year') < run.moment - interval '21 days';
  update sites.lodging one set person_id = null
  where one.county = run.county and one.id = any (due) and one.person_id is not null;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('sites.lodging pseudonym', counted);
  update sites.diet one set needs = '{}' where one.county = run.county and one.lodging_id = any (due) and one.needs <> '{}';
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('sites.diet health', counted);
  update sites.counselling one set follow_up = null, due_on = null
  where one.county = run.county and one.lodging_id = any (due) and one.follow_up is not null;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('sites.counselling health', counted);
  update sites.transfer one set from_place = '', to_place = ''
  where one.county = run.county and (one.lodging_id = any (due) or one.lodging_id is null and one.at < run.moment - interval '21 days')
    and (one.from_place <> '' or one.to_place <> '');
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('sites.transfer whereabouts', counted);
  if in_after is null and coalesce(run.ended_at < run.moment - interval '30 days', false) then
    update sites.move one set why = '' where one.county = run.county and one.why <> '';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('sites.move free-text', counted);
    update sites.room_turn one set why = '' where one.county = run.county and one.why <> '';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('sites.room_turn free-text', counted);
    update sites.activity one set title = '' where one.county = run.county and one.title <> '';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('sites.activity free-text', counted);
    update sites.shift_change one set note = null where one.county = run.county and one.note is not null;
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('sites.shift_change free-text', counted);
  end if;
  return row(case when cardinality(looked) = in_limit then looked[in_limit]::text end, coalesce(cardinality(looked), 0), went)::retention.done;
end $$;
revoke execute on function retention.forget_lodgings(retention.run, text, integer) from public;
