-- The face of the data that figures read. `report` holds views and functions only; a changed definition is a new version.
create schema if not exists report;
grant usage on schema report to qunfang_app;

-- Counts per checkpoint of everything that had happened by a moment, as known now.
create function report.checkpoint_counts_v1(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, screened bigint, fevers bigint, turned_back bigint, medical bigint, refused bigint, vehicles bigint)
  stable language sql as 'select * from checkpoints.counts_as_of(area, moment)';

-- Fevers without an outcome of examination by a moment.
create function report.open_fevers_v1(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, open bigint)
  stable language sql as 'select * from checkpoints.open_fevers(area, moment)';

-- Checkpoints that stood at a moment: opened by then, and not closed again by then.
create function report.checkpoint_open_v1(moment timestamptz)
  returns table (checkpoint_id uuid, division text, kind text)
  stable language sql as $$
  select c.id, c.division, c.kind from places.checkpoint c
  left join lateral (
    select turn from places.checkpoint_turn t where t.county = c.county and t.checkpoint_id = c.id and t.at <= moment
    order by t.at desc, t.received_at desc limit 1) t on true
  where c.county = (select kernel.app_county()) and c.opened_at <= moment and t.turn is distinct from 'closed'
$$;
grant execute on function report.checkpoint_counts_v1(text, timestamptz), report.open_fevers_v1(text, timestamptz),
  report.checkpoint_open_v1(timestamptz) to qunfang_app;
