import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aContent, aSeries, givenCommand, givenDraft, ISSUED, issue, signed, step } from './documents.factory.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code

test(
  'a draft is reviewed by somebody else, signed, and gets its number when it is issued',
  scenario(async (stage) => {
    const { desk, reviewer, seriesId } = await givenCommand(stage)
    const draft = await givenDraft(desk, seriesId)
    expect(await codeOf(issue(desk, draft))).toBe('command.step-out-of-order')
    await step(desk, draft, { step: 'submitted' })
    expect(await codeOf(step(desk, draft, { step: 'passed' }))).toBe('command.own-words')
    expect(await codeOf(step(reviewer, draft, { step: 'returned' }))).toBe('command.note-needed')
    await step(reviewer, draft, { step: 'passed' })
    expect(await codeOf(step(reviewer, draft, { step: 'signed' }))).toBe('command.post-needed')
    await step(reviewer, draft, { step: 'signed', post: '领导小组组长' })
    const before = (await desk.get(`/documents/${draft.documentId}`)).body
    expect(before).toMatchObject({ state: 'signed', number: null, next: ['issued', 'returned', 'abandoned'] })

    const id = newId()
    const issuing = () => desk.post(`/documents/${draft.documentId}/issue`, { id, issuedAt: ISSUED })
    const first = (await issuing()).body
    expect(first).toMatchObject({ number: '试疫防指〔2020〕1号', serial: 1, arrival: 'new' })
    expect((await issuing()).body).toEqual({ ...first, arrival: 'again' })
    const after = (await desk.get(`/documents/${draft.documentId}`)).body
    expect(after).toMatchObject({
      state: 'issued',
      number: first.number,
      sha256: first.sha256,
      signedPost: '领导小组组长',
    })
    expect(after.steps.map((one: { step: string }) => one.step)).toEqual(['submitted', 'passed', 'signed'])
    expect(
      await codeOf(
        desk.post(`/documents/${draft.documentId}/versions`, {
          id: newId(),
          onVersion: draft.versionId,
          content: aContent(),
        }),
      ),
    ).toBe('command.step-out-of-order')
  }),
)

test(
  'numbers have no gap and none is given twice, however many are issued at once, and each year begins anew',
  scenario(async (stage) => {
    const { desk, reviewer, seriesId } = await givenCommand(stage)
    const drafts = []
    for (let nth = 0; nth < 8; nth++) drafts.push(await signed(desk, reviewer, await givenDraft(desk, seriesId)))
    const replies = await Promise.all(drafts.map((draft) => issue(desk, draft)))
    expect(replies.map(({ body }) => body.serial).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])

    const late = await signed(desk, reviewer, await givenDraft(desk, seriesId))
    expect(await codeOf(issue(desk, late, '2020-01-24T09:00:00+08:00'))).toBe('command.issue-out-of-time')
    expect(await codeOf(issue(desk, late, '2220-01-24T09:00:00+08:00'))).toBe('command.issue-out-of-time')
    expect((await issue(desk, late)).body.number).toBe('试疫防指〔2020〕9号')
    const next = await signed(desk, reviewer, await givenDraft(desk, seriesId))
    // New year in China is eight hours before it is in the clock of the server.
    expect((await issue(desk, next, '2021-01-01T00:30:00+08:00')).body.number).toBe('试疫防指〔2021〕1号')
  }),
)

test(
  'the database itself keeps a number from being left out',
  scenario(async (stage) => {
    const { issued } = await givenCommand(stage)
    const { documentId } = await issued()
    const skip = stage.inside(async ({ tx }) => {
      await tx`insert into command.document (county, id, division, series_id, received_at, digest)
        select county, ${newId()}, division, series_id, now(), digest from command.document where id = ${documentId}`
      await tx`insert into command.issued (county, id, division, document_id, series_id, year, serial, previous, number, code, kind, authority,
          mark, form, title, content, content_sha256, signed_post, issued_at, received_at, digest)
        select i.county, ${newId()}, i.division, d.id, i.series_id, year, 3, 2, '3', code, kind, authority, mark, form, title, content, content_sha256,
          signed_post, issued_at, now(), i.digest
        from command.issued i join command.document d on d.county = i.county and d.id <> i.document_id`
    })
    await expect(skip).rejects.toThrow(/issued_county_series_id_year_previous_fkey/)
  }),
)

