import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { readSheets } from '../exchange/index.ts'
import { aHousehold } from '../people/households.factory.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aWorkbook, destroyDue, manyHouseholds, sent, workOff } from './workbooks.factory.ts'

const ask = (division: string, given: object = {}) => ({
  id: newId(),
  division,
  fields: ['name', 'phone', 'address'],
  purpose: 'home-visit',
  ground: '第一轮敲门用名册',
  ...given,
})

/** A village with so many households of three, loaded through the front door. */
async function aPopulatedVillage(stage: Scenario, desk: Client, households: number): Promise<string> {
  await stage.inside((ctx) => keepInventedDivisions(ctx))
  const village = `${stage.county}100201`
  const id = newId()
  await sent(stage, desk, id, await aWorkbook(manyHouseholds(village, households)))
  await desk.post(`/exchange/workbooks/${id}/apply`)
  await workOff(stage)
  return village
}

test(
  'a short roster is read in the background, handed over once with its watermark, and every person in it was looked at',
  scenario(async (stage) => {
    const desk = await stage.as.countyDesk()
    const village = await aPopulatedVillage(stage, desk, 2)
    const body = ask(village)
    const asked = await desk.post('/exchange/exports', body)
    expect(asked.status).toBe(201)
    expect(asked.body).toMatchObject({ state: 'running', rows: 6, needsSecond: false, mayDownload: false })
    expect((await desk.post(`/exchange/exports/${body.id}/download`)).body.code).toBe('workbooks.export-not-ready')
    await workOff(stage)
    expect((await desk.get(`/exchange/exports/${body.id}`)).body).toMatchObject({ state: 'ready', rowsRead: 6 })
    const another = await stage.as.countyDesk()
    expect((await another.post(`/exchange/exports/${body.id}/download`)).status).toBe(403)
    const { body: file } = await desk.post(`/exchange/exports/${body.id}/download`)
    const bytes = Buffer.from(file.content, 'base64')
    const { sheets } = await readSheets(bytes)
    const texts = sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
    expect(texts[0]?.[0]).toMatch(/测试人员 · \d{4}-\d\d-\d\d \d\d:\d\d · 用途 home-visit · 编号 [0-9a-f]{12}/)
    expect(texts[1]).toEqual(['区划代码', '村(社区)', '组或楼栋单元', '与户主关系', '姓名', '电话', '门牌'])
    expect(texts.slice(2)).toHaveLength(6)
    expect(texts[2]).toEqual([village, '榆树沟村民委员会', '第1组', '户主', '王永永', '', '1号'])
    const looks = await stage.inside(
      ({ tx }) => tx`select purpose, fields from people.look where county = ${stage.county} and purpose = 'home-visit'`,
    )
    expect(looks.length).toBeGreaterThan(0)
    // Whoever lost the line takes it again, for ten minutes; then nothing of it is left.
    expect((await desk.post(`/exchange/exports/${body.id}/download`)).body.content).toBe(file.content)
    expect((await another.post(`/exchange/exports/${body.id}/download`)).status).toBe(403)
    expect((await desk.get(`/exchange/exports/${body.id}`)).body).toMatchObject({
      state: 'downloaded',
      mayDownload: true,
    })
    const left = (table: string) =>
      stage.inside(({ tx }) => tx`select nth from ${tx(table)} where export_id = ${body.id}`)
    expect(await left('workbooks.export_part')).toHaveLength(0)
    expect(await left('workbooks.export_piece')).toHaveLength(1)
    const later = new Date(Date.now() + 20 * 60_000)
    await destroyDue(stage, later)
    expect(await left('workbooks.export_piece')).toHaveLength(0)
    expect((await desk.post(`/exchange/exports/${body.id}/download`)).body.code).toBe('workbooks.export-over')
  }),
)

