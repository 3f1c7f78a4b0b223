-- Who lives in which household, from one day to another. The division is the household's at that time: who moves along with a
-- household, or from one to another, has a new membership there.
create table people.membership (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  division text collate "C" not null check (length(division) = 12),
  relation text not null check (relation in ('head', 'spouse', 'child', 'child-in-law', 'grandchild', 'parent', 'parent-in-law',
    'grandparent', 'sibling', 'other-kin', 'not-kin', 'not-said')),
  head boolean not null,
  since date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, household_id) references people.household (county, id),
  foreign key (county, person_id) references people.person (county, id),
  check ((relation = 'head') = head)
);
comment on column people.membership.household_id is 'purpose=reach a person at home; basis=PIPL 13(1)(4), Infectious Diseases Act; class=pseudonym; retention=with the household; readers=scope';
comment on column people.membership.person_id is 'purpose=who is to be seen behind a door; basis=PIPL 13(1)(4), Infectious Diseases Act; class=pseudonym; retention=with the household; readers=scope';
comment on column people.membership.division is 'purpose=which village or community answers for the person; basis=PIPL 13(1)(4); class=plain; retention=with the household; readers=scope';
comment on column people.membership.relation is 'purpose=whom to ask for whom, close contacts at home; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive; retention=with the household; readers=scope';
comment on column people.membership.head is 'purpose=whom to ask first; basis=PIPL 13(1)(4), Infectious Diseases Act; class=plain; retention=with the household; readers=scope';
comment on column people.membership.since is 'purpose=who lived together on a given day; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive; retention=with the household; readers=scope';
comment on column people.membership.recorded_by is 'purpose=answerability of the seat that recorded; basis=PIPL 54; class=staff; retention=with the household; readers=county-desk, auditor';
comment on column people.membership.digest is 'purpose=recognise a membership sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the household; readers=none';
create index membership_household on people.membership (county, household_id);
create index membership_person on people.membership (county, person_id);
select kernel.guard('people.membership');
grant select, insert on people.membership to qunfang_app;

create table people.membership_end (
  county integer not null,
  membership_id uuid not null,
  division text collate "C" not null,
  until date not null,
  reason text not null check (reason in ('moved', 'left-county', 'died', 'household-closed', 'merged', 'entered-wrongly')),
  ended_by uuid not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  primary key (county, membership_id),
  foreign key (county, membership_id) references people.membership (county, id)
);
comment on column people.membership_end.ended_by is 'The move, merge or ending that ended it, by its id.';
comment on column people.membership_end.until is 'purpose=who lived together on a given day; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive; retention=with the household; readers=scope';
comment on column people.membership_end.reason is 'purpose=whether the person is still to be seen; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive; retention=with the household; readers=scope';
comment on column people.membership_end.recorded_by is 'purpose=answerability of the seat that recorded; basis=PIPL 54; class=staff; retention=with the household; readers=county-desk, auditor';
select kernel.guard('people.membership_end');
grant select, insert on people.membership_end to qunfang_app;
