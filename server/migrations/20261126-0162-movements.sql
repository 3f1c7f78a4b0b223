-- Movements as they were written, and the double entry that follows from each: legs that add up to nothing for every item and lot.
create table supplies.movement (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  store_id uuid not null,
  kind text not null check (kind in ('received', 'issued', 'sold', 'sent', 'arrived', 'counted', 'written-off', 'reversed')),
  account text not null check (account in ('allocated', 'bought', 'donated', 'returned', 'used', 'sold', 'in-transit', 'difference', 'written-off',
    'expired', 'reversed')),
  at timestamptz not null,
  lines jsonb not null,
  document_no text,
  to_kind text,
  to_ref text,
  party text,
  note text,
  why text,
  slip_id uuid,
  to_store_id uuid,
  consignment_id uuid,
  reverses_id uuid,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, store_id) references supplies.store (county, id),
  foreign key (county, to_store_id) references supplies.store (county, id),
  foreign key (county, slip_id) references supplies.slip (county, id),
  foreign key (county, reverses_id) references supplies.movement (county, id),
  check (case kind
    when 'received' then account in ('allocated', 'bought', 'donated', 'returned')
    when 'issued' then account = 'used' when 'sold' then account = 'sold'
    when 'sent' then account = 'in-transit' when 'arrived' then account = 'in-transit'
    when 'counted' then account = 'difference' when 'written-off' then account in ('written-off', 'expired')
    else account = 'reversed' end),
  check ((kind = 'issued') = (slip_id is not null)),
  check ((kind = 'sent') = (to_store_id is not null) and to_store_id is distinct from store_id),
  check ((kind = 'arrived') = (consignment_id is not null)),
  check ((kind = 'reversed') = (reverses_id is not null)),
  check (kind <> 'reversed' or lines = '[]'),
  check (kind not in ('reversed', 'written-off') or why is not null),
  check (kind <> 'written-off' or document_no is not null)
);
comment on column supplies.movement.lines is 'Item, lot and quantity in the base unit, with the pack and the amount it was said in; of a count, what was found.';
comment on column supplies.movement.party is 'Whom it came from or went to: an office, a firm, a checkpoint, a group; never a person.';
comment on column supplies.movement.note is 'purpose=record-keeping: what to mind about the movement; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column supplies.movement.why is 'purpose=record-keeping: why goods are missing, written off or booked back; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column supplies.movement.recorded_by is 'purpose=answerability: who answers for the movement, and who confirmed an issue; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.movement.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create unique index movement_of_slip on supplies.movement (county, slip_id) where slip_id is not null;
create unique index movement_reversed_once on supplies.movement (county, reverses_id) where reverses_id is not null;
create index movement_of_store on supplies.movement (county, store_id, at desc, id desc);
create index movement_of_county on supplies.movement (county, at desc, id desc);
select kernel.guard('supplies.movement');
grant select, insert on supplies.movement to qunfang_app;
grant select on supplies.movement to qunfang_clerk;

create table supplies.leg (
  county integer not null,
  movement_id uuid not null,
  item_id uuid not null,
  lot_id uuid not null,
  account text not null,
  division text collate "C" not null,
  store_id uuid,
  quantity bigint not null check (quantity <> 0),
  at timestamptz not null,
  primary key (county, movement_id, item_id, lot_id, account),
  foreign key (county, movement_id) references supplies.movement (county, id),
  foreign key (county, item_id, lot_id) references supplies.lot (county, item_id, id),
  check ((account = 'store') = (store_id is not null))
);
comment on table supplies.leg is 'Written by the movement itself; what came from outside is less there and more here.';
create index leg_of_shelf on supplies.leg (county, store_id, item_id, lot_id, at) where store_id is not null;
create index leg_of_lot on supplies.leg (county, item_id, lot_id, at);
select kernel.guard('supplies.leg');
grant select on supplies.leg to qunfang_app, qunfang_clerk;

create table supplies.shelf (
  county integer not null,
  store_id uuid not null,
  item_id uuid not null,
  lot_id uuid not null,
  division text collate "C" not null,
  quantity bigint not null check (quantity >= 0),
  counted_at timestamptz,
  primary key (county, store_id, item_id, lot_id),
  foreign key (county, store_id) references supplies.store (county, id),
  foreign key (county, item_id, lot_id) references supplies.lot (county, item_id, id)
);
comment on table supplies.shelf is 'What the legs add up to now, for the rule that nothing is given out that is not there: the app reads it and writes nothing.';
create index shelf_of_item on supplies.shelf (county, item_id, lot_id);
select kernel.guard('supplies.shelf');
grant select on supplies.shelf to qunfang_app, qunfang_clerk;

create table supplies.consignment (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  to_division text collate "C" not null,
  store_id uuid not null,
  to_store_id uuid not null,
  sent_at timestamptz not null,
  lines jsonb not null,
  document_no text,
  end_id uuid,
  ended_at timestamptz,
  arrived jsonb,
  primary key (county, id),
  foreign key (county, id) references supplies.movement (county, id)
);
comment on table supplies.consignment is 'Goods between two stores, seen from both ends. `arrived` is empty when the sending was booked back.';
create index consignment_to on supplies.consignment (county, to_store_id, sent_at desc, id desc);
create index consignment_from on supplies.consignment (county, store_id, sent_at desc, id desc);
alter table supplies.consignment enable row level security;
alter table supplies.consignment force row level security;
create policy scope on supplies.consignment for select to qunfang_app using (county = (select kernel.app_county()) and (
  (division >= (select kernel.app_from()) and division < (select kernel.app_to()))
  or (to_division >= (select kernel.app_from()) and to_division < (select kernel.app_to()))));
create policy clerk on supplies.consignment to qunfang_clerk using (true);
create policy owner on supplies.consignment to current_user using (true);
grant select on supplies.consignment to qunfang_app, qunfang_clerk;
