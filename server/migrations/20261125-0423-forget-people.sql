-- Whoever nothing refers to any more goes thirty days after the last that was said about them: the statements, the numbers they were
-- found by, and the id itself. Records that were merged go together or stay together.
create index different_other on people.different (county, other_id);

create function retention.mark_referred(run retention.run, in_after text, in_limit integer) returns retention.done
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
      union all select one.person_id from responsibility.team one where one.county = run.county
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

create function retention.holds(run retention.run, person uuid) returns boolean stable set search_path = '' language sql as $$
  select exists (
    select from people.person met where met.county = run.county and met.id = person
      and least(met.recorded_at, met.received_at) >= run.moment - interval '30 days')
  or exists (
    select from people.identity said where said.county = run.county and said.person_id = person
      and least(said.recorded_at, said.received_at) >= run.moment - interval '30 days')
  or exists (
    select from retention.referred named where named.county = run.county and named.run_id = run.id and named.person_id = person)
  or not coalesce(run.ended_at < run.moment - interval '30 days', false) and exists (
    select from people.membership lives
    left join people.membership_end gone on gone.county = lives.county and gone.membership_id = lives.id
    where lives.county = run.county and lives.person_id = person
      and coalesce(gone.until, 'infinity') >= (run.moment - interval '30 days')::date)
$$;

create function retention.forget_persons(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' set enable_seqscan = off language plpgsql as $$
declare
  looked uuid[];
  due uuid[];
  went jsonb := '{}';
  counted integer;
begin
  select array_agg(page.id order by page.id) into looked from (
    select one.id from people.person one where one.county = run.county
      and one.id > coalesce(in_after::uuid, '00000000-0000-0000-0000-000000000000')
    order by one.id limit in_limit) page;
  select array_agg(one.id) into due from unnest(looked) one (id)
  where not retention.holds(run, one.id)
    and not exists (select from people.alias led where led.county = run.county and led.person_id = one.id
      and retention.holds(run, led.now_id))
    and not exists (select from people.alias led where led.county = run.county and led.now_id = one.id
      and retention.holds(run, led.person_id));

  delete from people.likeness one where one.county = run.county and (one.one_id = any (due) or one.other_id = any (due));
  delete from people.different one where one.county = run.county and (one.one_id = any (due) or one.other_id = any (due));
  delete from people.alias one where one.county = run.county and (one.person_id = any (due) or one.now_id = any (due));
  delete from people.merge_undone one using people.merge made
  where one.county = run.county and made.county = one.county and made.id = one.merge_id
    and (made.kept_id = any (due) or made.merged_id = any (due));
  delete from people.merge one where one.county = run.county and (one.kept_id = any (due) or one.merged_id = any (due));
  delete from people.arrival one where one.county = run.county and one.person_id = any (due);
  delete from people.departure one where one.county = run.county and one.person_id = any (due);
  delete from people.membership_end one using people.membership lives
  where one.county = run.county and lives.county = one.county and lives.id = one.membership_id and lives.person_id = any (due);
  delete from people.membership one where one.county = run.county and one.person_id = any (due);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('people.membership sensitive', counted);
  delete from people.blind_index one where one.county = run.county and one.person_id = any (due);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('people.blind_index pseudonym', counted);
  delete from people.identity one where one.county = run.county and one.person_id = any (due);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('people.identity sensitive', counted);
  delete from people.person one where one.county = run.county and one.id = any (due);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('people.person pseudonym', counted);

  -- Of those who stay the number of a car goes after 21 days, and with it what finds them by it.
  update people.identity one set plate = null
  where one.county = run.county and one.person_id = any (looked) and one.plate is not null
    and least(one.recorded_at, one.received_at) < run.moment - interval '21 days';
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('people.identity whereabouts', counted);
  delete from people.blind_index one
  where one.county = run.county and one.person_id = any (looked) and one.kind = 'plate' and not exists (
    select from people.identity said where said.county = one.county and said.person_id = one.person_id and said.plate is not null);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('people.blind_index whereabouts', counted);
  return row(case when cardinality(looked) = in_limit then looked[in_limit]::text end, coalesce(cardinality(looked), 0), went)::retention.done;
end $$;

-- Tokens are filed by what finds and not by whom: one walk through them takes those of whoever is gone.
create function retention.forget_tokens(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' set enable_seqscan = off language plpgsql as $$
declare
  last_token bigint;
  looked integer;
  went integer;
begin
  select max(page.token), count(*) into last_token, looked from (
    select one.token from people.search_token one where one.county = run.county and one.token > coalesce(in_after::bigint, -9223372036854775808)
    order by one.token limit in_limit) page;
  delete from people.search_token one
  where one.county = run.county and one.token > coalesce(in_after::bigint, -9223372036854775808) and one.token <= last_token
    and not exists (select from people.person met where met.county = one.county and met.id = one.person_id);
  get diagnostics went = row_count;
  return row(case when looked = in_limit then last_token::text end, looked, jsonb_build_object('people.search_token pseudonym', went))::retention.done;
end $$;

revoke execute on function retention.mark_referred(retention.run, text, integer), retention.holds(retention.run, uuid),
  retention.forget_persons(retention.run, text, integer), retention.forget_tokens(retention.run, text, integer) from public;

create function retention.forgets() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  run retention.run := retention.open_run(new.county, new.run_id);
  done retention.done;
begin
  done := case new.part
    when 'passages' then retention.forget_passages(run, new.after, new.rows)
    when 'sheets' then retention.forget_sheets(run, new.after, new.rows)
    when 'words' then retention.forget_words(run, new.after, new.rows)
    when 'referred' then retention.mark_referred(run, new.after, new.rows)
    when 'persons' then retention.forget_persons(run, new.after, new.rows)
    when 'tokens' then retention.forget_tokens(run, new.after, new.rows)
  end;
  new.next := done.next;
  new.looked := done.looked;
  new.at := now();
  insert into retention.gone (county, run_id, nth, relation, class, rows)
  select new.county, new.run_id, new.nth, split_part(one.key, ' ', 1), split_part(one.key, ' ', 2), one.value::integer
  from jsonb_each_text(done.went) one where one.value::integer > 0;
  return new;
end $$;
revoke execute on function retention.forgets() from public;
create trigger forgets before insert on retention.step for each row execute function retention.forgets();
