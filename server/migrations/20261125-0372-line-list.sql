-- The line list as readers see it, and the clerk's hand that keeps it.

-- Whom a change about these persons can reach: themselves, whoever met them, and whoever met those.
create function exposures.around(in_county integer, persons uuid[]) returns uuid[] stable language sql as $$
  select case when persons is not null then array(
    with changed as (
      select unnest(exposures.spoken_as(in_county, persons)) as id
      union select alias.now_id from people.published_alias alias where alias.county = in_county and alias.id = any (persons)
    ), near as (
      select id from changed union select m.other_id from exposures.met(in_county, array(select id from changed)) m
    )
    select id from near union select m.other_id from exposures.met(in_county, array(select id from near)) m) end
$$;

-- Members of a category with the division that keeps their record, as far as the reader sees it.
create function exposures.placed(in_county integer, wanted text, persons uuid[])
  returns table (person_id uuid, division text, since timestamptz, until timestamptz)
  stable language plpgsql as $$
begin
  if persons is null then
    return query select j.person_id, p.division, j.since, j.until from exposures.judge(in_county, wanted, null) j
      join people.published_person p on p.county = in_county and p.id = j.person_id;
  else
    return query select j.person_id, p.division, j.since, j.until from exposures.judge(in_county, wanted, persons) j
      join lateral (select kept.division from people.published_person kept where kept.county = in_county and kept.id = j.person_id limit 1)
        p on true;
  end if;
end $$;

create function exposures.rejudge(in_county integer, persons uuid[]) returns void language plpgsql as $$
declare
  affected uuid[] := exposures.around(in_county, persons);
  one text;
  judged uuid[];
begin
  for one in select code from exposures.category_now where county = in_county loop
    with written as materialized (select * from exposures.placed(in_county, one, affected)), kept as (
      insert into exposures.member as m (county, category, person_id, division, since, until)
      select in_county, one, person_id, division, since, until from written
      on conflict (county, category, person_id) do update set division = excluded.division, since = excluded.since, until = excluded.until
        where (m.division, m.since, m.until) is distinct from (excluded.division, excluded.since, excluded.until)
    )
    select coalesce(array_agg(person_id), '{}') into judged from written;
    if affected is null then
      delete from exposures.member gone where gone.county = in_county and gone.category = one
        and gone.person_id not in (select unnest(judged));
    else
      delete from exposures.member gone where gone.county = in_county and gone.category = one and gone.person_id = any (affected)
        and gone.person_id not in (select unnest(judged));
    end if;
  end loop;
  if affected is null then
    delete from exposures.member gone where gone.county = in_county and not exists (
      select from exposures.category_now c where c.county = in_county and c.code = gone.category);
  end if;
end $$;
revoke execute on function exposures.rejudge(integer, uuid[]) from public;
grant execute on function exposures.rejudge(integer, uuid[]) to qunfang_clerk;

-- Whom the clerk has not judged anew yet: an empty list most of the time, null when a definition has changed and it is everybody.
create function exposures.waiting() returns uuid[] stable language sql as $$
  select case when bool_or(f.kind = 'exposure-definition') then null
    else coalesce(exposures.around((select kernel.app_county()), array_agg(one.id)), '{}') end
  from kernel.feed_inbox f left join lateral unnest(f.ids) one (id) on true
  where f.county = (select kernel.app_county()) and f.kind in ('exposure', 'exposure-definition')
$$;

-- Members of one category in an area as of a moment, newest first; what the clerk has not reached is worked out on the spot.
create function exposures.members_as_of(wanted text, area text, moment timestamptz, before_since timestamptz, before_id uuid, take integer)
  returns table (person_id uuid, division text, since timestamptz, until timestamptz)
  stable language plpgsql as $$
declare
  waiting uuid[] := exposures.waiting();
  here integer := kernel.app_county();
begin
  if waiting = '{}' then
    return query select m.person_id, m.division, m.since, m.until from exposures.member m
      where m.county = here and m.category = wanted and m.since <= moment and (m.until is null or m.until > moment)
        and m.division >= area and m.division < area || ':'
        and (before_since is null or (m.since, m.person_id) < (before_since, before_id))
      order by m.since desc, m.person_id desc limit take;
    return;
  end if;
  return query
    with everybody as (
      select m.person_id, m.division, m.since, m.until from exposures.member m
      where m.county = here and m.category = wanted and waiting is not null
        and not exists (select from unnest(waiting) w (id) where w.id = m.person_id)
      union all
      select * from exposures.placed(here, wanted, waiting)
    )
    select e.* from everybody e
    where e.since <= moment and (e.until is null or e.until > moment) and e.division >= area and e.division < area || ':'
      and (before_since is null or (e.since, e.person_id) < (before_since, before_id))
    order by e.since desc, e.person_id desc limit take;
end $$;

-- How many are in each category of the county: a category without members has a zero, and one that nobody defined is not here.
create function exposures.counts_as_of(area text, moment timestamptz)
  returns table (category text, version integer, members bigint)
  stable language plpgsql as $$
begin
  if exposures.waiting() = '{}' then
    return query select c.code, c.version, count(m.person_id) from exposures.category_now c
      left join exposures.member m on m.county = c.county and m.category = c.code and m.since <= moment
        and (m.until is null or m.until > moment) and m.division >= area and m.division < area || ':'
      where c.county = (select kernel.app_county()) group by c.code, c.version;
    return;
  end if;
  return query select c.code, c.version, (select count(*) from exposures.members_as_of(c.code, area, moment, null, null, null))
    from exposures.category_now c where c.county = (select kernel.app_county());
end $$;
grant execute on function exposures.placed(integer, text, uuid[]), exposures.around(integer, uuid[]), exposures.waiting(),
  exposures.counts_as_of(text, timestamptz),
  exposures.members_as_of(text, text, timestamptz, timestamptz, uuid, integer) to qunfang_app;
grant execute on function exposures.placed(integer, text, uuid[]), exposures.around(integer, uuid[]) to qunfang_clerk;

-- How many the line list has in each category, for figures.
create function report.line_list_v1(area text, moment timestamptz) returns table (category text, version integer, members bigint)
  stable language sql as 'select * from exposures.counts_as_of(area, moment)';
grant execute on function report.line_list_v1(text, timestamptz) to qunfang_app;
