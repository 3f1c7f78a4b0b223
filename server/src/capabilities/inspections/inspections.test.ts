import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aCheckpoint } from '../places/places.factory.ts'
import { aFinding, anInspection, aPlan, at, givenCounty } from './inspections.factory.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code
const asOf = (day: number, time = '10:00') => `asOf=${encodeURIComponent(at(day, time))}`

test(
  'a place is inspected with a version of a checklist, and what is wrong becomes findings',
  scenario(async (stage) => {
    const { desk, village, post, county } = await givenCounty(stage)
    const started = (await desk.post('/inspection-checklists/start')).body.items
    expect(started.map((one: { arrival: string }) => one.arrival)).toEqual(Array(6).fill('new'))
    expect((await desk.post('/inspection-checklists/start')).body.items[0].arrival).toBe('again')
    const checklist = { key: 'inspect-village', version: 1 }
    const answers = { 'turn-back-point': false, 'chain-known': true, remark: '雪后路滑' }
    const leader = await post('县委书记')
    const finding = aFinding({ linkId: 'turn-back-point', severity: 'serious' })
    const said = {
      manner: 'led' as const,
      postIds: [leader],
      checklist,
      answers,
      note: '随机抽查',
      findings: [finding],
    }
    const inspection = anInspection(village, said)
    const sent = await desk.post('/inspections', inspection)
    expect(sent, JSON.stringify(sent.body)).toMatchObject({ status: 201, body: { arrival: 'new', unanswered: 4 } })
    expect((await desk.post('/inspections', inspection)).body.arrival).toBe('again')
    expect(await codeOf(desk.post('/inspections', { ...inspection, note: '别的' }))).toBe('kernel.id-taken')

    const whole = (await desk.get(`/inspections/${inspection.id}?${asOf(6)}`)).body
    expect(whole.inspection).toMatchObject({
      divisionName: '榆树沟村民委员会',
      placeName: '榆树沟村民委员会',
      manner: 'led',
      posts: [{ id: leader, title: '县委书记' }],
      checklist,
      answers,
      findings: 1,
      open: 1,
      overdue: 0,
    })
    expect(whole.findings).toMatchObject([
      { id: finding.id, state: 'open', climbed: 'place', linkId: 'turn-back-point' },
    ])
    expect((await desk.get(`/inspections?${asOf(4)}`)).body.items, 'not before it happened').toEqual([])
    expect((await desk.get(`/inspections?area=${county}101&${asOf(9)}`)).body.items).toEqual([])

    const refused = (given: object) =>
      codeOf(desk.post('/inspections', anInspection(village, { ...said, findings: [], ...given })))
    expect(await refused({ answers: { 'turn-back-point': 'yes' } })).toBe('inspections.answer-wrong')
    expect(await refused({ answers: { nothing: true } })).toBe('inspections.answer-wrong')
    expect(await refused({ checklist: { key: 'inspect-village', version: 2 } })).toBe('inspections.checklist-unknown')
    expect(await refused({ checklist: { key: 'five-questions', version: 1 }, answers: {} })).toBe(
      'inspections.checklist-unknown',
    )
    expect(await refused({ checklist: null })).toBe('inspections.answer-wrong')
    expect(await refused({ findings: [aFinding({ linkId: 'nothing' })] })).toBe('inspections.answer-wrong')
    expect(await refused({ findings: [aFinding({ dueAt: at(5) })] })).toBe('inspections.out-of-time')
    expect(await refused({ findings: [finding] }), 'a finding of another inspection').toBe('kernel.id-taken')
    expect(await refused({ postIds: [newId()] })).toBe('inspections.post-unknown')
    expect(await refused({ postIds: [] })).toBe('kernel.input-invalid')
    expect(await refused({ recordedAt: new Date(Date.now() + 3_600_000).toISOString() })).toBe(
      'inspections.out-of-time',
    )
  }),
)

