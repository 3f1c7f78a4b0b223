-- Work of the system itself. A job is queued in the transaction that causes it, and its end is written in the transaction that does
-- its work, so neither can happen without the other. `data` names ids, never persons.
create table kernel.job (
  county integer not null,
  id uuid not null,
  name text not null,
  data jsonb not null,
  queued_at timestamptz not null,
  due_at timestamptz not null,
  tries integer not null default 0,
  fault text,
  done_at timestamptz,
  failed_at timestamptz,
  primary key (county, id)
);
comment on column kernel.job.due_at is 'Moved to the next try before a try begins: a killed worker has still used one up.';
comment on column kernel.job.fault is 'Class and place of the last error, never its text, which can carry values.';
create index job_due on kernel.job (county, due_at) where done_at is null and failed_at is null;

alter table kernel.job enable row level security;
alter table kernel.job force row level security;
create policy write on kernel.job for insert to qunfang_app with check (county = (select kernel.app_county()));
create policy read on kernel.job for select to qunfang_app using (
  county = (select kernel.app_county()) and (select kernel.app_role()) in ('system', 'county-desk', 'administrator'));
create policy work on kernel.job for update to qunfang_app using (
  county = (select kernel.app_county()) and (select kernel.app_role()) = 'system');
create policy clerk on kernel.job to qunfang_clerk using (true);
create policy owner on kernel.job to current_user using (true);
grant select, insert, update (done_at) on kernel.job to qunfang_app;
grant select, insert, update, delete on kernel.job to qunfang_clerk;
