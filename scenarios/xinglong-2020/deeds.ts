import { answer, type Sent, type Session, sentBy } from './api.ts'
import type { FiguresFile } from './figures.ts'
import type { Division } from './plan.ts'
import { chance, namedId } from './random.ts'
import { runQueues } from './upload.ts'

/** What became of the orders: measures of the second one, who was given what, and what each place did with it. */
export interface Deeds {
  county: string
  measures: MeasurePlan[]
  handings: HandingPlan[]
  steps: StepPlan[]
  decisions: DecisionPlan[]
}
interface MeasurePlan {
  id: string
  documentId: string
  point: number
  title: string
  asks: { words: boolean; count: string | null; photo: boolean }
}
export interface HandingPlan {
  id: string
  documentId: string
  measureId: string | null
  targets: { to: 'townships' | 'villages' }
  at: string
  receiptBy: string
  dueAt: string
}
export interface StepPlan {
  /** The document or measure, and the place. */
  of: string
  division: string
  step: 'received' | 'read' | 'doing' | 'done' | 'returned'
  atMs: number
  note: string | null
  quantity: number | null
  by: 'place' | 'desk'
}
interface DecisionPlan {
  id: string
  decidedAt: string
  decision: string
  grounds: string
  documentId: string
  figures: Array<{
    figure: 'orders-issued' | 'tasks-given' | 'tasks-done' | 'tasks-late' | 'tasks-silent'
    area: string
    asOf: string
  }>
}
interface Order {
  id: string
  issuedAt: string
  points: readonly string[]
}

const HOUR = 3_600_000
const RECEIPT_HOURS = 4
const READ_HOURS = 24
const DONE_HOURS = 48
/** What each of the eight is counted in; the last is said in words. */
const COUNTED = ['桌', '场', '家', '条', '个', '人', '户', null] as const
const MEASURED = 1
const CHECKPOINTS = 4

const isVillage = ({ code }: Division): boolean => code.length === 12 && Number(code.slice(9)) >= 200
const hoursAfter = (iso: string, hours: number): string => new Date(Date.parse(iso) + hours * HOUR).toISOString()

export function planDeeds(
  { seed, calendar }: FiguresFile,
  county: string,
  divisions: readonly Division[],
  orders: readonly Order[],
): Deeds | null {
  const second = orders[MEASURED]
  if (!second) return null
  const places = divisions.filter((one) => one.code.length === 9 || isVillage(one)).map(({ code }) => code)
  const measures = second.points.map((title, nth): MeasurePlan => {
    const count = COUNTED[nth] ?? null
    const asks = { words: count === null, count, photo: false }
    return { id: namedId(seed, county, 'measure', nth), documentId: second.id, point: nth + 1, title, asks }
  })
  const handings = orders.flatMap((order, nth) => [
    ...handed(order, null, READ_HOURS),
    ...(nth === MEASURED ? measures.flatMap(({ id }) => handed(order, id, DONE_HOURS)) : []),
  ])
  const lastMs = Date.parse(calendar.endsAt)
  const steps = places.flatMap((division) =>
    orders.flatMap((order, nth) => {
      const given = Date.parse(order.issuedAt) + HOUR / 2
      const draw = chance(seed, county, 'deeds', nth, division)
      const readAt = given + readHours(draw, nth === orders.length - 1) * HOUR
      const read = stepsOf(order.id, division, [['read', readAt]])
      const done = nth === MEASURED ? measures.flatMap((one, at) => deedsOf(one, { division, given, at, draw })) : []
      return [...read, ...done].filter(({ atMs }) => atMs < lastMs)
    }),
  )
  return { county, measures, handings, steps, decisions: decisionsOf(seed, county, orders) }

  function handed({ id: documentId, issuedAt }: Order, measureId: string | null, dueHours: number): HandingPlan[] {
    const at = hoursAfter(issuedAt, 0.5)
    const clocks = { at, receiptBy: hoursAfter(at, RECEIPT_HOURS), dueAt: hoursAfter(at, dueHours) }
    return (['townships', 'villages'] as const).map((to) => {
      const id = namedId(seed, county, 'giving', documentId, measureId ?? '', to)
      return { id, documentId, measureId, targets: { to }, ...clocks }
    })
  }
}

type Draw = ReturnType<typeof chance>
const between = (draw: Draw, from: number, to: number): number => from + draw.next() * (to - from)

/** Nine in ten confirm in time; some hours later, after a reminder, the others. Of the last order a few are silent to the end. */
function readHours(draw: Draw, isLast: boolean): number {
  const luck = draw.next()
  if (luck < 0.9) return between(draw, 0.3, 3.8)
  if (luck < 0.97) return between(draw, 4.5, 20)
  return isLast && luck > 0.99 ? Number.POSITIVE_INFINITY : between(draw, 25, 40)
}

interface Doing {
  division: string
  given: number
  at: number
  draw: Draw
}
/** Received, then done: most in time, a few late, one in a hundred sent back by the county for a wrong number and done again. */
function deedsOf(measure: MeasurePlan, { division, given, at, draw }: Doing): StepPlan[] {
  const luck = draw.next()
  const receivedAt = given + (luck < 0.93 ? between(draw, 0.2, 3.9) : between(draw, 4.2, 11)) * HOUR
  const doneAt = given + (luck < 0.96 ? between(draw, 12, 46) : between(draw, 49, 90)) * HOUR
  const quantity = measure.asks.count === null ? null : draw.whole(0, at === CHECKPOINTS ? 3 : 12)
  const note = measure.asks.count === null ? '每日十五时前已报' : null
  const received = stepsOf(measure.id, division, [['received', receivedAt]])
  const done = (ms: number, count: number | null): StepPlan[] =>
    stepsOf(measure.id, division, [['done', ms]]).map((one) => ({ ...one, quantity: count, note }))
  if (at === CHECKPOINTS && luck > 0.993) return [...received, ...stepsOf(measure.id, division, [['doing', doneAt]])]
  if (quantity === null || luck > 0.01) return [...received, ...done(doneAt, quantity)]
  const [back] = stepsOf(measure.id, division, [['returned', doneAt + 5 * HOUR]])
  const returned: StepPlan[] = back ? [{ ...back, note: '数目与台账不符，请核实后重报', by: 'desk' }] : []
  return [...received, ...done(doneAt, quantity), ...returned, ...done(doneAt + 12 * HOUR, quantity + 1)]
}

