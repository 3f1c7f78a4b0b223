import { expect, test } from 'vitest'
import { standingAt } from '../../src/capabilities/isolation/rules.ts'
import { scenario } from '../scenario/scenario.ts'
import { byASwitch, firstBroken, type Held, wrongWith } from './r38-orders.ts'

const SEQUENCES = 200

test(
  `in ${SEQUENCES} sequences nobody is kept without grounds, and nobody after the end`,
  scenario(async (stage) => {
    expect(await firstBroken(stage, SEQUENCES)).toBeNull()
  }),
)

test(
  'control: where a switch says who is kept, somebody outlives the end',
  scenario(async (stage) => {
    expect(await firstBroken(stage, SEQUENCES, byASwitch)).toMatchObject({
      said: expect.stringContaining('outlives its end'),
    })
  }),
)

const sound: Held = {
  id: 'a',
  documentNo: '试防办〔2020〕7号',
  authority: '试验县防控办',
  decider: '周明远',
  ground: 'close-contact',
  startsAt: new Date('2020-02-03T02:00:00Z'),
  endsAt: new Date('2020-02-17T16:00:00Z'),
  decidedOn: '2020-02-03',
  reviewedOn: '2020-02-03',
  reviewOn: '2020-02-10',
  appeal: '可向县防控办提出申诉。',
  ended: false,
}
const now = new Date('2020-02-05T02:00:00Z')

test('control: a measure that lacks one of the eight, or stands after its end, is called wrong', () => {
  expect(wrongWith([sound], now, standingAt)).toEqual([])
  const planted: Array<[string, Partial<Held>]> = [
    ['without documentNo', { documentNo: ' ' }],
    ['without authority', { authority: null }],
    ['without decider', { decider: null }],
    ['without ground', { ground: 'petition' }],
    ['without start', { startsAt: new Date(Number.NaN) }],
    ['without end', { endsAt: new Date('2020-02-18T16:00:00Z') }],
    ['without review', { reviewOn: '2020-02-11' }],
    ['without appeal', { appeal: '' }],
  ]
  const always = () => true
  for (const [said, without] of planted) expect(wrongWith([{ ...sound, ...without }], now, always)).toEqual([said])
  expect(wrongWith([sound], sound.endsAt, always)).toEqual(['outlives its end'])
  expect(wrongWith([sound], sound.endsAt, standingAt)).toEqual([])
  expect(wrongWith([sound, { ...sound, id: 'b' }], now, standingAt)).toEqual(['twice at one time'])
})
