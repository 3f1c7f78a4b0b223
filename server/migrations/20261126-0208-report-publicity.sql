-- What had gone out as of a moment, by kind; and what the loudspeakers of each village had played until then.
create function report.publicity_v1(area text, moment timestamptz) returns table (division text, family text, pieces bigint)
  stable language sql as $$
select p.division, case when p.kind in ('leaflet', 'legal-notice', 'answer') then p.kind else 'piece' end, count(*) from publicity.publication p
where p.county = (select kernel.app_county()) and p.division >= area and p.division < area || ':' and p.nth = 1 and p.at <= moment
group by 1, 2
$$;
grant execute on function report.publicity_v1(text, timestamptz) to qunfang_app;

create function report.plays_v1(area text, moment timestamptz)
  returns table (division text, played bigint, missed bigint, villages bigint) stable language sql as $$
select y.division, count(*) filter (where y.played), count(*) filter (where not y.played), (count(*) filter (where y.played) > 0)::int::bigint
from publicity.play y
where y.county = (select kernel.app_county()) and y.division >= area and y.division < area || ':' and y.at <= moment
group by y.division
$$;
grant execute on function report.plays_v1(text, timestamptz) to qunfang_app;
