import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  aFeverToldElsewhere,
  aReading,
  givenObserved,
  type ReadingToSend,
} from '../../src/capabilities/isolation/readings.factory.ts'
import { newId, scenario } from '../scenario/scenario.ts'

const FIFTY = 50
type Bad = (orderId: string) => Record<string, unknown>
const bad: Record<string, [make: Bad, code: string]> = {
  'a temperature nobody has': [(orderId) => aReading(orderId, { temperatureC: 52 }), 'kernel.input-invalid'],
  'a word for a number': [(orderId) => ({ ...aReading(orderId), temperatureC: '36.5' }), 'kernel.input-invalid'],
  'no content at all': [() => ({}), 'kernel.input-invalid'],
  'an order nobody knows': [() => aReading(newId()), 'isolation.order-unknown'],
  'a symptom that is not asked about': [
    (orderId) => aReading(orderId, { symptoms: ['rash'] }),
    'isolation.symptom-not-asked',
  ],
  'a correction of nothing': [
    (orderId) => aReading(orderId, { corrects: newId(), why: '记错了' }),
    'isolation.reading-unknown',
  ],
  'a text no database keeps': [
    (orderId) => aReading(orderId, { corrects: newId(), why: 'a\u0000b' }),
    'kernel.input-invalid',
  ],
}

test.each(Object.entries(bad))(
  'one of fifty is %s: the other forty-nine are delivered in the same round',
  (_, [make, code]) =>
    scenario(async (stage) => {
      const { orderId, cadre } = await givenObserved(stage)
      for (let round = 0; round < 3; round += 1) {
        const at = randomInt(FIFTY)
        const items: Array<ReadingToSend | Record<string, unknown>> = Array.from({ length: FIFTY }, () =>
          aReading(orderId),
        )
        items[at] = make(orderId)
        const { status, body } = await cadre.post('/isolation/readings/batch', { items })
        expect(status).toBe(200)
        const refused = body.verdicts.flatMap((one: { ok: boolean }, nth: number) => (one.ok ? [] : [nth]))
        expect(refused, `the bad one stood at ${at}`).toEqual([at])
        expect(body.verdicts[at].problem).toMatchObject({ code, title: expect.stringMatching(/\p{Script=Han}/u) })
      }
      const [row] = await stage.inside(
        ({ tx }) => tx<{ kept: number }[]>`select count(*)::int as kept from isolation.reading`,
      )
      expect(row?.kept).toBe(3 * (FIFTY - 1))
    })(),
)

test(
  'a record that the server itself stumbles over holds up none of the others, and stays for another try',
  scenario(async (stage) => {
    const { orderId, cadre } = await givenObserved(stage)
    const items = Array.from({ length: FIFTY }, () => aReading(orderId))
    const at = randomInt(FIFTY)
    const stumbled = aReading(orderId, { temperatureC: 38.7 })
    items[at] = stumbled
    await stage.inside((ctx) => aFeverToldElsewhere(ctx, stumbled.id, `${stage.county}100202`))
    const { status, body } = await cadre.post('/isolation/readings/batch', { items })
    expect(status).toBe(200)
    const refused = body.verdicts.flatMap((one: { ok: boolean }, nth: number) => (one.ok ? [] : [nth]))
    expect(refused).toEqual([at])
    expect(body.verdicts[at].problem).toMatchObject({ code: 'kernel.fault', resend: 'later' })
    const rows = await stage.inside(({ tx }) => tx`select id from isolation.reading where id = ${stumbled.id}`)
    expect(rows, 'without its hand-over the reading is not kept').toEqual([])
  }),
)

test(
  'the control: written as one, the forty-nine would have gone with the fiftieth',
  scenario(async (stage) => {
    const { orderId } = await givenObserved(stage)
    const write = stage.inside(
      ({ tx, actor, now }) => tx`
      insert into isolation.reading (county, id, division, order_id, day, slot, temperature_c, site, symptoms, fever, way, voided,
        recorded_at, occurred_at, received_at, digest)
      select ${actor.county}, gen_random_uuid(), ${`${stage.county}100201`}, ${orderId}, '2020-02-08', 'morning',
        case nth when 17 then 52 else 36.5 end, 'axillary', '{}', false, 'team', false, ${now}, ${now}, ${now}, ''
      from generate_series(1, ${FIFTY}::int) as nth`,
    )
    await expect(write).rejects.toMatchObject({ code: '23514' })
    const rows = await stage.inside(({ tx }) => tx`select id from isolation.reading`)
    expect(rows).toEqual([])
  }),
)
