-- One knock at one door. The division is the one in which the household lived then: a household that moves during a round leaves
-- its visits behind, and the village it comes to has it to visit.
create table visits.visit (
  county integer not null,
  id uuid not null,
  division text collate "C" not null check (length(division) = 12),
  round_id uuid not null,
  household_id uuid not null,
  outcome text not null check (outcome in ('met', 'phone', 'notice', 'nobody', 'sealed', 'refused')),
  way text not null check (way in ('app', 'paper', 'desk')),
  note text,
  corrects uuid,
  why text,
  voided boolean not null,
  device_id uuid,
  device_seq integer,
  recorded_by uuid,
  digest bytea not null,
  recorded_at timestamptz not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  primary key (county, id),
  foreign key (county, round_id) references visits.round (county, id),
  foreign key (county, corrects) references visits.visit (county, id),
  check ((corrects is null) = (why is null)),
  check (corrects is not null or not voided)
);
comment on table visits.visit is 'Nothing is edited: the row that no other row corrects is what counts.';
comment on column visits.visit.recorded_at is 'The device''s clock as it was, or the time on the paper.';
comment on column visits.visit.household_id is 'purpose=home-visit; basis=Infectious Diseases Act, door-to-door visits; class=pseudonym; retention=with the household; readers=scope';
comment on column visits.visit.outcome is 'purpose=home-visit; basis=Infectious Diseases Act, door-to-door visits; class=plain; retention=with the household; readers=scope';
comment on column visits.visit.note is 'purpose=find the household next time; basis=Infectious Diseases Act, door-to-door visits; class=plain, no names; retention=with the household; readers=scope';
comment on column visits.visit.why is 'purpose=answerability of a correction; basis=PIPL 8 (accuracy); class=internal; retention=with the household; readers=scope';
comment on column visits.visit.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=event; readers=county-desk, auditor';
comment on column visits.visit.digest is 'purpose=recognise a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the household; readers=none';
create unique index visit_device on visits.visit (county, device_id, device_seq) where device_seq is not null;
create unique index visit_corrects on visits.visit (county, corrects) where corrects is not null;
create index visit_household on visits.visit (county, household_id, round_id);
select kernel.guard('visits.visit');
grant select, insert on visits.visit to qunfang_app;
grant select on visits.visit to qunfang_clerk;

create view visits.visit_now with (security_invoker = true) as
select v.county, v.id, v.division, v.round_id, v.household_id, v.outcome, v.occurred_at
from visits.visit v
where not v.voided and not exists (
  select from visits.visit later where later.county = v.county and later.corrects = v.id);
grant select on visits.visit_now to qunfang_app, qunfang_clerk;

-- What one member answered, or the household as a whole when it names nobody. What was said in free words can name people, so it is
-- sealed; the rest can be counted.
create table visits.sheet (
  county integer not null,
  visit_id uuid not null,
  nth integer not null,
  division text collate "C" not null,
  person_id uuid,
  questionnaire_key text not null,
  questionnaire_version integer not null,
  answers jsonb not null,
  said bytea,
  primary key (county, visit_id, nth),
  foreign key (county, visit_id) references visits.visit (county, id),
  foreign key (county, questionnaire_key, questionnaire_version) references visits.questionnaire (county, key, version)
);
comment on column visits.sheet.person_id is 'purpose=home-visit; basis=Infectious Diseases Act, PIPL 13(1)(4); class=pseudonym; retention=21 days after the round; readers=village-cadre, township-officer, county-desk';
comment on column visits.sheet.answers is 'purpose=home-visit; basis=Infectious Diseases Act, PIPL 13(1)(4); class=health and whereabouts; retention=21 days after the round; readers=village-cadre, township-officer, county-desk';
comment on column visits.sheet.said is 'purpose=home-visit; basis=Infectious Diseases Act, PIPL 13(1)(4); class=sensitive, sealed; retention=21 days after the round; readers=village-cadre, township-officer, county-desk';
select kernel.guard('visits.sheet');
grant select, insert on visits.sheet to qunfang_app;
