create table places.checkpoint (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  kind text not null check (kind in ('county-border', 'expressway-exit', 'village-turn-back', 'compound-gate')),
  name text not null,
  site text not null check (site in ('forehead', 'axillary', 'ear', 'wrist')),
  opened_at timestamptz not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, division) references places.division (county, division)
);
comment on table places.checkpoint is 'A checkpoint has its own name and kind: an expressway exit is called after no township. Never edited.';
comment on column places.checkpoint.division is 'The unit that answers for the checkpoint, which need not be the one it stands in.';
comment on column places.checkpoint.site is 'Where its thermometers measure unless a reading says otherwise.';
comment on column places.checkpoint.recorded_by is 'purpose=know who set the checkpoint up; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the checkpoint; readers=county-desk, administrator, auditor, township-officer of the division';
create index checkpoint_division on places.checkpoint (county, division, id);
select kernel.guard('places.checkpoint');
grant select, insert on places.checkpoint to qunfang_app;
grant select on places.checkpoint to qunfang_clerk;

create table places.checkpoint_turn (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  checkpoint_id uuid not null,
  turn text not null check (turn in ('closed', 'reopened')),
  at timestamptz not null,
  ground text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, checkpoint_id) references places.checkpoint (county, id)
);
comment on table places.checkpoint_turn is 'Closing and reopening. The latest turn says how a checkpoint stands; nothing is overwritten.';
comment on column places.checkpoint_turn.recorded_by is 'purpose=know who closed or reopened the checkpoint; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the checkpoint; readers=county-desk, administrator, auditor, township-officer of the division';
create index checkpoint_turn_latest on places.checkpoint_turn (county, checkpoint_id, at desc);
select kernel.guard('places.checkpoint_turn');
grant select, insert on places.checkpoint_turn to qunfang_app;
grant select on places.checkpoint_turn to qunfang_clerk;
