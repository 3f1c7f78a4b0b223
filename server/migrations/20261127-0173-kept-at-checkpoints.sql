-- Whoever is under an order and passes a checkpoint is seen as such by the shift that has them before it, and by whoever looks after the
-- order. The shift learns that somebody is to be at home or in a site, and not on which ground, by whom or where they live.
create view places.published_checkpoint with (security_invoker = true) as select county, id, division, name from places.checkpoint;
grant select on places.published_checkpoint to qunfang_app;

-- Ids and moments in. An order counts for as long as it stands and not a minute longer; who was merged is found by either id.
create function isolation.kept_at(persons uuid[], moments timestamptz[])
  returns table (nth integer, order_id uuid, division text, kind text)
  stable security definer set search_path = '' rows 5 language sql as $$
  select asked.nth::integer, s.order_id, s.division, s.kind
  from unnest(persons, moments) with ordinality asked (person, moment, nth)
  cross join lateral (
    select asked.person as id
    union select a.id from people.published_alias a where a.county = (select kernel.app_county()) and a.now_id = asked.person
    union select a.now_id from people.published_alias a where a.county = (select kernel.app_county()) and a.id = asked.person) spoken
  join isolation.span s on s.county = (select kernel.app_county()) and s.person_id = spoken.id and s.during @> asked.moment
  where (select kernel.app_role()) in ('system', 'checkpoint-shift', 'village-cadre', 'township-officer', 'county-desk')
$$;
revoke execute on function isolation.kept_at(uuid[], timestamptz[]) from public;
grant execute on function isolation.kept_at(uuid[], timestamptz[]) to qunfang_app;

create table checkpoints.kept_passage (
  county integer not null,
  passage_id uuid not null,
  division text collate "C" not null,
  checkpoint_id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('home', 'central')),
  at timestamptz not null,
  primary key (county, passage_id),
  foreign key (county, passage_id) references checkpoints.passage (county, id)
);
comment on table checkpoints.kept_passage is 'Somebody was under an order of isolation when they passed.';
comment on column checkpoints.kept_passage.order_id is 'purpose=isolation-care: whose order it is; basis=Infectious Diseases Act, CAC notice 2020-02-04; class=whereabouts; retention=21 days; readers=checkpoint-shift, village-cadre, township-officer, county-desk';
comment on column checkpoints.kept_passage.kind is 'purpose=isolation-care: at home or in a site; basis=Infectious Diseases Act; class=health; retention=21 days; readers=checkpoint-shift, village-cadre, township-officer, county-desk';
create index kept_passage_order on checkpoints.kept_passage (county, order_id, at);
create index kept_passage_time on checkpoints.kept_passage (county, at);
select kernel.guard('checkpoints.kept_passage');
grant select, insert on checkpoints.kept_passage to qunfang_app;
grant select on checkpoints.kept_passage to qunfang_clerk;
create view checkpoints.published_kept with (security_invoker = true) as
select county, passage_id, division, checkpoint_id, order_id, at from checkpoints.kept_passage;
grant select on checkpoints.published_kept to qunfang_app;

-- Where somebody under an order passed, for whoever may read the order: the checkpoint may be anywhere in the county.
create function isolation.passed(in_order uuid) returns table (passage_id uuid, checkpoint text, division text, at timestamptz)
  stable security definer set search_path = '' rows 5 language sql as $$
  select p.passage_id, c.name, c.division, p.at from checkpoints.published_kept p
  join places.published_checkpoint c on c.county = p.county and c.id = p.checkpoint_id
  where p.county = (select kernel.app_county()) and p.order_id = in_order and exists (
    select from isolation.opening o where o.county = (select kernel.app_county()) and o.id = in_order
      and o.division >= (select kernel.app_from()) and o.division < (select kernel.app_to()))
  order by p.at desc limit 100
$$;
revoke execute on function isolation.passed(uuid) from public;
grant execute on function isolation.passed(uuid) to qunfang_app;

create or replace function retention.forget_passages(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' set enable_seqscan = off language plpgsql as $$
declare
  after_at timestamptz := coalesce(nullif(split_part(in_after, '|', 1), '')::timestamptz, '-infinity');
  after_id uuid := coalesce(nullif(split_part(in_after, '|', 2), '')::uuid, '00000000-0000-0000-0000-000000000000');
  ids uuid[];
  last_at timestamptz;
  went integer;
  kept integer := 0;
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
  if in_after is null then
    delete from checkpoints.kept_passage one where one.county = run.county and one.at < run.moment - interval '21 days';
    get diagnostics kept = row_count;
  end if;
  return row(case when cardinality(ids) = in_limit then last_at::text || '|' || ids[in_limit]::text end, coalesce(cardinality(ids), 0), jsonb_build_object('checkpoints.passage whereabouts', went, 'checkpoints.kept_passage whereabouts', kept))::retention.done;
end $$;
