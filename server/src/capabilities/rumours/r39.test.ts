import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { scenario, testConfig } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { strip } from './rules.stripping.ts'
import { aSignal } from './rumours.factory.ts'

let owner: postgres.Sql
let apart: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 1, onnotice: () => {} })
  apart = postgres(testConfig().apartUrl, { max: 1, onnotice: () => {} })
})
afterAll(() => Promise.all([owner.end(), apart.end()]))

type Sql = postgres.Sql | postgres.TransactionSql
class Undo extends Error {}
/** What is found with one change made to the schema, which is taken back again. */
async function planted<T>(change: string, look: (sql: Sql) => Promise<T>): Promise<T> {
  let found: T | undefined
  await owner
    .begin(async (sql) => {
      await sql.unsafe(change)
      found = await look(sql)
      throw new Undo()
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error
    })
  return found as T
}

/** Everything the desk's role may touch outside its own schema. */
const reach = async (sql: Sql) => {
  const relations = await sql<{ name: string; may: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name, verb as may from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) verb
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^(pg_|information_schema)' and n.nspname <> 'rumours'
      and (has_table_privilege('qunfang_rumours', c.oid, verb)
        or (verb in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege('qunfang_rumours', c.oid, verb)))
    order by 1, 2`
  const functions = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, p.proname) as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^(pg_|information_schema)' and has_schema_privilege('qunfang_rumours', n.oid, 'USAGE')
      and has_function_privilege('qunfang_rumours', p.oid, 'EXECUTE')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`
  const roles = await sql<{ name: string }[]>`
    select rolname as name from pg_roles where rolname <> 'qunfang_rumours' and pg_has_role('qunfang_rumours', oid, 'MEMBER')`
  return {
    relations: relations.map(({ name, may }) => `${may} ${name}`),
    functions: [...new Set(functions.map(({ name }) => name))],
    roles: roles.map(({ name }) => name),
  }
}
const REACH = {
  relations: ['INSERT kernel.audit_inbox', 'INSERT kernel.feed_inbox'],
  functions: [
    'kernel.app_actor',
    'kernel.app_county',
    'kernel.app_from',
    'kernel.app_purpose',
    'kernel.app_role',
    'kernel.app_to',
    'kernel.known_by',
    'rumours.is_stripped',
    'rumours.listed',
  ],
  roles: [],
}

test('the desk’s role reaches its own schema, and adds to the audit; it reads nothing else by any route', async () => {
  expect(await reach(owner)).toEqual(REACH)
  const others = await owner`
    select format('%I.%I', n.nspname, c.relname) as name, r.rolname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_roles r on r.rolname in ('qunfang_app', 'qunfang_clerk')
    where n.nspname = 'rumours' and c.relkind in ('r', 'v') and has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE')`
  expect([...others]).toEqual([])
  for (const table of [
    'people.identity',
    'people.person',
    'access.account',
    'cases.episode',
    'isolation.order_opened',
    'kernel.audit_inbox',
    'kernel.quarantine',
  ])
    await expect(apart.unsafe(`select * from ${table} limit 1`), table).rejects.toThrow(
      /permission denied|does not exist/,
    )
  for (const role of ['qunfang_app', 'qunfang_clerk', 'qunfang'])
    await expect(apart.unsafe(`set role ${role}`), role).rejects.toThrow(/permission denied/)
})

test('open pages are told that something changed at the desk, to the county alone, and never what', async () => {
  const say = (given: object) =>
    apart.begin(async (sql) => {
      await sql`select set_config('app.county', '990001', true)`
      const row = { county: 990_001, id: randomUUID(), division: '990001', kind: 'rumours', ids: [], ...given }
      await sql`
        insert into kernel.feed_inbox (county, id, division, kind, ids, announced_at)
        values (${row.county}, ${row.id}, ${row.division}, ${row.kind}, ${row.ids}::uuid[], now())`
      throw new Undo()
    })
  await expect(say({})).rejects.toThrow(Undo)
  for (const more of [
    { ids: [randomUUID()] },
    { kind: 'case' },
    { division: '990001100' },
    { county: 990_002 },
    { county: 990_002, division: '990002' },
  ])
    await expect(say(more), JSON.stringify(more)).rejects.toThrow(/row-level security/)
})

