import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { measurePdf, readParts } from '../exchange/official.factory.ts'
import { AS_OF, draft, read, sealed, step } from './reporting.factory.ts'

async function aCounty(stage: Scenario) {
  const area = String(stage.county)
  const station = await givenCheckpoint(stage)
  const pass = async (recordedAt: string) => {
    const passage = aPassage(station.id, { recordedAt })
    expect((await station.shift.post(`/checkpoints/${station.id}/passages`, passage)).status).toBe(201)
    return passage.id
  }
  const writer = await stage.as.role('county-desk')
  const checker = await stage.as.role('county-desk')
  return { area, pass, writer, checker }
}

test(
  'a report is counted, checked by another, sealed under the hash of the one before, issued, and stays as it was',
  scenario(async (stage) => {
    const { area, pass, writer, checker } = await aCounty(stage)
    await pass('2020-02-05T10:00:00+08:00')
    const first = await draft(writer, area)
    expect(first.reply.status).toBe(201)
    expect(await read(writer, first.id)).toMatchObject({ state: 'drafting', number: null, before: null, since: [] })
    expect((await step(writer, first, 'checked')).body.code).toBe('reporting.step-out-of-order')
    await step(writer, first, 'submitted')
    expect((await step(writer, first, 'checked')).body.code).toBe('reporting.needs-another')
    const early = await checker.post(`/situation-reports/${first.id}/seal`, { id: newId(), versionId: first.versionId })
    expect(early.body.code).toBe('reporting.step-out-of-order')
    await step(checker, first, 'checked')
    const said = { id: newId(), versionId: first.versionId }
    const seal = await checker.post(`/situation-reports/${first.id}/seal`, said)
    expect(seal).toMatchObject({ status: 201, body: { number: 1, arrival: 'new' } })
    expect((await checker.post(`/situation-reports/${first.id}/seal`, said)).body).toEqual({
      ...seal.body,
      arrival: 'again',
    })
    expect((await step(checker, first, 'issued')).status).toBe(201)

    await pass('2020-02-05T11:00:00+08:00')
    await stage.settle()
    const after = await read(writer, first.id)
    expect(after.counted.find(({ figure }: { figure: string }) => figure === 'screened')).toMatchObject({ value: 1 })
    expect(after.since).toContainEqual({ figure: 'screened', part: null, before: 1, after: 2 })
    expect(after.since).toContainEqual({ figure: 'screened', part: `${area}100`, before: 1, after: 2 })

    const second = await sealed(writer, checker, area, { asOf: '2020-02-07T08:00:00+08:00' })
    expect(second.seal.body.number).toBe(2)
    const next = await read(writer, second.id)
    expect(next.seal.previousSha256).toBe(after.seal.sha256)
    expect(next.before).toMatchObject({ id: first.id })
    expect(next.before.differences).toContainEqual({ figure: 'screened', part: null, before: 1, after: 2 })
    const chain = await stage.inside(
      ({ tx }) => tx<{ content: string; sha256: Buffer }[]>`
        select content, sha256 from reporting.seal where county = ${stage.county} and division = ${area} order by nth`,
    )
    let previous = Buffer.alloc(0)
    for (const { content, sha256 } of chain) {
      previous = createHash('sha256').update(previous).update(content).digest()
      expect(previous.equals(sha256)).toBe(true)
    }
    expect(chain).toHaveLength(2)
  }),
)

