-- Who inspects what kind of place in which period, what was found there, what became of it. A finding stands open until a re-check passes.
-- Where it stands is worked out from its steps; nothing is updated.
create schema inspections;
grant usage on schema inspections to qunfang_app, qunfang_clerk;

create table inspections.plan (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  title text not null,
  place_kinds text[] not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  wanted integer check (wanted between 1 and 100000),
  unannounced boolean not null,
  checklist_key text,
  checklist_version integer,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check ((checklist_key is null) = (checklist_version is null))
);
comment on column inspections.plan.title is 'purpose=record-keeping: the name of a plan; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column inspections.plan.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column inspections.plan.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index plan_latest on inspections.plan (county, from_on desc, id desc);
select kernel.guard('inspections.plan');
grant select, insert on inspections.plan to qunfang_app;
grant select on inspections.plan to qunfang_clerk;

create table inspections.team (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  plan_id uuid not null,
  nth integer not null,
  title text not null,
  areas text[] not null,
  post_ids uuid[] not null,
  primary key (county, id),
  unique (county, plan_id, nth),
  foreign key (county, plan_id) references inspections.plan (county, id)
);
comment on table inspections.team is 'Posts, not people: a team stays whole when somebody changes.';
comment on column inspections.team.title is 'purpose=record-keeping: the name of a team; basis=record keeping; class=plain; retention=with the record; readers=scope';
select kernel.guard('inspections.team');
grant select, insert on inspections.team to qunfang_app;
grant select on inspections.team to qunfang_clerk;

create table inspections.plan_end (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  plan_id uuid not null,
  why text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, plan_id),
  foreign key (county, plan_id) references inspections.plan (county, id)
);
comment on column inspections.plan_end.why is 'purpose=record-keeping: why a plan was given up, naming no person; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column inspections.plan_end.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column inspections.plan_end.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('inspections.plan_end');
grant select, insert on inspections.plan_end to qunfang_app;
grant select on inspections.plan_end to qunfang_clerk;

create table inspections.inspection (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  root_id uuid not null,
  by_division text collate "C" not null,
  place_kind text not null check (place_kind in ('township', 'village', 'checkpoint', 'compound', 'site', 'venue')),
  place_id uuid,
  place_name text not null,
  manner text not null check (manner in ('planned', 'unannounced', 'led')),
  plan_id uuid,
  team_id uuid,
  post_ids uuid[] not null,
  checklist_key text,
  checklist_version integer,
  answers jsonb not null,
  unanswered integer not null,
  note text,
  way text not null check (way in ('app', 'paper', 'desk')),
  device_id uuid,
  device_seq bigint,
  recorded_at timestamptz not null,
  occurred_at timestamptz not null,
  corrects uuid,
  why text,
  voided boolean not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, corrects),
  check ((corrects is null) = (root_id = id)),
  check ((corrects is null) = (why is null)),
  check (corrects is not null or not voided),
  foreign key (county, corrects) references inspections.inspection (county, id),
  foreign key (county, root_id) references inspections.inspection (county, id),
  foreign key (county, plan_id) references inspections.plan (county, id),
  foreign key (county, team_id) references inspections.team (county, id)
);
comment on column inspections.inspection.by_division is 'The area of the seat that inspected: who passes a finding stands at least as high.';
comment on column inspections.inspection.place_name is 'purpose=record-keeping: of a place, as it was called then; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column inspections.inspection.answers is 'purpose=record-keeping: what was answered about a place, naming no person; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column inspections.inspection.note is 'purpose=record-keeping: what was seen, naming no person; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column inspections.inspection.why is 'purpose=record-keeping: why a record was put right, naming no person; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column inspections.inspection.device_id is 'purpose=answerability: from which phone it came; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column inspections.inspection.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column inspections.inspection.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index inspection_latest on inspections.inspection (county, occurred_at desc, id desc);
create index inspection_division on inspections.inspection (county, division, occurred_at desc);
create index inspection_root on inspections.inspection (county, root_id);
create index inspection_plan on inspections.inspection (county, plan_id) where plan_id is not null;
select kernel.guard('inspections.inspection');
grant select, insert on inspections.inspection to qunfang_app;
grant select on inspections.inspection to qunfang_clerk;

-- What stands of each inspection: its last correction, or itself.
create view inspections.inspection_now with (security_invoker = true) as
select i.* from inspections.inspection i
where not i.voided and not exists (select from inspections.inspection c where c.county = i.county and c.corrects = i.id);
grant select on inspections.inspection_now to qunfang_app, qunfang_clerk;

