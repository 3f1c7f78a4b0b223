import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { allNo, aRound, aVisit, givenRound } from './visits.factory.ts'

const five = 'five-questions'

test(
  'a county begins with five questions, and a change is the next version',
  scenario(async (stage) => {
    const { roundId, homes, cadre, desk } = await givenRound(stage)
    const { body: first } = await desk.get(`/visits/questionnaires/${five}`)
    expect(first).toMatchObject({ version: 1, newest: true, zh: '入户五问' })
    expect(first.questions.filter(({ prefix }: { prefix: string | null }) => prefix !== null)).toHaveLength(5)
    const questions = [
      ...first.questions,
      {
        linkId: 'temperature',
        prefix: '6',
        zh: '体温',
        kind: 'number',
        opens: [{ operator: '>', answer: 37.3, kind: 'fever' }],
      },
    ]
    const second = { key: five, version: 2, zh: '入户六问', en: null, questions }
    expect((await cadre.post('/visits/questionnaires', second)).status).toBe(403)
    expect(await desk.post('/visits/questionnaires', { ...second, version: 4 })).toMatchObject({
      status: 409,
      body: { code: 'visits.not-the-next-version', params: { next: 2 } },
    })
    expect(await desk.post('/visits/questionnaires', second)).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect(await desk.post('/visits/questionnaires', second)).toMatchObject({ body: { arrival: 'again' } })
    expect(await desk.post('/visits/questionnaires', { ...second, zh: '别的' })).toMatchObject({
      status: 409,
      body: { code: 'visits.not-the-next-version', params: { next: 3 } },
    })
    const { body: list } = await desk.get('/visits/questionnaires')
    expect(list.items).toMatchObject([{ key: five, zh: '入户六问', versions: [{ version: 1 }, { version: 2 }] }])
    expect((await desk.get(`/visits/questionnaires/${five}?version=1`)).body).toMatchObject({
      version: 1,
      newest: false,
      questions: first.questions,
    })
    const [home] = homes
    const hot = { personId: home?.members[0] ?? '', answers: { ...allNo, temperature: 38.1 } }
    const visit = aVisit({ roundId, householdId: home?.id ?? '', sheets: [hot] })
    expect(await cadre.post('/visits', visit), 'the round asks version 1').toMatchObject({
      body: { code: 'visits.answer-wrong' },
    })
    const said = await cadre.post('/visits', { ...visit, version: 2 })
    expect(said.body.followUps).toMatchObject([{ kind: 'fever' }])
  }),
)

const draft = (questions: object[]) => ({ key: 'gate', version: 1, zh: '门岗三问', questions })
const q = (linkId: string, given: object = {}) => ({ linkId, zh: linkId, kind: 'yes-no', ...given })
test.each([
  ['a link id twice', [q('a'), q('a')], 'questions.1.linkId'],
  ['a choice without options', [q('a', { kind: 'choice' })], 'questions.0.options'],
  ['an empty group', [q('a', { kind: 'group' })], 'questions.0.kind'],
  ['a group that is not there', [q('a', { within: 'b' })], 'questions.0.within'],
  ['a group after its questions', [q('a', { within: 'b' }), q('b', { kind: 'group' })], 'questions.0.within'],
  [
    'a condition on another sheet',
    [q('a', { asked: 'household' }), q('b', { when: [{ question: 'a', operator: '=', answer: true }] })],
    'questions.1.when',
  ],
  [
    'a rule that names nothing',
    [q('a', { opens: [{ operator: '=', answer: true, kind: 'travel', fills: { from: 'x' } }] })],
    'questions.0.opens',
  ],
  ['a place among people', [q('a'), q('b', { asked: 'place' })], 'questions.1.asked'],
  [
    'a follow-up of people from a place',
    [q('a', { asked: 'place', opens: [{ operator: '=', answer: true, kind: 'fever' }] })],
    'questions.0.opens',
  ],
  ['several answers to yes or no', [q('a', { many: true })], 'questions.0.many'],
])('%s is refused by name', (_, questions, path) =>
  scenario(async ({ as }) => {
    const desk = await as.countyDesk()
    const reply = await desk.post('/visits/questionnaires', draft(questions))
    expect(reply).toMatchObject({ status: 422, body: { code: 'visits.questionnaire-wrong' } })
    expect(reply.body.issues.map((issue: { path: string }) => issue.path)).toContain(path)
  })(),
)