test(
  'the database refuses a seal that does not follow, a second one after the same, and a changed word',
  scenario(async (stage) => {
    const { area, writer, checker } = await aCounty(stage)
    const first = await sealed(writer, checker, area)
    const other = await draft(writer, area, { asOf: '2020-02-07T08:00:00+08:00' })
    const seal = (said: object) =>
      stage.inside(({ tx }) => {
        const content = '{}'
        const sha256 = createHash('sha256').update(Buffer.from(first.seal.body.sha256, 'hex')).update(content).digest()
        const row = {
          ...{ county: stage.county, id: newId(), division: area, report_id: other.id, version_id: other.versionId },
          ...{
            nth: 2,
            previous: 1,
            previous_sha256: Buffer.from(first.seal.body.sha256, 'hex'),
            as_of: new Date(AS_OF),
          },
          ...{ content, sha256, received_at: new Date(), digest: Buffer.alloc(32), ...said },
        }
        return tx`insert into reporting.seal ${tx(row)}`
      })
    await expect(seal({ content: '{"a":1}' })).rejects.toThrow(/seal_sha256_check|seal_check/)
    await expect(seal({ nth: 3 })).rejects.toThrow(/check/)
    await expect(seal({ previous_sha256: Buffer.alloc(32) })).rejects.toThrow(/check|foreign key/)
    const alone = { nth: 1, previous: null, previous_sha256: null }
    await expect(seal({ ...alone, sha256: createHash('sha256').update('{}').digest() })).rejects.toThrow(
      /seal_one_after_each/,
    )
    await seal({})
    await expect(
      stage.inside(({ tx }) => tx`update reporting.seal set content = '' where county = ${stage.county}`),
    ).rejects.toThrow(/permission denied/)
  }),
)

test(
  'a correction needs an issued report whose numbers are others today, and says what fell',
  scenario(async (stage) => {
    const { area, pass, writer, checker } = await aCounty(stage)
    const passage = await pass('2020-02-05T10:00:00+08:00')
    const first = await sealed(writer, checker, area)
    const refused = await draft(writer, area, { corrects: first.id })
    expect(refused.reply.body.code).toBe('reporting.nothing-to-correct')
    await step(checker, first, 'issued')
    const nothing = await draft(writer, area, { corrects: first.id })
    expect(nothing.reply.body.code).toBe('reporting.nothing-to-correct')
    const voided = { id: newId(), recordedAt: '2020-02-05T12:00:00+08:00', why: '重复登记', voided: true }
    expect((await writer.post(`/passages/${passage}/corrections`, voided)).status).toBe(201)
    await stage.settle()
    const correction = await draft(writer, area, { corrects: first.id, title: '更正' })
    expect(correction.reply.status).toBe(201)
    const said = await read(writer, correction.id)
    expect(said.blocks[0]).toMatchObject({ heading: { zh: '更正' } })
    expect(said.remarks).toContainEqual(expect.objectContaining({ rule: 'fell', weight: 'explain', at: 'screened' }))
    await step(writer, correction, 'submitted')
    await step(checker, correction, 'checked')
    const seal = (explanation?: string) =>
      checker.post(`/situation-reports/${correction.id}/seal`, {
        id: newId(),
        versionId: correction.versionId,
        explanation,
      })
    expect((await seal()).body.code).toBe('reporting.explanation-needed')
    expect(await seal('重复登记一人')).toMatchObject({ status: 201, body: { number: 2 } })
  }),
)

test(
  'bad input is refused in words, and what others wrote since is not overwritten',
  scenario(async (stage) => {
    const { area, writer, checker } = await aCounty(stage)
    expect((await draft(writer, area, { asOf: '2999-01-01T00:00:00Z' })).reply.body.code).toBe('reporting.moment-ahead')
    const [one, officer] = [
      await draft(writer, area),
      await stage.as.role('township-officer', { division: `${area}100` }),
    ]
    expect((await officer.get(`/situation-reports/${one.id}`)).status).toBe(404)
    expect((await draft(officer, area)).reply.status).toBe(403)
    const [block] = (await read(writer, one.id)).blocks
    const revise = (said: object) =>
      writer.post(`/situation-reports/${one.id}/versions`, { title: '报告', blocks: [block], ...said })
    const id = newId()
    const unknown = { ...block, zh: '{no-such-figure}人,另有17人', en: 'Five {screened}' }
    expect((await revise({ id, onVersion: one.versionId, blocks: [unknown] })).status).toBe(201)
    expect((await revise({ id: newId(), onVersion: one.versionId })).body.code).toBe('reporting.version-stale')
    const { remarks, state } = await read(writer, one.id)
    expect(state).toBe('drafting')
    expect(remarks).toContainEqual(expect.objectContaining({ rule: 'unknown-figure', at: '{no-such-figure}' }))
    expect(remarks).toContainEqual(expect.objectContaining({ rule: 'typed-number', at: '17' }))
    const now = { id: one.id, versionId: id }
    await step(writer, now, 'submitted')
    await step(checker, now, 'checked')
    const seal = await checker.post(`/situation-reports/${one.id}/seal`, { id: newId(), versionId: id })
    expect(seal).toMatchObject({ status: 422, body: { code: 'reporting.not-consistent' } })
  }),
)

