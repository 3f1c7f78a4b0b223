-- Who was near whom, and at which gathering. A contact is mutual; the division is of whoever it is filed under.
create table exposures.gathering (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  name text not null,
  setting text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  corrects uuid,
  why text,
  voided boolean not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, corrects) references exposures.gathering (county, id),
  check (started_at <= ended_at),
  check ((corrects is null) = (why is null)),
  check (corrects is not null or not voided)
);
comment on table exposures.gathering is 'A meal, a wedding, a class, a workshop: everybody who was there was near each other. A corrected one keeps its attendance.';
comment on column exposures.gathering.name is 'What and where, never whose.';
comment on column exposures.gathering.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=with the record; readers=county-desk, auditor';
create unique index gathering_corrects on exposures.gathering (county, corrects) where corrects is not null;
create index gathering_time on exposures.gathering (county, started_at desc, id desc);
select kernel.guard_county('exposures.gathering');
grant select, insert on exposures.gathering to qunfang_app;
grant select on exposures.gathering to qunfang_clerk;

create table exposures.contact (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  person_id uuid not null,
  with_person_id uuid,
  gathering_id uuid,
  first_at timestamptz not null,
  first_estimated boolean not null,
  last_at timestamptz not null,
  last_estimated boolean not null,
  kind text not null,
  relation text not null,
  protection text not null,
  duration text not null,
  certainty text not null,
  learned_from text not null,
  corrects uuid,
  why text,
  voided boolean not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, gathering_id) references exposures.gathering (county, id),
  foreign key (county, corrects) references exposures.contact (county, id),
  check ((with_person_id is null) <> (gathering_id is null)),
  check (with_person_id is distinct from person_id),
  check (first_at <= last_at),
  check ((corrects is null) = (why is null)),
  check (corrects is not null or not voided)
);
comment on column exposures.contact.person_id is 'purpose=contact-tracing; basis=Infectious Diseases Act, PIPL 13(1)(4); class=health; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.contact.with_person_id is 'purpose=contact-tracing; basis=Infectious Diseases Act, PIPL 13(1)(4); class=health; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.contact.gathering_id is 'purpose=contact-tracing; basis=Infectious Diseases Act, PIPL 13(1)(4); class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.contact.kind is 'purpose=how near: household, meal, vehicle and so on; basis=disease control plan, close contacts; class=health; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.contact.relation is 'purpose=whom to ask; basis=disease control plan, close contacts; class=sensitive; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.contact.why is 'purpose=answerability of a correction; basis=PIPL 8 (accuracy); class=internal; retention=with the record; readers=scope';
comment on column exposures.contact.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=with the record; readers=county-desk, auditor';
comment on column exposures.contact.digest is 'purpose=recognise a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
create index contact_person on exposures.contact (county, person_id);
create index contact_with on exposures.contact (county, with_person_id) where with_person_id is not null;
create index contact_gathering on exposures.contact (county, gathering_id) where gathering_id is not null;
create unique index contact_corrects on exposures.contact (county, corrects) where corrects is not null;
select kernel.guard('exposures.contact');
grant select, insert on exposures.contact to qunfang_app;
grant select on exposures.contact to qunfang_clerk;

-- A gathering under the id it was first recorded with, as it was last corrected.
create view exposures.gathering_now with (security_invoker = true) as
with recursive chain as (
  select g.county, g.id as root, g.id from exposures.gathering g where g.corrects is null
  union all
  select c.county, c.root, g.id from chain c join exposures.gathering g on g.county = c.county and g.corrects = c.id
)
select g.county, c.root as id, g.division, g.name, g.setting, g.started_at, g.ended_at, g.id <> c.root as corrected, g.id as said_by
from chain c join exposures.gathering g on g.county = c.county and g.id = c.id
where not g.voided and not exists (
  select from exposures.gathering later where later.county = g.county and later.corrects = g.id);

create view exposures.contact_now with (security_invoker = true) as
select c.county, c.id, c.division, coalesce(one.now_id, c.person_id) as person_id, coalesce(other.now_id, c.with_person_id) as with_person_id,
  c.person_id as said_of, c.with_person_id as said_with, c.gathering_id, c.first_at, c.first_estimated, c.last_at, c.last_estimated,
  c.kind, c.relation, c.protection, c.duration, c.certainty, c.learned_from, c.corrects, c.recorded_at, c.received_at
from exposures.contact c
left join people.published_alias one on one.county = c.county and one.id = c.person_id
left join people.published_alias other on other.county = c.county and other.id = c.with_person_id
where not c.voided and not exists (
  select from exposures.contact later where later.county = c.county and later.corrects = c.id);
grant select on exposures.gathering_now, exposures.contact_now to qunfang_app, qunfang_clerk;
