-- From a movement to its legs, its stock and its consignment. Only here are those written; what cannot have happened fails the insert.
create function supplies.refuse(said text) returns void language plpgsql as $$
begin
  raise exception 'supplies: %', said using errcode = 'check_violation';
end $$;

create function supplies.enters() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  wrong text;
  done integer;
  due integer;
begin
  select case
    when s.id is null then 'no such store in this division'
    when jsonb_typeof(a.lines) <> 'array' or (a.kind <> 'reversed' and jsonb_array_length(a.lines) = 0) then 'a movement moves something'
    when a.kind = 'issued' and (p.store_id is distinct from a.store_id or p.lines <> a.lines or a.at < p.at
      or exists (select from supplies.slip_end e where e.county = a.county and e.slip_id = a.slip_id)) then 'not what the slip says'
    when a.kind = 'issued' and (a.recorded_by is null or a.recorded_by = p.recorded_by) then 'nobody issues alone'
    when a.kind = 'reversed' and (t.store_id is distinct from a.store_id or t.kind = 'reversed' or a.at < t.at
      or exists (select from added other where other.id = a.reverses_id)) then 'not to be booked back'
    end into wrong
  from added a
  left join supplies.store s on s.county = a.county and s.id = a.store_id and s.division = a.division
  left join supplies.slip p on p.county = a.county and p.id = a.slip_id
  left join supplies.movement t on t.county = a.county and t.id = a.reverses_id
  order by 1 nulls last limit 1;
  if wrong is not null then perform supplies.refuse(wrong); end if;

  select case
    when l.quantity is null or l.quantity < 0 or (l.quantity = 0 and a.kind not in ('counted', 'arrived')) then 'a quantity is a whole number'
    when l.pack is null and l.amount is not null and l.amount <> l.quantity then 'an amount without a pack is a quantity'
    when l.pack is not null and (p.item_id is distinct from l.item or p.holds * l.amount is distinct from l.quantity
      or p.from_day > (a.at at time zone 'Asia/Shanghai')::date) then 'not what the pack holds'
    when a.kind = 'counted' and l.book is null then 'a count is held against the book'
    end into wrong
  from added a
  cross join lateral jsonb_to_recordset(a.lines) l (item uuid, lot uuid, quantity bigint, pack uuid, amount numeric, book bigint)
  left join supplies.pack p on p.county = a.county and p.id = l.pack
  order by 1 nulls last limit 1;
  if wrong is not null then perform supplies.refuse(wrong); end if;

  insert into supplies.leg (county, movement_id, item_id, lot_id, account, division, store_id, quantity, at)
  with line as (
    select a.county, a.id, a.division, a.store_id, a.kind, a.account, a.at, a.consignment_id, l.item, l.lot, l.quantity,
      case when a.kind in ('received', 'arrived') then l.quantity when a.kind = 'counted' then l.quantity - l.book else -l.quantity end as moved
    from added a cross join lateral jsonb_to_recordset(a.lines) l (item uuid, lot uuid, quantity bigint, book bigint)
  ), travelled as (
    select line.*, s.quantity as sent from line
    join supplies.consignment c on c.county = line.county and c.id = line.consignment_id
    cross join lateral jsonb_to_recordset(c.lines) s (item uuid, lot uuid, quantity bigint)
    where s.item = line.item and s.lot = line.lot
  ), entry as (
    select county, id, item, lot, 'store' as account, division, store_id, moved as quantity, at from line
    union all select county, id, item, lot, account, division, null, -moved, at from line where kind <> 'arrived'
    union all select county, id, item, lot, 'in-transit', division, null, -sent, at from travelled
    union all select county, id, item, lot, 'difference', division, null, sent - quantity, at from travelled
    union all
    select a.county, a.id, l.item_id, l.lot_id, l.account, a.division, l.store_id, -l.quantity, a.at
    from added a join supplies.leg l on l.county = a.county and l.movement_id = a.reverses_id
  )
  select county, id, item, lot, account, division, store_id, quantity, at from entry where quantity <> 0;

  perform supplies.stocks(a.county, array_agg(a.id)) from added a group by a.county;

  insert into supplies.consignment (county, id, division, to_division, store_id, to_store_id, sent_at, lines, document_no)
  select a.county, a.id, a.division, s.division, a.store_id, a.to_store_id, a.at, a.lines, a.document_no
  from added a join supplies.store s on s.county = a.county and s.id = a.to_store_id where a.kind = 'sent';
  update supplies.consignment c set end_id = a.id, ended_at = a.at, arrived = a.lines
  from added a where a.kind = 'arrived' and c.county = a.county and c.id = a.consignment_id and c.end_id is null
    and c.to_store_id = a.store_id and c.sent_at <= a.at and not exists (
      select from jsonb_to_recordset(c.lines) s (item uuid, lot uuid)
      full join jsonb_to_recordset(a.lines) l (item uuid, lot uuid) on l.item = s.item and l.lot = s.lot
      where s.item is null or l.item is null);
  get diagnostics done = row_count;
  select count(*) into due from added where kind = 'arrived';
  if done <> due then perform supplies.refuse('not what is under way'); end if;
  update supplies.consignment c set end_id = a.id, ended_at = a.at
  from added a where c.county = a.county and c.id = a.reverses_id and c.end_id is null;
  get diagnostics done = row_count;
  update supplies.consignment c set end_id = null, ended_at = null, arrived = null
  from added a where c.county = a.county and c.end_id = a.reverses_id and c.id <> a.reverses_id and c.arrived is not null;
  select count(*) into due from added a join supplies.movement t on t.county = a.county and t.id = a.reverses_id where t.kind = 'sent';
  if done <> due then perform supplies.refuse('what has arrived is not sent back by a stroke of the pen'); end if;
  return null;