test(
  'a place is called as its register calls it, and none is made up',
  scenario(async (stage) => {
    const { desk, village, county } = await givenCounty(stage)
    const checkpoint = await stage.inside((ctx) => aCheckpoint(ctx))
    const record = (given: object) => desk.post('/inspections', anInspection(village, given))
    for (const given of [
      { placeKind: 'checkpoint', placeId: checkpoint },
      { placeKind: 'township', division: `${county}100` },
      { placeKind: 'venue', placeName: '承德宽广超市' },
      { placeKind: 'venue', placeName: '承德宽广超市' },
    ])
      expect((await record(given)).body.arrival).toBe('new')
    const { items } = (await desk.get(`/inspections?${asOf(6)}&limit=3`)).body
    expect(new Set(items.map((one: { placeName: string }) => one.placeName)).size).toBeGreaterThan(1)
    const next = (await desk.get(`/inspections?${asOf(6)}&limit=3`)).body.next
    const rest = (await desk.get(`/inspections?${asOf(6)}&limit=3&after=${encodeURIComponent(next)}`)).body
    expect([rest.items.length, rest.next]).toEqual([1, null])
    const names = [...items, ...rest.items].map((one: { placeName: string }) => one.placeName).sort()
    expect(names).toEqual(['东镇', '承德宽广超市', '承德宽广超市', '榆树沟劝返点'].sort())
    const { body: heat } = await desk.get(`/inspection-heat?${asOf(6)}`)
    expect(heat.items).toMatchObject([
      { division: `${county}100`, name: '东镇', inspected: 4, places: 3 },
      { division: `${county}101`, inspected: 0, places: 0 },
    ])
    for (const [given, code] of [
      [{ placeKind: 'checkpoint' }, 'place-wrong'],
      [{ placeKind: 'checkpoint', placeId: newId() }, 'place-unknown'],
      [{ placeKind: 'checkpoint', placeId: checkpoint, division: `${county}100202` }, 'place-wrong'],
      [{ placeKind: 'village', division: `${county}100` }, 'place-wrong'],
      [{ placeKind: 'venue' }, 'place-wrong'],
      [{ placeKind: 'venue', placeName: '商场', division: county }, 'place-wrong'],
      [{ placeKind: 'village', division: `${county}100999` }, 'area-unknown'],
      [{ placeKind: 'site', placeId: newId() }, 'place-unknown'],
      [{ placeKind: 'compound', placeId: newId() }, 'place-unknown'],
    ] as const)
      expect(await codeOf(record(given)), JSON.stringify(given)).toBe(`inspections.${code}`)
  }),
)

test(
  'a batch is judged item by item, and one wrong record holds up nobody',
  scenario(async (stage) => {
    const { desk, township, village, county } = await givenCounty(stage)
    const twice = anInspection(village)
    const taken = aFinding()
    const items = [
      twice,
      twice,
      anInspection(`${county}100202`, { findings: [taken] }),
      anInspection(village, { findings: [taken] }),
      anInspection(`${county}100999`),
      { ...anInspection(village), placeKind: 'moon' },
    ]
    const { verdicts } = (await desk.post('/inspections/batch', { items })).body
    expect(verdicts.map((one: { ok: boolean; problem?: { code: string } }) => one.problem?.code ?? 'kept')).toEqual([
      ...['kept', 'kept', 'kept'],
      ...['kernel.id-taken', 'inspections.area-unknown', 'kernel.input-invalid'],
    ])
    expect((await desk.get(`/inspections?${asOf(6)}`)).body.items).toHaveLength(2)
    const outside = await township.post('/inspections', anInspection(`${county}101201`))
    expect([403, 404]).toContain(outside.status)
    const own = anInspection(village, { findings: [aFinding()] })
    expect((await township.post('/inspections', own)).body.arrival).toBe('new')
    const other = await stage.as.role('township-officer', { division: `${county}101` })
    expect((await other.get(`/inspections?${asOf(6)}`)).body.items).toEqual([])
    expect(await codeOf(other.get(`/inspections/${own.id}`))).toBe('inspections.inspection-unknown')
  }),
)

test(
  'a correction keeps the findings, and a visit that never happened takes them with it',
  scenario(async (stage) => {
    const { desk, village, find, county } = await givenCounty(stage)
    const { inspectionId } = await find()
    const why = '时间写错'
    const corrected = anInspection(village, {
      corrects: inspectionId,
      why,
      recordedAt: at(5, '15:00'),
      note: '下午到的',
    })
    expect((await desk.post('/inspections', corrected)).body.arrival).toBe('new')
    const whole = async () => (await desk.get(`/inspections/${inspectionId}?${asOf(6)}`)).body
    expect((await whole()).inspection).toMatchObject({
      id: inspectionId,
      latestId: corrected.id,
      note: '下午到的',
      findings: 1,
      corrections: [{ id: corrected.id, why }],
    })
    const again = anInspection(village, { corrects: inspectionId, why })
    expect(await codeOf(desk.post('/inspections', again))).toBe('inspections.corrected-already')
    const elsewhere = anInspection(`${county}100202`, { corrects: corrected.id, why })
    expect(await codeOf(desk.post('/inspections', elsewhere))).toBe('inspections.correction-of-other')
    expect(await codeOf(desk.post('/inspections', anInspection(village, { corrects: corrected.id })))).toBe(
      'kernel.input-invalid',
    )
    const voided = anInspection(village, { corrects: corrected.id, why: '没有去过', voided: true })
    expect((await desk.post('/inspections', voided)).body.arrival).toBe('new')
    expect((await whole()).inspection).toMatchObject({ voided: true, findings: 0 })
    expect((await desk.get(`/inspection-findings?state=all&${asOf(6)}`)).body.items).toEqual([])
    expect((await desk.get(`/inspection-heat?${asOf(6)}`)).body.total).toMatchObject({ inspected: 0, findings: 0 })
  }),
)

