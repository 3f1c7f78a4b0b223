-- Categories of the line list are definitions, not tags: a condition over travel, contacts, stays and illness. Who belongs is worked
-- out from the facts, and kept in a projection that can be thrown away and made anew.
create table exposures.category (
  county integer not null,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,38}$'),
  version integer not null,
  zh text not null,
  en text not null,
  within text,
  condition jsonb not null,
  place_in_list integer not null,
  retired boolean not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, code, version)
);
comment on table exposures.category is 'A changed definition is the next version; the highest counts.';
comment on column exposures.category.within is 'The category it is a part of: nobody is in this one without being in that one.';
comment on column exposures.category.condition is '{"any": [clause…], "unless": [code…]}; see rules.ts of the capability.';
comment on column exposures.category.recorded_by is 'purpose=who answers for the definition; basis=record keeping; class=work account; retention=as long as the category counts; readers=county-desk, auditor';
select kernel.guard_county('exposures.category');
grant select, insert on exposures.category to qunfang_app;
grant select on exposures.category to qunfang_clerk;

create view exposures.category_now with (security_invoker = true) as
select * from (
  select distinct on (county, code) county, code, version, zh, en, within, condition, place_in_list, retired
  from exposures.category order by county, code, version desc) newest
where not retired;
grant select on exposures.category_now to qunfang_app, qunfang_clerk;

-- From when to when somebody is in a category. Written by the clerk alone.
create table exposures.member (
  county integer not null,
  category text not null,
  person_id uuid not null,
  division text collate "C" not null,
  since timestamptz not null,
  until timestamptz,
  primary key (county, category, person_id),
  check (since < until)
);
comment on table exposures.member is 'A projection of the facts and today''s definitions.';
comment on column exposures.member.person_id is 'purpose=contact-tracing; basis=Infectious Diseases Act, PIPL 13(1)(4); class=health; retention=end of the response; readers=township-officer, data-verifier, county-desk';
comment on column exposures.member.division is 'purpose=who is responsible for the person; basis=PIPL 13(1)(4); class=plain; retention=with the row; readers=scope';
comment on column exposures.member.since is 'purpose=contact-tracing; basis=Infectious Diseases Act; class=whereabouts; retention=end of the response; readers=township-officer, data-verifier, county-desk';
create index member_since on exposures.member (county, category, since, person_id) include (division, until);
create index member_person on exposures.member (county, person_id);
select kernel.guard('exposures.member');
grant select on exposures.member to qunfang_app;
grant select, insert, update, delete on exposures.member to qunfang_clerk;
