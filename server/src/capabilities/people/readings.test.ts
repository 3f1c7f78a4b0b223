import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { lastMoment } from '../../entrypoints/jobs/cron.ts'
import { aHousehold } from './households.factory.ts'
import { peopleJobs } from './readings.ts'
import { keepLook } from './sql.ts'

const later = (minutes: number): Date => new Date(Date.now() + minutes * 60_000)

/** What the clockwork does at that moment in this county; the workers would do it in every other one too. */
async function watched({ inside, settle }: Scenario, at: Date): Promise<void> {
  await settle()
  await inside((ctx) => Promise.resolve(peopleJobs['people.watch-readings']?.run({ ...ctx, now: at }, {})))
}

test('it is looked at often enough to be said within five minutes', () => {
  const moments = Array.from({ length: 10 }, (_, minute) =>
    lastMoment(peopleJobs['people.watch-readings']?.every ?? '', new Date(minute * 60_000)),
  )
  expect(new Set(moments.map((moment) => moment?.getTime())).size).toBeGreaterThanOrEqual(5)
})

const readings = async (stage: Scenario) => (await (await stage.as.role('auditor')).get('/audit/readings')).body

test(
  'two hundred persons opened one by one within ten minutes are said in the trail and on the desk, once; fewer are not',
  scenario(async (stage) => {
    const home = await stage.inside((ctx) => aHousehold(ctx, { members: 2 }))
    const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
    const [personId = ''] = home.members
    const open = () => officer.get(`/people/${personId}`, { purpose: 'home-visit' })
    expect((await open()).status).toBe(200)
    const { items } = await readings(stage)
    expect(items).toMatchObject([
      { role: 'township-officer', persons: 1, whole: 0, requests: 1, singleViews: 1, name: '测试人员' },
    ])
    const { accountId } = items[0]
    // The other views of the ten minutes, one request each; through HTTP each would take its time.
    const many = (count: number) =>
      stage.inside(async ({ tx, actor, now }) => {
        const reader = { ...actor, role: 'township-officer' as const, accountId, division: `${stage.county}100` }
        for (let nth = 0; nth < count; nth += 1) {
          await keepLook(tx, reader, {
            personIds: [personId],
            fields: ['name'],
            purpose: 'home-visit',
            at: now,
            requestId: newId(),
          })
        }
      })
    await many(198)
    await watched(stage, later(2))
    expect((await readings(stage)).alerts).toEqual([])
    await many(1)
    await watched(stage, later(4))
    await watched(stage, later(6))
    const { alerts, items: after } = await readings(stage)
    expect(alerts).toMatchObject([{ accountId, kind: 'single-views', count: 200, name: '测试人员' }])
    expect(after).toMatchObject([{ persons: 200, whole: 199 }])
    const auditor = await stage.as.role('auditor')
    const { items: entries } = (await auditor.get(`/audit?subject=${accountId}`)).body
    expect(entries).toMatchObject([
      {
        operation: 'people.readings.alert',
        actorKind: 'system',
        count: 200,
        note: { kind: 'single-views', usual: 200 },
      },
    ])
    // What is older than ten minutes is no longer unusual.
    await watched(stage, later(30))
    expect((await readings(stage)).alerts).toHaveLength(1)
  }),
)

test(
  'searching again and again for what very many are called is unusual; a list is not, however long, and an office of a township reads none of it',
  scenario(async (stage) => {
    await stage.inside((ctx) => aHousehold(ctx, { members: 12 }))
    const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
    const look = { purpose: 'home-visit' } as const
    const wide = () => officer.post('/people/search', { q: '周小满', limit: 5 }, look)
    expect((await wide()).body.next).not.toBeNull()
    for (let nth = 0; nth < 30; nth += 1) await officer.get(`/households?division=${stage.county}100201`, look)
    await watched(stage, later(2))
    expect((await readings(stage)).alerts).toEqual([])
    for (let nth = 1; nth < 20; nth += 1) await wide()
    await watched(stage, later(4))
    expect((await readings(stage)).alerts).toMatchObject([{ kind: 'wide-searches', count: 20 }])
    expect((await officer.get('/audit/readings')).status).toBe(403)
  }),
)

test(
  'the day on the desk has the most first, page by page, and another day has its own',
  scenario(async (stage) => {
    const home = await stage.inside((ctx) => aHousehold(ctx, { members: 3 }))
    const desk = await stage.as.countyDesk()
    for (const division of [`${stage.county}100`, `${stage.county}100`]) {
      const officer = await stage.as.role('township-officer', { division })
      await officer.get(`/households?division=${home.division}`, { purpose: 'home-visit' })
    }
    await desk.get(`/households/${home.id}`, { purpose: 'home-visit' })
    const first = (await desk.get('/audit/readings?limit=2')).body
    expect(first.items.map(({ persons }: { persons: number }) => persons)).toEqual([3, 1])
    const second = (await desk.get(`/audit/readings?limit=2&after=${first.next}`)).body
    expect(second).toMatchObject({ items: [{ persons: 1 }], next: null })
    expect((await desk.get('/audit/readings?day=2020-02-06')).body).toMatchObject({ items: [], alerts: [], next: null })
  }),
)
