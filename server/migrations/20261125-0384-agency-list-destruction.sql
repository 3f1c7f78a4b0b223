-- The end of a list. Whoever orders it writes a fact; the rows go in the same transaction, and what they were is counted first.
create table agency_lists.destruction (
  county integer not null,
  list_id uuid not null,
  division text collate "C" not null,
  ground text not null,
  ordered_by uuid,
  at timestamptz not null,
  primary key (county, list_id)
);
comment on column agency_lists.destruction.ground is 'purpose=why a list ended, at expiry or before; basis=PIPL 47; class=plain; retention=as long as the certificate; readers=county-desk, auditor';
comment on column agency_lists.destruction.ordered_by is 'purpose=who ordered it; empty when it was the day of expiry; basis=PIPL 54; class=staff; retention=as long as the certificate; readers=county-desk, auditor';
select kernel.guard('agency_lists.destruction');
grant select, insert on agency_lists.destruction to qunfang_app;

create table agency_lists.certificate (
  county integer not null,
  list_id uuid not null,
  division text collate "C" not null,
  destroyed_at timestamptz not null,
  entries integer not null,
  candidates integer not null,
  identifications integer not null,
  answers integer not null,
  seen integer not null,
  away integer not null,
  unknown integer not null,
  not_found integer not null,
  unanswered integer not null,
  file_sha256 bytea not null,
  entries_sha256 bytea not null,
  primary key (county, list_id),
  check (entries = seen + away + unknown + not_found + unanswered)
);
comment on table agency_lists.certificate is 'What is left of a list: how many rows there were and how they were answered, and hashes of the file and of the rows. No name, no number, no person.';
select kernel.guard('agency_lists.certificate');
grant select on agency_lists.certificate to qunfang_app;

-- How many were verified where and when, for figures as of a moment after the rows are gone.
create table agency_lists.verified_before (
  county integer not null,
  list_id uuid not null,
  division text collate "C" not null,
  at timestamptz not null,
  entries integer not null,
  primary key (county, list_id, division, at)
);
select kernel.guard('agency_lists.verified_before');
grant select on agency_lists.verified_before to qunfang_app;

-- Runs with its owner's rights and only as a consequence of the fact, so that nobody who serves requests may delete anything.
create function agency_lists.destroy() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  insert into agency_lists.certificate (county, list_id, division, destroyed_at, entries, candidates, identifications, answers, seen, away,
    unknown, not_found, unanswered, file_sha256, entries_sha256)
  select new.county, new.list_id, l.division, new.at, count(*),
    (select count(*) from agency_lists.candidate c join agency_lists.entry e on e.county = c.county and e.id = c.entry_id
      where e.county = new.county and e.list_id = new.list_id),
    (select count(*) from agency_lists.identification i join agency_lists.entry e on e.county = i.county and e.id = i.entry_id
      where e.county = new.county and e.list_id = new.list_id),
    (select count(*) from agency_lists.answer a where a.county = new.county and a.list_id = new.list_id),
    count(*) filter (where n.answer = 'seen'), count(*) filter (where n.answer = 'away'),
    count(*) filter (where n.answer = 'unknown'), count(*) filter (where n.answer = 'not-found'),
    count(*) filter (where n.answer is null),
    (select f.sha256 from agency_lists.file f where f.county = new.county and f.list_id = new.list_id),
    sha256(coalesce(string_agg(e.digest, ''::bytea order by e.nth), ''::bytea))
  from agency_lists.list l
  join agency_lists.entry e on e.county = l.county and e.list_id = l.id
  join agency_lists.entry_now n on n.county = e.county and n.id = e.id
  where l.county = new.county and l.id = new.list_id
  group by l.division;

  insert into agency_lists.verified_before (county, list_id, division, at, entries)
  select new.county, new.list_id, e.division, first.at, count(*)
  from agency_lists.entry e
  cross join lateral (
    select min(a.recorded_at) as at from agency_lists.answer a where a.county = e.county and a.entry_id = e.id) first
  where e.county = new.county and e.list_id = new.list_id and first.at is not null
  group by e.division, first.at;

  delete from agency_lists.answer a using agency_lists.entry e
    where e.county = new.county and e.list_id = new.list_id and a.county = e.county and a.entry_id = e.id;
  delete from agency_lists.identification i using agency_lists.entry e
    where e.county = new.county and e.list_id = new.list_id and i.county = e.county and i.entry_id = e.id;
  delete from agency_lists.candidate c using agency_lists.entry e
    where e.county = new.county and e.list_id = new.list_id and c.county = e.county and c.entry_id = e.id;
  delete from agency_lists.entry e where e.county = new.county and e.list_id = new.list_id;
  delete from agency_lists.file f where f.county = new.county and f.list_id = new.list_id;
  return null;
end $$;
revoke execute on function agency_lists.destroy() from public;
create trigger destroys after insert on agency_lists.destruction for each row execute function agency_lists.destroy();
