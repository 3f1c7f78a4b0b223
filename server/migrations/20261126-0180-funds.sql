-- Money of the response, in fen. Every entry moves an amount from one account to another, so what goes out of one is in the other;
-- nothing is edited, and a mistake is reversed by an entry that names it.
create schema funds;
grant usage on schema funds to qunfang_app, qunfang_clerk;

create table funds.purpose (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  title text not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column funds.purpose.title is 'purpose=record-keeping: what money is for; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column funds.purpose.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.purpose.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('funds.purpose');
grant select, insert on funds.purpose to qunfang_app;
grant select on funds.purpose to qunfang_clerk;

create table funds.source (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  kind text not null check (kind in ('appropriation', 'donation')),
  level text check (level in ('central', 'province', 'city', 'county', 'township')),
  title text not null,
  earmark uuid,
  document_id uuid,
  document_no text,
  authority text,
  document_on date,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check ((kind = 'appropriation') = (level is not null)),
  check (kind = 'donation' or (document_id is not null or (document_no is not null and authority is not null and document_on is not null))),
  foreign key (county, earmark) references funds.purpose (county, id)
);
comment on table funds.source is 'Where money comes from. What is given for one purpose stays with it: earmarked.';
comment on column funds.source.title is 'purpose=record-keeping: which money, never a person; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column funds.source.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.source.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('funds.source');
grant select, insert on funds.source to qunfang_app;
grant select on funds.source to qunfang_clerk;

create table funds.donation (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  donor_kind text not null check (donor_kind in ('person', 'organisation', 'anonymous')),
  organisation text,
  person_id uuid,
  source_id uuid not null,
  purpose_id uuid not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check ((donor_kind = 'organisation') = (organisation is not null)),
  check (donor_kind = 'person' or person_id is null),
  foreign key (county, source_id) references funds.source (county, id),
  foreign key (county, purpose_id) references funds.purpose (county, id)
);
comment on table funds.donation is 'The money came in by the entry of the same id. A donor who is a person stands in people; thirty days after the response nobody knows any more who it was.';
comment on column funds.donation.organisation is 'purpose=record-keeping: which organisation gave; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column funds.donation.person_id is 'purpose=record-keeping: who gave, for the receipt; basis=PIPL 13(1)(1); class=pseudonym; retention=event; readers=township-officer, county-desk';
comment on column funds.donation.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.donation.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index donation_latest on funds.donation (county, at desc, id desc);
create index donation_person on funds.donation (county, person_id) where person_id is not null;
select kernel.guard('funds.donation');
grant select, insert on funds.donation to qunfang_app;
grant select on funds.donation to qunfang_clerk;

create table funds.naming (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  donation_id uuid not null,
  public_name text,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, donation_id) references funds.donation (county, id)
);
comment on table funds.naming is 'Under which name a donor agreed to be thanked in public; the last word counts, and null takes the agreement back.';
comment on column funds.naming.public_name is 'purpose=record-keeping: as the donor wants to be called in public; basis=PIPL 13(1)(1), 25; class=personal; retention=event; readers=everybody';
comment on column funds.naming.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.naming.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index naming_latest on funds.naming (county, donation_id, received_at desc, id desc);
select kernel.guard('funds.naming');
grant select, insert on funds.naming to qunfang_app;
grant select on funds.naming to qunfang_clerk;

create table funds.receipt (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  donation_id uuid not null,
  year integer not null check (year between 1949 and 2200),
  serial integer not null check (serial >= 1),
  previous integer,
  number text not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, donation_id),
  unique (county, year, serial),
  check (previous = serial - 1),
  foreign key (county, donation_id) references funds.donation (county, id),
  foreign key (county, year, previous) references funds.receipt (county, year, serial)
);
comment on table funds.receipt is 'A number names the one before it, so none is left out and none is given twice.';
comment on column funds.receipt.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.receipt.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create unique index receipt_one_beginning on funds.receipt (county, year) where previous is null;
select command.guard_issued('funds.receipt');
grant select, insert on funds.receipt to qunfang_app;
grant select on funds.receipt to qunfang_clerk;

create table funds.commitment (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  purpose_id uuid not null,
  source_id uuid not null,
  title text not null,
  payee text not null,
  document_id uuid,
  document_no text,
  authority text,
  document_on date,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (document_id is not null or (document_no is not null and authority is not null and document_on is not null)),
  foreign key (county, purpose_id) references funds.purpose (county, id),
  foreign key (county, source_id) references funds.source (county, id)
);
comment on table funds.commitment is 'A promise to pay: a contract or an order. Its amount is the entry of the same id.';
comment on column funds.commitment.title is 'purpose=record-keeping: what is bought; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column funds.commitment.payee is 'purpose=record-keeping: the firm or unit that is paid; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column funds.commitment.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.commitment.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index commitment_latest on funds.commitment (county, at desc, id desc);
select kernel.guard('funds.commitment');
grant select, insert on funds.commitment to qunfang_app;
grant select on funds.commitment to qunfang_clerk;

