import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { scenario, testConfig } from '../../../test/scenario/scenario.ts'
import { derivations } from '../../app.ts'
import { fillCounty } from './every-fact.factory.ts'
import { rebuild } from './rebuild.ts'

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 1 })
})
afterAll(() => owner.end())

test(
  'every derived table is emptied and made anew from the facts with the same rows; a changed one is found, and mended',
  scenario(async (scene) => {
    const { app, county } = scene
    await fillCounty(scene)
    const hold = (check: boolean) => rebuild(app, testConfig(), derivations, { check, counties: [county] })
    const differing = async (check = true) =>
      (await hold(check))
        .filter(({ missing, extra }) => missing + extra > 0)
        .map(({ table, missing, extra }) => [table, missing, extra])
    const held = await hold(true)
    expect(held.filter(({ missing, extra }) => missing + extra > 0)).toEqual([])
    expect(held.filter(({ rows }) => rows === 0).map(({ table }) => table)).toEqual(['visits.follow_up_open'])

    await owner`update checkpoints.count_by_hour set screened = screened + 1 where county = ${county}`
    await owner`delete from visits.home_now where county = ${county} and state = 'nobody'`
    await owner`update supplies.shelf set quantity = quantity + 7 where county = ${county} and quantity = 80`
    await owner`update isolation.span set during = tstzrange(lower(during), upper(during) - interval '1 day') where county = ${county} and not ended`
    const planted = [
      ['checkpoints.count_by_hour', 2, 2],
      ['visits.home_now', 1, 0],
      ['isolation.span', 2, 2],
      ['supplies.shelf', 1, 1],
    ]
    const inOrder = (found: unknown[][]) => [...found].sort((a, b) => String(a[0]).localeCompare(String(b[0])))
    expect(inOrder(await differing())).toEqual(inOrder(planted))
    expect(inOrder(await differing(false))).toEqual(inOrder(planted))
    expect(await differing()).toEqual([])
  }),
  60_000,
)

test('a table is facts, which are added to by the product’s roles, or it is declared as derived, or it is named here', async () => {
  const derived = derivations.flatMap(({ tables }) => Object.keys(tables))
  expect(new Set(derived).size).toBe(derived.length)
  const tables = await owner<{ name: string; added: boolean }[]>`
    select format('%I.%I', n.nspname, c.relname) as name,
      has_table_privilege('qunfang_app', c.oid, 'INSERT') or has_table_privilege('qunfang_rumours', c.oid, 'INSERT') as added
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1`
  expect(derived.filter((name) => !tables.some((one) => one.name === name))).toEqual([])
  // What an operation could write past the facts would be lost when the table is made anew.
  expect(tables.filter(({ name, added }) => added && derived.includes(name)).map(({ name }) => name)).toEqual([])
  const others = tables.filter(({ name, added }) => !added && !derived.includes(name)).map(({ name }) => name)
  expect(others).toEqual(Object.keys(WRITTEN_BY_THE_DATABASE).sort())
})

/** Neither: each with the reason why it cannot be worked out again. */
const WRITTEN_BY_THE_DATABASE: Record<string, string> = {
  'agency_lists.certificate': 'What a destruction destroyed, of which nothing else is left.',
  'agency_lists.verified_before': 'What a destroyed list had answered, for the figures.',
  'kernel.audit_entry': 'The chain itself.',
  'kernel.county_head': 'How far the clerk is, and the epoch that phones were told.',
  'kernel.feed_entry': 'Numbers that phones were given.',
  'kernel.schema_migration': 'What was applied to this installation.',
  'people.purpose': 'Written by a migration, the same for everybody.',
  'retention.gone': 'What was forgotten.',
  'retention.trail_end': 'How far the trail has ended, with the hash that the chain goes on from.',
  'retention.referred': 'Whom a run of forgetting has to spare; empty between runs.',
  'supplies.leg': 'The double entry of the ledger, to which even the owner can only add.',
}
