import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../test/scenario/scenario.ts'
import { type Scope, setScope, type Tx } from './db.ts'
import { judgeArrivals } from './facts.ts'
import { isOutage } from './problem.ts'
import { canonical, digestOf, idFrom } from './seal.ts'

const kindsSaid = ({ inside }: Scenario) =>
  inside(async ({ tx }) => {
    const rows = await tx<
      { kind: string }[]
    >`select kind from kernel.feed_inbox where county = (select kernel.app_county())`
    return rows.map(({ kind }) => kind)
  })
const say = (tx: Tx, county: number, kind: string) => tx`
  insert into kernel.feed_inbox (county, id, division, kind, ids, announced_at)
  values (${county}, ${newId()}, ${String(county)}, ${kind}, '{}', now())`

test(
  'a handle that is kept beyond its transaction is silent',
  scenario(async ({ inside, county }) => {
    const kept = await inside(async ({ tx }) => ({ tx }))
    await expect(say(kept.tx, county, 'late')).rejects.toThrow('this transaction is over')
    await expect(kept.tx.unsafe('select 1')).rejects.toThrow('this transaction is over')
  }),
)

test(
  'what goes on after another part of the same work has failed writes nothing, nor on anybody else’s connection',
  scenario(async (here) => {
    let goOn = () => {}
    const failed = new Promise<void>((ready) => {
      goOn = ready
    })
    let late: Promise<unknown> = Promise.resolve()
    const work = here.inside(async ({ tx }) => {
      const lingering = async () => {
        await failed
        await say(tx, here.county, 'late')
      }
      late = lingering()
      late.catch(() => {})
      throw new Error('the other part')
    })
    await expect(work).rejects.toThrow('the other part')
    goOn()
    await expect(late).rejects.toThrow('this transaction is over')
    expect(await kindsSaid(here)).toEqual([])
  }),
)

const scope: Scope = { county: 130822, division: '130822', actorId: null, role: 'system', purpose: null }
test.each<[string, Partial<Record<keyof Scope, unknown>>]>([
  ['a county that is no number', { county: "1';drop schema kernel--" }],
  ['half a county', { county: 1.5 }],
  ['a division with something behind it', { division: "130822' or '1'='1" }],
  ['a division of seven digits', { division: '1308221' }],
  ['a role in capitals', { role: 'SYSTEM' }],
  ['a purpose that is a sentence', { purpose: 'because; set role postgres' }],
  ['an actor that is no id', { actorId: 'admin' }],
])('%s never reaches the database', (_, but) => {
  const tx = { unsafe: () => expect.unreachable() } as unknown as Tx
  expect(() => setScope(tx, { ...scope, ...but } as Scope)).toThrow(/^db: /)
})

test('the same content has the same bytes, whatever the order of its keys; other content has others', () => {
  const at = new Date('2020-02-06T00:00:00Z')
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: at, e: undefined })).toBe(
    '{"a":"2020-02-06T00:00:00.000Z","b":[1,{"c":"x","d":null}]}',
  )
  expect(digestOf({ a: 1, b: 2 })).toEqual(digestOf({ b: 2, a: 1 }))
  for (const other of [{ a: 1, b: '2' }, { a: 1 }, { a: 1, b: 2, c: null }, [1, 2]])
    expect(digestOf(other)).not.toEqual(digestOf({ a: 1, b: 2 }))
})

test('the same thing said again has the same id, and two things never run into one', () => {
  expect(idFrom('kernel.job', 'a')).toBe(idFrom('kernel.job', 'a'))
  expect(idFrom('kernel.job', 'a')).not.toBe(idFrom('kernel.joba', ''))
  expect(idFrom('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})

test(
  'of one id twice in a batch the first is new, the same again is again, and other content is taken',
  scenario(async ({ inside }) => {
    const id = newId()
    const [one, other] = [digestOf('one'), digestOf('other')]
    const facts = [one, one, other].map((digest) => ({ id, digest }))
    const judged = await inside(({ tx }) => judgeArrivals(tx, 'checkpoints.passage', facts, new Set([id])))
    expect(judged).toEqual(['new', 'again', 'taken'])
    const hidden = await inside(({ tx }) => judgeArrivals(tx, 'checkpoints.passage', facts, new Set()))
    expect(hidden).toEqual(['taken', 'taken', 'taken'])
  }),
)

test('a server that is away is told apart from a mistake', () => {
  const outages = [
    'ECONNREFUSED',
    'ECONNRESET',
    'CONNECTION_CLOSED',
    'CONNECT_TIMEOUT',
    'EPIPE',
    '57P01',
    '53300',
    '08006',
  ]
  const mistakes = ['23505', '22P02', '42703', '40001', undefined]
  expect(outages.map((code) => isOutage({ code }))).toEqual(outages.map(() => true))
  expect(mistakes.map((code) => isOutage({ code }))).toEqual(mistakes.map(() => false))
  expect(isOutage(null)).toBe(false)
})
