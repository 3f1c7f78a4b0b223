-- What is sent beyond this machine is sent while no transaction is open, so no row lock keeps a second worker away meanwhile. The moment
-- of the next try does: it is put off until the sending has to be over. And where two jobs would send to one place, the second is not
-- taken up before the first has ended.
alter table kernel.job add column sends uuid;
comment on column kernel.job.sends is 'Where what the job sends arrives, of its own name; null for a job that sends nothing or may run beside any other.';
create unique index job_under_way on kernel.job (county, name, sends) where tries > 0 and done_at is null and failed_at is null;
grant update (due_at) on kernel.job to qunfang_app;
