-- One row is one person screened. It is filed by checkpoint and time; there is no index by person, and there will be none:
-- nobody's movements can be read off here without opening a case.
create table checkpoints.passage (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  checkpoint_id uuid not null,
  shift_id uuid,
  device_id uuid,
  device_seq integer,
  recorded_by uuid,
  digest bytea not null,
  recorded_at timestamptz not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  direction text not null check (direction in ('in', 'out')),
  person_id uuid,
  vehicle_id uuid,
  temperature_c numeric(3, 1) check (temperature_c between 30 and 45),
  site text not null,
  symptoms text[] not null,
  from_code text,
  to_division text,
  decision text not null check (decision in ('pass', 'turned-back', 'medical', 'refused')),
  reason text,
  from_tally_id uuid,
  profile text not null,
  fever boolean not null,
  primary key (county, id),
  foreign key (county, checkpoint_id) references places.checkpoint (county, id)
);
comment on table checkpoints.passage is 'Never edited: a mistake is put right by a passage_correction that names it.';
comment on column checkpoints.passage.recorded_at is 'The device''s clock, as it was.';
comment on column checkpoints.passage.occurred_at is 'The device''s clock put right by what it showed when it sent this.';
comment on column checkpoints.passage.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=event; readers=county-desk,township-officer,auditor';
comment on column checkpoints.passage.person_id is 'purpose=checkpoint-screening; basis=CAC notice 2020-02-04; class=whereabouts; retention=21 days; readers=checkpoint-shift,township-officer,county-desk';
comment on column checkpoints.passage.vehicle_id is 'purpose=checkpoint-screening; basis=CAC notice 2020-02-04; class=whereabouts; retention=21 days; readers=checkpoint-shift,township-officer,county-desk';
comment on column checkpoints.passage.temperature_c is 'purpose=checkpoint-screening; basis=Infectious Diseases Act; class=health; retention=event; readers=checkpoint-shift,township-officer,county-desk';
comment on column checkpoints.passage.symptoms is 'purpose=checkpoint-screening; basis=Infectious Diseases Act; class=health; retention=event; readers=checkpoint-shift,township-officer,county-desk';
create unique index passage_device on checkpoints.passage (county, device_id, device_seq) where device_seq is not null;
create index passage_time on checkpoints.passage (county, checkpoint_id, occurred_at, id);
select kernel.guard('checkpoints.passage');
grant select, insert on checkpoints.passage to qunfang_app;
grant select on checkpoints.passage to qunfang_clerk;

create table checkpoints.passage_correction (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  passage_id uuid not null,
  recorded_by uuid,
  digest bytea not null,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  why text not null,
  voided boolean not null,
  changes jsonb not null,
  primary key (county, id),
  foreign key (county, passage_id) references checkpoints.passage (county, id)
);
comment on column checkpoints.passage_correction.changes is 'Only the fields that change, by their names in passage; the newest correction wins field by field.';
comment on column checkpoints.passage_correction.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=event; readers=county-desk,township-officer,auditor';
create index passage_correction_passage on checkpoints.passage_correction (county, passage_id, received_at, id);
select kernel.guard('checkpoints.passage_correction');
grant select, insert on checkpoints.passage_correction to qunfang_app;
grant select on checkpoints.passage_correction to qunfang_clerk;
