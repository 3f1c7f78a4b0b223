-- A meal, an activity, goods or a disinfection that was entered wrongly is taken back, once and with a reason, and entered anew. The record
-- stays where it is; whatever counts or relies on records reads those that stand.
create table sites.taking_back (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  kind text not null check (kind in ('meal', 'activity', 'goods', 'disinfection')),
  record_id uuid not null,
  why text not null check (why in ('twice', 'wrong-number', 'wrong-time', 'wrong-place', 'never-happened')),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, kind, record_id),
  foreign key (county, site_id) references sites.site (county, id)
);
comment on column sites.taking_back.why is 'purpose=accuracy: which mistake it was, out of a list; basis=PIPL 8 (accuracy); class=plain; retention=with the record; readers=scope';
comment on column sites.taking_back.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.taking_back.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('sites.taking_back');
grant select, insert on sites.taking_back to qunfang_app;
grant select on sites.taking_back to qunfang_clerk;

create view sites.record with (security_invoker = true) as
select county, id, division, site_id, 'meal' as kind, at, recorded_by from sites.meal
union all select county, id, division, site_id, 'activity', at, recorded_by from sites.activity
union all select county, id, division, site_id, 'goods', at, recorded_by from sites.goods_use
union all select county, id, division, site_id, 'disinfection', at, recorded_by from sites.disinfection;
create index meal_latest on sites.meal (county, site_id, at desc, id desc);

create view sites.meal_now with (security_invoker = true) as
select m.county, m.site_id, m.day, m.meal, m.portions, m.at from sites.meal m
where not exists (select from sites.taking_back t where t.county = m.county and t.kind = 'meal' and t.record_id = m.id);
create view sites.activity_now with (security_invoker = true) as
select a.county, a.id, a.site_id, a.title, a.persons, a.at from sites.activity a
where not exists (select from sites.taking_back t where t.county = a.county and t.kind = 'activity' and t.record_id = a.id);
create view sites.goods_use_now with (security_invoker = true) as
select g.county, g.site_id, g.item, g.unit, g.quantity, g.at from sites.goods_use g
where not exists (select from sites.taking_back t where t.county = g.county and t.kind = 'goods' and t.record_id = g.id);
create view sites.disinfected_now with (security_invoker = true) as
select d.county, d.site_id, d.area, d.room_id, d.at from sites.disinfected d
where not exists (select from sites.taking_back t where t.county = d.county and t.kind = 'disinfection' and t.record_id = d.disinfection_id);
grant select on sites.record, sites.meal_now, sites.activity_now, sites.goods_use_now, sites.disinfected_now to qunfang_app;

create or replace function sites.put_in_room(new_span sites.room_span, in_beside uuid) returns void set search_path = '' language plpgsql as $$
declare
  since timestamptz := lower(new_span.during);
  told record;
  vacated timestamptz;
begin
  select * into told from sites.room r where r.county = new_span.county and r.id = new_span.room_id for update;
  if told.site_id is distinct from new_span.site_id or told.division is distinct from new_span.division or told.zone is distinct from 'contaminated' then
    raise exception 'sites: nobody lives in this room' using errcode = 'check_violation';
  end if;
  perform sites.settle_room(new_span.county, new_span.room_id);
  select * into told from sites.orders(array[new_span.order_id]);
  if told.kind is distinct from 'central' or since < told.starts_at or since >= told.ends_at then
    raise exception 'sites: no order of central isolation stands' using errcode = 'check_violation';
  end if;
  perform pg_catalog.pg_advisory_xact_lock(new_span.county, pg_catalog.hashtext(told.person::text));
  if sites.lives_elsewhere(new_span.county, told.person, since, new_span.lodging_id) then
    raise exception 'sites: somebody would be in two rooms' using errcode = 'exclusion_violation';
  end if;
  if in_beside is null then
    if exists (select from sites.room_span s where s.county = new_span.county and s.room_id = new_span.room_id
      and s.during && tstzrange(since, told.ends_at)) then
      raise exception 'sites: two people would be in one room' using errcode = 'exclusion_violation';
    end if;
    select max(upper(s.during)) into vacated from sites.room_span s
    where s.county = new_span.county and s.room_id = new_span.room_id and not isempty(s.during) and upper(s.during) <= since;
    if vacated is not null and not exists (select from sites.disinfected_now d where d.county = new_span.county
      and d.room_id = new_span.room_id and d.at between vacated and since) then
      raise exception 'sites: the room has not been disinfected' using errcode = 'check_violation';
    end if;
  elsif not exists (select from sites.room_span s where s.county = new_span.county and s.room_id = new_span.room_id
    and s.lodging_id = in_beside and s.lodging_id <> new_span.lodging_id and s.during @> since) then
    raise exception 'sites: whose room it is is not there' using errcode = 'exclusion_violation';
  end if;
  insert into sites.room_span (county, id, division, site_id, room_id, lodging_id, order_id, alone, during, closed)
  values (new_span.county, new_span.id, new_span.division, new_span.site_id, new_span.room_id, new_span.lodging_id, new_span.order_id,
    in_beside is null, tstzrange(since, told.ends_at), false);
end $$;

create or replace function report.sites_v1(area text, moment timestamptz)
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
    when room.vacated_at is null or exists (select from sites.disinfected_now d where d.county = (select kernel.app_county())
      and d.room_id = room.id and d.at between room.vacated_at and moment) then 'free'
    else 'to-disinfect' end as state
  from room
)
select site.division, site.id, count(*) filter (where s.state <> 'out-of-use'), count(*) filter (where s.state = 'occupied'),
  count(*) filter (where s.state = 'free'), count(*) filter (where s.state = 'to-disinfect'), coalesce(sum(s.held), 0)::bigint
from site left join standing s on s.site_id = site.id group by site.division, site.id
$$;
