import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { findPostsTitled, postsOfHouseholds } from './index.ts'
import { aPost, aVillage, leadersOf, SINCE } from './responsibility.factory.ts'

const visit = { purpose: 'home-visit' } as const
const person = (id: string | undefined) => ({ kind: 'person', id })
const LATER = '2020-02-01T08:00:00+08:00'

async function uncovered(client: Client, query = '') {
  return (await client.get(`/responsibility/uncovered${query}`)).body.items as Array<{ id: string; lacking: string[] }>
}

/** Ten households in two groups, with leaders above and a volunteer for each group. */
async function aCoveredVillage(stage: Scenario) {
  const homes = await aVillage(stage, [6, 4])
  const village = `${stage.county}100201`
  const desk = await stage.as.countyDesk()
  const people = homes.flatMap(({ members }) => members)
  const leaders = await leadersOf(desk, village, people)
  const volunteers = [1, 2].map((group) =>
    aPost(village, {
      title: `志愿者${group}`,
      holder: { kind: 'person', id: people[group] ?? '' },
      duties: [{ reach: 'block', division: village, block: `第${group}组` }],
    }),
  )
  for (const post of volunteers) {
    expect(await desk.post('/responsibility/posts', post)).toMatchObject({ status: 201 })
  }
  await stage.settle()
  return { homes, village, desk, people, leaders, volunteers: volunteers.map(({ id }) => id) }
}

test(
  'every household answers who is responsible, at four levels; one that lacks somebody shows up',
  scenario(async (stage) => {
    const { homes, desk, village, people } = await aCoveredVillage(stage)
    const chain = await desk.get(`/responsibility/households/${homes[7]?.id}/chain`, visit)
    expect(chain.status).toBe(200)
    expect(chain.body.lacking).toEqual([])
    expect(
      chain.body.levels.map((one: { posts: Array<{ title: string }> }) => one.posts.map(({ title }) => title)),
    ).toEqual([['包东镇县领导'], ['包村干部'], ['村支书'], ['志愿者2']])
    expect(chain.body.levels[3].posts[0]).toMatchObject({ holder: person(people[2]), holderName: '周*满' })
    expect(await uncovered(desk)).toEqual([])

    const newcomer = (await aVillage(stage, [0, 0, 1]))[0]
    expect(await uncovered(desk)).toMatchObject([{ id: newcomer?.id, lacking: ['household'] }])
    const board = await desk.get('/responsibility/coverage')
    expect(board.body.total).toEqual({
      households: 11,
      uncovered: 1,
      lacking: { county: 0, township: 0, village: 0, household: 1 },
    })
    const inside = await desk.get(`/responsibility/coverage?area=${village}`)
    const { items: blocks } = (await desk.get(`/responsibility/blocks?village=${village}`)).body
    expect(blocks.map((one: { block: string; covered: number }) => [one.block, one.covered])).toEqual(
      expect.arrayContaining([
        ['第1组', 6],
        ['第2组', 4],
        ['第3组', 0],
      ]),
    )
    const [first] = (await desk.get(`/responsibility/blocks?village=${village}&limit=1`)).body.items
    expect(first.posts).toMatchObject([{ title: '志愿者1', holder: person(people[1]) }])
    expect(inside.body.path.map(({ posts }: { posts: unknown[] }) => posts.length)).toEqual([1, 1, 1])
  }),
)

