import { expect, test, vi } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import type { Grid, Notice } from '../exchange/index.ts'
import { anOrder, aStandingOrder, givenVillage } from './isolation.factory.ts'
import { publishedPlan } from './rules.readings.ts'
import { sheetCodeOf } from './sheet-codes.ts'
import { gridsOf } from './sheets.ts'
import { standingFor } from './slips.factory.ts'

/** What went to the printer: nobody reads a code off a PDF here. */
const printed = vi.hoisted(() => ({ grids: [] as Grid[][], notices: [] as Notice[][] }))
vi.mock('../exchange/index.ts', async (load) => {
  const real = await load<typeof import('../exchange/index.ts')>()
  return {
    ...real,
    printGrids: (file: Parameters<typeof real.printGrids>[0]) => {
      printed.grids.push(file.grids)
      return real.printGrids(file)
    },
    printNotices: (file: Parameters<typeof real.printNotices>[0]) => {
      printed.notices.push(file.notices)
      return real.printNotices(file)
    },
  }
})

const care = { purpose: 'isolation-care' } as const
const contact = '包联干部 王建国 0314-5050001'
const pagesOf = (content: string): number =>
  Buffer.from(content, 'base64')
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0

test('a sheet has a line for each day, a second page after fourteen, and what the numbers mean', () => {
  const { order, profile } = standingFor()
  const watched = { orderId: order.id, name: '周**', place: ['榆树沟村', '第1组', ''], profile }
  const around = { lang: 'zh', address: 'https://x.test', planOn: () => publishedPlan } as const
  const span = (days: number) => ({
    startsAt: new Date('2020-02-20T10:00:00+08:00'),
    endsAt: new Date(Date.parse('2020-02-20T00:00:00+08:00') + days * 86_400_000),
  })
  const [one, ...none] = gridsOf({ ...watched, ...span(14) }, around)
  expect(none).toEqual([])
  expect(one?.rows).toHaveLength(14)
  expect([one?.rows[0], one?.rows[9], one?.rows[13]]).toEqual(['1 · 02-20', '10 · 02-29', '14 · 03-04'])
  expect(one?.columns).toEqual(['早 °C', '早 症状号', '晚 °C', '晚 症状号', '签字'])
  expect(one?.legend.length).toBe(profile.body.symptomCodes?.length)
  expect(one?.typed).toContain(sheetCodeOf(order.id))
  expect(one?.code).toBe(`https://x.test/isolation/readings/${order.id}?enter=paper`)
  expect(JSON.stringify(one?.notes)).toContain('37.3')
  expect(gridsOf({ ...watched, ...span(16) }, around).map(({ rows }) => rows.length)).toEqual([14, 2])
})

test(
  'sheets of a village and of one person; the code on one leads back to its order',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const orders = members.slice(0, 2).map((personId) => aStandingOrder(village, { personId }))
    for (const order of orders) expect((await desk.post('/isolation/orders', order)).status).toBe(201)
    const all = await desk.get(`/isolation/reading-sheets?division=${village}`, care)
    expect(all.body).toMatchObject({ people: 2, next: null, type: 'application/pdf' })
    expect(pagesOf(all.body.content)).toBe(2)
    const one = await desk.get(`/isolation/orders/${orders[1]?.id}/sheet?language=en`, care)
    expect(pagesOf(one.body.content)).toBe(1)
    const [, code = ''] = printed.grids.at(-1)?.[0]?.typed.split(' ') ?? []
    const found = await desk.get(`/isolation/reading-sheets/${code.toLowerCase()}`)
    expect(found.body).toEqual({ orderId: orders[1]?.id })
    const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    expect((await desk.get(`/isolation/reading-sheets/${wrong}`)).body.code).toBe('isolation.sheet-unreadable')
    const other = await desk.get(`/isolation/reading-sheets/${sheetCodeOf(newId())}`)
    expect(other.body.code).toBe('isolation.sheet-unknown')
    for (const query of ['', '?division=130822', `?division=${village}&language=fr`])
      expect((await desk.get(`/isolation/reading-sheets${query}`, care)).status).toBe(422)
    const nobody = await desk.get(`/isolation/reading-sheets?division=${village.slice(0, 9)}999`, care)
    expect(nobody.body.code).toBe('isolation.nobody-watched')
    const neighbour = await stage.as.role('village-cadre', { division: `${village.slice(0, 9)}202` })
    expect((await neighbour.get(`/isolation/reading-sheets/${code}`)).body.code).toBe('isolation.sheet-unknown')
  }),
)

test(
  'the notices of a document or of a village are one file, each with a code of its own',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const [documentNo, otherNo] = ['试防办〔2026〕31号', '试防办〔2026〕32号']
    const said = [
      aStandingOrder(village, { personId: members[0] ?? '', documentNo }),
      aStandingOrder(village, { personId: members[1] ?? '', documentNo: otherNo }),
    ]
    for (const order of said) expect((await desk.post('/isolation/orders', order)).status).toBe(201)
    const id = newId()
    const together = await desk.post('/isolation/slips', { id, division: village, contact }, care)
    expect(together.body.people).toBe(2)
    expect(pagesOf(together.body.content)).toBe(2)
    const codes = printed.notices.at(-1)?.map(({ code }) => code?.split('#code=')[1] ?? '') ?? []
    expect(new Set(codes).size).toBe(2)
    const anybody = stage.as.nobody()
    for (const code of codes) {
      const { body } = await anybody.post('/isolation/status', { code })
      expect([documentNo, otherNo]).toContain(body.documentNo)
    }
    const again = await desk.post('/isolation/slips', { id, division: village, contact }, care)
    expect(again.status).toBe(409)
    const ofOne = await desk.post('/isolation/slips', { id: newId(), documentNo, contact, language: 'both' }, care)
    expect(ofOne.body.people).toBe(1)
    expect(pagesOf(ofOne.body.content)).toBe(2)
    const nobody = await desk.post('/isolation/slips', { id: newId(), documentNo: '没有这号', contact }, care)
    expect(nobody.body.code).toBe('isolation.nobody-to-notify')
    expect((await desk.post('/isolation/slips', { id: newId(), contact }, care)).status).toBe(422)
    const neighbour = await stage.as.role('village-cadre', { division: `${village.slice(0, 9)}202` })
    const theirs = await neighbour.post('/isolation/slips', { id: newId(), documentNo, contact }, care)
    expect(theirs.body.code).toBe('isolation.nobody-to-notify')
  }),
)

test(
  'an order that is over is on no file of its village',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    await desk.post('/isolation/orders', anOrder(village, { personId: members[0] ?? '' }))
    const slips = await desk.post('/isolation/slips', { id: newId(), division: village, contact }, care)
    expect(slips.body.code).toBe('isolation.nobody-to-notify')
    const sheets = await desk.get(`/isolation/reading-sheets?division=${village}`, care)
    expect(sheets.body.code).toBe('isolation.nobody-watched')
  }),
)
