-- What posts ask for, what somebody decided that they get, and which sendings that was. Goods themselves move in the ledger and nowhere
-- else: what was sent and what has arrived is read from it.
create table supplies.request (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  store_id uuid not null,
  item_id uuid not null,
  quantity bigint not null check (quantity between 1 and 1000000000000),
  purpose text not null check (purpose in ('medical', 'isolation', 'checkpoints', 'visits', 'residents', 'other')),
  needed_on date not null,
  note text,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, store_id) references supplies.store (county, id),
  foreign key (county, item_id) references supplies.item (county, id)
);
comment on table supplies.request is 'A store asks for so much of one item, in its base unit, for a purpose.';
comment on column supplies.request.note is 'purpose=record-keeping: what to mind about a request; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column supplies.request.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.request.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index request_latest on supplies.request (county, at desc, id desc);
create index request_item on supplies.request (county, item_id, at);
select kernel.guard('supplies.request');
grant select, insert on supplies.request to qunfang_app;
grant select on supplies.request to qunfang_clerk;

create table supplies.request_end (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  request_id uuid not null,
  how text not null check (how in ('withdrawn', 'declined')),
  why text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, request_id),
  foreign key (county, request_id) references supplies.request (county, id)
);
comment on column supplies.request_end.why is 'purpose=record-keeping: why a request came to nothing; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column supplies.request_end.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.request_end.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('supplies.request_end');
grant select, insert on supplies.request_end to qunfang_app;
grant select on supplies.request_end to qunfang_clerk;

create table supplies.allotment (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  request_id uuid not null,
  store_id uuid not null,
  quantity bigint not null check (quantity between 1 and 1000000000000),
  document_no text,
  why text,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, request_id) references supplies.request (county, id),
  foreign key (county, store_id) references supplies.store (county, id)
);
comment on table supplies.allotment is 'Somebody decided that a request gets so much out of a store. A proposal is none of these.';
comment on column supplies.allotment.why is 'purpose=record-keeping: why so much and no more; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column supplies.allotment.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.allotment.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index allotment_request on supplies.allotment (county, request_id, at);
select kernel.guard('supplies.allotment');
grant select, insert on supplies.allotment to qunfang_app;
grant select on supplies.allotment to qunfang_clerk;

create table supplies.shipment (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  request_id uuid not null,
  store_id uuid not null,
  quantity bigint not null check (quantity > 0),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, request_id) references supplies.request (county, id),
  foreign key (county, id) references supplies.movement (county, id)
);
comment on table supplies.shipment is 'The sending of the same id is for this request. What came of it is its consignment.';
comment on column supplies.shipment.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.shipment.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index shipment_request on supplies.shipment (county, request_id, at);
select kernel.guard('supplies.shipment');
grant select, insert on supplies.shipment to qunfang_app;
grant select on supplies.shipment to qunfang_clerk;

-- What was sent for a request and not booked back.
create function supplies.shipped(in_county integer, in_request uuid) returns bigint stable set search_path = '' language sql as $$
  select coalesce(sum(s.quantity), 0)::bigint from supplies.shipment s
  join supplies.consignment c on c.county = s.county and c.id = s.id
  where s.county = in_county and s.request_id = in_request and (c.end_id is null or c.arrived is not null)
$$;
revoke execute on function supplies.shipped(integer, uuid) from public;

-- The row of the request is locked, so that of two decisions at once the second sees the first. No more is given than was asked for, no
-- more is sent than was given, and what is sent goes where it was asked for.
create function supplies.grants() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  asked supplies.request;
  given bigint;
begin
  select * into asked from supplies.request r where r.county = new.county and r.id = new.request_id for update;
  select coalesce(sum(a.quantity), 0) into given from supplies.allotment a where a.county = new.county and a.request_id = new.request_id;
  if exists (select from supplies.request_end e where e.county = new.county and e.request_id = new.request_id) then
    perform supplies.refuse('the request is over');
  end if;
  if tg_table_name = 'allotment' and given > asked.quantity then perform supplies.refuse('more than was asked for'); end if;
  if tg_table_name = 'shipment' then
    if supplies.shipped(new.county, new.request_id) > given then perform supplies.refuse('more than was given'); end if;
    if not exists (select from supplies.movement m where m.county = new.county and m.id = new.id and m.kind = 'sent'
        and m.store_id = new.store_id and m.to_store_id = asked.store_id and new.quantity = (
          select sum(l.quantity) from jsonb_to_recordset(m.lines) l (item uuid, quantity bigint) having bool_and(l.item = asked.item_id))) then
      perform supplies.refuse('not what was asked for');
    end if;
  end if;
  return null;
end $$;
create trigger grants after insert on supplies.allotment for each row execute function supplies.grants();
create trigger grants after insert on supplies.shipment for each row execute function supplies.grants();
revoke execute on function supplies.grants() from public;
