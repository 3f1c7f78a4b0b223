-- Entries of lists that somebody had verified by a moment: the first answer counts, and what was counted stays when the list is destroyed.
create function report.comparisons_v1(area text, moment timestamptz) returns table (division text, verified bigint)
  stable language sql as $$
select a.division, count(*) from (
  select distinct on (entry_id) division, recorded_at from agency_lists.answer
  where county = (select kernel.app_county()) and division >= area and division < area || ':'
  order by entry_id, recorded_at) a
where a.recorded_at <= moment group by 1
union all
select b.division, sum(b.entries) from agency_lists.verified_before b
where b.county = (select kernel.app_county()) and b.division >= area and b.division < area || ':' and b.at <= moment
group by 1
$$;
grant execute on function report.comparisons_v1(text, timestamptz) to qunfang_app;
