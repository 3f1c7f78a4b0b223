-- A fever opens one; its id is the passage's. It stays open until an outcome says where it ended.
create table checkpoints.hand_over (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  checkpoint_id uuid not null,
  opened_at timestamptz not null,
  primary key (county, id),
  foreign key (county, id) references checkpoints.passage (county, id)
);
create index hand_over_opened on checkpoints.hand_over (county, opened_at desc, id);
select kernel.guard('checkpoints.hand_over');
grant select, insert on checkpoints.hand_over to qunfang_app;
grant select on checkpoints.hand_over to qunfang_clerk;

create table checkpoints.hand_over_outcome (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  hand_over_id uuid not null,
  outcome text not null check (outcome in ('excluded', 'suspected', 'confirmed', 'unreachable')),
  note text,
  recorded_by uuid,
  digest bytea not null,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  primary key (county, id),
  foreign key (county, hand_over_id) references checkpoints.hand_over (county, id)
);
comment on column checkpoints.hand_over_outcome.recorded_by is 'purpose=who answers for the record; basis=record keeping; class=work account; retention=event; readers=county-desk,township-officer,auditor';
create index hand_over_outcome_of on checkpoints.hand_over_outcome (county, hand_over_id, recorded_at desc);
select kernel.guard('checkpoints.hand_over_outcome');
grant select, insert on checkpoints.hand_over_outcome to qunfang_app;
