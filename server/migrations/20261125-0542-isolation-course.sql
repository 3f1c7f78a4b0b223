-- What becomes of an order: every step is a fact of its own. Shortening and ending cost nothing; to keep somebody longer takes a decision
-- with everything that the first one had.
alter table isolation.opening drop constraint opening_source_kind_check, add constraint opening_source_kind_check
  check (source_kind in ('exposure', 'screening', 'visit', 'agency-list', 'case', 'hand'));

create table isolation.extension (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  ground text not null check (ground in ('close-contact', 'contact-of-contact', 'affected-area', 'fever', 'asymptomatic', 'discharged')),
  anchor_on date not null,
  source_kind text not null check (source_kind in ('exposure', 'screening', 'visit', 'agency-list', 'case', 'hand')),
  source_ref uuid,
  document_no text not null check (document_no ~ '\S'),
  authority text not null check (authority ~ '\S'),
  decider text not null check (decider ~ '\S'),
  appeal text not null check (appeal ~ '\S'),
  decided_at timestamptz not null,
  ends_on date not null,
  review_on date not null,
  ends_at timestamptz not null generated always as (isolation.end_of(ends_on)) stored,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, order_id) references isolation.opening (county, id),
  check ((source_kind = 'hand') = (source_ref is null)),
  -- Counted from the day it was decided, so that no two decisions of one day reach further than one.
  constraint extension_ends_in_time check (ends_on between isolation.day_of(decided_at) and isolation.day_of(decided_at) + 14),
  constraint extension_reviewed_in_time check (review_on between isolation.day_of(decided_at) and least(ends_on, isolation.day_of(decided_at) + 7))
);
comment on table isolation.extension is 'A fresh decision about somebody who is under an order.';
comment on column isolation.extension.ground is 'purpose=isolation-care: the medical ground of the measure; basis=Infectious Diseases Act; class=health; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk';
comment on column isolation.extension.anchor_on is 'purpose=isolation-care: day 0 of the observation; basis=Infectious Diseases Act; class=health; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk';
comment on column isolation.extension.source_ref is 'purpose=answerability: what the measure rests on; basis=Infectious Diseases Act; class=internal; retention=event; readers=township-officer, county-desk';
comment on column isolation.extension.decider is 'purpose=answerability: who decided, as the document says; basis=PIPL 54; class=staff; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk, auditor';
comment on column isolation.extension.recorded_by is 'purpose=answerability; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column isolation.extension.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
create index extension_order on isolation.extension (county, order_id, received_at desc, id desc);
create index extension_source on isolation.extension (county, source_ref) where source_ref is not null;
select kernel.guard('isolation.extension');
grant select, insert on isolation.extension to qunfang_app;

create table isolation.shortening (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  ends_on date not null,
  decider text not null check (decider ~ '\S'),
  why text not null check (why ~ '\S'),
  ends_at timestamptz not null generated always as (isolation.end_of(ends_on)) stored,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, order_id) references isolation.opening (county, id)
);
comment on column isolation.shortening.decider is 'purpose=answerability: who decided; basis=PIPL 54; class=staff; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk, auditor';
comment on column isolation.shortening.why is 'purpose=answerability; basis=record keeping; class=free-text; retention=event; readers=township-officer, county-desk';
comment on column isolation.shortening.recorded_by is 'purpose=answerability; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column isolation.shortening.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
create index shortening_order on isolation.shortening (county, order_id);
select kernel.guard('isolation.shortening');
grant select, insert on isolation.shortening to qunfang_app;

create table isolation.review (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  reviewed_at timestamptz not null,
  reviewer text not null check (reviewer ~ '\S'),
  home_met text[],
  next_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, order_id) references isolation.opening (county, id),
  constraint review_again_in_time check (next_on between isolation.day_of(reviewed_at) and isolation.day_of(reviewed_at) + 7)
);
comment on table isolation.review is 'Somebody looked whether the measure is still needed, and it is.';
comment on column isolation.review.reviewer is 'purpose=answerability: who reviewed; basis=PIPL 54; class=staff; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk, auditor';
comment on column isolation.review.recorded_by is 'purpose=answerability; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column isolation.review.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
create index review_order on isolation.review (county, order_id, reviewed_at desc);
select kernel.guard('isolation.review');
grant select, insert on isolation.review to qunfang_app;

create table isolation.appeal (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  lodged_at timestamptz not null,
  lodger text not null check (lodger in ('person', 'family', 'representative')),
  said bytea,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, order_id) references isolation.opening (county, id)
);
comment on column isolation.appeal.said is 'purpose=resident-request: what the person objects; basis=PIPL 50; class=free-text, sealed; retention=event; readers=county-desk';
comment on column isolation.appeal.recorded_by is 'purpose=answerability; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column isolation.appeal.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
create index appeal_order on isolation.appeal (county, order_id);
select kernel.guard('isolation.appeal');
grant select, insert on isolation.appeal to qunfang_app;