async function plannedBy(stage: Scenario) {
  const given = await givenCounty(stage)
  await given.desk.post('/inspection-checklists/start')
  const [first, second] = [await given.post('督查一组组长'), await given.post('督查一组成员')]
  const team = { id: newId(), title: '督查一组', areas: [`${given.county}100`], postIds: [first, second] }
  const plan = aPlan(given.county, {
    unannounced: true,
    wanted: 40,
    checklist: { key: 'inspect-village', version: 1 },
    teams: [team],
  })
  expect((await given.desk.post('/inspection-plans', plan)).body.arrival).toBe('new')
  return { ...given, plan, team }
}

test(
  'a plan says who inspects what and when, counts what was done, and is not known to those who will be visited',
  scenario(async (stage) => {
    const { desk, township, village, county, plan, team } = await plannedBy(stage)
    expect((await desk.post('/inspection-plans', plan)).body.arrival).toBe('again')
    const record = (given: object) => desk.post('/inspections', anInspection(village, { planId: plan.id, ...given }))
    expect((await record({ teamId: team.id })).body.arrival).toBe('new')
    expect((await record({})).body.arrival).toBe('new')
    for (const [given, code] of [
      [{ recordedAt: '2020-02-19T00:10:00+08:00' }, 'plan-over'],
      [{ placeKind: 'venue', placeName: '超市' }, 'plan-over'],
      [{ teamId: newId() }, 'team-unknown'],
      [{ planId: newId() }, 'plan-unknown'],
      [{ planId: null, teamId: team.id }, 'team-unknown'],
    ] as const)
      expect(await codeOf(record(given)), JSON.stringify(given)).toBe(`inspections.${code}`)
    const { items } = (await desk.get(`/inspection-plans?${asOf(6)}`)).body
    expect(items).toMatchObject([
      {
        title: plan.title,
        inspected: 2,
        wanted: 40,
        teams: [{ title: '督查一组', inspected: 1, posts: [{ title: '督查一组组长' }, { title: '督查一组成员' }] }],
      },
    ])
    expect((await township.get('/inspection-plans')).body.items).toEqual([])
    expect(await codeOf(township.post('/inspections', anInspection(village, { planId: plan.id })))).toBe(
      'inspections.plan-unknown',
    )
    const end = { id: newId(), why: '并入专项督查', at: at(6) }
    expect((await desk.post(`/inspection-plans/${plan.id}/end`, end)).body.arrival).toBe('new')
    expect((await desk.post(`/inspection-plans/${plan.id}/end`, end)).body.arrival).toBe('again')
    expect(await codeOf(desk.post(`/inspection-plans/${plan.id}/end`, { ...end, id: newId() }))).toBe(
      'inspections.plan-ended',
    )
    expect(await codeOf(record({ recordedAt: at(7) }))).toBe('inspections.plan-over')
    for (const [given, code] of [
      [{ area: `${county}999` }, 'inspections.area-unknown'],
      [{ teams: [{ ...team, id: newId(), areas: ['110101'] }] }, 'inspections.area-unknown'],
      [{ teams: [{ ...team, id: newId(), postIds: [newId()] }] }, 'inspections.post-unknown'],
      [{ checklist: { key: 'five-questions', version: 1 } }, 'inspections.checklist-unknown'],
      [{ from: '2020-02-19' }, 'kernel.input-invalid'],
      [{ teams: [team] }, 'kernel.id-taken'],
    ] as const)
      expect(await codeOf(desk.post('/inspection-plans', aPlan(county, given as object))), JSON.stringify(given)).toBe(
        code,
      )
  }),
)