create table inspections.finding (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  inspection_id uuid not null,
  link_id text,
  severity text not null check (severity in ('minor', 'serious', 'grave')),
  what text not null,
  due_at timestamptz not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (due_at > at),
  foreign key (county, inspection_id) references inspections.inspection (county, id)
);
comment on column inspections.finding.inspection_id is 'The inspection as it was first recorded; a correction of it keeps its findings.';
comment on column inspections.finding.what is 'purpose=record-keeping: what was wrong, naming no person; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column inspections.finding.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column inspections.finding.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index finding_inspection on inspections.finding (county, inspection_id);
create index finding_division on inspections.finding (county, division, at);
select kernel.guard('inspections.finding');
grant select, insert on inspections.finding to qunfang_app;
grant select on inspections.finding to qunfang_clerk;

create table inspections.step (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  finding_id uuid not null,
  step text not null check (step in ('rectified', 'passed', 'failed', 'withdrawn')),
  note text,
  counted integer check (counted between 0 and 1000000),
  photo_ids uuid[] not null,
  due_at timestamptz,
  at timestamptz not null,
  way text not null check (way in ('app', 'paper', 'desk')),
  device_id uuid,
  device_seq bigint,
  recorded_at timestamptz not null,
  corrects uuid,
  why text,
  voided boolean not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, corrects),
  check ((corrects is null) = (why is null)),
  check (corrects is not null or not voided),
  check ((step = 'failed') = (due_at is not null)),
  foreign key (county, corrects) references inspections.step (county, id),
  foreign key (county, finding_id) references inspections.finding (county, id)
);
comment on column inspections.step.note is 'purpose=record-keeping: what was done or seen, naming no person; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column inspections.step.why is 'purpose=record-keeping: why a record was put right, naming no person; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column inspections.step.device_id is 'purpose=answerability: from which phone it came; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column inspections.step.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column inspections.step.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index step_finding on inspections.step (county, finding_id, at desc);
select kernel.guard('inspections.step');
grant select, insert on inspections.step to qunfang_app;
grant select on inspections.step to qunfang_clerk;

create view inspections.step_now with (security_invoker = true) as
select s.* from inspections.step s
where not s.voided and not exists (select from inspections.step c where c.county = s.county and c.corrects = s.id);
grant select on inspections.step_now to qunfang_app, qunfang_clerk;

create table inspections.photo (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  finding_id uuid not null,
  type text not null check (type in ('image/jpeg', 'image/png')),
  size integer not null,
  sha256 bytea not null,
  content bytea not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, finding_id) references inspections.finding (county, id)
);
comment on column inspections.photo.sha256 is 'purpose=accuracy: that a picture is the one that was kept; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column inspections.photo.content is 'purpose=record-keeping: a picture of a place without where and when it was taken, emptied thirty days after the response; basis=record keeping; class=sensitive; retention=event; readers=scope';
comment on column inspections.photo.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column inspections.photo.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index photo_finding on inspections.photo (county, finding_id);
select kernel.guard('inspections.photo');
grant select, insert on inspections.photo to qunfang_app;
grant select on inspections.photo to qunfang_clerk;

-- Every finding of an area as it stood at a moment: the same as standingOf in rules.ts, which a test holds it against.
create function inspections.findings_at(area text, moment timestamptz)
  returns table (id uuid, division text, inspection_id uuid, severity text, at timestamptz, state text, since timestamptz,
    due_at timestamptz, overdue boolean, climbed text)
  stable language sql as $$
select f.id, f.division, f.inspection_id, f.severity, f.at, now_.state, now_.since, now_.due_at, late.overdue,
  case when now_.state not in ('open', 'rectified') then null
    when f.severity = 'grave' then 'county'
    when not late.overdue then 'place'
    when moment <= now_.due_at + case f.severity when 'serious' then interval '24 hours' else interval '72 hours' end then 'township'
    else 'county' end
from inspections.finding f
left join lateral (
  select s.step, s.at, s.due_at from inspections.step_now s
  where s.county = f.county and s.finding_id = f.id and s.at <= moment order by s.at desc, s.received_at desc, s.id desc limit 1) last on true
cross join lateral (select
  case coalesce(last.step, 'failed') when 'failed' then 'open' else last.step end as state, coalesce(last.at, f.at) as since,
  case last.step when 'failed' then last.due_at when 'rectified' then last.at + interval '48 hours' else f.due_at end as due_at) now_
cross join lateral (select now_.state in ('open', 'rectified') and now_.due_at < moment as overdue) late
where f.county = (select kernel.app_county()) and f.division >= area and f.division < area || ':' and f.at <= moment
  and exists (select from inspections.inspection_now i where i.county = f.county and i.root_id = f.inspection_id)
$$;
grant execute on function inspections.findings_at(text, timestamptz) to qunfang_app, qunfang_clerk;
