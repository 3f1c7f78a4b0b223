-- Which division keeps a person's record. It begins where the person was registered; moving home hands it on: an arrival in the new
-- division, and in the one before a departure that ends its part. Each side sees its own.
create table people.arrival (
  county integer not null,
  id uuid not null,
  person_id uuid not null,
  division text collate "C" not null,
  moved_by uuid not null,
  since date not null,
  received_at timestamptz not null,
  primary key (county, id),
  foreign key (county, person_id) references people.person (county, id)
);
comment on column people.arrival.person_id is 'purpose=whose record it is; basis=PIPL 13(1)(4); class=pseudonym; retention=with the person; readers=scope';
comment on column people.arrival.division is 'purpose=who is responsible for the record; basis=PIPL 13(1)(4); class=plain; retention=with the person; readers=scope';
comment on column people.arrival.moved_by is 'The move that caused it, by its id.';
comment on column people.arrival.since is 'purpose=since when; basis=PIPL 13(1)(4); class=plain; retention=with the person; readers=scope';
create index arrival_person on people.arrival (county, person_id);
select kernel.guard('people.arrival');
grant select, insert on people.arrival to qunfang_app;

create table people.departure (
  county integer not null,
  ends uuid not null,
  person_id uuid not null,
  division text collate "C" not null,
  moved_by uuid not null,
  until date not null,
  received_at timestamptz not null,
  primary key (county, ends),
  foreign key (county, person_id) references people.person (county, id)
);
comment on column people.departure.ends is 'The arrival that is over, or the person where the registration itself is.';
comment on column people.departure.person_id is 'purpose=whose record it was; basis=PIPL 13(1)(4); class=pseudonym; retention=with the person; readers=scope';
comment on column people.departure.division is 'purpose=who was responsible for the record; basis=PIPL 13(1)(4); class=plain; retention=with the person; readers=scope';
comment on column people.departure.moved_by is 'The move that caused it, by its id.';
comment on column people.departure.until is 'purpose=until when; basis=PIPL 13(1)(4); class=plain; retention=with the person; readers=scope';
create index departure_person on people.departure (county, person_id);
select kernel.guard('people.departure');
grant select, insert on people.departure to qunfang_app;
