import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { findDivisions } from '../places/index.ts'
import { getDocument, getSeries, isMine, loadDocument, remarksOn, tell, type Whole } from './documents.ts'
import { attachmentRows } from './files.ts'
import { mayDirect, mayDraft, mayReadDraft, mayReadIssued, maySeeDrafts, mayTake } from './policy.documents.ts'
import { divisionUnknown, documentUnknown, seriesTaken, stepOutOfOrder, versionStale } from './problems.documents.ts'
import { mayFollow, mayVoid, NEEDS_ANOTHER, nextOf, numberOf, type State, stateOf, yearOf } from './rules.documents.ts'
import {
  AddSeries,
  AskDocument,
  CheckDraft,
  DocumentDetails,
  DocumentPage,
  DraftDocument,
  Kept,
  ListDocuments,
  ListSeries,
  Remarks,
  ReviseDocument,
  SeriesPage,
  Version,
} from './schema.documents.ts'
import {
  findIssued,
  isSeriesTaken,
  lastNumbers,
  listDocumentRows,
  listFiles,
  listSeriesRows,
  listSteps,
  listWriters,
  type Series,
} from './sql.documents.ts'

export const addSeries = operation({
  name: 'command.series.add',
  summary: { zh: '设立文号序列', en: 'Set up a series of document numbers' },
  kind: 'write',
  input: AddSeries,
  output: Kept,
  async load({ tx }, { division }) {
    if (!(await findDivisions(tx, [division])).has(division)) throw divisionUnknown({ division })
  },
  allow: (actor, _loaded, input) => mayDirect(actor, input),
  async run(ctx, input) {
    const { code, kind, authority, form, firstYear, firstSerial } = input
    await lockOne(ctx, `command.series/${code}/${kind}`)
    if (await isAgain(ctx, 'command.series', input)) return { id: input.id, arrival: 'again' as const }
    if (await isSeriesTaken(ctx.tx, code, kind)) throw seriesTaken({ code })
    const said = { code, kind, authority, mark: input.mark ?? `${authority}文件`, form }
    const first = { first_year: firstYear, first_serial: firstSerial }
    await keepNew(ctx, 'command.series', { ...originOf(ctx, input, input), ...said, ...first })
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.division,
    note: { code: input.code, kind: input.kind, arrival: output.arrival },
  }),
})

/** An order counts through the years; everything else begins again each year. */
export const countingYear = ({ form, firstYear }: Pick<Series, 'form' | 'firstYear'>, moment: Date): number =>
  form === 'order' ? firstYear : yearOf(moment)
export const serialAfter = (series: Series, year: number, last: number | undefined): number =>
  (last ?? (year === series.firstYear ? series.firstSerial - 1 : 0)) + 1

export const listSeries = operation({
  name: 'command.series.list',
  summary: { zh: '文号序列', en: 'Series of document numbers' },
  kind: 'read',
  input: ListSeries,
  output: SeriesPage,
  allow: (actor) => mayReadIssued(actor),
  async run({ tx, now }, { after, limit }) {
    const rows = await listSeriesRows(tx, after && /^[0-9a-f-]{36}$/.test(after) ? after : null, limit)
    const asked = rows.map((one) => ({ id: one.id, year: countingYear(one, now) }))
    const last = await lastNumbers(tx, asked)
    const items = rows.map((one) => {
      const year = countingYear(one, now)
      const { firstYear: _, firstSerial: __, ...said } = one
      const serial = serialAfter(one, year, last.get(one.id)?.serial)
      return { ...said, nextNumber: numberOf(one.code, year, serial, one.form) }
    })
    return { items, next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) }
  },
  audit: () => null,
})

export const draftDocument = operation({
  name: 'command.document.draft',
  summary: { zh: '起草公文', en: 'Draft a document' },
  kind: 'write',
  input: DraftDocument,
  output: Version,
  load: (ctx, { seriesId }) => getSeries(ctx, seriesId),
  allow: (actor, series) => mayDraft(actor, series),
  async run(ctx, input, series) {
    const { seriesId, versionId, content } = input
    await lockOne(ctx, `command.document/${input.id}`)
    const done = { id: versionId, nth: 1 }
    if (await isAgain(ctx, 'command.document', input)) return { ...done, arrival: 'again' as const }
    const origin = originOf(ctx, series, input)
    await keepNew(ctx, 'command.document', { ...origin, series_id: seriesId })
    const version = { ...origin, id: versionId, document_id: input.id, nth: 1, title: content.title }
    await keepNew(ctx, 'command.document_version', { ...version, content: ctx.tx.json(content) })
    tell(ctx, series.division, input.id)
    return { ...done, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.id,
    division: loaded.division,
    note: { series: input.seriesId, arrival: output.arrival },
  }),
})

