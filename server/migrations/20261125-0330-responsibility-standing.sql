-- What the clerk keeps, so that neither a page nor a figure has to count households. Only the last level is counted here: whether
-- somebody is named above a village is a matter of some hundred rows and is looked up.

-- How many households a village had from a moment on, and for how many of them somebody was named at the last level.
create table responsibility.standing_of_village (
  county integer not null,
  division text collate "C" not null,
  at timestamptz not null,
  households integer not null,
  covered integer not null,
  primary key (county, division, at)
);
select kernel.guard('responsibility.standing_of_village');
grant select on responsibility.standing_of_village to qunfang_app;
grant select, insert, delete on responsibility.standing_of_village to qunfang_clerk;

create table responsibility.standing_of_block (
  county integer not null,
  division text collate "C" not null,
  unit text collate "C" not null,
  compound_id uuid,
  block text,
  first_door integer not null,
  households integer not null,
  covered integer not null,
  primary key (county, division, unit)
);
comment on table responsibility.standing_of_block is 'As it is now. The unit is the compound and the block; empty for doors that name neither.';
create index standing_of_block_open on responsibility.standing_of_block (county, division, unit) where covered < households;
select kernel.guard('responsibility.standing_of_block');
grant select on responsibility.standing_of_block to qunfang_app;
grant select, insert, delete on responsibility.standing_of_block to qunfang_clerk;

create table responsibility.load (
  county integer not null,
  division text collate "C" not null,
  post_id uuid not null,
  households integer not null,
  primary key (county, division, post_id)
);
comment on table responsibility.load is 'Households a post of the last level answers for now, by village.';
create index load_post on responsibility.load (county, post_id);
select kernel.guard('responsibility.load');
grant select on responsibility.load to qunfang_app;
grant select, insert, delete on responsibility.load to qunfang_clerk;

create table responsibility.post_now (
  county integer not null,
  post_id uuid not null,
  division text collate "C" not null,
  kind text not null,
  rank text not null,
  ended boolean not null,
  account_id uuid,
  person_id uuid,
  seated_at timestamptz,
  last_sign_at timestamptz,
  households integer not null,
  primary key (county, post_id)
);
comment on column responsibility.post_now.account_id is 'purpose=know who is responsible; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the post; readers=scope';
comment on column responsibility.post_now.person_id is 'purpose=know which volunteer or cadre is responsible; basis=emergency response regulations, responsibility system; class=pseudonym; retention=as long as the records of the post; readers=scope';
create index post_now_division on responsibility.post_now (county, division, post_id) where not ended;
create index post_now_vacant on responsibility.post_now (county, division, post_id)
  where not ended and account_id is null and person_id is null;
select kernel.guard('responsibility.post_now');
grant select on responsibility.post_now to qunfang_app;
grant select, insert, delete on responsibility.post_now to qunfang_clerk;

-- How many posts of a kind a division had from a moment on, and how many had somebody on them.
create table responsibility.standing_of_kind (
  county integer not null,
  division text collate "C" not null,
  kind text not null,
  at timestamptz not null,
  posts integer not null,
  held integer not null,
  primary key (county, division, kind, at)
);
select kernel.guard('responsibility.standing_of_kind');
grant select on responsibility.standing_of_kind to qunfang_app;
grant select, insert, delete on responsibility.standing_of_kind to qunfang_clerk;