test(
  'a county that takes over from its paper register begins with its next number',
  scenario(async (stage) => {
    const { issued, desk } = await givenCommand(stage, { firstSerial: 6 })
    const series = await desk.get('/document-series')
    expect(series.body.items).toHaveLength(1)
    expect((await issued()).number).toBe('试疫防指〔2020〕6号')
    expect(await codeOf(desk.post('/document-series', aSeries(String(stage.county))))).toBe('command.series-taken')
  }),
)

test(
  'a withdrawn or superseded document does not stand, and nobody may cite it',
  scenario(async (stage) => {
    const { desk, issued, seriesId } = await givenCommand(stage)
    const [first, second] = [await issued(), await issued()]
    const withdraw = { id: newId(), at: '2020-02-10T09:00:00+08:00', why: '情况变化' }
    const early = { ...withdraw, id: newId(), at: '2020-01-01T09:00:00+08:00' }
    expect(await codeOf(desk.post(`/documents/${first.documentId}/withdrawal`, early))).toBe('command.end-out-of-time')
    const withdrawal = () => desk.post(`/documents/${first.documentId}/withdrawal`, withdraw)
    expect((await withdrawal()).body.arrival).toBe('new')
    expect((await withdrawal()).body.arrival).toBe('again')
    const third = await issued(aContent({ supersedes: [second.documentId] }), '2020-02-11T09:00:00+08:00')
    const states = (await desk.get('/documents?state=over')).body.items
    expect(states.map((one: { number: string; state: string }) => `${one.number} ${one.state}`).sort()).toEqual([
      `${first.number} withdrawn`,
      `${second.number} superseded`,
    ])
    expect((await desk.get(`/documents/${second.documentId}`)).body.endedBy).toEqual({
      id: third.documentId,
      number: third.number,
    })

    const citing = (text: string) =>
      desk.post('/document-checks', { seriesId, content: aContent({ body: [{ level: 0, text }] }) })
    const codes = async (text: string) => (await citing(text)).body.remarks.map((one: { code: string }) => one.code)
    expect(await codes('按照试疫防指〔2020〕1号执行。')).toEqual(['cited-over'])
    expect(await codes('按照试疫防指〔2020〕33号执行。')).toEqual(['cited-unknown'])
    expect(await codes('按照试疫防指〔2020〕3号第九条执行。')).toEqual(['measure-unknown'])
    expect(await codes('按照试疫防指〔2020〕3号第二条执行。')).toEqual([])

    const published = await stage.inside(
      ({ tx }) =>
        tx<{ number: string; state: string; withdrawn: boolean }[]>`
        select number, state, withdrawn_at is not null as withdrawn from command.published_documents order by issued_at, number`,
    )
    expect(published.map(({ number, state, withdrawn }) => [number, state, withdrawn])).toEqual([
      [first.number, 'withdrawn', true],
      [second.number, 'superseded', false],
      [third.number, 'issued', false],
    ])
  }),
)

test(
  'a faulty draft goes no further, and says where it is wrong',
  scenario(async (stage) => {
    const { desk, seriesId } = await givenCommand(stage)
    const draft = await givenDraft(desk, seriesId, aContent({ to: [], title: '聚餐' }))
    const { status, body } = await step(desk, draft, { step: 'submitted' })
    expect([status, body.code]).toEqual([422, 'command.draft-faulty'])
    expect(body.issues.map((one: { path: string }) => one.path).sort()).toEqual(['title', 'to'])
    const revised = { id: newId(), onVersion: newId(), content: aContent() }
    expect(await codeOf(desk.post(`/documents/${draft.documentId}/versions`, revised))).toBe('command.version-stale')
    const right = { ...revised, onVersion: draft.versionId }
    expect((await desk.post(`/documents/${draft.documentId}/versions`, right)).body).toMatchObject({
      nth: 2,
      arrival: 'new',
    })
    expect(await codeOf(step(desk, draft, { step: 'submitted' }))).toBe('command.version-stale')
    expect((await step(desk, { ...draft, versionId: revised.id }, { step: 'submitted' })).body.state).toBe('submitted')
  }),
)