create table isolation.appeal_decision (
  county integer not null,
  appeal_id uuid not null,
  id uuid not null,
  division text collate "C" not null,
  decided_at timestamptz not null,
  outcome text not null check (outcome in ('upheld', 'rejected', 'withdrawn')),
  document_no text not null check (document_no ~ '\S'),
  decider text not null check (decider ~ '\S'),
  reason text not null check (reason ~ '\S'),
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, appeal_id),
  unique (county, id),
  foreign key (county, appeal_id) references isolation.appeal (county, id)
);
comment on column isolation.appeal_decision.decider is 'purpose=answerability: who decided about the appeal; basis=PIPL 54; class=staff; retention=event; readers=isolation-staff, village-cadre, township-officer, county-desk, auditor';
comment on column isolation.appeal_decision.reason is 'purpose=resident-request: what the person is answered; basis=PIPL 50; class=free-text; retention=event; readers=township-officer, county-desk';
comment on column isolation.appeal_decision.recorded_by is 'purpose=answerability; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column isolation.appeal_decision.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
select kernel.guard('isolation.appeal_decision');
grant select, insert on isolation.appeal_decision to qunfang_app;

create table isolation.proposal (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  person_id uuid not null,
  household_id uuid,
  kind text not null check (kind in ('home', 'central')),
  ground text not null check (ground in ('close-contact', 'contact-of-contact', 'affected-area', 'fever', 'asymptomatic', 'discharged')),
  anchor_on date not null,
  source_kind text not null check (source_kind in ('exposure', 'screening', 'visit', 'agency-list', 'case', 'hand')),
  source_ref uuid,
  home_checked_at timestamptz,
  home_checked_by text,
  home_met text[] not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check ((source_kind = 'hand') = (source_ref is null))
);
comment on table isolation.proposal is 'A township asks the county''s desk to decide. Nobody is kept anywhere by it.';
comment on column isolation.proposal.person_id is 'purpose=isolation-care; basis=Infectious Diseases Act, PIPL 13(1)(4); class=pseudonym; retention=event; readers=township-officer, county-desk';
comment on column isolation.proposal.household_id is 'purpose=isolation-care; basis=Infectious Diseases Act, PIPL 13(1)(4); class=pseudonym; retention=event; readers=township-officer, county-desk';
comment on column isolation.proposal.ground is 'purpose=isolation-care: the medical ground; basis=Infectious Diseases Act; class=health; retention=event; readers=township-officer, county-desk';
comment on column isolation.proposal.anchor_on is 'purpose=isolation-care: day 0 of the observation; basis=Infectious Diseases Act; class=health; retention=event; readers=township-officer, county-desk';
comment on column isolation.proposal.source_ref is 'purpose=answerability: what the proposal rests on; basis=Infectious Diseases Act; class=internal; retention=event; readers=township-officer, county-desk';
comment on column isolation.proposal.home_checked_by is 'purpose=answerability: who saw the home; basis=PIPL 54; class=staff; retention=event; readers=township-officer, county-desk, auditor';
comment on column isolation.proposal.recorded_by is 'purpose=answerability; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column isolation.proposal.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
create index proposal_time on isolation.proposal (county, received_at, id);
select kernel.guard('isolation.proposal');
grant select, insert on isolation.proposal to qunfang_app;

-- The order that came of it, or why there is none.
create table isolation.proposal_answer (
  county integer not null,
  proposal_id uuid not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid,
  reason text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, proposal_id),
  unique (county, id),
  foreign key (county, proposal_id) references isolation.proposal (county, id),
  foreign key (county, order_id) references isolation.opening (county, id),
  check ((order_id is null) = (reason is not null))
);
comment on column isolation.proposal_answer.reason is 'purpose=answerability; basis=record keeping; class=free-text; retention=event; readers=township-officer, county-desk';
comment on column isolation.proposal_answer.recorded_by is 'purpose=answerability; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column isolation.proposal_answer.digest is 'purpose=recognition: of a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
select kernel.guard('isolation.proposal_answer');
grant select, insert on isolation.proposal_answer to qunfang_app;

-- When it has to be looked at again, and whether its end is written down, kept with the span by the same facts.
alter table isolation.span add column review_on date, add column ended boolean not null default false;
update isolation.span s set review_on = o.review_on from isolation.opening o where o.county = s.county and o.id = s.order_id;
update isolation.span s set ended = true from isolation.ending e where e.county = s.county and e.order_id = s.order_id;
alter table isolation.span alter column review_on set not null;
create index span_to_come on isolation.span (county, (upper(during)), order_id) where not ended;

create or replace function isolation.opens() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  insert into isolation.span (county, order_id, division, person_id, kind, during, review_on)
  select county, id, division, person_id, kind, tstzrange(starts_at, ends_at), review_on from added;
  return null;
exception when exclusion_violation then
  raise exception 'isolation: somebody would be under two orders at one time' using errcode = 'unique_violation';
end $$;

