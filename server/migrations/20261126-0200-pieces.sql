-- What the county tells its people: a piece has versions and is passed by somebody else before it goes out; what went out is kept once more
-- as it was said, with its correction or its withdrawal behind it. Where a piece stands follows from that.
create schema publicity;
grant usage on schema publicity to qunfang_app, qunfang_clerk;

create table publicity.piece (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  kind text not null check (kind in ('leaflet', 'broadcast', 'open-letter', 'appeal', 'notice', 'answer', 'legal-notice')),
  document_id uuid,
  topic_id uuid,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (topic_id is null or kind = 'answer')
);
comment on table publicity.piece is 'May come from an issued document or answer a topic of the rumour desk: by its id, never by who asked.';
comment on column publicity.piece.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.piece.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index piece_latest on publicity.piece (county, received_at desc, id desc);
select kernel.guard('publicity.piece');
grant select, insert on publicity.piece to qunfang_app;
grant select on publicity.piece to qunfang_clerk;

create table publicity.piece_version (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  piece_id uuid not null,
  nth integer not null check (nth >= 1),
  title text not null,
  content jsonb not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, piece_id, nth),
  foreign key (county, piece_id) references publicity.piece (county, id)
);
comment on column publicity.piece_version.title is 'purpose=record-keeping: what a piece is called, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column publicity.piece_version.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.piece_version.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('publicity.piece_version');
grant select, insert on publicity.piece_version to qunfang_app;
grant select on publicity.piece_version to qunfang_clerk;

create table publicity.piece_step (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  piece_id uuid not null,
  version_id uuid not null,
  nth integer not null check (nth >= 1),
  step text not null check (step in ('submitted', 'returned', 'approved', 'abandoned')),
  note text,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, piece_id, nth),
  foreign key (county, piece_id) references publicity.piece (county, id),
  foreign key (county, version_id) references publicity.piece_version (county, id)
);
comment on column publicity.piece_step.note is 'purpose=record-keeping: what has to be changed; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column publicity.piece_step.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.piece_step.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('publicity.piece_step');
grant select, insert on publicity.piece_step to qunfang_app;
grant select on publicity.piece_step to qunfang_clerk;

create table publicity.publication (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  piece_id uuid not null,
  version_id uuid not null,
  nth integer not null check (nth >= 1),
  corrects uuid,
  why text,
  kind text not null,
  title text not null,
  content jsonb not null,
  document_id uuid,
  topic_id uuid,
  content_sha256 bytea not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, piece_id, nth),
  unique (county, version_id),
  check ((nth = 1) = (corrects is null)),
  check (corrects is null or why is not null),
  foreign key (county, piece_id) references publicity.piece (county, id),
  foreign key (county, version_id) references publicity.piece_version (county, id),
  foreign key (county, corrects) references publicity.publication (county, id)
);
comment on table publicity.publication is 'The text as it went out. One after the first corrects the one before it and says why.';
comment on column publicity.publication.title is 'purpose=record-keeping: what a piece is called, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column publicity.publication.why is 'purpose=record-keeping: what was wrong; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column publicity.publication.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.publication.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
comment on column publicity.publication.content_sha256 is 'purpose=recognition: whether a copy is the text that went out; basis=record keeping; class=plain; retention=with the record; readers=scope';
create index publication_latest on publicity.publication (county, at desc, id desc);
create index publication_topic on publicity.publication (county, topic_id) where topic_id is not null;
select command.guard_issued('publicity.publication');
grant select, insert on publicity.publication to qunfang_app;
grant select on publicity.publication to qunfang_clerk;

create table publicity.withdrawal (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  piece_id uuid not null,
  publication_id uuid not null,
  why text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, piece_id),
  foreign key (county, piece_id) references publicity.piece (county, id),
  foreign key (county, publication_id) references publicity.publication (county, id)
);
comment on column publicity.withdrawal.why is 'purpose=record-keeping: why a piece does not stand any more; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column publicity.withdrawal.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.withdrawal.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('publicity.withdrawal');
grant select, insert on publicity.withdrawal to qunfang_app;
grant select on publicity.withdrawal to qunfang_clerk;

-- What neighbours may join and link: what went out, as it reads now, and whether it still stands.
create view publicity.published_pieces with (security_invoker = true) as
select p.county, p.piece_id, p.division, p.kind, p.title, p.id as publication_id, p.nth as edition, p.document_id, p.topic_id,
  case when w.id is not null then 'withdrawn' when p.nth > 1 then 'corrected' else 'published' end as state,
  p.at as published_at, w.at as withdrawn_at
from publicity.publication p
left join publicity.withdrawal w on w.county = p.county and w.piece_id = p.piece_id
where not exists (select from publicity.publication later where later.county = p.county and later.piece_id = p.piece_id and later.nth > p.nth);
grant select on publicity.published_pieces to qunfang_app, qunfang_clerk;
