import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aContent, givenCommand, givenDraft, ISSUED, issue, signed, step } from './documents.factory.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code
interface Listed {
  id: string
  void: { why: string; by: string | null } | null
  mayVoid: boolean
}

async function givenFile(desk: Client, documentId: string, text: string) {
  const id = newId()
  const file = { id, fileName: '分工表.csv', type: 'text/csv', content: Buffer.from(text).toString('base64') }
  const { status } = await desk.post(`/documents/${documentId}/attachments`, file)
  expect(status).toBe(201)
  return file
}
const named = (id: string) =>
  aContent({ body: [{ level: 0, text: '分工见附件。' }], attachments: [{ id, title: '分工表' }] })
const voiding = (who: Client, fileId: string, said: object = {}) =>
  who.post(`/document-attachments/${fileId}/void`, { id: newId(), why: 'wrong-paper', ...said })
const filesOf = async (who: Client, documentId: string): Promise<Listed[]> =>
  (await who.get(`/documents/${documentId}`)).body.files
const cadreOf = ({ as, county }: Scenario) => as.role('village-cadre', { division: `${county}100201` })

test(
  'a file of a draft is marked as void: nobody is given it but an auditor, and a draft that names it is not issued',
  scenario(async (stage) => {
    const { desk, reviewer, seriesId } = await givenCommand(stage)
    const draft = await givenDraft(desk, seriesId)
    const { documentId } = draft
    const wrong = await givenFile(desk, documentId, '身份证')
    const revised = { id: newId(), onVersion: draft.versionId, content: named(wrong.id) }
    await desk.post(`/documents/${documentId}/versions`, revised)
    const whole = await signed(desk, reviewer, { documentId, versionId: revised.id })

    const said = { id: newId(), why: 'personal-data' }
    expect(await codeOf(voiding(desk, wrong.id, { why: undefined }))).toBe('kernel.input-invalid')
    expect(await codeOf(voiding(desk, newId(), said))).toBe('command.attachment-unknown')
    const west = await stage.as.role('township-officer', { division: `${stage.county}101` })
    expect(await codeOf(voiding(west, wrong.id, said))).toBe('command.attachment-unknown')
    const auditor = await stage.as.role('auditor')
    expect(await codeOf(voiding(auditor, wrong.id, said))).toBe('kernel.not-allowed')
    expect(await filesOf(auditor, documentId)).toMatchObject([{ id: wrong.id, void: null, mayVoid: false }])
    expect(await filesOf(desk, documentId)).toMatchObject([{ id: wrong.id, void: null, mayVoid: true }])

    expect((await voiding(desk, wrong.id, said)).body).toEqual({ id: said.id, arrival: 'new' })
    expect((await voiding(desk, wrong.id, said)).body).toEqual({ id: said.id, arrival: 'again' })
    expect(await codeOf(voiding(desk, wrong.id, { ...said, why: 'twice' }))).toBe('kernel.id-taken')
    expect(await codeOf(voiding(desk, wrong.id))).toBe('command.attachment-already-void')
    expect(await filesOf(desk, documentId)).toMatchObject([
      { id: wrong.id, mayVoid: false, void: { why: 'personal-data', by: expect.any(String) } },
    ])
    const refused = await desk.get(`/document-attachments/${wrong.id}`)
    expect([refused.status, refused.body.code]).toEqual([410, 'command.attachment-void'])
    expect((await auditor.get(`/document-attachments/${wrong.id}`)).body.content).toBe(wrong.content)

    const stopped = await issue(desk, whole)
    expect(stopped.body).toMatchObject({ code: 'command.draft-faulty', issues: [{ path: 'attachments.0' }] })
    await step(desk, whole, { step: 'returned', note: '附件有误' })
    const right = await givenFile(desk, documentId, '分工')
    const next = { id: newId(), onVersion: revised.id, content: named(right.id) }
    await desk.post(`/documents/${documentId}/versions`, next)
    await signed(desk, reviewer, { documentId, versionId: next.id })
    expect((await issue(desk, whole)).status).toBe(201)
  }),
)

test(
  'what was issued stands with its files; once it was withdrawn its file is void for the whole county, and the hash is as it was',
  scenario(async (stage) => {
    const { desk, reviewer, seriesId } = await givenCommand(stage)
    const draft = await givenDraft(desk, seriesId)
    const { documentId } = draft
    const file = await givenFile(desk, documentId, '分工')
    const left = await givenFile(desk, documentId, '没有用上')
    const revised = { id: newId(), onVersion: draft.versionId, content: named(file.id) }
    await desk.post(`/documents/${documentId}/versions`, revised)
    const { sha256 } = (await issue(desk, await signed(desk, reviewer, { documentId, versionId: revised.id }))).body
    expect(await codeOf(voiding(desk, file.id))).toBe('command.attachment-stands')
    expect((await filesOf(desk, documentId)).map(({ id, mayVoid }) => [id, mayVoid])).toEqual([
      [file.id, false],
      [left.id, true],
    ])
    expect((await voiding(desk, left.id)).body.arrival).toBe('new')
    const cadre = await cadreOf(stage)
    expect((await cadre.get(`/document-attachments/${file.id}`)).status).toBe(200)

    const withdrawal = { id: newId(), at: ISSUED, why: '附件有误' }
    expect((await desk.post(`/documents/${documentId}/withdrawal`, withdrawal)).status).toBe(201)
    expect(await codeOf(voiding(cadre, file.id))).toBe('kernel.not-allowed')
    expect((await voiding(desk, file.id)).body.arrival).toBe('new')
    const elsewhere = await stage.as.role('auditor', { division: `${stage.county}101` })
    for (const reader of [cadre, elsewhere])
      expect(await codeOf(reader.get(`/document-attachments/${file.id}`))).toBe('command.attachment-void')
    expect(await filesOf(cadre, documentId)).toMatchObject([
      { id: file.id, mayVoid: false, void: { why: 'wrong-paper', by: null } },
    ])
    expect((await desk.get(`/documents/${documentId}`)).body.sha256).toBe(sha256)
  }),
)

test(
  'the database keeps no void of an attachment that is not there, and no second one',
  scenario(async (stage) => {
    const { desk, seriesId } = await givenCommand(stage)
    const { documentId } = await givenDraft(desk, seriesId)
    const { id } = await givenFile(desk, documentId, '分工')
    const mark = (fileId: string, where = String(stage.county)) =>
      stage.inside(
        ({
          tx,
        }) => tx`insert into command.attachment_void (county, id, division, attachment_id, why, received_at, digest)
          values (${stage.county}, ${newId()}, ${where}, ${fileId}, 'twice', now(), 'x')`,
      )
    await expect(mark(newId())).rejects.toThrow('attachment_void_county_division_attachment_id_fkey')
    await expect(mark(id, `${stage.county}100`)).rejects.toThrow('attachment_void_county_division_attachment_id_fkey')
    await mark(id)
    await expect(mark(id)).rejects.toThrow('attachment_void_county_attachment_id_key')
  }),
)
