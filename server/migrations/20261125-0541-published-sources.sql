-- What an order of isolation can rest on, for neighbours to see that it is there: ids and the division, no person where none is needed.
create view exposures.published_fact with (security_invoker = true) as
select county, id, division, 'travel' as kind, array[person_id] as persons from exposures.travel
union all
select county, id, division, 'contact', case when with_person_id is null then array[person_id] else array[person_id, with_person_id] end
from exposures.contact
union all
select county, id, division, 'stay', array[person_id] from exposures.stay;
create view checkpoints.published_passage with (security_invoker = true) as select county, id, division from checkpoints.passage;
create view visits.published_visit with (security_invoker = true) as select county, id, division from visits.visit;
create view agency_lists.published_answer with (security_invoker = true) as select county, id, division from agency_lists.answer;
grant select on exposures.published_fact, checkpoints.published_passage, visits.published_visit, agency_lists.published_answer
  to qunfang_app;
