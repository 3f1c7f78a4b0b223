-- How a person is found by less than a whole number: eight bytes of a keyed HMAC for the name, its pinyin and initials, the tail of
-- a phone or document, and two for likeness (name with phone, name with birth date). Read under the reader's scope, in order.
create table people.search_token (
  county integer not null,
  token bigint not null,
  division text collate "C" not null,
  person_id uuid not null,
  primary key (county, token, division, person_id)
);
comment on column people.search_token.county is 'purpose=which county keeps the record; basis=PIPL 13(1)(4); class=plain; retention=with the identity; readers=none';
comment on column people.search_token.token is 'purpose=find by name or part of a number (keyed HMAC, key outside the database); basis=PIPL 51; class=pseudonym; retention=with the identity; readers=none';
comment on column people.search_token.division is 'purpose=where it was said, hence who finds it; basis=PIPL 13(1)(4); class=plain; retention=with the identity; readers=none';
comment on column people.search_token.person_id is 'purpose=whom it finds; basis=PIPL 51; class=pseudonym; retention=with the identity; readers=none';
select kernel.guard('people.search_token');
grant select, insert on people.search_token to qunfang_app;
