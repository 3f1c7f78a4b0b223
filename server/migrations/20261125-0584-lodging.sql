-- Who is in which room from when. A lodging stands on an order of central isolation and is over with it, written down or not.
create table sites.lodging (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  room_id uuid not null,
  order_id uuid not null,
  person_id uuid,
  beside uuid,
  ground text check (ground in ('child', 'carer', 'cannot-be-alone')),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, site_id) references sites.site (county, id),
  foreign key (county, room_id) references sites.room (county, id),
  foreign key (county, beside) references sites.lodging (county, id),
  check ((beside is null) = (ground is null))
);
comment on column sites.lodging.beside is 'Whose room is shared; the only way in which two people are ever in one room, and it needs its ground.';
comment on column sites.lodging.person_id is 'purpose=isolation-care; basis=Infectious Diseases Act, PIPL 13(1)(4); class=pseudonym; retention=21 days after the release; readers=isolation-staff, township-officer, county-desk';
comment on column sites.lodging.ground is 'purpose=isolation-care: why a room is shared; basis=Infectious Diseases Act; class=internal; retention=event; readers=isolation-staff, township-officer, county-desk';
comment on column sites.lodging.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.lodging.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index lodging_site on sites.lodging (county, site_id, at desc, id desc);
create index lodging_person on sites.lodging (county, person_id) where person_id is not null;
create index lodging_order on sites.lodging (county, order_id);
select kernel.guard('sites.lodging');
grant select, insert on sites.lodging to qunfang_app;
grant select on sites.lodging to qunfang_clerk;

create table sites.move (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  lodging_id uuid not null,
  room_id uuid not null,
  beside uuid,
  ground text check (ground in ('child', 'carer', 'cannot-be-alone')),
  why text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, lodging_id) references sites.lodging (county, id),
  foreign key (county, room_id) references sites.room (county, id),
  foreign key (county, beside) references sites.lodging (county, id),
  check ((beside is null) = (ground is null))
);
comment on column sites.move.ground is 'purpose=isolation-care: why a room is shared; basis=Infectious Diseases Act; class=internal; retention=event; readers=isolation-staff, township-officer, county-desk';
comment on column sites.move.why is 'purpose=isolation-care: why somebody changes rooms; basis=record keeping; class=free-text; retention=event; readers=isolation-staff, township-officer, county-desk';
comment on column sites.move.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.move.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index move_lodging on sites.move (county, lodging_id, at desc);
select kernel.guard('sites.move');
grant select, insert on sites.move to qunfang_app;
grant select on sites.move to qunfang_clerk;

create table sites.leaving (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  lodging_id uuid not null,
  whereto text not null check (whereto in ('released', 'hospital', 'other-site', 'home-isolation', 'mistaken')),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, lodging_id),
  foreign key (county, lodging_id) references sites.lodging (county, id)
);
comment on column sites.leaving.whereto is '`mistaken`: the lodging was recorded by mistake and never was; its time is that of its beginning.';
comment on column sites.leaving.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.leaving.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('sites.leaving');
grant select, insert on sites.leaving to qunfang_app;
grant select on sites.leaving to qunfang_clerk;

-- The staff of a site need not see the village that somebody comes from; when the order of somebody who is here ends they have to
-- know. Orders that follow each other without a gap hold as one. Ids in, times out.
create function sites.orders(ids uuid[]) returns table (order_id uuid, person uuid, kind text, starts_at timestamptz, ends_at timestamptz)
  stable security definer set search_path = '' rows 50 language sql as $$
with recursive held as (
  select o.order_id, o.person, o.kind, o.starts_at, o.ends_at from isolation.published_orders o
  where o.county = (select kernel.app_county()) and o.order_id = any (ids)
  union all
  select h.order_id, h.person, h.kind, h.starts_at, n.ends_at from held h
  join isolation.published_orders n on n.county = (select kernel.app_county()) and n.person = h.person and n.kind = 'central'
    and n.starts_at = h.ends_at and n.ends_at > n.starts_at
  where h.kind = 'central'
)
select h.order_id, h.person, h.kind, min(h.starts_at), max(h.ends_at) from held h group by h.order_id, h.person, h.kind
$$;
revoke execute on function sites.orders(uuid[]) from public;
grant execute on function sites.orders(uuid[]) to qunfang_app;

-- Worked out from the facts as they are written, for the rule that no room holds two people: the app reads it and writes nothing.
create table sites.room_span (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  room_id uuid not null,
  lodging_id uuid not null,
  order_id uuid not null,
  alone boolean not null,
  during tstzrange not null,
  closed boolean not null,
  primary key (county, id),
  foreign key (county, lodging_id) references sites.lodging (county, id),
  foreign key (county, room_id) references sites.room (county, id),
  constraint one_person_a_room exclude using gist (county with =, room_id with =, during with &&) where (alone),
  constraint one_room_a_person exclude using gist (county with =, lodging_id with =, during with &&)
);
comment on column sites.room_span.closed is 'Somebody left or moved. Otherwise it lasts as long as the order, whose end may have changed since.';
create index room_span_site on sites.room_span (county, site_id);
create index room_span_lodging on sites.room_span (county, lodging_id);
select kernel.guard('sites.room_span');
grant select on sites.room_span to qunfang_app, qunfang_clerk;

