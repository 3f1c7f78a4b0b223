-- A paper card finds its round and household again by the village and a number that counts up within it: short enough to be typed,
-- and nothing about it says who lives there.
create table visits.card (
  county integer not null,
  division text collate "C" not null,
  number integer not null check (number between 1 and 99999),
  round_id uuid not null,
  household_id uuid not null,
  printed_by uuid,
  printed_at timestamptz not null,
  primary key (county, division, number),
  unique (county, division, round_id, household_id),
  foreign key (county, round_id) references visits.round (county, id)
);
comment on column visits.card.household_id is 'purpose=home-visit; basis=Infectious Diseases Act, door-to-door visits; class=pseudonym; retention=with the household; readers=scope';
comment on column visits.card.printed_by is 'purpose=who answers for the paper; basis=record keeping; class=work account; retention=event; readers=county-desk, auditor';
select kernel.guard('visits.card');
grant select, insert on visits.card to qunfang_app;
