-- What somebody said, on one occasion, about who a person is. Every field is sealed outside the database (algorithm and key in
-- its first byte); a later statement adds to an earlier one and never replaces it.
create table people.identity (
  county integer not null,
  id uuid not null,
  person_id uuid not null,
  division text collate "C" not null,
  document_kind text check (document_kind in ('resident-id', 'hmt-residence', 'hmt-travel', 'passport', 'military', 'none')),
  name bytea,
  document bytea,
  phone bytea,
  address bytea,
  plate bytea,
  digest bytea not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  primary key (county, id),
  foreign key (county, person_id) references people.person (county, id)
);
create index identity_person on people.identity (county, person_id);
comment on table people.identity is 'One statement of identity; where things stand is the newest value of each field.';
comment on column people.identity.county is 'purpose=which county keeps the record; basis=PIPL 13(1)(4); class=plain; retention=with the identity; readers=scope';
comment on column people.identity.id is 'purpose=one statement; basis=PIPL 13(1)(4); class=pseudonym; retention=with the identity; readers=scope';
comment on column people.identity.person_id is 'purpose=whom it is about; basis=PIPL 13(1)(4); class=pseudonym; retention=with the identity; readers=scope';
comment on column people.identity.division is 'purpose=where it was said, hence who sees it; basis=PIPL 13(1)(4); class=plain; retention=with the identity; readers=scope';
comment on column people.identity.document_kind is 'purpose=how to read and check the number; basis=PIPL 13(1)(4); class=personal; retention=30 days after the purpose ends; readers=scope';
comment on column people.identity.name is 'purpose=address the person; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive, sealed; retention=30 days after the purpose ends; readers=masked to scope, whole by purpose';
comment on column people.identity.document is 'purpose=tell two people apart; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive, sealed; retention=30 days after the purpose ends; readers=masked to scope, whole by purpose';
comment on column people.identity.phone is 'purpose=reach the person; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive, sealed; retention=30 days after the purpose ends; readers=masked to scope, whole by purpose';
comment on column people.identity.address is 'purpose=visit the person; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive, sealed; retention=30 days after the purpose ends; readers=whole by purpose';
comment on column people.identity.plate is 'purpose=find who shared a vehicle; basis=PIPL 13(1)(4), Infectious Diseases Act; class=sensitive, sealed; retention=21 days; readers=masked to scope, whole by purpose';
comment on column people.identity.digest is 'purpose=recognise a statement sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the identity; readers=none';
comment on column people.identity.recorded_by is 'purpose=answerability of the seat that asked; basis=PIPL 54; class=staff; retention=with the identity; readers=county-desk, auditor';
comment on column people.identity.recorded_at is 'purpose=when said, by the device clock; basis=PIPL 13(1)(4); class=plain; retention=with the identity; readers=scope';
comment on column people.identity.received_at is 'purpose=when it arrived, by the server clock; basis=PIPL 13(1)(4); class=plain; retention=with the identity; readers=scope';
select kernel.guard('people.identity');
grant select, insert on people.identity to qunfang_app;
