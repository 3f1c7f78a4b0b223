-- How a fever found at a checkpoint ended has one truth: what was said at its hand-over, and from the opening of its case on what is
-- decided there. The fever itself is counted here and nowhere else.
create view checkpoints.outcome_said with (security_invoker = true) as
select county, hand_over_id, outcome, recorded_at as at, received_at, note from checkpoints.hand_over_outcome
union all
select county, origin_id, outcome, at, received_at, institution from cases.published_outcomes where origin = 'checkpoint';
grant select on checkpoints.outcome_said to qunfang_app;

create or replace function checkpoints.open_fevers(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, open bigint) stable language sql as $$
  select h.checkpoint_id, h.division, count(*)
  from checkpoints.hand_over h
  join checkpoints.passage_now n on n.county = h.county and n.id = h.id and n.fever and not n.voided
  where h.county = (select kernel.app_county()) and h.opened_at <= moment and h.division >= area and h.division < area || ':'
    and not exists (
      select from checkpoints.outcome_said o
      where o.county = h.county and o.hand_over_id = h.id and o.outcome <> 'unreachable' and o.at <= moment)
  group by h.checkpoint_id, h.division
$$;

create or replace function checkpoints.fever_outcomes(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, outcome text, fevers bigint) stable language sql as $$
  select h.checkpoint_id, h.division, o.outcome, count(*)
  from checkpoints.hand_over h
  join checkpoints.passage_now n on n.county = h.county and n.id = h.id and n.fever and not n.voided
  join lateral (
    select outcome from checkpoints.outcome_said o
    where o.county = h.county and o.hand_over_id = h.id and o.at <= moment
    order by o.at desc, o.received_at desc limit 1) o on true
  where h.county = (select kernel.app_county()) and h.opened_at <= moment and h.division >= area and h.division < area || ':'
  group by h.checkpoint_id, h.division, o.outcome
$$;
