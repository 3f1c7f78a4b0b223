-- What happens to a venue while it is closed, and what became of it at any moment.
create table closures.inspection (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  subject_id uuid not null,
  found text not null check (found in ('closed', 'open')),
  action text check (action in ('closed-on-the-spot', 'warned', 'handed-over')),
  inspector text not null check (inspector ~ '\S'),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, subject_id) references closures.subject (county, id),
  check ((found = 'open') = (action is not null))
);
comment on table closures.inspection is 'Somebody stood before the door. Found open is a breach until a later one finds it closed.';
comment on column closures.inspection.inspector is 'purpose=answerability: which office went, never a name; basis=record keeping; class=plain; retention=with the record; readers=scope';
create index inspection_latest on closures.inspection (county, subject_id, at desc, received_at desc, id desc);
select kernel.guard('closures.inspection');

create table closures.application (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  subject_id uuid not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, subject_id) references closures.subject (county, id)
);
create index application_latest on closures.application (county, subject_id, at desc, received_at desc, id desc);
select kernel.guard('closures.application');

create table closures.application_check (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  application_id uuid not null,
  met text[] not null,
  passed boolean not null generated always as (met @> array['ventilation', 'disinfection', 'masks', 'temperature', 'register', 'distance', 'staff', 'plan']) stored,
  inspector text not null check (inspector ~ '\S'),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, application_id) references closures.application (county, id)
);
comment on column closures.application_check.met is 'Of the eight conditions; all of them, or it stays closed.';
comment on column closures.application_check.inspector is 'purpose=answerability: which office went, never a name; basis=record keeping; class=plain; retention=with the record; readers=scope';
create index application_check_latest on closures.application_check (county, application_id, at desc, received_at desc, id desc);
select kernel.guard('closures.application_check');

create table closures.application_decision (
  county integer not null,
  application_id uuid not null,
  id uuid not null,
  division text collate "C" not null,
  subject_id uuid not null,
  granted boolean not null,
  decider text not null check (decider ~ '\S'),
  reason text not null check (reason ~ '\S'),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, application_id),
  unique (county, id),
  foreign key (county, application_id) references closures.application (county, id)
);
comment on column closures.application_decision.decider is 'purpose=answerability: under which post, never a name; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column closures.application_decision.reason is 'purpose=record-keeping: what the firm is answered, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
create index application_decision_subject on closures.application_decision (county, subject_id, at) where granted;
select kernel.guard('closures.application_decision');

create table closures.appeal (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  subject_id uuid not null,
  letter_no text not null check (letter_no ~ '\S'),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, order_id) references closures.decision (county, id),
  foreign key (county, subject_id) references closures.subject (county, id)
);
comment on table closures.appeal is 'What is objected stays on its letter; here is only which letter, so that nothing personal is kept.';
create index appeal_subject on closures.appeal (county, subject_id, at);
create index appeal_order on closures.appeal (county, order_id);
select kernel.guard('closures.appeal');

create table closures.appeal_decision (
  county integer not null,
  appeal_id uuid not null,
  id uuid not null,
  division text collate "C" not null,
  order_id uuid not null,
  subject_id uuid not null,
  outcome text not null check (outcome in ('upheld', 'rejected', 'withdrawn')),
  decider text not null check (decider ~ '\S'),
  reason text not null check (reason ~ '\S'),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, appeal_id),
  unique (county, id),
  foreign key (county, appeal_id) references closures.appeal (county, id)
);
comment on column closures.appeal_decision.decider is 'purpose=answerability: under which post, never a name; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column closures.appeal_decision.reason is 'purpose=record-keeping: what the firm is answered, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
create index appeal_decision_subject on closures.appeal_decision (county, subject_id, at) where outcome = 'upheld';
select kernel.guard('closures.appeal_decision');

do $$
declare
  one text;
begin
  foreach one in array array['subject', 'subject_end', 'decision', 'lifting', 'review', 'inspection', 'application', 'application_check',
    'application_decision', 'appeal', 'appeal_decision'] loop
    execute format('comment on column closures.%I.recorded_by is %L', one,
      'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor');
    execute format('comment on column closures.%I.digest is %L', one,
      'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody');
  end loop;
end $$;

grant select, insert on closures.inspection, closures.application, closures.application_check, closures.application_decision, closures.appeal,
  closures.appeal_decision to qunfang_app;
grant select on closures.inspection, closures.application, closures.application_check, closures.application_decision, closures.appeal,
  closures.appeal_decision to qunfang_clerk;

