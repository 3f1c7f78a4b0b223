-- The few people who are not marked as made up are found without a look at all the others: every list asks by which moment the county lives.
create index person_unmarked on people.person (county, id) where not synthetic;
create or replace function retention.is_historical(in_county integer) returns boolean stable set search_path = '' language sql as $$
  select coalesce((
    select said.kind = 'historical' from retention.calendar said where said.county = in_county
    order by said.received_at desc, said.id desc limit 1), false)
  -- It ends by itself with the first document of somebody who is not made up.
  and not exists (
    select from people.person met
    cross join lateral (
      select from people.identity said where said.county = met.county and said.person_id = met.id and said.document is not null limit 1) named
    where met.county = in_county and not met.synthetic)
$$;
