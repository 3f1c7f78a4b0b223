-- Whoever takes somebody in cannot always write in the division that had the record, so the last arrival a reader can see counts
-- even where no departure was written before it.
create or replace view people.published_person with (security_invoker = true) as
select kept.county, kept.id, kept.division, coalesce(alias.now_id, kept.id) as now_id
from (
  select met.county, met.id, met.division from people.person met
  where not exists (select from people.departure gone where gone.county = met.county and gone.ends = met.id)
    and not exists (select from people.arrival later where later.county = met.county and later.person_id = met.id)
  union all
  select came.county, came.person_id, came.division from people.arrival came
  where not exists (select from people.departure gone where gone.county = came.county and gone.ends = came.id)
    and not exists (
      select from people.arrival later where later.county = came.county and later.person_id = came.person_id
        and (later.received_at, later.id) > (came.received_at, came.id))) kept
left join people.published_alias alias on alias.county = kept.county and alias.id = kept.id;
