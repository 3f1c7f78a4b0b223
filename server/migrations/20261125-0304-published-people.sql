-- What neighbours may join: ids, places and days, no identity. security_invoker, so each reader sees their own scope.

-- One row per id that was merged into another. "Everything of a person" is: person_id = X or person_id in (select id from this
-- view where now_id = X).
create view people.published_alias with (security_invoker = true) as
select county, person_id as id, now_id from (
  select distinct on (county, person_id) county, person_id, now_id from people.alias order by county, person_id, nth desc) last
where now_id <> person_id;

-- Every person once, in the division that keeps the record; now_id is the id that stands for it.
create view people.published_person with (security_invoker = true) as
select kept.county, kept.id, kept.division, coalesce(alias.now_id, kept.id) as now_id
from (
  select met.county, met.id, met.division from people.person met
  where not exists (select from people.departure gone where gone.county = met.county and gone.ends = met.id)
  union all
  select came.county, came.person_id, came.division from people.arrival came
  where not exists (select from people.departure gone where gone.county = came.county and gone.ends = came.id)) kept
left join people.published_alias alias on alias.county = kept.county and alias.id = kept.id;

-- Every household once, where it lives or last lived.
create view people.published_household with (security_invoker = true) as
select home.county, home.household_id as id, home.division, home.compound_id, home.block, home.walk_order, home.since,
  gone.dwelling_id is null as open, gone.until
from people.dwelling home
left join people.dwelling_end gone on gone.county = home.county and gone.dwelling_id = home.id
where gone.reason is distinct from 'moved';

-- Who lives there now. A merge ends the memberships of the merged id and begins them anew for the kept one, so a person_id here
-- is always one that stands.
create view people.published_member with (security_invoker = true) as
select lives.county, lives.household_id, lives.person_id, lives.division, lives.head, lives.since
from people.membership lives
where not exists (
  select from people.membership_end gone where gone.county = lives.county and gone.membership_id = lives.id);

grant select on people.published_alias, people.published_person, people.published_household, people.published_member to qunfang_app;
