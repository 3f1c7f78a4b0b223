-- What was issued until a moment, by the office that issued it and its kind, and how much of it still stood.
create function report.documents_v1(area text, moment timestamptz)
  returns table (division text, kind text, issued bigint, standing bigint)
  stable language sql as $$
  select i.division, i.kind, count(*), count(*) filter (where e.at is null or e.at > moment)
  from command.issued i left join command.document_end e on e.county = i.county and e.document_id = i.document_id
  where i.county = (select kernel.app_county()) and i.division >= area and i.division < area || ':' and i.issued_at <= moment
  group by i.division, i.kind
$$;

-- Tasks of measures as they stood at a moment, by place.
create function report.tasks_v1(area text, moment timestamptz)
  returns table (division text, state text, tasks bigint)
  stable language sql as $$
  select t.division, t.state, count(*) from command.tasks_at(moment) t
  where t.kind = 'measure' and t.division >= area and t.division < area || ':'
  group by t.division, t.state
$$;
grant execute on function report.documents_v1(text, timestamptz), report.tasks_v1(text, timestamptz) to qunfang_app;
