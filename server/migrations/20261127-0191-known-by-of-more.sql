-- Posts that stood at a moment, from the facts themselves, by those that were known.
create function report.posts_known_v1(area text, moment timestamptz)
  returns table (division text, kind text, posts bigint, held bigint)
  stable language sql as $$
select p.division, p.kind, count(*), count(*) filter (where num_nonnulls(held.account_id, held.person_id) = 1)
from responsibility.post p
left join responsibility.post_end e on e.county = p.county and e.post_id = p.id
left join lateral (
  select s.account_id, s.person_id from responsibility.seating s
  where s.county = p.county and s.post_id = p.id and s.at <= moment
  order by s.at desc, s.received_at desc, s.id desc limit 1) held on true
where p.county = (select kernel.app_county()) and p.division >= area and p.division < area || ':'
  and p.opened_at <= moment and (e.ended_at is null or e.ended_at > moment)
group by p.division, p.kind
$$;

-- A home is met once somebody was seen, and by phone until a refusal or a seal; everything else is as the last knock found it.
create function report.visits_known_v1(area text, moment timestamptz)
  returns table (division text, households bigint, met bigint, phone bigint, notice bigint, nobody bigint, sealed bigint, refused bigint)
  stable language sql as $$
with running as materialized (
  select r.id, r.division, r.started_at from visits.round r
  left join visits.round_end e on e.county = r.county and e.round_id = r.id
  where r.county = (select kernel.app_county()) and r.started_at <= moment and (e.ended_at is null or e.ended_at > moment)
), village as materialized (
  select v.division, called.id as round_id from places.division v
  cross join lateral (
    select r.id from running r where r.division in (v.division, left(v.division, 9), left(v.division, 6))
    order by r.started_at desc, r.id limit 1) called
  where v.county = (select kernel.app_county()) and v.level in ('village', 'community')
    and v.division >= area and v.division < area || ':'
), home as materialized (
  select d.division, d.household_id from people.published_dwelling d
  where d.county = (select kernel.app_county()) and d.division >= area and d.division < area || ':'
    and d.since::timestamp at time zone 'Asia/Shanghai' <= moment
    and (d.until is null or d.until > d.since and d.until::timestamp at time zone 'Asia/Shanghai' > moment)
), found as materialized (
  select k.round_id, k.division, k.household_id, bool_or(k.outcome = 'met') as met,
    (array_agg(k.outcome order by k.occurred_at desc, k.id desc))[1] as last,
    (array_agg(k.outcome order by k.occurred_at desc, k.id desc) filter (where k.outcome in ('phone', 'sealed', 'refused')))[1] as said
  from visits.visit_now k
  where k.county = (select kernel.app_county()) and k.division >= area and k.division < area || ':' and k.occurred_at <= moment
  group by k.round_id, k.division, k.household_id
)
select v.division, count(h.household_id),
  count(*) filter (where s.state = 'met'), count(*) filter (where s.state = 'phone'), count(*) filter (where s.state = 'notice'),
  count(*) filter (where s.state = 'nobody'), count(*) filter (where s.state = 'sealed'), count(*) filter (where s.state = 'refused')
from village v
left join home h on h.division = v.division
left join found f on f.round_id = v.round_id and f.division = v.division and f.household_id = h.household_id
cross join lateral (select case when f.met then 'met' when f.said = 'phone' then 'phone' else f.last end as state) s
group by v.division
$$;

-- Rooms and who lives in them, by the lodgings, moves and ends that were known; an order that follows another without a gap goes on.
create function sites.spans_known(in_sites uuid[]) returns table (room_id uuid, since timestamptz, until timestamptz)
  stable language sql as $$
