-- Households and memberships carry ids of their senders too, and an id belongs to one record only.
create or replace function people.spoken_for(ids uuid[]) returns setof uuid
  stable security definer set search_path = '' rows 10 language sql as $$
  select said.id from people.identity said where said.county = (select kernel.app_county()) and said.id = any (ids)
  union
  select met.id from people.person met where met.county = (select kernel.app_county()) and met.id = any (ids)
  union
  select home.id from people.household home where home.county = (select kernel.app_county()) and home.id = any (ids)
  union
  select lives.id from people.membership lives where lives.county = (select kernel.app_county()) and lives.id = any (ids)
$$;
