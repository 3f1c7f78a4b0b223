-- An attachment that was uploaded by mistake is marked void in the same way. Whoever reads an issued document has to see it, so the whole
-- county does; the hash of what was issued covers the hash of the file, which stays.
alter table command.attachment add unique (county, division, id);

create table command.attachment_void (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  attachment_id uuid not null,
  why text not null check (why in ('wrong-paper', 'personal-data', 'unreadable', 'twice')),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, attachment_id),
  foreign key (county, division, attachment_id) references command.attachment (county, division, id)
);
comment on column command.attachment_void.why is 'purpose=accuracy: which mistake it was, out of a list; basis=PIPL 8 (accuracy); class=plain; retention=with the record; readers=county';
comment on column command.attachment_void.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.attachment_void.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('command.attachment_void');
grant select, insert on command.attachment_void to qunfang_app;
grant select on command.attachment_void to qunfang_clerk;
