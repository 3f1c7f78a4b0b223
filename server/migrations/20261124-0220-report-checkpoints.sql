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

create view report.checkpoint_opening_v1 with (security_invoker = true) as
select county, id, division, kind, opened_at from places.checkpoint;
grant select on report.checkpoint_opening_v1 to qunfang_app;
grant execute on function report.checkpoint_counts_v1(text, timestamptz), report.open_fevers_v1(text, timestamptz) to qunfang_app;
