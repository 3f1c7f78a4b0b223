-- What is disinfected how often is a rule of the site; when it is due, and what is overdue, follows from what was done.
create table sites.routine (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  area text not null,
  every_hours integer check (every_hours between 1 and 168),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, site_id) references sites.site (county, id)
);
comment on table sites.routine is 'The latest for an area counts; without hours it is not done any more.';
comment on column sites.routine.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column sites.routine.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index routine_latest on sites.routine (county, site_id, area, at desc, received_at desc, id desc);
select kernel.guard('sites.routine');
grant select, insert on sites.routine to qunfang_app;
grant select on sites.routine to qunfang_clerk;

create table sites.disinfection (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  site_id uuid not null,
  agent text not null,
  mg_per_litre integer not null check (mg_per_litre > 0),
  persons integer not null check (persons between 1 and 50),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, site_id) references sites.site (county, id)
);
comment on column sites.disinfection.recorded_by is 'purpose=answerability: who did it; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, isolation-staff, auditor';
comment on column sites.disinfection.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index disinfection_latest on sites.disinfection (county, site_id, at desc, id desc);
select kernel.guard('sites.disinfection');
grant select, insert on sites.disinfection to qunfang_app;
grant select on sites.disinfection to qunfang_clerk;

create table sites.disinfected (
  county integer not null,
  disinfection_id uuid not null,
  nth integer not null,
  division text collate "C" not null,
  site_id uuid not null,
  area text,
  room_id uuid,
  at timestamptz not null,
  primary key (county, disinfection_id, nth),
  foreign key (county, disinfection_id) references sites.disinfection (county, id),
  foreign key (county, room_id) references sites.room (county, id),
  check (num_nonnulls(area, room_id) = 1)
);
comment on table sites.disinfected is 'What a round reached: areas of the site, and rooms.';
create index disinfected_room on sites.disinfected (county, room_id, at desc) where room_id is not null;
create index disinfected_area on sites.disinfected (county, site_id, area, at desc) where area is not null;
select kernel.guard('sites.disinfected');
grant select, insert on sites.disinfected to qunfang_app;
grant select on sites.disinfected to qunfang_clerk;
