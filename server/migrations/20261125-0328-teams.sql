-- Three on one, five on one: posts bound together for a household, a person or a village. Which roles there are, the rule says.
create table responsibility.team (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  rule text not null,
  household_id uuid,
  person_id uuid,
  formed_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (num_nonnulls(household_id, person_id) <= 1)
);
comment on table responsibility.team is 'Without a household and a person it is for the whole division.';
comment on column responsibility.team.household_id is 'purpose=who looks after a household; basis=emergency response regulations, responsibility system; class=sensitive; retention=30 days after the team is dissolved; readers=scope';
comment on column responsibility.team.person_id is 'purpose=who looks after a person; basis=emergency response regulations, responsibility system; class=sensitive; retention=30 days after the team is dissolved; readers=scope';
comment on column responsibility.team.recorded_by is 'purpose=know who formed the team; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the team is kept; readers=county-desk, auditor, township-officer of the division';
create index team_division on responsibility.team (county, division, id);
create index team_household on responsibility.team (county, household_id) where household_id is not null;
create index team_person on responsibility.team (county, person_id) where person_id is not null;
select kernel.guard('responsibility.team');
grant select, insert on responsibility.team to qunfang_app;

create table responsibility.team_end (
  county integer not null,
  team_id uuid not null,
  division text collate "C" not null,
  ended_at timestamptz not null,
  ground text not null,
  recorded_by uuid,
  received_at timestamptz not null,
  primary key (county, team_id),
  foreign key (county, team_id) references responsibility.team (county, id)
);
comment on column responsibility.team_end.recorded_by is 'purpose=know who dissolved the team; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the team is kept; readers=county-desk, auditor, township-officer of the division';
select kernel.guard('responsibility.team_end');
grant select, insert on responsibility.team_end to qunfang_app;

create table responsibility.team_member (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  team_id uuid not null,
  post_id uuid not null,
  role text not null,
  joined_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, team_id) references responsibility.team (county, id),
  foreign key (county, post_id) references responsibility.post (county, id)
);
comment on column responsibility.team_member.recorded_by is 'purpose=know who put the post into the team; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the team is kept; readers=county-desk, auditor, township-officer of the division';
create index team_member_team on responsibility.team_member (county, team_id);
create index team_member_post on responsibility.team_member (county, post_id);
select kernel.guard('responsibility.team_member');
grant select, insert on responsibility.team_member to qunfang_app;

create table responsibility.team_member_end (
  county integer not null,
  member_id uuid not null,
  division text collate "C" not null,
  left_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  primary key (county, member_id),
  foreign key (county, member_id) references responsibility.team_member (county, id)
);
comment on column responsibility.team_member_end.recorded_by is 'purpose=know who took the post out of the team; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the team is kept; readers=county-desk, auditor, township-officer of the division';
select kernel.guard('responsibility.team_member_end');
grant select, insert on responsibility.team_member_end to qunfang_app;

-- Signs of life: a call over the posts of a place, and who answered.
create table responsibility.roll_call (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  how text not null check (how in ('met', 'phone', 'message', 'report', 'worked')),
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column responsibility.roll_call.recorded_by is 'purpose=know who made the call; basis=emergency response regulations, responsibility system; class=internal; retention=one year; readers=county-desk, auditor, township-officer of the division';
select kernel.guard('responsibility.roll_call');
grant select, insert on responsibility.roll_call to qunfang_app;

create table responsibility.sign (
  county integer not null,
  roll_call_id uuid not null,
  post_id uuid not null,
  division text collate "C" not null,
  at timestamptz not null,
  primary key (county, roll_call_id, post_id),
  foreign key (county, roll_call_id) references responsibility.roll_call (county, id),
  foreign key (county, post_id) references responsibility.post (county, id)
);
create index sign_latest on responsibility.sign (county, post_id, at desc);
select kernel.guard('responsibility.sign');
grant select, insert on responsibility.sign to qunfang_app;
grant select on responsibility.sign to qunfang_clerk;
