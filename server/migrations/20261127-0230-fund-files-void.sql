-- A file that was put beside money by mistake is marked void, once and with what was wrong. It stays in the list, with its hash; its bytes
-- are given to nobody any more but an auditor, and nothing counts it.
alter table funds.file add unique (county, division, id);
comment on table funds.file is 'Kept as it was uploaded, with its hash; one that is void stays, and is handed to an auditor alone.';

create table funds.file_void (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  file_id uuid not null,
  why text not null check (why in ('wrong-paper', 'personal-data', 'unreadable', 'twice')),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, file_id),
  foreign key (county, division, file_id) references funds.file (county, division, id)
);
comment on column funds.file_void.why is 'purpose=accuracy: which mistake it was, out of a list; basis=PIPL 8 (accuracy); class=plain; retention=with the record; readers=scope';
comment on column funds.file_void.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=scope';
comment on column funds.file_void.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('funds.file_void');
grant select, insert on funds.file_void to qunfang_app;
grant select on funds.file_void to qunfang_clerk;
