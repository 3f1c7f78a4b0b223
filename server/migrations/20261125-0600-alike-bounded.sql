-- A sound and a birthday that very many share tell nobody apart: of each token only so many are named, however often it is asked for, so
-- that what is noted grows with the people who are written down and not with their square.
drop function people.alike(bigint[]);
create function people.alike(tokens bigint[], most integer) returns table (token bigint, person_id uuid)
  stable security definer set search_path = '' set enable_seqscan = off rows 10 language sql as $$
  select found.token, found.person_id from (select distinct one.token from unnest(tokens) as one (token)) as wanted
  cross join lateral (
    select other.token, other.person_id from people.search_token other
    where other.county = (select kernel.app_county()) and other.token = wanted.token
    limit most) found
$$;
revoke execute on function people.alike(bigint[], integer) from public;
grant execute on function people.alike(bigint[], integer) to qunfang_app;