end $$;

-- What movements do to each shelf, since when, and when it was counted by them.
create function supplies.touched(in_county integer, moved uuid[])
  returns table (store_id uuid, item_id uuid, lot_id uuid, division text, since timestamptz, delta bigint, counted_at timestamptz)
  stable set search_path = '' language sql as $$
  select t.store_id, t.item_id, t.lot_id, min(t.division), min(t.at), sum(t.quantity)::bigint, max(t.counted_at)
  from (
    select l.store_id, l.item_id, l.lot_id, l.division, l.at, l.quantity, null::timestamptz as counted_at from supplies.leg l
    where l.county = in_county and l.movement_id = any (moved) and l.store_id is not null
    union all
    select m.store_id, n.item, n.lot, m.division, m.at, 0, m.at from supplies.movement m
    cross join lateral jsonb_to_recordset(m.lines) n (item uuid, lot uuid)
    where m.county = in_county and m.id = any (moved) and m.kind = 'counted') t
  group by t.store_id, t.item_id, t.lot_id
$$;

-- Brings the shelves up to date that these movements touch. They are locked in one order, so whoever comes next waits and sees them as
-- they are then. Less than nothing is never there, now or at any moment since; and what a count was held against stays as it was.
create function supplies.stocks(in_county integer, moved uuid[]) returns void set search_path = '' language plpgsql as $$
begin
  insert into supplies.shelf (county, store_id, item_id, lot_id, division, quantity)
  select in_county, t.store_id, t.item_id, t.lot_id, t.division, 0 from supplies.touched(in_county, moved) t
  order by t.store_id, t.item_id, t.lot_id on conflict do nothing;
  perform from supplies.shelf s join supplies.touched(in_county, moved) t using (store_id, item_id, lot_id)
  where s.county = in_county order by s.store_id, s.item_id, s.lot_id for update of s;

  if exists (select from supplies.touched(in_county, moved) t
    join supplies.shelf s on s.county = in_county and s.store_id = t.store_id and s.item_id = t.item_id and s.lot_id = t.lot_id
    where s.counted_at >= t.since) then
    perform supplies.refuse('what happened before a count was counted with it');
  end if;

  update supplies.shelf s set quantity = s.quantity + t.delta, counted_at = coalesce(t.counted_at, s.counted_at)
  from supplies.touched(in_county, moved) t
  where s.county = in_county and s.store_id = t.store_id and s.item_id = t.item_id and s.lot_id = t.lot_id;

  if exists (
    select from (
      select s.quantity - sum(l.quantity) over (partition by s.store_id, s.item_id, s.lot_id order by l.at desc) as before
      from supplies.touched(in_county, moved) t
      join supplies.shelf s on s.county = in_county and s.store_id = t.store_id and s.item_id = t.item_id and s.lot_id = t.lot_id
      join supplies.leg l on l.county = in_county and l.store_id = t.store_id and l.item_id = t.item_id and l.lot_id = t.lot_id
        and l.at >= t.since) stock
    where stock.before < 0) then
    perform supplies.refuse('what is not there cannot go');
  end if;

  if exists (
    select from supplies.movement m cross join lateral jsonb_to_recordset(m.lines) n (item uuid, lot uuid, quantity bigint)
    join supplies.shelf s on s.county = in_county and s.store_id = m.store_id and s.item_id = n.item and s.lot_id = n.lot
    where m.county = in_county and m.id = any (moved) and m.kind = 'counted' and n.quantity <> s.quantity - coalesce((
      select sum(l.quantity) from supplies.leg l where l.county = in_county and l.store_id = s.store_id and l.item_id = s.item_id
        and l.lot_id = s.lot_id and l.at > m.at), 0)) then
    perform supplies.refuse('the book is not what the count says');
  end if;
end $$;

create trigger enters after insert on supplies.movement referencing new table as added
  for each statement execute function supplies.enters();

-- Not even the owner of the tables changes the ledger: what is wrong is booked back.
create function supplies.stands() returns trigger set search_path = '' language plpgsql as $$
begin
  raise exception 'supplies: the ledger is only added to' using errcode = 'check_violation';
end $$;
create trigger stands before delete or update on supplies.leg for each row execute function supplies.stands();
create trigger stands before delete or update of county, id, division, store_id, kind, account, at, lines, slip_id, to_store_id, consignment_id,
  reverses_id, recorded_by on supplies.movement for each row execute function supplies.stands();
revoke execute on function supplies.stands(), supplies.refuse(text), supplies.enters(), supplies.touched(integer, uuid[]), supplies.stocks(integer, uuid[])
  from public;

-- What neighbours may join: what is there as of now, in the base unit of each item.
create view supplies.published_item with (security_invoker = true) as
  select county, id, code, name, kind, unit from supplies.item;
create view supplies.published_store with (security_invoker = true) as
  select county, id, division, owner, name, opened_at from supplies.store;
create view supplies.published_stock with (security_invoker = true) as
  select county, store_id, item_id, lot_id, division, quantity from supplies.shelf where quantity > 0;
grant select on supplies.published_item, supplies.published_store, supplies.published_stock to qunfang_app, qunfang_clerk;
