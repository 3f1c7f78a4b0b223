-- Every isolation site that was open at a moment, with its rooms for living as they stood then and who lived in them.
create function report.sites_v1(area text, moment timestamptz)
  returns table (division text, site_id uuid, rooms bigint, occupied bigint, free bigint, to_disinfect bigint, persons bigint)
  stable language sql as $$
with site as materialized (
  select s.division, s.id from sites.site s
  where s.county = (select kernel.app_county()) and s.division >= area and s.division < area || ':' and s.at <= moment
    and coalesce((select t.turn from sites.site_turn t where t.county = s.county and t.site_id = s.id and t.at <= moment
      order by t.at desc, t.received_at desc, t.id desc limit 1), 'reopened') = 'reopened'
), span as materialized (
  select one.room_id, one.since, one.until from sites.spans(array(select site.id from site)) one
), room as (
  select r.site_id, r.id,
    coalesce((select t.turn from sites.room_turn t where t.county = r.county and t.room_id = r.id and t.at <= moment
      order by t.at desc, t.received_at desc, t.id desc limit 1), 'in-use') = 'out-of-use' as is_out,
    (select count(*) from span where span.room_id = r.id and span.since <= moment and span.until > moment) as held,
    (select max(span.until) from span where span.room_id = r.id and span.since < span.until and span.until <= moment) as vacated_at
  from site join sites.room r on r.county = (select kernel.app_county()) and r.site_id = site.id
  where r.zone = 'contaminated' and r.at <= moment
), standing as (
  select room.site_id, room.held, case
    when room.held > 0 then 'occupied'
    when room.is_out then 'out-of-use'
    when room.vacated_at is null or exists (select from sites.disinfected d where d.county = (select kernel.app_county())
      and d.room_id = room.id and d.at between room.vacated_at and moment) then 'free'
    else 'to-disinfect' end as state
  from room
)
select site.division, site.id, count(*) filter (where s.state <> 'out-of-use'), count(*) filter (where s.state = 'occupied'),
  count(*) filter (where s.state = 'free'), count(*) filter (where s.state = 'to-disinfect'), coalesce(sum(s.held), 0)::bigint
from site left join standing s on s.site_id = site.id group by site.division, site.id
$$;
grant execute on function report.sites_v1(text, timestamptz) to qunfang_app;
