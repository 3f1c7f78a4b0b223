-- Whom a team looked after is not held by it any longer than thirty days after it was dissolved.
create or replace function retention.mark_referred(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  marked integer := 0;
begin
  delete from retention.referred one where one.county = run.county;
  if not coalesce(run.ended_at < run.moment - interval '30 days', false) then
    insert into retention.referred (county, run_id, person_id)
    select distinct run.county, run.id, named.person_id from (
      select one.person_id from checkpoints.passage one where one.county = run.county
        and one.occurred_at >= run.moment - interval '21 days'
      union all select one.person_id from visits.sheet one where one.county = run.county
      union all select one.person_id from visits.follow_up one where one.county = run.county
      union all select one.person_id from exposures.travel one where one.county = run.county
      union all select one.person_id from exposures.contact one where one.county = run.county
      union all select one.with_person_id from exposures.contact one where one.county = run.county
      union all select one.person_id from exposures.stay one where one.county = run.county
      union all select one.person_id from exposures.illness one where one.county = run.county
      union all select one.person_id from responsibility.team one where one.county = run.county and not exists (
        select from responsibility.team_end over where over.county = one.county and over.team_id = one.id
          and over.ended_at < run.moment - interval '30 days')
      union all select one.person_id from responsibility.seating one where one.county = run.county
      union all select one.person_id from agency_lists.entry one where one.county = run.county
      union all select one.person_id from agency_lists.candidate one where one.county = run.county
      union all select one.person_id from agency_lists.identification one where one.county = run.county
      union all select one.person_id from agency_lists.answer one where one.county = run.county) named
    where named.person_id is not null;
    get diagnostics marked = row_count;
  end if;
  return row(null, marked, '{}')::retention.done;
end $$;

comment on column responsibility.team.household_id is 'purpose=responsibility: who looks after a household; basis=emergency response regulations, responsibility system; class=sensitive; retention=30 days after the team; readers=scope';
comment on column responsibility.team.person_id is 'purpose=responsibility: who looks after a person; basis=emergency response regulations, responsibility system; class=sensitive; retention=30 days after the team; readers=scope';
