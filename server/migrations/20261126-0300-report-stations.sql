-- Checkpoints that stood at a moment, in the shape of every other count: an area, a moment, and a division in each row.
create function report.stations_v1(area text, moment timestamptz)
  returns table (division text, kind text, stations bigint)
  stable language sql as $$
  select division, kind, count(*) from report.checkpoint_open_v1(moment)
  where division >= area and division < area || ':'
  group by division, kind
$$;
grant execute on function report.stations_v1(text, timestamptz) to qunfang_app;
