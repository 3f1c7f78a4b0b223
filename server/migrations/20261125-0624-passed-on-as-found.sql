-- An entry keeps what it was found to be when its list arrived, wherever it is passed on to, so that rows and receipt agree; who was
-- identified or entered on the way goes along as an identification, under the id of the entry that arrives.
create or replace function agency_lists.arrive() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  insert into agency_lists.entry (county, id, division, list_id, nth, outcome, person_id, reasons, cells, digest, origin, answered_before)
  select e.county, new.next_id, new.to_division, e.list_id, e.nth, e.outcome, e.person_id, e.reasons, e.cells, e.digest, new.origin,
    e.answered_before or n.answer is not null
  from agency_lists.entry e join agency_lists.entry_now n on n.county = e.county and n.id = e.id
  where e.county = new.county and e.id = new.entry_id;

  insert into agency_lists.identification (county, id, division, entry_id, person_id, recorded_by, recorded_at, received_at, digest)
  select n.county, new.next_id, new.to_division, new.next_id, n.person_id, new.recorded_by, new.recorded_at, new.received_at, new.digest
  from agency_lists.entry_now n
  where n.county = new.county and n.id = new.entry_id and n.outcome <> 'matched' and not n.undecided
    and (n.outcome = 'conflict' or n.person_id is not null);

  insert into agency_lists.candidate (county, entry_id, nth, division, person_id, reasons)
  select c.county, new.next_id, c.nth, new.to_division, c.person_id, c.reasons
  from agency_lists.candidate c where c.county = new.county and c.entry_id = new.entry_id;

  insert into kernel.feed_inbox (county, id, division, kind, ids, announced_at)
  values (new.county, gen_random_uuid(), new.to_division, 'agency-entry', array[new.next_id], new.received_at);
  return null;
end $$;

-- What only went along is not counted a second time.
create function agency_lists.identifications_of(of_county integer, of_list uuid) returns bigint stable language sql set search_path = '' as $$
  select count(*) from agency_lists.identification i join agency_lists.entry e on e.county = i.county and e.id = i.entry_id
  where e.county = of_county and e.list_id = of_list and i.id <> i.entry_id
$$;
revoke execute on function agency_lists.identifications_of(integer, uuid) from public;

create or replace function agency_lists.destroy() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  insert into agency_lists.certificate (county, list_id, division, destroyed_at, entries, candidates, identifications, answers, seen, away,
    unknown, not_found, unanswered, file_sha256, entries_sha256)
  select new.county, new.list_id, l.division, new.at, count(*),
    (select count(*) from agency_lists.candidate c join agency_lists.entry e on e.county = c.county and e.id = c.entry_id
      where e.county = new.county and e.list_id = new.list_id and e.origin is null),
    agency_lists.identifications_of(new.county, new.list_id),
    (select count(*) from agency_lists.answer a where a.county = new.county and a.list_id = new.list_id),
    count(*) filter (where n.answer = 'seen'), count(*) filter (where n.answer = 'away'),
    count(*) filter (where n.answer = 'unknown'), count(*) filter (where n.answer = 'not-found'),
    count(*) filter (where n.answer is null),
    (select f.sha256 from agency_lists.file f where f.county = new.county and f.list_id = new.list_id),
    sha256(coalesce(string_agg(e.digest, ''::bytea order by e.nth), ''::bytea))
  from agency_lists.list l
  join agency_lists.entry e on e.county = l.county and e.list_id = l.id
  join agency_lists.entry_now n on n.county = e.county and n.id = e.id
  where l.county = new.county and l.id = new.list_id and n.passed_to is null
  group by l.division;

  insert into agency_lists.verified_before (county, list_id, division, at, entries)
  select new.county, new.list_id, e.division, first.at, count(*)
  from agency_lists.entry e
  cross join lateral (
    select min(a.recorded_at) as at from agency_lists.answer a where a.county = e.county and a.entry_id = e.id) first
  where e.county = new.county and e.list_id = new.list_id and first.at is not null and not e.answered_before
  group by e.division, first.at;

  delete from agency_lists.answer a using agency_lists.entry e
    where e.county = new.county and e.list_id = new.list_id and a.county = e.county and a.entry_id = e.id;
  delete from agency_lists.identification i using agency_lists.entry e
    where e.county = new.county and e.list_id = new.list_id and i.county = e.county and i.entry_id = e.id;
  delete from agency_lists.candidate c using agency_lists.entry e
    where e.county = new.county and e.list_id = new.list_id and c.county = e.county and c.entry_id = e.id;
  delete from agency_lists.passing p using agency_lists.entry e
    where e.county = new.county and e.list_id = new.list_id and p.county = e.county and p.entry_id = e.id;
  delete from agency_lists.entry e where e.county = new.county and e.list_id = new.list_id;
  delete from agency_lists.file f where f.county = new.county and f.list_id = new.list_id;
  return null;
end $$;
