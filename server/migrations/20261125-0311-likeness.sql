-- Pairs that may be one person, noted when the second of them is written down: the same sound of a name with the same phone or the
-- same birthday. The division is that of the second; whoever answers for both decides.
create table people.likeness (
  county integer not null,
  one_id uuid not null,
  other_id uuid not null check (one_id < other_id),
  division text collate "C" not null,
  noted_at timestamptz not null,
  primary key (county, one_id, other_id)
);
comment on column people.likeness.county is 'purpose=which county keeps the record; basis=PIPL 8 (accuracy); class=plain; retention=with the identity; readers=scope';
comment on column people.likeness.one_id is 'purpose=find people written down twice; basis=PIPL 8 (accuracy); class=pseudonym; retention=with the identity; readers=scope';
comment on column people.likeness.other_id is 'purpose=find people written down twice; basis=PIPL 8 (accuracy); class=pseudonym; retention=with the identity; readers=scope';
comment on column people.likeness.division is 'purpose=who is asked to look; basis=PIPL 8 (accuracy); class=plain; retention=with the identity; readers=scope';
comment on column people.likeness.noted_at is 'purpose=what is waiting for how long; basis=PIPL 8 (accuracy); class=plain; retention=with the identity; readers=scope';
create index likeness_latest on people.likeness (county, noted_at desc, one_id, other_id);
create index likeness_other on people.likeness (county, other_id);
select kernel.guard('people.likeness');
grant select, insert on people.likeness to qunfang_app;

-- Somebody alike may have been registered by another township: ids in exchange for tokens that only the key can make.
create function people.alike(tokens bigint[]) returns table (token bigint, person_id uuid)
  stable security definer set search_path = '' set enable_seqscan = off rows 10 language sql as $$
  select found.token, found.person_id from unnest(tokens) as wanted (token)
  cross join lateral (
    select other.token, other.person_id from people.search_token other
    where other.county = (select kernel.app_county()) and other.token = wanted.token
    offset 0) found
$$;
revoke execute on function people.alike(bigint[]) from public;
grant execute on function people.alike(bigint[]) to qunfang_app;
