create extension if not exists btree_gist;

create table checkpoints.tally (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  checkpoint_id uuid not null,
  shift_id uuid,
  device_id uuid,
  device_seq integer,
  recorded_by uuid,
  digest bytea not null,
  lane integer not null,
  recorded_at timestamptz not null,
  started_at timestamptz not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  screened integer not null check (screened >= 0),
  turned_back integer not null check (turned_back >= 0),
  vehicles integer not null check (vehicles >= 0),
  primary key (county, id),
  foreign key (county, checkpoint_id) references places.checkpoint (county, id),
  check (occurred_at > started_at),
  constraint tally_counted_once exclude using gist
    (county with =, checkpoint_id with =, lane with =, tstzrange(started_at, occurred_at) with &&)
);
comment on table checkpoints.tally is 'People counted in a rush without individual records. Two counts of one lane can never cover the same minute.';
comment on column checkpoints.tally.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=event; readers=county-desk,township-officer,auditor';
create index tally_time on checkpoints.tally (county, checkpoint_id, occurred_at);
select kernel.guard('checkpoints.tally');
grant select, insert on checkpoints.tally to qunfang_app;
grant select on checkpoints.tally to qunfang_clerk;
