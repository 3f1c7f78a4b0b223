-- Each function is one bounded step of one part: it looks at so many rows after the cursor, takes what has expired, and says what went
-- and where the next step goes on, or null when the part is done.
create function retention.forget_passages(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' set enable_seqscan = off language plpgsql as $$
declare
  after_at timestamptz := coalesce(nullif(split_part(in_after, '|', 1), '')::timestamptz, '-infinity');
  after_id uuid := coalesce(nullif(split_part(in_after, '|', 2), '')::uuid, '00000000-0000-0000-0000-000000000000');
  ids uuid[];
  last_at timestamptz;
  went integer;
begin
  select array_agg(page.id order by page.occurred_at, page.id), max(page.occurred_at) into ids, last_at from (
    select one.id, one.occurred_at from checkpoints.passage one
    where one.county = run.county and one.occurred_at >= after_at and one.occurred_at < run.moment - interval '21 days'
      and (one.occurred_at, one.id) > (after_at, after_id)
    order by one.occurred_at, one.id limit in_limit) page;
  -- The passage that stands for its car keeps its own id there, which names nobody: cars stay countable.
  update checkpoints.passage one set person_id = null, vehicle_id = case when one.vehicle_id = one.id then one.id end
  where one.county = run.county and one.id = any (ids)
    and (one.person_id is not null or one.vehicle_id is distinct from one.id and one.vehicle_id is not null);
  get diagnostics went = row_count;
  return row(case when cardinality(ids) = in_limit then last_at::text || '|' || ids[in_limit]::text end, coalesce(cardinality(ids), 0), jsonb_build_object('checkpoints.passage whereabouts', went))::retention.done;
end $$;

-- Answers at the door: 21 days after their round, or after the response.
create function retention.forget_sheets(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  visits_of uuid[];
  went_sheets integer;
  went_follow_ups integer;
begin
  select array_agg(page.id order by page.id) into visits_of from (
    select one.id from visits.visit one
    left join visits.round_end over on over.county = one.county and over.round_id = one.round_id
    where one.county = run.county and one.id > coalesce(in_after::uuid, '00000000-0000-0000-0000-000000000000')
      and least(over.ended_at, run.ended_at) < run.moment - interval '21 days'
    order by one.id limit in_limit) page;
  update visits.sheet one set person_id = null, answers = '{}', said = null
  where one.county = run.county and one.visit_id = any (visits_of)
    and (one.person_id is not null or one.said is not null or one.answers <> '{}');
  get diagnostics went_sheets = row_count;
  update visits.follow_up one set person_id = null, draft = '{}'
  where one.county = run.county and one.visit_id = any (visits_of) and (one.person_id is not null or one.draft <> '{}');
  get diagnostics went_follow_ups = row_count;
  return row(case when cardinality(visits_of) = in_limit then visits_of[in_limit]::text end, coalesce(cardinality(visits_of), 0), jsonb_build_object('visits.sheet health', went_sheets, 'visits.follow_up whereabouts', went_follow_ups))::retention.done;
end $$;

-- Free words, numbers of cars, what was put aside and the trail of looks. Few rows or none, so in one step each.
create function retention.forget_words(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  over boolean := coalesce(run.ended_at < run.moment - interval '30 days', false);
  went jsonb := '{}';
  counted integer;
begin
  delete from kernel.quarantine one where one.county = run.county and one.received_at < run.moment - interval '30 days';
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('kernel.quarantine sensitive', counted);
  delete from people.look one where one.county = run.county and one.at < run.moment - interval '3 years';
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('people.look pseudonym', counted);
  update people.dwelling one set door = null
  where one.county = run.county and one.door is not null and (over or exists (
    select from people.dwelling_end gone where gone.county = one.county and gone.dwelling_id = one.id
      and gone.until < (run.moment - interval '30 days')::date));
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('people.dwelling sensitive', counted);
  if over then
    update checkpoints.passage one set reason = null where one.county = run.county and one.reason is not null;
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('checkpoints.passage free-text', counted);
    update checkpoints.passage_correction one
    set why = '', changes = case when one.changes ? 'reason' then jsonb_set(one.changes, '{reason}', 'null') else one.changes end
    where one.county = run.county and one.why <> '';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('checkpoints.passage_correction free-text', counted);
    update checkpoints.hand_over_outcome one set note = null where one.county = run.county and one.note is not null;
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('checkpoints.hand_over_outcome free-text', counted);
    update visits.visit one set note = null where one.county = run.county and one.note is not null;
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('visits.visit free-text', counted);
    update visits.follow_up_outcome one set note = null where one.county = run.county and one.note is not null;
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('visits.follow_up_outcome free-text', counted);
    update exposures.travel one set plate = null where one.county = run.county and one.plate is not null;
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('exposures.travel sensitive', counted);
  end if;
  return row(null, 0, went)::retention.done;
end $$;

revoke execute on function retention.forget_passages(retention.run, text, integer), retention.forget_sheets(retention.run, text, integer),
  retention.forget_words(retention.run, text, integer) from public;
