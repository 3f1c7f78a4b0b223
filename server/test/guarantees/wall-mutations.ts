import { wallOf } from './wall-of.ts'
import type { Sql } from './walls.ts'

export interface Mutation {
  table: string
  what: string
  sql: string
}

const CONDITIONS = [
  /\(county = \( SELECT kernel\.app_county\(\) AS app_county\)\)/,
  /\(division >= \( SELECT kernel\.app_from\(\) AS app_from\)\)/,
  /\(division < \( SELECT kernel\.app_to\(\) AS app_to\)\)/,
  /\(\( SELECT kernel\.app_role\(\) AS app_role\) = (ANY \(ARRAY\[[^\]]*\]\)|'[a-z-]+'::text)\)/,
]

/** Every policy dropped, opened, turned round, and robbed of each of its conditions; every table with its wall switched off. */
export async function listMutations(sql: Sql): Promise<Mutation[]> {
  const policies = await sql<
    { table: string; name: string; command: string; using: string | null; check: string | null; roles: string }[]
  >`
    select format('%I.%I', schemaname, tablename) as table, policyname as name, cmd as command, qual as using, with_check as check,
      array_to_string(roles, ',') as roles
    from pg_policies
    -- What was known when is no wall: known-by.test.ts notices it. The owner steps around them where it can; a policy for a clerk without a grant opens nothing.
    where policyname <> 'known' and not 'qunfang' = any (roles) and (not 'qunfang_clerk' = any (roles)
      or has_table_privilege('qunfang_clerk', format('%I.%I', schemaname, tablename), 'SELECT, INSERT, UPDATE, DELETE'))
    order by 1, 2`
  const walled = policies.filter(({ table }) => wallOf(table) !== 'everybody')
  const found: Mutation[] = [...new Set(walled.map(({ table }) => table))].map((table) => ({
    table,
    what: 'row-level security off',
    sql: `alter table ${table} disable row level security`,
  }))
  for (const { table, name, command, using, check, roles } of walled) {
    const change = (what: string, condition: string) => {
      const clause = command === 'INSERT' ? `with check (${condition})` : `using (${condition})`
      found.push({ table, what: `${name} ${what}`, sql: `alter policy ${name} on ${table} ${clause}` })
    }
    found.push({ table, what: `${name} dropped`, sql: `drop policy ${name} on ${table}` })
    const said = using ?? check ?? 'true'
    if (said === 'true') {
      change('closed', 'false')
      continue
    }
    if (roles !== 'qunfang_app' && roles !== 'qunfang_rumours')
      throw new Error(`${table}: a condition for ${roles} that this test does not know how to turn`)
    change('opened', 'true')
    change('turned round', `not (${said})`)
    for (const condition of CONDITIONS)
      if (condition.test(said))
        change(`without ${/app_\w+/.exec(condition.source)?.[0]}`, said.replace(condition, '(true)'))
  }
  return found
}
