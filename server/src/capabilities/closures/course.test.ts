import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { dayOf, givenClosures, ok, on, stateOf } from './closures.factory.ts'
import { conditions } from './rules.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code
const longer = { startsAt: on(20), endsOn: dayOf(45), reviewOn: dayOf(30) }

test(
  'closed, found open, put right, applied, looked at, reopened; and a later closure closes it again',
  scenario(async (stage) => {
    const { desk, county, village, subject, close, documentId } = await givenClosures(stage)
    const id = await subject()
    await close(longer)
    const cadre = await stage.as.role('village-cadre', { division: village })
    const inspect = (nth: number, found: string, action: string | null = null) =>
      cadre.post(`/closures/subjects/${id}/inspections`, {
        id: newId(),
        at: on(nth),
        found,
        action,
        inspector: '东镇文化站',
      })
    const apply = (nth: number) => cadre.post(`/closures/subjects/${id}/applications`, { id: newId(), at: on(nth) })
    expect(await codeOf(apply(19))).toBe('closures.not-closed')
    expect(await codeOf(inspect(21, 'open'))).toBe('closures.action-needed')
    await ok(inspect(21, 'closed'))
    expect(await stateOf(desk, id, 22)).toBe('closed')
    await ok(inspect(23, 'open', 'closed-on-the-spot'))
    expect(await stateOf(desk, id, 23)).toBe('breach')
    expect(await codeOf(apply(24))).toBe('closures.breach-open')
    await ok(inspect(24, 'closed'))
    const applicationId = await ok(apply(25))
    expect(await codeOf(apply(26))).toBe('closures.application-open')
    expect(await stateOf(desk, id, 26)).toBe('applied')

    const office = await stage.as.role('township-officer', { division: `${county}100` })
    const check = (nth: number, met: readonly string[]) =>
      office.post(`/closures/applications/${applicationId}/checks`, {
        id: newId(),
        at: on(nth),
        met,
        inspector: '东镇文化站',
      })
    const decide = (nth: number, granted: boolean) =>
      desk.post(`/closures/applications/${applicationId}/decision`, {
        ...{ id: newId(), at: on(nth), granted, decider: '防控办主任', reason: '八项条件均已达到' },
      })
    expect(await codeOf(decide(26, true))).toBe('closures.check-needed')
    await ok(check(26, conditions.slice(1)))
    expect(await stateOf(desk, id, 27)).toBe('inspected')
    expect(await codeOf(decide(27, true))).toBe('closures.check-needed')
    await ok(check(28, conditions))
    expect(await codeOf(office.post(`/closures/applications/${applicationId}/decision`, { granted: true }))).toBe(
      'kernel.input-invalid',
    )
    await ok(decide(29, true))
    expect(await codeOf(decide(30, true))).toBe('closures.application-decided')
    expect(await stateOf(desk, id, 28)).toBe('inspected')
    expect(await stateOf(desk, id, 29)).toBe('reopened')
    expect(await stateOf(desk, id, 40)).toBe('reopened')

    await close({ documentId, startsAt: on(35), endsOn: dayOf(40), reviewOn: dayOf(38) })
    expect(await stateOf(desk, id, 36)).toBe('should-close')
    expect(await stateOf(desk, id, 42)).toBe('reopened')
    const { acts, orders } = (await desk.get(`/closures/subjects/${id}`)).body
    expect(acts.map((act: { type: string }) => act.type)).toEqual([
      ...['closing', 'decided', 'checked', 'checked', 'applied', 'inspected', 'inspected', 'inspected', 'closing'],
    ])
    expect(orders).toHaveLength(2)
  }),
)

