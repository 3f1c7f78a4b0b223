import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { allNo, at, aVisit, givenRound } from './visits.factory.ts'

const visiting = { purpose: 'home-visit' } as const
const idsOf = (items: Array<{ householdId: string }>) => items.map(({ householdId }) => householdId)

test(
  'doors are listed in the order somebody walks past them, by state and page by page',
  scenario(async (stage) => {
    const { roundId, homes, cadre } = await givenRound(stage, { homes: 5 })
    const [one, two, three, four, five] = homes.map(({ id }) => id) as [string, string, string, string, string]
    const visit = (householdId: string, outcome: 'met' | 'nobody' | 'notice' | 'refused') =>
      aVisit({ roundId, householdId, outcome })
    const items = [visit(two, 'notice'), visit(three, 'nobody'), visit(four, 'refused'), visit(five, 'met')]
    await cadre.post('/visits/batch', { items: [...items, { ...visit(three, 'nobody'), recordedAt: at('15:00') }] })
    await stage.settle()
    const list = async (query: string) =>
      (await cadre.get(`/visits/rounds/${roundId}/households?${query}`, visiting)).body
    expect(idsOf((await list('')).items)).toEqual([one, two, three, four, five])
    expect(idsOf((await list('state=to-visit')).items)).toEqual([one])
    expect(idsOf((await list('state=refused')).items)).toEqual([four])
    expect(idsOf((await list('state=done')).items)).toEqual([five])
    const notMet = await list('state=not-met')
    expect(notMet.items).toMatchObject([
      { householdId: two, state: 'notice', attempts: 1 },
      { householdId: three, state: 'nobody', attempts: 2, lastAt: new Date(at('15:00')).toISOString() },
    ])
    expect(notMet.items[0].members).toMatchObject([{ relation: 'head', person: { visible: true, name: '周*满' } }])
    const first = await list('limit=2&who=everybody')
    expect(first.items[0].members).toHaveLength(3)
    const second = await list(`limit=2&after=${encodeURIComponent(first.next)}`)
    const third = await list(`limit=2&after=${encodeURIComponent(second.next)}`)
    expect(idsOf([...first.items, ...second.items, ...third.items])).toEqual([one, two, three, four, five])
    expect(third.next).toBeNull()
    const withoutPurpose = await cadre.get(`/visits/rounds/${roundId}/households`)
    expect(withoutPurpose).toMatchObject({ status: 422, body: { code: 'kernel.purpose-needed' } })
    const otherPurpose = await cadre.get(`/visits/rounds/${roundId}/households`, { purpose: 'supervision' })
    expect(otherPurpose.status).toBe(403)
  }),
)

test(
  'a paper card finds its round and household again, and keeps its number',
  scenario(async (stage) => {
    const { roundId, village, homes, cadre, desk } = await givenRound(stage)
    const body = { division: village, limit: 2 }
    const print = (more = {}) => cadre.post(`/visits/rounds/${roundId}/cards`, { ...body, ...more }, visiting)
    const first = (await print()).body
    const rest = (await print({ after: first.next })).body
    const again = (await print({ limit: 10 })).body
    const codes = [...first.items, ...rest.items].map(({ code }: { code: string }) => code)
    expect(codes.map((code) => code.slice(0, -2))).toEqual(['100201-00001', '100201-00002', '100201-00003'])
    expect(again.items.map(({ code }: { code: string }) => code)).toEqual(codes)
    expect(first.items[0].members).toHaveLength(3)
    expect(first.questionnaire).toMatchObject({ key: 'five-questions', version: 1 })
    const [, code = ''] = codes
    const found = await cadre.get(`/visits/cards/${code}`, visiting)
    expect(found).toMatchObject({ status: 200, body: { householdId: homes[1]?.id, roundId, code, state: 'to-visit' } })
    const slip = `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`
    expect(await cadre.get(`/visits/cards/${slip}`, visiting)).toMatchObject({
      status: 422,
      body: { code: 'visits.card-unreadable' },
    })
    const paper = aVisit({ roundId, householdId: found.body.householdId, way: 'paper', recordedAt: at('10:05') })
    expect((await cadre.post('/visits', paper)).status).toBe(201)
    const neighbour = await stage.as.role('village-cadre', { division: `${stage.county}100202` })
    expect((await neighbour.get(`/visits/cards/${code}`, visiting)).status).toBe(403)
    const close = { id: newId(), on: '2020-02-19', reason: 'empty', recordedAt: '2020-02-19T09:00:00+08:00' }
    await desk.post(`/households/${homes[1]?.id}/close`, close)
    await stage.settle()
    expect(await cadre.get(`/visits/cards/${code}`, visiting)).toMatchObject({ body: { code: 'visits.card-unknown' } })
  }),
)