test(
  'whoever leaves a post leaves its households uncovered, and the next one has them at once',
  scenario(async (stage) => {
    const { homes, desk, volunteers, people } = await aCoveredVillage(stage)
    const [first = '', second = ''] = volunteers
    const leave = { id: newId(), holder: null, at: LATER }
    expect(await desk.post(`/responsibility/posts/${first}/seatings`, leave)).toMatchObject({ status: 201 })
    await stage.settle()
    expect(await uncovered(desk)).toHaveLength(6)
    expect((await desk.get('/responsibility/posts?state=vacant')).body.items).toMatchObject([
      { id: first, states: ['vacant'] },
    ])

    const again = { id: newId(), holder: person(people[8]), at: '2020-02-03T08:00:00+08:00' }
    await desk.post(`/responsibility/posts/${first}/seatings`, again)
    await stage.settle()
    expect(await uncovered(desk)).toEqual([])
    const occupancies = await desk.get(`/responsibility/posts/${first}/occupancies`, visit)
    expect(occupancies.body.items.map((one: { holder: unknown }) => one.holder)).toEqual([
      person(people[8]),
      null,
      person(people[1]),
    ])
    const homesOf = await desk.get(`/responsibility/posts/${first}/households?limit=4`)
    expect(homesOf.body.items.map(({ id }: { id: string }) => id)).toEqual(homes.slice(0, 4).map(({ id }) => id))
    const rest = await desk.get(`/responsibility/posts/${first}/households?limit=4&after=${homesOf.body.next}`)
    expect(rest.body.items.map(({ id }: { id: string }) => id)).toEqual(homes.slice(4, 6).map(({ id }) => id))
    expect((await desk.get(`/responsibility/posts/${second}`)).body).toMatchObject({
      households: 4,
      states: ['silent'],
    })
  }),
)

test(
  'a leader who goes uncovers everything below, and says at which level',
  scenario(async (stage) => {
    const { homes, desk, leaders } = await aCoveredVillage(stage)
    const body = { at: LATER, ground: '机构调整' }
    expect(await desk.post(`/responsibility/posts/${leaders[1]}/close`, body)).toMatchObject({ status: 201 })
    const rows = await uncovered(desk, '?limit=3')
    expect(rows.map(({ id }) => id)).toEqual(homes.slice(0, 3).map(({ id }) => id))
    expect(rows[0]).toMatchObject({ lacking: ['township'], above: { title: '包东镇县领导' } })
    const before = await desk.get(`/responsibility/coverage?asOf=${encodeURIComponent('2020-01-31T08:00:00+08:00')}`)
    expect(before.body.total.uncovered).toBe(0)
    expect((await desk.post(`/responsibility/posts/${leaders[1]}/close`, body)).body.arrival).toBe('again')
  }),
)

test(
  'the list of the uncovered pages to its end, each household once',
  scenario(async (stage) => {
    const homes = [...(await aVillage(stage, [5, 3])), ...(await aVillage(stage, [4], '101201'))]
    const desk = await stage.as.countyDesk()
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { body } = await desk.get(
        `/responsibility/uncovered?limit=5${after ? `&after=${encodeURIComponent(after)}` : ''}`,
      )
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      if (!body.next) break
      after = body.next
    }
    expect(seen).toEqual(homes.map(({ id }) => id))
    const officer = await stage.as.role('township-officer', { division: `${stage.county}101` })
    expect((await uncovered(officer)).map(({ id }) => id)).toEqual(homes.slice(8).map(({ id }) => id))
  }),
)

test(
  'a village sees by name who stands above it, changes nothing there, and seats its own volunteers',
  scenario(async (stage) => {
    const { village, leaders, volunteers, people, homes } = await aCoveredVillage(stage)
    const cadre = await stage.as.role('village-cadre', { division: village })
    const chain = await cadre.get(`/responsibility/households/${homes[0]?.id}/chain`, visit)
    expect(chain.body.levels.map(({ posts }: { posts: unknown[] }) => posts.length)).toEqual([1, 1, 1, 1])
    const seating = { id: newId(), holder: person(people[5]), at: LATER }
    expect(await cadre.post(`/responsibility/posts/${leaders[0]}/seatings`, seating)).toMatchObject({ status: 403 })
    expect(await cadre.post(`/responsibility/posts/${leaders[2]}/seatings`, seating)).toMatchObject({ status: 403 })
    expect(await cadre.post(`/responsibility/posts/${volunteers[0]}/seatings`, seating)).toMatchObject({ status: 201 })
    expect(await cadre.get(`/responsibility/coverage?area=${stage.county}`)).toMatchObject({ status: 403 })
    const neighbour = await stage.as.role('village-cadre', { division: `${stage.county}100202` })
    expect(await neighbour.get(`/responsibility/posts/${volunteers[0]}`)).toMatchObject({ status: 404 })
    expect(await neighbour.get(`/responsibility/households/${homes[0]?.id}/chain`, visit)).toMatchObject({
      status: 404,
    })
  }),
)

