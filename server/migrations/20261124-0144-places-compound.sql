create table places.compound (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  name text not null,
  households integer check (households >= 0),
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, division) references places.division (county, division)
);
comment on column places.compound.households is 'Empty when nobody has counted: not the same as none.';
comment on column places.compound.recorded_by is 'purpose=know who entered the compound; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the compound is kept; readers=county-desk, administrator, auditor, township-officer of the division';
create index compound_division on places.compound (county, division, id);
select kernel.guard('places.compound');
grant select, insert on places.compound to qunfang_app;
grant select on places.compound to qunfang_clerk;

create table places.compound_fact (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  compound_id uuid not null,
  aspect text not null check (aspect in ('property-management', 'responsible-unit', 'guard')),
  present boolean not null,
  unit text,
  since date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, compound_id) references places.compound (county, id),
  check (present or unit is null)
);
comment on table places.compound_fact is 'Property management, responsible unit and guard are three separate facts; a three-no compound lacks all three and is worked out, not stored.';
comment on column places.compound_fact.unit is 'The company or office, never a person.';
comment on column places.compound_fact.recorded_by is 'purpose=know who vouches for the fact; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the compound is kept; readers=county-desk, administrator, auditor, township-officer of the division';
create index compound_fact_latest on places.compound_fact (county, compound_id, aspect, since desc, recorded_at desc);
select kernel.guard('places.compound_fact');
grant select, insert on places.compound_fact to qunfang_app;
grant select on places.compound_fact to qunfang_clerk;
