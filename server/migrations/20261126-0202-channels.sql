-- Where a piece goes out, and what came of it. Each piece sent to a channel is one dispatch; what happened to it is told by its results.
create table publicity.channel (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  kind text not null check (kind in ('board', 'rss', 'atom', 'cap', 'email', 'webhook', 'wechat', 'radio', 'television', 'print', 'loudspeakers', 'emergency-broadcast')),
  title text not null,
  settings jsonb not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column publicity.channel.title is 'purpose=record-keeping: what a channel is called; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column publicity.channel.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.channel.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
comment on column publicity.channel.settings is 'purpose=record-keeping: offices and lists a channel goes to, no private address; basis=record keeping; class=internal; retention=with the record; readers=county-desk, publicity-editor';
select command.guard_issued('publicity.channel');
grant select, insert on publicity.channel to qunfang_app;
grant select on publicity.channel to qunfang_clerk;

create table publicity.channel_turn (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  channel_id uuid not null,
  turn text not null check (turn in ('closed', 'reopened')),
  why text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, channel_id) references publicity.channel (county, id)
);
comment on column publicity.channel_turn.why is 'purpose=record-keeping: why a channel is not used; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column publicity.channel_turn.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.channel_turn.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index channel_turn_last on publicity.channel_turn (county, channel_id, received_at desc, id desc);
select command.guard_issued('publicity.channel_turn');
grant select, insert on publicity.channel_turn to qunfang_app;
grant select on publicity.channel_turn to qunfang_clerk;

create table publicity.dispatch (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  piece_id uuid not null,
  publication_id uuid not null,
  channel_id uuid not null,
  what text not null check (what in ('publish', 'update', 'cancel')),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, publication_id, channel_id, what),
  foreign key (county, piece_id) references publicity.piece (county, id),
  foreign key (county, publication_id) references publicity.publication (county, id),
  foreign key (county, channel_id) references publicity.channel (county, id)
);
comment on table publicity.dispatch is 'A correction goes to every channel that a piece went to, and so does its withdrawal.';
comment on column publicity.dispatch.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.dispatch.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index dispatch_piece on publicity.dispatch (county, piece_id, received_at);
create index dispatch_channel on publicity.dispatch (county, channel_id, at desc, id desc);
create index dispatch_latest on publicity.dispatch (county, received_at desc, id desc);
select command.guard_issued('publicity.dispatch');
grant select, insert on publicity.dispatch to qunfang_app;
grant select on publicity.dispatch to qunfang_clerk;

create table publicity.dispatch_result (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  dispatch_id uuid not null,
  nth integer not null check (nth >= 1),
  state text not null check (state in ('produced', 'delivered', 'failed')),
  fault text,
  bytes integer,
  sha256 bytea,
  note text,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, dispatch_id, nth),
  check (state <> 'failed' or fault is not null),
  foreign key (county, dispatch_id) references publicity.dispatch (county, id)
);
comment on column publicity.dispatch_result.note is 'purpose=record-keeping: where a piece was put by hand; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column publicity.dispatch_result.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.dispatch_result.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
comment on column publicity.dispatch_result.sha256 is 'purpose=recognition: whether a copy is the file that was sent; basis=record keeping; class=plain; retention=with the record; readers=scope';
select command.guard_issued('publicity.dispatch_result');
grant select, insert on publicity.dispatch_result to qunfang_app;
grant select on publicity.dispatch_result to qunfang_clerk;

