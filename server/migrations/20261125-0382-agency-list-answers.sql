-- Who an entry in doubt is about; null says that it is none of those who were named.
create table agency_lists.identification (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  entry_id uuid not null,
  person_id uuid,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, entry_id) references agency_lists.entry (county, id)
);
comment on table agency_lists.identification is 'Appended; the newest counts.';
comment on column agency_lists.identification.person_id is 'purpose=agency-list-check: whom the row is about, by whoever knows the village; basis=PIPL 8, 24; class=pseudonym; retention=expiry of the list; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column agency_lists.identification.recorded_by is 'purpose=who decided; basis=PIPL 54; class=staff; retention=expiry of the list; readers=county-desk, auditor';
comment on column agency_lists.identification.digest is 'purpose=recognise a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=expiry of the list; readers=none';
create index identification_latest on agency_lists.identification (county, entry_id, recorded_at desc, received_at desc, id desc);
select kernel.guard('agency_lists.identification');
grant select, insert on agency_lists.identification to qunfang_app;

create table agency_lists.answer (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  list_id uuid not null,
  entry_id uuid not null,
  answer text not null check (answer in ('seen', 'away', 'unknown', 'not-found')),
  person_id uuid,
  note bytea,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, entry_id) references agency_lists.entry (county, id)
);
comment on table agency_lists.answer is 'What came of looking for the one that is meant. Appended; the newest counts.';
comment on column agency_lists.answer.answer is 'purpose=agency-list-check: what the sender is told; basis=Infectious Diseases Act, PIPL 13(1)(4); class=whereabouts; retention=expiry of the list; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column agency_lists.answer.person_id is 'purpose=agency-list-check: the person who was met and registered; basis=PIPL 13(1)(4); class=pseudonym; retention=expiry of the list; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column agency_lists.answer.note is 'purpose=agency-list-check: where somebody is instead, since when; basis=Infectious Diseases Act, PIPL 13(1)(4); class=sensitive, sealed; retention=expiry of the list; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column agency_lists.answer.recorded_by is 'purpose=who verified; basis=PIPL 54; class=staff; retention=expiry of the list; readers=county-desk, auditor';
comment on column agency_lists.answer.digest is 'purpose=recognise a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=expiry of the list; readers=none';
create index answer_latest on agency_lists.answer (county, entry_id, recorded_at desc, received_at desc, id desc);
create index answer_list on agency_lists.answer (county, list_id, recorded_at);
select kernel.guard('agency_lists.answer');
grant select, insert on agency_lists.answer to qunfang_app;

-- Where an entry stands: who it is about, whether somebody still has to say so, and what was answered last.
create view agency_lists.entry_now with (security_invoker = true) as
select e.county, e.id, e.division, e.list_id, e.nth, e.outcome, e.reasons, e.cells,
  coalesce(a.person_id, case when i.id is null then e.person_id else i.person_id end) as person_id,
  e.outcome = 'conflict' and i.id is null as undecided,
  i.recorded_at as identified_at, a.answer, a.note, a.id as answer_id, a.recorded_at as answered_at
from agency_lists.entry e
left join lateral (
  select i.id, i.person_id, i.recorded_at from agency_lists.identification i
  where i.county = e.county and i.entry_id = e.id
  order by i.recorded_at desc, i.received_at desc, i.id desc limit 1) i on true
left join lateral (
  select a.id, a.answer, a.note, a.person_id, a.recorded_at from agency_lists.answer a
  where a.county = e.county and a.entry_id = e.id
  order by a.recorded_at desc, a.received_at desc, a.id desc limit 1) a on true;
grant select on agency_lists.entry_now to qunfang_app;
