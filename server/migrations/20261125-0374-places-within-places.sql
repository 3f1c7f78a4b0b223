-- Places without a code nest like codes do: "Portugal" in a definition takes in "Portugal, Lisbon", which the published lists of other
-- countries brought to light. And who somebody is, or which village keeps the record, may change without a new fact.

-- The names of a definition as patterns: the name itself, or the name with something smaller after a comma.
create or replace function exposures.names_in(places jsonb) returns text[] immutable parallel safe language sql
  return array(
    select regexp_replace(lower(name), '([\\%_])', '\\\1', 'g') || smaller
    from jsonb_array_elements_text(places) one (name), unnest(array['', ',%', ',%', '、%']) smaller where name !~ '^\d+$');

-- Legs of a journey that satisfy a clause. `because` is the leg that touched the wanted place: the same, or an earlier one that
-- ended at most `days` before.
create or replace function exposures.travel_hits(in_county integer, clause jsonb, persons uuid[])
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
        coalesce(bool_or(s.role = 'to' and (s.code ~ to_codes or lower(s.place) like any (to_names))), false) as goes_there,
        coalesce(bool_or((s.role = 'from' and (s.code ~ from_codes or lower(s.place) like any (from_names)))
          or (s.role = 'via' and (s.code ~ via_codes or lower(s.place) like any (via_names)))), false) as comes_from_there
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

-- Whom the clerk has not judged anew yet: an empty list most of the time, null when a definition has changed and it is everybody.
create or replace function exposures.waiting() returns uuid[] stable language sql as $$
  select case when bool_or(f.kind = 'exposure-definition') then null
    else coalesce(exposures.around((select kernel.app_county()), array_agg(one.id)), '{}') end
  from kernel.feed_inbox f left join lateral unnest(f.ids) one (id) on true
  where f.county = (select kernel.app_county())
    and f.kind in ('exposure', 'exposure-definition', 'person-merged', 'person-home')
$$;
