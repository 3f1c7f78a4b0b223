import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { anIdNumber } from '../people/people.factory.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aCase } from './course.factory.ts'
import { followOutcomes, type Outcome } from './index.ts'

const day = (hour: string, on = '10') => `2020-02-${on}T${hour}:00+08:00`

test(
  'suspected because of one history item and two findings; excluded by two negatives a day apart and not before',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const one = await aCase(desk, `${county}100201`)
    expect((await one.read()).explanation).toMatchObject({
      suspected: false,
      en: 'no suspected case: 0 history items + 1 finding',
    })
    expect((await one.decide(day('09:00'), 'suspected', 'rule')).body).toMatchObject({
      code: 'cases.rule-not-met',
      params: { history: 0, findings: 1 },
    })
    await one.onset(day('09:05'), '2020-02-09')
    await one.evidence(day('09:10'), 'affected-area', 'imaging')
    expect((await one.decide(day('09:20'), 'suspected', 'rule')).status).toBe(201)
    expect(await one.read()).toMatchObject({
      status: 'suspected',
      onset: '2020-02-09',
      explanation: {
        suspected: true,
        counted: { history: 1, findings: 2 },
        en: 'suspected: 1 history item + 2 findings',
      },
      next: ['confirmed', 'asymptomatic', 'excluded'],
    })
    await one.tested(day('10:00'), day('20:00'), 'negative')
    await one.tested(day('20:00'), day('22:00', '11'), 'negative')
    const early = await one.decide(day('23:00', '11'), 'excluded', 'negatives')
    expect(early).toMatchObject({
      status: 409,
      body: { code: 'cases.exclusion-premature', params: { en: expect.stringContaining('10 h apart') } },
    })
    expect((await one.decide(day('23:00', '11'), 'excluded', 'clinical')).body.code).toBe('cases.ground-unfit')
    const authorised = { clinician: '李医生', note: '流感' }
    expect((await one.decide(day('23:00', '11'), 'excluded', 'authorised', authorised)).body.code).toBe(
      'cases.excluded-by-tests',
    )
    expect((await one.read()).exclusion).toMatchObject({ met: false, nextFrom: '2020-02-11T02:00:00.000Z' })
    await one.tested(day('10:00', '11'), day('20:00', '11'), 'negative')
    expect((await one.decide(day('19:00', '11'), 'excluded', 'negatives')).status, 'before the result was known').toBe(
      409,
    )
    expect((await one.decide(day('21:00', '11'), 'excluded', 'negatives')).status).toBe(201)
    const file = await one.read()
    expect(file).toMatchObject({ status: 'excluded', undermined: false })
    expect(file.entries.map(({ kind }: { kind: string }) => kind)).toHaveLength(10)
  }),
)

test(
  'from the sixth edition on both antibodies have to be negative on day seven too',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const at = (on: string, hour = '09:00') => `2020-03-${on}T${hour}:00+08:00`
    const one = await aCase(desk, `${county}100201`, { at: at('10'), recordedAt: at('10') })
    await one.onset(at('10'), '2020-03-09')
    await one.evidence(at('10'), 'affected-area', 'imaging')
    await one.decide(at('10', '10:00'), 'suspected', 'rule')
    await one.tested(at('10', '11:00'), at('10', '20:00'), 'negative')
    await one.tested(at('11', '11:00'), at('11', '20:00'), 'negative')
    const excluded = await one.decide(at('12'), 'excluded', 'negatives')
    expect(excluded.body.params.en).toContain('IgM and IgG')
    await one.tested(at('16'), at('16', '18:00'), 'negative', 'igm', 'blood-acute')
    await one.tested(at('15', '23:00'), at('16', '18:00'), 'negative', 'igg', 'blood-acute')
    expect((await one.decide(at('17'), 'excluded', 'negatives')).status, 'drawn an hour too early').toBe(409)
    await one.tested(at('16'), at('16', '18:00'), 'negative', 'igg', 'blood-acute')
    expect((await one.decide(at('17'), 'excluded', 'negatives')).status).toBe(201)
  }),
)

test(
  'where nobody tested, a clinician excludes by name; a fever nobody suspected ends with what the hospital found',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const village = `${county}100201`
    const fever = await aCase(desk, village)
    expect((await fever.decide(day('12:00'), 'excluded', 'clinical')).status).toBe(201)
    const one = await aCase(desk, village)
    await one.evidence(day('09:10'), 'affected-area', 'imaging')
    await one.decide(day('09:20'), 'suspected', 'rule')
    expect((await one.decide(day('11:00'), 'excluded', 'authorised')).body.code).toBe('cases.decider-needed')
    const authorised = { clinician: '李医生', document: '会诊2020-7' }
    expect((await one.decide(day('11:00'), 'excluded', 'authorised', authorised)).status).toBe(201)
    expect((await one.read()).entries.at(-1)).toMatchObject({ decider: '李医生', details: { document: '会诊2020-7' } })
  }),
)

