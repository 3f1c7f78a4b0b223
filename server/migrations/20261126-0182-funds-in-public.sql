-- What everybody may read of donations in money, without signing in: receipts, amounts and purposes of the whole county, and a name only
-- where the donor agreed to it. Nobody's id is in it.
create function funds.public_donations(moment timestamptz, after_at timestamptz, after_id uuid, in_limit integer)
  returns table (id uuid, number text, at timestamptz, fen bigint, purpose text, name text, void boolean)
  stable security definer set search_path = '' language sql as $$
select d.id, r.number, d.at, e.fen, p.title, (
    select n.public_name from funds.naming n where n.county = d.county and n.donation_id = d.id
    order by n.received_at desc, n.id desc limit 1),
  exists (select from funds.entry x where x.county = d.county and x.reverses = d.id and x.at <= moment)
from funds.donation d
join funds.receipt r on r.county = d.county and r.donation_id = d.id
join funds.purpose p on p.county = d.county and p.id = d.purpose_id
join funds.entry e on e.county = d.county and e.id = d.id
where d.county = (select kernel.app_county()) and d.at <= moment and (after_at is null or (d.at, d.id) < (after_at, after_id))
order by d.at desc, d.id desc limit least(in_limit, 100)
$$;
create function funds.public_held(moment timestamptz)
  returns table (purpose text, received numeric, available numeric, committed numeric, paid numeric)
  stable security definer set search_path = '' language sql as $$
select p.title, sum(l.fen) filter (where l.account <> 'outside'), coalesce(sum(l.fen) filter (where l.account = 'available'), 0),
  coalesce(sum(l.fen) filter (where l.account = 'committed'), 0), coalesce(sum(l.fen) filter (where l.account = 'paid'), 0)
from funds.leg l
join funds.source s on s.county = l.county and s.id = l.source_id and s.kind = 'donation'
join funds.purpose p on p.county = l.county and p.id = l.purpose_id
where l.county = (select kernel.app_county()) and l.at <= moment group by p.title order by p.title
$$;
revoke execute on function funds.public_donations(timestamptz, timestamptz, uuid, integer), funds.public_held(timestamptz) from public;
grant execute on function funds.public_donations(timestamptz, timestamptz, uuid, integer), funds.public_held(timestamptz) to qunfang_app;

-- Money by area, kind of source and purpose as of a moment, in fen.
create function report.funds_v1(area text, moment timestamptz)
  returns table (division text, kind text, purpose text, received numeric, available numeric, committed numeric, paid numeric)
  stable language sql as $$
select s.division, s.kind, p.title, coalesce(sum(l.fen) filter (where l.account <> 'outside'), 0),
  coalesce(sum(l.fen) filter (where l.account = 'available'), 0),
  coalesce(sum(l.fen) filter (where l.account = 'committed'), 0), coalesce(sum(l.fen) filter (where l.account = 'paid'), 0)
from funds.leg l
join funds.source s on s.county = l.county and s.id = l.source_id
join funds.purpose p on p.county = l.county and p.id = l.purpose_id
where l.county = (select kernel.app_county()) and s.division >= area and s.division < area || ':' and l.at <= moment
group by s.division, s.kind, p.title
$$;
grant execute on function report.funds_v1(text, timestamptz) to qunfang_app;

-- Thirty days after the response nobody can tell any more who gave, who agreed to be named and what was said in free words. Amounts,
-- receipts and documents stay with the books.
create function retention.forget_donors(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  looked uuid[];
  went jsonb := '{}';
  counted integer;
begin
  if not coalesce(run.ended_at < run.moment - interval '30 days', false) then return row(null, 0, went)::retention.done; end if;
  select array_agg(page.id order by page.id) into looked from (
    select one.id from funds.donation one
    where one.county = run.county and one.id > coalesce(in_after::uuid, '00000000-0000-0000-0000-000000000000')
    order by one.id limit in_limit) page;
  update funds.donation one set person_id = null
  where one.county = run.county and one.id = any (looked) and one.person_id is not null;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('funds.donation pseudonym', counted);
  update funds.naming one set public_name = null
  where one.county = run.county and one.donation_id = any (looked) and one.public_name is not null;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('funds.naming personal', counted);
  if in_after is null then
    update funds.entry one set why = '—' where one.county = run.county and one.why <> '—';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('funds.entry free-text', counted);
    update funds.payment_decision one set why = '—' where one.county = run.county and one.why <> '—';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('funds.payment_decision free-text', counted);
  end if;
  return row(case when cardinality(looked) = in_limit then looked[in_limit]::text end, coalesce(cardinality(looked), 0), went)::retention.done;
end $$;
revoke execute on function retention.forget_donors(retention.run, text, integer) from public;
