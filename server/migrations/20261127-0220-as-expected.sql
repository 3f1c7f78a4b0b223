-- What a screening usually finds, as a condition of its own transaction: whoever is named is somebody the county has met, and is under no
-- order. The answer need not be waited for before the record is sent; where it is otherwise, nothing is kept and the record is judged
-- anew by what there is (SQLSTATE QF001, server/src/kernel/gather.ts).
create function people.expect_met(ids uuid[]) returns void
  stable security definer set search_path = '' language plpgsql as $$
declare
  here constant integer := kernel.app_county();
begin
  if (select count(*) from people.person p where p.county = here and p.id = any (ids)) <> cardinality(ids) then
    raise exception 'people: somebody here was not met' using errcode = 'QF001';
  end if;
end $$;
revoke execute on function people.expect_met(uuid[]) from public;
grant execute on function people.expect_met(uuid[]) to qunfang_app;

-- The same as isolation.kept finds, in the same eyes, and no more than that there is something.
create function isolation.expect_free(persons uuid[], since timestamptz) returns void
  stable security definer set search_path = '' language plpgsql as $$
declare
  here constant integer := kernel.app_county();
begin
  if kernel.app_role() not in ('system', 'checkpoint-shift', 'village-cadre', 'township-officer', 'county-desk') then
    return;
  end if;
  if exists (select from isolation.span s where s.county = here and s.person_id = any (persons) and upper(s.during) > since)
    or exists (select from people.published_alias a join isolation.span s on s.county = a.county and s.person_id = a.id
      where a.county = here and a.now_id = any (persons) and upper(s.during) > since)
    or exists (select from people.published_alias a join isolation.span s on s.county = a.county and s.person_id = a.now_id
      where a.county = here and a.id = any (persons) and upper(s.during) > since)
  then
    raise exception 'isolation: somebody here is under an order' using errcode = 'QF001';
  end if;
end $$;
revoke execute on function isolation.expect_free(uuid[], timestamptz) from public;
grant execute on function isolation.expect_free(uuid[], timestamptz) to qunfang_app;

-- A key asks for every passage by itself and locks the checkpoint for each; a thousand passages of one upload are of one checkpoint, which
-- nobody can delete.
alter table checkpoints.passage drop constraint passage_county_checkpoint_id_fkey;
create function checkpoints.stand_at_checkpoints() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (
    select from (select distinct county, checkpoint_id from added) a
    where not exists (select from places.checkpoint c where c.county = a.county and c.id = a.checkpoint_id)) then
    raise exception 'checkpoints: a passage at no checkpoint' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
revoke execute on function checkpoints.stand_at_checkpoints() from public;
create trigger stand_at_checkpoints after insert on checkpoints.passage referencing new table as added
  for each statement execute function checkpoints.stand_at_checkpoints();
