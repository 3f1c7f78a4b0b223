-- Official documents: a draft has versions and goes through steps; what is issued is kept once more, as it was issued, with the next
-- number of its series and year. Nothing is edited: where a document stands follows from what was done to it.
create schema command;
grant usage on schema command to qunfang_app, qunfang_clerk;

-- The whole county reads what was issued; only whose area it is writes it.
create function command.guard_issued(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy reading on %s for select to qunfang_app using (county = (select kernel.app_county()))', target);
  execute format('create policy writing on %s for insert to qunfang_app with check (county = (select kernel.app_county())'
    ' and division >= (select kernel.app_from()) and division < (select kernel.app_to()))', target);
  execute format('create policy clerk on %s to qunfang_clerk using (true)', target);
  execute format('create policy owner on %s to current_user using (true)', target);
end $$;
revoke execute on function command.guard_issued(regclass) from public;

create table command.series (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  code text not null,
  kind text not null,
  authority text not null,
  mark text not null,
  form text not null check (form in ('standard', 'letter', 'order', 'minutes')),
  first_year integer not null check (first_year between 1949 and 2200),
  first_serial integer not null check (first_serial >= 1),
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, code, kind)
);
comment on table command.series is 'Where numbers come from: one code of one organ for one kind. A county that begins in the middle of a year says its first number.';
comment on column command.series.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.series.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('command.series');
grant select, insert on command.series to qunfang_app;
grant select on command.series to qunfang_clerk;

create table command.document (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  series_id uuid not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, series_id) references command.series (county, id)
);
comment on column command.document.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.document.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index document_latest on command.document (county, received_at desc, id desc);
select kernel.guard('command.document');
grant select, insert on command.document to qunfang_app;
grant select on command.document to qunfang_clerk;

create table command.document_version (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  document_id uuid not null,
  nth integer not null check (nth >= 1),
  title text not null,
  content jsonb not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, document_id, nth),
  foreign key (county, document_id) references command.document (county, id)
);
comment on column command.document_version.title is 'purpose=record-keeping: what a document is about, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column command.document_version.recorded_by is 'purpose=answerability: who wrote it; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.document_version.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('command.document_version');
grant select, insert on command.document_version to qunfang_app;
grant select on command.document_version to qunfang_clerk;

create table command.document_step (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  document_id uuid not null,
  version_id uuid not null,
  nth integer not null check (nth >= 1),
  step text not null check (step in ('submitted', 'returned', 'passed', 'signed', 'abandoned')),
  post text,
  note text,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, document_id, nth),
  foreign key (county, document_id) references command.document (county, id),
  foreign key (county, version_id) references command.document_version (county, id)
);
comment on column command.document_step.post is 'Under which post it was signed, never a name.';
comment on column command.document_step.note is 'purpose=record-keeping: what a reviewer wants changed; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column command.document_step.recorded_by is 'purpose=answerability: who reviewed and who signed; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.document_step.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('command.document_step');
grant select, insert on command.document_step to qunfang_app;
grant select on command.document_step to qunfang_clerk;

-- A number follows the one before it, in the database too: each names its predecessor, and only one of a year has none.
create table command.issued (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  document_id uuid not null,
  series_id uuid not null,
  year integer not null,
  serial integer not null check (serial >= 1),
  previous integer,
  number text not null,
  code text not null,
  kind text not null,
  authority text not null,
  mark text not null,
  form text not null,
  title text not null,
  content jsonb not null,
  content_sha256 bytea not null,
  signed_post text not null,
  issued_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, document_id),
  unique (county, series_id, year, serial),
  check (previous = serial - 1),
  foreign key (county, series_id) references command.series (county, id),
  foreign key (county, document_id) references command.document (county, id),
  foreign key (county, series_id, year, previous) references command.issued (county, series_id, year, serial)
);
comment on table command.issued is 'The text as it was issued. Its hash covers number, date, organ and every word; a copy anywhere can be held against it.';
comment on column command.issued.title is 'purpose=record-keeping: what a document is about, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column command.issued.content_sha256 is 'purpose=recognition: whether a copy is the document that was issued; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column command.issued.recorded_by is 'purpose=answerability: who issued it; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.issued.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create unique index issued_one_beginning on command.issued (county, series_id, year) where previous is null;
create index issued_latest on command.issued (county, issued_at desc, document_id desc);
create index issued_number on command.issued (county, number);
select command.guard_issued('command.issued');
grant select, insert on command.issued to qunfang_app;
grant select on command.issued to qunfang_clerk;

create table command.document_end (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  document_id uuid not null,
  how text not null check (how in ('withdrawn', 'superseded')),
  by_document uuid,
  why text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, document_id),
  check (how = 'withdrawn' or by_document is not null),
  foreign key (county, document_id) references command.issued (county, document_id),
  foreign key (county, by_document) references command.issued (county, document_id)
);
comment on table command.document_end is 'A document is over once: withdrawn, or superseded by a later one.';
comment on column command.document_end.why is 'purpose=record-keeping: why a document does not stand any more; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column command.document_end.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.document_end.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index document_end_by on command.document_end (county, by_document) where by_document is not null;
select command.guard_issued('command.document_end');
grant select, insert on command.document_end to qunfang_app;
grant select on command.document_end to qunfang_clerk;

create table command.attachment (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  document_id uuid not null,
  file_name text not null,
  type text not null,
  size integer not null check (size > 0),
  sha256 bytea not null,
  content bytea not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, document_id) references command.document (county, id)
);
comment on column command.attachment.sha256 is 'purpose=recognition: whether a copy is the file that was attached; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column command.attachment.content is 'purpose=record-keeping: the file attached to a document; basis=record keeping; class=internal; retention=with the record; readers=scope';
comment on column command.attachment.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column command.attachment.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index attachment_document on command.attachment (county, document_id);
select kernel.guard('command.attachment');
-- With its document, a file goes to the whole county.
create policy issued on command.attachment for select to qunfang_app using (county = (select kernel.app_county()) and exists (
  select 1 from command.issued i where i.county = attachment.county and i.document_id = attachment.document_id
    and i.content -> 'attachments' @> jsonb_build_array(jsonb_build_object('id', attachment.id))));
grant select, insert on command.attachment to qunfang_app;
grant select on command.attachment to qunfang_clerk;

-- What neighbours may join: documents that were issued, and whether they still stand.
create view command.published_documents with (security_invoker = true) as
select i.county, i.document_id, i.series_id as series, i.number, i.title, i.kind, coalesce(e.how, 'issued') as state, i.issued_at,
  case when e.how = 'withdrawn' then e.at end as withdrawn_at, e.at as ended_at, i.authority, i.division
from command.issued i left join command.document_end e on e.county = i.county and e.document_id = i.document_id;
grant select on command.published_documents to qunfang_app, qunfang_clerk;
