import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aPost, aVillage } from './responsibility.factory.ts'

const AT = '2020-02-01T08:00:00+08:00'
const NORM = {
  code: 'volunteer',
  zh: '志愿者',
  en: 'Volunteer',
  rank: 'household',
  usual: 3,
  most: 5,
  silentAfterHours: 72,
}

/** Four groups of three doors, and three volunteers with nothing to do; five doors are the most for each. */
async function aVillageToPlan(stage: Scenario) {
  const homes = await aVillage(stage, [3, 3, 3, 3])
  const village = `${stage.county}100201`
  const desk = await stage.as.countyDesk()
  const rule = { id: newId(), subject: 'post-kind', since: '2020-01-20', body: NORM }
  expect(await desk.post('/responsibility/rules', rule)).toMatchObject({ status: 201 })
  const posts = [0, 1, 2].map((nth) =>
    aPost(village, { title: `志愿者${nth}`, holder: { kind: 'person', id: homes[nth]?.members[0] ?? '' } }),
  )
  await desk.post('/responsibility/posts/batch', { items: posts })
  await stage.settle()
  const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
  const ask = (mode = 'anew') => officer.get(`/responsibility/plan?division=${village}&kind=volunteer&mode=${mode}`)
  const apply = (body: object) =>
    officer.post('/responsibility/plans', {
      id: newId(),
      division: village,
      kind: 'volunteer',
      mode: 'anew',
      at: AT,
      ...body,
    })
  return { homes, village, desk, officer, posts: posts.map(({ id }) => id), ask, apply }
}

const open = async (client: Client) =>
  (await client.get('/responsibility/uncovered?limit=200')).body.items.filter((one: { lacking: string[] }) =>
    one.lacking.includes('household'),
  ).length

test(
  'a plan is shown, applied as it was shown, and changes nothing when it is applied again',
  scenario(async (stage) => {
    const { officer, ask, apply } = await aVillageToPlan(stage)
    const { body: plan } = await ask()
    // Three whole groups for three people leave the fourth to be divided, and only that one: five doors are the most.
    expect(plan).toMatchObject({ households: 12, most: 5, leftOver: 0, ends: 0, cut: 1 })
    const shown = plan.lines.map(({ load }: { load: number }) => load).sort()
    expect(shown).toEqual([3, 4, 5])
    const walk = plan.lines.flatMap((line: { pieces: object[] }) => line.pieces) as Array<{
      firstDoor: number
      lastDoor: number
    }>
    expect([Math.min(...walk.map((one) => one.firstDoor)), Math.max(...walk.map((one) => one.lastDoor))]).toEqual([
      1, 12,
    ])
    expect(await open(officer)).toBe(12)
    const id = newId()
    const applied = await apply({ id, basis: plan.basis })
    expect(applied).toMatchObject({ status: 201, body: { arrival: 'new', leftOver: 0, begun: plan.begins } })
    await stage.settle()
    expect(await open(officer)).toBe(0)
    const loads = (await officer.get('/responsibility/posts?kind=volunteer')).body.items
    expect(loads.map(({ households }: { households: number }) => households).sort()).toEqual(shown)
    expect((await apply({ id, basis: plan.basis })).body).toMatchObject({ arrival: 'again', begun: plan.begins })
    expect((await ask()).body).toMatchObject({ begins: 0, ends: 0 })
  }),
)

