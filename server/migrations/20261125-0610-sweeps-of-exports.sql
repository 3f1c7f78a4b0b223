-- Files that were taken, or whose export ended otherwise, go by a fact that says when somebody swept, and not by a function that could be
-- called: what takes rows away follows from something that was written down.
drop function workbooks.forget_files(timestamptz);
create table workbooks.sweep (
  county integer not null,
  id uuid not null,
  at timestamptz not null,
  primary key (county, id)
);
comment on table workbooks.sweep is 'One for each round of the job that takes away the files of exports.';
create function workbooks.sweeps() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  with over as (
    select e.county, e.export_id from workbooks.export_end e
    where e.county = new.county and (e.outcome <> 'downloaded' or e.at <= new.at - interval '10 minutes')),
  pieces as (
    delete from workbooks.export_piece p using over where p.county = over.county and p.export_id = over.export_id)
  delete from workbooks.export_part p using over where p.county = over.county and p.export_id = over.export_id;
  return null;
end $$;
create trigger sweeps after insert on workbooks.sweep for each row execute function workbooks.sweeps();
revoke execute on function workbooks.sweeps() from public;
select kernel.guard_county('workbooks.sweep');
grant select, insert on workbooks.sweep to qunfang_app;
grant select on workbooks.sweep to qunfang_clerk;
