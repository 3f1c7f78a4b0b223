import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aFinding, anInspection, aStep, at, givenCounty } from './inspections.factory.ts'
import { type Severity, standingOf } from './rules.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code
const asOf = (day: number, time = '10:00') => `asOf=${encodeURIComponent(at(day, time))}`

test(
  'a finding is put right by whoever has the place and passes by somebody as high as who found it',
  scenario(async (stage) => {
    const { desk, township, cadre, find, county } = await givenCounty(stage)
    const { inspectionId, findingId } = await find()
    const say = (who: typeof desk, step: Parameters<typeof aStep>[1], given: object = {}) => {
      const one = aStep(findingId, step, given)
      return who.post(`/inspection-findings/${findingId}/steps`, one)
    }
    const stands = async (day: number, time?: string) => {
      const { items } = (await desk.get(`/inspection-findings?state=all&${asOf(day, time)}`)).body
      return items.map((one: { state: string; overdue: boolean; climbed: string }) => [
        one.state,
        one.overdue,
        one.climbed,
      ])
    }
    expect(await codeOf(say(cadre, 'rectified', { note: null }))).toBe('inspections.evidence-needed')
    expect(await codeOf(say(cadre, 'rectified', { recordedAt: at(4) }))).toBe('inspections.out-of-time')
    expect(await codeOf(say(cadre, 'rectified', { photoIds: [newId()] }))).toBe('inspections.photo-unknown')
    expect((await say(cadre, 'rectified', { counted: 3 })).body.arrival).toBe('new')
    expect(await codeOf(say(cadre, 'rectified'))).toBe('inspections.step-out-of-order')
    expect(await codeOf(say(cadre, 'passed'))).toBe('kernel.not-allowed')
    expect(await codeOf(say(township, 'passed')), 'the county found it').toBe('kernel.not-allowed')
    expect(await stands(5)).toEqual([['open', false, 'place']])
    expect(await stands(6)).toEqual([['rectified', false, 'place']])
    expect(await stands(9)).toEqual([['rectified', true, 'township']])
    expect(await codeOf(say(desk, 'failed', { dueAt: null, recordedAt: at(7) }))).toBe('inspections.evidence-needed')
    expect((await say(desk, 'failed', { note: '夜里仍无人', dueAt: at(8), recordedAt: at(7) })).body.arrival).toBe(
      'new',
    )
    expect(await stands(8, '12:00')).toEqual([['open', true, 'township']])
    expect((await say(cadre, 'rectified', { recordedAt: at(8, '14:00') })).body.arrival).toBe('new')
    expect(await codeOf(say(desk, 'passed', { recordedAt: at(7, '11:00') })), 'before what was said later').toBe(
      'inspections.step-out-of-order',
    )
    const passed = aStep(findingId, 'passed', { recordedAt: at(9) })
    expect((await desk.post(`/inspection-findings/${findingId}/steps`, passed)).body.arrival).toBe('new')
    expect((await desk.post(`/inspection-findings/${findingId}/steps`, passed)).body.arrival).toBe('again')
    expect(await stands(28)).toEqual([['passed', false, null]])
    expect(await codeOf(say(desk, 'withdrawn', { recordedAt: at(10) }))).toBe('inspections.step-out-of-order')
    const mistake = { recordedAt: at(9), corrects: passed.id, why: '看错了点位', voided: true }
    expect((await say(desk, 'passed', mistake)).body.arrival).toBe('new')
    expect(await codeOf(say(desk, 'passed', mistake))).toBe('inspections.corrected-already')
    expect(await stands(9)).toEqual([['rectified', false, 'place']])
    const whole = (await desk.get(`/inspections/${inspectionId}?${asOf(28)}`)).body.findings[0]
    expect(whole.steps.map((one: { step: string; stands: boolean }) => [one.step, one.stands])).toEqual([
      ...[
        ['rectified', true],
        ['failed', true],
        ['rectified', true],
      ],
      ...[
        ['passed', false],
        ['passed', false],
      ],
    ])
    const other = await stage.as.role('township-officer', { division: `${county}101` })
    expect(await codeOf(say(other, 'rectified'))).toBe('inspections.finding-unknown')
  }),
)

test(
  'whoever recorded the rectification does not pass it, and a township passes what it found itself',
  scenario(async (stage) => {
    const { desk, township, village } = await givenCounty(stage)
    const finding = aFinding()
    await township.post('/inspections', anInspection(village, { findings: [finding] }))
    const path = `/inspection-findings/${finding.id}/steps`
    await township.post(path, aStep(finding.id, 'rectified'))
    expect(await codeOf(township.post(path, aStep(finding.id, 'passed', { recordedAt: at(7) })))).toBe(
      'inspections.own-rectification',
    )
    const colleague = await stage.as.role('township-officer', { division: village.slice(0, 9) })
    expect((await colleague.post(path, aStep(finding.id, 'passed', { recordedAt: at(7) }))).body.arrival).toBe('new')
    const figure = async (name: string) => (await desk.get(`/figures/${name}?${asOf(8)}`)).body.value
    expect(
      await Promise.all(['inspections', 'inspection-findings', 'inspection-findings-standing'].map(figure)),
    ).toEqual([...[1, 1, 0]])
    const heat = (await desk.get(`/inspection-heat?area=${village.slice(0, 9)}&${asOf(8)}`)).body
    expect(heat.items.find(({ division }: { division: string }) => division === village)).toMatchObject({
      ...{ inspected: 1, findings: 1, open: 0, waiting: 0, overdue: 0, passed: 1 },
    })
  }),
)

