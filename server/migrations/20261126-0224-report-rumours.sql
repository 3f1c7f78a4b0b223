-- Topics of the rumour desk as counts of the whole county. The only way out of its schema: with the rights of its owner, because no
-- other role reads there, and nothing in it but sums over topics of ten items or more.
create function report.rumours_v1(area text, moment timestamptz)
  returns table (division text, topics bigint, items bigint, answered bigint, in_five_hours bigint, open bigint)
  stable security definer set search_path = '' language sql as $$
with topic as materialized (
  select f.topic_id, f.at,
    (select min(a.at) from rumours.answer a where a.county = f.county and a.topic_id = f.topic_id and a.at <= moment) as answered_at,
    coalesce((select t.turn from rumours.turn t where t.county = f.county and t.topic_id = f.topic_id and t.at <= moment
      order by t.at desc, t.received_at desc, t.id desc limit 1), 'open') = 'closed' as closed,
    (select sum(s.items) from rumours.wording_now w join rumours.signal s on s.county = w.county and s.wording_id = w.id
      where w.county = f.county and w.topic_id = f.topic_id and s.heard_at <= moment) as items
  from rumours.finding f
  where f.county = (select kernel.app_county()) and f.at <= moment and area = (select kernel.app_county())::text
    and not exists (select 1 from rumours.regrouping g where g.county = f.county and g.topic_id = f.topic_id and g.kind = 'merged' and g.at <= moment)
)
select area, count(*), coalesce(sum(topic.items), 0)::bigint, count(topic.answered_at),
  count(*) filter (where topic.answered_at <= topic.at + interval '5 hours'), count(*) filter (where topic.answered_at is null and not topic.closed)
from topic where topic.items >= 10 having count(*) > 0
$$;
revoke execute on function report.rumours_v1(text, timestamptz) from public;
grant execute on function report.rumours_v1(text, timestamptz) to qunfang_app;
