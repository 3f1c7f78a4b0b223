import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { allNo, at, aVisit, givenRound } from '../visits/visits.factory.ts'
import { aPost, aVillage, SINCE } from './responsibility.factory.ts'

const visit = { purpose: 'home-visit' } as const
const AT = '2020-02-01T08:00:00+08:00'

async function aTrio(stage: Scenario) {
  const homes = await aVillage(stage, [2])
  const village = `${stage.county}100201`
  const desk = await stage.as.countyDesk()
  const holder = (nth: number) => ({ kind: 'person' as const, id: homes[nth]?.members[0] ?? '' })
  const posts = [
    aPost(village, { kind: 'village-cadre', title: '村支书', holder: holder(0) }),
    aPost(village, { kind: 'police', title: '包村民警', holder: holder(1) }),
    aPost(village, { kind: 'health-worker', title: '村医' }),
  ]
  await desk.post('/responsibility/posts/batch', { items: posts })
  const roles = ['cadre', 'police', 'health']
  const members = posts.map(({ id }, nth) => ({ id: newId(), postId: id, role: roles[nth] ?? '' }))
  const team = {
    id: newId(),
    division: village,
    rule: 'three-on-one',
    householdId: homes[0]?.id,
    formedAt: SINCE,
    members,
  }
  return { homes, village, desk, posts, team, holder }
}
const lackingOf = (items: Array<{ lacking: Array<{ role: string }> }>) =>
  items.map(({ lacking }) => lacking.map(({ role }) => role))

test(
  'three on one lacks whoever is not seated, and is complete when somebody is',
  scenario(async (stage) => {
    const { desk, posts, team, holder } = await aTrio(stage)
    expect(await desk.post('/responsibility/teams', team)).toMatchObject({ status: 201 })
    expect(await desk.post('/responsibility/teams', team)).toMatchObject({ status: 200 })
    const incomplete = await desk.get('/responsibility/teams?state=incomplete')
    expect(lackingOf(incomplete.body.items)).toEqual([['health']])
    await desk.post(`/responsibility/posts/${posts[2]?.id}/seatings`, { id: newId(), holder: holder(1), at: AT })
    expect((await desk.get('/responsibility/teams?state=incomplete')).body.items).toEqual([])
    expect((await desk.get('/responsibility/teams?state=complete')).body.items).toMatchObject([
      { id: team.id, lacking: [] },
    ])
    const [member] = team.members
    expect(await desk.post(`/responsibility/teams/${team.id}/members/${member?.id}/leave`, { at: AT })).toMatchObject({
      status: 201,
    })
    expect(lackingOf((await desk.get('/responsibility/teams')).body.items)).toEqual([['cadre']])
    const back = { id: newId(), postId: posts[0]?.id, role: 'cadre', at: AT }
    expect(await desk.post(`/responsibility/teams/${team.id}/members`, back)).toMatchObject({ status: 201 })
    expect(lackingOf((await desk.get('/responsibility/teams')).body.items)).toEqual([[]])
    await desk.post(`/responsibility/teams/${team.id}/dissolve`, { at: AT, ground: '观察期满' })
    expect((await desk.get('/responsibility/teams')).body.items).toEqual([])
    const refused = await desk.post(`/responsibility/teams/${team.id}/members`, { ...back, id: newId() })
    expect(refused).toMatchObject({ status: 409, body: { code: 'responsibility.team-over' } })
  }),
)

test(
  'a team for a household and for a person at once is refused with a reason',
  scenario(async (stage) => {
    const { desk, team, homes } = await aTrio(stage)
    const both = await desk.post('/responsibility/teams', { ...team, personId: homes[0]?.members[0] })
    expect(both).toMatchObject({ status: 422, body: { code: 'kernel.input-invalid', issues: [{ path: 'personId' }] } })
  }),
)

