-- One course of one disease in one person. It begins with a fever, or with a positive sample of somebody who feels well; where it
-- stands is worked out from what was appended to it, under the edition it began with.
create table cases.episode (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  person_id uuid not null,
  disease text not null,
  profile text not null,
  origin text not null check (origin in ('checkpoint', 'reading', 'visit', 'clinic', 'self-report')),
  opened_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  primary key (county, id)
);
comment on table cases.episode is 'A second fever of somebody whose case stands joins that case.';
comment on column cases.episode.person_id is 'purpose=fever-hand-over; basis=Infectious Diseases Act, PIPL 13(1)(4); class=health; retention=event; readers=township-officer, data-verifier, county-desk';
comment on column cases.episode.origin is 'purpose=fever-hand-over: where it was found; basis=Infectious Diseases Act; class=health; retention=event; readers=township-officer, data-verifier, county-desk';
comment on column cases.episode.opened_at is 'purpose=fever-hand-over; basis=Infectious Diseases Act; class=health; retention=event; readers=township-officer, data-verifier, county-desk';
comment on column cases.episode.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
create index episode_person on cases.episode (county, person_id);
create index episode_opened on cases.episode (county, opened_at desc, id desc);
create index episode_division on cases.episode (county, division);
select kernel.guard('cases.episode');
grant select, insert on cases.episode to qunfang_app;
grant select on cases.episode to qunfang_clerk;

-- Every fever of the case, each once for the record it was found by.
create table cases.fever (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  case_id uuid not null,
  origin text not null check (origin in ('checkpoint', 'reading', 'visit', 'clinic', 'self-report')),
  origin_id uuid not null,
  at timestamptz not null,
  temperature_c numeric(3, 1),
  site text,
  symptoms text[] not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, origin, origin_id),
  foreign key (county, case_id) references cases.episode (county, id),
  check ((temperature_c is null) = (site is null))
);
comment on column cases.fever.origin is 'purpose=fever-hand-over: where it was found; basis=Infectious Diseases Act; class=health; retention=event; readers=township-officer, data-verifier, county-desk';
comment on column cases.fever.temperature_c is 'purpose=fever-hand-over; basis=Infectious Diseases Act; class=health; retention=event; readers=township-officer, data-verifier, county-desk';
comment on column cases.fever.symptoms is 'purpose=fever-hand-over; basis=Infectious Diseases Act; class=health; retention=event; readers=township-officer, data-verifier, county-desk';
comment on column cases.fever.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column cases.fever.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index fever_of on cases.fever (county, case_id, at);
select kernel.guard('cases.fever');
grant select, insert on cases.fever to qunfang_app;
grant select on cases.fever to qunfang_clerk;
