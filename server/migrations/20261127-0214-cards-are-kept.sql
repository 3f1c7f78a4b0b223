-- What the cards give until the response is over ends thirty days after it, wherever no other part of a run has ended it before: who
-- recorded a fact, and what was written in free words. The cards themselves say which columns those are, so a new one ends too. Facts,
-- times and numbers stay; what named a person leads to nobody since the identities went.
create function retention.ends_with_event() returns table (relation text, class text, sets text, due text)
  stable set search_path = '' language sql as $$
  with carded as (
    select format('%I.%I', n.nspname, c.relname) as relation, a.attname, a.attnum,
      substring(col_description(c.oid, a.attnum) from 'class=([a-z-]+)') as class, case
        when a.atttypid = 'text'::regtype then '—'
        when a.attnotnull then '00000000-0000-0000-0000-000000000000' end as nothing
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and col_description(c.oid, a.attnum) ~ '^purpose=.*; class=(staff|free-text); retention=event;'
      and a.atttypid in ('uuid'::regtype, 'text'::regtype))
  select carded.relation, max(carded.class),
    string_agg(format('%1$I = case when %1$I %2$s then %3$L else %1$I end', carded.attname, said.is, carded.nothing), ', ' order by carded.attnum),
    string_agg(format('%I %s', carded.attname, said.is), ' or ' order by carded.attnum)
  from carded cross join lateral (select case when carded.nothing is null then 'is not null'
    when carded.nothing = '—' then $said$not in ('', '—')$said$ else format('<> %L', carded.nothing) end as is) said
  group by carded.relation
$$;

create function retention.forget_ended(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  one record;
  counted integer;
  gone integer := 0;
  went jsonb := '{}';
begin
  if not coalesce(run.ended_at < run.moment - interval '30 days', false) then return row(null, 0, '{}')::retention.done; end if;
  for one in select e.* from retention.ends_with_event() e where e.relation >= coalesce(in_after, '') order by e.relation loop
    execute format('update %1$s kept set %2$s where kept.ctid = any (array(
      select held.ctid from %1$s held where held.county = $1 and (%3$s) limit $2))', one.relation, one.sets, one.due)
      using run.county, in_limit - gone;
    get diagnostics counted = row_count;
    gone := gone + counted;
    went := went || jsonb_build_object(one.relation || ' ' || one.class, counted);
    if gone >= in_limit then return row(one.relation, gone, went)::retention.done; end if;
  end loop;
  return row(null, gone, went)::retention.done;
end $$;

-- Who sent or took a file answers for it as long as the trail does.
create function retention.forget_files(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  nobody uuid := '00000000-0000-0000-0000-000000000000';
  until_at timestamptz := run.moment - interval '3 years';
  went jsonb := '{}';
  counted integer;
begin
  update workbooks.workbook one set account_id = null, seat_id = null
  where one.county = run.county and one.received_at < until_at and (one.account_id is not null or one.seat_id is not null);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('workbooks.workbook staff', counted);
  update workbooks.ordering one set account_id = null, seat_id = null
  where one.county = run.county and one.at < until_at and (one.account_id is not null or one.seat_id is not null);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('workbooks.ordering staff', counted);
  update workbooks.export_decision one set account_id = nobody, seat_id = nobody
  where one.county = run.county and one.at < until_at and one.account_id <> nobody;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('workbooks.export_decision staff', counted);
  update workbooks.export one set account_id = nobody, seat_id = nobody, ground = ''
  where one.county = run.county and one.asked_at < until_at and one.account_id <> nobody;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('workbooks.export staff', counted);
  return row(null, 0, went)::retention.done;
end $$;
revoke execute on function retention.ends_with_event(), retention.forget_ended(retention.run, text, integer),
  retention.forget_files(retention.run, text, integer) from public;

-- Of a movement whoever recorded it may be forgotten, and nothing put in their place.
drop trigger stands on supplies.movement;
create trigger stands before delete or update of county, id, division, store_id, kind, account, at, lines, slip_id, to_store_id, consignment_id,
  reverses_id on supplies.movement for each row execute function supplies.stands();
create trigger nobody_else before update of recorded_by on supplies.movement for each row when (new.recorded_by is not null)
  execute function supplies.stands();