test(
  'an account of the system is named, a person only where a purpose is given',
  scenario(async (stage) => {
    const [home] = await aVillage(stage, [1])
    const village = `${stage.county}100201`
    const desk = await stage.as.countyDesk()
    const administrator = await stage.as.role('administrator')
    const asked = {
      division: village,
      signInName: `v${newId().slice(0, 8)}`,
      name: '赵村长',
      seats: [{ division: village, role: 'village-cadre' }],
    }
    const { account } = (await administrator.post('/access/accounts', asked)).body
    const posts = [
      aPost(village, {
        kind: 'village-cadre',
        holder: { kind: 'account', id: account.id },
        duties: [{ reach: 'division', division: village }],
      }),
      aPost(village, {
        holder: { kind: 'person', id: home?.members[0] ?? '' },
        duties: [{ reach: 'household', householdId: home?.id ?? '' }],
      }),
    ]
    await desk.post('/responsibility/posts/batch', { items: posts })
    await stage.settle()
    const { items } = (await desk.get('/responsibility/posts')).body
    expect(new Set(items.map((one: { holderName: string | null }) => one.holderName))).toEqual(
      new Set(['赵村长', null]),
    )
    expect(await desk.get(`/responsibility/households/${home?.id}/chain`)).toMatchObject({
      status: 422,
      body: { code: 'kernel.purpose-needed' },
    })
    const chain = await desk.get(`/responsibility/households/${home?.id}/chain`, visit)
    expect(chain.body.lacking).toEqual(['county', 'township'])
    expect(chain.body.levels[2].posts[0].holderName).toBe('赵村长')
  }),
)

test(
  'posts are judged one by one, the same one twice is the same, and an id is never taken for another',
  scenario(async (stage) => {
    const [home] = await aVillage(stage, [1])
    const village = `${stage.county}100201`
    const desk = await stage.as.countyDesk()
    const good = aPost(village)
    const items = [
      good,
      good,
      { ...good, title: '另一个' },
      aPost(village, { kind: 'astronaut' }),
      aPost(village, { kind: 'county-leader' }),
      aPost(`${stage.county}100999`),
      aPost(village, { openedAt: '2099-01-01T00:00:00+08:00' }),
      aPost(village, { holder: { kind: 'person', id: newId() } }),
      aPost(village, { duties: [{ reach: 'household', householdId: newId() }] }),
      aPost(village, { duties: [{ reach: 'block', division: `${stage.county}100202`, block: '第1组' }] }),
      aPost(village, { kind: 'village-cadre', duties: [{ reach: 'household', householdId: home?.id ?? '' }] }),
      { ...aPost(village), title: '' },
    ]
    const { body } = await desk.post('/responsibility/posts/batch', { items })
    const said = body.verdicts.map((one: { ok: boolean; receipt?: { arrival: string }; problem?: { code: string } }) =>
      one.ok ? one.receipt?.arrival : one.problem?.code,
    )
    expect(said).toEqual([
      'new',
      'again',
      'kernel.id-taken',
      'responsibility.kind-unknown',
      'responsibility.wrong-level',
      'responsibility.division-unknown',
      'responsibility.in-future',
      'responsibility.holder-unknown',
      'responsibility.household-unknown',
      'responsibility.reach-refused',
      'responsibility.reach-refused',
      'kernel.input-invalid',
    ])
  }),
)

