-- What was measured on the day of a moment, up to it, as known now. A day costs what it holds, however long the history is. Which
-- checks were missed depends on the windows in force, and is worked out by the rule itself on the board of checks.
create function report.readings_v1(area text, moment timestamptz)
  returns table (division text, taken bigint, abnormal bigint)
  stable language sql as $$
  select r.division, count(*), count(*) filter (where r.fever or r.symptoms <> '{}')
  from isolation.reading_now r
  where r.county = (select kernel.app_county()) and r.day = isolation.day_of(moment) and r.division >= area and r.division < area || ':'
    and r.occurred_at <= moment
  group by r.division
$$;
grant execute on function report.readings_v1(text, timestamptz) to qunfang_app;
