-- Who belongs to a category, worked out from the facts. Everything here only reads; `persons` null means everybody. Where an index
-- can help there are two statements: one that serves both cases would search everything for the sake of one person. Where none can,
-- `in (select unnest(…))` is looked up in a hash and `= any (…)` would be compared one by one.

-- A place of a definition is the beginning of a code, or the name of a place without one.
create function exposures.codes_in(places jsonb) returns text immutable parallel safe language sql
  return (select '^(' || string_agg(name, '|') || ')' from jsonb_array_elements_text(places) one (name) where name ~ '^\d+$');
create function exposures.names_in(places jsonb) returns text[] immutable parallel safe language sql
  return array(select lower(name) from jsonb_array_elements_text(places) one (name) where name !~ '^\d+$');
create function exposures.day_begins(day text) returns timestamptz immutable strict language sql
  return (day || 'T00:00:00+08:00')::timestamptz;

-- The ids under which facts about these persons may have been recorded: their own, and those merged into them.
create function exposures.spoken_as(in_county integer, persons uuid[]) returns uuid[] stable language sql as $$
  select case when persons is not null then persons || coalesce(array(
    select alias.id from people.published_alias alias where alias.county = in_county and alias.now_id = any (persons)), '{}') end
$$;

create function exposures.travel_of(in_county integer, ids uuid[]) returns setof exposures.travel_now stable language plpgsql as $$
begin
  if ids is null then return query select * from exposures.travel_now t where t.county = in_county;
  else return query select * from exposures.travel_now t where t.county = in_county and t.said_of = any (ids);
  end if;
end $$;

create function exposures.contacts_of(in_county integer, ids uuid[]) returns setof exposures.contact_now stable language plpgsql as $$
begin
  if ids is null then return query select * from exposures.contact_now c where c.county = in_county;
  else return query
    select * from exposures.contact_now c where c.county = in_county and c.said_of = any (ids)
    union select * from exposures.contact_now c where c.county = in_county and c.said_with = any (ids);
  end if;
end $$;

-- Everybody whom these persons met, from their own side: recorded on either side, or at the same gathering at the same time.
create function exposures.met(in_county integer, persons uuid[])
  returns table (person_id uuid, other_id uuid, first_at timestamptz, last_at timestamptz, kind text, contact_id uuid, gathering_id uuid)
  stable language plpgsql as $$
declare
  ids uuid[] := exposures.spoken_as(in_county, persons);
begin
  return query
    with near as materialized (select c.* from exposures.contacts_of(in_county, ids) c)
    select c.person_id, c.with_person_id, c.first_at, c.last_at, c.kind, c.id, null::uuid
    from near c where c.with_person_id is not null and (ids is null or c.said_of in (select unnest(ids)))
    union all
    select c.with_person_id, c.person_id, c.first_at, c.last_at, c.kind, c.id, null
    from near c where c.with_person_id is not null and (ids is null or c.said_with in (select unnest(ids)))
    union all
    select mine.person_id, theirs.person_id, greatest(mine.first_at, theirs.first_at), least(mine.last_at, theirs.last_at), mine.kind,
      mine.id, mine.gathering_id
    from near mine
    join exposures.contact_now theirs on theirs.county = mine.county and theirs.gathering_id = mine.gathering_id
      and theirs.person_id <> mine.person_id and mine.first_at <= theirs.last_at and theirs.first_at <= mine.last_at
    where mine.gathering_id is not null and (ids is null or mine.said_of in (select unnest(ids)))
      and exists (select from exposures.gathering_now g where g.county = mine.county and g.id = mine.gathering_id);
end $$;

-- Legs of a journey that satisfy a clause. `because` is the leg that touched the wanted place: the same, or an earlier one that
-- ended at most `days` before.
create function exposures.travel_hits(in_county integer, clause jsonb, persons uuid[])
  returns table (person_id uuid, at timestamptz, fact_id uuid, because_id uuid)
  stable language plpgsql as $$
declare
  home text := '^' || in_county;
  to_codes text := exposures.codes_in(clause -> 'to');
  to_names text[] := exposures.names_in(clause -> 'to');
  from_codes text := exposures.codes_in(clause -> 'from');
  from_names text[] := exposures.names_in(clause -> 'from');
  via_codes text := exposures.codes_in(clause -> 'via');
  via_names text[] := exposures.names_in(clause -> 'via');
  asks_origin boolean := clause ? 'from' or clause ? 'via';
  days interval := make_interval(days => (clause ->> 'days')::integer);
  since timestamptz := coalesce(exposures.day_begins(clause ->> 'since'), '-infinity');
  until timestamptz := coalesce(exposures.day_begins(clause ->> 'until') + interval '1 day', 'infinity');
