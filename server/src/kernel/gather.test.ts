import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Scenario, scenario } from '../../test/scenario/scenario.ts'
import { announce } from './feed.ts'
import { openGatherer, performBatch } from './gather.ts'
import { type Actor, type AnyBatchOperation, batchOperation, type Meta, nobody, systemActor } from './operation.ts'

const Item = z.object({ kind: z.string(), division: z.string() })
type Item = z.infer<typeof Item>

/** What each run of the operation was given, and under which area the database would have let it write. */
interface Run {
  items: string[]
  accounts: Array<string | null>
  area: string
}
let runs: Run[] = []
let gate = Promise.withResolvers<void>()
beforeEach(() => {
  runs = []
  gate = Promise.withResolvers()
})

/** Announces each item; `bug` is an error of our own, `outage` one of the network, `slow` waits for the gate. */
const say: AnyBatchOperation = batchOperation({
  name: 'kernel.test.say-many',
  summary: { zh: '说', en: 'Say' },
  kind: 'write',
  item: Item,
  done: z.object({ said: z.string() }),
  max: 5,
  shares: () => true,
  load: async () => null,
  allow: (actor, _loaded, { division }) => division.startsWith(actor.division),
  async runMany(ctx, items: Item[], _loaded, senders) {
    const [scope] = await ctx.tx<{ area: string }[]>`select current_setting('app.division_from') as area`
    runs.push({
      items: items.map(({ kind }) => kind),
      accounts: senders.map(({ actor }) => actor.accountId),
      area: scope?.area ?? '',
    })
    if (items.some(({ kind }) => kind === 'slow')) await gate.promise
    if (items.some(({ kind }) => kind === 'outage'))
      throw Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' })
    announce(
      ctx,
      items.map(({ kind, division }) => ({ kind, division, ids: [] })),
    )
    if (items.some(({ kind }) => kind === 'bug')) throw new TypeError('a mistake of ours')
    return items.map(({ kind }) => ({ ok: true as const, value: { said: kind }, arrival: 'new' as const }))
  },
  audit: (items) => ({ count: items.length }),
})

const officer = (county: number, township: string): Actor => ({
  ...systemActor(county),
  kind: 'person',
  role: 'township-officer',
  division: `${county}${township}`,
  accountId: randomUUID(),
})
const meta = (requestId: string): Meta => ({ requestId, purpose: null, now: new Date(), clockOffsetMs: 0 })
const item = (actor: Actor, kind: string, division = actor.division): Item => ({ kind, division })

const kindsSaid = ({ inside, settle }: Scenario) =>
  settle().then(() =>
    inside(async ({ tx }) => {
      const rows = await tx<{ kind: string }[]>`
        select kind from kernel.feed_entry where county = (select kernel.app_county()) order by kind`
      return rows.map(({ kind }) => kind)
    }),
  )

const audits = ({ inside, settle }: Scenario) =>
  settle().then(() =>
    inside(
      ({ tx }) => tx<{ accountId: string; division: string; requestId: string; count: number }[]>`
        select account_id as "accountId", division, request_id as "requestId", count from kernel.audit_entry
        where county = (select kernel.app_county()) order by request_id`,
    ),
  )

test(
  'a batch in which one item is our own mistake is done item by item: the others arrive, the one hears that it was us',
  scenario(async (there) => {
    const actor = officer(there.county, '100')
    const sent = ['a', 'bug', 'b'].map((kind) => item(actor, kind))
    const verdicts = await performBatch(there.app.kernel, say, actor, sent, meta('batch'))
    expect(verdicts).toMatchObject([
      { ok: true, value: { said: 'a' } },
      { ok: false, problem: { code: 'kernel.fault', resend: 'later' } },
      { ok: true, value: { said: 'b' } },
    ])
    expect(runs.map(({ items }) => items.join())).toEqual(['a,bug,b', 'a', 'bug', 'b'])
    expect(await kindsSaid(there)).toEqual(['a', 'b'])
  }),
)

test(
  'when the network is what failed, nothing is tried again item by item and nothing was done',
  scenario(async (there) => {
    const actor = officer(there.county, '100')
    const sent = [item(actor, 'a'), item(actor, 'outage')]
    await expect(performBatch(there.app.kernel, say, actor, sent, meta('batch'))).rejects.toMatchObject({
      code: 'CONNECTION_CLOSED',
    })
    expect(runs).toHaveLength(1)
    expect(await kindsSaid(there)).toEqual([])
  }),
)

test(
  'an item of the wrong form, and one that its sender may not, do not keep the others back',
  scenario(async (there) => {
    const actor = officer(there.county, '100')
    const sent = [{ kind: 7 }, item(actor, 'a'), item(actor, 'theirs', `${there.county}101`)]
    const verdicts = await performBatch(there.app.kernel, say, actor, sent, meta('batch'))
    expect(verdicts).toMatchObject([
      { ok: false, problem: { code: 'kernel.input-invalid' } },
      { ok: true },
      { ok: false, problem: { code: 'kernel.not-allowed' } },
    ])
    expect(await kindsSaid(there)).toEqual(['a'])
    expect(await audits(there)).toMatchObject([{ accountId: actor.accountId, count: 1 }])
  }),
)

