-- Asked together with everything else that a screening has to know, before it is known when exactly it was: so the spans come out, and not
-- whether one of them stood at a moment.
drop function isolation.kept_at(uuid[], timestamptz[]);
create function isolation.kept(persons uuid[])
  returns table (person uuid, order_id uuid, division text, kind text, starts_at timestamptz, ends_at timestamptz)
  stable security definer set search_path = '' rows 5 language sql as $$
  select asked.person, s.order_id, s.division, s.kind, lower(s.during), upper(s.during)
  from unnest(persons) asked (person)
  cross join lateral (
    select asked.person as id
    union select a.id from people.published_alias a where a.county = (select kernel.app_county()) and a.now_id = asked.person
    union select a.now_id from people.published_alias a where a.county = (select kernel.app_county()) and a.id = asked.person) spoken
  join isolation.span s on s.county = (select kernel.app_county()) and s.person_id = spoken.id and not isempty(s.during)
  where (select kernel.app_role()) in ('system', 'checkpoint-shift', 'village-cadre', 'township-officer', 'county-desk')
$$;
revoke execute on function isolation.kept(uuid[]) from public;
grant execute on function isolation.kept(uuid[]) to qunfang_app;
