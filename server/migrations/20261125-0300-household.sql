-- A household is an id; where it lives is a fact with a beginning, and its end another. A household that moves leaves one dwelling
-- and enters the next, each in its own division: the village that is left keeps what it recorded and sees nothing of the new one.
create table people.household (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on table people.household is 'People who live behind one door. The division is the one that registered it, for ever.';
comment on column people.household.division is 'purpose=who registered the household; basis=Infectious Diseases Act, door-to-door visits; class=plain; retention=with the household; readers=scope';
comment on column people.household.recorded_by is 'purpose=answerability of the seat that registered; basis=PIPL 54; class=staff; retention=with the household; readers=county-desk, auditor';
comment on column people.household.digest is 'purpose=recognise a household sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the household; readers=none';
select kernel.guard('people.household');
grant select, insert on people.household to qunfang_app;

create table people.dwelling (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  division text collate "C" not null check (length(division) = 12),
  compound_id uuid,
  block text,
  walk_order integer not null,
  door bytea,
  since date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, household_id) references people.household (county, id)
);
comment on column people.dwelling.household_id is 'purpose=which household lives here; basis=Infectious Diseases Act, door-to-door visits; class=pseudonym; retention=with the household; readers=scope';
comment on column people.dwelling.division is 'purpose=which village or community answers for the household; basis=Infectious Diseases Act, door-to-door visits; class=plain; retention=with the household; readers=scope';
comment on column people.dwelling.compound_id is 'purpose=visits by compound; basis=Infectious Diseases Act, door-to-door visits; class=plain; retention=with the household; readers=scope';
comment on column people.dwelling.block is 'purpose=visits by stairwell or villager group, shared by many doors; basis=Infectious Diseases Act, door-to-door visits; class=plain; retention=with the household; readers=scope';
comment on column people.dwelling.walk_order is 'purpose=the order in which a visitor passes the doors; basis=Infectious Diseases Act, door-to-door visits; class=plain; retention=with the household; readers=scope';
comment on column people.dwelling.door is 'purpose=find the door; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive, sealed; retention=30 days after the purpose ends; readers=whole by purpose';
comment on column people.dwelling.since is 'purpose=who lived here on a given day; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive; retention=with the household; readers=scope';
comment on column people.dwelling.recorded_by is 'purpose=answerability of the seat that recorded; basis=PIPL 54; class=staff; retention=with the household; readers=county-desk, auditor';
create index dwelling_walk on people.dwelling (county, division, walk_order, household_id);
create index dwelling_household on people.dwelling (county, household_id);
create index dwelling_compound on people.dwelling (county, compound_id) where compound_id is not null;
select kernel.guard('people.dwelling');
grant select, insert on people.dwelling to qunfang_app;

-- The reason tells a household that moved, and lives on elsewhere, from one that is there no more.
create table people.dwelling_end (
  county integer not null,
  dwelling_id uuid not null,
  division text collate "C" not null,
  until date not null,
  reason text not null check (reason in ('moved', 'left-county', 'empty', 'joined-another', 'entered-wrongly')),
  ended_by uuid not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  primary key (county, dwelling_id),
  foreign key (county, dwelling_id) references people.dwelling (county, id)
);
comment on column people.dwelling_end.ended_by is 'The move or closing that ended it, by its id.';
comment on column people.dwelling_end.until is 'purpose=who lived here on a given day; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive; retention=with the household; readers=scope';
comment on column people.dwelling_end.reason is 'purpose=whether anybody has to be visited; basis=Infectious Diseases Act, door-to-door visits; class=plain; retention=with the household; readers=scope';
comment on column people.dwelling_end.recorded_by is 'purpose=answerability of the seat that recorded; basis=PIPL 54; class=staff; retention=with the household; readers=county-desk, auditor';
select kernel.guard('people.dwelling_end');
grant select, insert on people.dwelling_end to qunfang_app;
