-- What happened in a case, one row for each: what was found and asked, when it began, what was sampled and came of it, what was decided,
-- reported and investigated, and by whom it may have been caught. A correction is a whole new row that names the old one.
create table cases.entry (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  case_id uuid not null,
  kind text not null check (kind in ('evidence', 'onset', 'sample', 'result', 'decision', 'report', 'investigation', 'source')),
  at timestamptz not null,
  code text not null,
  day date,
  sample_id uuid,
  source_case_id uuid,
  body jsonb not null,
  corrects uuid,
  why text,
  voided boolean not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, case_id) references cases.episode (county, id),
  foreign key (county, sample_id) references cases.entry (county, id),
  foreign key (county, source_case_id) references cases.episode (county, id),
  foreign key (county, corrects) references cases.entry (county, id),
  check ((kind = 'result') = (sample_id is not null)),
  check (source_case_id is null or kind = 'source' and source_case_id <> case_id),
  check (day is null or kind = 'onset'),
  check ((corrects is null) = (why is null)),
  check (corrects is not null or not voided)
);
comment on column cases.entry.at is 'When it was so: decided, sampled, found, reported; not when it was written down.';
comment on column cases.entry.code is 'purpose=fever-hand-over: which finding, sample, result or decision; basis=Infectious Diseases Act; class=health; retention=event; readers=township-officer, data-verifier, county-desk';
comment on column cases.entry.day is 'purpose=fever-hand-over: onset; basis=Infectious Diseases Act; class=health; retention=event; readers=township-officer, data-verifier, county-desk';
comment on column cases.entry.body is 'purpose=fever-hand-over: the rest of what was said, by kind; basis=Infectious Diseases Act; class=health; retention=event; readers=township-officer, data-verifier, county-desk';
comment on column cases.entry.why is 'purpose=accuracy: why it was corrected; basis=PIPL 8 (accuracy); class=free-text; retention=event; readers=scope';
comment on column cases.entry.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=with the record; readers=county-desk, auditor';
comment on column cases.entry.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index entry_of on cases.entry (county, case_id, kind, at);
create index entry_kind on cases.entry (county, kind, at);
create index entry_sample on cases.entry (county, sample_id) where sample_id is not null;
create unique index entry_corrects on cases.entry (county, corrects) where corrects is not null;
select kernel.guard('cases.entry');
grant select, insert on cases.entry to qunfang_app;
grant select on cases.entry to qunfang_clerk;

create view cases.entry_now with (security_invoker = true) as
select e.* from cases.entry e
where not e.voided and not exists (select from cases.entry later where later.county = e.county and later.corrects = e.id);

-- Where each case stands: the last decision that was not taken back, by the moment it was made.
create view cases.episode_now with (security_invoker = true) as
select e.county, e.id, e.division, coalesce(alias.now_id, e.person_id) as person_id, e.disease, e.profile, e.origin, e.opened_at,
  coalesce(d.code, 'fever') as status, coalesce(d.at, e.opened_at) as since, o.day as onset
from cases.episode e
left join people.published_alias alias on alias.county = e.county and alias.id = e.person_id
left join lateral (
  select n.code, n.at from cases.entry_now n where n.county = e.county and n.case_id = e.id and n.kind = 'decision'
  order by n.at desc, n.received_at desc, n.id desc limit 1) d on true
left join lateral (
  select n.day from cases.entry_now n where n.county = e.county and n.case_id = e.id and n.kind = 'onset'
  order by n.at desc, n.received_at desc, n.id desc limit 1) o on true;
grant select on cases.entry_now, cases.episode_now to qunfang_app, qunfang_clerk;

-- For neighbours: every decision that stands, once for each record by which a fever of the case was found. The last one by `at` is the
-- outcome; a case without a row here is a fever that nobody has judged yet.
create view cases.published_outcomes with (security_invoker = true) as
select f.county, f.case_id, f.division, f.origin, f.origin_id, d.id as decision_id, d.code as outcome, d.at, d.received_at,
  d.body ->> 'institution' as institution
from cases.fever f
join cases.entry_now d on d.county = f.county and d.case_id = f.case_id and d.kind = 'decision';

create view cases.published_cases with (security_invoker = true) as
select county, id as case_id, division, person_id, disease, profile, origin, status, since from cases.episode_now;
grant select on cases.published_outcomes, cases.published_cases to qunfang_app, qunfang_clerk;
