import { expect, test, vi } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import type { Labels, NoticeFile } from '../exchange/index.ts'
import { stockCodeIn } from './rules.codes.ts'
import { accepted, aSlip, aStore, givenStock, on, some } from './supplies.factory.ts'

/** What went to the printer. */
const [papers, sheets] = vi.hoisted(() => [[] as NoticeFile[], [] as Labels[]] as const)
vi.mock('../exchange/index.ts', async (load) => {
  const real = await load<typeof import('../exchange/index.ts')>()
  return {
    ...real,
    printNotices: (file: NoticeFile) => {
      papers.push(file)
      return real.printNotices(file)
    },
    printLabels: (file: Labels) => {
      sheets.push(file)
      return real.printLabels(file)
    },
  }
})

test(
  'every slip and every lot has a square that leads to its store: what is sent to the one that awaits it',
  scenario(async (scene) => {
    const { desk, depot, goods, send } = await givenStock(scene, 100)
    const spare = aStore(String(scene.county), { name: '临时库房' })
    await accepted(desk.post('/supplies/stores/batch', { items: [spare] }))
    const sent = { id: newId(), storeId: depot, kind: 'sent', toStoreId: spare.id, at: on(5), lines: [some(goods, 20)] }
    await send([sent])
    const slip = aSlip(depot, goods, 30, { at: on(6) })
    await accepted(desk.post('/supplies/slips/batch', { items: [slip] }))
    const print = async (path: string) => {
      const { status, body } = await desk.get(path)
      expect([
        status,
        body.type,
        Buffer.from(body.content ?? '', 'base64')
          .subarray(0, 5)
          .toString(),
      ]).toEqual([200, 'application/pdf', '%PDF-'])
      const [notice] = papers.at(-1)?.notices ?? []
      return { title: notice?.title, leads: stockCodeIn(notice?.code ?? ''), code: notice?.code, notice }
    }
    const { items } = (await desk.get(`/supplies/movements?storeId=${depot}&kind=received`)).body
    expect(await print(`/supplies/movements/${items[0].id}/print`)).toMatchObject({
      title: '入库单',
      leads: { storeId: depot, lotId: null },
      code: expect.stringContaining('view=movements'),
    })
    expect(await print(`/supplies/movements/${sent.id}/print`)).toMatchObject({
      title: '调拨单',
      leads: { storeId: spare.id, lotId: null },
      code: expect.stringContaining('view=ways'),
    })
    const open = await print(`/supplies/slips/${slip.id}/print`)
    expect(open).toMatchObject({ title: '领料单(待确认)', leads: { storeId: depot } })
    expect(open.notice?.points[0]?.lines[0]).toContain('30 只')
    await desk.post(`/supplies/slips/${slip.id}/end`, { id: newId(), at: on(7), why: '改用别的' })
    expect((await print(`/supplies/slips/${slip.id}/print?lang=en`)).title).toBe('Issue slip (to be confirmed) (void)')

    expect((await desk.get(`/supplies/stores/${depot}/labels`)).body.fileName).toBe('县应急物资库库位标签.pdf')
    expect(sheets.at(-1)?.labels.map(({ code }) => stockCodeIn(code))).toEqual([
      { storeId: depot, lotId: null },
      { storeId: depot, lotId: goods.lotId },
    ])
    const elsewhere = await scene.as.role('supplies-keeper', { placeId: spare.id })
    expect((await elsewhere.get(`/supplies/stores/${depot}/labels`)).status).toBe(403)
    expect((await elsewhere.get(`/supplies/movements/${newId()}/print`)).body.code).toBe('supplies.movement-unknown')
  }),
)
