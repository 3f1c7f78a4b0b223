-- Who belongs to a category, worked out from the facts. Everything here only reads; `persons` null means everybody.

-- A place of a definition is the beginning of a code, or the name of a place without one.
create function exposures.place_matches(code text, place text, wanted jsonb) returns boolean
  immutable parallel safe language sql
  return exists (
    select from jsonb_array_elements_text(wanted) one (name)
    where case when one.name ~ '^\d+$' then code collate "C" >= one.name collate "C" and code collate "C" < (one.name || ':') collate "C"
      else lower(place) = lower(one.name) end);

create function exposures.day_begins(day text) returns timestamptz immutable strict language sql
  return (day || 'T00:00:00+08:00')::timestamptz;

-- The ids under which facts about these persons may have been recorded: their own, and those merged into them.
create function exposures.spoken_as(in_county integer, persons uuid[]) returns uuid[] stable language sql as $$
  select case when persons is not null then persons || coalesce(array(
    select alias.id from people.published_alias alias where alias.county = in_county and alias.now_id = any (persons)), '{}') end
$$;

-- Everybody whom these persons met, from their own side: recorded on either side, or at the same gathering at the same time.
create function exposures.met(in_county integer, persons uuid[])
  returns table (person_id uuid, other_id uuid, first_at timestamptz, last_at timestamptz, kind text, contact_id uuid, gathering_id uuid)
  stable language sql as $$
  with spoken as (select exposures.spoken_as(in_county, persons) as ids)
  select c.person_id, c.with_person_id, c.first_at, c.last_at, c.kind, c.id, null::uuid
  from spoken, exposures.contact_now c
  where c.county = in_county and c.with_person_id is not null and (spoken.ids is null or c.said_of = any (spoken.ids))
  union all
  select c.with_person_id, c.person_id, c.first_at, c.last_at, c.kind, c.id, null
  from spoken, exposures.contact_now c
  where c.county = in_county and c.with_person_id is not null and (spoken.ids is null or c.said_with = any (spoken.ids))
  union all
  select mine.person_id, theirs.person_id, greatest(mine.first_at, theirs.first_at), least(mine.last_at, theirs.last_at), mine.kind,
    mine.id, mine.gathering_id
  from spoken, exposures.contact_now mine
  join exposures.gathering_now g on g.county = mine.county and g.id = mine.gathering_id
  join exposures.contact_now theirs on theirs.county = mine.county and theirs.gathering_id = mine.gathering_id
    and theirs.person_id <> mine.person_id and mine.first_at <= theirs.last_at and theirs.first_at <= mine.last_at
  where mine.county = in_county and (spoken.ids is null or mine.said_of = any (spoken.ids))
$$;

-- Legs of a journey that satisfy a clause. Coming into the county by way of elsewhere counts within `days` of having left there.
create function exposures.travel_hits(in_county integer, clause jsonb, persons uuid[])
  returns table (person_id uuid, at timestamptz, fact_id uuid, because_id uuid)
  stable language sql as $$
  with spoken as (select exposures.spoken_as(in_county, persons) as ids),
  legs as materialized (
    select t.id, t.person_id, t.at, t.left_at from spoken, exposures.travel_now t
    where t.county = in_county and (spoken.ids is null or t.said_of = any (spoken.ids))
  ), wanted as (
    select t.id, t.person_id, t.at from legs t
    where t.at >= coalesce(exposures.day_begins(clause ->> 'since'), '-infinity')
      and t.at < coalesce(exposures.day_begins(clause ->> 'until') + interval '1 day', 'infinity')
      and (not coalesce((clause ->> 'into')::boolean, false) or (
        exists (select from exposures.stop s where s.county = in_county and s.travel_id = t.id and s.role = 'to'
          and exposures.place_matches(s.code, s.place, jsonb_build_array(in_county::text)))
        and exists (select from exposures.stop s where s.county = in_county and s.travel_id = t.id and s.role <> 'to'
          and exposures.place_matches(s.code, s.place, jsonb_build_array(in_county::text)) is distinct from true)))
      and (clause -> 'to' is null or exists (
        select from exposures.stop s where s.county = in_county and s.travel_id = t.id and s.role = 'to'
          and exposures.place_matches(s.code, s.place, clause -> 'to')))
  ), came as (
    select t.id, t.person_id, t.at from legs t
    where clause -> 'from' is not null or clause -> 'via' is not null
  ), matching as (
    select t.id, t.person_id, t.at from came t
    where exists (select from exposures.stop s where s.county = in_county and s.travel_id = t.id
      and ((s.role = 'from' and exposures.place_matches(s.code, s.place, coalesce(clause -> 'from', '[]')))
        or (s.role = 'via' and exposures.place_matches(s.code, s.place, coalesce(clause -> 'via', '[]')))))
  )
  select w.person_id, w.at, w.id, w.id from wanted w where clause -> 'from' is null and clause -> 'via' is null
  union all
  select w.person_id, w.at, w.id, m.id from wanted w
  join matching m on m.person_id = w.person_id and (m.id = w.id
    or (m.at <= w.at and m.at >= w.at - make_interval(days => coalesce((clause ->> 'days')::integer, 0))
      and (clause ->> 'days') is not null))
