-- Isolation by order. Nothing restrictive stands without the eight things that justify it, and nothing stands after its end: both are
-- said here as constraints, whatever the code above does.
create schema isolation;
grant usage on schema isolation to qunfang_app, qunfang_clerk;

create function isolation.day_of(moment timestamptz) returns date immutable parallel safe language sql
  return (moment at time zone 'Asia/Shanghai')::date;
-- The end of a day is the first moment of the next.
create function isolation.end_of(day date) returns timestamptz immutable parallel safe language sql
  return (day + 1)::timestamp at time zone 'Asia/Shanghai';

create table isolation.opening (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  person_id uuid not null,
  household_id uuid,
  kind text not null check (kind in ('home', 'central')),
  profile text not null,
  ground text not null check (ground in ('close-contact', 'contact-of-contact', 'affected-area', 'fever', 'asymptomatic', 'discharged')),
  anchor_on date not null,
  anchor_kind text not null check (anchor_kind in ('last-exposure', 'left-affected-area', 'arrival', 'observation-began')),
  source_kind text not null check (source_kind in ('exposure', 'screening', 'visit', 'agency-list', 'hand', 'order')),
  source_ref uuid,
  document_no text not null check (document_no ~ '\S'),
  authority text not null check (authority ~ '\S'),
  decider text not null check (decider ~ '\S'),
  appeal text not null check (appeal ~ '\S'),
  starts_at timestamptz not null,
  ends_on date not null,
  review_on date not null,
  ends_at timestamptz not null generated always as (isolation.end_of(ends_on)) stored,
  home_checked_at timestamptz,
  home_checked_by text,
  home_met text[] not null,
  follows uuid,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, follows) references isolation.opening (county, id),
  check ((source_kind = 'hand') = (source_ref is null)),
  constraint opening_ends_in_time check (ends_on between isolation.day_of(starts_at) and isolation.day_of(starts_at) + 14),
  constraint opening_reviewed_in_time check (review_on between isolation.day_of(starts_at) and least(ends_on, isolation.day_of(starts_at) + 7)),
  constraint opening_home_checked check (kind <> 'home' or (length(division) = 12 and home_checked_at is not null and coalesce(home_checked_by, '') ~ '\S'
    and home_met @> array['own-room', 'alone-in-room', 'no-visitors', 'distance-and-mask', 'own-utensils', 'stays-in', 'waste-bagged', 'doctor-reachable']))
);
comment on table isolation.opening is 'The decision that begins an order. Never edited: what comes of it is in the facts that name it.';
comment on column isolation.opening.division is 'Who answers for the person: their village for isolation at home.';
comment on column isolation.opening.anchor_on is 'Day 0 of the observation.';
comment on column isolation.opening.follows is 'The order this one takes the place of, when somebody was transferred.';
comment on column isolation.opening.person_id is 'purpose=isolation-care; basis=Infectious Diseases Act, PIPL 13(1)(4); class=pseudonym; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk';
comment on column isolation.opening.household_id is 'purpose=isolation-care; basis=Infectious Diseases Act, PIPL 13(1)(4); class=pseudonym; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk';
comment on column isolation.opening.ground is 'purpose=isolation-care: the medical ground of the measure; basis=Infectious Diseases Act; class=health; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk';
comment on column isolation.opening.anchor_on is 'purpose=isolation-care: day 0 of the observation; basis=Infectious Diseases Act; class=health; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk';
comment on column isolation.opening.source_ref is 'purpose=answerability: what the measure rests on; basis=Infectious Diseases Act; class=internal; retention=event; readers=township-officer, county-desk';
comment on column isolation.opening.decider is 'purpose=answerability: who decided, as the document says; basis=PIPL 54; class=staff; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk, auditor';
comment on column isolation.opening.home_checked_by is 'purpose=answerability: who saw that the home will do; basis=PIPL 54; class=staff; retention=event; readers=township-officer, county-desk, auditor';
comment on column isolation.opening.recorded_by is 'purpose=answerability; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column isolation.opening.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
create index opening_source on isolation.opening (county, source_ref) where source_ref is not null;
create index opening_person on isolation.opening (county, person_id);
create index opening_follows on isolation.opening (county, follows) where follows is not null;
select kernel.guard('isolation.opening');
grant select, insert on isolation.opening to qunfang_app;
grant select on isolation.opening to qunfang_clerk;

