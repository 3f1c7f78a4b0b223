-- When somebody an investigation looks at fell ill, as the investigation heard it. Clusters are worked out from these.
create table exposures.illness (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  person_id uuid not null,
  onset_at timestamptz not null,
  onset_estimated boolean not null,
  state text not null,
  learned_from text not null,
  corrects uuid,
  why text,
  voided boolean not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, corrects) references exposures.illness (county, id),
  check ((corrects is null) = (why is null)),
  check (corrects is not null or not voided)
);
comment on table exposures.illness is 'What an investigation heard; whether somebody is a case is decided elsewhere.';
comment on column exposures.illness.person_id is 'purpose=contact-tracing; basis=Infectious Diseases Act, PIPL 13(1)(4); class=health; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.illness.onset_at is 'purpose=contact-tracing: who may have infected whom; basis=Infectious Diseases Act; class=health; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.illness.state is 'purpose=contact-tracing; basis=Infectious Diseases Act; class=health; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.illness.why is 'purpose=answerability of a correction; basis=PIPL 8 (accuracy); class=internal; retention=with the record; readers=scope';
comment on column exposures.illness.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=with the record; readers=county-desk, auditor';
comment on column exposures.illness.digest is 'purpose=recognise a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
create index illness_person on exposures.illness (county, person_id);
create index illness_onset on exposures.illness (county, onset_at, id);
create unique index illness_corrects on exposures.illness (county, corrects) where corrects is not null;
select kernel.guard('exposures.illness');
grant select, insert on exposures.illness to qunfang_app;
grant select on exposures.illness to qunfang_clerk;

create view exposures.illness_now with (security_invoker = true) as
select i.county, i.id, i.division, coalesce(alias.now_id, i.person_id) as person_id, i.person_id as said_of, i.onset_at, i.onset_estimated,
  i.state, i.learned_from, i.corrects, i.recorded_at, i.received_at
from exposures.illness i
left join people.published_alias alias on alias.county = i.county and alias.id = i.person_id
where not i.voided and not exists (
  select from exposures.illness later where later.county = i.county and later.corrects = i.id);
grant select on exposures.illness_now to qunfang_app, qunfang_clerk;
