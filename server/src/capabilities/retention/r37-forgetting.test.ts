import { createHash } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Client, newId, scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, type GivenCheckpoint, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { anIdNumber, aPhone } from '../people/people.factory.ts'
import { forgetNow } from './retention.factory.ts'

/**
 * R37 on the live database. Canary people go through a checkpoint, half of them so long ago that everything about them has expired;
 * after the job those are looked for by every route, as the application's role, and in every column of every table.
 */
const EACH = 30
const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 1, onnotice: () => {} })
})
afterAll(() => owner.end())

interface Canary {
  personId: string
  name: string
  number: string
  phone: string
  plate: string
}

const spelt = (nth: number) => [...String(nth)].map((digit) => '零甲乙丙丁戊己庚辛壬'[Number(digit)]).join('')
let made = 0
async function canary(post: GivenCheckpoint, days: number): Promise<Canary> {
  const nth = 7_000_000 + made++
  const who = {
    name: `金${spelt(nth)}`,
    number: anIdNumber(nth),
    phone: aPhone(nth),
    plate: `冀H${String(nth).slice(-5)}`,
  }
  const driver = aPassage(post.id, {
    recordedAt: daysAgo(days),
    plate: who.plate,
    traveller: { name: who.name, document: { kind: 'resident-id', number: who.number }, phone: who.phone },
  })
  driver.vehicleId = driver.id
  expect(await post.shift.post(`/checkpoints/${post.id}/passages`, driver)).toMatchObject({ status: 201 })
  const friend = aPassage(post.id, { recordedAt: daysAgo(days), vehicleId: driver.id })
  expect(await post.shift.post(`/checkpoints/${post.id}/passages`, friend)).toMatchObject({ status: 201 })
  const [found] = await owner<{ personId: string }[]>`
    select person_id as "personId" from checkpoints.passage where id = ${driver.id}`
  return { ...who, personId: found?.personId ?? '' }
}

/** What the database knows of them that could lead back: sealed bytes, digests of numbers, tokens. */
async function traces(county: number, ids: string[]): Promise<string[]> {
  const rows = await owner<{ trace: string }[]>`
    select encode(sealed, 'hex') as trace from people.identity i
      cross join lateral unnest(array[i.name, i.document, i.phone, i.plate]) as one (sealed)
      where i.county = ${county} and i.person_id = any (${ids}) and sealed is not null
    union all select encode(digest, 'hex') from people.blind_index where county = ${county} and person_id = any (${ids})`
  return rows.map(({ trace }) => trace)
}

