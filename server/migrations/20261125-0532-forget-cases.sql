-- A case is kept until thirty days after the response. Then nobody can tell any more whose it was, who signed for it and what was said in
-- free words or on a card; classes, days, results and by which kind of contact stay, which is what figures, curves and delays count.
create function retention.forget_cases(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  looked uuid[];
  due uuid[];
  went jsonb := '{}';
  counted integer;
begin
  if not coalesce(run.ended_at < run.moment - interval '30 days', false) then return row(null, 0, went)::retention.done; end if;
  select array_agg(page.id order by page.id) into looked from (
    select one.id from cases.episode one
    where one.county = run.county and one.id > coalesce(in_after::uuid, '00000000-0000-0000-0000-000000000000')
    order by one.id limit in_limit) page;
  select array_agg(one.id) into due from cases.episode one
  where one.county = run.county and one.id = any (looked) and exists (
    select from people.person met where met.county = one.county and met.id = one.person_id);
  update cases.episode one set person_id = gen_random_uuid() where one.county = run.county and one.id = any (due);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('cases.episode health', counted);
  update cases.entry one set decider = null where one.county = run.county and one.case_id = any (due) and one.decider is not null;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('cases.entry staff', counted);
  update cases.entry one set why = '—' where one.county = run.county and one.case_id = any (due) and one.why is not null;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('cases.entry free-text', counted);
  -- What remains of a body has a closed list of values.
  update cases.entry one set body = coalesce((
    select jsonb_object_agg(said.key, said.value) from jsonb_each(one.body) said
    where said.key in ('answers', 'estimated', 'deliveredAt', 'test', 'titre', 'ground', 'metFrom', 'metTill', 'certainty')), '{}')
  where one.county = run.county and one.case_id = any (due);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('cases.entry health', counted);
  return row(case when cardinality(looked) = in_limit then looked[in_limit]::text end, coalesce(cardinality(looked), 0), went)::retention.done;
end $$;
revoke execute on function retention.forget_cases(retention.run, text, integer) from public;
