-- Whether somebody lives in a household of the county, whoever answers for it: nobody may live in two. Ids in, ids out.
create function people.housed(ids uuid[]) returns setof uuid
  stable security definer set search_path = '' rows 10 language sql as $$
  select lives.person_id from people.membership lives
  where lives.county = (select kernel.app_county()) and lives.person_id = any (ids) and not exists (
    select from people.membership_end gone where gone.county = lives.county and gone.membership_id = lives.id)
$$;
revoke execute on function people.housed(uuid[]) from public;
grant execute on function people.housed(uuid[]) to qunfang_app;

-- Whom a number belongs to is the person that stands, after any merge.
create or replace function people.known(digests bytea[]) returns table (digest bytea, person_id uuid)
  stable security definer set search_path = '' rows 10 language sql as $$
  select distinct found.digest, coalesce((
    select led.now_id from people.alias led where led.county = found.county and led.person_id = found.person_id
    order by led.nth desc limit 1), found.person_id)
  from people.blind_index found
  where found.county = (select kernel.app_county()) and found.digest = any (digests)
$$;
