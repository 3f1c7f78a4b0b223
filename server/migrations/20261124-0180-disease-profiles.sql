-- A disease's rules are data with dates: an episode keeps the edition it began under, and a new edition is a new row.
create schema cases;
grant usage on schema cases to qunfang_app, qunfang_clerk;

create table cases.disease_profile (
  county integer not null,
  code text not null,
  disease text not null,
  zh text not null,
  en text not null,
  valid_from date,
  valid_to date,
  body jsonb not null,
  received_at timestamptz not null,
  primary key (county, code),
  check (valid_to is null or valid_from <= valid_to)
);
comment on column cases.disease_profile.valid_from is 'First day in the county''s zone; empty for a profile that no plan dates.';
select kernel.guard_county('cases.disease_profile');
grant select, insert on cases.disease_profile to qunfang_app;
