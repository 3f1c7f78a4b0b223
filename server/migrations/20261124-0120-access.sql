-- Who may come in. Accounts are people who work here; seats hold the responsibility; devices are phones and desks.
create schema access;
grant usage on schema access to qunfang_app, qunfang_clerk;

-- Secrets and sign-ins answer to nobody but access itself, which takes the role 'system' for the moment it needs them: a
-- query that reaches these tables in anyone's name, even an administrator's, reads nothing.
create function access.guard_secret(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy scope on %s to qunfang_app using (county = (select kernel.app_county())'
    ' and (select kernel.app_role()) = ''system'')', target);
  execute format('create policy owner on %s to current_user using (true)', target);
end $$;

-- The field card of every column of a table that has something to do with a person.
create function access.card(target regclass, columns text[], card text) returns void language plpgsql as $$
declare name text;
begin
  foreach name in array columns loop
    execute format('comment on column %s.%I is %L', target, name, card);
  end loop;
end $$;
revoke execute on function access.guard_secret(regclass), access.card(regclass, text[], text) from public;