const stepsOf = (of: string, division: string, said: ReadonlyArray<[StepPlan['step'], number]>): StepPlan[] =>
  said.map(([step, atMs]) => ({ of, division, step, atMs, note: null, quantity: null, by: 'place' }))

function decisionsOf(seed: string, area: string, orders: readonly Order[]): DecisionPlan[] {
  const said = [
    [0, 2, '参照2003年“非典”防控举措启动应急预案', '周边地区疫情扩散，春节人员流动大', ['orders-issued']],
    [
      1,
      10,
      '对未按时签收的乡镇和村逐级电话督办',
      '二号指令下达当日仍有乡镇和村未签收',
      ['tasks-given', 'tasks-silent'],
    ],
    [1, 54, '对逾期未完成的村由县级领导包联督办', '八条措施时限已到，仍有村未完成', ['tasks-done', 'tasks-late']],
    [6, 1, '小区实行封闭管理', '县城人员密度大，返程人员增加', ['orders-issued', 'tasks-late']],
  ] as const
  return said.flatMap(([nth, hours, decision, grounds, figures]) => {
    const order = orders[nth]
    if (!order) return []
    const decidedAt = hoursAfter(order.issuedAt, hours)
    const asked = figures.map((figure) => ({ figure, area, asOf: decidedAt }))
    const id = namedId(seed, area, 'decision', decision)
    return [{ id, decidedAt, decision, grounds, documentId: order.id, figures: asked }]
  })
}

export const countDeeds = (deeds: Deeds | null): number =>
  deeds ? deeds.measures.length + deeds.handings.length + deeds.steps.length + deeds.decisions.length : 0

const AT_ONCE = 500
const PAGE = 200
const LABEL = '任务与回执 tasks'
type Add = (sent: Sent, label: string) => void
const asSent = ({ arrival }: { arrival: 'new' | 'again' }): Sent =>
  arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }

/** The desk hands out; each township says what it and its villages did, and the desk sends back what will not do. */
export async function sendDeeds(
  deeds: Deeds | null,
  desk: Session,
  sessionOf: (division: string) => Session,
  add: Add,
): Promise<void> {
  if (!deeds) return
  const { measures, handings, steps, decisions } = deeds
  for (const [documentId, own] of Map.groupBy(measures, (one) => one.documentId)) {
    const body = { measures: own.map(({ documentId: _, ...one }) => one) }
    const call = { params: { path: { documentId } }, body }
    add(await answer('measures', () => desk.POST('/documents/{documentId}/measures', call)), LABEL)
  }
  for (const { documentId, ...body } of handings) {
    const call = { params: { path: { documentId } }, body }
    add(asSent(await answer('tasks', () => desk.POST('/documents/{documentId}/tasks', call))), LABEL)
  }
  const tasks = await tasksOf(handings, desk)
  const bySender = Map.groupBy(steps, ({ by, division }) => (by === 'desk' ? desk : sessionOf(division.slice(0, 9))))
  await runQueues(
    [...bySender].map(([session, own]) =>
      inParts(own.toSorted((a, b) => a.atMs - b.atMs)).map((part) => () => sendSteps(part, session)),
    ),
    3,
  )
  for (const { figures, ...one } of decisions) {
    const body = { ...one, division: deeds.county, post: '领导小组组长', figures }
    add(asSent(await answer('decision', () => desk.POST('/decisions', { body }))), '决策 decisions')
  }

  async function sendSteps(part: readonly StepPlan[], session: Session): Promise<void> {
    const items = part.map(({ of, division, step, atMs, note, quantity }) => {
      const taskId = tasks.get(`${of}/${division}`) ?? ''
      const recordedAt = new Date(atMs).toISOString()
      return { id: namedId(taskId, step, atMs), taskId, step, note, quantity, recordedAt }
    })
    const { verdicts } = await answer('steps', () => session.POST('/task-steps/batch', { body: { items } }))
    add(sentBy('step', verdicts), LABEL)
  }
}

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, nth) => all.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE))

/** By the document or measure and the place. */
async function tasksOf(handings: readonly HandingPlan[], desk: Session): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const asked = new Map(
    handings.map(({ documentId, measureId }) => [measureId ?? documentId, { documentId, measureId }]),
  )
  const read = async (of: string, documentId: string, measureId: string | null) => {
    const which = measureId ? { measureId } : { documentId, kind: 'document' as const }
    for (let after: string | null = null; ; ) {
      const query = { ...which, limit: PAGE, ...(after ? { after } : {}) }
      const page: { items: Array<{ id: string; division: string }>; next: string | null } = await answer('tasks', () =>
        desk.GET('/tasks', { params: { query } }),
      )
      for (const { id, division } of page.items) found.set(`${of}/${division}`, id)
      after = page.next
      if (!after) return
    }
  }
  await runQueues(
    [...asked].map(([of, { documentId, measureId }]) => [() => read(of, documentId, measureId)]),
    3,
  )
  return found
}
