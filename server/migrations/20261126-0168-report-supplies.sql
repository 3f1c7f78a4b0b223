-- What was in the stores at a moment, item by item and owner by owner, each in its own unit; and the stores themselves.
create function report.supplies_v1(area text, moment timestamptz)
  returns table (division text, owner text, kind text, code text, unit text, quantity bigint, stores bigint)
  stable language sql as $$
select s.division, s.owner, i.kind, i.code, i.unit, sum(l.quantity)::bigint, 0::bigint
from supplies.store s
join supplies.leg l on l.county = s.county and l.store_id = s.id and l.at <= moment
join supplies.item i on i.county = l.county and i.id = l.item_id
where s.county = (select kernel.app_county()) and s.division >= area and s.division < area || ':'
group by s.division, s.owner, i.kind, i.code, i.unit
union all
select s.division, s.owner, '', '', '', 0, count(*) from supplies.store s
where s.county = (select kernel.app_county()) and s.division >= area and s.division < area || ':' and s.opened_at <= moment
group by s.division, s.owner
$$;
grant execute on function report.supplies_v1(text, timestamptz) to qunfang_app;
