-- The division tree of one county, as the official statistics lists number it.
create schema places;
grant usage on schema places to qunfang_app, qunfang_clerk;

create table places.division (
  county integer not null,
  division text collate "C" not null check (division ~ '^\d{6}(\d{3}){0,2}$'),
  level text not null check (level in ('county', 'township', 'village', 'community')),
  parent text collate "C",
  committee boolean not null,
  edition date not null,
  valid_from date,
  valid_to date,
  primary key (county, division),
  foreign key (county, parent) references places.division (county, division),
  check ((parent is null) = (level = 'county'))
);
comment on table places.division is 'A code belongs to one unit for ever: a unit that is renumbered gets a new row, and the old one a valid_to.';
comment on column places.division.committee is 'False for estates, farms and parks, which are listed beside villages without an elected committee.';
comment on column places.division.edition is 'The first edition of the list held here that has the code.';
comment on column places.division.valid_from is 'Empty when the code is older than the first edition held here.';
create index division_parent on places.division (county, parent);
select kernel.guard_county('places.division');
grant select, insert on places.division to qunfang_app;
grant update (valid_to) on places.division to qunfang_app;
grant select on places.division to qunfang_clerk;

create table places.division_name (
  county integer not null,
  division text collate "C" not null,
  edition date not null,
  name text not null,
  primary key (county, division, edition),
  foreign key (county, division) references places.division (county, division)
);
comment on table places.division_name is 'What a unit was called on the day of an edition. Names are not unique, and a township may become a town.';
select kernel.guard_county('places.division_name');
grant select, insert on places.division_name to qunfang_app;
grant select on places.division_name to qunfang_clerk;
