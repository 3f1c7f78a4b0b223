-- A fever that was corrected away is none: it is open no longer, and it is not counted among the fevers either.
create or replace function checkpoints.open_fevers(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, open bigint) stable language sql as $$
  select h.checkpoint_id, h.division, count(*)
  from checkpoints.hand_over h
  join checkpoints.passage_now n on n.county = h.county and n.id = h.id and n.fever and not n.voided
  where h.county = (select kernel.app_county()) and h.opened_at <= moment and h.division >= area and h.division < area || ':'
    and not exists (
      select from checkpoints.hand_over_outcome o
      where o.county = h.county and o.hand_over_id = h.id and o.outcome <> 'unreachable' and o.recorded_at <= moment)
  group by h.checkpoint_id, h.division
$$;

-- Where fevers had ended by a moment: the newest outcome of each.
create function checkpoints.fever_outcomes(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, outcome text, fevers bigint) stable language sql as $$
  select h.checkpoint_id, h.division, o.outcome, count(*)
  from checkpoints.hand_over h
  join checkpoints.passage_now n on n.county = h.county and n.id = h.id and n.fever and not n.voided
  join lateral (
    select outcome from checkpoints.hand_over_outcome o
    where o.county = h.county and o.hand_over_id = h.id and o.recorded_at <= moment
    order by o.recorded_at desc, o.received_at desc limit 1) o on true
  where h.county = (select kernel.app_county()) and h.opened_at <= moment and h.division >= area and h.division < area || ':'
  group by h.checkpoint_id, h.division, o.outcome
$$;

create function report.fever_outcomes_v1(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, outcome text, fevers bigint)
  stable language sql as 'select * from checkpoints.fever_outcomes(area, moment)';
grant execute on function checkpoints.fever_outcomes(text, timestamptz), report.fever_outcomes_v1(text, timestamptz) to qunfang_app;