test(
  'a FHIR questionnaire is read, looked at and saved, and a wrong one is refused with its rules',
  scenario(async ({ as, county }) => {
    const desk = await as.countyDesk()
    const { body: resource } = await desk.get(`/visits/questionnaires/${five}/fhir`)
    expect(resource).toMatchObject({
      resourceType: 'Questionnaire',
      url: `urn:qunfang:${county}:questionnaire:${five}`,
    })
    const read = await desk.post('/visits/questionnaires/from-fhir', { resource: { ...resource, name: 'Gate_Three' } })
    expect(read).toMatchObject({ status: 200, body: { suggestedKey: 'gate-three', leftOut: [] } })
    const saved = await desk.post('/visits/questionnaires', { key: 'gate-three', version: 1, ...read.body.draft })
    expect(saved.status).toBe(201)
    const { body: back } = await desk.get('/visits/questionnaires/gate-three/fhir')
    expect(back.item).toEqual(resource.item)
    const wrong = { ...resource, status: 'open', item: [{ linkId: '1', type: 'display', text: 'x', required: true }] }
    const refused = await desk.post('/visits/questionnaires/from-fhir', { resource: wrong })
    expect(refused).toMatchObject({ status: 422, body: { code: 'visits.not-fhir' } })
    expect(refused.body.issues.map(({ en }: { en: string }) => en).join()).toMatch(/draft, active.*que-6/)
    expect(await desk.post('/visits/questionnaires/from-fhir', { resource: 'text' })).toMatchObject({ status: 422 })
    expect((await desk.get('/visits/questionnaires/nothing')).status).toBe(404)
  }),
)

test(
  'a round needs an area and a questionnaire that are there, and targets in order',
  scenario(async (stage) => {
    const { desk } = await givenRound(stage, { homes: 1 })
    const area = String(stage.county)
    const refused = async (given: object) =>
      (await desk.post('/visits/rounds', { ...aRound(area), ...given })).body.code
    expect(await refused({ area: `${area}999` })).toBe('visits.area-unknown')
    expect(await refused({ area: '110101' })).toBe('kernel.not-allowed')
    expect(await refused({ questionnaire: { key: five, version: 2 } })).toBe('visits.questionnaire-unknown')
    expect(await refused({ targets: [{ at: '2020-02-17T07:00:00+08:00', percent: 50 }] })).toBe('kernel.input-invalid')
    const checklist = { key: 'shops', version: 1, zh: '商超检查', questions: [q('distance', { asked: 'place' })] }
    expect((await desk.post('/visits/questionnaires', checklist)).body.arrival).toBe('new')
    expect(await refused({ questionnaire: { key: 'shops', version: 1 } })).toBe('visits.questionnaire-of-places')
    const { items } = (await desk.get('/visits/questionnaires')).body
    expect(items.map(({ key, of }: { key: string; of: string }) => [key, of])).toEqual([
      [five, 'homes'],
      ['shops', 'places'],
    ])
    const fhir = (await desk.get('/visits/questionnaires/shops/fhir')).body
    expect(fhir.subjectType).toEqual(['Location'])
    const { draft: back } = (await desk.post('/visits/questionnaires/from-fhir', { resource: fhir })).body
    expect(back.questions[0].asked).toBe('place')
    const township = await stage.as.role('township-officer', { division: `${area}100` })
    expect(await township.post('/visits/rounds', aRound(`${area}100`))).toMatchObject({ status: 201 })
    expect((await township.get('/visits/rounds')).body.items.map((one: { area: string }) => one.area).sort()).toEqual([
      area,
      `${area}100`,
    ])
    const other = await stage.as.role('township-officer', { division: `${area}101` })
    expect((await other.get('/visits/rounds')).body.items.map((one: { area: string }) => one.area)).toEqual([area])
  }),
)
