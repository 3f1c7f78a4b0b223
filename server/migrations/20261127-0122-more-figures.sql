-- Topics as counts of the whole county, as in rumours_v1, and beside it those that were past five hours without an answer; by what was known.
create function report.rumours_v2(area text, moment timestamptz)
  returns table (division text, topics bigint, items bigint, answered bigint, in_five_hours bigint, open bigint, past_five_hours bigint)
  stable security definer set search_path = '' language sql as $$
with topic as materialized (
  select f.topic_id, f.at,
    (select min(a.at) from rumours.answer a where a.county = f.county and a.topic_id = f.topic_id and a.at <= moment
      and a.received_at <= (select kernel.known_by())) as answered_at,
    coalesce((select t.turn from rumours.turn t where t.county = f.county and t.topic_id = f.topic_id and t.at <= moment
      and t.received_at <= (select kernel.known_by()) order by t.at desc, t.received_at desc, t.id desc limit 1), 'open') = 'closed' as closed,
    (select sum(s.items) from rumours.wording_now w join rumours.signal s on s.county = w.county and s.wording_id = w.id
      where w.county = f.county and w.topic_id = f.topic_id and s.heard_at <= moment and s.received_at <= (select kernel.known_by())) as items
  from rumours.finding f
  where f.county = (select kernel.app_county()) and f.at <= moment and f.received_at <= (select kernel.known_by())
    and area = (select kernel.app_county())::text
    and not exists (select from rumours.regrouping g where g.county = f.county and g.topic_id = f.topic_id and g.kind = 'merged'
      and g.at <= moment and g.received_at <= (select kernel.known_by()))
)
select area, count(*), coalesce(sum(topic.items), 0)::bigint, count(topic.answered_at),
  count(*) filter (where topic.answered_at <= topic.at + interval '5 hours'),
  count(*) filter (where topic.answered_at is null and not topic.closed),
  count(*) filter (where topic.answered_at is null and not topic.closed and topic.at + interval '5 hours' < moment)
from topic where topic.items >= 10 having count(*) > 0
$$;
revoke execute on function report.rumours_v2(text, timestamptz) from public;

-- For how many tenths of a day what is in the stores of an area would last, by what is assumed to be used: so much for each person in
-- isolation, each checkpoint, each resident, or on the whole. What nothing is assumed of is not there.
create function report.cover_v1(area text, moment timestamptz) returns table (division text, code text, tenths bigint)
  stable language sql as $$
with assumed as (
  select distinct on (a.item_id, a.basis) a.item_id, a.basis, a.per_day, a.heads from supplies.assumption a
  where a.county = (select kernel.app_county()) and a.from_day <= (moment at time zone 'Asia/Shanghai')::date
  order by a.item_id, a.basis, a.from_day desc
), heads as materialized (
  select (select coalesce(sum(i.standing), 0) from report.isolated_v1(area, moment) i) as isolated,
    (select coalesce(sum(s.stations), 0) from report.stations_v1(area, moment) s) as checkpoint
), use as (
  select assumed.item_id, sum(assumed.per_day * case assumed.basis when 'isolated' then heads.isolated when 'checkpoint' then heads.checkpoint
    when 'resident' then assumed.heads else 1 end) as per_day
  from assumed cross join heads group by assumed.item_id
)
select area, i.code, floor(10 * coalesce((
  select sum(l.quantity) from supplies.leg l
  where l.county = i.county and l.item_id = i.id and l.at <= moment and l.division >= area and l.division < area || ':'
    and (l.account = 'store' or (length(area) = 6 and l.account = 'in-transit'))), 0) / use.per_day)::bigint
from use join supplies.item i on i.county = (select kernel.app_county()) and i.id = use.item_id
where use.per_day > 0
$$;
grant execute on function report.rumours_v2(text, timestamptz), report.cover_v1(text, timestamptz) to qunfang_app;

-- A report on what the county knew at an earlier moment says so.
alter table reporting.report add column known_by timestamptz;
comment on column reporting.report.known_by is 'What arrived later does not count in it; empty = what was known when each version was counted.';
