import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { endOfDay } from '../places/rules.clock.ts'
import { anOrder, dayOf, type GivenClosures, givenClosures, on } from './closures.factory.ts'
import { conditions, type Decision, overOf, type SubjectState, subjectState } from './rules.ts'

/** What was accepted, kept beside the product as plain facts. */
interface Model {
  documents: Array<{ id: string; endedAt: Date | null }>
  orders: Array<{
    id: string
    subjects: Set<string>
    decisions: Array<Decision & { document: string }>
    liftedAt: Date | null
  }>
  inspections: Array<{ subject: string; at: Date; found: 'closed' | 'open' }>
  applications: Array<{
    id: string
    subject: string
    at: Date
    checkedAt: Date | null
    decidedAt: Date | null
    granted: boolean | null
  }>
  upheld: Array<{ subject: string; order: string; at: Date }>
}

const step = fc.record({
  what: fc.constantFrom(
    'open',
    'extend',
    'extend',
    'lift',
    'inspect',
    'inspect',
    'apply',
    'apply',
    'check',
    'check',
    'decide',
    'decide',
    'appeal',
    'withdraw',
  ),
  /** Around the day to which the steps have come by then. */
  jitter: fc.integer({ min: -5, max: 5 }),
  length: fc.integer({ min: 5, max: 30 }),
  pick: fc.integer({ min: 0, max: 1000 }),
  yes: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
const STEPS = 140
const one = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(list.length, 1)]

/** Does one thing through the front door and keeps it in the model only if it was let in. */
async function take(
  given: GivenClosures,
  model: Model,
  venues: readonly string[],
  asked: Step,
  nth: number,
): Promise<void> {
  const { desk, county } = given
  const { what, jitter, length, pick, yes } = asked
  const day = Math.min(Math.max(11, 15 + Math.floor((nth * 43) / STEPS) + jitter), 58)
  // No two things at one moment: which of them was first would be a matter of luck.
  const at = new Date(Date.parse(on(day)) + nth * 60_000)
  const when = at.toISOString()
  const standing = model.documents.filter(({ endedAt }) => endedAt === null)
  const [document, order, subject] = [
    one(pick % 5 === 0 ? model.documents : standing, pick),
    one(model.orders, pick),
    one(venues, pick),
  ]
  if (!document || !subject) return
  const send = async (path: string, body: object): Promise<string | null> => {
    const id = newId()
    const { status } = await desk.post(path, { id, ...body })
    expect(status, path).not.toBe(500)
    return status === 201 ? id : null
  }
  const days = { endsOn: dayOf(day + length), reviewOn: dayOf(day + Math.min(length, 14)) }
  const decision = { from: at, endsAt: endOfDay(days.endsOn), documentEndedAt: null, document: document.id }
  const {
    classes: _,
    division: __,
    startsAt: ___,
    id: ____,
    ...said
  } = anOrder(county, { documentId: document.id, ...days })
  if (what === 'open') {
    const isByClass = pick % 4 === 0
    const covers = isByClass ? { classes: ['ktv'] } : { subjectIds: [subject] }
    const id = await send('/closures/orders', { ...said, division: county, ...covers, startsAt: when })
    if (id)
      model.orders.push({
        id,
        subjects: new Set(isByClass ? venues : [subject]),
        decisions: [decision],
        liftedAt: null,
      })
  } else if (what === 'withdraw') {
    if (model.documents.filter(({ endedAt }) => endedAt === null).length < 5) return
    if (await send(`/documents/${document.id}/withdrawal`, { at: when, why: '情况变化' })) document.endedAt = at
  } else if (what === 'inspect') {
    const found = yes ? 'closed' : 'open'
    const body = { at: when, found, action: yes ? null : 'warned', inspector: '文化站' }
    if (await send(`/closures/subjects/${subject}/inspections`, body)) model.inspections.push({ subject, at, found })
  } else if (what === 'apply') {
    const id = await send(`/closures/subjects/${subject}/applications`, { at: when })
    if (!id) return
    const [checkedAt, decidedAt] = [1, 2].map((hours) => new Date(at.getTime() + hours * 3_600_000)) as [Date, Date]
    const application = { id, subject, at, checkedAt: null, decidedAt: null, granted: null }
    model.applications.push(application)
    // Some are looked at and let open at once, so that a random course gets that far.
    if (pick % 2 === 0) return
    const look = { at: checkedAt.toISOString(), met: conditions, inspector: '文化站' }
    const grant = { at: decidedAt.toISOString(), granted: true, decider: '防控办主任', reason: '条件达到' }
    if (await send(`/closures/applications/${id}/checks`, look)) Object.assign(application, { checkedAt })
    if (await send(`/closures/applications/${id}/decision`, grant))
      Object.assign(application, { decidedAt, granted: true })
  } else if (what === 'check' || what === 'decide') {
    const waiting = model.applications.filter(({ decidedAt }) => decidedAt === null)
    const application = one(waiting.length > 0 ? waiting : model.applications, pick)
    if (!application) return
    const path = `/closures/applications/${application.id}`
    if (what === 'check') {
      const done = await send(`${path}/checks`, { at: when, met: yes ? conditions : [], inspector: '文化站' })
      if (done && (application.checkedAt === null || at < application.checkedAt)) application.checkedAt = at
    } else if (await send(`${path}/decision`, { at: when, granted: yes, decider: '防控办主任', reason: '查验结果' }))
      Object.assign(application, { decidedAt: at, granted: yes })
  } else if (order) await ofOrder(model, { what, at, order, subject, decision }, said, send)
}

async function ofOrder(
  model: Model,
  {
    what,
    at,
    order,
    subject,
    decision,
  }: {
    what: string
    at: Date
    order: Model['orders'][number]
    subject: string
    decision: Decision & { document: string }
  },
  said: object,
  send: (path: string, body: object) => Promise<string | null>,
): Promise<void> {
  const when = at.toISOString()
  const path = `/closures/orders/${order.id}`
  if (what === 'extend') {
    if (await send(`${path}/extensions`, { ...said, decidedAt: when })) order.decisions.push(decision)
  } else if (what === 'lift') {
    if (await send(`${path}/lifting`, { at: when, decider: '组长', why: '缓解' })) order.liftedAt = at
  } else {
    const id = await send(`/closures/subjects/${subject}/appeals`, { orderId: order.id, letterNo: '信1', at: when })
    const later = new Date(at.getTime() + 3_600_000)
    const answer = { outcome: 'upheld', decider: '副组长', reason: '成立', at: later.toISOString() }
    if (id && (await send(`/closures/appeals/${id}/decision`, answer)))
      model.upheld.push({ subject, order: order.id, at: later })
  }
}

function untilIn(model: Model, { decisions, liftedAt }: Model['orders'][number]): Date {
  const told = decisions
    .map((one) => ({ ...one, documentEndedAt: model.documents.find(({ id }) => id === one.document)?.endedAt ?? null }))
    .sort((a, b) => a.from.getTime() - b.from.getTime())
  return overOf(told, liftedAt).until
}

function stateIn(model: Model, subject: string, moment: Date): SubjectState {
  const applications = model.applications.filter((one) => one.subject === subject)
  const holds = model.orders
    .filter(({ subjects }) => subjects.has(subject))
    .map((order) => {
      const startsAt = order.decisions[0]?.from ?? new Date(0)
      const freed = [
        ...applications.flatMap(({ granted, decidedAt }) =>
          granted && decidedAt && decidedAt >= startsAt ? [decidedAt] : [],
        ),
        ...model.upheld.flatMap((one) => (one.subject === subject && one.order === order.id ? [one.at] : [])),
      ]
      const freedAt = freed.sort((a, b) => a.getTime() - b.getTime())[0] ?? null
      return { startsAt, until: untilIn(model, order), freedAt }
    })
  const inspections = model.inspections.filter((one) => one.subject === subject)
  return subjectState({ holds, inspections, applications }, moment)
}

/** Every moment at which something changed, and some at which nothing did. */
function momentsOf({ documents, orders, inspections, applications, upheld }: Model): string[] {
  const times = [
    ...documents.map(({ endedAt }) => endedAt),
    ...orders.flatMap(({ decisions, liftedAt }) => [
      liftedAt,
      ...decisions.flatMap(({ from, endsAt }) => [from, endsAt]),
    ]),
    ...[...inspections, ...upheld].map(({ at }) => at),
    ...applications.flatMap(({ at, checkedAt, decidedAt }) => [at, checkedAt, decidedAt]),
    ...[10, 20, 30, 40, 50, 60].map((day) => new Date(on(day, 3))),
  ]
  return [...new Set(times.flatMap((at) => (at ? [at.toISOString()] : [])))]
}

test(
  'whatever is done in whatever order: nothing is shut without ground, nothing after its end, and the database agrees with the rules',
  scenario(async (stage) => {
    const given = await givenClosures(stage)
    const later: string[] = []
    for (let nth = 0; nth < 7; nth += 1) later.push((await given.issued(undefined, on(10))).documentId)
    const venues = [
      await given.subject(),
      await given.subject({ name: '月光歌厅' }),
      await given.subject({ name: '明珠歌厅' }),
    ]
    const documents = [given.documentId, ...later].map((id) => ({
      id,
      endedAt: null,
    }))
    const model: Model = { documents, orders: [], inspections: [], applications: [], upheld: [] }
    const steps = fc.sample(step, { numRuns: STEPS, seed: 20200125 })
    for (const [nth, asked] of steps.entries()) await take(given, model, venues, asked, nth)

    const seen = new Set<string>()
    for (const moment of momentsOf(model)) {
      const { items } = (await given.desk.get(`/closures/subjects?asOf=${encodeURIComponent(moment)}`)).body
      const states = items.map(({ id, state }: { id: string; state: string }) => [id, state])
      expect(Object.fromEntries(states), moment).toEqual(
        Object.fromEntries(venues.map((id) => [id, stateIn(model, id, new Date(moment))])),
      )
      for (const { since, until, state } of items) {
        seen.add(state)
        if (state === 'open' || state === 'reopened') expect(since).toBeNull()
        else {
          expect(Date.parse(since)).toBeLessThanOrEqual(Date.parse(moment))
          expect(Date.parse(until)).toBeGreaterThan(Date.parse(moment))
        }
      }
    }
    for (const order of model.orders) {
      const { body } = await given.desk.get(`/closures/orders/${order.id}`)
      expect(body.until).toBe(untilIn(model, order).toISOString())
    }
    // Enough of everything was let in for the comparison to mean something.
    expect([...seen].sort()).toEqual(['applied', 'breach', 'closed', 'inspected', 'open', 'reopened', 'should-close'])
    expect(model.orders.some(({ decisions }) => decisions.length > 1)).toBe(true)
    expect(model.orders.some(({ liftedAt }) => liftedAt !== null)).toBe(true)
    expect(model.documents.some(({ endedAt }) => endedAt !== null)).toBe(true)
  }),
)
