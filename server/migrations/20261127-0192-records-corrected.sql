-- Records that were put right since a moment and had happened by another: which, when, why, and what page tells of them. As far as the
-- reader sees them, and of the kinds that are asked for.
create function report.corrected_v1(area text, moment timestamptz, since timestamptz)
  returns table (kind text, division text, record_id uuid, page_id uuid, at timestamptz, corrected_at timestamptz, voided boolean, why text)
  stable language sql as $$
select found.* from (
  select 'passage'::text as kind, c.division, p.id, p.checkpoint_id, p.occurred_at as at, c.received_at as corrected_at, c.voided, c.why
  from checkpoints.passage_correction c join checkpoints.passage p on p.county = c.county and p.id = c.passage_id
  where c.county = (select kernel.app_county()) and c.received_at > since
  union all
  select 'visit', c.division, o.id, null, o.occurred_at, c.received_at, c.voided, c.why
  from visits.visit c join visits.visit o on o.county = c.county and o.id = c.corrects
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
  union all
  select 'travel', c.division, o.id, o.person_id, o.at, c.received_at, c.voided, c.why
  from exposures.travel c join exposures.travel o on o.county = c.county and o.id = c.corrects
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
  union all
  select 'contact', c.division, o.id, o.person_id, o.first_at, c.received_at, c.voided, c.why
  from exposures.contact c join exposures.contact o on o.county = c.county and o.id = c.corrects
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
  union all
  select 'stay', c.division, o.id, o.person_id, o.arrived_at, c.received_at, c.voided, c.why
  from exposures.stay c join exposures.stay o on o.county = c.county and o.id = c.corrects
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
  union all
  select 'illness', c.division, o.id, o.person_id, o.onset_at, c.received_at, c.voided, c.why
  from exposures.illness c join exposures.illness o on o.county = c.county and o.id = c.corrects
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
  union all
  select 'gathering', c.division, o.id, null, o.started_at, c.received_at, c.voided, c.why
  from exposures.gathering c join exposures.gathering o on o.county = c.county and o.id = c.corrects
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
  union all
  select 'case-entry', c.division, o.id, o.case_id, o.at, c.received_at, c.voided, c.why
  from cases.entry c join cases.entry o on o.county = c.county and o.id = c.corrects
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
  union all
  select 'order', e.division, o.id, o.id, o.starts_at, e.received_at, true, null
  from isolation.ending e join isolation.opening o on o.county = e.county and o.id = e.order_id
  where e.county = (select kernel.app_county()) and e.why = 'entered-wrongly' and e.received_at > since
  union all
  select 'reading', c.division, o.id, o.order_id, o.occurred_at, c.received_at, c.voided, c.why
  from isolation.reading c join isolation.reading o on o.county = c.county and o.id = c.corrects
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
  union all
  select 'disinfection', t.division, d.id, t.site_id, d.at, t.received_at, true, t.why
  from sites.taking_back t join sites.disinfection d on d.county = t.county and d.id = t.record_id
  where t.county = (select kernel.app_county()) and t.kind = 'disinfection' and t.received_at > since
  union all
  select 'inspection', c.division, o.id, o.root_id, o.occurred_at, c.received_at, c.voided, c.why
  from inspections.inspection c join inspections.inspection o on o.county = c.county and o.id = c.corrects
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
  union all
  select 'finding-step', c.division, o.id, i.root_id, o.at, c.received_at, c.voided, c.why
  from inspections.step c join inspections.step o on o.county = c.county and o.id = c.corrects
  join inspections.finding f on f.county = o.county and f.id = o.finding_id
  join inspections.inspection i on i.county = f.county and i.id = f.inspection_id
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
  union all
  select 'movement', c.division, o.id, o.store_id, o.at, c.received_at, true, c.why
  from supplies.movement c join supplies.movement o on o.county = c.county and o.id = c.reverses_id
  where c.county = (select kernel.app_county()) and c.kind = 'reversed' and c.received_at > since
  union all
  select 'fund-entry', c.division, o.id, null, o.at, c.received_at, true, c.why
  from funds.entry c join funds.entry o on o.county = c.county and o.id = c.reverses
  where c.county = (select kernel.app_county()) and c.reverses is not null and c.received_at > since
  union all
  select 'publication', c.division, o.id, o.piece_id, o.at, c.received_at, false, c.why
  from publicity.publication c join publicity.publication o on o.county = c.county and o.id = c.corrects
  where c.county = (select kernel.app_county()) and c.corrects is not null and c.received_at > since
) found
where found.division >= area and found.division < area || ':' and found.at <= moment
$$;
grant execute on function report.corrected_v1(text, timestamptz, timestamptz) to qunfang_app;
