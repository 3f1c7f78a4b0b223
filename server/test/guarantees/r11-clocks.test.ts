import { expect, test } from 'vitest'
import { aReading, givenObserved } from '../../src/capabilities/isolation/readings.factory.ts'
import { checksOn, placeReading, publishedPlan } from '../../src/capabilities/isolation/rules.readings.ts'
import { scenario } from '../scenario/scenario.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What a phone shows when it records and when it sends, against the time it really is. */
const clocks = {
  'two days ahead': { records: 48 * HOUR, sends: 48 * HOUR },
  'two days behind': { records: -48 * HOUR, sends: -48 * HOUR },
  'in 1970': { records: 'epoch', sends: 'epoch' },
  'put right before it sent': { records: 48 * HOUR, sends: 0 },
  'jumped back in between': { records: 0, sends: -48 * HOUR },
  'put right out of 1970': { records: 'epoch', sends: 0 },
} as const
const shown = (at: number, off: number | 'epoch') => new Date(off === 'epoch' ? 60_000 + (at % DAY) : at + off)

test.each(Object.entries(clocks))('a clock %s has no reading refused, and none silently on a wrong day', (_, clock) =>
  scenario(async (stage) => {
    const { orderId, cadre } = await givenObserved(stage, { standing: true })
    const now = Date.now()
    const taken = Array.from({ length: 12 }, (_, nth) => now - (12 - nth) * 90 * 60_000)
    const items = taken.map((at) => aReading(orderId, { recordedAt: shown(at, clock.records).toISOString() }))
    const sentAt = shown(now, clock.sends).toISOString()
    const { body } = await cadre.post('/isolation/readings/batch', { sentAt, items })
    const verdicts: Array<{ ok: boolean; receipt: { day: string; doubt: string | null } }> = body.verdicts
    expect(verdicts.filter(({ ok }) => !ok)).toEqual([])
    const silentlyWrong = verdicts.filter(({ receipt }, nth) => {
      const apart = Math.abs(Date.parse(`${receipt.day}T12:00:00+08:00`) - (taken[nth] ?? 0))
      return receipt.doubt === null && apart > 1.5 * DAY
    })
    expect(silentlyWrong).toEqual([])
    const kept = await stage.inside(
      ({ tx }) => tx<{ receivedAt: Date }[]>`
      select received_at as "receivedAt" from isolation.reading where order_id = ${orderId}`,
    )
    expect(kept).toHaveLength(items.length)
    // The order of the server is that of receipt: its own clock, not the phone's.
    for (const { receivedAt } of kept) expect(receivedAt.getTime()).toBeGreaterThanOrEqual(now - 1000)
  })(),
)

test(
  'a phone in another zone is on the same day',
  scenario(async (stage) => {
    const { orderId, cadre } = await givenObserved(stage)
    const said = ['2020-02-08T07:30:00+08:00', '2020-02-07T23:30:00Z', '2020-02-07T18:30:00-05:00']
    const items = said.map((recordedAt) => aReading(orderId, { recordedAt }))
    const { body } = await cadre.post('/isolation/readings/batch', { items })
    const days = body.verdicts.map((one: { receipt: { day: string; slot: string } }) => one.receipt)
    for (const one of days) expect(one).toMatchObject({ day: '2020-02-08', slot: 'morning' })
  }),
)

test('the control: without the phone’s clock at sending, the same readings stand on wrong days', () => {
  const receivedAt = new Date('2020-02-10T08:00:00+08:00')
  const span = { from: new Date('2020-02-05T00:00:00+08:00'), till: new Date('2020-02-19T00:00:00+08:00') }
  const recordedAt = '2020-02-08T08:00:00+08:00'
  const naive = placeReading(
    { recordedAt, day: null, slot: null, onPaper: false },
    { plan: publishedPlan, checksPerDay: 2, span, clockOffsetMs: 0, receivedAt },
  )
  const right = placeReading(
    { recordedAt, day: null, slot: null, onPaper: false },
    { plan: publishedPlan, checksPerDay: 2, span, clockOffsetMs: 48 * HOUR, receivedAt },
  )
  expect([naive.day, right.day]).toEqual(['2020-02-08', '2020-02-10'])
  expect(checksOn(publishedPlan, 2, right.day)[0]?.slot).toBe(right.slot)
})
