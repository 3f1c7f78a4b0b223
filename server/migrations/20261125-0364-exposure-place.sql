-- Places that matter to an investigation, each a point and a radius, and who was where.
create table exposures.place (
  county integer not null,
  key text not null check (key ~ '^[a-z][a-z0-9-]{1,38}$'),
  version integer not null,
  zh text not null,
  en text not null,
  code text collate "C" check (code ~ '^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$'),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  radius_m integer not null check (radius_m between 1 and 50000),
  open_from timestamptz,
  open_until timestamptz,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, key, version)
);
comment on table exposures.place is 'A change of point, radius or period is the next version; the highest counts.';
comment on column exposures.place.lon is 'WGS 84, whatever datum it was given in.';
comment on column exposures.place.open_from is 'Before this moment nobody was exposed there; empty when it always counts.';
comment on column exposures.place.recorded_by is 'purpose=who answers for the definition; basis=record keeping; class=work account; retention=as long as the place counts; readers=county-desk, auditor';
select kernel.guard_county('exposures.place');
grant select, insert on exposures.place to qunfang_app;
grant select on exposures.place to qunfang_clerk;

create view exposures.place_now with (security_invoker = true) as
select distinct on (county, key) county, key, version, zh, en, code, lon, lat, radius_m, open_from, open_until
from exposures.place order by county, key, version desc;
grant select on exposures.place_now to qunfang_app, qunfang_clerk;

create table exposures.stay (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  person_id uuid not null,
  place_key text,
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  arrived_at timestamptz not null,
  arrived_estimated boolean not null,
  left_at timestamptz not null,
  left_estimated boolean not null,
  learned_from text not null,
  corrects uuid,
  why text,
  voided boolean not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, corrects) references exposures.stay (county, id),
  check ((place_key is null) <> (lon is null) and (lon is null) = (lat is null)),
  check (arrived_at <= left_at),
  check ((corrects is null) = (why is null)),
  check (corrects is not null or not voided)
);
comment on table exposures.stay is 'Somebody was at a place of the list, or at a point that was put on a map.';
comment on column exposures.stay.person_id is 'purpose=contact-tracing; basis=Infectious Diseases Act, PIPL 13(1)(4); class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.stay.place_key is 'purpose=contact-tracing; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.stay.lon is 'purpose=contact-tracing; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.stay.lat is 'purpose=contact-tracing; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.stay.arrived_at is 'purpose=contact-tracing; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.stay.left_at is 'purpose=contact-tracing; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.stay.why is 'purpose=answerability of a correction; basis=PIPL 8 (accuracy); class=internal; retention=with the record; readers=scope';
comment on column exposures.stay.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=with the record; readers=county-desk, auditor';
comment on column exposures.stay.digest is 'purpose=recognise a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
create index stay_person on exposures.stay (county, person_id);
create unique index stay_corrects on exposures.stay (county, corrects) where corrects is not null;
select kernel.guard('exposures.stay');
grant select, insert on exposures.stay to qunfang_app;
grant select on exposures.stay to qunfang_clerk;

-- Metres on the globe between two points.
create function exposures.distance_m(lon1 double precision, lat1 double precision, lon2 double precision, lat2 double precision)
  returns double precision immutable strict parallel safe language sql
  return 2 * 6371008.8 * asin(least(1, sqrt(
    power(sin(radians(lat2 - lat1) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2))));

-- What counts today, and each stay with every place it falls within.
create view exposures.stay_now with (security_invoker = true) as
select s.county, s.id, s.division, coalesce(alias.now_id, s.person_id) as person_id, s.person_id as said_of, s.place_key, s.lon, s.lat,
  s.arrived_at, s.arrived_estimated, s.left_at, s.left_estimated, s.learned_from, s.corrects, s.recorded_at, s.received_at
from exposures.stay s
left join people.published_alias alias on alias.county = s.county and alias.id = s.person_id
where not s.voided and not exists (
  select from exposures.stay later where later.county = s.county and later.corrects = s.id);
create view exposures.stay_within with (security_invoker = true) as
select s.county, s.id, s.division, s.person_id, s.said_of, p.key, greatest(s.arrived_at, coalesce(p.open_from, s.arrived_at)) as at,
  s.arrived_at, s.left_at, case when s.place_key is null then exposures.distance_m(s.lon, s.lat, p.lon, p.lat) else 0 end as distance_m
from exposures.stay_now s
join exposures.place_now p on p.county = s.county
  and (s.place_key = p.key or exposures.distance_m(s.lon, s.lat, p.lon, p.lat) <= p.radius_m)
  and s.left_at >= coalesce(p.open_from, s.left_at) and s.arrived_at <= coalesce(p.open_until, s.arrived_at);
grant select on exposures.stay_now, exposures.stay_within to qunfang_app, qunfang_clerk;
