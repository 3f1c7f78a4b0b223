import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { measurePdf } from '../exchange/official.factory.ts'
import { aContent, givenCommand, givenDraft } from './documents.factory.ts'

const wordsOf = async (content: string) =>
  (await measurePdf(Buffer.from(content, 'base64'))).map(({ pieces }) => pieces.map(({ text }) => text).join(''))

test(
  'a document is printed as it was issued; a draft and what does not stand any more say so on every page',
  scenario(async (stage) => {
    const { desk, issued, seriesId } = await givenCommand(stage)
    const draft = await givenDraft(desk, seriesId)
    const print = (id: string, format = 'pdf') => desk.get(`/documents/${id}/print?format=${format}`)
    for (const page of await wordsOf((await print(draft.documentId)).body.content)) expect(page).toContain('草稿')

    const { documentId, number } = await issued()
    const reader = await stage.as.role('village-cadre', { division: `${stage.county}100201` })
    const { body } = await reader.get(`/documents/${documentId}/print`)
    expect(body).toMatchObject({ type: 'application/pdf', fileName: `${number} ${aContent().title}.pdf` })
    const [first] = await wordsOf(body.content)
    expect(first).toContain(number)
    expect(first).toContain('一、禁止各类聚餐')
    expect(first).toContain('2020年1月25日')
    expect(first).not.toContain('草稿')
    const word = (await print(documentId, 'docx')).body
    expect(Buffer.from(word.content, 'base64').subarray(0, 2).toString()).toBe('PK')
    await desk.post(`/documents/${documentId}/withdrawal`, {
      id: newId(),
      at: '2020-02-10T09:00:00+08:00',
      why: '情况变化',
    })
    for (const page of await wordsOf((await print(documentId)).body.content)) expect(page).toContain('已撤回')
  }),
)

test(
  'a draft is looked at before it is kept',
  scenario(async (stage) => {
    const { desk, seriesId } = await givenCommand(stage)
    const { body } = await desk.post('/document-previews', { seriesId, content: aContent({ title: '聚餐', to: [] }) })
    expect(body.picture).toMatch(/^<svg /)
    expect(body.remarks.map((one: { code: string }) => one.code)).toContain('addressee-missing')
  }),
)
