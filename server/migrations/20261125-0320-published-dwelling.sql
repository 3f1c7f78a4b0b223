-- Where households lived and live, one row a dwelling: what "how many households were there on that day" is answered from, when one
-- of them has moved since. No door and no name. The clerk counts by it.
create view people.published_dwelling with (security_invoker = true) as
select home.county, home.id, home.household_id, home.division, home.compound_id, home.block, home.walk_order, home.since, gone.until
from people.dwelling home
left join people.dwelling_end gone on gone.county = home.county and gone.dwelling_id = home.id
where gone.reason is distinct from 'entered-wrongly';
grant select on people.published_dwelling to qunfang_app, qunfang_clerk;
grant select (county, id, household_id, division, compound_id, block, walk_order, since) on people.dwelling to qunfang_clerk;
grant select (county, dwelling_id, division, until, reason) on people.dwelling_end to qunfang_clerk;
