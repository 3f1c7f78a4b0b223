import type postgres from 'postgres'

type Sql = postgres.Sql | postgres.TransactionSql

/**
 * Everything a migration can leave behind, in one hash: relations and columns, constraints, indexes, policies, functions, views,
 * triggers, rights, comments, every row, and the list of what is said to be applied.
 */
export async function schemaState(sql: Sql): Promise<string> {
  const [found] = await sql<{ state: string }[]>`
    with ours as (select oid, nspname, nspacl from pg_namespace where nspname !~ '^(pg_|information_schema)'),
      relation as (select c.* from pg_class c join ours on ours.oid = c.relnamespace)
    select md5(string_agg(line, E'\n' order by line collate "C")) as state from (
      select concat_ws('|', 'schema', nspname, nspacl) from ours
      union all
      select concat_ws('|', 'relation', oid::regclass, relkind, relowner::regrole, relacl, reloptions, relrowsecurity, relforcerowsecurity,
        case when relkind in ('v', 'm') then pg_get_viewdef(oid) end)
      from relation
      union all
      select concat_ws('|', 'column', a.attrelid::regclass, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        a.attcollation, a.attacl, a.attoptions, a.attisdropped, pg_get_expr(d.adbin, d.adrelid))
      from pg_attribute a join relation c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attnum > 0
      union all
      select concat_ws('|', 'constraint', f.conrelid::regclass, conname, convalidated, pg_get_constraintdef(f.oid))
      from pg_constraint f join ours on ours.oid = f.connamespace
      union all
      select concat_ws('|', 'index', pg_get_indexdef(i.indexrelid), i.indisvalid) from pg_index i join relation c on c.oid = i.indrelid
      union all
      select concat_ws('|', 'policy', polrelid::regclass, polname, polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid),
        pg_get_expr(polwithcheck, polrelid))
      from pg_policy
      union all
      select concat_ws('|', 'function', p.oid::regprocedure, p.proowner::regrole, p.proacl, pg_get_functiondef(p.oid))
      from pg_proc p join ours on ours.oid = p.pronamespace where p.prokind in ('f', 'p')
      union all
      select concat_ws('|', 'trigger', tgrelid::regclass, pg_get_triggerdef(t.oid)) from pg_trigger t join relation c on c.oid = t.tgrelid
      where not tgisinternal
      union all
      select concat_ws('|', 'type', t.oid::regtype, typtype, typacl) from pg_type t join ours on ours.oid = t.typnamespace
      union all
      select concat_ws('|', 'extension', extname, extversion) from pg_extension
      union all
      select concat_ws('|', 'default rights', defaclrole::regrole, defaclobjtype, defaclacl) from pg_default_acl
      union all
      select concat_ws('|', 'comment', pg_describe_object(classoid, objoid, objsubid), description) from pg_description
      where objoid >= 16384
      union all
      select concat_ws('|', 'rows', oid::regclass, query_to_xml('select * from ' || oid::regclass, false, true, ''))
      from relation where relkind = 'r' and oid <> coalesce(to_regclass('kernel.schema_migration'), 0)
    ) as said (line)`
  const applied = await appliedMigrations(sql)
  return `${found?.state} after ${applied.length}: ${applied.at(-1)}`
}

async function appliedMigrations(sql: Sql): Promise<string[]> {
  const [table] = await sql`select to_regclass('kernel.schema_migration') as name`
  if (!table?.name) return []
  const rows = await sql<{ name: string }[]>`select name from kernel.schema_migration order by name collate "C"`
  return rows.map(({ name }) => name)
}

const TOKEN = /--[^\n]*|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|[^;'$-]+|[;'$-]/g

/** The statements of a file of SQL, each with its semicolon. */
export function statementsOf(sql: string): string[] {
  const statements: string[] = []
  let current = ''
  for (const [token] of sql.matchAll(TOKEN)) {
    current += token
    if (token !== ';') continue
    statements.push(current)
    current = ''
  }
  return statements
}
