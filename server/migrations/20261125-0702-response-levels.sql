-- Response levels: ladders of several authorities at once, and what was opened, changed and closed on each. Plans are data, and one may
-- begin as another did.
create table command.ladder (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  title text not null,
  rungs text[] not null check (cardinality(rungs) between 1 and 8),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column command.ladder.title is 'purpose=record-keeping: which ladder; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column command.ladder.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.ladder.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('command.ladder');
grant select, insert on command.ladder to qunfang_app;
grant select on command.ladder to qunfang_clerk;

create table command.plan (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  title text not null,
  year integer not null check (year between 1949 and 2200),
  from_plan uuid,
  tasks jsonb not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, from_plan) references command.plan (county, id)
);
comment on column command.plan.title is 'purpose=record-keeping: what a plan is for; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column command.plan.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.plan.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('command.plan');
grant select, insert on command.plan to qunfang_app;
grant select on command.plan to qunfang_clerk;

create table command.level_turn (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  ladder_id uuid not null,
  turn text not null check (turn in ('opened', 'changed', 'closed')),
  rung text,
  authority text not null,
  document_no text not null,
  document_id uuid,
  plan_id uuid,
  grounds text not null,
  starts jsonb not null,
  stops uuid[] not null,
  report_every_hours integer check (report_every_hours between 1 and 168),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check ((turn = 'closed') = (rung is null)),
  foreign key (county, ladder_id) references command.ladder (county, id),
  foreign key (county, plan_id) references command.plan (county, id)
);
comment on column command.level_turn.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.level_turn.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index level_turn_latest on command.level_turn (county, ladder_id, at desc, received_at desc, id desc);
select command.guard_issued('command.level_turn');
grant select, insert on command.level_turn to qunfang_app;
grant select on command.level_turn to qunfang_clerk;
