import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, inject, test, vi } from 'vitest'
import { newId, type Scenario, scenario, testConfig } from '../../../test/scenario/scenario.ts'
import { openDatabase } from '../../kernel/db.ts'
import { announce, enqueue } from '../../kernel/feed.ts'
import type { Ctx, JobTable } from '../../kernel/operation.ts'
import { openWorkers } from './worker.ts'

const later = (seconds: number) => new Date(Date.now() + seconds * 1000)

/** A job with a name of its own, so that the workers of one test leave those of another alone. */
function aJob({ app }: Scenario, run: JobTable[string]['run'], rest: Partial<JobTable[string]> = {}) {
  const name = `test.${newId()}`
  return { name, workers: openWorkers(app.kernel, { [name]: { run, ...rest } }) }
}

test(
  'a job disappears with the transaction that queued it',
  scenario(async (stage) => {
    const ran: unknown[] = []
    const { name, workers } = aJob(stage, async (_ctx, data) => void ran.push(data))
    const undone = stage.inside(async (ctx) => {
      await enqueue(ctx, name, { id: 1 })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await workers.runDue(later(1))).toBe(0)
    await stage.inside((ctx) => enqueue(ctx, name, { id: 2 }))
    expect(await workers.runDue(later(1))).toBe(1)
    expect(await workers.runDue(later(3600))).toBe(0)
    expect(ran).toEqual([{ id: 2 }])
  }),
)

test(
  'a job waits for its time',
  scenario(async (stage) => {
    const { name, workers } = aJob(stage, async () => {})
    await stage.inside((ctx) => enqueue(ctx, name, {}, later(60)))
    expect(await workers.runDue(later(50))).toBe(0)
    expect(await workers.runDue(later(70))).toBe(1)
  }),
)

test(
  'a job that fails leaves nothing behind, is tried again, and shows on the desk when it runs out of tries',
  scenario(async (stage) => {
    let wrong = 0
    const run = async (ctx: Ctx) => {
      await enqueue(ctx, `never.${name}`)
      wrong += 1
      throw new TypeError('130822197001010017')
    }
    const { name, workers } = aJob(stage, run, { tries: 3 })
    await stage.inside((ctx) => enqueue(ctx, name))
    expect(await workers.runDue(later(1))).toBe(1)
    expect(await workers.runDue(later(2)), 'before its pause is over').toBe(0)
    expect(await workers.runDue(later(60))).toBe(1)
    const desk = await stage.as.countyDesk()
    expect((await desk.get('/jobs/failed')).body.items).toEqual([])
    expect(await workers.runDue(later(3600))).toBe(1)
    expect(await workers.runDue(later(36_000))).toBe(0)
    expect(wrong).toBe(3)
    const { body } = await desk.get('/jobs/failed')
    expect(body.items).toMatchObject([{ name, state: 'failed', tries: 3 }])
    expect(body.items[0].fault).toMatch(/^TypeError worker\.test\.ts:\d+$/)
    const side = await stage.inside(({ tx }) => tx`select from kernel.job where name = ${`never.${name}`}`)
    expect(side).toHaveLength(0)
    expect(await (await stage.as.role('village-cadre')).get('/jobs/failed')).toMatchObject({ status: 403 })
  }),
)

test(
  'eight workers never run one job twice, nor at the same time',
  scenario(async (stage) => {
    const begun = new Map<string, number>()
    const { name } = aJob(stage, async () => {})
    const run = async (_ctx: Ctx, data: unknown) => {
      const { id } = data as { id: string }
      begun.set(id, (begun.get(id) ?? 0) + 1)
      await sleep(5)
    }
    const ids = Array.from({ length: 40 }, newId)
    await stage.inside(async (ctx) => {
      for (const id of ids) await enqueue(ctx, name, { id })
    })
    // With no pause at all a job is due again while it runs: only its lock keeps the others away.
    const workers = Array.from({ length: 8 }, () =>
      openWorkers(stage.app.kernel, { [name]: { run } }, { firstPauseMs: 0 }),
    )
    await Promise.all(workers.map((one) => one.runDue(later(1))))
    expect([...begun.keys()].sort()).toEqual([...ids].sort())
    expect([...begun.values()].every((times) => times === 1)).toBe(true)
  }),
)

test(
  'the job of a killed worker is run again',
  scenario(async (stage) => {
    let ran = 0
    const { name, workers } = aJob(stage, async () => {
      ran += 1
    })
    await stage.inside((ctx) => enqueue(ctx, name))
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('../../../test/guarantees/stuck-worker.ts', import.meta.url)), name],
      {
        env: { DATABASE_URL: inject('ownerUrl'), QUNFANG_DATA: inject('dataFolder') },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    await once(child.stdout, 'data')
    expect(await workers.runDue(later(3600)), 'while it is being run').toBe(0)
    child.kill('SIGKILL')
    await once(child, 'exit')
    for (let waited = 0; ran === 0 && waited < 100; waited++) {
      await workers.runDue(later(7200))
      await sleep(50)
    }
    expect(ran).toBe(1)
  }),
)

