-- Thirty days after the response the pictures of tasks are emptied and the free words of steps and reviews are gone: who confirmed, when it
-- was done and how many it was stays.
create function retention.forget_tasks(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  went jsonb := '{}';
  counted integer;
begin
  if coalesce(run.ended_at < run.moment - interval '30 days', false) then
    update command.task_photo one set content = '\x' where one.county = run.county and one.content <> '\x';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('command.task_photo personal', counted);
    update command.task_step one set note = '' where one.county = run.county and one.note <> '';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('command.task_step free-text', counted);
    update command.document_step one set note = '' where one.county = run.county and one.note <> '';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('command.document_step free-text', counted);
  end if;
  return row(null, 0, went)::retention.done;
end $$;
revoke execute on function retention.forget_tasks(retention.run, text, integer) from public;