test(
  'a positive confirms; nothing excludes it but the correction of what was wrong, and then the decision is seen to hang in the air',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const one = await aCase(desk, `${county}100201`)
    expect((await one.decide(day('10:00'), 'confirmed', 'laboratory')).body.code).toBe('cases.not-confirmed')
    const { id: sampleId, body } = await one.tested(day('10:00'), day('12:00'), 'positive')
    expect((await one.decide(day('11:00'), 'confirmed', 'laboratory')).body.code, 'not known yet').toBe(
      'cases.not-confirmed',
    )
    await one.onset(day('12:30'), '2020-02-08')
    expect((await one.decide(day('13:00'), 'asymptomatic', 'laboratory')).body.code).toBe('cases.asymptomatic-ill')
    const decisionId = newId()
    await one.decide(day('13:00'), 'confirmed', 'laboratory', { id: decisionId })
    expect((await one.decide(day('14:00'), 'excluded', 'clinical')).body.code).toBe('cases.misstep')
    const corrected = { sampleId, test: 'pcr', finding: 'negative', corrects: body.id, why: '录入有误' }
    expect((await one.send('results', day('12:00'), corrected)).status).toBe(201)
    expect(await one.read()).toMatchObject({ status: 'confirmed', undermined: true })
    const back = {
      status: 'confirmed',
      ground: 'laboratory',
      institution: '县医院',
      corrects: decisionId,
      why: '结果有误',
      voided: true,
    }
    expect((await one.send('decisions', day('15:00'), back)).status).toBe(201)
    expect(await one.read()).toMatchObject({ status: 'fever', undermined: false })
    expect((await one.send('results', day('12:00'), { ...corrected, id: newId() })).body.code).toBe(
      'cases.corrected-already',
    )
  }),
)

test(
  'an entry is kept once, refused where it cannot be so, and a neighbour hears what was decided',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const one = await aCase(desk, `${county}100201`)
    const heard: Outcome[] = []
    followOutcomes(async (_ctx, outcome) => {
      if (outcome.caseId === one.caseId) heard.push(outcome)
    })
    const said = { id: newId(), status: 'excluded', ground: 'clinical', institution: '县医院' }
    const send = (given: object, at = day('12:00')) => one.send('decisions', at, { ...said, ...given })
    expect((await send({})).body.arrival).toBe('new')
    expect((await send({})).body.arrival).toBe('again')
    expect((await send({ institution: '中医院' })).body.code).toBe('kernel.id-taken')
    expect(heard).toMatchObject([{ personId: one.personId, from: 'fever', to: 'excluded', contactsGoHome: true }])
    const bad = async (kind: string, given: object, at = day('12:00')) => (await one.send(kind, at, given)).body.code
    expect(await bad('decisions', { ...said, id: newId() }, '2090-01-01T00:00:00+08:00')).toBe('cases.in-future')
    expect(await bad('decisions', { ...said, id: newId(), why: '无' })).toBe('kernel.input-invalid')
    expect(await bad('evidence', { answers: [{ code: 'hairy', present: true }] })).toBe('cases.item-unknown')
    expect(await bad('evidence', { answers: [] })).toBe('kernel.input-invalid')
    expect(await bad('onsets', { day: '2020-02-30' })).toBe('kernel.input-invalid')
    expect(await bad('onsets', { day: '2020-02-11' })).toBe('cases.times-reversed')
    expect(await bad('results', { sampleId: newId(), test: 'pcr', finding: 'negative' })).toBe('cases.sample-unknown')
    const sample = { specimen: 'throat-swab', laboratory: '县疾控' }
    expect(await bad('samples', { ...sample, deliveredAt: day('11:00') })).toBe('cases.times-reversed')
    expect(await bad('samples', { ...sample, corrects: newId(), why: '错了' })).toBe('cases.corrected-unknown')
    expect(await bad('sources', { sourceCaseId: one.caseId, setting: 'household' })).toBe('cases.source-itself')
    expect(await bad('sources', { sourceCaseId: newId(), setting: 'household' })).toBe('cases.source-unknown')
    const neighbour = await as.role('township-officer', { division: `${county}101` })
    const hidden = await neighbour.post(`/cases/${one.caseId}/onsets`, {
      id: newId(),
      recordedAt: day('12:00'),
      at: day('12:00'),
      day: null,
    })
    expect(hidden.body.code).toBe('cases.unknown')
  }),
)

test(
  'the card is refused while what it requires is unknown, and then shows the person from people and nothing twice',
  scenario(async ({ as, county, inside }) => {
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const document = { kind: 'resident-id' as const, number: anIdNumber() }
    const one = await aCase(desk, `${county}100201`, { person: { id: newId(), name: '周小满', document } })
    expect((await one.report(day('10:00'))).body).toMatchObject({ code: 'cases.card-incomplete' })
    await one.onset(day('10:00'), '2020-02-09')
    await one.evidence(day('10:00'), 'affected-area', 'imaging')
    await one.decide(day('10:00'), 'suspected', 'rule')
    expect((await one.report(day('11:00'), { turn: 'correction' })).body.code).toBe('cases.card-incomplete')
    expect((await one.report(day('11:00'), { unitPhone: '12' })).body.code).toBe('kernel.input-invalid')
    expect((await one.report(day('11:00'))).status).toBe(201)
    const read = await desk.get(`/cases/${one.caseId}/card`, { purpose: 'fever-hand-over' })
    const value = (key: string) => read.body.fields.find((field: { key: string }) => field.key === key)?.value
    expect(['name', 'document', 'caseClass', 'onset', 'doctor'].map(value)).toEqual([
      '周小满',
      document.number,
      '疑似病例',
      '2020-02-09',
      '赵报告',
    ])
    expect(value('sex')).toMatch(/^[男女]$/)
    const empty = read.body.fields.filter(
      (field: { required: boolean; value: string | null }) => field.required && field.value === null,
    )
    expect(empty.map(({ key }: { key: string }) => key)).toEqual(['address'])
    const printed = await desk.get(`/cases/${one.caseId}/card/print?language=en`, { purpose: 'fever-hand-over' })
    expect(Buffer.from(printed.body.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  }),
)
