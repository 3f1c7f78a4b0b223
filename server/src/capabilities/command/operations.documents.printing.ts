import { operation } from '../../kernel/operation.ts'
import { drawOfficial, printOfficial, writeOfficial } from '../exchange/index.ts'
import { getSeries, loadDocument, remarksOn, type Whole } from './documents.ts'
import { officialOf, type Said } from './paper.ts'
import { mayDraft, mayReadDraft, mayReadIssued } from './policy.documents.ts'
import { documentUnknown } from './problems.documents.ts'
import { Preview, PreviewDraft, PrintDocument } from './schema.documents.ts'
import { File } from './schema.files.ts'
import { findIssued } from './sql.documents.ts'

const TYPE = {
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const WRITE = {
  pdf: printOfficial,
  docx: writeOfficial,
  svg: (given: Parameters<typeof drawOfficial>[0]) => Buffer.from(drawOfficial(given)),
}

export const printDocument = operation({
  name: 'command.document.print',
  summary: { zh: '打印公文', en: 'A document as a PDF or for a word processor' },
  kind: 'read',
  input: PrintDocument,
  output: File,
  load: loadDocument,
  allow: (actor, { issued, division }: Whole) => (issued ? mayReadIssued(actor) : mayReadDraft(actor, { division })),
  async run(ctx, { documentId, format }, { draft, issued, state }) {
    const seriesId = issued?.seriesId ?? draft?.seriesId ?? documentId
    const series = await getSeries(ctx, seriesId)
    const content = issued?.content ?? draft?.content
    if (!content) throw documentUnknown({ id: documentId })
    const ender = issued?.byDocument ? (await findIssued(ctx.tx, [issued.byDocument])).get(issued.byDocument) : null
    const { authority, mark, form, code } = issued ?? series
    const said: Said = {
      ...{ content, authority, mark, form, code, state },
      number: issued?.number ?? null,
      issuedAt: issued?.issuedAt ?? null,
      signedPost: issued?.signedPost ?? draft?.post ?? null,
      endedBy: ender?.number ?? null,
    }
    const laidOut = officialOf(said)
    const file = await WRITE[format](laidOut)
    const name = `${said.number ?? '草稿'} ${content.title}`.slice(0, 100)
    return { fileName: `${name}.${format}`, type: TYPE[format], content: file.toString('base64') }
  },
  audit: () => null,
})

/** How the words look on paper, and what is wrong with them, before anything is kept. */
export const previewDraft = operation({
  name: 'command.draft.preview',
  summary: { zh: '预览稿子', en: 'How a draft looks on paper' },
  kind: 'read',
  input: PreviewDraft,
  output: Preview,
  load: (ctx, { seriesId }) => getSeries(ctx, seriesId),
  allow: (actor, series) => mayDraft(actor, series),
  async run(ctx, { content, documentId }, series) {
    const { authority, mark, form, code } = series
    const empty = { number: null, issuedAt: null, signedPost: null, endedBy: null, state: 'drafting' as const }
    const picture = drawOfficial(officialOf({ content, authority, mark, form, code, ...empty }))
    return { picture, remarks: await remarksOn(ctx, series, documentId, content) }
  },
  audit: () => null,
})