$$;

-- One clause of a definition: whom it makes a member, from when, and the facts it rests on.
create function exposures.hits(in_county integer, clause jsonb, persons uuid[])
  returns table (person_id uuid, at timestamptz, fact text, fact_id uuid, because_id uuid)
  stable language plpgsql as $$
begin
  if clause ? 'travel' then
    return query select h.person_id, h.at, 'travel', h.fact_id, h.because_id
      from exposures.travel_hits(in_county, clause -> 'travel', persons) h;
  elsif clause ? 'contact' then
    return query
      with near as materialized (
        select m.* from exposures.met(in_county, persons) m
        where (clause -> 'contact' -> 'kinds' is null or clause -> 'contact' -> 'kinds' ? m.kind)
          and m.last_at >= coalesce(exposures.day_begins(clause -> 'contact' ->> 'since'), '-infinity')
      )
      select near.person_id, greatest(near.first_at, source.since), 'contact', near.contact_id, near.other_id
      from near
      join exposures.judge(in_county, clause -> 'contact' ->> 'with',
        case when persons is not null then array(select distinct other_id from near) end) source on source.person_id = near.other_id
      where near.last_at >= source.since and (source.until is null or near.first_at < source.until);
  elsif clause ? 'place' then
    return query select w.person_id, w.at, 'stay', w.id, null::uuid from exposures.stay_within w
      where w.county = in_county and w.key = clause -> 'place' ->> 'key'
        and (persons is null or w.said_of = any (exposures.spoken_as(in_county, persons)))
        and w.at >= coalesce(exposures.day_begins(clause -> 'place' ->> 'since'), '-infinity');
  elsif clause ? 'illness' then
    return query select i.person_id, i.onset_at, 'illness', i.id, null::uuid from exposures.illness_now i
      where i.county = in_county and clause -> 'illness' -> 'states' ? i.state
        and (persons is null or i.said_of = any (exposures.spoken_as(in_county, persons)));
  elsif clause ? 'member' then
    return query select j.person_id, j.since, 'member', null::uuid, null::uuid
      from exposures.judge(in_county, clause ->> 'member', persons) j;
  end if;
end $$;

-- Members of one category: from when, and until when if a category that keeps them out begins later.
create function exposures.judge(in_county integer, wanted text, persons uuid[])
  returns table (person_id uuid, since timestamptz, until timestamptz)
  stable language plpgsql as $$
declare
  definition record;
  ids uuid[];
  starts timestamptz[];
  ends timestamptz[];
begin
  select c.within, c.condition into definition from exposures.category_now c where c.county = in_county and c.code = wanted;
  if not found then return; end if;
  select array_agg(hit.person_id), array_agg(hit.at), array_agg(null::timestamptz) into ids, starts, ends from (
    select h.person_id, min(h.at) as at from jsonb_array_elements(definition.condition -> 'any') clause
    cross join lateral exposures.hits(in_county, clause, persons) h
    where persons is null or h.person_id = any (persons) group by h.person_id) hit;
  if ids is null then return; end if;
  if definition.within is not null then
    select array_agg(own.person_id), array_agg(greatest(own.since, above.since)), array_agg(above.until) into ids, starts, ends
    from unnest(ids, starts) own (person_id, since)
    join exposures.judge(in_county, definition.within, case when persons is not null then ids end) above
      on above.person_id = own.person_id;
    if ids is null then return; end if;
  end if;
  return query
    select own.person_id, own.since, least(own.until, kept_out.since) from unnest(ids, starts, ends) own (person_id, since, until)
    left join (
      select j.person_id, min(j.since) as since from jsonb_array_elements_text(coalesce(definition.condition -> 'unless', '[]')) other
      cross join lateral exposures.judge(in_county, other, case when persons is not null then ids end) j group by j.person_id) kept_out
      on kept_out.person_id = own.person_id
    where own.since < coalesce(least(own.until, kept_out.since), 'infinity');
end $$;

grant execute on function exposures.place_matches(text, text, jsonb), exposures.day_begins(text), exposures.spoken_as(integer, uuid[]),
  exposures.met(integer, uuid[]), exposures.travel_hits(integer, jsonb, uuid[]), exposures.hits(integer, jsonb, uuid[]),
  exposures.judge(integer, text, uuid[]) to qunfang_app, qunfang_clerk;