with recursive term as materialized (
  select o.id, o.person_id, s.since, s.until from isolation.spans_known() s
  join isolation.opening o on o.county = (select kernel.app_county()) and o.id = s.order_id
  where s.kind = 'central'
), lodging as materialized (
  select l.id, l.order_id, l.room_id, l.at, l.received_at from sites.lodging l
  where l.county = (select kernel.app_county()) and l.site_id = any (in_sites)
), held as (
  select t.id, t.person_id, t.until from term t where t.id in (select lodging.order_id from lodging)
  union
  select h.id, h.person_id, n.until from held h join term n on n.person_id = h.person_id and n.since = h.until and n.until > n.since
), ends as (
  select h.id, max(h.until) as until from held h group by h.id
), stay as (
  select l.id, l.order_id, l.room_id, l.at, l.received_at from lodging l
  union all
  select l.id, l.order_id, m.room_id, m.at, m.received_at from lodging l
  join sites.move m on m.county = (select kernel.app_county()) and m.lodging_id = l.id
)
select stay.room_id, stay.at, least(lead(stay.at) over (partition by stay.id order by stay.at, stay.received_at), gone.at, ends.until)
from stay
left join ends on ends.id = stay.order_id
left join sites.leaving gone on gone.county = (select kernel.app_county()) and gone.lodging_id = stay.id
$$;

create function report.sites_known_v1(area text, moment timestamptz)
  returns table (division text, site_id uuid, rooms bigint, occupied bigint, free bigint, to_disinfect bigint, persons bigint)
  stable language sql as $$
with site as materialized (
  select s.division, s.id from sites.site s
  where s.county = (select kernel.app_county()) and s.division >= area and s.division < area || ':' and s.at <= moment
    and coalesce((select t.turn from sites.site_turn t where t.county = s.county and t.site_id = s.id and t.at <= moment
      order by t.at desc, t.received_at desc, t.id desc limit 1), 'reopened') = 'reopened'
), span as materialized (
  select one.room_id, one.since, one.until from sites.spans_known(array(select site.id from site)) one
), cleaned as materialized (
  select d.room_id, d.at from sites.disinfected d
  join sites.disinfection known on known.county = d.county and known.id = d.disinfection_id
  where d.county = (select kernel.app_county()) and d.room_id is not null and d.at <= moment
    and not exists (select from sites.taking_back t
      where t.county = d.county and t.kind = 'disinfection' and t.record_id = d.disinfection_id)
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
    when room.vacated_at is null or exists (select from cleaned c where c.room_id = room.id and c.at >= room.vacated_at) then 'free'
    else 'to-disinfect' end as state
  from room
)
select site.division, site.id, count(*) filter (where s.state <> 'out-of-use'), count(*) filter (where s.state = 'occupied'),
  count(*) filter (where s.state = 'free'), count(*) filter (where s.state = 'to-disinfect'), coalesce(sum(s.held), 0)::bigint
from site left join standing s on s.site_id = site.id group by site.division, site.id
$$;

create function report.cover_known_v1(area text, moment timestamptz) returns table (division text, code text, tenths bigint)
  stable language sql as $$
with assumed as (
  select distinct on (a.item_id, a.basis) a.item_id, a.basis, a.per_day, a.heads from supplies.assumption a
  where a.county = (select kernel.app_county()) and a.from_day <= (moment at time zone 'Asia/Shanghai')::date
  order by a.item_id, a.basis, a.from_day desc
), heads as materialized (
  select (select coalesce(sum(i.standing), 0) from report.isolated_known_v1(area, moment) i) as isolated,
    (select coalesce(sum(s.stations), 0) from report.stations_v1(area, moment) s) as checkpoint
), use as (
  select assumed.item_id, sum(assumed.per_day * case assumed.basis when 'isolated' then heads.isolated when 'checkpoint' then heads.checkpoint
    when 'resident' then assumed.heads else 1 end) as per_day
  from assumed cross join heads group by assumed.item_id
)
select area, i.code, floor(10 * coalesce((
  select sum(l.quantity) from supplies.leg l join supplies.movement m on m.county = l.county and m.id = l.movement_id
  where l.county = i.county and l.item_id = i.id and l.at <= moment and l.division >= area and l.division < area || ':'
    and (l.account = 'store' or (length(area) = 6 and l.account = 'in-transit'))), 0) / use.per_day)::bigint
from use join supplies.item i on i.county = (select kernel.app_county()) and i.id = use.item_id
where use.per_day > 0
$$;

grant execute on function report.posts_known_v1(text, timestamptz), report.visits_known_v1(text, timestamptz), sites.spans_known(uuid[]),
  report.sites_known_v1(text, timestamptz), report.cover_known_v1(text, timestamptz) to qunfang_app;
