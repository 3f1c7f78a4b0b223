-- Village loudspeakers: where they stand, what is to be played when, and what was played, by whom.
create table publicity.loudspeaker (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  name text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column publicity.loudspeaker.name is 'purpose=record-keeping: where a loudspeaker hangs, never a person; basis=record keeping; class=free-text; retention=with the record; readers=scope';
comment on column publicity.loudspeaker.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.loudspeaker.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index loudspeaker_village on publicity.loudspeaker (county, division, id);
select command.guard_issued('publicity.loudspeaker');
grant select, insert on publicity.loudspeaker to qunfang_app;
grant select on publicity.loudspeaker to qunfang_clerk;

create table publicity.loudspeaker_turn (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  loudspeaker_id uuid not null,
  turn text not null check (turn in ('broken', 'repaired', 'removed')),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, loudspeaker_id) references publicity.loudspeaker (county, id)
);
comment on column publicity.loudspeaker_turn.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.loudspeaker_turn.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index loudspeaker_turn_last on publicity.loudspeaker_turn (county, loudspeaker_id, at desc, received_at desc);
select command.guard_issued('publicity.loudspeaker_turn');
grant select, insert on publicity.loudspeaker_turn to qunfang_app;
grant select on publicity.loudspeaker_turn to qunfang_clerk;

create table publicity.airing (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  piece_id uuid not null,
  from_on date not null,
  to_on date not null,
  times jsonb not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (to_on >= from_on and to_on - from_on <= 120),
  foreign key (county, piece_id) references publicity.piece (county, id)
);
comment on table publicity.airing is 'A piece that a village plays on these days at these times of the day.';
comment on column publicity.airing.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.airing.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index airing_village on publicity.airing (county, division, from_on);
select command.guard_issued('publicity.airing');
grant select, insert on publicity.airing to qunfang_app;
grant select on publicity.airing to qunfang_clerk;

create table publicity.airing_end (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  airing_id uuid not null,
  to_on date not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, airing_id),
  foreign key (county, airing_id) references publicity.airing (county, id)
);
comment on column publicity.airing_end.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.airing_end.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('publicity.airing_end');
grant select, insert on publicity.airing_end to qunfang_app;
grant select on publicity.airing_end to qunfang_clerk;

create table publicity.play (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  airing_id uuid,
  piece_id uuid not null,
  loudspeaker_id uuid,
  due_on date not null,
  due_at text not null,
  played boolean not null,
  minutes integer check (minutes between 0 and 240),
  hindrance text,
  at timestamptz not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (played = (hindrance is null)),
  check (played or minutes is null),
  foreign key (county, airing_id) references publicity.airing (county, id),
  foreign key (county, piece_id) references publicity.piece (county, id),
  foreign key (county, loudspeaker_id) references publicity.loudspeaker (county, id)
);
comment on table publicity.play is 'Played or not, with who says so and when: a time of a day that nobody spoke of has no row.';
comment on column publicity.play.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.play.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index play_village on publicity.play (county, division, at desc);
create index play_moment on publicity.play (county, at);
create index play_airing on publicity.play (county, airing_id, due_on);
create index play_piece on publicity.play (county, piece_id);
select kernel.guard('publicity.play');
grant select, insert on publicity.play to qunfang_app;
grant select on publicity.play to qunfang_clerk;