test(
  'an attachment is the file that was uploaded, and goes to the county with its document',
  scenario(async (stage) => {
    const { desk, reviewer, seriesId } = await givenCommand(stage)
    const draft = await givenDraft(desk, seriesId)
    const content = Buffer.from('序号,单位\n1,东镇\n')
    const id = newId()
    const file = { id, fileName: '分工表.csv', type: 'text/csv', content: content.toString('base64') }
    const upload = (said: object) => desk.post(`/documents/${draft.documentId}/attachments`, said)
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect((await upload(file)).body).toEqual({ id, sha256, arrival: 'new' })
    expect((await upload(file)).body.arrival).toBe('again')
    expect(await codeOf(upload({ ...file, content: Buffer.from('别的').toString('base64') }))).toBe('kernel.id-taken')
    expect(await codeOf(upload({ ...file, id: newId(), fileName: '../x' }))).toBe('kernel.input-invalid')

    const cadre = await stage.as.role('village-cadre', { division: `${stage.county}100201` })
    const seen = () => cadre.get(`/document-attachments/${id}`)
    expect(await codeOf(seen())).toBe('command.attachment-unknown')
    const body = [{ level: 0, text: '分工见附件。' }]
    const named = {
      id: newId(),
      onVersion: draft.versionId,
      content: aContent({ body, attachments: [{ id, title: '分工表' }] }),
    }
    await desk.post(`/documents/${draft.documentId}/versions`, named)
    await issue(desk, await signed(desk, reviewer, { ...draft, versionId: named.id }))
    expect((await seen()).body).toEqual({ fileName: file.fileName, type: file.type, content: file.content })
  }),
)

test(
  'drafts are their own office’s; what was issued is the whole county’s, and a township numbers its own',
  scenario(async (stage) => {
    const { desk, seriesId, issued } = await givenCommand(stage)
    const { county } = stage
    const draft = await givenDraft(desk, seriesId)
    const done = await issued()
    const east = await stage.as.role('township-officer', { division: `${county}100` })
    const cadre = await stage.as.role('village-cadre', { division: `${county}101201` })
    for (const reader of [east, cadre]) {
      const { items } = (await reader.get('/documents')).body
      expect(items.map((one: { id: string }) => one.id)).toEqual([done.documentId])
      expect(await codeOf(reader.get(`/documents/${draft.documentId}`))).toBe('command.document-unknown')
      expect((await reader.get(`/documents/${done.documentId}`)).body).toMatchObject({
        number: done.number,
        next: [],
        steps: [],
      })
    }
    expect(
      await codeOf(east.post(`/documents/${done.documentId}/withdrawal`, { id: newId(), at: ISSUED, why: '不行' })),
    ).toBe('kernel.not-allowed')
    const own = aSeries(`${county}100`, { code: '东镇防', authority: '东镇疫情防控指挥部' })
    expect(await codeOf(cadre.post('/document-series', own))).toBe('kernel.not-allowed')
    expect((await east.post('/document-series', own)).body.arrival).toBe('new')
    const theirs = await givenDraft(east, own.id)
    expect((await desk.get(`/documents/${theirs.documentId}`)).body).toMatchObject({
      state: 'drafting',
      next: ['revised', 'submitted', 'abandoned'],
    })
    const west = await stage.as.role('township-officer', { division: `${county}101` })
    expect(await codeOf(west.get(`/documents/${theirs.documentId}`))).toBe('command.document-unknown')
  }),
)
