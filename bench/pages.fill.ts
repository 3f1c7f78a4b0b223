import type postgres from 'postgres'
import { COUNTY } from './county.ts'

/** The reference county: what stands in its tables besides what this bench puts there through the front door. */
const HOUSEHOLDS = 110_000
const POSTS = 8_500
const TRAVELLERS = 16_000
const ENTRIES = 11_130

/**
 * As many rows as so many such counties have, a quarter of them in the largest township. Written past the API, because only their number
 * matters: pages that are read hold rows that came in through it.
 */
export async function fillCounty(owner: postgres.Sql, times: number, round: string): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`create temp table village on commit drop as
      select code, row_number() over (partition by code like ${`${COUNTY}100%`} order by code) - 1 as nth, code like ${`${COUNTY}100%`} as own
      from (select distinct division as code from places.division_name where county = ${COUNTY} and length(division) = 12) one`
    // Row n lies in the largest township when n is a fourth one, and anywhere else otherwise.
    await tx`create temp table place on commit drop as
      select n, v.code from generate_series(0, 3999) n
      join (select own, count(*) as villages from village group by own) size on size.own = (n % 4 = 0)
      join village v on v.own = size.own and v.nth = (n / 4) % size.villages`
    await tx`create temp table home on commit drop as
      select gen_random_uuid() as id, place.code as division, 1000 + every.n / 4000 as walk, every.n from generate_series(1, ${Math.round(HOUSEHOLDS * times)}::int) every (n)
      join place on place.n = every.n % 4000`
    await households(tx)
    await visits(tx, round)
    await responsibility(tx, Math.round(POSTS * times))
    await exposures(tx, Math.round(TRAVELLERS * times))
    await lists(tx, Math.round(ENTRIES * times))
    await files(tx, Math.round(2_000 * times))
  })
  await owner`analyze`
}

type Sql = postgres.TransactionSql

async function households(tx: Sql): Promise<void> {
  await tx`insert into people.dwelling (county, id, household_id, division, block, walk_order, since, recorded_at, received_at, digest)
    select ${COUNTY}, id, id, division, '第' || walk % 12 || '组', walk, '2020-01-01', '2020-01-01', '2020-01-01', '' from home`
  await tx`insert into people.membership (county, id, household_id, person_id, division, relation, head, since, recorded_at, received_at, digest)
    select ${COUNTY}, gen_random_uuid(), id, gen_random_uuid(), division, case member when 1 then 'head' else 'not-said' end, member = 1,
      '2020-01-01', '2020-01-01', '2020-01-01', '' from home, generate_series(1, 3) member`
  await tx`insert into people.likeness (county, one_id, other_id, division, noted_at)
    select ${COUNTY}, least(id, other), greatest(id, other), division, '2020-01-02' from (
      select id, gen_random_uuid() as other, division from home where n % 10 = 0) pair`
}

async function visits(tx: Sql, round: string): Promise<void> {
  await tx`insert into visits.home_now (county, round_id, division, household_id, block, walk_order, state, attempts)
    select ${COUNTY}, ${round}, division, id, '第' || walk % 12 || '组', walk, 'to-visit', 0 from home where division like ${`${COUNTY}100%`}`
  await tx`create temp table knock on commit drop as
    select gen_random_uuid() as id, gen_random_uuid() as follow_up, id as household, division, '2020-01-25'::timestamptz + n * interval '1 second' as at
    from home where n % 20 = 0`
  await tx`insert into visits.visit (county, id, division, round_id, household_id, outcome, way, voided, digest, recorded_at, occurred_at, received_at)
    select ${COUNTY}, id, division, ${round}, household, 'met', 'app', false, '', at, at, at from knock`
  await tx`insert into visits.sheet (county, visit_id, nth, division, questionnaire_key, questionnaire_version, answers)
    select ${COUNTY}, id, 1, division, 'five-questions', 1, '{}' from knock`
  await tx`insert into visits.follow_up (county, id, division, round_id, visit_id, nth, household_id, kind, link_id, draft, opened_at)
    select ${COUNTY}, follow_up, division, ${round}, id, 1, household, 'health', 'health', '{}', at from knock`
  await tx`insert into visits.follow_up_open (county, follow_up_id, division, kind, opened_at)
    select ${COUNTY}, follow_up, division, 'health', at from knock`
}

