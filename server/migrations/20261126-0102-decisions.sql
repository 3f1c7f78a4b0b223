-- What the desk decided, when, on which grounds and on which figures. A figure's value is looked up when the decision is written down.
create table command.decision (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  post text not null,
  decided_at timestamptz not null,
  decision text not null,
  grounds text not null,
  document_id uuid,
  corrects uuid,
  why text,
  seat_id uuid,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, corrects),
  check ((corrects is null) = (why is null)),
  check (corrects <> id),
  foreign key (county, document_id) references command.issued (county, document_id),
  foreign key (county, corrects) references command.decision (county, id)
);
comment on table command.decision is 'Never edited: what was written down wrongly is put right by a later row that names it.';
comment on column command.decision.post is 'Under which post it was decided, never a name.';
comment on column command.decision.decision is 'purpose=record-keeping: what was decided, never about one person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column command.decision.grounds is 'purpose=record-keeping: why it was decided; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column command.decision.why is 'purpose=record-keeping: what was wrong before; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column command.decision.seat_id is 'purpose=answerability: the post it was written down on; basis=record keeping; class=staff; retention=with the record; readers=scope';
comment on column command.decision.recorded_by is 'purpose=answerability: who wrote it down; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.decision.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index decision_latest on command.decision (county, decided_at desc, id desc);
select kernel.guard('command.decision');
grant select, insert on command.decision to qunfang_app;
grant select on command.decision to qunfang_clerk;

create table command.decision_figure (
  county integer not null,
  decision_id uuid not null,
  nth integer not null check (nth >= 1),
  division text collate "C" not null,
  figure text not null,
  version integer not null,
  area text not null,
  as_of timestamptz not null,
  value double precision,
  primary key (county, decision_id, nth),
  foreign key (county, decision_id) references command.decision (county, id)
);
comment on table command.decision_figure is 'The figures a decision rested on, as they were told when it was written down; the same question may be asked again at any time.';
select kernel.guard('command.decision_figure');
grant select, insert on command.decision_figure to qunfang_app;
grant select on command.decision_figure to qunfang_clerk;
