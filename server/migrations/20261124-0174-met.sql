-- Whether somebody of this id exists in the county: a record may name a person whom another township registered, but nobody who is
-- not there. Ids in, ids out.
create function people.met(ids uuid[]) returns setof uuid
  stable security definer set search_path = '' rows 10 language sql as $$
  select person.id from people.person where person.county = (select kernel.app_county()) and person.id = any (ids)
$$;
revoke execute on function people.met(uuid[]) from public;
grant execute on function people.met(uuid[]) to qunfang_app;