-- One an order: the first end is the end.
create table isolation.ending (
  county integer not null,
  order_id uuid not null,
  id uuid not null,
  division text collate "C" not null,
  ended_at timestamptz not null,
  why text not null check (why in ('expired', 'released', 'case-excluded', 'appeal-upheld', 'transferred', 'to-hospital', 'died', 'entered-wrongly')),
  note text,
  certificate_no text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, order_id),
  unique (county, id),
  foreign key (county, order_id) references isolation.opening (county, id),
  -- Whoever goes free has it in writing.
  check ((certificate_no is not null) = (why in ('expired', 'released', 'case-excluded', 'appeal-upheld')))
);
comment on column isolation.ending.why is 'purpose=isolation-care: how it ended; basis=Infectious Diseases Act; class=health; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk';
comment on column isolation.ending.note is 'purpose=answerability; basis=record keeping; class=free-text; retention=event; readers=township-officer, county-desk';
comment on column isolation.ending.recorded_by is 'purpose=answerability; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column isolation.ending.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
select kernel.guard('isolation.ending');
grant select, insert on isolation.ending to qunfang_app;
grant select on isolation.ending to qunfang_clerk;

-- From when to when each order stands, worked out from its facts as they are written. Nobody is under two orders at one time.
create table isolation.span (
  county integer not null,
  order_id uuid not null,
  division text collate "C" not null,
  person_id uuid not null,
  kind text not null,
  during tstzrange not null,
  primary key (county, order_id),
  foreign key (county, order_id) references isolation.opening (county, id),
  constraint one_order_at_a_time exclude using gist (county with =, person_id with =, during with &&)
);
comment on column isolation.span.person_id is 'purpose=isolation-care; basis=Infectious Diseases Act, PIPL 13(1)(4); class=pseudonym; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk';
create index span_end on isolation.span (county, (upper(during)), order_id);
create index span_area on isolation.span (county, division, (upper(during)));
select kernel.guard('isolation.span');
grant select on isolation.span to qunfang_app, qunfang_clerk;

-- What is sent twice at one moment is told apart by the retry that this code asks for.
create function isolation.opens() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  insert into isolation.span (county, order_id, division, person_id, kind, during)
  select county, id, division, person_id, kind, tstzrange(starts_at, ends_at) from added;
  return null;
exception when exclusion_violation then
  raise exception 'isolation: somebody would be under two orders at one time' using errcode = 'unique_violation';
end $$;
create trigger opens after insert on isolation.opening referencing new table as added
  for each statement execute function isolation.opens();

-- An order ends when somebody ends it, and never later than it would have by itself.
create function isolation.ends() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  ended integer;
begin
  update isolation.span s set during = tstzrange(lower(s.during), a.ended_at) from added a
  where s.county = a.county and s.order_id = a.order_id and a.division = s.division
    and a.ended_at between lower(s.during) and upper(s.during)
    and (a.why <> 'expired' or a.ended_at = upper(s.during)) and (a.why <> 'entered-wrongly' or a.ended_at = lower(s.during));
  get diagnostics ended = row_count;
  if ended <> (select count(*) from added) then
    raise exception 'isolation: an order can only end while it stands' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger ends after insert on isolation.ending referencing new table as added
  for each statement execute function isolation.ends();
revoke execute on function isolation.opens(), isolation.ends() from public;

-- What neighbours may join. An order is over at its end whether or not that has been written down yet; one that was entered wrongly
-- never stood.
create view isolation.published_orders with (security_invoker = true) as
select o.county, o.id as order_id, o.person_id as person, o.household_id as household, o.division as village, o.kind, o.profile,
  isolation.day_of(o.starts_at) as starts_on, o.starts_at, coalesce(upper(s.during), o.starts_at) as ends_at,
  case when e.order_id is not null or upper(s.during) <= now() then 'ended' else 'standing' end as state,
  coalesce(e.ended_at, case when upper(s.during) <= now() then upper(s.during) end) as ended_at,
  coalesce(e.why, case when upper(s.during) <= now() then 'expired' end) as ended_why, o.anchor_on
from isolation.opening o
join isolation.span s on s.county = o.county and s.order_id = o.id
left join isolation.ending e on e.county = o.county and e.order_id = o.id;
grant select on isolation.published_orders to qunfang_app, qunfang_clerk;
