import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import type { AddSeries, Content } from './schema.documents.ts'

export const ISSUED = '2020-01-25T09:00:00+08:00'
export const aSeries = (
  division: string,
  given: Partial<z.input<typeof AddSeries>> = {},
): z.input<typeof AddSeries> => ({
  id: newId(),
  division,
  code: '试疫防指',
  kind: 'directive',
  authority: '试验县疫情防控工作领导小组',
  firstYear: 2020,
  ...given,
})

export const aContent = (given: Partial<z.input<typeof Content>> = {}): z.input<typeof Content> => ({
  title: '试验县疫情防控工作领导小组关于禁止各类聚餐的指令',
  to: ['各乡镇人民政府', '县直各单位'],
  body: [
    { level: 0, text: '为阻断疫情传播，现就有关事项指令如下。' },
    { level: 1, text: '禁止各类聚餐' },
    { level: 0, text: '红事缓办、白事简办，不得摆设宴席。' },
    { level: 1, text: '暂停集市庙会' },
  ],
  ...given,
})

export interface GivenDocument {
  documentId: string
  versionId: string
}
/** A draft of the county's first series. */
export async function givenDraft(desk: Client, seriesId: string, content = aContent()): Promise<GivenDocument> {
  const documentId = newId()
  const versionId = newId()
  const { status, body } = await desk.post('/documents', { id: documentId, seriesId, versionId, content })
  if (status !== 201 && status !== 200) throw new Error(`no draft: ${JSON.stringify(body)}`)
  return { documentId, versionId }
}

export const step = (desk: Client, { documentId, versionId }: GivenDocument, said: Record<string, unknown>) =>
  desk.post(`/documents/${documentId}/steps`, { id: newId(), versionId, ...said })

/** Submitted, passed by somebody else and signed. */
export async function signed(desk: Client, reviewer: Client, draft: GivenDocument): Promise<GivenDocument> {
  for (const [who, said] of [
    [desk, { step: 'submitted' }],
    [reviewer, { step: 'passed' }],
    [reviewer, { step: 'signed', post: '领导小组组长' }],
  ] as const) {
    const { status, body } = await step(who, draft, said)
    if (status !== 201 && status !== 200) throw new Error(`not signed: ${JSON.stringify(body)}`)
  }
  return draft
}
export const issue = (desk: Client, { documentId }: GivenDocument, issuedAt = ISSUED) =>
  desk.post(`/documents/${documentId}/issue`, { id: newId(), issuedAt })

export interface GivenCommand {
  desk: Client
  reviewer: Client
  seriesId: string
  /** Issued, with its number. */
  issued(content?: z.input<typeof Content>, issuedAt?: string): Promise<GivenDocument & { number: string }>
}
export async function givenCommand(
  { as, county, inside }: Scenario,
  given: Partial<z.input<typeof AddSeries>> = {},
): Promise<GivenCommand> {
  await inside((ctx) => keepInventedDivisions(ctx))
  const [desk, reviewer] = [await as.countyDesk(), await as.countyDesk()]
  const series = aSeries(String(county), given)
  const { status, body } = await desk.post('/document-series', series)
  if (status !== 201 && status !== 200) throw new Error(`no series: ${JSON.stringify(body)}`)
  return {
    desk,
    reviewer,
    seriesId: series.id,
    async issued(content, issuedAt) {
      const draft = await signed(desk, reviewer, await givenDraft(desk, series.id, content))
      const reply = await issue(desk, draft, issuedAt)
      if (reply.status !== 201 && reply.status !== 200) throw new Error(`not issued: ${JSON.stringify(reply.body)}`)
      return { ...draft, number: reply.body.number }
    },
  }
}