test(
  'two who print at the same moment give no number twice',
  scenario(async (stage) => {
    const { roundId, village, cadre, desk } = await givenRound(stage, { homes: 6 })
    const body = { division: village }
    const print = (block: string, who = cadre) =>
      who.post(`/visits/rounds/${roundId}/cards`, { ...body, block }, visiting)
    const [one, two] = await Promise.all([print('第1组'), print('第2组', desk)])
    const codes = [...one.body.items, ...two.body.items].map(({ code }: { code: string }) => code.slice(7, 12)).sort()
    expect(codes).toEqual(['00001', '00002', '00003', '00004', '00005', '00006'])
  }),
)

test(
  'the visits to a household are told with who answered what, free words included',
  scenario(async (stage) => {
    const { roundId, homes, cadre } = await givenRound(stage)
    const [home] = homes
    if (!home) throw new Error('no household')
    const wife = home.members[1] ?? ''
    const sheets: Array<{ personId?: string; answers: Record<string, string | number | boolean | string[]> }> = [
      { answers: { 'living-here': 2, 'came-or-left': true, 'who-came-or-left': '表弟回武汉' } },
      { personId: wife, answers: { ...allNo, symptoms: ['cough'] } },
    ]
    const knock = aVisit({ roundId, householdId: home.id, outcome: 'nobody', recordedAt: at('09:00') })
    const visit = aVisit({ roundId, householdId: home.id, recordedAt: at('18:00'), sheets, note: '狗凶' })
    const { body } = await cadre.post('/visits/batch', { items: [knock, visit] })
    expect(body.verdicts[1].receipt.followUps.map(({ kind }: { kind: string }) => kind)).toEqual(['roster', 'health'])
    await stage.settle()
    const read = await cadre.get(`/visits/households/${home.id}`, visiting)
    expect(read.body).toMatchObject({
      rounds: [{ roundId, state: 'met', attempts: 1 }],
      visits: [
        {
          id: visit.id,
          outcome: 'met',
          attempt: null,
          note: '狗凶',
          followUps: [{ kind: 'roster' }, { kind: 'health' }],
        },
        { id: knock.id, outcome: 'nobody', attempt: 1, sheets: [] },
      ],
      questionnaires: [{ key: 'five-questions', version: 1 }],
    })
    const [said, own] = read.body.visits[0].sheets
    expect(said).toMatchObject({ person: null, answers: { 'living-here': 2, 'who-came-or-left': '表弟回武汉' } })
    expect(own).toMatchObject({ person: { id: wife }, answers: { symptoms: ['cough'] }, unanswered: [] })
    const kept = await stage.inside(({ tx }) => tx`select answers::text as text from visits.sheet`)
    expect(JSON.stringify(kept)).not.toContain('表弟')
    const responses = await cadre.get(`/visits/${visit.id}/responses`, visiting)
    expect(responses.body.entry.map((one: { resource: { status: string } }) => one.resource.status)).toEqual([
      'completed',
      'completed',
    ])
    expect((await cadre.get(`/visits/${newId()}/responses`, visiting)).status).toBe(404)
  }),
)
