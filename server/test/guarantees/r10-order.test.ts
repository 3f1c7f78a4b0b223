import { expect, test } from 'vitest'
import { aPassage, givenCheckpoint } from '../../src/capabilities/checkpoints/checkpoints.factory.ts'
import { newId, type Scenario, scenario } from '../scenario/scenario.ts'

// R10: one passage, corrected on three phones by people who did not hear of each other; every order in which the four arrive.

const at = (minute: number, second = 0) =>
  `2020-02-05T10:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}+08:00`

/** Sends what arrives in an order until nothing waits any more, as phones do; a correction before its passage is told "later". */
async function arrive(stage: Scenario, order: readonly number[]) {
  const post = await givenCheckpoint(stage)
  const passage = aPassage(post.id, { recordedAt: at(1), temperatureC: 38.9, decision: 'medical' })
  const correct = (minute: number, change: object) => {
    const body = { id: newId(), passageId: passage.id, recordedAt: at(minute), why: '录入错误', ...change }
    return () => post.shift.post(`/passages/${passage.id}/corrections`, body)
  }
  const records = [
    () => post.shift.post(`/checkpoints/${post.id}/passages`, passage),
    correct(2, { temperatureC: 36.5 }),
    correct(4, { temperatureC: 36.9, decision: 'pass' }),
    correct(3, { symptoms: ['cough'], decision: 'turned-back', reason: 'symptoms' }),
  ]
  let waiting = order.map((nth) => records[nth])
  for (let round = 0; waiting.length > 0 && round < 5; round += 1) {
    const again: typeof waiting = []
    for (const send of waiting) {
      const { status, body } = (await send?.()) ?? { status: 0, body: {} }
      if (status >= 400) {
        expect(body.resend).toBe('later')
        again.push(send)
      }
    }
    waiting = again
  }
  await stage.settle()
  const desk = await stage.as.countyDesk()
  const [row] = (await desk.get(`/checkpoints/${post.id}/passages`)).body.items
  const day = (await desk.get(`/checkpoints/${post.id}/day?day=2020-02-05`)).body.total
  const { temperatureC, symptoms, decision, reason, fever, voided, corrections } = row
  return { temperatureC, symptoms, decision, reason, fever, voided, corrections, day }
}

function permutations(of: readonly number[]): number[][] {
  if (of.length < 2) return [[...of]]
  return of.flatMap((first) => permutations(of.filter((one) => one !== first)).map((rest) => [first, ...rest]))
}

test('whatever the order of arrival, one passage says the same in the end, and every correction is kept', async () => {
  const seen = new Map<string, string[]>()
  for (const order of permutations([0, 1, 2, 3])) {
    await scenario(async (stage) => {
      const said = JSON.stringify(await arrive(stage, order))
      seen.set(said, [...(seen.get(said) ?? []), order.join('')])
    })()
  }
  expect([...seen.entries()].map(([said, orders]) => [JSON.parse(said), orders.length])).toEqual([
    [
      {
        temperatureC: 36.9,
        symptoms: ['cough'],
        decision: 'pass',
        reason: 'symptoms',
        fever: false,
        voided: false,
        corrections: 3,
        day: expect.objectContaining({ screened: 1, fevers: 0, medical: 0, turnedBack: 0 }),
      },
      24,
    ],
  ])
}, 60_000)

test(
  'control: by the moment of arrival alone the same four do end differently',
  scenario(async (stage) => {
    const post = await givenCheckpoint(stage)
    const ends = new Set<number>()
    for (const order of [
      [2, 4],
      [4, 2],
    ]) {
      const passage = aPassage(post.id, { recordedAt: at(1), temperatureC: 38.9 })
      await post.shift.post(`/checkpoints/${post.id}/passages`, passage)
      for (const minute of order) {
        const said = { id: newId(), recordedAt: at(minute), why: '录入错误', temperatureC: 36 + minute / 10 }
        await post.shift.post(`/passages/${passage.id}/corrections`, said)
      }
      const [row] = await stage.inside(({ tx }) =>
        tx<{ temperature: number }[]>`
          select (changes ->> 'temperatureC')::float8 as temperature from checkpoints.passage_correction
          where county = ${stage.county} and passage_id = ${passage.id} order by received_at desc, id desc limit 1`.execute(),
      )
      ends.add(row?.temperature ?? 0)
    }
    expect(ends.size).toBe(2)
  }),
)
