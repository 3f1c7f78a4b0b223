create schema checkpoints;
grant usage on schema checkpoints to qunfang_app, qunfang_clerk;

-- A shift's beginning and end are two facts; a hand-over is the beginning of the next shift that names the one before.
create table checkpoints.shift (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  checkpoint_id uuid not null,
  started_at timestamptz not null,
  received_at timestamptz not null,
  members integer not null check (members between 1 and 50),
  handed_over_from uuid,
  note text,
  opened_by uuid,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, checkpoint_id) references places.checkpoint (county, id),
  foreign key (county, handed_over_from) references checkpoints.shift (county, id)
);
comment on column checkpoints.shift.opened_by is 'purpose=who answers for the shift; basis=record keeping; class=work account; retention=event; readers=county-desk,township-officer,auditor';
create index shift_checkpoint on checkpoints.shift (county, checkpoint_id, started_at desc);
select kernel.guard('checkpoints.shift');
grant select, insert on checkpoints.shift to qunfang_app;

create table checkpoints.shift_end (
  county integer not null,
  shift_id uuid not null,
  division text collate "C" not null,
  closed_at timestamptz not null,
  received_at timestamptz not null,
  note text,
  closed_by uuid,
  primary key (county, shift_id),
  foreign key (county, shift_id) references checkpoints.shift (county, id)
);
comment on column checkpoints.shift_end.closed_by is 'purpose=who answers for the shift; basis=record keeping; class=work account; retention=event; readers=county-desk,township-officer,auditor';
select kernel.guard('checkpoints.shift_end');
grant select, insert on checkpoints.shift_end to qunfang_app;
