-- A year after a session is over, and after a code could have opened anything, they are gone: by then no parcel of a silent phone is
-- accepted in a session's name. Three years after an account was closed nobody can read any more whose it was; what it did stands
-- under its id.
create function retention.forget_sessions(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  went jsonb := '{}';
  gone integer;
  counted integer;
begin
  delete from access.session one where one.county = run.county and one.id in (
    select over.id from access.session over
    where over.county = run.county and least(over.ended_at, over.expires_at) < run.moment - interval '1 year' limit in_limit);
  get diagnostics gone = row_count;
  went := went || jsonb_build_object('access.session internal', gone);
  delete from access.one_time_code one where one.county = run.county and one.id in (
    select over.id from access.one_time_code over
    where over.county = run.county and over.expires_at < run.moment - interval '1 year' limit in_limit);
  get diagnostics counted = row_count;
  gone := greatest(gone, counted);
  went := went || jsonb_build_object('access.one_time_code secret', counted);
  update access.account one set name_sealed = '\x'
  where one.county = run.county and one.closed_at < run.moment - interval '3 years' and one.name_sealed <> '\x';
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('access.account personal', counted);
  update responsibility.roll_call one set recorded_by = null
  where one.county = run.county and one.received_at < run.moment - interval '1 year' and one.recorded_by is not null;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('responsibility.roll_call staff', counted);
  return row(case when gone = in_limit then 'more' end, gone, went)::retention.done;
end $$;
revoke execute on function retention.forget_sessions(retention.run, text, integer) from public;
