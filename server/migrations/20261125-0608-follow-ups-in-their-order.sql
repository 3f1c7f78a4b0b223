-- A page of follow-ups is walked in its order until it is full. Left to itself the planner takes the reader's area for next to nothing,
-- reads everything that is open in the county, and sorts it. Nothing else may be read by it, so it says so itself.
create function visits.open_follow_ups(area text, wanted text, before_at timestamptz, before_id uuid, take integer) returns setof uuid
  stable language sql set enable_bitmapscan = off set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off rows 50 as $$
  select w.follow_up_id from visits.follow_up_open w
  join visits.follow_up f on f.county = w.county and f.id = w.follow_up_id
  where w.county = (select kernel.app_county()) and w.division >= area and w.division < area || ':' and (wanted is null or w.kind = wanted)
    and (w.opened_at, w.follow_up_id) < (coalesce(before_at, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    and not exists (
      select from visits.follow_up_outcome e where e.county = f.county and e.follow_up_id = f.id and e.outcome <> 'unreachable')
    and exists (select from visits.visit_now v where v.county = f.county and v.id = f.visit_id)
  order by w.opened_at desc, w.follow_up_id desc limit take
$$;
grant execute on function visits.open_follow_ups(text, text, timestamptz, uuid, integer) to qunfang_app;

-- All of them, or those that have ended.
create function visits.all_follow_ups(area text, wanted text, ended boolean, before_at timestamptz, before_id uuid, take integer)
  returns setof uuid
  stable language sql set enable_bitmapscan = off set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off rows 50 as $$
  select f.id from visits.follow_up f
  where f.county = (select kernel.app_county()) and f.division >= area and f.division < area || ':' and (wanted is null or f.kind = wanted)
    and (f.opened_at, f.id) < (coalesce(before_at, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    and (not ended or exists (
        select from visits.follow_up_outcome e where e.county = f.county and e.follow_up_id = f.id and e.outcome <> 'unreachable')
      or not exists (select from visits.visit_now v where v.county = f.county and v.id = f.visit_id))
  order by f.opened_at desc, f.id desc limit take
$$;
grant execute on function visits.all_follow_ups(text, text, boolean, timestamptz, uuid, integer) to qunfang_app;