test(
  'a county may say that another team is asked for; a role takes only the posts that the rule names',
  scenario(async (stage) => {
    const { desk, posts, team } = await aTrio(stage)
    const body = {
      code: 'four-on-one',
      zh: '四包一',
      en: 'Four on one',
      roles: [
        { role: 'police', zh: '民警', en: 'Police', kinds: ['police'], least: 2 },
        { role: 'cadre', zh: '干部', en: 'Cadre', kinds: ['village-cadre', 'household-cadre'], least: 1 },
      ],
    }
    const rule = { id: newId(), subject: 'team', since: '2020-01-25', body }
    expect(await desk.post('/responsibility/rules', rule)).toMatchObject({ status: 201 })
    const [cadre, police] = team.members
    const said = await desk.post('/responsibility/teams/batch', {
      items: [
        { ...team, rule: 'four-on-one', members: [cadre, police] },
        { ...team, id: newId(), rule: 'four-on-one' },
        { ...team, id: newId(), rule: 'seven-on-one' },
        { ...team, id: newId(), members: [{ id: newId(), postId: posts[0]?.id, role: 'police' }] },
        { ...team, id: newId(), householdId: newId() },
        { ...team, id: newId(), householdId: null, personId: newId() },
      ],
    })
    expect(
      said.body.verdicts.map((one: { ok: boolean; problem?: { code: string } }) => one.problem?.code ?? 'kept'),
    ).toEqual([
      'kept',
      'responsibility.role-refused',
      'responsibility.rule-unknown',
      'responsibility.role-refused',
      'responsibility.household-unknown',
      'responsibility.person-unknown',
    ])
    expect((await desk.get('/responsibility/teams')).body.items[0].lacking).toEqual([{ role: 'police', missing: 1 }])
    const unknown = { ...rule, id: newId(), body: { ...body, roles: [{ ...body.roles[0], kinds: ['astronaut'] }] } }
    expect((await desk.post('/responsibility/rules', unknown)).body.code).toBe('responsibility.kind-unknown')
  }),
)

test(
  'the sheet says what is open at the doors that are handed over',
  scenario(async (stage) => {
    const { homes, village, cadre, roundId, desk } = await givenRound(stage)
    const [first, second] = homes
    if (!first || !second) throw new Error('nobody lives there')
    const post = aPost(village, {
      duties: [first, second].map(({ id }) => ({ reach: 'household' as const, householdId: id })),
    })
    await desk.post('/responsibility/posts', post)
    const personId = first.members[0] ?? ''
    const answers = { ...allNo, 'met-from-there': true, symptoms: ['fever'] }
    const met = aVisit({ roundId, householdId: first.id, sheets: [{ personId, answers }] })
    await cadre.post('/visits', met)
    await cadre.post('/visits', aVisit({ roundId, householdId: second.id, outcome: 'nobody' }))
    await stage.settle()
    const sheetFor = async (who: Client) =>
      (await who.get(`/responsibility/posts/${post.id}/hand-over`, { purpose: 'supervision' })).body
    const { households, open } = await sheetFor(desk)
    const of = (id: string) => households.find((one: { id: string }) => one.id === id)
    expect(of(first.id)).toMatchObject({ visits: [], followUps: expect.arrayContaining(['contact', 'fever']) })
    expect(of(second.id)).toMatchObject({ visits: [{ state: 'nobody', attempts: 1 }], followUps: [] })
    expect(open).toEqual({ visits: 1, followUps: 2 })
    const auditor = await stage.as.role('auditor')
    expect((await sheetFor(auditor)).open).toEqual({ visits: 0, followUps: 0 })
    await desk.post(`/visits/rounds/${roundId}/end`, { endedAt: at('21:00') })
    expect((await sheetFor(desk)).open).toEqual({ visits: 0, followUps: 2 })
  }),
)

test(
  'the sheet says what goes from whom to whom',
  scenario(async (stage) => {
    const { desk, homes, village, team, holder } = await aTrio(stage)
    const post = aPost(village, {
      holder: holder(0),
      duties: homes.map(({ id }) => ({ reach: 'household' as const, householdId: id })),
    })
    await desk.post('/responsibility/posts', post)
    await desk.post('/responsibility/teams', team)
    const path = `/responsibility/posts/${post.id}/hand-over`
    expect((await desk.get(path, visit)).body).toMatchObject({ outgoing: null, incoming: { name: '周*满' } })
    await desk.post(`/responsibility/posts/${post.id}/seatings`, { id: newId(), holder: holder(1), at: AT })
    await stage.settle()
    const sheet = await desk.get(path, visit)
    expect(sheet.body).toMatchObject({
      divisionName: expect.stringContaining('榆树沟'),
      outgoing: { name: '周*满', until: '2020-02-01T00:00:00.000Z' },
      incoming: { name: '周*满', since: '2020-02-01T00:00:00.000Z' },
      householdCount: 2,
    })
    expect(sheet.body.households.map((one: { id: string; lacking: string[] }) => [one.id, one.lacking])).toEqual(
      homes.map(({ id }) => [id, ['county', 'township', 'village']]),
    )
    const police = team.members[1]
    const theirs = await desk.get(`/responsibility/posts/${police?.postId}/hand-over`, visit)
    expect(theirs.body.teams).toMatchObject([{ id: team.id, lacking: ['health'] }])
    expect(await desk.get(path)).toMatchObject({ status: 422 })
    expect(await desk.get(path, { purpose: 'checkpoint-screening' })).toMatchObject({ status: 200 })
  }),
)
