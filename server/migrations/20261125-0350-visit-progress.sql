-- What the clerk keeps, so that progress costs the same however many doors there are.

-- How many households lived there from a day on: the denominator of any round at any moment.
create table visits.homes_of_village (
  county integer not null,
  division text collate "C" not null,
  at timestamptz not null,
  households integer not null,
  primary key (county, division, at)
);
select kernel.guard('visits.homes_of_village');
grant select on visits.homes_of_village to qunfang_app;
grant select, insert, delete on visits.homes_of_village to qunfang_clerk;

create table visits.homes_of_block (
  county integer not null,
  division text collate "C" not null,
  unit text collate "C" not null,
  at timestamptz not null,
  compound_id uuid,
  block text,
  first_door integer not null,
  households integer not null,
  primary key (county, division, unit, at)
);
comment on column visits.homes_of_block.unit is 'The compound and the block; a door that names neither stands under "/".';
select kernel.guard('visits.homes_of_block');
grant select on visits.homes_of_block to qunfang_app;
grant select, insert, delete on visits.homes_of_block to qunfang_clerk;

-- Every household of every running round as it stands.
create table visits.home_now (
  county integer not null,
  round_id uuid not null,
  division text collate "C" not null,
  household_id uuid not null,
  compound_id uuid,
  block text,
  walk_order integer not null,
  state text not null,
  attempts integer not null,
  last_at timestamptz,
  primary key (county, round_id, division, household_id)
);
comment on column visits.home_now.household_id is 'purpose=home-visit; basis=Infectious Diseases Act, door-to-door visits; class=pseudonym; retention=with the household; readers=scope';
comment on column visits.home_now.state is 'purpose=home-visit; basis=Infectious Diseases Act, door-to-door visits; class=plain; retention=with the household; readers=scope';
create index home_now_state on visits.home_now (county, round_id, state, division, walk_order, household_id);
create index home_now_walk on visits.home_now (county, round_id, division, walk_order, household_id);
select kernel.guard('visits.home_now');
grant select on visits.home_now to qunfang_app;
grant select, insert, update, delete on visits.home_now to qunfang_clerk;

-- When a household came into a state and when it left it, one row each.
create table visits.step (
  county integer not null,
  round_id uuid not null,
  division text collate "C" not null,
  household_id uuid not null,
  nth integer not null,
  at timestamptz not null,
  unit text collate "C" not null,
  state text not null,
  change integer not null check (change in (1, -1)),
  primary key (county, round_id, division, household_id, nth)
);
comment on column visits.step.household_id is 'purpose=home-visit; basis=Infectious Diseases Act, door-to-door visits; class=pseudonym; retention=with the household; readers=scope';
create index step_clock on visits.step (county, round_id, at);
select kernel.guard('visits.step');
grant select on visits.step to qunfang_app;
grant select, insert, delete on visits.step to qunfang_clerk;

-- The steps added up by hour; a moment adds its whole hours and the steps of one.
create table visits.count_of_village (
  county integer not null,
  round_id uuid not null,
  division text collate "C" not null,
  at timestamptz not null,
  met integer not null,
  phone integer not null,
  notice integer not null,
  nobody integer not null,
  sealed integer not null,
  refused integer not null,
  primary key (county, round_id, division, at)
);
select kernel.guard('visits.count_of_village');
grant select on visits.count_of_village to qunfang_app;
grant select, insert, update on visits.count_of_village to qunfang_clerk;

create table visits.count_of_block (
  county integer not null,
  round_id uuid not null,
  division text collate "C" not null,
  unit text collate "C" not null,
  at timestamptz not null,
  met integer not null,
  phone integer not null,
  notice integer not null,
  nobody integer not null,
  sealed integer not null,
  refused integer not null,
  primary key (county, round_id, division, unit, at)
);
select kernel.guard('visits.count_of_block');
grant select on visits.count_of_block to qunfang_app;
grant select, insert, update on visits.count_of_block to qunfang_clerk;

-- How the villages of an area stood in a round at a moment.
create function visits.counts_as_of(round uuid, area text, moment timestamptz)
  returns table (division text, met bigint, phone bigint, notice bigint, nobody bigint, sealed bigint, refused bigint)
  stable language sql as $$
  select division, sum(met), sum(phone), sum(notice), sum(nobody), sum(sealed), sum(refused) from (
    select c.division, c.met, c.phone, c.notice, c.nobody, c.sealed, c.refused from visits.count_of_village c
    where c.county = (select kernel.app_county()) and c.round_id = round and c.division >= area and c.division < area || ':'
      and c.at < date_trunc('hour', moment)
    union all
    select s.division, s.change * (s.state = 'met')::integer, s.change * (s.state = 'phone')::integer,
      s.change * (s.state = 'notice')::integer, s.change * (s.state = 'nobody')::integer, s.change * (s.state = 'sealed')::integer,
      s.change * (s.state = 'refused')::integer
    from visits.step s
    where s.county = (select kernel.app_county()) and s.round_id = round and s.division >= area and s.division < area || ':'
      and s.at >= date_trunc('hour', moment) and s.at <= moment) part
  group by division
$$;
grant execute on function visits.counts_as_of(uuid, text, timestamptz) to qunfang_app;
