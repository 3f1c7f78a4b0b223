-- Two records that turned out to be one person. Nothing is rewritten: both ids stay, and an alias says which of them stands for
-- both now. Taking a merge back is one more alias. Ids only, so that every reader of the county can follow them.
create table people.merge (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  kept_id uuid not null,
  merged_id uuid not null check (merged_id <> kept_id),
  ground text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, kept_id) references people.person (county, id),
  foreign key (county, merged_id) references people.person (county, id)
);
comment on column people.merge.kept_id is 'purpose=which id stands for both; basis=PIPL 8 (accuracy); class=pseudonym; retention=with the person; readers=scope';
comment on column people.merge.merged_id is 'purpose=which id is an alias; basis=PIPL 8 (accuracy); class=pseudonym; retention=with the person; readers=scope';
comment on column people.merge.ground is 'purpose=why they are one, without naming anybody; basis=PIPL 8 (accuracy); class=internal; retention=with the person; readers=county-desk, data-verifier, township-officer';
comment on column people.merge.recorded_by is 'purpose=answerability of who decided; basis=PIPL 54; class=staff; retention=with the person; readers=county-desk, auditor';
comment on column people.merge.division is 'purpose=whose office decided; basis=PIPL 54; class=plain; retention=with the person; readers=scope';
comment on column people.merge.digest is 'purpose=recognise a merge sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the person; readers=none';
create index merge_kept on people.merge (county, kept_id);
create index merge_merged on people.merge (county, merged_id);
select kernel.guard('people.merge');
grant select, insert on people.merge to qunfang_app;

create table people.merge_undone (
  county integer not null,
  merge_id uuid not null,
  division text collate "C" not null,
  ground text not null,
  undone_by uuid not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  primary key (county, merge_id),
  foreign key (county, merge_id) references people.merge (county, id)
);
comment on column people.merge_undone.ground is 'purpose=why they are two after all, without naming anybody; basis=PIPL 8 (accuracy); class=internal; retention=with the person; readers=county-desk, data-verifier, township-officer';
comment on column people.merge_undone.undone_by is 'The id under which it was sent.';
comment on column people.merge_undone.recorded_by is 'purpose=answerability of who decided; basis=PIPL 54; class=staff; retention=with the person; readers=county-desk, auditor';
comment on column people.merge_undone.division is 'purpose=whose office decided; basis=PIPL 54; class=plain; retention=with the person; readers=scope';
select kernel.guard('people.merge_undone');
grant select, insert on people.merge_undone to qunfang_app;

create table people.alias (
  county integer not null,
  person_id uuid not null,
  nth integer not null,
  now_id uuid not null,
  merge_id uuid not null,
  primary key (county, person_id, nth),
  foreign key (county, person_id) references people.person (county, id),
  foreign key (county, now_id) references people.person (county, id)
);
comment on table people.alias is 'The row with the highest nth counts. Two decisions about one person at the same moment meet in the key, and one is asked to look again.';
comment on column people.alias.person_id is 'purpose=follow an id that was merged; basis=PIPL 8 (accuracy); class=pseudonym; retention=with the person; readers=county';
comment on column people.alias.now_id is 'purpose=the id that stands for it; basis=PIPL 8 (accuracy); class=pseudonym; retention=with the person; readers=county';
comment on column people.alias.merge_id is 'The merge that was made or taken back.';
create index alias_now on people.alias (county, now_id);
select kernel.guard_county('people.alias');
grant select, insert on people.alias to qunfang_app;

-- Two records that look alike and are two people: looked at once, and not suggested again.
create table people.different (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  one_id uuid not null,
  other_id uuid not null check (one_id < other_id),
  ground text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, one_id) references people.person (county, id),
  foreign key (county, other_id) references people.person (county, id)
);
comment on column people.different.one_id is 'purpose=do not suggest the pair again; basis=PIPL 8 (accuracy); class=pseudonym; retention=with the person; readers=scope';
comment on column people.different.other_id is 'purpose=do not suggest the pair again; basis=PIPL 8 (accuracy); class=pseudonym; retention=with the person; readers=scope';
comment on column people.different.ground is 'purpose=why they are two, without naming anybody; basis=PIPL 8 (accuracy); class=internal; retention=with the person; readers=county-desk, data-verifier, township-officer';
comment on column people.different.recorded_by is 'purpose=answerability of who decided; basis=PIPL 54; class=staff; retention=with the person; readers=county-desk, auditor';
comment on column people.different.division is 'purpose=whose office decided; basis=PIPL 54; class=plain; retention=with the person; readers=scope';
comment on column people.different.digest is 'purpose=recognise a decision sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the person; readers=none';
create index different_pair on people.different (county, one_id, other_id);
select kernel.guard('people.different');
grant select, insert on people.different to qunfang_app;
