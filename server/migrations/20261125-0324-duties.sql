-- What a post answers for: a division, a compound, one stairwell or villager group, or single households.
create table responsibility.duty (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  post_id uuid not null,
  rank text not null,
  reach text not null check (reach in ('division', 'compound', 'block', 'household')),
  compound_id uuid,
  block text,
  household_id uuid,
  begins_at timestamptz not null,
  plan_id uuid,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, post_id) references responsibility.post (county, id),
  check (case reach
    when 'division' then compound_id is null and block is null and household_id is null
    when 'compound' then compound_id is not null and block is null and household_id is null
    when 'block' then block is not null and household_id is null
    else household_id is not null end)
);
comment on column responsibility.duty.division is 'Where what it answers for lies, which need not be the division of the post.';
comment on column responsibility.duty.rank is 'Of its post, which never changes.';
comment on column responsibility.duty.household_id is 'purpose=who answers for a household; basis=emergency response regulations, responsibility system; class=pseudonym; retention=with the household; readers=scope';
comment on column responsibility.duty.recorded_by is 'purpose=know who assigned; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the post; readers=county-desk, auditor, township-officer of the division';
create index duty_division on responsibility.duty (county, division, rank, reach);
create index duty_post on responsibility.duty (county, post_id);
create index duty_household on responsibility.duty (county, household_id) where household_id is not null;
select responsibility.guard_path('responsibility.duty');
grant select, insert on responsibility.duty to qunfang_app;
grant select on responsibility.duty to qunfang_clerk;

create table responsibility.duty_end (
  county integer not null,
  duty_id uuid not null,
  division text collate "C" not null,
  ended_at timestamptz not null,
  plan_id uuid,
  recorded_by uuid,
  received_at timestamptz not null,
  primary key (county, duty_id),
  foreign key (county, duty_id) references responsibility.duty (county, id)
);
comment on column responsibility.duty_end.recorded_by is 'purpose=know who took the duty away; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the post; readers=county-desk, auditor, township-officer of the division';
select responsibility.guard_path('responsibility.duty_end');
grant select, insert on responsibility.duty_end to qunfang_app;
grant select on responsibility.duty_end to qunfang_clerk;

-- `unit` is empty for doors that name neither a compound nor a block.
create view responsibility.duty_span with (security_invoker = true) as
select d.county, d.id, d.division, d.post_id, d.rank, d.reach, d.compound_id, d.block, d.household_id,
  coalesce(d.compound_id::text, '') || '/' || coalesce(d.block, '') as unit, d.begins_at as since, least(x.ended_at, e.ended_at) as until
from responsibility.duty d
left join responsibility.duty_end x on x.county = d.county and x.duty_id = d.id
left join responsibility.post_end e on e.county = d.county and e.post_id = d.post_id;
grant select on responsibility.duty_span to qunfang_app, qunfang_clerk;

create table responsibility.plan (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  kind text not null,
  mode text not null check (mode in ('anew', 'fill')),
  basis text not null,
  begun integer not null,
  ended integer not null,
  left_over integer not null,
  recorded_by uuid,
  applied_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on table responsibility.plan is 'An assignment in bulk, applied as one; `basis` is the keyed hash of everything the plan was made from.';
comment on column responsibility.plan.recorded_by is 'purpose=know who applied the plan; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the posts; readers=county-desk, auditor, township-officer of the division';
select kernel.guard('responsibility.plan');
grant select, insert on responsibility.plan to qunfang_app;
