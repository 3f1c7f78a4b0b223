import { answer, type Sent, type Session, sentBy } from './api.ts'
import type { Closures } from './closures.ts'
import { instant } from './events.ts'
import { namedId } from './random.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
type Add = (sent: Sent, label: string) => void
const LABEL = '关停 closures'
const asSent = ({ arrival }: { arrival: 'new' | 'again' }): Sent =>
  arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }
const BATCH = 500

export async function sendClosures(closures: Closures, desk: Session, add: Add): Promise<void> {
  const { subjects, inspections, offset } = closures
  for (let from = 0; from < subjects.length; from += BATCH) {
    const body = { items: subjects.slice(from, from + BATCH) }
    const { verdicts } = await answer('subjects', () => desk.POST('/closures/subjects/batch', { body }))
    add(sentBy('closable', verdicts), LABEL)
  }
  await sendOrders(closures, desk, add)
  for (let from = 0; from < inspections.length; from += BATCH) {
    const items = inspections.slice(from, from + BATCH).map(({ atMs, ...one }) => {
      return { ...one, at: instant(atMs, offset), inspector: '县文旅局、市场监管局联合检查组' }
    })
    const { verdicts } = await answer('closure inspections', () =>
      desk.POST('/closure-inspections/batch', { body: { items } }),
    )
    add(sentBy('closure inspection', verdicts), LABEL)
  }
  await sendCourse(closures, desk, add)
}

async function sendOrders({ county, authority, orders, offset }: Closures, desk: Session, add: Add): Promise<void> {
  for (const { startsMs, ...order } of orders) {
    const startsAt = instant(startsMs, offset)
    const dayAfter = (days: number) => instant(startsMs + days * DAY, offset).slice(0, 10)
    const words = { authority, decider: '领导小组组长', appeal: '可在十五日内向县防控办书面申诉,电话0314-5050000。' }
    const body = { ...order, ...words, division: county, startsAt, endsOn: dayAfter(30), reviewOn: dayAfter(13) }
    add(asSent(await answer('closure', () => desk.POST('/closures/orders', { body }))), LABEL)
    const at = instant(startsMs + 13 * DAY + 9 * HOUR, offset)
    const review = { id: namedId(order.id, 'review'), reviewer: '防控办主任', at, nextOn: dayAfter(26) }
    const params = { path: { orderId: order.id } }
    add(
      asSent(await answer('review', () => desk.POST('/closures/orders/{orderId}/reviews', { params, body: review }))),
      LABEL,
    )
  }
}

const CONDITIONS = [
  'ventilation',
  'disinfection',
  'masks',
  'temperature',
  'register',
  'distance',
  'staff',
  'plan',
] as const

async function sendCourse(
  { offset, applications, appellant, orders }: Closures,
  desk: Session,
  add: Add,
): Promise<void> {
  for (const [nth, { subjectId, upTo }] of applications.entries()) {
    const day = `2020-02-${16 + nth / 2 - ((nth / 2) % 1)}`
    const id = namedId(subjectId, 'application')
    const lodged = { params: { path: { subjectId } }, body: { id, at: `${day}T09:00:00${offset}` } }
    add(
      asSent(await answer('application', () => desk.POST('/closures/subjects/{subjectId}/applications', lodged))),
      LABEL,
    )
    if (upTo === 'lodged') continue
    const params = { path: { applicationId: id } }
    const met = upTo === 'passed' ? [...CONDITIONS] : CONDITIONS.slice(0, 5)
    const look = { id: namedId(id, 'look'), met, inspector: '县卫健局卫生监督所', at: `${day}T15:00:00${offset}` }
    add(
      asSent(
        await answer('look', () => desk.POST('/closures/applications/{applicationId}/checks', { params, body: look })),
      ),
      LABEL,
    )
    if (upTo === 'passed') continue
    const words = { granted: false, decider: '防控办主任', reason: '人员间距和应急处置方案未达要求' }
    const body = { id: namedId(id, 'decision'), ...words, at: `${day}T17:00:00${offset}` }
    add(
      asSent(
        await answer('decision', () => desk.POST('/closures/applications/{applicationId}/decision', { params, body })),
      ),
      LABEL,
    )
  }
  const order = orders.find((one) => one.classes.includes('bath'))
  if (!appellant || !order) return
  const id = namedId(appellant, 'appeal')
  const appeal = { id, orderId: order.id, letterNo: '申〔2020〕1号', at: `2020-02-03T10:00:00${offset}` }
  const lodged = { params: { path: { subjectId: appellant } }, body: appeal }
  add(asSent(await answer('appeal', () => desk.POST('/closures/subjects/{subjectId}/appeals', lodged))), LABEL)
  const words = { outcome: 'rejected' as const, decider: '领导小组副组长', reason: '洗浴场所密闭聚集,关停依据充分' }
  const body = { id: namedId(id, 'answer'), ...words, at: `2020-02-05T16:00:00${offset}` }
  const answered = { params: { path: { appealId: id } }, body }
  add(asSent(await answer('answer', () => desk.POST('/closures/appeals/{appealId}/decision', answered))), LABEL)
}
