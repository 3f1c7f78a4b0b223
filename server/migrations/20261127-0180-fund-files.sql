-- What shows that a movement of money was right, as a file: the notice of an appropriation, a contract, an invoice, a deed of gift. A
-- donor who is a person is known to nobody but `people`, so no scan of theirs is kept here.
create table funds.file (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  source_id uuid,
  commitment_id uuid,
  payment_id uuid,
  donation_id uuid,
  file_name text not null,
  type text not null,
  size integer not null check (size > 0),
  sha256 bytea not null,
  content bytea not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (num_nonnulls(source_id, commitment_id, payment_id, donation_id) = 1),
  foreign key (county, source_id) references funds.source (county, id),
  foreign key (county, commitment_id) references funds.commitment (county, id),
  foreign key (county, payment_id) references funds.payment (county, id),
  foreign key (county, donation_id) references funds.donation (county, id)
);
comment on table funds.file is 'Kept as it was uploaded, with its hash; nothing is taken away again.';
comment on column funds.file.file_name is 'purpose=record-keeping: how the file was called; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column funds.file.sha256 is 'purpose=recognition: whether a copy is the file that was attached; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column funds.file.content is 'purpose=record-keeping: the paper a movement of money rests on; basis=record keeping; class=internal; retention=with the record; readers=scope';
comment on column funds.file.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.file.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index file_source on funds.file (county, source_id) where source_id is not null;
create index file_commitment on funds.file (county, commitment_id) where commitment_id is not null;
create index file_payment on funds.file (county, payment_id) where payment_id is not null;
create index file_donation on funds.file (county, donation_id) where donation_id is not null;
select kernel.guard('funds.file');
grant select, insert on funds.file to qunfang_app;
grant select on funds.file to qunfang_clerk;