/** Every row of this county in every table, all columns, as text. */
async function everything(county: number): Promise<Map<string, string>> {
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'county'
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`
  const contents = new Map<string, string>()
  for (const { name } of tables) {
    const rows = await owner.unsafe<{ line: string }[]>(
      `select t::text as line from ${name} t where county = ${county}`,
    )
    contents.set(name, rows.map(({ line }) => line).join('\n'))
  }
  return contents
}

const figuresOf = (desk: Client) =>
  Promise.all(
    ['screened', 'vehicles', 'fevers', 'turned-back'].flatMap((figure) =>
      [0, 3, 20, 30, 39.9997, 40, 41].map(async (days) => {
        const asOf = encodeURIComponent(
          new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS - days * DAY_MS).toISOString(),
        )
        return (await desk.get(`/figures/${figure}?asOf=${asOf}`)).body.value
      }),
    ),
  )

test(
  'of the expired nothing is left that anybody could read, of the others nothing is missing, and no figure moves',
  scenario(async (stage) => {
    const post = await givenCheckpoint(stage)
    const desk = await stage.as.countyDesk()
    const expired: Canary[] = []
    const others: Canary[] = []
    for (let nth = 0; nth < EACH; nth++) {
      expired.push(await canary(post, 40))
      others.push(await canary(post, 5))
    }
    await stage.settle()
    const [goneIds, keptIds] = [expired, others].map((group) => group.map(({ personId }) => personId)) as [
      string[],
      string[],
    ]
    const [gone, kept] = [await traces(stage.county, goneIds), await traces(stage.county, keptIds)]
    expect([gone.length, kept.length]).toEqual([EACH * 7, EACH * 7])
    const figures = await figuresOf(desk)
    expect(figures[0]).toBe(EACH * 4)

    const run = await forgetNow(stage)

    expect(await figuresOf(desk)).toEqual(figures)
    const read = { purpose: 'contact-tracing' } as const
    for (const { personId, name, number, phone } of expired) {
      expect(await desk.get(`/people/${personId}`, read)).toMatchObject({ status: 404 })
      for (const q of [name, number, phone]) {
        expect((await desk.post('/people/search', { q }, read)).body.items, q).toEqual([])
      }
    }
    for (const { personId, number } of others) {
      expect(await desk.get(`/people/${personId}`, read)).toMatchObject({ status: 200 })
      expect((await desk.post('/people/search', { q: number }, read)).body.items).toMatchObject([
        { person: { id: personId } },
      ])
    }

    const all = await everything(stage.county)
    const found = (what: readonly string[]) =>
      what.filter((trace) => [...all.values()].some((text) => text.includes(trace)))
    expect(found(gone)).toEqual([])
    expect(found(kept).length).toBe(kept.length)
    expect(found(expired.flatMap(({ name, number, phone }) => [name, number, phone]))).toEqual([])
    // An id that no longer leads to anybody stays in the trails of who did what, and nowhere else.
    const named = [...all].filter(([, text]) => goneIds.some((id) => text.includes(id))).map(([table]) => table)
    const trails = ['kernel.audit_entry', 'kernel.audit_inbox', 'kernel.feed_entry', 'kernel.feed_inbox', 'people.look']
    expect(named.filter((table) => !trails.includes(table))).toEqual([])

    const { items } = (await desk.get('/retention/runs')).body
    const count = (relation: string, kind: string) =>
      items[0].gone.find((one: { relation: string; class: string }) => one.relation === relation && one.class === kind)
        ?.rows
    expect(items[0].id).toBe(run)
    expect(count('people.person', 'pseudonym')).toBe(EACH)
    expect(count('people.identity', 'sensitive')).toBe(EACH)
    expect(count('people.blind_index', 'pseudonym')).toBe(EACH * 3)
    expect(count('checkpoints.passage', 'whereabouts')).toBe(EACH * 2)
  }),
)

test(
  'the application’s role finds nobody, takes nothing itself, and cannot order a day too early or a paper of its own words',
  scenario(async (stage) => {
    const post = await givenCheckpoint(stage)
    const desk = await stage.as.countyDesk()
    const fresh = await canary(post, 5)
    const old = await canary(post, 40)
    await forgetNow(stage)
    const [left] = await stage.inside(
      ({ tx }) => tx<{ n: number }[]>`
      select (select count(*) from people.identity where person_id = ${old.personId})::integer
        + (select count(*) from people.blind_index where person_id = ${old.personId})::integer
        + (select count(*) from people.search_token where person_id = ${old.personId})::integer as n`,
    )
    expect(left).toEqual({ n: 0 })
    const denied = /permission denied/
    for (const sql of [
      'delete from people.identity',
      'update checkpoints.passage set person_id = null',
      'delete from retention.certificate',
      'select retention.forget_words(null, null, 1)',
    ]) {
      await expect(stage.inside(({ tx }) => tx.unsafe(sql).execute())).rejects.toThrow(denied)
    }
    const run = newId()
    const [order] = await stage.inside(
      ({ tx }) => tx<{ moment: Date }[]>`
      insert into retention.run (county, id, moment) values (${stage.county}, ${run}, ${new Date('2999-01-01')}) returning moment`,
    )
    expect(order?.moment.getTime()).toBeLessThanOrEqual(Date.now() + 1000)
    await stage.inside(({ tx }) =>
      tx`
      insert into retention.step (county, run_id, nth, part, rows) values (${stage.county}, ${run}, 1, 'persons', 100)`.execute(),
    )
    const [paper] = await stage.inside(
      ({ tx }) => tx<{ body: string; nth: number }[]>`
      insert into retention.certificate (county, run_id, nth, at, body, previous, hash)
      values (${stage.county}, ${run}, 77, now(), '{"gone":[]}', 'x', 'y') returning body, nth`,
    )
    expect(paper?.nth).toBe(2)
    expect(JSON.parse(paper?.body ?? '{}')).toMatchObject({ run, nth: 2 })
    expect(await desk.get(`/people/${fresh.personId}`, { purpose: 'contact-tracing' })).toMatchObject({ status: 200 })
  }),
)

test(
  'certificates are chained, name nobody and carry the head of the audit; a second run finds nothing',
  scenario(async (stage) => {
    const post = await givenCheckpoint(stage)
    const desk = await stage.as.countyDesk()
    const old = await canary(post, 40)
    await stage.settle()
    await forgetNow(stage)
    await forgetNow(stage)
    const { items } = (await desk.get('/retention/runs')).body
    expect(items.map(({ gone }: { gone: unknown[] }) => gone.length > 0)).toEqual([false, true])
    const papers = items
      .map((one: { certificate: { body: string; previous: string; hash: string } }) => one.certificate)
      .reverse()
    let previous = ''
    for (const paper of papers) {
      expect(paper.previous).toBe(previous)
      previous = createHash('sha256').update(Buffer.from(previous, 'hex')).update(paper.body).digest('hex')
      expect(paper.hash).toBe(previous)
      expect(JSON.parse(paper.body).auditHead).toMatch(/^[0-9a-f]{64}$/)
      for (const trace of [old.personId, old.name, old.number]) expect(paper.body).not.toContain(trace)
    }
  }),
)
