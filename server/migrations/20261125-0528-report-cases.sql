-- Where every case of an area stood at a moment: by the decisions made until then that stand today.
create function cases.standing_as_of(area text, moment timestamptz)
  returns table (case_id uuid, division text, disease text, origin text, opened_at timestamptz, status text, since timestamptz, onset date, ever text[],
    feverish boolean)
  stable language sql as $$
  select e.id, e.division, e.disease, e.origin, e.opened_at, coalesce(d.code, 'fever'), coalesce(d.at, e.opened_at), o.day,
    coalesce(was.codes, '{}'), hot.found is not null
  from cases.episode e
  left join lateral (
    select n.code, n.at from cases.entry_now n
    where n.county = e.county and n.case_id = e.id and n.kind = 'decision' and n.at <= moment
    order by n.at desc, n.received_at desc, n.id desc limit 1) d on true
  left join lateral (
    select n.day from cases.entry_now n
    where n.county = e.county and n.case_id = e.id and n.kind = 'onset' and n.at <= moment
    order by n.at desc, n.received_at desc, n.id desc limit 1) o on true
  left join lateral (
    select array_agg(distinct n.code) as codes from cases.entry_now n
    where n.county = e.county and n.case_id = e.id and n.kind = 'decision' and n.at <= moment) was on true
  left join lateral (
    select true as found from cases.fever f
    where f.county = e.county and f.case_id = e.id and f.at <= moment and (f.temperature_c is not null or cardinality(f.symptoms) > 0)
    limit 1) hot on true
  where e.county = (select kernel.app_county()) and e.opened_at <= moment and e.division >= area and e.division < area || ':'
$$;

-- Cases by where they were found and where they stood; `ever` counts those that had been judged so at any time until then. Somebody found
-- by a sample who feels well is a case and no fever.
create function report.cases_v1(area text, moment timestamptz)
  returns table (division text, disease text, origin text, opened bigint, fevers bigint, fevers_open bigint, fevers_excluded bigint,
    suspected bigint, ever_suspected bigint, ever_confirmed bigint, ever_asymptomatic bigint)
  stable language sql as $$
  select division, disease, origin, count(*), count(*) filter (where feverish), count(*) filter (where feverish and status = 'fever'),
    count(*) filter (where feverish and status = 'excluded'), count(*) filter (where status = 'suspected'),
    count(*) filter (where 'suspected' = any (ever)), count(*) filter (where 'confirmed' = any (ever)), count(*) filter (where 'asymptomatic' = any (ever))
  from cases.standing_as_of(area, moment) group by division, disease, origin
$$;
grant execute on function cases.standing_as_of(text, timestamptz), report.cases_v1(text, timestamptz) to qunfang_app;

-- For neighbours: which case each record's fever belongs to.
create view cases.published_fevers with (security_invoker = true) as
select county, case_id, division, origin, origin_id, at from cases.fever;
grant select on cases.published_fevers to qunfang_app, qunfang_clerk;
