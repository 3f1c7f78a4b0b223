-- Thirty days after an order has ended nobody can read any more how warm somebody was and what they complained of. That they were
-- measured, for which check and whether it was abnormal, stays: it is what the figures count. Links go with them.
create function retention.forget_readings(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  looked uuid[];
  due uuid[];
  went jsonb := '{}';
  counted integer;
begin
  select array_agg(page.order_id order by page.order_id) into looked from (
    select one.order_id from isolation.span one
    where one.county = run.county and one.order_id > coalesce(in_after::uuid, '00000000-0000-0000-0000-000000000000')
    order by one.order_id limit in_limit) page;
  select array_agg(one.order_id) into due from isolation.span one join isolation.opening o on o.county = one.county and o.id = one.order_id
  where one.county = run.county and one.order_id = any (looked)
    and least(coalesce(upper(one.during), o.starts_at), run.ended_at) < run.moment - interval '30 days';
  -- A dash stands for whatever symptoms there were.
  update isolation.reading one set temperature_c = null, site = null, symptoms = case when one.symptoms = '{}' then '{}' else array['—'] end,
    why = case when one.why is not null then '—' end
  where one.county = run.county and one.order_id = any (due)
    and (one.temperature_c is not null or not one.symptoms <@ array['—'] or one.why <> '—');
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('isolation.reading health', counted);
  delete from isolation.reading_link_use one using isolation.reading_link l
  where one.county = run.county and l.county = one.county and l.id = one.link_id and l.order_id = any (due);
  delete from isolation.reading_link one where one.county = run.county and one.order_id = any (due);
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('isolation.reading_link secret', counted);
  return row(case when cardinality(looked) = in_limit then looked[in_limit]::text end, coalesce(cardinality(looked), 0), went)::retention.done;
end $$;
revoke execute on function retention.forget_readings(retention.run, text, integer) from public;
