-- What the county keeps and where: items with one base unit each, packs that convert to it, lots, stores, and movements between stores
-- and the world outside. Only movements are written; every entry of the ledger and every stock follows from them in the database.
create schema supplies;
grant usage on schema supplies to qunfang_app, qunfang_clerk;

create table supplies.item (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  code text not null,
  name text not null,
  kind text not null check (kind in ('medical', 'daily')),
  unit text not null check (unit in ('piece', 'pair', 'set', 'bottle', 'bag', 'barrel', 'gram', 'millilitre')),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, code)
);
comment on column supplies.item.unit is 'What its quantities are whole numbers of, for good. Goods that are counted in another unit are another item.';
comment on column supplies.item.name is 'purpose=record-keeping: what is kept, never whose; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column supplies.item.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.item.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('supplies.item');
grant select, insert on supplies.item to qunfang_app;
grant select on supplies.item to qunfang_clerk;

create table supplies.pack (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  item_id uuid not null,
  label text not null,
  holds bigint not null check (holds between 1 and 1000000000000),
  from_day date not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, item_id, id),
  unique (county, item_id, label, from_day),
  foreign key (county, item_id) references supplies.item (county, id)
);
comment on table supplies.pack is 'A box of 50 from a day on. A new size is a new row; movements keep the one they were written with.';
comment on column supplies.pack.holds is 'How many of the base unit.';
comment on column supplies.pack.label is 'purpose=record-keeping: what a pack is called; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column supplies.pack.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.pack.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('supplies.pack');
grant select, insert on supplies.pack to qunfang_app;
grant select on supplies.pack to qunfang_clerk;

create table supplies.lot (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  item_id uuid not null,
  maker text,
  maker_no text,
  expires_on date,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, item_id, id),
  foreign key (county, item_id) references supplies.item (county, id),
  check ((id = item_id) = (maker_no is null))
);
comment on table supplies.lot is 'Goods without a lot number are in the lot that has the id of their item.';
create unique index lot_by_number on supplies.lot (county, item_id, maker_no, coalesce(maker, '')) where maker_no is not null;
comment on column supplies.lot.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.lot.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('supplies.lot');
grant select, insert on supplies.lot to qunfang_app;
grant select on supplies.lot to qunfang_clerk;

create table supplies.store (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  owner text not null check (owner in ('county-depot', 'hospital', 'township', 'grain-outlet', 'supermarket', 'reserve-company', 'other')),
  name text not null,
  post text not null,
  opened_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column supplies.store.post is 'The post that answers for it, by what it is called; who holds it is known elsewhere.';
comment on column supplies.store.name is 'purpose=record-keeping: which store, never whose; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column supplies.store.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.store.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index store_division on supplies.store (county, division, id);
select command.guard_issued('supplies.store');
grant select, insert on supplies.store to qunfang_app;
grant select on supplies.store to qunfang_clerk;

-- An issue is prepared on a slip by one person and becomes a movement when another confirms it.
create table supplies.slip (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  store_id uuid not null,
  at timestamptz not null,
  lines jsonb not null,
  to_kind text not null check (to_kind in ('township', 'village', 'checkpoint', 'site', 'hospital', 'team', 'residents', 'other')),
  to_ref text,
  party text not null,
  document_no text,
  note text,
  recorded_by uuid not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, store_id) references supplies.store (county, id)
);
comment on column supplies.slip.party is 'Which office, checkpoint, site or group the goods are for; never a person.';
comment on column supplies.slip.to_ref is 'The code of a division, or the id of a checkpoint, site or store.';
comment on column supplies.slip.note is 'purpose=record-keeping: what to mind about the issue; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column supplies.slip.recorded_by is 'purpose=answerability: who prepared the issue; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.slip.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index slip_latest on supplies.slip (county, store_id, at desc, id desc);
select kernel.guard('supplies.slip');
grant select, insert on supplies.slip to qunfang_app;
grant select on supplies.slip to qunfang_clerk;

create table supplies.slip_end (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  slip_id uuid not null,
  why text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, slip_id),
  foreign key (county, slip_id) references supplies.slip (county, id)
);
comment on table supplies.slip_end is 'A slip that is not confirmed: withdrawn, or declined by the second person.';
comment on column supplies.slip_end.why is 'purpose=record-keeping: why nothing was issued; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column supplies.slip_end.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.slip_end.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('supplies.slip_end');
grant select, insert on supplies.slip_end to qunfang_app;
grant select on supplies.slip_end to qunfang_clerk;
