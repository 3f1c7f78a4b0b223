-- How much of an item is used a day, as it is assumed: so much for each person isolated, checkpoint, resident, or on the whole. Dated, with
-- its reason; a later one takes its place, and none of an item says nothing.
create table supplies.assumption (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  item_id uuid not null,
  basis text not null check (basis in ('isolated', 'checkpoint', 'resident', 'day')),
  per_day numeric(14, 4) not null check (per_day >= 0),
  heads integer check (heads >= 0),
  because text not null,
  from_day date not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, item_id, basis, from_day),
  check ((basis = 'resident') = (heads is not null)),
  foreign key (county, item_id) references supplies.item (county, id)
);
comment on table supplies.assumption is 'Per head and day, in the base unit of the item. How many residents there are is said with it; the others are counted.';
comment on column supplies.assumption.because is 'purpose=record-keeping: where the assumption comes from; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column supplies.assumption.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.assumption.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('supplies.assumption');
grant select, insert on supplies.assumption to qunfang_app;
grant select on supplies.assumption to qunfang_clerk;