const fileOf = async (client: Client, id: string, asked: string) => {
  const { body } = await client.get(`/situation-reports/${id}/file?${asked}`)
  return Buffer.from(body.content, 'base64')
}

test(
  'what was sealed goes out in English too, as a page and for a word processor, in its own words and numbers and fonts that are in it',
  scenario(async (stage) => {
    const { area, pass, writer, checker } = await aCounty(stage)
    await pass('2020-02-05T10:00:00+08:00')
    const heading = { zh: '检查站', en: 'Checkpoints' }
    const en =
      'In all {screened|person was|people were} screened, {fevers} of them with a fever; {near-huanan-market|was|were} near the market.'
    const blocks = [{ heading, zh: '排查{screened}人。', en }]
    const { id, seal } = await sealed(writer, checker, area, { blocks, title: '二月六日疫情报告' })
    await pass('2020-02-05T11:00:00+08:00')
    await stage.settle()
    const pages = await measurePdf(await fileOf(writer, id, 'format=pdf&lang=en'))
    const said = pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(' ')
    const parts = await readParts(await fileOf(writer, id, 'format=docx&lang=en'))
    const written = (parts['word/document.xml'] ?? '').replaceAll('</w:p>', ' ').replace(/<[^>]+>/g, '')
    for (const text of [said, written].map((one) => one.replace(/\s+/g, ' '))) {
      expect(text).toContain('Situation report as of 08:00 on 6 February 2020 ')
      expect(text).toContain('1. Checkpoints')
      expect(text).toContain(
        'In all 1 person was screened, 0 of them with a fever; (not reported) were near the market.',
      )
      expect(text).toContain('二月六日疫情报告')
      expect(text.replaceAll(' ', '')).toContain(seal.body.sha256)
      expect(text).toMatch(/NOT ISSUED/)
      expect(text).not.toMatch(/排查|[{}]/)
    }
    expect([
      ...new Set(pages.flatMap(({ pieces }) => pieces.map(({ font }) => font.replace(/^[A-Z]{6}\+/, '')))),
    ]).toEqual(expect.arrayContaining(['NotoSerifSC-Regular', 'NotoSerifSC-Bold']))
    expect((await writer.get(`/situation-reports/${id}/file?format=pdf&lang=fr`)).status).toBe(422)
  }),
)

test(
  'a report goes out as PDF, for a word processor, as data, and as DHIS2 reads it, where what is missing is left out',
  scenario(async (stage) => {
    const { area, pass, writer, checker } = await aCounty(stage)
    await pass('2020-02-05T10:00:00+08:00')
    const { id } = await sealed(writer, checker, area)
    const file = (format: string) => fileOf(writer, id, `format=${format}`)
    expect((await file('pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await file('docx')).subarray(0, 2).toString()).toBe('PK')
    const data = JSON.parse((await file('json')).toString())
    expect(data.text[0].zh).toContain('累计排查1人')
    expect(data.text[0].en).toContain('1 person was screened')
    const { dataValues, period, orgUnit } = JSON.parse((await file('dhis2')).toString())
    expect({ period, orgUnit }).toEqual({ period: '20200206', orgUnit: area })
    const of = (element: string) =>
      dataValues.filter(({ dataElement }: { dataElement: string }) => dataElement === element)
    const one = { dataElement: 'screened', period: '20200206', categoryOptionCombo: 'default', value: '1' }
    expect(of('screened')).toEqual([
      { ...one, orgUnit: area },
      { ...one, orgUnit: `${area}100` },
    ])
    expect(of('near-huanan-market')).toEqual([])
  }),
)