create table funds.two_person_rule (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  above_fen bigint not null check (above_fen >= 0),
  document_id uuid,
  document_no text,
  authority text,
  document_on date,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (document_id is not null or (document_no is not null and authority is not null and document_on is not null))
);
comment on table funds.two_person_rule is 'From when on payments of one commitment on one day that together exceed this need a second person. Where none is said, each does.';
comment on column funds.two_person_rule.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.two_person_rule.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index two_person_rule_latest on funds.two_person_rule (county, at desc, id desc);
select kernel.guard_county('funds.two_person_rule');
grant select, insert on funds.two_person_rule to qunfang_app;
grant select on funds.two_person_rule to qunfang_clerk;

create table funds.payment (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  commitment_id uuid not null,
  fen bigint not null check (fen between 1 and 10000000000000),
  document_id uuid,
  document_no text,
  authority text,
  document_on date,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (document_id is not null or (document_no is not null and authority is not null and document_on is not null)),
  foreign key (county, commitment_id) references funds.commitment (county, id)
);
comment on table funds.payment is 'A payment that was asked for. It is made by the entry of the same id.';
comment on column funds.payment.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.payment.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index payment_commitment on funds.payment (county, commitment_id, at);
select kernel.guard('funds.payment');
grant select, insert on funds.payment to qunfang_app;
grant select on funds.payment to qunfang_clerk;

create table funds.payment_decision (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  payment_id uuid not null,
  decision text not null check (decision in ('approved', 'refused')),
  why text,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, payment_id),
  check (decision = 'approved' or why is not null),
  foreign key (county, payment_id) references funds.payment (county, id)
);
comment on column funds.payment_decision.why is 'purpose=record-keeping: why a payment was refused; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column funds.payment_decision.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.payment_decision.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('funds.payment_decision');
grant select, insert on funds.payment_decision to qunfang_app;
grant select on funds.payment_decision to qunfang_clerk;

create table funds.entry (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  kind text not null,
  from_account text not null,
  to_account text not null,
  purpose_id uuid not null,
  to_purpose_id uuid,
  source_id uuid not null,
  commitment_id uuid,
  payment_id uuid,
  fen bigint not null check (fen between 1 and 10000000000000),
  reverses uuid,
  why text,
  document_id uuid,
  document_no text,
  authority text,
  document_on date,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, reverses),
  check ((kind, from_account, to_account) in (('received', 'outside', 'available'), ('reassigned', 'available', 'available'),
    ('committed', 'available', 'committed'), ('released', 'committed', 'available'), ('paid', 'committed', 'paid'),
    ('refunded', 'paid', 'committed'), ('returned', 'available', 'outside'))
    or (kind = 'reversed' and from_account <> to_account and from_account in ('outside', 'available', 'committed', 'paid')
      and to_account in ('outside', 'available', 'committed', 'paid')) or (kind = 'reversed' and to_purpose_id is not null)),
  check ((kind = 'reversed') = (reverses is not null)),
  check ((from_account = 'available' and to_account = 'available') = (to_purpose_id is not null)),
  check (to_purpose_id is null or to_purpose_id <> purpose_id),
  check ((from_account in ('committed', 'paid') or to_account in ('committed', 'paid')) = (commitment_id is not null)),
  check ((kind = 'paid') <= (payment_id is not null)),
  check (kind not in ('reassigned', 'returned') or (document_id is not null or (document_no is not null and authority is not null and document_on is not null))),
  foreign key (county, purpose_id) references funds.purpose (county, id),
  foreign key (county, to_purpose_id) references funds.purpose (county, id),
  foreign key (county, source_id) references funds.source (county, id),
  foreign key (county, commitment_id) references funds.commitment (county, id),
  foreign key (county, payment_id) references funds.payment (county, id),
  foreign key (county, reverses) references funds.entry (county, id)
);
comment on table funds.entry is 'Never edited: a mistake is put right by an entry that reverses it.';
comment on column funds.entry.why is 'purpose=record-keeping: why money was moved or an entry reversed; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column funds.entry.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column funds.entry.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index entry_source on funds.entry (county, source_id, at);
create index entry_commitment on funds.entry (county, commitment_id, at) where commitment_id is not null;
create index entry_latest on funds.entry (county, at desc, id desc);
create unique index entry_of_payment on funds.entry (county, payment_id) where kind = 'paid';
select kernel.guard('funds.entry');
grant select, insert on funds.entry to qunfang_app;
grant select on funds.entry to qunfang_clerk;
