-- A lot is called back: every store that had some of it says what it still found and what was done with it.
create table supplies.recall (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  lot_id uuid not null,
  notice text not null,
  document_no text,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, lot_id),
  foreign key (county, lot_id) references supplies.lot (county, id)
);
comment on column supplies.recall.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.recall.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('supplies.recall');
grant select, insert on supplies.recall to qunfang_app;
grant select on supplies.recall to qunfang_clerk;

create table supplies.recall_answer (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  recall_id uuid not null,
  store_id uuid not null,
  found bigint not null check (found >= 0),
  done text not null check (done in ('set-aside', 'sent-back', 'destroyed', 'nothing-left')),
  note text,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, recall_id) references supplies.recall (county, id),
  foreign key (county, store_id) references supplies.store (county, id)
);
comment on table supplies.recall_answer is 'The latest of a store is what it says; `found` is in the base unit.';
comment on column supplies.recall_answer.note is 'purpose=record-keeping: what to mind about the goods; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column supplies.recall_answer.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.recall_answer.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index recall_answer_latest on supplies.recall_answer (county, recall_id, store_id, at desc, received_at desc, id desc);
select kernel.guard('supplies.recall_answer');
grant select, insert on supplies.recall_answer to qunfang_app;
grant select on supplies.recall_answer to qunfang_clerk;