test(
  'a firm that is right in its appeal is free of that closure, and of no other; the others stay closed',
  scenario(async (stage) => {
    const { desk, subject, close } = await givenClosures(stage)
    const [id, beside] = [await subject(), await subject({ name: '月光歌厅' })]
    const orderId = await close(longer)
    const elsewhere = await close({ classes: ['library'] })
    const lodge = (order: string) =>
      desk.post(`/closures/subjects/${id}/appeals`, { id: newId(), orderId: order, letterNo: '信3', at: on(22) })
    expect(await codeOf(lodge(elsewhere))).toBe('closures.not-held')
    const appealId = await ok(lodge(orderId))
    const answer = (given: object) =>
      desk.post(`/closures/appeals/${appealId}/decision`, {
        ...{ id: newId(), outcome: 'upheld', decider: '领导小组副组长', reason: '实为食品店', at: on(24), ...given },
      })
    expect(await codeOf(answer({ decider: '领导小组组长' }))).toBe('closures.appeal-to-decider')
    expect(await codeOf(answer({ at: on(21) }))).toBe('closures.before-that')
    await ok(answer({}))
    expect(await codeOf(answer({}))).toBe('closures.appeal-decided')
    expect(await stateOf(desk, id, 23)).toBe('should-close')
    expect(await stateOf(desk, id, 24)).toBe('open')
    expect(await stateOf(desk, beside, 24)).toBe('should-close')
    await close({ classes: [], subjectIds: [id], startsAt: on(26) })
    expect(await stateOf(desk, id, 27)).toBe('should-close')
  }),
)

test(
  'a batch of inspections is judged one by one, and the same sent twice is kept once',
  scenario(async (stage) => {
    const { desk, county, subject, close } = await givenClosures(stage)
    const [near, far] = [await subject(), await subject({ division: `${county}101201`, name: '西乡歌厅' })]
    await close()
    const item = (subjectId: string, given: object = {}) => ({
      ...{ id: newId(), subjectId, at: on(21), found: 'closed', inspector: '东镇文化站', ...given },
    })
    const items = [
      item(near),
      item(far),
      item(newId()),
      item(near, { found: 'open' }),
      item(near, { at: '2999-01-01T00:00:00Z' }),
    ]
    const east = await stage.as.role('township-officer', { division: `${county}100` })
    const send = async () => (await east.post('/closure-inspections/batch', { items })).body.verdicts
    const codes = (verdicts: Array<{ ok: boolean; receipt?: { arrival: string }; problem?: { code: string } }>) =>
      verdicts.map((one) => one.receipt?.arrival ?? one.problem?.code)
    const refused = [
      'closures.subject-unknown',
      'closures.subject-unknown',
      'closures.action-needed',
      'closures.in-future',
    ]
    expect(codes(await send())).toEqual(['new', ...refused])
    expect(codes(await send())).toEqual(['again', ...refused])
    expect((await desk.get(`/closures/matrix?kind=venue&asOf=${encodeURIComponent(on(22))}`)).body.cells).toEqual([
      expect.objectContaining({ township: `${county}100`, should: 1, closed: 1, breaches: 0 }),
      expect.objectContaining({ township: `${county}101`, should: 1, closed: 0, breaches: 0 }),
    ])
  }),
)

test(
  'the figures of a moment are counted from the same facts',
  scenario(async (stage) => {
    const { desk, county, subject, close } = await givenClosures(stage)
    const [shut, open] = [await subject(), await subject({ name: '月光歌厅' })]
    await subject({ kind: 'gathering', class: 'fair', name: '庙会', heldFrom: on(25), heldTo: on(25, 18) })
    await subject({ kind: 'line', class: 'coach', name: '兴隆至承德班线' })
    await close({ classes: ['ktv', 'fair', 'coach'] })
    const found = { at: on(22), inspector: '东镇文化站' }
    await ok(desk.post(`/closures/subjects/${shut}/inspections`, { ...found, id: newId(), found: 'closed' }))
    const breach = { ...found, id: newId(), found: 'open', action: 'warned' }
    await ok(desk.post(`/closures/subjects/${open}/inspections`, breach))
    const value = async (figure: string, nth: number, area = county) =>
      (await desk.get(`/figures/${figure}?asOf=${encodeURIComponent(on(nth))}&area=${area}`)).body.value
    expect(await value('venues-to-close', 19)).toBe(0)
    expect(await value('venues-to-close', 23)).toBe(2)
    expect(await value('venues-closed', 21)).toBe(0)
    expect(await value('venues-closed', 23)).toBe(1)
    expect(await value('venues-in-breach', 23)).toBe(1)
    expect(await value('gatherings-called-off', 23)).toBe(1)
    expect(await value('lines-suspended', 23)).toBe(1)
    expect(await value('venues-to-close', 23, `${county}101`)).toBe(0)
    expect(await value('venues-to-close', 40)).toBe(0)
  }),
)
