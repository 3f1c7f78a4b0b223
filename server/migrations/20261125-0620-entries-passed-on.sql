-- An entry goes on to another village: the one it leaves keeps what it found, the one it comes to has a row of its own to answer.
alter table agency_lists.entry add column origin uuid;
alter table agency_lists.entry add column answered_before boolean not null default false;
comment on column agency_lists.entry.origin is 'Of an entry that was passed on: the one that came with the list, for which its cells are sealed.';
comment on column agency_lists.entry.answered_before is 'A village it was with before has answered it, so that figures count it there and not here.';
drop index agency_lists.entry_nth;
create unique index entry_nth on agency_lists.entry (county, list_id, nth) where origin is null;
create index entry_list on agency_lists.entry (county, list_id, nth, id);

create table agency_lists.passing (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  to_division text collate "C" not null,
  entry_id uuid not null,
  next_id uuid not null,
  origin uuid not null,
  note bytea not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, entry_id),
  foreign key (county, entry_id) references agency_lists.entry (county, id),
  check (to_division <> division)
);
comment on table agency_lists.passing is 'An entry leaves a division for another. It does so once; where it came to, it may be passed on again.';
comment on column agency_lists.passing.note is 'purpose=agency-list-check: why it is passed on, and what is known of where somebody is; basis=Infectious Diseases Act, PIPL 13(1)(4); class=sensitive, sealed; retention=with the list; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column agency_lists.passing.recorded_by is 'purpose=answerability: who passed it on; basis=PIPL 54; class=staff; retention=with the list; readers=county-desk, auditor';
comment on column agency_lists.passing.digest is 'purpose=recognition: recognise a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the list; readers=nobody';
create index passing_origin on agency_lists.passing (county, origin, recorded_at);
select kernel.guard('agency_lists.passing');
-- Whoever gets an entry reads from where and why.
create policy arrived on agency_lists.passing for select to qunfang_app using (county = (select kernel.app_county())
  and to_division >= (select kernel.app_from()) and to_division < (select kernel.app_to()));
grant select, insert on agency_lists.passing to qunfang_app;

create or replace view agency_lists.entry_now with (security_invoker = true) as
select e.county, e.id, e.division, e.list_id, e.nth, e.outcome, e.reasons, e.cells,
  coalesce(a.person_id, case when i.id is null then e.person_id else i.person_id end) as person_id,
  e.outcome = 'conflict' and i.id is null as undecided,
  i.recorded_at as identified_at, a.answer, a.note, a.id as answer_id, a.recorded_at as answered_at,
  coalesce(e.origin, e.id) as origin, p.to_division as passed_to
from agency_lists.entry e
left join lateral (
  select i.id, i.person_id, i.recorded_at from agency_lists.identification i
  where i.county = e.county and i.entry_id = e.id
  order by i.recorded_at desc, i.received_at desc, i.id desc limit 1) i on true
left join lateral (
  select a.id, a.answer, a.note, a.person_id, a.recorded_at from agency_lists.answer a
  where a.county = e.county and a.entry_id = e.id
  order by a.recorded_at desc, a.received_at desc, a.id desc limit 1) a on true
left join agency_lists.passing p on p.county = e.county and p.entry_id = e.id;

-- Whoever passes an entry on cannot write where it goes to; that it arrives there is the consequence of the fact.
create function agency_lists.arrive() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  insert into agency_lists.entry (county, id, division, list_id, nth, outcome, person_id, reasons, cells, digest, origin, answered_before)
  select e.county, new.next_id, new.to_division, e.list_id, e.nth,
    case when n.person_id is not null then 'matched' when n.undecided then 'conflict' else 'created' end,
    n.person_id, e.reasons, e.cells, e.digest, new.origin, e.answered_before or n.answer is not null
  from agency_lists.entry e join agency_lists.entry_now n on n.county = e.county and n.id = e.id
  where e.county = new.county and e.id = new.entry_id;

  insert into agency_lists.candidate (county, entry_id, nth, division, person_id, reasons)
  select c.county, new.next_id, c.nth, new.to_division, c.person_id, c.reasons
  from agency_lists.candidate c join agency_lists.entry e on e.county = c.county and e.id = new.next_id
  where c.county = new.county and c.entry_id = new.entry_id and e.outcome = 'conflict';

  insert into kernel.feed_inbox (county, id, division, kind, ids, announced_at)
  values (new.county, gen_random_uuid(), new.to_division, 'agency-entry', array[new.next_id], new.received_at);
  return null;
end $$;
revoke execute on function agency_lists.arrive() from public;
create trigger arrives after insert on agency_lists.passing for each row execute function agency_lists.arrive();

-- A row counts once, where it stands at the end; that it was passed on goes with the rest.
create or replace function agency_lists.destroy() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  insert into agency_lists.certificate (county, list_id, division, destroyed_at, entries, candidates, identifications, answers, seen, away,
    unknown, not_found, unanswered, file_sha256, entries_sha256)
  select new.county, new.list_id, l.division, new.at, count(*),
    (select count(*) from agency_lists.candidate c join agency_lists.entry e on e.county = c.county and e.id = c.entry_id
      where e.county = new.county and e.list_id = new.list_id and e.origin is null),
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

create or replace function report.comparisons_v1(area text, moment timestamptz) returns table (division text, verified bigint)
  stable language sql as $$
select a.division, count(*) from (
  select distinct on (a.entry_id) a.division, a.recorded_at from agency_lists.answer a
  join agency_lists.entry e on e.county = a.county and e.id = a.entry_id
  where a.county = (select kernel.app_county()) and a.division >= area and a.division < area || ':' and not e.answered_before
  order by a.entry_id, a.recorded_at) a
where a.recorded_at <= moment group by 1
union all
select b.division, sum(b.entries) from agency_lists.verified_before b
where b.county = (select kernel.app_county()) and b.division >= area and b.division < area || ':' and b.at <= moment
group by 1
$$;