-- Brings the ends of what is in a room up to date with the orders. Longer only as long as nobody has come since.
create function sites.settle_room(in_county integer, in_room uuid) returns void set search_path = '' language sql as $$
  update sites.room_span s set during = tstzrange(lower(s.during), greatest(lower(s.during), o.ends_at))
  from (select array_agg(order_id) as ids from sites.room_span where county = in_county and room_id = in_room and not closed) open
  cross join lateral sites.orders(open.ids) o
  where s.county = in_county and s.room_id = in_room and not s.closed and not isempty(s.during) and s.order_id = o.order_id
    and upper(s.during) is distinct from greatest(lower(s.during), o.ends_at)
    and not exists (
      select from sites.room_span later where later.county = in_county and later.room_id = in_room and later.id <> s.id
        and later.during && tstzrange(upper(s.during), greatest(upper(s.during), o.ends_at)))
$$;

-- Whether somebody lives in any room of the county from a moment on, whoever asks.
create function sites.lives_elsewhere(in_county integer, in_person uuid, in_since timestamptz, in_lodging uuid) returns boolean
  stable set search_path = '' language sql as $$
  select exists (
    select from sites.lodging l join sites.room_span s on s.county = l.county and s.lodging_id = l.id
    where l.county = in_county and l.person_id = in_person and l.id is distinct from in_lodging and not isempty(s.during)
      and upper(s.during) > in_since
      and (s.closed or exists (select from sites.orders(array[s.order_id]) o where o.ends_at > in_since)))
$$;
create function sites.lodged(persons uuid[], moments timestamptz[]) returns setof uuid
  stable security definer set search_path = '' rows 10 language sql as $$
  select asked.person from unnest(persons, moments) asked (person, since)
  where sites.lives_elsewhere((select kernel.app_county()), asked.person, asked.since, null)
$$;
revoke execute on function sites.lives_elsewhere(integer, uuid, timestamptz, uuid), sites.lodged(uuid[], timestamptz[]) from public;
grant execute on function sites.lodged(uuid[], timestamptz[]) to qunfang_app;

create function sites.put_in_room(new_span sites.room_span, in_beside uuid) returns void set search_path = '' language plpgsql as $$
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
    if vacated is not null and not exists (select from sites.disinfected d where d.county = new_span.county
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

create function sites.close_span(in_county integer, in_lodging uuid, in_at timestamptz) returns void set search_path = '' language plpgsql as $$
declare
  room uuid;
  ended integer;
begin
  select s.room_id into room from sites.room_span s where s.county = in_county and s.lodging_id = in_lodging and not s.closed;
  perform from sites.room r where r.county = in_county and r.id = room for update;
  perform sites.settle_room(in_county, room);
  update sites.room_span s set during = tstzrange(lower(s.during), least(in_at, upper(s.during))), closed = true
  where s.county = in_county and s.lodging_id = in_lodging and not s.closed and in_at >= lower(s.during);
  get diagnostics ended = row_count;
  if ended <> 1 then
    raise exception 'sites: a lodging can only be left while it stands' using errcode = 'check_violation';
  end if;
end $$;

create function sites.lodges() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  if not exists (select from sites.orders(array[new.order_id]) o where o.person = new.person_id) then
    raise exception 'sites: the order is about somebody else' using errcode = 'check_violation';
  end if;
  perform sites.put_in_room(row(new.county, new.id, new.division, new.site_id, new.room_id, new.id, new.order_id, new.beside is null,
    tstzrange(new.at, null), false)::sites.room_span, new.beside);
  return null;
end $$;
create trigger lodges after insert on sites.lodging for each row execute function sites.lodges();

create function sites.moves() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  lodging sites.lodging;
begin
  select * into lodging from sites.lodging t where t.county = new.county and t.id = new.lodging_id and t.division = new.division;
  if exists (select from sites.room_span s where s.county = new.county and s.lodging_id = new.lodging_id and not s.closed
    and new.at >= upper(s.during)) then
    raise exception 'sites: a lodging can only move while it stands' using errcode = 'check_violation';
  end if;
  perform sites.close_span(new.county, lodging.id, new.at);
  perform sites.put_in_room(row(new.county, new.id, new.division, lodging.site_id, new.room_id, lodging.id, lodging.order_id, new.beside is null,
    tstzrange(new.at, null), false)::sites.room_span, new.beside);
  return null;
end $$;
create trigger moves after insert on sites.move for each row execute function sites.moves();

create function sites.leaves() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  if not exists (select from sites.lodging t where t.county = new.county and t.id = new.lodging_id and t.division = new.division
    and (new.whereto <> 'mistaken' or new.at = t.at)) then
    raise exception 'sites: not how this lodging can end' using errcode = 'check_violation';
  end if;
  perform sites.close_span(new.county, new.lodging_id, new.at);
  return null;
end $$;
create trigger leaves after insert on sites.leaving for each row execute function sites.leaves();
revoke execute on function sites.settle_room(integer, uuid), sites.put_in_room(sites.room_span, uuid),
  sites.close_span(integer, uuid, timestamptz), sites.lodges(), sites.moves(), sites.leaves() from public;

-- Who was in which room from when to when, as the orders stand now.
create function sites.spans(in_sites uuid[]) returns table (site_id uuid, room_id uuid, lodging_id uuid, order_id uuid, alone boolean,
    since timestamptz, until timestamptz, closed boolean) stable language sql as $$
with held as materialized (
  select s.site_id, s.room_id, s.lodging_id, s.order_id, s.alone, s.during, s.closed from sites.room_span s
  where s.county = (select kernel.app_county()) and s.site_id = any (in_sites) and not isempty(s.during)
), told as materialized (
  select o.order_id, o.ends_at from sites.orders(array(select distinct held.order_id from held where not held.closed)) o
)
select h.site_id, h.room_id, h.lodging_id, h.order_id, h.alone, lower(h.during),
  case when h.closed then upper(h.during) else coalesce(t.ends_at, upper(h.during)) end, h.closed
from held h left join told t on t.order_id = h.order_id
$$;
grant execute on function sites.spans(uuid[]) to qunfang_app;
