-- Central isolation sites and their rooms. A site is opened and closed by a document; nothing in it is edited afterwards.
create schema sites;
grant usage on schema sites to qunfang_app, qunfang_clerk;

create table sites.site (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  name text not null,
  location text not null,
  authority text not null,
  document_no text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on table sites.site is 'The division is where it stands. What it can hold is the number of its rooms, so that nobody types it twice.';
comment on column sites.site.name is 'purpose=isolation-care: which site, never whose; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column sites.site.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.site.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index site_division on sites.site (county, division, id);
select kernel.guard('sites.site');
grant select, insert on sites.site to qunfang_app;
grant select on sites.site to qunfang_clerk;

create table sites.site_turn (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  turn text not null check (turn in ('closed', 'reopened')),
  authority text not null,
  document_no text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, site_id) references sites.site (county, id)
);
comment on column sites.site_turn.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.site_turn.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index site_turn_latest on sites.site_turn (county, site_id, at desc, received_at desc, id desc);
select kernel.guard('sites.site_turn');
grant select, insert on sites.site_turn to qunfang_app;
grant select on sites.site_turn to qunfang_clerk;

create table sites.room (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  label text not null,
  floor integer not null check (floor between -3 and 60),
  beds integer not null check (beds between 1 and 12),
  zone text not null check (zone in ('clean', 'half', 'contaminated')),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, site_id, label),
  foreign key (county, site_id) references sites.site (county, id)
);
comment on column sites.room.zone is 'People under observation live in the contaminated zone only.';
comment on column sites.room.label is 'purpose=isolation-care: which room, never whose; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column sites.room.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.room.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select kernel.guard('sites.room');
grant select, insert on sites.room to qunfang_app;
grant select on sites.room to qunfang_clerk;

create table sites.room_turn (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  room_id uuid not null,
  turn text not null check (turn in ('out-of-use', 'in-use')),
  why text not null,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, room_id) references sites.room (county, id)
);
comment on column sites.room_turn.why is 'purpose=isolation-care: what is wrong with the room; basis=record keeping; class=free-text; retention=event; readers=scope';
comment on column sites.room_turn.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.room_turn.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index room_turn_latest on sites.room_turn (county, room_id, at desc, received_at desc, id desc);
select kernel.guard('sites.room_turn');
grant select, insert on sites.room_turn to qunfang_app;
grant select on sites.room_turn to qunfang_clerk;
