import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { readSheets } from '../exchange/index.ts'
import { aJourney, givenCounty } from '../exposures/exposures.factory.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { runExportStep } from './exporting.ts'
import { aWorkbook, destroyDue, manyHouseholds, sent, workOff } from './workbooks.factory.ts'

const ask = (division: string, given: object) => ({
  id: newId(),
  division,
  fields: ['name', 'phone'],
  purpose: 'contact-tracing',
  ground: '核对名单',
  ...given,
})

/** Every piece of a file put together, and the cells of its only sheet below the two headings. */
async function taken(client: Client, exportId: string): Promise<{ texts: string[][]; pieces: number }> {
  const chunks: Buffer[] = []
  let pieces = 1
  for (let piece = 1; piece <= pieces; piece += 1) {
    const { body } = await client.post(`/exchange/exports/${exportId}/download`, { piece })
    pieces = body.pieces
    chunks.push(Buffer.from(body.content, 'base64'))
  }
  const { sheets } = await readSheets(Buffer.concat(chunks))
  expect(sheets).toHaveLength(1)
  const texts = sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
  expect(sheets[0]?.rows.every(({ cells }) => cells.every((cell) => cell === null || cell.kind === 'text'))).toBe(true)
  return { texts, pieces }
}
const looksOf = ({ inside, county }: Scenario) =>
  inside(
    async ({ tx }) =>
      (await tx<{ count: number }[]>`select count(*)::int as count from people.look where county = ${county}`)[0]
        ?.count,
  )

test(
  'households leave as a file: the door, the compound, how many live there, and the head as far as it was asked for',
  scenario(async (stage) => {
    await stage.inside((ctx) => keepInventedDivisions(ctx))
    const desk = await stage.as.countyDesk()
    const community = `${stage.county}100001`
    const compound = { id: newId(), name: '龙泉 小区', division: community, households: 40 }
    expect((await desk.post('/places/compounds', compound)).status).toBe(201)
    const { households, people } = manyHouseholds(community, 3)
    const [first, second, third] = households
    const id = newId()
    const named = [{ ...first, compound: '龙泉小区' }, { ...second, compound: '凤凰小区' }, { ...third }]
    await sent(stage, desk, id, await aWorkbook({ households: named as typeof households, people }))
    const findings = (await desk.get(`/exchange/workbooks/${id}/findings`)).body.items
    expect(findings[0]).toMatchObject({ sheet: 'households', row: 3, outcome: 'rejected', zh: /没有登记这个小区/ })
    await desk.post(`/exchange/workbooks/${id}/apply`)
    await workOff(stage)
    const body = ask(community, { kind: 'households', fields: ['name', 'address'], purpose: 'home-visit' })
    expect((await desk.post('/exchange/exports', body)).body).toMatchObject({ kind: 'households', rows: 2 })
    await workOff(stage)
    const { texts } = await taken(desk, body.id)
    expect(texts[1]).toEqual([
      '区划代码',
      '村(社区)',
      '小区',
      '组或楼栋单元',
      '走访顺序',
      '入住日期',
      '人口',
      '户主姓名',
      '门牌',
    ])
    expect(texts.slice(2).map((row) => [row[2], row[6], row[7], row[8]])).toEqual([
      ['龙泉 小区', '3', people[0]?.name, '1号'],
      ['', '3', people[6]?.name, '3号'],
    ])
    // The two heads were looked at, and nobody else.
    expect(await looksOf(stage)).toBe(2)
    const wrong = ask(community, { kind: 'households', fields: ['document'], purpose: 'home-visit' })
    expect((await desk.post('/exchange/exports', wrong)).status).toBe(422)
  }),
)

test(
  'a line list leaves as it stood at a moment, in pieces that make one file, and only for tracing',
  scenario(async (stage) => {
    const { desk, village } = await givenCounty(stage)
    const items = Array.from({ length: 7 }, (_, nth) =>
      aJourney(village, { arrivedAt: `2020-01-2${nth}T08:00:00+08:00` }),
    )
    await desk.post('/exposures/travel/batch', { items })
    await stage.settle()
    const lineList = { category: 'from-wuhan', asOf: '2020-02-18T23:59:59+08:00' }
    const body = ask(village, { kind: 'line-list', lineList })
    expect((await desk.post('/exchange/exports', body)).body).toMatchObject({ rows: 7, state: 'running', lineList })
    const later = aJourney(village, { arrivedAt: '2020-03-20T08:00:00+08:00' })
    await desk.post('/exposures/travel', later)
    await workOff(stage)
    const { texts } = await taken(desk, body.id)
    expect(texts[0]?.[0]).toMatch(/用途 contact-tracing/)
    expect(texts[1]).toEqual(['区划代码', '村(社区)', '分类', '列入时间', '移出时间', '姓名', '电话'])
    expect(texts.slice(2)).toHaveLength(7)
    expect(texts[2]?.slice(3, 6)).toEqual(['2020-01-26 08:00', '', '周小满'])

    const answers = [
      ask(village, { kind: 'line-list' }),
      ask(village, { kind: 'roster', lineList }),
      ask(village, { kind: 'line-list', lineList, purpose: 'home-visit' }),
      ask(village, { kind: 'line-list', lineList: { ...lineList, category: 'nobody-s' } }),
    ]
    const got = []
    for (const one of answers) got.push((await desk.post('/exchange/exports', one)).body.code ?? 'taken')
    expect(got).toEqual(['kernel.input-invalid', 'kernel.input-invalid', 'taken', 'exposures.category-unknown'])
    const officer = await stage.as.role('township-officer', { division: `${stage.county}101` })
    expect((await officer.post('/exchange/exports', ask(village, { kind: 'line-list', lineList }))).status).toBe(403)
  }),
)

test(
  'an export that is cancelled while its rows are being read leaves nothing behind',
  scenario(async (stage) => {
    await stage.inside((ctx) => keepInventedDivisions(ctx))
    const desk = await stage.as.countyDesk()
    const village = `${stage.county}100201`
    const id = newId()
    await sent(stage, desk, id, await aWorkbook(manyHouseholds(village, 2)))
    await desk.post(`/exchange/workbooks/${id}/apply`)
    await workOff(stage)
    const body = ask(village, { purpose: 'home-visit' })
    await desk.post('/exchange/exports', body)
    await stage.inside(async (ctx) => {
      await runExportStep(ctx, body.id)
      // In the midst of it, on another connection.
      expect((await desk.post(`/exchange/exports/${body.id}/cancel`)).body.state).toBe('cancelled')
    })
    const later = new Date(Date.now() + 20 * 60_000)
    await destroyDue(stage, later)
    const left = await stage.inside(
      ({ tx }) => tx`
        select nth from workbooks.export_piece where export_id = ${body.id}
        union all select nth from workbooks.export_part where export_id = ${body.id}`,
    )
    expect(left).toHaveLength(0)
    expect((await desk.post(`/exchange/exports/${body.id}/download`)).body.code).toBe('workbooks.export-over')
  }),
)
