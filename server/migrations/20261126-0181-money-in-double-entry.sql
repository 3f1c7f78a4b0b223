-- Both sides of every entry. They sum to nothing, whichever entries are taken.
create view funds.leg with (security_invoker = true) as
select e.county, e.id as entry_id, e.division, e.kind, e.at, side.account, side.purpose_id, e.source_id, e.commitment_id, side.fen
from funds.entry e cross join lateral (values (e.from_account, e.purpose_id, -e.fen),
  (e.to_account, coalesce(e.to_purpose_id, e.purpose_id), e.fen)) side (account, purpose_id, fen);
grant select on funds.leg to qunfang_app, qunfang_clerk;

-- The least that an account holds from a moment on: what could be taken out of it then without its being short later.
create function funds.room(in_county integer, in_account text, in_purpose uuid, in_source uuid, in_commitment uuid, in_at timestamptz)
  returns bigint stable language sql as $$
select coalesce(min(held.fen), 0)::bigint from (
  select l.at, sum(l.fen) over (order by l.at) as fen from funds.leg l
  where l.county = in_county and l.source_id = in_source and l.account = in_account and l.purpose_id = in_purpose
    and (in_commitment is null or l.commitment_id = in_commitment)
  union all
  select in_at, coalesce(sum(l.fen), 0) from funds.leg l
  where l.county = in_county and l.source_id = in_source and l.account = in_account and l.purpose_id = in_purpose
    and (in_commitment is null or l.commitment_id = in_commitment) and l.at <= in_at
) held where held.at >= in_at
$$;
grant execute on function funds.room(integer, text, uuid, uuid, uuid, timestamptz) to qunfang_app;

-- The row of the source is locked, so that of two entries at once the second sees the first.
create function funds.posts() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  source funds.source;
  undone funds.entry;
  asked funds.payment;
  limited bigint;
begin
  select * into source from funds.source s where s.county = new.county and s.id = new.source_id for update;
  if source.earmark is not null and (new.purpose_id <> source.earmark or new.to_purpose_id is not null) then
    raise exception 'funds: earmarked for another purpose' using errcode = 'check_violation';
  end if;
  if new.reverses is not null then
    select * into undone from funds.entry e where e.county = new.county and e.id = new.reverses;
    if undone.reverses is not null or (new.from_account, new.to_account, new.fen, new.source_id) is distinct from
        (undone.to_account, undone.from_account, undone.fen, undone.source_id)
      or (new.purpose_id, new.to_purpose_id, new.commitment_id) is distinct from (coalesce(undone.to_purpose_id, undone.purpose_id),
        case when undone.to_purpose_id is not null then undone.purpose_id end, undone.commitment_id) then
      raise exception 'funds: no mirror of what it reverses' using errcode = 'check_violation';
    end if;
  end if;
  if new.kind = 'paid' then
    select * into asked from funds.payment p where p.county = new.county and p.id = new.payment_id;
    select r.above_fen into limited from funds.two_person_rule r where r.county = new.county and r.at <= new.at
    order by r.at desc, r.id desc limit 1;
    if (asked.commitment_id, asked.fen) is distinct from (new.commitment_id, new.fen)
      or (select sum(e.fen) from funds.entry e where e.county = new.county and e.commitment_id = new.commitment_id and e.kind = 'paid'
        and (e.at at time zone 'Asia/Shanghai')::date = (new.at at time zone 'Asia/Shanghai')::date) > coalesce(limited, 0)
      and not exists (select from funds.payment_decision d where d.county = new.county and d.payment_id = new.payment_id
        and d.decision = 'approved' and d.recorded_by is distinct from asked.recorded_by) then
      raise exception 'funds: a payment of this size needs a second person' using errcode = 'check_violation';
    end if;
  end if;
  if (new.from_account <> 'outside' and funds.room(new.county, new.from_account, new.purpose_id, new.source_id, null, new.at) < 0)
    or (new.from_account in ('committed', 'paid')
      and funds.room(new.county, new.from_account, new.purpose_id, new.source_id, new.commitment_id, new.at) < 0) then
    raise exception 'funds: more than there is' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger posts after insert on funds.entry for each row execute function funds.posts();
revoke execute on function funds.posts() from public;