test.each([
  ['grant usage on schema people to qunfang_rumours; grant select on people.identity to qunfang_rumours', 'relations'],
  [
    'grant usage on schema people to qunfang_rumours; grant select (id) on people.person to qunfang_rumours',
    'relations',
  ],
  [
    'grant usage on schema people to qunfang_rumours; grant execute on all functions in schema people to qunfang_rumours',
    'functions',
  ],
  ['grant qunfang_app to qunfang_rumours', 'roles'],
  ['grant select on kernel.audit_inbox to qunfang_rumours', 'relations'],
])('noticed if it were otherwise: %s', async (change, kind) => {
  const found = await planted(change, reach)
  expect(found[kind as keyof typeof REACH]).not.toEqual(REACH[kind as keyof typeof REACH])
})

/** Words that may stand in a column: checked by the database itself, or out of a closed list, or of a closed form. */
const looseColumns = async (sql: Sql) => {
  const columns = await sql<{ name: string; type: string; checks: string; inside: boolean; isKey: boolean }[]>`
    select c.relname || '.' || a.attname as name, format_type(a.atttypid, null) as type,
      coalesce((select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)), '') as checks,
      exists (select from pg_constraint k join pg_class o on o.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f'
        and a.attnum = any (k.conkey) and o.relnamespace = 'rumours'::regnamespace) as inside,
      a.attname = 'id' as "isKey"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'rumours'::regnamespace and c.relkind = 'r' order by 1`
  return columns
    .filter(({ name, type, checks, inside, isKey }) => {
      if (['integer', 'bigint', 'date', 'timestamp with time zone', 'integer[]'].includes(type)) return false
      if (type === 'text' || type === 'text[]') return !/is_stripped|= ANY|<@|division ~|theme ~/.test(checks)
      if (type === 'uuid') return !inside && !isKey
      // A keyed hash of what was kept, by which the same sent twice is known.
      return !(type === 'bytea' && name.endsWith('.digest'))
    })
    .map(({ name }) => name)
}
/** Not of persons: a piece of publicity, and a group of the command. */
const ELSEWHERE = ['answer.piece_id', 'watch.body_id']

test('no column can hold an author, an account, a number, a link, or a way to a person', async () => {
  expect(await looseColumns(owner)).toEqual(ELSEWHERE)
  for (const column of ['author text', 'phone bytea', 'account_id uuid', 'url text', 'said jsonb', 'person_id uuid'])
    expect(await planted(`alter table rumours.signal add column ${column}`, looseColumns)).toContain(
      `signal.${column.split(' ')[0]}`,
    )
  const outside = await owner`
    select conrelid::regclass::text as name from pg_constraint k join pg_class o on o.oid = k.confrelid join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and (c.relnamespace = 'rumours'::regnamespace) <> (o.relnamespace = 'rumours'::regnamespace)`
  expect([...outside]).toEqual([])
})

