-- How a person is found without the database knowing a number: keyed HMACs, made outside. One document belongs to one person;
-- a phone or a car may be shared. No foreign key to person: a document is claimed before its person is written, so that two
-- checkpoints that meet the same traveller in the same second cannot make two persons of him.
create table people.blind_index (
  county integer not null,
  digest bytea not null,
  person_id uuid not null,
  kind text not null check (kind in ('document', 'phone', 'plate')),
  division text collate "C" not null,
  primary key (county, digest, person_id)
);
create unique index blind_index_document on people.blind_index (county, digest) where kind = 'document';
create index blind_index_person on people.blind_index (county, person_id);
comment on column people.blind_index.county is 'purpose=which county keeps the record; basis=PIPL 13(1)(4); class=plain; retention=with the identity; readers=none';
comment on column people.blind_index.digest is 'purpose=find by exact number (keyed HMAC, key outside the database); basis=PIPL 51; class=pseudonym; retention=with the identity; readers=none';
comment on column people.blind_index.person_id is 'purpose=whom the number belongs to; basis=PIPL 51; class=pseudonym; retention=with the identity; readers=none';
comment on column people.blind_index.kind is 'purpose=which kind of number; basis=PIPL 51; class=plain; retention=with the identity; readers=none';
comment on column people.blind_index.division is 'purpose=where the number was given; basis=PIPL 13(1)(4); class=plain; retention=with the identity; readers=none';
select kernel.guard('people.blind_index');
grant select, insert on people.blind_index to qunfang_app;