begin
  return query
    with legs as (
      select t.id, t.person_id, t.at,
        coalesce(bool_or(s.role = 'to' and s.code ~ home), false)
          and coalesce(bool_or(s.role <> 'to' and coalesce(s.code !~ home, true)), false) as comes_in,
        coalesce(bool_or(s.role = 'to' and (s.code ~ to_codes or lower(s.place) = any (to_names))), false) as goes_there,
        coalesce(bool_or((s.role = 'from' and (s.code ~ from_codes or lower(s.place) = any (from_names)))
          or (s.role = 'via' and (s.code ~ via_codes or lower(s.place) = any (via_names)))), false) as comes_from_there
      from exposures.travel_of(in_county, exposures.spoken_as(in_county, persons)) t
      join exposures.stop s on s.county = in_county and s.travel_id = t.id
      group by t.id, t.person_id, t.at
    ), ordered as (
      select l.*, max(l.at) filter (where l.comes_from_there) over earlier as was_there_at,
        max(l.at::text || ' ' || l.id) filter (where l.comes_from_there) over earlier as was_there
      from legs l window earlier as (partition by l.person_id order by l.at)
    )
    select o.person_id, o.at, o.id, case when o.comes_from_there or not asks_origin then o.id else right(o.was_there, 36)::uuid end
    from ordered o
    where o.at >= since and o.at < until
      and (not coalesce((clause ->> 'into')::boolean, false) or o.comes_in)
      and (not clause ? 'to' or o.goes_there)
      and (not asks_origin or o.comes_from_there or o.was_there_at >= o.at - days);
end $$;

-- Asking for most of a county one by one costs more than asking for everybody.
create function exposures.unless_most(persons uuid[]) returns uuid[] immutable parallel safe language sql
  return case when cardinality(persons) < 20000 then persons end;

-- One clause of a definition: whom it makes a member, from when, and the facts it rests on.
create function exposures.hits(in_county integer, clause jsonb, persons uuid[])
  returns table (person_id uuid, at timestamptz, fact text, fact_id uuid, because_id uuid)
  stable language plpgsql as $$
declare
  ids uuid[] := exposures.spoken_as(in_county, persons);
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
      join exposures.judge(in_county, clause -> 'contact' ->> 'with', exposures.unless_most(array(select distinct other_id from near)))
        source on source.person_id = near.other_id
      where near.last_at >= source.since and (source.until is null or near.first_at < source.until);
  elsif clause ? 'place' then
    return query select w.person_id, w.at, 'stay', w.id, null::uuid from exposures.stay_within w
      where w.county = in_county and w.key = clause -> 'place' ->> 'key' and (ids is null or w.said_of in (select unnest(ids)))
        and w.at >= coalesce(exposures.day_begins(clause -> 'place' ->> 'since'), '-infinity');
  elsif clause ? 'illness' then
    return query select i.person_id, i.onset_at, 'illness', i.id, null::uuid from exposures.illness_now i
      where i.county = in_county and clause -> 'illness' -> 'states' ? i.state and (ids is null or i.said_of in (select unnest(ids)));
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
    where persons is null or h.person_id in (select unnest(persons)) group by h.person_id) hit;
  if ids is null then return; end if;
  if definition.within is not null then
    select array_agg(own.person_id), array_agg(greatest(own.since, above.since)), array_agg(above.until) into ids, starts, ends
    from unnest(ids, starts) own (person_id, since)
    join exposures.judge(in_county, definition.within, exposures.unless_most(ids)) above on above.person_id = own.person_id;
    if ids is null then return; end if;
  end if;
  return query
    select own.person_id, own.since, least(own.until, kept_out.since) from unnest(ids, starts, ends) own (person_id, since, until)
    left join (
      select j.person_id, min(j.since) as since from jsonb_array_elements_text(coalesce(definition.condition -> 'unless', '[]')) other
      cross join lateral exposures.judge(in_county, other, exposures.unless_most(ids)) j group by j.person_id) kept_out
      on kept_out.person_id = own.person_id
    where own.since < coalesce(least(own.until, kept_out.since), 'infinity');
end $$;

grant execute on function exposures.codes_in(jsonb), exposures.names_in(jsonb), exposures.day_begins(text),
  exposures.unless_most(uuid[]),   exposures.spoken_as(integer, uuid[]), exposures.travel_of(integer, uuid[]), exposures.contacts_of(integer, uuid[]),
  exposures.met(integer, uuid[]), exposures.travel_hits(integer, jsonb, uuid[]), exposures.hits(integer, jsonb, uuid[]),
  exposures.judge(integer, text, uuid[]) to qunfang_app, qunfang_clerk;
