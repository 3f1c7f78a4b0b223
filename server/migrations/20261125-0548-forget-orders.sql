-- Whoever is or was under an order, proposed for one, ill or lodged is held until what is kept about that is forgotten.
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
      union all select one.person_id from agency_lists.answer one where one.county = run.county
      union all select one.person_id from isolation.opening one where one.county = run.county
      union all select one.person_id from isolation.proposal one where one.county = run.county
      union all select one.person_id from cases.episode one where one.county = run.county
      union all select one.person_id from sites.lodging one where one.county = run.county) named
    where named.person_id is not null;
    get diagnostics marked = row_count;
  end if;
  return row(null, marked, '{}')::retention.done;
end $$;

-- An order is kept until thirty days after the response, so that whoever was kept can still have it looked at. Then nobody can tell any more
-- whose it was: its place is taken by the id of nobody, names by a dash, and what was said is gone. Kind, ground, days and numbers stay,
-- which is what the figures count.
create function retention.forget_orders(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  looked uuid[];
  due uuid[];
  went jsonb := '{}';
  counted integer;
begin
  if not coalesce(run.ended_at < run.moment - interval '30 days', false) then return row(null, 0, went)::retention.done; end if;
  select array_agg(page.id order by page.id) into looked from (
    select one.id from isolation.opening one
    where one.county = run.county and one.id > coalesce(in_after::uuid, '00000000-0000-0000-0000-000000000000')
    order by one.id limit in_limit) page;
  select array_agg(one.id) into due from isolation.opening one
  where one.county = run.county and one.id = any (looked) and one.decider <> '—';
  update isolation.opening one set person_id = gen_random_uuid(), household_id = null, decider = '—',
    home_checked_by = case when one.home_checked_by is not null then '—' end, source_kind = 'hand', source_ref = null
  where one.county = run.county and one.id = any (due);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('isolation.opening pseudonym', counted);
  update isolation.span one set person_id = o.person_id from isolation.opening o
  where one.county = run.county and one.order_id = any (due) and o.county = one.county and o.id = one.order_id;
  update isolation.extension one set decider = '—', source_kind = 'hand', source_ref = null where one.county = run.county and one.order_id = any (due);
  update isolation.shortening one set decider = '—', why = '—' where one.county = run.county and one.order_id = any (due);
  update isolation.review one set reviewer = '—' where one.county = run.county and one.order_id = any (due);
  update isolation.ending one set note = null where one.county = run.county and one.order_id = any (due) and one.note is not null;
  update isolation.appeal_decision one set decider = '—', reason = '—' from isolation.appeal a
  where one.county = run.county and a.county = one.county and a.id = one.appeal_id and a.order_id = any (due);
  update isolation.appeal one set said = null where one.county = run.county and one.order_id = any (due) and one.said is not null;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('isolation.appeal free-text', counted);
  delete from isolation.slip one where one.county = run.county and one.order_id = any (due);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('isolation.slip secret', counted);
  if in_after is null then
    update isolation.proposal_answer one set reason = case when one.reason is not null then '—' end where one.county = run.county;
    update isolation.proposal one set person_id = gen_random_uuid(), household_id = null, source_kind = 'hand', source_ref = null,
      home_checked_by = '—'
    where one.county = run.county and one.home_checked_by is distinct from '—';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('isolation.proposal pseudonym', counted);
  end if;
  return row(case when cardinality(looked) = in_limit then looked[in_limit]::text end, coalesce(cardinality(looked), 0), went)::retention.done;
end $$;
revoke execute on function retention.forget_orders(retention.run, text, integer) from public;
