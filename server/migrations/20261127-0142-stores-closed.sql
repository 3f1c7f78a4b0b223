-- A store that was given up. It is empty then, and nothing is written of it for a moment after.
create table supplies.store_closing (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  store_id uuid not null,
  at timestamptz not null,
  why text not null check (length(why) between 2 and 200),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, store_id),
  foreign key (county, store_id) references supplies.store (county, id)
);
comment on column supplies.store_closing.why is 'purpose=record-keeping: why a store was given up, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column supplies.store_closing.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.store_closing.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('supplies.store_closing');
grant select, insert on supplies.store_closing to qunfang_app;
grant select on supplies.store_closing to qunfang_clerk;
