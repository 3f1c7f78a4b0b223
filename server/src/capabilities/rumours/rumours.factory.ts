import { randomUUID } from 'node:crypto'
import type { Scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import type { Signal } from './schema.ts'

export const FOUND = '2020-01-25T09:00:00+08:00'

export const aSignal = (county: number, said: Partial<Signal> = {}): Signal => ({
  id: randomUUID(),
  division: `${county}100201`,
  source: 'village',
  channel: 'wechat-group',
  words: '药店的口罩涨到五十块一个',
  items: 1,
  reach: null,
  heardAt: FOUND,
  ...said,
})

/** A topic as the desk meets it: found with the tenth item, shown by its id. */
export async function aTopic(stage: Scenario, words = '药店的口罩涨到五十块一个', items = 12): Promise<string> {
  await stage.inside(keepInventedDivisions)
  const desk = await stage.as.countyDesk()
  const sent = await desk.post(
    '/rumour-signals',
    aSignal(stage.county, { words, items, source: 'channel', reach: 400 }),
  )
  if (sent.status !== 201) throw new Error(`no signal: ${sent.status} ${JSON.stringify(sent.body)}`)
  const { body } = await desk.get('/rumour-topics?show=all&limit=200')
  const found: Array<{ id: string }> = body.items
  for (const { id } of found) {
    const read = await desk.get(`/rumour-topics/${id}`)
    if (read.body.wordings.some((one: { words: string }) => one.words === words)) return id
  }
  throw new Error('the topic is not shown')
}
