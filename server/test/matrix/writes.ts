import type postgres from 'postgres'
import type { Foreign, World } from './world.ts'

/**
 * Every write of a row is noted from here on, whoever makes it and through whatever door: comparing all rows of an area before and
 * after each line of the matrix would take most of its time.
 */
export async function noteWrites(admin: postgres.Sql): Promise<void> {
  await admin.unsafe(`
    create unlogged table public.matrix_write (name text not null, county integer, division text, account_id uuid);
    create function public.matrix_note() returns trigger language plpgsql security definer as $$
    declare
      row jsonb;
    begin
      foreach row in array array_remove(array[to_jsonb(old), to_jsonb(new)], null) loop
        insert into public.matrix_write (name, county, division, account_id) values (
          format('%I.%I', tg_table_schema, tg_table_name), (row ->> 'county')::integer, row ->> 'division',
          case when not row ? 'division' then (row ->> 'account_id')::uuid end);
      end loop;
      return null;
    end $$;
    do $$
    declare
      walled regclass;
    begin
      for walled in select a.attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where a.attname = 'county' and c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|public)'
      loop
        execute format('create trigger matrix_note after insert or update or delete on %s for each row execute function public.matrix_note()',
          walled);
      end loop;
    end $$`)
}

/** How many writes each table of another area has had; after the clerk has been, so that no waiting row is one. */
export async function writesIn({ app, admin, foreign }: World, target: Foreign): Promise<Record<string, number>> {
  await app.kernel.clerk.settleAll()
  const { county, township } = foreign[target]
  const rows = await admin<{ name: string; count: number }[]>`
    select name, count(*)::integer as count from public.matrix_write w where county = ${county}
    ${
      target === 'elsewhere'
        ? admin``
        : admin`and (division >= ${township} and division < ${`${township}:`} or exists (select from access.account a
            where a.county = w.county and a.id = w.account_id and a.division >= ${township} and a.division < ${`${township}:`}))`
    }
    group by name`
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}
