-- One look-up for each number. Asked as one list, a plan made for an empty table goes through the whole county by another index.
create or replace function people.known(digests bytea[]) returns table (digest bytea, person_id uuid)
  stable security definer set search_path = '' set enable_seqscan = off rows 10 language sql as $$
  select distinct found.digest, coalesce((
    select led.now_id from people.alias led where led.county = found.county and led.person_id = found.person_id
    order by led.nth desc limit 1), found.person_id)
  from unnest(digests) as wanted (digest)
  cross join lateral (
    select number.county, number.digest, number.person_id from people.blind_index number
    where number.county = (select kernel.app_county()) and number.digest = wanted.digest
    offset 0) found
$$;
