-- Situation reports: text in which every number is a figure, with the values as they were counted when a version was written. A report
-- that is sealed keeps its content once more under a hash that covers the one before it; where it stands follows from what was done to it.
create schema reporting;
grant usage on schema reporting to qunfang_app, qunfang_clerk;

create table reporting.report (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  as_of timestamptz not null,
  corrects uuid,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, corrects) references reporting.report (county, id)
);
comment on table reporting.report is 'One account of one area as of one moment; a correction names the report it corrects.';
comment on column reporting.report.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column reporting.report.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index report_latest on reporting.report (county, as_of desc, id desc);
select kernel.guard('reporting.report');
grant select, insert on reporting.report to qunfang_app;
grant select on reporting.report to qunfang_clerk;

create table reporting.report_version (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  report_id uuid not null,
  nth integer not null check (nth >= 1),
  title text not null,
  blocks jsonb not null,
  counted jsonb not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, report_id, nth),
  foreign key (county, report_id) references reporting.report (county, id)
);
comment on column reporting.report_version.title is 'purpose=record-keeping: what a report is about, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column reporting.report_version.counted is 'The figures of the version as they were counted at received_at: value, version of the definition, and parts.';
comment on column reporting.report_version.recorded_by is 'purpose=answerability: who wrote it; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column reporting.report_version.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('reporting.report_version');
grant select, insert on reporting.report_version to qunfang_app;
grant select on reporting.report_version to qunfang_clerk;

create table reporting.report_step (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  report_id uuid not null,
  version_id uuid not null,
  nth integer not null check (nth >= 1),
  step text not null check (step in ('submitted', 'returned', 'checked', 'issued', 'abandoned')),
  note text,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, report_id, nth),
  foreign key (county, report_id) references reporting.report (county, id),
  foreign key (county, version_id) references reporting.report_version (county, id)
);
comment on column reporting.report_step.note is 'purpose=record-keeping: what a checker wants changed or explains; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column reporting.report_step.recorded_by is 'purpose=answerability: who checked and who issued; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column reporting.report_step.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('reporting.report_step');
grant select, insert on reporting.report_step to qunfang_app;
grant select on reporting.report_step to qunfang_clerk;

-- The seals of an area are a chain: each names the one before it by its number and repeats its hash, and only one has none before it.
-- Nothing can be put between, left out or changed without every later hash being another.
create table reporting.seal (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  report_id uuid not null,
  version_id uuid not null,
  nth integer not null check (nth >= 1),
  previous integer,
  previous_sha256 bytea,
  as_of timestamptz not null,
  content text not null,
  sha256 bytea not null check (sha256 = sha256(coalesce(previous_sha256, ''::bytea) || convert_to(content, 'UTF8'))),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, report_id),
  unique (county, division, nth, sha256),
  check (previous is not distinct from nullif(nth - 1, 0) and (previous is null) = (previous_sha256 is null)),
  foreign key (county, report_id) references reporting.report (county, id),
  foreign key (county, version_id) references reporting.report_version (county, id),
  foreign key (county, division, previous, previous_sha256) references reporting.seal (county, division, nth, sha256)
);
comment on column reporting.seal.content is 'What was sealed, word for word: moment, area, text, and every value with the version of its definition.';
comment on column reporting.seal.sha256 is 'purpose=recognition: whether a copy is the report that was sealed; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column reporting.seal.previous_sha256 is 'purpose=recognition: which seal this one follows; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column reporting.seal.recorded_by is 'purpose=answerability: who sealed it; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column reporting.seal.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create unique index seal_one_after_each on reporting.seal (county, division, coalesce(previous, 0));
create index seal_of_area on reporting.seal (county, division, as_of desc);
select kernel.guard('reporting.seal');
grant select, insert on reporting.seal to qunfang_app;
grant select on reporting.seal to qunfang_clerk;
