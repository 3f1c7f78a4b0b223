import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openApp } from '../../src/app.ts'
import { aPassage, aTally, givenCheckpoint } from '../../src/capabilities/checkpoints/checkpoints.factory.ts'
import { openServer } from '../../src/entrypoints/http/server.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { newId, type Reply, scenario, testConfig } from '../scenario/scenario.ts'
import { dice, rowsOf, shuffled, snapshot } from './snapshot.ts'

const CUT_OFF = encodeURIComponent('2020-02-06T08:00:00+08:00')
const PASSAGES = 60
const TALLIES = 10
const SENDERS = 8
const TIMES = 10

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 2 })
})
afterAll(() => owner.end())

/** A server of its own on the same database, as after a restart. */
async function open() {
  const config = testConfig()
  const app = openApp(config, silentLog)
  const server = await openServer(app, config)
  return {
    app,
    post: async (path: string, token: string, payload: object): Promise<Reply['body']> =>
      (
        await server.inject({
          method: 'POST',
          url: `/api${path}`,
          headers: { authorization: `Bearer ${token}` },
          payload,
        })
      ).json(),
    close: async () => {
      await server.close()
      await app.close()
    },
  }
}

test(
  `a batch sent ${TIMES} times by ${SENDERS} senders at once, shuffled and across a restart, counts once`,
  scenario(async (stage) => {
    const seed = stage.county
    const next = dice(seed)
    const { id, shift } = await givenCheckpoint(stage)
    const vehicle = newId()
    const passages = Array.from({ length: PASSAGES }, (_, index) =>
      aPassage(id, {
        recordedAt: `2020-02-05T${10 + (index % 10)}:${10 + (index % 50)}:00+08:00`,
        temperatureC: index % 20 === 0 ? 38.1 : 36.5,
        decision: index % 20 === 0 ? 'medical' : 'pass',
        ...(index % 3 === 0
          ? {
              traveller: {
                name: '测试甲',
                document: { kind: 'resident-id' as const, number: '130899197001010072' },
                phone: null,
              },
            }
          : {}),
        ...(index === 0 ? { id: vehicle, vehicleId: vehicle } : {}),
      }),
    )
    const tallies = Array.from({ length: TALLIES }, (_, index) => aTally(id, { lane: index + 1, screened: 11 }))
    const kept = ['checkpoints', 'people', 'places']

    let server = await open()
    const arrivals: Record<string, number> = { new: 0, again: 0, refused: 0 }
    async function deliver(times: number): Promise<void> {
      const parts = Array.from({ length: times }, () => [
        { path: '/passages/batch', items: shuffled(passages, next) },
        { path: '/tallies/batch', items: shuffled(tallies, next) },
      ]).flat()
      const waiting = shuffled(parts, next)
      const sender = async () => {
        for (let part = waiting.pop(); part; part = waiting.pop()) {
          const { verdicts } = await server.post(part.path, shift.token, { items: part.items })
          for (const { ok, receipt } of verdicts)
            arrivals[ok ? receipt.arrival : 'refused'] = (arrivals[ok ? receipt.arrival : 'refused'] ?? 0) + 1
        }
      }
      await Promise.all(Array.from({ length: SENDERS }, sender))
    }
    await deliver(TIMES / 2)
    await stage.settle()
    const once = await snapshot(owner, stage.county, kept)
    const figures = (await shift.get(`/checkpoint-board?asOf=${CUT_OFF}`)).body
    await server.close()
    server = await open()
    await deliver(TIMES / 2)
    await stage.settle()
    await server.close()

    expect(arrivals, `seed ${seed}`).toEqual({
      new: PASSAGES + TALLIES,
      again: (TIMES - 1) * (PASSAGES + TALLIES),
      refused: 0,
    })
    expect(rowsOf(once, 'checkpoints.passage')).toBe(PASSAGES)
    expect(rowsOf(once, 'checkpoints.hand_over')).toBe(PASSAGES / 20)
    expect(await snapshot(owner, stage.county, kept), `seed ${seed}`).toEqual(once)
    expect((await shift.get(`/checkpoint-board?asOf=${CUT_OFF}`)).body).toEqual(figures)
    expect(figures.total).toMatchObject({
      screened: PASSAGES + TALLIES * 11,
      fevers: PASSAGES / 20,
      vehicles: 1 + TALLIES * 40,
    })
    const told = await owner`
    select kind, count(*)::int as ids from kernel.feed_entry, unnest(ids) where county = ${stage.county} and kind <> 'checkpoint' group by kind order by kind`
    expect([...told]).toMatchObject([
      { kind: 'hand-over', ids: PASSAGES / 20 },
      { kind: 'passage', ids: PASSAGES },
      { kind: 'tally', ids: TALLIES },
    ])
  }),
  120_000,
)
