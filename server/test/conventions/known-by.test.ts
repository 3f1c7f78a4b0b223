import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { figures } from '../../src/capabilities/reporting/catalogue/index.ts'
import { hasSaid, knowledgeOf } from '../../src/capabilities/reporting/catalogue/knowledge.ts'

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 1 })
})
afterAll(() => owner.end())

/** What a view of figures reads and nobody learns at a moment of its own, or is kept back another way, each with its reason. */
const counts = ['report.checkpoint_counts_known_v1', 'report.checkpoint_counts_often_v1']
const fevers = ['report.fever_outcomes_known_v1', 'report.open_fevers_known_v1']
const EXCEPTIONS: Readonly<Record<string, { why: string; views: readonly string[] }>> = {
  'checkpoints.count_by_day': { why: 'what arrived after is taken off', views: counts },
  'checkpoints.count_by_hour': { why: 'what arrived after is taken off', views: counts },
  'checkpoints.count_by_minute': { why: 'what arrived after is taken off', views: counts },
  'checkpoints.counted': { why: 'what arrived after is taken off', views: counts },
  'kernel.feed_inbox': { why: 'what arrived after is taken off', views: counts },
  'checkpoints.tally': { why: 'arrived_after is given the moment', views: counts },
  'checkpoints.passage': { why: 'as_known and arrived_after are given the moment', views: [...counts, ...fevers] },
  'checkpoints.passage_correction': { why: 'as_known is given the moment', views: [...counts, ...fevers] },
  'checkpoints.hand_over': { why: 'joined to its passage, which says when it arrived', views: fevers },
  'closures.named': { why: 'came with its decision', views: ['report.closures_v1'] },
  'closures.review': { why: 'moves a day of review, which no figure counts', views: ['report.closures_v1'] },
  'agency_lists.entry': { why: 'counted by when it was answered', views: ['report.comparisons_known_v1'] },
  'agency_lists.verified_before': { why: 'counted by when it was answered', views: ['report.comparisons_known_v1'] },
  'funds.purpose': { why: 'names what money is for', views: ['report.funds_v1'] },
  'exposures.stop': { why: 'came with its journey', views: ['report.line_list_known_v1'] },
  'people.person': { why: 'what is said of somebody comes after them', views: ['report.line_list_known_v1'] },
  'places.division': {
    why: 'the official list, of which nobody notes when it came',
    views: ['report.line_list_known_v1', 'report.visits_known_v1'],
  },
  'places.division_name': { why: 'names of the official list', views: ['report.line_list_known_v1'] },
  'supplies.leg': {
    why: 'joined to its movement, which says when it arrived',
    views: ['report.cover_known_v1', 'report.supplies_known_v1'],
  },
  'supplies.item': { why: 'names what is kept', views: ['report.cover_known_v1', 'report.supplies_known_v1'] },
  'sites.disinfected': { why: 'joined to its disinfection', views: ['report.sites_known_v1'] },
}
const unexcused = ({ view, table }: Reading): boolean => !EXCEPTIONS[table]?.views.includes(view)

interface Reading {
  view: string
  table: string
}

/**
 * The tables that a function of the schema `report` comes to, through functions and views, and that do not keep back what arrived after a
 * moment of knowing: neither by the policy of `kernel.known_in_time` nor, inside a definer function that no policy holds, by asking for it.
 */
const unguarded = (sql: postgres.Sql | postgres.TransactionSql, views: readonly string[]): Promise<Reading[]> => sql<
  Reading[]
>`
  with recursive said as materialized (
    select p.oid, n.nspname || '.' || p.proname as name, p.prosrc || coalesce(pg_get_function_sqlbody(p.oid), '') as text,
      p.prosecdef as definer from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
    union all
    select c.oid, n.nspname || '.' || c.relname, pg_get_viewdef(c.oid), false from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
  ), word as materialized (
    select s.oid, s.name, s.definer, s.text ~ 'known_by' as asks, w.found[1] as names from said s,
      lateral (select distinct regexp_matches(s.text, '[a-z_]+[.][a-z_0-9]+', 'g')) w (found)
  ), reached as (
    select w.name as view, w.names, w.definer, w.asks from word w where w.name = any (${[...views]})
    union
    select r.view, w.names, r.definer or w.definer, (r.definer and r.asks) or (w.definer and w.asks)
    from reached r join word w on w.name = r.names
  )
  select distinct r.view, r.names as "table" from reached r
  join pg_class c on c.relkind in ('r', 'p') and c.oid = to_regclass(r.names)
  where case when r.definer then not r.asks
    else not exists (select from pg_policy y where y.polrelid = c.oid and y.polname = 'known') end
  order by 1, 2`

const asked = new Set(
  figures.flatMap(({ source }) => {
    const known = knowledgeOf(source.view)
    if (known.by === 'nothing') return []
    if (known.by === 'facts') return [`report.${source.view}`]
    return [known.view, ...(known.often ? [known.often] : [])].map((name) => `report.${name}`)
  }),
)

test('what a figure reads is kept back until it was known, or it is said here why it is not', async () => {
  const found = await unguarded(owner, [...asked])
  expect(found.filter(unexcused)).toEqual([])
  const stale = Object.entries(EXCEPTIONS).flatMap(([table, { views }]) =>
    views
      .filter((view) => !found.some((one) => one.view === view && one.table === table))
      .map((view) => `${view} ${table}`),
  )
  expect(stale, 'an exception that nothing needs any more').toEqual([])
  expect(figures.filter(({ source }) => !hasSaid(source.view)).map(({ name }) => name)).toEqual([])
})

test('a view that reads a table of facts which says nothing of when it was known is found, through views and definers', async () => {
  const planted = await owner
    .begin(async (sql) => {
      await sql.unsafe(`
        create table cases.planted (county integer, id uuid, received_at timestamptz);
        create view cases.planted_now as select county, id from cases.planted;
        create function cases.planted_in() returns bigint stable security definer language sql as 'select count(*) from cases.episode';
        create function report.planted_v1(area text, moment timestamptz) returns table (division text, planted bigint) stable language sql
          as 'select area, count(*) + cases.planted_in() from cases.planted_now join cases.fever on true';`)
      const before = await unguarded(sql, ['report.planted_v1'])
      await sql`select kernel.known_in_time('cases.planted')`
      const after = await unguarded(sql, ['report.planted_v1'])
      throw new Planted(before, after)
    })
    .catch((error: unknown) => error)
  const definer = { view: 'report.planted_v1', table: 'cases.episode' }
  expect(planted).toMatchObject({
    before: [definer, { view: 'report.planted_v1', table: 'cases.planted' }],
    after: [definer],
  })
})

class Planted extends Error {
  readonly before: Reading[]
  readonly after: Reading[]
  constructor(before: Reading[], after: Reading[]) {
    super('taken back')
    this.before = before
    this.after = after
  }
}