test(
  'a duty that ends leaves its households open from then on, and a post answers no roll call of another place',
  scenario(async (stage) => {
    const { desk, volunteers, village } = await aCoveredVillage(stage)
    const { duties } = (await desk.get(`/responsibility/posts/${volunteers[1]}`)).body
    expect(await desk.post(`/responsibility/duties/${duties[0].id}/end`, { at: LATER })).toMatchObject({ status: 201 })
    expect((await desk.post(`/responsibility/duties/${duties[0].id}/end`, { at: LATER })).body.arrival).toBe('again')
    await stage.settle()
    expect(await uncovered(desk)).toHaveLength(4)
    const back = {
      id: newId(),
      postId: volunteers[0],
      beginsAt: LATER,
      what: { reach: 'block', division: village, block: '第2组' },
    }
    expect(await desk.post('/responsibility/duties', back)).toMatchObject({ status: 201 })
    await stage.settle()
    expect(await uncovered(desk)).toEqual([])

    const call = { id: newId(), division: village, how: 'phone', at: new Date().toISOString(), postIds: volunteers }
    expect(await desk.post('/responsibility/roll-calls', { ...call, division: `${stage.county}101` })).toMatchObject({
      status: 403,
    })
    expect(await desk.post('/responsibility/roll-calls', call)).toMatchObject({ status: 201 })
    await stage.settle()
    const silent = (await desk.get('/responsibility/posts?state=silent&kind=volunteer')).body.items
    expect(silent).toEqual([])
    const then = `asOf=${encodeURIComponent(SINCE)}`
    expect((await desk.get(`/responsibility/coverage?${then}`)).body.posts).toEqual({ all: 5, vacant: 0 })
    // The leaders above answered no call.
    const counts = (await desk.get('/responsibility/post-counts')).body
    expect(counts).toEqual({ all: 5, vacant: 0, silent: 3, overloaded: 0 })
    // A county that lives at a moment of the past is silent by that moment.
    const calendar = { id: newId(), ground: '演练', kind: 'historical', moment: SINCE }
    expect(await desk.post('/retention/calendars', calendar)).toMatchObject({ status: 201 })
    expect((await desk.get('/responsibility/post-counts')).body.silent).toBe(0)
    expect((await desk.get('/responsibility/posts?state=silent')).body.items).toEqual([])
  }),
)

test(
  'figures say how it stood at any moment',
  scenario(async (stage) => {
    const { desk, volunteers } = await aCoveredVillage(stage)
    const figure = async (name: string, asOf: string, area = String(stage.county)) =>
      (await desk.get(`/figures/${name}?area=${area}&asOf=${encodeURIComponent(asOf)}`)).body.value
    const leave = { id: newId(), holder: null, at: LATER }
    await desk.post(`/responsibility/posts/${volunteers[0]}/seatings`, leave)
    await stage.settle()
    const before = '2020-02-01T07:59:59+08:00'
    expect(await figure('households-covered', '2020-01-26T07:59:59+08:00')).toBe(0)
    expect(await figure('households-covered', before)).toBe(10)
    expect(await figure('households-uncovered', before)).toBe(0)
    expect([await figure('households-covered', LATER), await figure('households-uncovered', LATER)]).toEqual([4, 6])
    expect(await figure('households-uncovered', LATER, `${stage.county}101`)).toBe(0)
    expect([await figure('responsibility-posts', before), await figure('posts-vacant', before)]).toEqual([5, 0])
    expect([await figure('posts-vacant', LATER), await figure('volunteers', LATER)]).toEqual([1, 1])
    expect([await figure('volunteers', before), await figure('group-leaders', before)]).toEqual([2, 0])
    await desk.post(`/responsibility/posts/${volunteers[1]}/close`, { at: '2020-02-02T08:00:00+08:00', ground: '合并' })
    await stage.settle()
    expect(await figure('responsibility-posts', '2020-02-02T08:00:00+08:00')).toBe(4)
    expect(await figure('responsibility-posts', '2020-02-02T07:59:59+08:00')).toBe(5)
    expect(await figure('households-covered', '2020-02-02T08:00:00+08:00')).toBe(0)
  }),
)

test(
  'a neighbour asks whose households these are, and whether a post is there already',
  scenario(async (stage) => {
    const { homes, volunteers, village, desk } = await aCoveredVillage(stage)
    const single = { reach: 'household', householdId: homes[9]?.id }
    const duty = { id: newId(), postId: volunteers[0], beginsAt: LATER, what: single }
    await desk.post('/responsibility/duties', duty)
    const found = await stage.inside((ctx) => postsOfHouseholds(ctx, [homes[0]?.id ?? '', homes[9]?.id ?? '', newId()]))
    expect(found.get(homes[0]?.id ?? '')).toEqual([volunteers[0]])
    expect(new Set(found.get(homes[9]?.id ?? ''))).toEqual(new Set(volunteers))
    expect(found.size).toBe(2)
    const asked = { division: village, kind: 'volunteer', title: '志愿者1' }
    const there = await stage.inside(({ tx }) => findPostsTitled(tx, [asked, { ...asked, title: '没有这个' }]))
    expect([...there]).toEqual([`${village}/volunteer/志愿者1`])
  }),
)
