-- What of the rounds is still open at a door, for whoever hands the door over: how it stands, and what is followed up. No answers.
create view visits.published_open_home with (security_invoker = true) as
select h.county, h.division, h.household_id, h.round_id, r.title, h.state, h.attempts
from visits.home_now h
join visits.round r on r.county = h.county and r.id = h.round_id
where h.state not in ('met', 'phone', 'sealed')
  and not exists (select from visits.round_end e where e.county = h.county and e.round_id = h.round_id);
grant select on visits.published_open_home to qunfang_app;

create view visits.published_open_follow_up with (security_invoker = true) as
select f.county, f.id, f.division, f.household_id, f.kind, f.opened_at
from visits.follow_up f
join visits.follow_up_open w on w.county = f.county and w.follow_up_id = f.id
where not exists (select from visits.follow_up_outcome o
  where o.county = f.county and o.follow_up_id = f.id and o.outcome <> 'unreachable');
grant select on visits.published_open_follow_up to qunfang_app;