test(
  'a plan is refused as a whole when a household, a post or a duty has changed since it was shown',
  scenario(async (stage) => {
    const { village, desk, officer, posts, homes, ask, apply } = await aVillageToPlan(stage)
    const stale = async (change: () => Promise<unknown>) => {
      const { body } = await ask()
      await change()
      const refused = await apply({ basis: body.basis })
      expect(refused).toMatchObject({ status: 409, body: { code: 'responsibility.plan-stale', resend: 'never' } })
    }
    await stale(() => aVillage(stage, [0, 0, 0, 0, 1]))
    await stale(() => desk.post(`/responsibility/posts/${posts[0]}/seatings`, { id: newId(), holder: null, at: AT }))
    const what = { reach: 'household', householdId: homes[4]?.id }
    await stale(() => desk.post('/responsibility/duties', { id: newId(), postId: posts[1], beginsAt: AT, what }))
    await stale(() =>
      desk.post('/responsibility/rules', {
        id: newId(),
        subject: 'post-kind',
        since: '2020-01-21',
        body: { ...NORM, most: 9 },
      }),
    )
    await stage.settle()
    expect(await open(officer)).toBe(12)
    expect(await apply({ basis: '0'.repeat(64) })).toMatchObject({ status: 409 })
    const other = await stage.as.role('township-officer', { division: `${stage.county}101` })
    expect(await other.get(`/responsibility/plan?division=${village}&kind=volunteer`)).toMatchObject({ status: 403 })
  }),
)

test(
  'filling up leaves what is assigned and gives the open doors to whoever is near',
  scenario(async (stage) => {
    const { village, desk, officer, posts, ask, apply } = await aVillageToPlan(stage)
    const begin = (postId: string | undefined, block: string) =>
      desk.post('/responsibility/duties', {
        id: newId(),
        postId,
        beginsAt: AT,
        what: { reach: 'block', division: village, block },
      })
    await begin(posts[0], '第1组')
    await begin(posts[1], '第4组')
    await stage.settle()
    const { body: plan } = await ask('fill')
    expect(plan).toMatchObject({ ends: 0, leftOver: 0 })
    await apply({ mode: 'fill', basis: plan.basis })
    await stage.settle()
    expect(await open(officer)).toBe(0)
    const { items } = (await officer.get('/responsibility/posts?kind=volunteer')).body
    const loads = items.map(({ households }: { households: number }) => households)
    expect(Math.max(...loads)).toBeLessThanOrEqual(5)
    const { duties } = (await officer.get(`/responsibility/posts/${posts[0]}`)).body
    expect(duties.map(({ block }: { block: string }) => block)).toContain('第1组')
    expect((await officer.get('/responsibility/posts?state=overloaded')).body.items).toEqual([])
  }),
)

test(
  'there is no plan without somebody to assign to, nor for a kind that answers for no households',
  scenario(async (stage) => {
    const { officer, village } = await aVillageToPlan(stage)
    const plan = (kind: string) => officer.get(`/responsibility/plan?division=${village}&kind=${kind}`)
    expect((await plan('household-cadre')).body.code).toBe('responsibility.plan-nobody')
    expect((await plan('village-cadre')).body.code).toBe('responsibility.kind-unknown')
    expect((await plan('nobody')).body.code).toBe('responsibility.kind-unknown')
    expect(await officer.get(`/responsibility/plan?division=${stage.county}100&kind=volunteer`)).toMatchObject({
      status: 422,
    })
  }),
)

test(
  'a norm holds from its day on, and a load above it shows',
  scenario(async (stage) => {
    const { desk, village, posts } = await aVillageToPlan(stage)
    const what = { reach: 'division', division: village }
    await desk.post('/responsibility/duties', { id: newId(), postId: posts[2], beginsAt: AT, what })
    await stage.settle()
    const { items } = (await desk.get('/responsibility/posts?state=overloaded')).body
    expect(items).toMatchObject([{ id: posts[2], households: 12 }])
    const { kinds } = (await desk.get('/responsibility/rules?day=2020-01-19')).body
    const volunteer = kinds.filter((one: { body: { code: string } }) => one.body.code === 'volunteer')
    expect(volunteer.map((one: { inForce: boolean; own: boolean }) => [one.inForce, one.own])).toEqual([
      [true, false],
      [false, true],
    ])
    const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
    const rule = { id: newId(), subject: 'post-kind', since: '2020-02-01', body: NORM }
    expect(await officer.post('/responsibility/rules', rule)).toMatchObject({ status: 403 })
  }),
)
