-- A positive answer opens one by a rule of its question. It is open until an outcome closes it; "could not be reached" does not.
create table visits.follow_up (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  round_id uuid not null,
  visit_id uuid not null,
  nth integer not null,
  household_id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('travel', 'contact', 'fever', 'health', 'roster')),
  link_id text not null,
  draft jsonb not null,
  opened_at timestamptz not null,
  primary key (county, id),
  foreign key (county, visit_id, nth) references visits.sheet (county, visit_id, nth)
);
comment on column visits.follow_up.household_id is 'purpose=home-visit; basis=Infectious Diseases Act, door-to-door visits; class=pseudonym; retention=21 days after the round; readers=scope';
comment on column visits.follow_up.person_id is 'purpose=home-visit; basis=Infectious Diseases Act, PIPL 13(1)(4); class=pseudonym; retention=21 days after the round; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column visits.follow_up.draft is 'purpose=what is known already of what has to be recorded; basis=Infectious Diseases Act; class=whereabouts; retention=21 days after the round; readers=village-cadre, township-officer, data-verifier, county-desk';
create index follow_up_opened on visits.follow_up (county, opened_at desc, id desc);
create index follow_up_household on visits.follow_up (county, household_id);
create index follow_up_visit on visits.follow_up (county, visit_id);
select kernel.guard('visits.follow_up');
grant select, insert on visits.follow_up to qunfang_app;
grant select on visits.follow_up to qunfang_clerk;

create table visits.follow_up_outcome (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  follow_up_id uuid not null,
  outcome text not null check (outcome in ('recorded', 'excluded', 'suspected', 'confirmed', 'updated', 'unreachable')),
  exposure_id uuid,
  note text,
  recorded_by uuid,
  digest bytea not null,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  primary key (county, id),
  foreign key (county, follow_up_id) references visits.follow_up (county, id)
);
comment on column visits.follow_up_outcome.exposure_id is 'purpose=the fact that was recorded in the end; basis=Infectious Diseases Act; class=pseudonym; retention=with the follow-up; readers=scope';
comment on column visits.follow_up_outcome.note is 'purpose=where it was examined; basis=record keeping; class=plain, no names; retention=with the follow-up; readers=scope';
comment on column visits.follow_up_outcome.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=event; readers=county-desk, auditor';
create index follow_up_outcome_of on visits.follow_up_outcome (county, follow_up_id, recorded_at desc);
select kernel.guard('visits.follow_up_outcome');
grant select, insert on visits.follow_up_outcome to qunfang_app;
grant select on visits.follow_up_outcome to qunfang_clerk;

-- Kept by the clerk, so that a list of what is open does not walk past everything that is closed.
create table visits.follow_up_open (
  county integer not null,
  follow_up_id uuid not null,
  division text collate "C" not null,
  kind text not null,
  opened_at timestamptz not null,
  primary key (county, follow_up_id)
);
create index follow_up_open_opened on visits.follow_up_open (county, opened_at desc, follow_up_id desc);
select kernel.guard('visits.follow_up_open');
grant select on visits.follow_up_open to qunfang_app;
grant select, insert, delete on visits.follow_up_open to qunfang_clerk;