const nothing = async () => {}

test(
  'while a job sends no connection is held, the feed goes on, and what came of it is kept and audited with its end',
  scenario(async (stage) => {
    const { app, county } = stage
    const seq = async () =>
      (
        await stage.inside(({ tx }) => tx`select feed_seq::int as seq from kernel.county_head where county = ${county}`)
      )[0]
    const tell = (ctx: Ctx) => announce(ctx, [{ kind: 'test', division: String(county), ids: [newId()] }])
    // A transaction left open would hold the only connection that there is.
    const db = openDatabase({ ...testConfig(), poolSize: 1 })
    const name = `test.${newId()}`
    const heard: unknown[] = []
    const run = async (ctx: Ctx) => {
      tell(ctx)
      return async () => {
        heard.push((await db.transact((tx) => tx`select 1 as free`))[0])
        await stage.settle()
        heard.push(await seq())
        return async (after: Ctx) => tell(after)
      }
    }
    await stage.inside((ctx) => enqueue(ctx, name))
    expect(await openWorkers({ ...app.kernel, db }, { [name]: { run } }).runDue(later(1))).toBe(1)
    await db.close()
    await stage.settle()
    expect([...heard, await seq()]).toEqual([{ free: 1 }, { seq: 1 }, { seq: 2 }])
    const [job] = await stage.inside(
      ({ tx }) => tx`
      select j.tries, j.done_at is not null as done, a.subject is not null as audited from kernel.job j
      left join kernel.audit_entry a on a.county = j.county and a.subject = j.id where j.name = ${name}`,
    )
    expect(job).toEqual({ tries: 1, done: true, audited: true })
  }),
)

test(
  'eight workers send everything once, and never two things to one place at the same time',
  scenario(async (stage) => {
    const name = `test.${newId()}`
    const sent: string[] = []
    const under = new Map<string, number>()
    let most = 0
    const run = async (_ctx: Ctx, data: unknown) => {
      const { id, place } = data as { id: string; place: string }
      const count = (by: number) => under.set(place, (under.get(place) ?? 0) + by).get(place) ?? 0
      return async () => {
        sent.push(id)
        most = Math.max(most, count(1))
        await sleep(20)
        count(-1)
        return nothing
      }
    }
    const places = Array.from({ length: 4 }, newId)
    const ids = Array.from({ length: 20 }, newId)
    await stage.inside(async (ctx) => {
      for (const [at, id] of ids.entries()) {
        const place = places[at % 4] as string
        await enqueue(ctx, name, { id, place }, ctx.now, place)
      }
    })
    const workers = Array.from({ length: 8 }, () =>
      openWorkers(stage.app.kernel, { [name]: { run } }, { firstPauseMs: 0 }),
    )
    await Promise.all(workers.map((one) => one.runDue(later(1))))
    expect(sent.sort()).toEqual(ids.sort())
    expect(most).toBe(1)
  }),
)

