-- What every other migration builds on: who asks, and the guard that makes row-level security the same everywhere.
grant usage on schema kernel to qunfang_app, qunfang_clerk;

-- A setting once used reads as an empty string later, hence nullif: an empty context equals nothing and reads nothing.
create function kernel.app_county() returns integer stable parallel safe language sql
  return nullif(current_setting('app.county', true), '')::integer;
create function kernel.app_from() returns text stable parallel safe language sql
  return nullif(current_setting('app.division_from', true), '');
create function kernel.app_to() returns text stable parallel safe language sql
  return nullif(current_setting('app.division_to', true), '');
create function kernel.app_actor() returns uuid stable parallel safe language sql
  return nullif(current_setting('app.actor', true), '')::uuid;
create function kernel.app_role() returns text stable parallel safe language sql
  return nullif(current_setting('app.role', true), '');
create function kernel.app_purpose() returns text stable parallel safe language sql
  return nullif(current_setting('app.purpose', true), '');

-- The sub-selects make the context an init plan, evaluated once per statement instead of once per row.
create function kernel.guard(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy scope on %s to qunfang_app using (county = (select kernel.app_county())'
    ' and division >= (select kernel.app_from()) and division < (select kernel.app_to()))', target);
  execute format('create policy clerk on %s to qunfang_clerk using (true)', target);
  execute format('create policy owner on %s to current_user using (true)', target);
end $$;

create function kernel.guard_county(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy scope on %s to qunfang_app using (county = (select kernel.app_county()))', target);
  execute format('create policy clerk on %s to qunfang_clerk using (true)', target);
  execute format('create policy owner on %s to current_user using (true)', target);
end $$;
revoke execute on function kernel.guard(regclass), kernel.guard_county(regclass) from public;
