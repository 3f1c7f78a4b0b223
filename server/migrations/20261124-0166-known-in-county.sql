-- A checkpoint meets travellers whom another township registered. These two functions see the whole county, but answer only to
-- somebody who already has the number (through its keyed HMAC) or the id, and say nothing beyond "that is person so-and-so".
create function people.known(digests bytea[]) returns table (digest bytea, person_id uuid)
  stable security definer set search_path = '' rows 10 language sql as $$
  select found.digest, found.person_id from people.blind_index found
  where found.county = (select kernel.app_county()) and found.digest = any (digests)
$$;

create function people.spoken_for(ids uuid[]) returns setof uuid
  stable security definer set search_path = '' rows 10 language sql as $$
  select said.id from people.identity said where said.county = (select kernel.app_county()) and said.id = any (ids)
  union
  select met.id from people.person met where met.county = (select kernel.app_county()) and met.id = any (ids)
$$;
revoke execute on function people.known(bytea[]), people.spoken_for(uuid[]) from public;
grant execute on function people.known(bytea[]), people.spoken_for(uuid[]) to qunfang_app;
