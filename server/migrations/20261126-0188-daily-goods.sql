-- What daily goods cost at shops and whether there are any: told by the store, dated, never edited. The residents' board reads the latest.
create table supplies.price (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  store_id uuid not null,
  item_id uuid not null,
  price_fen integer not null check (price_fen between 1 and 100000000),
  per text not null,
  state text not null check (state in ('enough', 'little', 'none')),
  delivery text not null check (delivery in ('normal', 'late', 'stopped')),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, store_id) references supplies.store (county, id),
  foreign key (county, item_id) references supplies.item (county, id)
);
comment on column supplies.price.per is 'purpose=record-keeping: of what the price is: a bag of 10 kg; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column supplies.price.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.price.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index price_latest on supplies.price (county, store_id, item_id, at desc, id desc);
select command.guard_issued('supplies.price');
grant select, insert on supplies.price to qunfang_app;
grant select on supplies.price to qunfang_clerk;

-- Read without signing in: the latest word of each shop on each of its goods, no older than two weeks.
create function supplies.public_prices(moment timestamptz, after_store uuid, after_item uuid, in_limit integer)
  returns table (store_id uuid, item_id uuid, division text, store text, owner text, item text, price_fen integer, per text, state text,
    delivery text, at timestamptz)
  stable security definer set search_path = '' language sql as $$
select s.id, i.id, s.division, s.name, s.owner, i.name, p.price_fen, p.per, p.state, p.delivery, p.at
from supplies.store s cross join supplies.item i cross join lateral (
  select one.* from supplies.price one where one.county = s.county and one.store_id = s.id and one.item_id = i.id and one.at <= moment
  order by one.at desc, one.id desc limit 1) p
where s.county = (select kernel.app_county()) and i.county = s.county and i.kind = 'daily' and p.at > moment - interval '14 days'
  and (after_store is null or (s.id, i.id) > (after_store, after_item))
order by s.id, i.id limit least(in_limit, 200)
$$;
revoke execute on function supplies.public_prices(timestamptz, uuid, uuid, integer) from public;
grant execute on function supplies.public_prices(timestamptz, uuid, uuid, integer) to qunfang_app;
