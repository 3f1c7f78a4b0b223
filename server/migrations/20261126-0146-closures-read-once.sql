-- What is ordered is read once for each question, the closures by name too: looked up anew for each subject they were most of its cost.
create or replace function closures.subjects_at(moment timestamptz) returns table (county integer, division text, id uuid, kind text, class text,
  name text, address text, held_from timestamptz, held_to timestamptz, known_at timestamptz, order_id uuid, since timestamptz,
  until timestamptz, found text, found_at timestamptz, application_id uuid, state text)
  stable language sql as $$
with standing as materialized (
  select o.id, o.division, o.classes, o.by_name, o.starts_at, o.until, o.ends_at from closures.order_now o
  where o.county = (select kernel.app_county()) and o.starts_at <= moment
)
select s.county, s.division, s.id, s.kind, s.class, s.name, s.address, s.held_from, s.held_to, s.at, c.order_id, c.since,
  case when s.kind = 'gathering' then least(s.held_to, c.until) else c.until end, f.found, f.at, a.id,
  case
    when c.since is null then case when a.granted then 'reopened' else 'open' end
    when f.found = 'open' then 'breach'
    when a.id is not null and a.granted is null then case when a.checked then 'inspected' else 'applied' end
    when f.found = 'closed' then 'closed'
    else 'should-close' end
from closures.subject s
cross join lateral (
  select min(h.starts_at) as since, max(h.until) as until, (array_agg(h.id order by h.until desc, h.id))[1] as order_id
  from (
    select o.id, o.starts_at, o.until, o.ends_at from standing o
    where s.class = any (o.classes) and s.division >= o.division and s.division < o.division || ':'
    union all
    select o.id, o.starts_at, o.until, o.ends_at from closures.named n join standing o on o.id = n.order_id
    where n.county = s.county and n.subject_id = s.id) h
  where case when s.kind = 'gathering'
      then s.held_to > h.starts_at and s.held_from < case when h.until > moment then h.ends_at else h.until end
      else h.until > moment end
    and not exists (select from closures.application_decision d where d.county = s.county and d.subject_id = s.id and d.granted
      and d.at >= h.starts_at and d.at <= moment)
    and not exists (select from closures.appeal_decision d where d.county = s.county and d.subject_id = s.id and d.order_id = h.id
      and d.outcome = 'upheld' and d.at <= moment)) c
left join lateral (
  select i.found, i.at from closures.inspection i
  where i.county = s.county and i.subject_id = s.id and i.at >= c.since and i.at <= moment
  order by i.at desc, i.received_at desc, i.id desc limit 1) f on true
left join lateral (
  select p.id, p.at, case when d.at <= moment then d.granted end as granted,
    exists (select from closures.application_check k where k.county = p.county and k.application_id = p.id and k.at <= moment) as checked
  from closures.application p
  left join closures.application_decision d on d.county = p.county and d.application_id = p.id
  where p.county = s.county and p.subject_id = s.id and p.at <= moment and (c.since is null or p.at >= c.since)
  order by p.at desc, p.received_at desc, p.id desc limit 1) a on true
where s.county = (select kernel.app_county()) and s.at <= moment
  and not exists (select from closures.subject_end e where e.county = s.county and e.subject_id = s.id and e.at <= moment)
$$;
