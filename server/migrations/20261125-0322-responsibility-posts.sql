-- Seats of the grid. Work belongs to a post; people take it and leave it, and nothing is assigned anew.
create schema responsibility;
grant usage on schema responsibility to qunfang_app, qunfang_clerk;

-- Whoever answers for a village must be able to say who stands above it: rows of the divisions that one's own lies in are read as
-- well, and only read.
create function responsibility.guard_path(target regclass) returns void language plpgsql as $$
begin
  perform kernel.guard(target);
  execute format('create policy above on %s for select to qunfang_app using (county = (select kernel.app_county())'
    ' and division = any (array[left((select kernel.app_from()), 6), left((select kernel.app_from()), 9)]))', target);
end $$;
revoke execute on function responsibility.guard_path(regclass) from public;

create table responsibility.post (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  kind text not null,
  rank text not null check (rank in ('county', 'township', 'village', 'household', 'beside')),
  title text not null,
  opened_at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on table responsibility.post is 'Kinds are rules with days; the rank is copied from the kind when the post is made and never changes.';
comment on column responsibility.post.recorded_by is 'purpose=know who set the post up; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the post; readers=county-desk, auditor, township-officer of the division';
create index post_division on responsibility.post (county, division, id);
select responsibility.guard_path('responsibility.post');
grant select, insert on responsibility.post to qunfang_app;
grant select on responsibility.post to qunfang_clerk;

create table responsibility.post_end (
  county integer not null,
  post_id uuid not null,
  division text collate "C" not null,
  ended_at timestamptz not null,
  ground text not null,
  recorded_by uuid,
  received_at timestamptz not null,
  primary key (county, post_id),
  foreign key (county, post_id) references responsibility.post (county, id)
);
comment on column responsibility.post_end.recorded_by is 'purpose=know who closed the post; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the post; readers=county-desk, auditor, township-officer of the division';
select responsibility.guard_path('responsibility.post_end');
grant select, insert on responsibility.post_end to qunfang_app;
grant select on responsibility.post_end to qunfang_clerk;

create table responsibility.seating (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  post_id uuid not null,
  account_id uuid,
  person_id uuid,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, post_id) references responsibility.post (county, id),
  foreign key (county, account_id) references access.account (county, id),
  check (num_nonnulls(account_id, person_id) <= 1)
);
comment on table responsibility.seating is 'Somebody takes a post, or leaves it with nobody on it. One at a time: the latest counts.';
comment on column responsibility.seating.account_id is 'purpose=know who was responsible when; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the post; readers=seats of the division and below it';
comment on column responsibility.seating.person_id is 'purpose=know which volunteer or cadre was responsible when; basis=emergency response regulations, responsibility system; class=pseudonym; retention=as long as the records of the post; readers=seats of the division and below it';
comment on column responsibility.seating.recorded_by is 'purpose=know who seated somebody; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the records of the post; readers=county-desk, auditor, township-officer of the division';
create index seating_latest on responsibility.seating (county, post_id, at desc, received_at desc, id desc);
create index seating_person on responsibility.seating (county, person_id) where person_id is not null;
create index seating_account on responsibility.seating (county, account_id) where account_id is not null;
select responsibility.guard_path('responsibility.seating');
grant select, insert on responsibility.seating to qunfang_app;
grant select on responsibility.seating to qunfang_clerk;

-- From when to when somebody sat there; two at the same moment leave the earlier nothing.
create view responsibility.seating_span with (security_invoker = true) as
select s.county, s.id, s.division, s.post_id, s.account_id, s.person_id, s.at as since,
  least(lead(s.at) over w, e.ended_at) as until
from responsibility.seating s
left join responsibility.post_end e on e.county = s.county and e.post_id = s.post_id
window w as (partition by s.county, s.post_id order by s.at, s.received_at, s.id);
grant select on responsibility.seating_span to qunfang_app, qunfang_clerk;
