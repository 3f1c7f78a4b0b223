-- Which of several corrections stands hung on which phone found the network first. By when they were written, put right by the clock
-- of the phone that wrote them, it is the same whatever the order in which they arrive; ids settle the rest.
alter table checkpoints.passage_correction add column occurred_at timestamptz;
comment on column checkpoints.passage_correction.occurred_at is 'When it was written, by the server''s time; empty in corrections of before, where recorded_at stands for it.';
create index passage_correction_order on checkpoints.passage_correction (county, passage_id, (coalesce(occurred_at, recorded_at)), id);

create or replace view checkpoints.passage_now with (security_invoker = true) as
select p.county, p.id, p.division, p.checkpoint_id, p.shift_id, p.recorded_at, p.occurred_at, p.received_at, p.direction, p.person_id,
  p.vehicle_id, p.from_code, p.to_division, p.from_tally_id, p.profile,
  case when c.changes ? 'temperatureC' then (c.changes ->> 'temperatureC')::numeric else p.temperature_c end as temperature_c,
  coalesce(c.changes ->> 'site', p.site) as site,
  case when c.changes ? 'symptoms' then array(select jsonb_array_elements_text(c.changes -> 'symptoms')) else p.symptoms end as symptoms,
  coalesce(c.changes ->> 'decision', p.decision) as decision,
  case when c.changes ? 'reason' then c.changes ->> 'reason' else p.reason end as reason,
  coalesce((c.changes ->> 'fever')::boolean, p.fever) as fever,
  coalesce(c.voided, false) as voided,
  coalesce(c.corrections, 0)::integer as corrections
from checkpoints.passage p
left join lateral (
  select count(*) as corrections,
    (array_agg(said.voided order by coalesce(said.occurred_at, said.recorded_at) desc, said.id desc))[1] as voided,
    (select jsonb_object_agg(newest.key, newest.value) from (
      select distinct on (field.key) field.key, field.value
      from checkpoints.passage_correction s, jsonb_each(s.changes) field
      where s.county = p.county and s.passage_id = p.id
      order by field.key, coalesce(s.occurred_at, s.recorded_at) desc, s.id desc) newest) as changes
  from checkpoints.passage_correction said
  where said.county = p.county and said.passage_id = p.id
  having count(*) > 0
) c on true;
