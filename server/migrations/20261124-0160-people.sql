-- Who exists, and nothing about who they are: everything else in the database refers to a person by this id.
create schema people;
grant usage on schema people to qunfang_app, qunfang_clerk;

create table people.person (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  synthetic boolean not null default false,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  primary key (county, id)
);
comment on table people.person is 'A person the county has met. Facts only: who they are is in people.identity, sealed.';
comment on column people.person.county is 'purpose=which county keeps the record; basis=PIPL 13(1)(4); class=plain; retention=with the person; readers=scope';
comment on column people.person.id is 'purpose=refer to a person without naming them; basis=PIPL 13(1)(4); class=pseudonym; retention=with the person; readers=scope';
comment on column people.person.division is 'purpose=who is responsible for the record; basis=PIPL 13(1)(4); class=plain; retention=with the person; readers=scope';
comment on column people.person.synthetic is 'purpose=tell made-up people of a reference county from real ones; basis=none needed; class=plain; retention=with the person; readers=scope';
comment on column people.person.recorded_by is 'purpose=answerability of the seat that registered; basis=PIPL 54; class=staff; retention=with the person; readers=county-desk, auditor';
comment on column people.person.recorded_at is 'purpose=when met, by the device clock; basis=PIPL 13(1)(4); class=plain; retention=with the person; readers=scope';
comment on column people.person.received_at is 'purpose=when it arrived, by the server clock; basis=PIPL 13(1)(4); class=plain; retention=with the person; readers=scope';
select kernel.guard('people.person');
grant select, insert on people.person to qunfang_app;
