-- A county of the past extends an order as of the moment it lives at: what comes here then comes years after every end. Nobody else
-- gains by it, since such a county has made-up people alone.
create or replace function isolation.extends() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  update isolation.span s set during = tstzrange(lower(s.during), new.ends_at), review_on = new.review_on
  where s.county = new.county and s.order_id = new.order_id and s.division = new.division
    and lower(s.during) <= new.decided_at
    and greatest(new.decided_at, coalesce(retention.county_moment(new.county), new.received_at)) < upper(s.during)
    and upper(s.during) < new.ends_at and not s.ended;
  if not found then
    raise exception 'isolation: only an order that stands can be extended' using errcode = 'check_violation';
  end if;
  return null;
exception when exclusion_violation then
  raise exception 'isolation: somebody would be under two orders at one time' using errcode = 'unique_violation';
end $$;