test.each([
  '打15400001234',
  '找@小草莓',
  '见 https://a.example',
  '冀H12345的车',
  '130899199001011234',
  'www.example.org',
])('the database itself refuses "%s"', async (words) => {
  const keep = (said: string) =>
    apart.begin(async (sql) => {
      await sql`set local app.county = '1'`
      const id = randomUUID()
      await sql`insert into rumours.topic (county, id, received_at) values (1, ${id}, now())`
      await sql`insert into rumours.wording (county, id, topic_id, words, digest, received_at)
        values (1, ${randomUUID()}, ${id}, ${said}, ${Buffer.from(said)}, now())`
      throw new Undo()
    })
  await expect(keep(words)).rejects.toThrow(/check constraint/)
  await expect(keep('口罩五十块一个')).rejects.toThrow(Undo)
})

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱郭罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕'
const GIVEN = [
  '建华',
  '国军',
  '志平',
  '文英',
  '明兰',
  '德芳',
  '春伟',
  '秀敏',
  '玉静',
  '桂丽',
  '海涛',
  '晓超',
  '淑霞',
  '俊杰',
  '永辉',
]
/** 300 posts as they would be pasted in: every one with somebody in it. */
function posts() {
  return Array.from({ length: 300 }, (_, nth) => {
    const name = `${SURNAMES.charAt(nth % SURNAMES.length)}${GIVEN[nth % GIVEN.length]}`
    const phone = `154${String(10_000_000 + nth * 7919).slice(-8)}`
    const document = `13089919900101${String(1000 + nth)}`
    const account = `fan_${nth}x${nth * 13}`
    const plate = `冀H${String(10_000 + nth * 31).slice(-5)}`
    const link = `https://weibo.example/${nth}/abc`
    const ways = [
      `转发:${name}说口罩涨到五十块一个,电话${phone}`,
      `@${account} 发的:明天开始封村,谁也不让出去 ${link}`,
      `${name}(身份证${document})从武汉回来了,村里要封路`,
      `加微信:${account},代购口罩五十块一个`,
      `${plate}的车主${name}拉了两袋粮食,说只够吃三天`,
      `求证:是不是${name}确诊了?手机 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
    ]
    return {
      words: ways[nth % ways.length] ?? '',
      canaries: [name, phone, phone.slice(-8), document, account, plate, link, `weibo.example`],
    }
  })
}

test(
  '300 posts with names, numbers and accounts pasted in: nothing of them is kept anywhere',
  scenario(async (stage) => {
    await stage.inside(keepInventedDivisions)
    const desk = await stage.as.countyDesk()
    const all = posts()
    const items = all.map(({ words }) => aSignal(stage.county, { words }))
    // As a check of the check: before it is stripped each one carries somebody.
    expect(all.every(({ words, canaries }) => canaries.some((one) => words.includes(one)))).toBe(true)
    const { body } = await desk.post('/rumour-signals/batch', { items })
    expect(body.verdicts.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
    const kept = await owner<{ words: string }[]>`select words from rumours.wording where county = ${stage.county}`
    const audit = await owner<{ note: string }[]>`select note from kernel.audit_inbox where county = ${stage.county}
      union all select note from kernel.audit_entry where county = ${stage.county}`
    const aside = await owner`select 1 from kernel.quarantine where county = ${stage.county}`
    const texts = [...kept.map(({ words }) => words), ...audit.map(({ note }) => note)].join('\n')
    expect(kept.length).toBeGreaterThan(3)
    expect(all.flatMap(({ canaries }) => canaries).filter((one) => texts.includes(one))).toEqual([])
    expect(aside).toHaveLength(0)
    const [{ stripped = 0 } = {}] = await owner<{ stripped: number }[]>`
      select sum(stripped)::integer as stripped from rumours.signal where county = ${stage.county}`
    expect(stripped).toBeGreaterThanOrEqual(300)
  }),
)

test('without the stripping the canaries would be found, so the test above can fail', () => {
  const left = posts().filter(({ words, canaries }) => canaries.some((one) => words.includes(one)))
  expect(left).toHaveLength(300)
  expect(posts().filter(({ words, canaries }) => canaries.some((one) => strip(words).text.includes(one)))).toEqual([])
})

test(
  'there is no way to report a person: no route names one, and no field of the desk is called like one',
  scenario(async ({ server, as }) => {
    const desk = await as.countyDesk()
    for (const path of ['/rumour-reports', '/rumour-persons', '/rumour-authors', '/rumour-accounts'])
      expect((await desk.post(path, {})).status).toBe(404)
    const routes = server.printRoutes({ commonPrefix: false })
    expect(routes).toContain('rumour-topics')
    expect(routes.split('\n').filter((line) => /rumour.*(person|author|account|poster)/i.test(line))).toEqual([])
    const extra = await desk.post('/rumour-signals', { ...aSignal(130822), author: '某人' })
    expect(extra).toMatchObject({ status: 422, body: { code: 'kernel.input-invalid' } })
  }),
)
