-- A round asks every household of an area. It has no roster of its own: who is on it follows from where households live, so one
-- that arrives joins and one that is gone has left, and how many there were at any moment can be said.
create table visits.round (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  title text not null,
  questionnaire_key text not null,
  questionnaire_version integer not null,
  started_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, questionnaire_key, questionnaire_version) references visits.questionnaire (county, key, version)
);
comment on column visits.round.recorded_by is 'purpose=who answers for the round; basis=record keeping; class=work account; retention=event; readers=county-desk, auditor';
create index round_started on visits.round (county, started_at desc, id);
select kernel.guard('visits.round');
grant select, insert on visits.round to qunfang_app;
grant select on visits.round to qunfang_clerk;

create table visits.round_end (
  county integer not null,
  round_id uuid not null,
  division text collate "C" not null,
  ended_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  primary key (county, round_id),
  foreign key (county, round_id) references visits.round (county, id)
);
comment on column visits.round_end.recorded_by is 'purpose=who answers for the round; basis=record keeping; class=work account; retention=event; readers=county-desk, auditor';
select kernel.guard('visits.round_end');
grant select, insert on visits.round_end to qunfang_app;
grant select on visits.round_end to qunfang_clerk;

create table visits.target (
  county integer not null,
  round_id uuid not null,
  at timestamptz not null,
  division text collate "C" not null,
  percent integer not null check (percent between 1 and 100),
  primary key (county, round_id, at),
  foreign key (county, round_id) references visits.round (county, id)
);
select kernel.guard('visits.target');
grant select, insert on visits.target to qunfang_app;

-- Who knocks in a village must see the round that was called above it: it is read, and only read.
create policy above on visits.round for select to qunfang_app using (county = (select kernel.app_county())
  and division = any (array[left((select kernel.app_from()), 6), left((select kernel.app_from()), 9)]));
create policy above on visits.round_end for select to qunfang_app using (county = (select kernel.app_county())
  and division = any (array[left((select kernel.app_from()), 6), left((select kernel.app_from()), 9)]));
create policy above on visits.target for select to qunfang_app using (county = (select kernel.app_county())
  and division = any (array[left((select kernel.app_from()), 6), left((select kernel.app_from()), 9)]));