-- Which closures hold for which subject. Whoever was let open again, or was right in an appeal, is free of what was ordered before.
create view closures.held with (security_invoker = true) as
select s.county, s.id as subject_id, c.order_id, c.starts_at, c.until, c.over_why, least(
    (select min(d.at) from closures.application_decision d
      where d.county = s.county and d.subject_id = s.id and d.granted and d.at >= c.starts_at),
    (select min(d.at) from closures.appeal_decision d
      where d.county = s.county and d.subject_id = s.id and d.order_id = c.order_id and d.outcome = 'upheld')) as freed_at
from closures.subject s
cross join lateral (
  select o.id as order_id, o.starts_at, o.until, o.over_why from closures.order_now o
  where o.county = s.county and s.class = any (o.classes) and s.division >= o.division and s.division < o.division || ':'
  union all
  select o.id, o.starts_at, o.until, o.over_why from closures.named n join closures.order_now o on o.county = n.county and o.id = n.order_id
  where n.county = s.county and n.subject_id = s.id) c;
grant select on closures.held to qunfang_app, qunfang_clerk;

-- Every subject as it was at a moment. A gathering is called off by a closure that holds on its day, from the moment that begins.
create function closures.subjects_at(moment timestamptz) returns table (county integer, division text, id uuid, kind text, class text,
  name text, address text, held_from timestamptz, held_to timestamptz, known_at timestamptz, order_id uuid, since timestamptz,
  until timestamptz, found text, found_at timestamptz, application_id uuid, state text)
  stable language sql as $$
with standing as materialized (
  select o.id, o.division, o.classes, o.starts_at, o.until, o.ends_at from closures.order_now o
  where o.county = (select kernel.app_county()) and o.starts_at <= moment and not o.by_name
)
select s.county, s.division, s.id, s.kind, s.class, s.name, s.address, s.held_from, s.held_to, s.at, c.order_id, c.since,
  case when s.kind = 'gathering' then least(s.held_to, c.until) else c.until end, f.found, f.at, a.id,
  case
    when c.since is null then case when a.granted then 'reopened' else 'open' end
    when f.found = 'open' then 'breach'
    when a.id is not null and a.granted is null then case when a.checked then 'inspected' else 'applied' end
    when f.found = 'closed' then 'closed'
    else 'should-close' end
from closures.subject s
cross join lateral (
  select min(h.starts_at) as since, max(h.until) as until, (array_agg(h.id order by h.until desc, h.id))[1] as order_id
  from (
    select o.id, o.starts_at, o.until, o.ends_at from standing o
    where s.class = any (o.classes) and s.division >= o.division and s.division < o.division || ':'
    union all
    select o.id, o.starts_at, o.until, o.ends_at from closures.named n join closures.order_now o on o.county = n.county and o.id = n.order_id
    where n.county = s.county and n.subject_id = s.id and o.starts_at <= moment) h
  where case when s.kind = 'gathering'
      then s.held_to > h.starts_at and s.held_from < case when h.until > moment then h.ends_at else h.until end
      else h.until > moment end
    and not exists (select from closures.application_decision d where d.county = s.county and d.subject_id = s.id and d.granted
      and d.at >= h.starts_at and d.at <= moment)
    and not exists (select from closures.appeal_decision d where d.county = s.county and d.subject_id = s.id and d.order_id = h.id
      and d.outcome = 'upheld' and d.at <= moment)) c
left join lateral (
  select i.found, i.at from closures.inspection i
  where i.county = s.county and i.subject_id = s.id and i.at >= c.since and i.at <= moment
  order by i.at desc, i.received_at desc, i.id desc limit 1) f on true
left join lateral (
  select p.id, p.at, case when d.at <= moment then d.granted end as granted,
    exists (select from closures.application_check k where k.county = p.county and k.application_id = p.id and k.at <= moment) as checked
  from closures.application p
  left join closures.application_decision d on d.county = p.county and d.application_id = p.id
  where p.county = s.county and p.subject_id = s.id and p.at <= moment and (c.since is null or p.at >= c.since)
  order by p.at desc, p.received_at desc, p.id desc limit 1) a on true
where s.county = (select kernel.app_county()) and s.at <= moment
  and not exists (select from closures.subject_end e where e.county = s.county and e.subject_id = s.id and e.at <= moment)
$$;
grant execute on function closures.subjects_at(timestamptz) to qunfang_app, qunfang_clerk;

-- What neighbours may join, and what anybody may know: no name of a person, no reason of a single firm.
create view closures.published_closures with (security_invoker = true) as
select s.county, s.id as subject, s.kind, s.class, s.division, s.state, s.since, s.until, o.document_id
from closures.subjects_at(now()) s join closures.order_now o on o.county = s.county and o.id = s.order_id
where s.since is not null;
grant select on closures.published_closures to qunfang_app, qunfang_clerk;