create or replace function isolation.ends() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  done integer;
begin
  update isolation.span s set during = tstzrange(lower(s.during), a.ended_at), ended = true from added a
  where s.county = a.county and s.order_id = a.order_id and a.division = s.division
    and a.ended_at between lower(s.during) and upper(s.during)
    and (a.why <> 'expired' or a.ended_at = upper(s.during)) and (a.why <> 'entered-wrongly' or a.ended_at = lower(s.during));
  get diagnostics done = row_count;
  if done <> (select count(*) from added) then
    raise exception 'isolation: an order can only end while it stands' using errcode = 'check_violation';
  end if;
  return null;
end $$;
-- Longer only for somebody who is still under the order, by the decision's own time and by the time at which it came here.
create function isolation.extends() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update isolation.span s set during = tstzrange(lower(s.during), new.ends_at), review_on = new.review_on
  where s.county = new.county and s.order_id = new.order_id and s.division = new.division
    and lower(s.during) <= new.decided_at and greatest(new.decided_at, new.received_at) < upper(s.during) and upper(s.during) < new.ends_at
    and not s.ended;
  if not found then
    raise exception 'isolation: only an order that stands can be extended' using errcode = 'check_violation';
  end if;
  return null;
exception when exclusion_violation then
  raise exception 'isolation: somebody would be under two orders at one time' using errcode = 'unique_violation';
end $$;
create trigger extends after insert on isolation.extension for each row execute function isolation.extends();

create function isolation.shortens() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update isolation.span s set during = tstzrange(lower(s.during), new.ends_at), review_on = least(s.review_on, new.ends_on)
  where s.county = new.county and s.order_id = new.order_id and s.division = new.division
    and new.ends_at > lower(s.during) and new.ends_at < upper(s.during)
    and not s.ended;
  if not found then
    raise exception 'isolation: an order can only be shortened while it stands' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger shortens after insert on isolation.shortening for each row execute function isolation.shortens();

create function isolation.reviews() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update isolation.span s set review_on = greatest(s.review_on, new.next_on)
  where s.county = new.county and s.order_id = new.order_id and s.division = new.division and s.during @> new.reviewed_at;
  if not found then
    raise exception 'isolation: only an order that stands can be reviewed' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger reviews after insert on isolation.review for each row execute function isolation.reviews();
revoke execute on function isolation.extends(), isolation.shortens(), isolation.reviews() from public;

-- Which decision holds now: the one that came last, with everything that it has to say.
create view isolation.order_now with (security_invoker = true) as
select o.county, o.id, o.division, o.person_id, o.household_id, o.kind, o.profile, o.starts_at, o.follows, o.home_checked_at,
  o.home_checked_by, o.home_met, o.anchor_kind, o.received_at,
  coalesce(x.ground, o.ground) as ground, coalesce(x.anchor_on, o.anchor_on) as anchor_on,
  coalesce(x.source_kind, o.source_kind) as source_kind, case when x.id is null then o.source_ref else x.source_ref end as source_ref,
  coalesce(x.document_no, o.document_no) as document_no, coalesce(x.authority, o.authority) as authority,
  coalesce(x.decider, o.decider) as decider, coalesce(x.appeal, o.appeal) as appeal,
  s.during, coalesce(upper(s.during), o.starts_at) as ends_at, s.review_on, e.id as ending_id, e.digest as ending_digest, e.ended_at,
  e.why as ended_why, e.certificate_no
from isolation.opening o
join isolation.span s on s.county = o.county and s.order_id = o.id
left join lateral (
  select x.id, x.ground, x.anchor_on, x.source_kind, x.source_ref, x.document_no, x.authority, x.decider, x.appeal
  from isolation.extension x where x.county = o.county and x.order_id = o.id order by x.received_at desc, x.id desc limit 1) x on true
left join isolation.ending e on e.county = o.county and e.order_id = o.id;
grant select on isolation.order_now to qunfang_app;

create or replace view isolation.published_orders with (security_invoker = true) as
select o.county, o.id as order_id, o.person_id as person, o.household_id as household, o.division as village, o.kind, o.profile,
  isolation.day_of(o.starts_at) as starts_on, o.starts_at, coalesce(upper(s.during), o.starts_at) as ends_at,
  case when e.order_id is not null or upper(s.during) <= now() then 'ended' else 'standing' end as state,
  coalesce(e.ended_at, case when upper(s.during) <= now() then upper(s.during) end) as ended_at,
  coalesce(e.why, case when upper(s.during) <= now() then 'expired' end) as ended_why,
  coalesce((select x.anchor_on from isolation.extension x where x.county = o.county and x.order_id = o.id
    order by x.received_at desc, x.id desc limit 1), o.anchor_on) as anchor_on
from isolation.opening o
join isolation.span s on s.county = o.county and s.order_id = o.id
left join isolation.ending e on e.county = o.county and e.order_id = o.id;
grant select on isolation.extension to qunfang_clerk;
