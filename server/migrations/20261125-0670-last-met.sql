-- Whom nobody has met in time is asked for the whole county every quarter of an hour. The newest check for which somebody was measured
-- is kept with the order by the readings themselves, as a place that sorts; what is missed from there on is still worked out.
create function isolation.check_place(day date, slot text) returns integer immutable parallel safe language sql
  return (day - date '2000-01-01') * 4 + array_position(array['day', 'morning', 'noon', 'evening'], slot);

alter table isolation.span add column profile text, add column met integer;
comment on column isolation.span.met is 'The newest check with a reading that counts (isolation.check_place), of days to come too.';
-- A row is written anew with each reading; where there is room on its page, no index is.
alter table isolation.span set (fillfactor = 70);
update isolation.span s set profile = o.profile, met = (
  select max(isolation.check_place(r.day, r.slot)) from isolation.reading r
  where r.county = s.county and r.order_id = s.order_id and not r.voided and not exists (
    select from isolation.reading later where later.county = r.county and later.corrects = r.id))
from isolation.opening o where o.county = s.county and o.id = s.order_id;
alter table isolation.span alter column profile set not null;

create or replace function isolation.opens() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  insert into isolation.span (county, order_id, division, person_id, kind, during, review_on, profile)
  select county, id, division, person_id, kind, tstzrange(starts_at, ends_at), review_on, profile from added;
  return null;
exception when exclusion_violation then
  raise exception 'isolation: somebody would be under two orders at one time' using errcode = 'unique_violation';
end $$;

create function isolation.meets() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  -- In one order, so that nobody waits in a circle; what the one before has added is seen by the statements that follow.
  perform from isolation.span s join (select distinct county, order_id from added) a on a.county = s.county and a.order_id = s.order_id
    order by s.order_id for no key update of s;
  update isolation.span s set met = a.place from (
    select county, order_id, max(isolation.check_place(day, slot)) as place from added where corrects is null group by 1, 2) a
  where s.county = a.county and s.order_id = a.order_id and (s.met is null or s.met < a.place);
  if exists (select from added where corrects is not null) then
    update isolation.span s set met = (
      select max(isolation.check_place(r.day, r.slot)) from isolation.reading_now r where r.county = s.county and r.order_id = s.order_id)
    from (select distinct county, order_id from added where corrects is not null) a
    where s.county = a.county and s.order_id = a.order_id;
  end if;
  return null;
end $$;
revoke execute on function isolation.meets() from public;
create trigger meets after insert on isolation.reading referencing new table as added
  for each statement execute function isolation.meets();
