import { aTally } from '../server/src/capabilities/checkpoints/checkpoints.factory.ts'
import { aContent, aSeries, givenDraft, issue, signed } from '../server/src/capabilities/command/documents.factory.ts'
import { after, aStep, giveTo, tasksOf } from '../server/src/capabilities/command/tasks.factory.ts'
import { aVillage } from '../server/src/capabilities/responsibility/responsibility.factory.ts'
import { aSignal } from '../server/src/capabilities/rumours/rumours.factory.ts'
import { accepted, anItem, aReceipt, aStore } from '../server/src/capabilities/supplies/supplies.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import type { ConsoleStage } from './console-stage.ts'

const DAY = 86_400_000
const ago = (days: number): string => new Date(Date.now() - days * DAY - 60_000).toISOString()

export interface Filled {
  documentId: string
  villages: string[]
  checkpoints: string[]
}

/** A county on a busy day: everything the board can show is there to be shown. */
export async function fillBoard(stage: ConsoleStage): Promise<Filled> {
  const { desk, county } = stage
  const { items } = (await desk.get('/places/divisions?limit=1000')).body
  const of = (level: string): string[] =>
    items.filter((one: { level: string }) => one.level === level).map(({ code }: { code: string }) => code)
  const villages = of('village')
  const checkpoints = await passBy(stage, of('township'))
  await stock(stage)
  for (const [nth, words] of ['药店的口罩涨到五十块一个', '明天全县的超市都要关门', '喝白酒可以预防肺炎'].entries()) {
    await desk.post(
      '/rumour-signals',
      aSignal(county, { division: villages[nth] ?? '', words, items: 12 + nth, source: 'channel', reach: 400 }),
    )
  }
  await aVillage(stage, [4, 3], villages[0]?.slice(6))
  await desk.post('/daily-forms', { id: newId(), figures: ['screened'], due: '00:01', fromOn: '2020-01-02' })
  return { documentId: await order(stage), villages, checkpoints }
}

async function passBy({ desk }: ConsoleStage, townships: readonly string[]): Promise<string[]> {
  const { bbox } = (await desk.get('/places/outline')).body as { bbox: [number, number, number, number] }
  const [west, south, east, north] = bbox
  const ids: string[] = []
  const kinds = ['county-border', 'expressway-exit', 'village-turn-back', 'compound-gate']
  for (const [nth, division] of townships.entries()) {
    const id = newId()
    ids.push(id)
    const said = { id, division, kind: kinds[nth % kinds.length], name: `第${nth + 1}检查点`, openedAt: ago(15) }
    await desk.post('/places/checkpoints', said)
    const angle = (2 * Math.PI * nth) / townships.length
    const position = {
      id: newId(),
      place: { kind: 'checkpoint', id },
      lon: (west + east) / 2 + ((east - west) / 4) * Math.cos(angle),
      lat: (south + north) / 2 + ((north - south) / 4) * Math.sin(angle),
    }
    await desk.post('/places/positions', position)
  }
  const items = ids.flatMap((id, nth) =>
    Array.from({ length: 14 }, (_, day) =>
      aTally(id, {
        startedAt: new Date(Date.parse(ago(13 - day)) - 3_600_000).toISOString(),
        recordedAt: ago(13 - day),
        screened: 60 + ((nth * 37 + day * 53) % 140),
        turnedBack: (nth + day) % 7,
        vehicles: 20,
      }),
    ).slice(nth % 5 === 4 ? 0 : undefined, nth % 5 === 4 ? 12 : undefined),
  )
  const tallied = await desk.post('/tallies/batch', { items })
  if (tallied.status !== 200) throw new Error(`no tallies: ${JSON.stringify(tallied.body)}`)
  return ids
}

async function stock({ desk, county }: ConsoleStage): Promise<void> {
  const depot = aStore(String(county))
  await accepted(desk.post('/supplies/stores/batch', { items: [depot] }))
  const goods = ['一次性外科口罩', 'N95 口罩', '防护服', '84 消毒液', '护目镜', '体温枪']
  for (const [nth, name] of goods.entries()) {
    const item = anItem({ name })
    await accepted(desk.post('/supplies/items/batch', { items: [item] }))
    const receipt = aReceipt(depot.id, { itemId: item.id, lotId: item.id }, 500)
    await accepted(desk.post('/supplies/movements/batch', { items: [receipt] }))
    if (nth === 5) continue
    const use = { id: newId(), itemId: item.id, because: '试行标准', basis: 'day', perDay: 200 / (nth * 2 + 1) }
    await accepted(desk.post('/supplies/assumptions/batch', { items: [{ ...use, from: '2020-02-01' }] }))
  }
}

async function order({ desk, county, as }: ConsoleStage): Promise<string> {
  const seriesId = newId()
  await desk.post('/document-series', aSeries(String(county), { id: seriesId }))
  const draft = await signed(desk, await as.countyDesk(), await givenDraft(desk, seriesId, aContent()))
  await issue(desk, draft)
  const { documentId } = draft
  const measureId = newId()
  const measures = [{ id: measureId, point: 1, title: '禁止各类聚餐', asks: { words: false } }]
  await desk.post(`/documents/${documentId}/measures`, { measures })
  for (const to of ['townships', 'villages'] as const) await giveTo(desk, { documentId, measureId, targets: { to } })
  const tasks = [...(await tasksOf(desk, `measureId=${measureId}`)).values()]
  const steps = tasks.flatMap((one, nth) =>
    nth % 9 === 0 ? [] : [aStep(one, nth % 5 === 0 ? 'doing' : 'done', { recordedAt: after(2) })],
  )
  await desk.post('/task-steps/batch', { items: steps })
  return documentId
}