export const reviseDocument = operation({
  name: 'command.document.revise',
  summary: { zh: '修改公文', en: 'Revise a draft' },
  kind: 'write',
  input: ReviseDocument,
  output: Version,
  load: loadDocument,
  allow: (actor, whole: Whole) => mayDraft(actor, whole),
  async run(ctx, input, { division }) {
    const { documentId, content } = input
    await lockOne(ctx, `command.document/${documentId}`)
    const { draft, state } = await getDocument(ctx, documentId)
    if (!draft) throw documentUnknown({ id: documentId })
    if (await isAgain(ctx, 'command.document_version', input))
      return { id: input.id, nth: draft.version, arrival: 'again' as const }
    if (!mayFollow(state, 'revised')) throw stepOutOfOrder({ state, step: 'revised' })
    if (draft.versionId !== input.onVersion) throw versionStale({ version: draft.version })
    const nth = draft.version + 1
    const version = { ...originOf(ctx, { division }, input), document_id: documentId, nth, title: content.title }
    await keepNew(ctx, 'command.document_version', { ...version, content: ctx.tx.json(content) })
    tell(ctx, division, documentId)
    return { id: input.id, nth, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.documentId,
    division: loaded.division,
    note: { version: output.nth, arrival: output.arrival },
  }),
})

export const checkDraftNow = operation({
  name: 'command.draft.check',
  summary: { zh: '检查稿子', en: 'Say what is wrong with a draft' },
  kind: 'read',
  input: CheckDraft,
  output: Remarks,
  load: (ctx, { seriesId }) => getSeries(ctx, seriesId),
  allow: (actor, series) => mayDraft(actor, series),
  async run(ctx, { content, documentId }, series) {
    return { remarks: await remarksOn(ctx, series, documentId, content) }
  },
  audit: () => null,
})

export const listDocuments = operation({
  name: 'command.document.list',
  summary: { zh: '公文登记', en: 'Register of documents' },
  kind: 'read',
  input: ListDocuments,
  output: DocumentPage,
  allow: (actor) => mayReadIssued(actor),
  async run({ tx, actor }, { state, kind, seriesId, after, limit }) {
    const asked = { state, kind: kind ?? null, seriesId: seriesId ?? null, drafts: maySeeDrafts(actor) }
    const rows = await listDocumentRows(tx, { ...asked, after: positionOf(after), limit })
    const items = rows.map(({ how, issuedAt, endedAt, receivedAt, version, step, stepVersion, at: _, ...said }) => ({
      ...said,
      state: stateOf({ ended: how, isIssued: issuedAt !== null, step, stepVersion, version }),
      issuedAt: issuedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      receivedAt: receivedAt.toISOString(),
    }))
    return { items, next: cursorOf(rows, limit, ({ at, id }) => ({ at, id })) }
  },
  audit: () => null,
})

export const readDocument = operation({
  name: 'command.document.read',
  summary: { zh: '查看公文', en: 'Read a document' },
  kind: 'read',
  input: AskDocument,
  output: DocumentDetails,
  load: loadDocument,
  allow: (actor, { issued, division }: Whole) => (issued ? mayReadIssued(actor) : mayReadDraft(actor, { division })),
  async run(ctx, { documentId }, whole) {
    const { draft, issued, division, state } = whole
    const seriesId = issued?.seriesId ?? draft?.seriesId ?? documentId
    const series = await getSeries(ctx, seriesId)
    const content = issued?.content ?? draft?.content
    if (!content) throw documentUnknown({ id: documentId })
    const { tx, actor } = ctx
    const isOpen = issued === null && state !== 'abandoned'
    const sees = mayReadDraft(actor, { division })
    const [steps, files, remarks, writers, by] = await Promise.all([
      sees ? listSteps(tx, documentId) : [],
      listFiles(tx, documentId),
      isOpen ? remarksOn(ctx, series, documentId, content) : [],
      listWriters(tx, documentId),
      issued?.byDocument ? findIssued(tx, [issued.byDocument]) : new Map<string, { number: string }>(),
    ])
    const rows = await attachmentRows(ctx, files, { named: sees })
    const wrote = writers.some((one) => isMine(actor, one))
    const ender = issued?.byDocument ? by.get(issued.byDocument) : undefined
    const { authority, mark, form, kind } = issued ?? series
    return {
      ...{ id: documentId, division, seriesId, kind, form, authority, mark, state, content },
      title: content.title,
      number: issued?.number ?? null,
      issuedAt: issued?.issuedAt.toISOString() ?? null,
      endedAt: issued?.endedAt?.toISOString() ?? null,
      receivedAt: (issued ?? draft)?.receivedAt.toISOString() ?? '',
      versionId: draft?.versionId ?? null,
      version: draft?.version ?? null,
      sha256: issued?.sha256.toString('hex') ?? null,
      signedPost: issued?.signedPost ?? null,
      why: issued?.why ?? null,
      endedBy: ender && issued?.byDocument ? { id: issued.byDocument, number: ender.number } : null,
      steps: steps.map(({ by: taker, at, ...step }) => ({ ...step, at: at.toISOString(), mine: isMine(actor, taker) })),
      files: rows.map((file) => ({
        ...file,
        mayVoid: file.void === null && mayDraft(actor, { division }) && mayVoid(state, content.attachments, file.id),
      })),
      remarks,
      next: nextFor(state, wrote).filter((step) => mayTake(actor, step, { division })),
    }
  },
  audit: () => null,
})

const nextFor = (state: State, wrote: boolean) =>
  nextOf(state).filter((step) => !(wrote && (NEEDS_ANOTHER as ReadonlySet<string>).has(step)))