async function responsibility(tx: Sql, posts: number): Promise<void> {
  await tx`create temp table seat on commit drop as
    select gen_random_uuid() as id, place.code as division, every.n from generate_series(1, ${posts}::int) every (n) join place on place.n = every.n % 4000`
  await tx`insert into responsibility.post (county, id, division, kind, rank, title, opened_at, received_at, digest)
    select ${COUNTY}, id, division, 'volunteer', 'household', '志愿者' || n, '2020-01-24', '2020-01-24', '' from seat`
  await tx`insert into responsibility.post_now (county, post_id, division, kind, rank, ended, households)
    select ${COUNTY}, id, division, 'volunteer', 'household', false, n % 60 from seat`
  await tx`insert into responsibility.load (county, division, post_id, households) select ${COUNTY}, division, id, n % 60 from seat`
  await tx`insert into responsibility.team (county, id, division, rule, formed_at, received_at, digest)
    select ${COUNTY}, gen_random_uuid(), division, 'three-on-one', '2020-01-24', '2020-01-24', '' from seat where n % 5 = 0`
  // The clerk keeps these from what it is told; nobody told it of what was written past it.
  await tx`delete from responsibility.standing_of_block where county = ${COUNTY}`
  await tx`insert into responsibility.standing_of_block (county, division, unit, block, first_door, last_door, households, covered)
    select ${COUNTY}, division, '/' || block, block, min(walk_order), max(walk_order), count(*), 0 from people.dwelling
    where county = ${COUNTY} and compound_id is null group by division, block`
  await tx`delete from responsibility.standing_of_village where county = ${COUNTY}`
  await tx`insert into responsibility.standing_of_village (county, division, at, households, covered)
    select ${COUNTY}, division, '2020-01-20', count(*), 0 from people.dwelling where county = ${COUNTY} group by division`
}

async function exposures(tx: Sql, travellers: number): Promise<void> {
  await tx`insert into exposures.member (county, category, person_id, division, since)
    select ${COUNTY}, category, gen_random_uuid(), place.code, '2020-01-01'::timestamptz + every.n * interval '1 second'
    from generate_series(1, ${travellers}::int) every (n) join place on place.n = every.n % 4000, unnest('{from-wuhan,from-hubei}'::text[]) category`
  await tx`insert into exposures.gathering (county, id, division, name, setting, started_at, ended_at, voided, recorded_at, received_at, digest)
    select ${COUNTY}, gen_random_uuid(), place.code, '婚宴', 'meal', '2020-01-20'::timestamptz + every.n * interval '1 minute',
      '2020-01-21'::timestamptz + every.n * interval '1 minute', false, '2020-02-01', '2020-02-01', ''
    from generate_series(1, ${Math.round(travellers / 16)}::int) every (n) join place on place.n = every.n % 4000`
}

async function lists(tx: Sql, entries: number): Promise<void> {
  await tx`create temp table list on commit drop as
    select gen_random_uuid() as id, '2020-01-20'::timestamptz + n * interval '1 minute' as at, n from generate_series(1, ${Math.max(60, Math.round(entries / 100))}::int) n`
  await tx`insert into agency_lists.list (county, id, division, sender, basis, purpose, expires_on, format, headings, fields, recorded_at, received_at, digest)
    select ${COUNTY}, id, ${COUNTY}, '县公安局', '测试', '测试', current_date + 20, 'csv', '{姓名}', '{name}', at, at, '' from list`
  await tx`insert into agency_lists.reading (county, list_id, division, read, created, matched, conflict, rejected, blank)
    select ${COUNTY}, id, ${COUNTY}, 100, 100, 0, 0, 0, 0 from list`
  await tx`insert into agency_lists.entry (county, id, division, list_id, nth, outcome, reasons, cells, digest)
    select ${COUNTY}, gen_random_uuid(), place.code, list.id, nth, 'created', '{}', '', ''
    from list, generate_series(1, 100) nth join place on place.n = nth * 37 % 4000`
}

async function files(tx: Sql, files: number): Promise<void> {
  await tx`create temp table sent on commit drop as
    select gen_random_uuid() as id, case when n % 4 = 0 then ${`${COUNTY}100`} else ${String(COUNTY)} end as division,
      '2020-01-20'::timestamptz + n * interval '1 minute' as at, n from generate_series(1, ${files}::int) n`
  await tx`insert into workbooks.workbook (county, id, division, role, bytes, parts, received_at, expires_at, digest)
    select ${COUNTY}, id, division, 'township-officer', 1000, 1, at, at + interval '1 day', '' from sent`
  await tx`insert into workbooks.destruction (county, workbook_id, division, ground, at)
    select ${COUNTY}, id, division, 'expired', at + interval '1 day' from sent`
  await tx`insert into workbooks.result (county, workbook_id, pass, sheet, division, at, read, "new", changed, same, conflict, rejected, blank)
    select ${COUNTY}, id, 'preview', sheet, division, at, 0, 0, 0, 0, 0, 0, 0 from sent, unnest('{posts,households,people}'::text[]) sheet`
  await tx`insert into workbooks.finding (county, workbook_id, pass, sheet, row, seq, division, outcome, col, zh, en)
    select ${COUNTY}, id, 'preview', 'people', nth, nth, division, 'rejected', 'A', '问题', 'finding' from sent, generate_series(1, 100) nth`
  await tx`insert into workbooks.export (county, id, division, fields, purpose, ground, account_id, seat_id, role, area, rows, rows_before, asked_at, expires_at)
    select ${COUNTY}, id, division, '{name}', 'home-visit', '测量', gen_random_uuid(), gen_random_uuid(), 'township-officer', division, 10, 0, at, at from sent`
  await tx`insert into workbooks.export_end (county, export_id, division, outcome, at) select ${COUNTY}, id, division, 'expired', at from sent`
}
