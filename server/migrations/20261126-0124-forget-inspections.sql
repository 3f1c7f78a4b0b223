-- Thirty days after the response the pictures are emptied, and the words and answers that somebody wrote freely: that there was an
-- inspection of the place, how grave a finding was and when it passed stays.
create function retention.forget_inspections(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  went jsonb := '{}';
  counted integer;
begin
  if coalesce(run.ended_at < run.moment - interval '30 days', false) then
    update inspections.photo one set content = '\x' where one.county = run.county and one.content <> '\x';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('inspections.photo sensitive', counted);
    update inspections.inspection one set note = null, answers = '{}', why = case when one.why is null then null else '' end
    where one.county = run.county and (one.note is not null or one.answers <> '{}' or one.why <> '');
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('inspections.inspection free-text', counted);
    update inspections.finding one set what = '' where one.county = run.county and one.what <> '';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('inspections.finding free-text', counted);
    update inspections.step one set note = null, why = case when one.why is null then null else '' end
    where one.county = run.county and (one.note is not null or one.why <> '');
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('inspections.step free-text', counted);
    update inspections.plan_end one set why = '' where one.county = run.county and one.why <> '';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('inspections.plan_end free-text', counted);
  end if;
  return row(null, 0, went)::retention.done;
end $$;
revoke execute on function retention.forget_inspections(retention.run, text, integer) from public;