test(
  'what waits for its place holds up nothing behind it',
  scenario(async (stage) => {
    const name = `test.${newId()}`
    const answer = Promise.withResolvers<typeof nothing>()
    const sent: unknown[] = []
    const run = async (_ctx: Ctx, data: unknown) => async () => {
      sent.push(data)
      return data === 'first' ? answer.promise : nothing
    }
    const [slow, quick] = [newId(), newId()]
    await stage.inside(async (ctx) => {
      const at = (ms: number) => new Date(ctx.now.getTime() + ms)
      await enqueue(ctx, name, 'first', at(0), slow)
      await enqueue(ctx, name, 'second', at(1), slow)
      await enqueue(ctx, name, 'elsewhere', at(2), quick)
    })
    const [one, other] = [name, name].map((job) => openWorkers(stage.app.kernel, { [job]: { run } }))
    const waiting = one?.runDue(later(1))
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(await other?.runDue(later(1))).toBe(1)
    answer.resolve(nothing)
    expect(await waiting).toBe(2)
    expect(sent).toEqual(['first', 'elsewhere', 'second'])
  }),
)

test(
  'a sending that does not end is given up and its try counted; one that ends late writes nothing down beside another',
  scenario(async (stage) => {
    const name = `test.${newId()}`
    const sent: Array<PromiseWithResolvers<typeof nothing>> = []
    const written: number[] = []
    const run = async () => {
      const nth = sent.push(Promise.withResolvers())
      const writeDown = async () => void written.push(nth)
      return () => (sent[nth - 1] as (typeof sent)[number]).promise.then(() => writeDown)
    }
    const patient = openWorkers(stage.app.kernel, { [name]: { run } })
    const hasty = openWorkers(stage.app.kernel, { [name]: { run, tries: 3 } }, { longestMs: 20 })
    await stage.inside((ctx) => enqueue(ctx, name))
    expect(await hasty.runDue(later(1))).toBe(1)
    const late = patient.runDue(later(60))
    await vi.waitFor(() => expect(sent).toHaveLength(2))
    expect(await hasty.runDue(later(170)), 'while it may still be sending').toBe(0)
    expect(await hasty.runDue(later(3600))).toBe(1)
    sent[1]?.resolve(nothing)
    await late
    expect(written).toEqual([])
    const desk = await stage.as.countyDesk()
    const { body } = await desk.get('/jobs/failed')
    expect(body.items).toMatchObject([{ name, state: 'failed', tries: 3 }])
  }),
)

test(
  'a stop waits for what is being sent, and for it to be written down',
  scenario(async (stage) => {
    const name = `test.${newId()}`
    const sending = Promise.withResolvers<typeof nothing>()
    const begun = Promise.withResolvers<void>()
    const run = async () => async () => {
      begun.resolve()
      return sending.promise
    }
    const workers = openWorkers(stage.app.kernel, { [name]: { run } })
    await stage.inside((ctx) => enqueue(ctx, name))
    workers.start()
    await begun.promise
    const stopped = workers.stop()
    sending.resolve(nothing)
    await stopped
    const [job] = await stage.inside(
      ({ tx }) => tx`select done_at is not null as done from kernel.job where name = ${name}`,
    )
    expect(job).toEqual({ done: true })
  }),
)

test(
  'a scheduled job is queued once for each county that exists, however often its moment is announced',
  scenario(async (stage) => {
    const counties: number[] = []
    const { workers } = aJob(stage, async ({ actor }) => void counties.push(actor.county), { every: '20 3 * * *' })
    await stage.as.countyDesk()
    await stage.inside(async (ctx) => {
      await ctx.tx`insert into kernel.feed_inbox (county, id, division, kind, ids, announced_at)
      values (${ctx.actor.county}, ${newId()}, ${ctx.actor.division}, 'test', '{}', ${ctx.now})`
    })
    await stage.settle()
    const now = new Date()
    await Promise.all([workers.schedule(now), workers.schedule(now), workers.schedule(new Date(now.getTime() + 1000))])
    await workers.runDue(now)
    expect(counties.filter((county) => county === stage.county)).toHaveLength(1)
  }),
)