test(
  'too many at once and a sender who is nobody are refused before anything is looked at',
  scenario(async ({ app: { kernel }, county }) => {
    const actor = officer(county, '100')
    const six = Array.from({ length: 6 }, () => item(actor, 'a'))
    await expect(performBatch(kernel, say, actor, six, meta('b'))).rejects.toMatchObject({
      code: 'kernel.batch-too-large',
      params: { max: 5, got: 6 },
    })
    await expect(performBatch(kernel, say, nobody(county), [item(actor, 'a')], meta('b'))).rejects.toMatchObject({
      code: 'kernel.sign-in-needed',
    })
    await expect(openGatherer(kernel).perform(say, nobody(county), item(actor, 'a'), meta('b'))).rejects.toMatchObject({
      code: 'kernel.sign-in-needed',
    })
    expect(runs).toEqual([])
  }),
)

test(
  'senders who share a commit are each asked for in their own name, and each has an audit of his own',
  scenario(async (there) => {
    const { app, county } = there
    const [east, west] = [officer(county, '100'), officer(county, '101')]
    const gatherer = openGatherer(app.kernel)
    const verdicts = await Promise.all([
      gatherer.perform(say, east, item(east, 'from-east'), meta('r-east')),
      gatherer.perform(say, west, item(west, 'from-west'), meta('r-west')),
      gatherer.perform(say, west, item(east, 'west-for-east'), meta('r-west-again')),
    ])
    expect(verdicts).toMatchObject([{ ok: true }, { ok: true }, { ok: false, problem: { code: 'kernel.not-allowed' } }])
    expect(runs).toEqual([
      { items: ['from-east', 'from-west'], accounts: [east.accountId, west.accountId], area: String(county) },
    ])
    expect(await audits(there)).toEqual([
      { accountId: east.accountId, division: east.division, requestId: 'r-east', count: 1 },
      { accountId: west.accountId, division: west.division, requestId: 'r-west', count: 1 },
    ])
  }),
)

test(
  'a sender who is alone keeps his own area, and another county is never in the same commit',
  scenario(async ({ app, county }) => {
    const [here, there] = [officer(county, '100'), officer(county + 400, '100')]
    const gatherer = openGatherer(app.kernel)
    await Promise.all([
      gatherer.perform(say, here, item(here, 'one'), meta('1')),
      gatherer.perform(say, there, item(there, 'other'), meta('2')),
      gatherer.perform(say, here, item(here, 'two'), meta('3')),
    ])
    expect(runs.map(({ items, area }) => `${items.join()} in ${area}`).sort()).toEqual([
      `one,two in ${here.division}`,
      `other in ${there.division}`,
    ])
  }),
)

test(
  'the mistake that one sender meets is not the others’',
  scenario(async (there) => {
    const { app, county } = there
    const [east, west] = [officer(county, '100'), officer(county, '101')]
    const gatherer = openGatherer(app.kernel)
    const [good, bad] = await Promise.allSettled([
      gatherer.perform(say, east, item(east, 'good'), meta('1')),
      gatherer.perform(say, west, item(west, 'bug'), meta('2')),
    ])
    expect(good).toMatchObject({ status: 'fulfilled', value: { ok: true, value: { said: 'good' } } })
    expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(TypeError) })
    expect(runs.map(({ items, area }) => `${items.join()} in ${area}`)).toEqual([
      `good,bug in ${county}`,
      `good in ${east.division}`,
      `bug in ${west.division}`,
    ])
    expect(await kindsSaid(there)).toEqual(['good'])
  }),
)

test(
  'what comes while a commit is under way waits to be as many, and goes without waiting for a slow one when nobody else comes',
  scenario(async ({ app, county }) => {
    const actor = officer(county, '100')
    const sendBy =
      (gatherer = openGatherer(app.kernel)) =>
      (kind: string) =>
        gatherer.perform(say, actor, item(actor, kind), meta(kind))
    const patient = sendBy(openGatherer(app.kernel, 60_000))
    const slow = Promise.all([patient('slow'), patient('slow')])
    await expect.poll(() => runs.length).toBe(1)
    const first = patient('first')
    await new Promise((turn) => setImmediate(() => setImmediate(turn)))
    expect(runs).toHaveLength(1)
    await Promise.all([first, patient('second')])
    const other = sendBy()
    const alsoSlow = Promise.all([other('slow'), other('slow')])
    await expect.poll(() => runs.length).toBe(3)
    await other('alone')
    gate.resolve()
    await Promise.all([slow, alsoSlow])
    expect(runs.map(({ items }) => items.join())).toEqual(['slow,slow', 'first,second', 'slow,slow', 'alone'])
  }),
)
