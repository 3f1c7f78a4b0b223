-- Who does what in the command: bodies with a mandate, their members by post, and who is on duty when, with what was handed over.
create table command.body (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  parent_id uuid,
  kind text not null check (kind in ('leading-group', 'office', 'special-group', 'task-force', 'site-command')),
  title text not null,
  mandate text not null,
  telephone text,
  nth integer not null check (nth between 0 and 999),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, parent_id) references command.body (county, id)
);
comment on column command.body.title is 'purpose=record-keeping: the name of a group; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column command.body.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.body.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('command.body');
grant select, insert on command.body to qunfang_app;
grant select on command.body to qunfang_clerk;

create table command.body_end (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  body_id uuid not null,
  document_no text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, body_id),
  foreign key (county, body_id) references command.body (county, id)
);
comment on column command.body_end.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.body_end.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('command.body_end');
grant select, insert on command.body_end to qunfang_app;
grant select on command.body_end to qunfang_clerk;

create table command.member (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  body_id uuid not null,
  post_id uuid not null,
  role text not null check (role in ('head', 'deputy', 'member', 'liaison')),
  from_on date not null,
  to_on date,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (to_on is null or to_on >= from_on),
  foreign key (county, body_id) references command.body (county, id)
);
comment on column command.member.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.member.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index member_body on command.member (county, body_id, from_on);
select command.guard_issued('command.member');
grant select, insert on command.member to qunfang_app;
grant select on command.member to qunfang_clerk;
comment on table command.member is 'Who sits on a post is told by responsibility; a member is a post, so that a group stays whole when somebody changes.';

create table command.member_end (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  member_id uuid not null,
  to_on date not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, member_id),
  foreign key (county, member_id) references command.member (county, id)
);
comment on column command.member_end.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.member_end.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('command.member_end');
grant select, insert on command.member_end to qunfang_app;
grant select on command.member_end to qunfang_clerk;

create table command.duty (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  body_id uuid not null,
  post_id uuid not null,
  telephone text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '48 hours'),
  foreign key (county, body_id) references command.body (county, id)
);
comment on column command.duty.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.duty.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index duty_span on command.duty (county, body_id, starts_at);
select command.guard_issued('command.duty');
grant select, insert on command.duty to qunfang_app;
grant select on command.duty to qunfang_clerk;

create table command.duty_cancel (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  duty_id uuid not null,
  note text not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, duty_id),
  foreign key (county, duty_id) references command.duty (county, id)
);
comment on column command.duty_cancel.note is 'purpose=record-keeping: why a duty is not kept; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column command.duty_cancel.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.duty_cancel.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('command.duty_cancel');
grant select, insert on command.duty_cancel to qunfang_app;
grant select on command.duty_cancel to qunfang_clerk;

create table command.duty_note (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  duty_id uuid not null,
  note text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, duty_id) references command.duty (county, id)
);
comment on column command.duty_note.note is 'purpose=answerability: what the next on duty has to know, naming no person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column command.duty_note.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column command.duty_note.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index duty_note_duty on command.duty_note (county, duty_id, at);
select command.guard_issued('command.duty_note');
grant select, insert on command.duty_note to qunfang_app;
grant select on command.duty_note to qunfang_clerk;
