import { expect, test } from 'vitest'
import { type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { forgetNow } from '../retention/retention.factory.ts'
import { aReading, givenObserved } from './readings.factory.ts'

const kept = async ({ inside }: Scenario, orderId: string) => {
  const rows = await inside(
    ({ tx }) => tx<{ temperature: number | null; symptoms: string[] }[]>`
    select temperature_c::float8 as temperature, symptoms from isolation.reading where order_id = ${orderId} order by occurred_at`,
  )
  return rows.map((row) => ({ ...row }))
}

test(
  'thirty days after release nobody reads how somebody was; how many were measured and abnormal stays',
  scenario(async (stage) => {
    const past = await givenObserved(stage)
    const now = await givenObserved(stage, { standing: true })
    const today = new Date(Date.now() - 60_000).toISOString()
    await past.cadre.post('/isolation/readings/batch', {
      items: [
        aReading(past.orderId, { temperatureC: 36.4 }),
        aReading(past.orderId, { recordedAt: '2020-02-08T18:00:00+08:00', temperatureC: 37.9, symptoms: ['cough'] }),
        aReading(now.orderId, { recordedAt: today, temperatureC: 36.9 }),
      ],
    })
    const figure = async (name: string) => {
      const asOf = encodeURIComponent('2020-02-08T23:00:00+08:00')
      return (await past.desk.get(`/figures/${name}?asOf=${asOf}`)).body.value
    }
    const figures = async () => [await figure('readings-taken'), await figure('readings-abnormal')]
    expect(await figures()).toEqual([2, 1])
    await forgetNow(stage)
    expect(await kept(stage, past.orderId)).toEqual([
      { temperature: null, symptoms: [] },
      { temperature: null, symptoms: ['—'] },
    ])
    expect(await kept(stage, now.orderId), 'the control: whoever is kept now').toEqual([
      { temperature: 36.9, symptoms: [] },
    ])
    expect(await figures()).toEqual([2, 1])
  }),
)
