-- Journeys of persons: where from, through what, where to, when and how. Appended; a correction is a new row that names the old one.
create schema exposures;
grant usage on schema exposures to qunfang_app, qunfang_clerk;

create table exposures.travel (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  person_id uuid not null,
  left_at timestamptz,
  left_estimated boolean not null,
  arrived_at timestamptz,
  arrived_estimated boolean not null,
  at timestamptz not null,
  means text not null,
  service text,
  plate bytea,
  learned_from text not null,
  corrects uuid,
  why text,
  voided boolean not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, corrects) references exposures.travel (county, id),
  check (coalesce(arrived_at, left_at) = at),
  check ((corrects is null) = (why is null)),
  check (corrects is not null or not voided)
);
comment on table exposures.travel is 'One leg of a journey. Nothing is edited: the row that no other row corrects is what counts.';
comment on column exposures.travel.at is 'The moment at which it begins to count: the arrival, or the departure of somebody who has not been said to arrive.';
comment on column exposures.travel.person_id is 'purpose=contact-tracing; basis=Infectious Diseases Act, PIPL 13(1)(4); class=whereabouts; retention=end of the response; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column exposures.travel.left_at is 'purpose=contact-tracing; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.travel.arrived_at is 'purpose=contact-tracing; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.travel.service is 'purpose=find who sat in the same train, flight, coach or ship; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.travel.plate is 'purpose=find who sat in the same car; basis=Infectious Diseases Act; class=sensitive, sealed; retention=end of the response; readers=masked';
comment on column exposures.travel.why is 'purpose=answerability of a correction; basis=PIPL 8 (accuracy); class=internal; retention=with the record; readers=scope';
comment on column exposures.travel.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=with the record; readers=county-desk, auditor';
comment on column exposures.travel.digest is 'purpose=recognise a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=none';
create index travel_person on exposures.travel (county, person_id);
create unique index travel_corrects on exposures.travel (county, corrects) where corrects is not null;
select kernel.guard('exposures.travel');
grant select, insert on exposures.travel to qunfang_app;
grant select on exposures.travel to qunfang_clerk;

create table exposures.stop (
  county integer not null,
  travel_id uuid not null,
  nth integer not null,
  division text collate "C" not null,
  role text not null check (role in ('from', 'via', 'to')),
  code text collate "C" check (code ~ '^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$'),
  place text,
  primary key (county, travel_id, nth),
  foreign key (county, travel_id) references exposures.travel (county, id),
  check (code is not null or place is not null)
);
comment on column exposures.stop.code is 'purpose=contact-tracing: province 2 digits, prefecture 4, county 6 and so on; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.stop.place is 'purpose=contact-tracing: a place abroad, or one nobody has a code for; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
create index stop_code on exposures.stop (county, code, travel_id) where code is not null;
select kernel.guard('exposures.stop');
grant select, insert on exposures.stop to qunfang_app;
grant select on exposures.stop to qunfang_clerk;

-- What counts today. A person who was merged into another counts under the id that stands.
grant select on people.person, people.arrival, people.departure, people.alias to qunfang_clerk;
grant select on people.published_person, people.published_alias to qunfang_clerk;
create view exposures.travel_now with (security_invoker = true) as
select t.county, t.id, t.division, coalesce(alias.now_id, t.person_id) as person_id, t.person_id as said_of, t.left_at, t.left_estimated,
  t.arrived_at, t.arrived_estimated, t.at, t.means, t.service, t.plate, t.learned_from, t.corrects, t.recorded_at, t.received_at
from exposures.travel t
left join people.published_alias alias on alias.county = t.county and alias.id = t.person_id
where not t.voided and not exists (
  select from exposures.travel later where later.county = t.county and later.corrects = t.id);
grant select on exposures.travel_now to qunfang_app, qunfang_clerk;