test(
  'steps of one batch follow each other, and lists show what is overdue and where it has climbed to',
  scenario(async (stage) => {
    const { desk, cadre, find } = await givenCounty(stage)
    const [late, grave, done] = [
      await find({ dueAt: at(6) }),
      await find({ severity: 'grave', dueAt: at(12) }),
      await find({ dueAt: at(7) }),
    ]
    const items = [
      aStep(done.findingId, 'rectified', { recordedAt: at(6) }),
      aStep(done.findingId, 'passed', { recordedAt: at(6, '09:00') }),
      aStep(newId(), 'rectified'),
    ]
    const { verdicts } = (await cadre.post('/inspection-finding-steps/batch', { items })).body
    expect(verdicts.map((one: { problem?: { code: string } }) => one.problem?.code ?? 'kept')).toEqual([
      ...['kept', 'kernel.not-allowed', 'inspections.finding-unknown'],
    ])
    const both = [
      aStep(late.findingId, 'rectified', { recordedAt: at(5, '12:00') }),
      aStep(late.findingId, 'failed', { recordedAt: at(5, '13:00'), dueAt: at(6) }),
    ]
    const sent = (await desk.post('/inspection-finding-steps/batch', { items: both })).body.verdicts
    expect(sent.map((one: { ok: boolean }) => one.ok)).toEqual([true, true])
    const list = async (query: string) => {
      const { items: found } = (await desk.get(`/inspection-findings?${query}`)).body
      return found.map(({ id }: { id: string }) => id)
    }
    expect(await list(asOf(7))).toEqual([late.findingId, done.findingId, grave.findingId])
    expect(await list(`state=overdue&${asOf(7)}`)).toEqual([late.findingId])
    expect(await list(`climbed=county&${asOf(7)}`)).toEqual([grave.findingId])
    expect(await list(`climbed=county&${asOf(10)}`)).toEqual([late.findingId, grave.findingId])
    expect(await list(`state=rectified&${asOf(7)}`)).toEqual([done.findingId])
    const first = (await desk.get(`/inspection-findings?limit=2&${asOf(7)}`)).body
    const rest = (await desk.get(`/inspection-findings?limit=2&${asOf(7)}&after=${encodeURIComponent(first.next)}`))
      .body
    expect(rest.items.map(({ id }: { id: string }) => id)).toEqual([grave.findingId])
  }),
)

test(
  'the database says of every finding at every hour what the rule says',
  scenario(async (stage) => {
    const { desk, village } = await givenCounty(stage)
    const severities: Severity[] = ['minor', 'serious', 'grave']
    const findings = severities.map((severity, nth) => aFinding({ severity, dueAt: at(6, `1${nth}:00`) }))
    await desk.post('/inspections', anInspection(village, { findings }))
    const told = findings.flatMap(({ id }, nth) => {
      const rectified = aStep(id, 'rectified', { recordedAt: at(6, '08:00') })
      const failed = aStep(id, 'failed', { recordedAt: at(8, '09:00'), dueAt: at(9) })
      const again = aStep(id, 'rectified', { recordedAt: at(11) })
      const end = aStep(id, nth === 1 ? 'withdrawn' : 'passed', { recordedAt: at(12) })
      const mistake = aStep(id, 'passed', { recordedAt: at(12), corrects: end.id, why: '看错了', voided: true })
      return nth === 2 ? [rectified, failed, again, end, mistake] : [rectified, failed, again, end]
    })
    const other = await stage.as.countyDesk()
    for (const one of told) {
      const by = one.step === 'rectified' ? desk : other
      expect((await by.post(`/inspection-findings/${one.findingId}/steps`, one)).body.arrival).toBe('new')
    }
    for (let hour = 0; hour < 24 * 12; hour += 5) {
      const moment = new Date(Date.parse(at(5)) + hour * 3_600_000)
      const { items } = (
        await desk.get(`/inspection-findings?state=all&asOf=${encodeURIComponent(moment.toISOString())}`)
      ).body
      for (const finding of findings) {
        const steps = told
          .filter(({ findingId }) => findingId === finding.id)
          .map((one) => ({
            ...{ id: one.id, step: one.step, corrects: one.corrects ?? null, voided: one.voided ?? false },
            ...{ at: new Date(one.recordedAt), receivedAt: new Date(0), dueAt: one.dueAt ? new Date(one.dueAt) : null },
          }))
        const found = { severity: finding.severity, at: new Date(at(5)), dueAt: new Date(finding.dueAt) }
        const { state, overdue, climbed, dueAt } = standingOf(found, steps, moment)
        expect(items.find(({ id }: { id: string }) => id === finding.id)).toMatchObject({
          ...{ state, overdue, climbed, dueAt: dueAt.toISOString() },
        })
      }
    }
  }),
)
