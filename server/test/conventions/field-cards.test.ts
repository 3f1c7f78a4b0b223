import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Column, isPersonal, parseCard } from '../../src/capabilities/retention/rules.ts'

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 1 })
})
afterAll(() => owner.end())

interface Found extends Column {
  card: string | null
}

const columns = (sql: postgres.Sql | postgres.TransactionSql) => sql<Found[]>`
  select n.nspname || '.' || c.relname as relation, a.attname as field, format_type(a.atttypid, null) as type,
    col_description(c.oid, a.attnum) as card, exists (
      select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and a.attnum = any (f.conkey)
        and a.attname not in ('county', 'division')
        and f.confrelid in ('people.person'::regclass, 'people.household'::regclass)) as "refersToPerson"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
    and n.nspname !~ '^pg_' order by 1, a.attnum`

/** What is called like something of a person and is nothing of one, each with its reason. */
const OF_NOBODY = new Set([
  'cases.disease_profile.body', // What a plan says of a disease.
  'cases.edition_text.body', // The same, while it is drafted.
  'kernel.county_head.audit_hash', // Head of the chain.
  'kernel.audit_entry.hash', // A link of the chain.
  'kernel.job.name', // What kind of work.
  'kernel.schema_migration.name', // Which migration.
  'places.checkpoint.name', // Of a place.
  'places.compound.name', // Of a place.
  'places.division_name.name', // Of a place.
  'responsibility.rule.body', // A rule of the responsibility system.
  'retention.gone.relation', // The name of a table.
])

const nameOf = ({ relation, field }: Column) => `${relation}.${field}`
const withoutCard = (found: readonly Found[]) =>
  found
    .filter((one) => isPersonal(one) && !OF_NOBODY.has(nameOf(one)) && !parseCard(one.card ?? ''))
    .map((one) => `${nameOf(one)}: ${one.card ?? 'no card'}`)

test('every column that names or describes a person has a whole card', async () => {
  const found = await columns(owner)
  expect(withoutCard(found)).toEqual([])
  expect(found.filter(isPersonal).length).toBeGreaterThan(150)
})

test('whatever has a card has one that a machine can read', async () => {
  const said = (await columns(owner)).filter(({ card }) => card?.startsWith('purpose='))
  expect(said.filter(({ card }) => !parseCard(card ?? '')).map((one) => `${nameOf(one)}: ${one.card}`)).toEqual([])
})

test('an exception is dropped when its column is', async () => {
  const names = new Set((await columns(owner)).map(nameOf))
  expect([...OF_NOBODY].filter((name) => !names.has(name))).toEqual([])
})

const PLANTED = [
  'person_id uuid',
  'name text',
  'phone bytea',
  'plate bytea',
  'note text',
  'anything bytea',
  'recorded_by uuid',
  'guardian uuid, foreign key (county, guardian) references people.person (county, id)',
]
test.each(PLANTED)('a planted column "%s" without a card is noticed, and with half a card too', async (column) => {
  const undone = new Error('undone')
  const field = column.split(' ')[0]
  await expect(
    owner.begin(async (sql) => {
      const before = withoutCard(await columns(sql))
      const noticed = async () => withoutCard(await columns(sql)).filter((one) => !before.includes(one))
      await sql.unsafe(`create table people.planted (county integer, ${column})`)
      expect(await noticed()).toEqual([`people.planted.${field}: no card`])
      const half = 'purpose=home-visit; basis=PIPL 13(1)(4); class=sensitive; readers=scope'
      await sql.unsafe(`comment on column people.planted.${field} is '${half}'`)
      expect(await noticed()).toEqual([`people.planted.${field}: ${half}`])
      const whole = half.replace('; readers', '; retention=21 days; readers')
      await sql.unsafe(`comment on column people.planted.${field} is '${whole}'`)
      expect(await noticed()).toEqual([])
      throw undone
    }),
  ).rejects.toBe(undone)
})