test(
  'more than 500 rows wait for a second person, in one file or in several within a day',
  scenario(async (stage) => {
    const desk = await stage.as.countyDesk()
    const village = await aPopulatedVillage(stage, desk, 168)
    const large = ask(village)
    expect((await desk.post('/exchange/exports', large)).body).toMatchObject({ state: 'waiting', rows: 504 })
    await workOff(stage)
    expect((await desk.get(`/exchange/exports/${large.id}`)).body).toMatchObject({ state: 'waiting', rowsRead: 0 })
    expect((await desk.post(`/exchange/exports/${large.id}/download`)).body.code).toBe('workbooks.export-not-ready')
    // Whoever asks does not decide, and neither does somebody without the right.
    const decide = (client: Client, decision: string) =>
      client.post(`/exchange/exports/${large.id}/decision`, { decision })
    expect((await decide(desk, 'approved')).status).toBe(403)
    expect((await decide(await stage.as.role('auditor'), 'approved')).status).toBe(403)
    const far = await stage.as.role('township-officer', { division: `${stage.county}101` })
    expect((await decide(far, 'approved')).body.code).toBe('workbooks.export-unknown')
    const second = await stage.as.countyDesk()
    const waiting = (await second.get('/exchange/exports')).body.items
    expect(waiting).toMatchObject([{ id: large.id, mayDecide: true, mayDownload: false }])
    expect((await decide(second, 'approved')).body).toMatchObject({ state: 'running', decidedBy: '测试人员' })
    expect((await decide(second, 'refused')).body.code).toBe('workbooks.export-not-waiting')
    await workOff(stage)
    expect((await desk.get(`/exchange/exports/${large.id}`)).body).toMatchObject({ state: 'ready', rowsRead: 504 })

    const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
    await stage.inside((ctx) => aHousehold(ctx, { under: '100202', members: 3 }))
    const small = ask(`${stage.county}100202`)
    expect((await officer.post('/exchange/exports', small)).body).toMatchObject({ needsSecond: false })
    // Small pieces add up.
    const pieces = [ask(village), ask(`${stage.county}100202`)]
    for (const piece of pieces) {
      expect((await officer.post('/exchange/exports', piece)).body).toMatchObject({
        state: 'waiting',
        needsSecond: true,
      })
    }
    expect((await second.post(`/exchange/exports/${pieces[0]?.id}/decision`, { decision: 'refused' })).body.state).toBe(
      'refused',
    )
    expect((await officer.post(`/exchange/exports/${pieces[1]?.id}/cancel`)).body.state).toBe('cancelled')
  }),
)

test(
  'the database itself lets nobody decide about their own export',
  scenario(async (stage) => {
    const desk = await stage.as.countyDesk()
    const village = await aPopulatedVillage(stage, desk, 1)
    const body = ask(village)
    await desk.post('/exchange/exports', body)
    const own = stage.inside(
      ({ tx }) => tx`
        insert into workbooks.export_decision (county, export_id, division, decision, account_id, seat_id, at)
        select county, id, division, 'approved', account_id, seat_id, now() from workbooks.export where id = ${body.id}`,
    )
    await expect(own).rejects.toThrow(/does not decide/)
  }),
)

test(
  'a purpose that is not the seat’s, an area that is not theirs and an empty village are refused; what nobody fetches is destroyed',
  scenario(async (stage) => {
    const desk = await stage.as.countyDesk()
    const village = await aPopulatedVillage(stage, desk, 1)
    const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
    expect((await officer.post('/exchange/exports', ask(village, { purpose: 'supervision' }))).status).toBe(403)
    expect((await officer.post('/exchange/exports', ask(`${stage.county}101201`))).status).toBe(403)
    expect((await officer.post('/exchange/exports', ask(`${stage.county}100202`))).body.code).toBe(
      'workbooks.export-empty',
    )
    expect((await officer.post('/exchange/exports', ask(village, { fields: ['score'] }))).status).toBe(422)
    const cadre = await stage.as.role('village-cadre', { division: village })
    expect((await cadre.post('/exchange/exports', ask(village))).status).toBe(403)
    const body = ask(village)
    await officer.post('/exchange/exports', body)
    await workOff(stage)
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    await destroyDue(stage, tomorrow)
    expect((await officer.get(`/exchange/exports/${body.id}`)).body).toMatchObject({ state: 'expired' })
    const left = await stage.inside(({ tx }) => tx`select nth from workbooks.export_part where export_id = ${body.id}`)
    expect(left).toHaveLength(0)
  }),
)

test(
  'what looks like a formula stays the text it was, in every cell of an export',
  scenario(async (stage) => {
    const desk = await stage.as.countyDesk()
    await stage.inside((ctx) => keepInventedDivisions(ctx))
    const village = `${stage.county}100201`
    const names = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://a")', '＝1+1', "'=1", '%x', '|x']
    const { households, people } = manyHouseholds(village, 3)
    const dangerous = people.map((one, at) => ({ ...one, name: names[at] ?? '' }))
    const id = newId()
    await sent(stage, desk, id, await aWorkbook({ households, people: dangerous }))
    await desk.post(`/exchange/workbooks/${id}/apply`)
    await workOff(stage)
    const body = ask(village, { fields: ['name'] })
    await desk.post('/exchange/exports', body)
    await workOff(stage)
    const { body: file } = await desk.post(`/exchange/exports/${body.id}/download`)
    const { sheets } = await readSheets(Buffer.from(file.content, 'base64'))
    const cells = sheets.flatMap(({ rows }) => rows.slice(2).map((row) => row.cells[4]))
    expect(cells.map((cell) => cell?.text).sort()).toEqual([...names].sort())
    expect(cells.every((cell) => cell?.kind === 'text' && !cell.formula)).toBe(true)
  }),
)
