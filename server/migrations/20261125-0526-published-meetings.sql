-- For neighbours: who met whom, each meeting from both sides; those of one gathering have met each other. `said_of` and `said_with` are
-- the ids under which it was said, by which it is found.
create view exposures.published_meetings with (security_invoker = true) as
select county, id as contact_id, division, person_id, said_of, with_person_id as other_id, said_with, kind, first_at, last_at
from exposures.contact_now where with_person_id is not null
union all
select county, id, division, with_person_id, said_with, person_id, said_of, kind, first_at, last_at
from exposures.contact_now where with_person_id is not null
union all
select one.county, other.id, other.division, one.person_id, one.said_of, other.person_id, other.said_of, other.kind,
  greatest(one.first_at, other.first_at), least(one.last_at, other.last_at)
from exposures.contact_now one
join exposures.contact_now other on other.county = one.county and other.gathering_id = one.gathering_id and other.person_id <> one.person_id
where one.gathering_id is not null;
grant select on exposures.published_meetings to qunfang_app;
