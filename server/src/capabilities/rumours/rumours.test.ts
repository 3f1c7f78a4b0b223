import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aSignal } from './rumours.factory.ts'

const MASKS = [
  '药店的口罩涨到五十块一个',
  '听说口罩涨到五十块一个',
  '口罩卖到五十元一只了,真的吗',
  '药店口罩都卖五十块一个!',
]

test(
  'nine items are nothing to see; the tenth makes a topic, found when it was heard',
  scenario(async (stage) => {
    await stage.inside(keepInventedDivisions)
    const desk = await stage.as.countyDesk()
    const cadre = await stage.as.role('village-cadre', { division: `${stage.county}100201` })
    const at = (minute: number) => `2020-01-25T09:${String(minute).padStart(2, '0')}:00+08:00`
    const nine = Array.from({ length: 9 }, (_, nth) =>
      aSignal(stage.county, { words: MASKS[nth % 4] ?? '', heardAt: at(nth), source: 'village' }),
    )
    const sent = await cadre.post('/rumour-signals/batch', { items: nine })
    expect(sent.body.verdicts.map(({ ok }: { ok: boolean }) => ok)).toEqual(nine.map(() => true))
    expect((await desk.get('/rumour-topics')).body.items).toEqual([])
    expect((await cadre.get('/rumour-topics')).status).toBe(403)

    expect(
      (await desk.post('/rumour-signals', aSignal(stage.county, { words: MASKS[0], heardAt: at(30) }))).status,
    ).toBe(201)
    await stage.settle()
    const heard = await stage.inside(
      ({ tx }) =>
        tx`select distinct kind, division, ids from kernel.feed_entry where county = ${stage.county} and kind = 'rumours'`,
    )
    expect(heard).toEqual([{ kind: 'rumours', division: String(stage.county), ids: [] }])
    const { items } = (await desk.get('/rumour-topics')).body
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      items: 10,
      villages: 1,
      stage: 'found',
      grade: null,
      foundAt: '2020-01-25T01:30:00.000Z',
    })
    const { topic, wordings, townships } = (await desk.get(`/rumour-topics/${items[0].id}`)).body
    expect(topic.id).toBe(items[0].id)
    expect(wordings.map(({ words }: { words: string }) => words).sort()).toEqual([...MASKS].sort())
    expect(townships).toEqual([{ code: `${stage.county}100`, items: 10 }])
  }),
)

test(
  'the same sent twice is the same; another text under its id is refused, and kept nowhere',
  scenario(async (stage) => {
    await stage.inside(keepInventedDivisions)
    const desk = await stage.as.countyDesk()
    const signal = aSignal(stage.county, { words: '张建国说口罩涨到五十块一个,电话15400001234' })
    expect((await desk.post('/rumour-signals', signal)).body).toEqual({ id: signal.id, arrival: 'new', stripped: 2 })
    expect((await desk.post('/rumour-signals', signal)).status).toBe(200)
    const other = await desk.post('/rumour-signals', { ...signal, words: '明天开始封村' })
    expect(other).toMatchObject({ status: 409, body: { code: 'rumours.other-content' } })
    const aside = await stage.inside(({ tx }) => tx`select 1 from kernel.quarantine where county = ${stage.county}`)
    expect(aside).toHaveLength(0)
  }),
)
