import { createHash } from 'node:crypto'
import { isAgain, keepFacts, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import { canonical, idFrom } from '../../kernel/seal.ts'
import { getDocument, getSeries, isMine, loadDocument, remarksOn, tell, type Whole } from './documents.ts'
import { countingYear, serialAfter } from './operations.documents.ts'
import { mayDirect, mayTake } from './policy.documents.ts'
import {
  documentUnknown,
  draftFaulty,
  endOutOfTime,
  issueOutOfTime,
  noteNeeded,
  notStanding,
  numberContested,
  ownWords,
  postNeeded,
  stepOutOfOrder,
  versionStale,
} from './problems.documents.ts'
import { stopsOf } from './rules.checking.ts'
import { mayFollow, NEEDS_ANOTHER, numberOf } from './rules.documents.ts'
import { IssueDocument, Issued, Kept, type Remark, StepTaken, TakeStep, WithdrawDocument } from './schema.documents.ts'
import {
  type Draft,
  findIssued,
  type IssuedRow,
  lastNumbers,
  listFiles,
  listWriters,
  type Series,
} from './sql.documents.ts'
import { tellEnd } from './tasks.ts'

const AHEAD_TOLERANCE_MS = 2 * 60_000
export const isAhead = (at: Date, now: Date): boolean => at.getTime() - now.getTime() > AHEAD_TOLERANCE_MS

const faulty = (remarks: readonly Remark[]): Problem =>
  draftFaulty(
    { count: remarks.length },
    remarks.map(({ path, zh, en }) => ({ path, zh, en })),
  )
async function refuseFaults(ctx: Ctx, series: Series, { id, content }: Draft): Promise<void> {
  const stops = stopsOf(await remarksOn(ctx, series, id, content))
  if (stops.length > 0) throw faulty(stops)
}

export const takeStep = operation({
  name: 'command.document.step',
  summary: { zh: '送审、审核、签发或作废稿子', en: 'Submit, review, sign or abandon a draft' },
  kind: 'write',
  input: TakeStep,
  output: StepTaken,
  load: loadDocument,
  allow: (actor, whole: Whole, { step }) => mayTake(actor, step, whole),
  async run(ctx, input, { division }) {
    const { documentId, versionId, step, post, note } = input
    await lockOne(ctx, `command.document/${documentId}`)
    const { draft, state } = await getDocument(ctx, documentId)
    if (!draft) throw documentUnknown({ id: documentId })
    if (await isAgain(ctx, 'command.document_step', input)) return { id: input.id, state, arrival: 'again' as const }
    if (!mayFollow(state, step)) throw stepOutOfOrder({ state, step })
    if (draft.versionId !== versionId) throw versionStale({ version: draft.version })
    if (step === 'signed' && !post) throw postNeeded()
    if (step === 'returned' && !note) throw noteNeeded()
    const writers = NEEDS_ANOTHER.has(step) ? await listWriters(ctx.tx, documentId) : []
    if (writers.some((one) => isMine(ctx.actor, one))) throw ownWords()
    if (step === 'submitted') await refuseFaults(ctx, await getSeries(ctx, draft.seriesId), draft)
    const said = { document_id: documentId, version_id: versionId, nth: draft.steps + 1, step, post, note }
    await keepNew(ctx, 'command.document_step', { ...originOf(ctx, { division }, input), ...said })
    tell(ctx, division, documentId)
    return { id: input.id, state: step, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.documentId,
    division: loaded.division,
    note: { step: input.step, arrival: output.arrival },
  }),
})

/** Over number, date, organ, post, every word and the files' hashes: any copy can be held against it. */
const hashOf = (whole: Record<string, unknown>): Buffer => createHash('sha256').update(canonical(whole)).digest()

export const issueDocument = operation({
  name: 'command.document.issue',
  summary: { zh: '编号印发', en: 'Give a document its number and issue it' },
  kind: 'write',
  input: IssueDocument,
  output: Issued,
  load: loadDocument,
  allow: (actor, whole: Whole) => mayDirect(actor, whole),
  async run(ctx, input, { division }) {
    const { documentId } = input
    await lockOne(ctx, `command.document/${documentId}`)
    const { draft, issued, state } = await getDocument(ctx, documentId)
    if (!draft) throw documentUnknown({ id: documentId })
    if ((await isAgain(ctx, 'command.issued', input)) && issued)
      return { ...saidOf(issued), id: input.id, arrival: 'again' as const }
    if (!mayFollow(state, 'issued')) throw stepOutOfOrder({ state, step: 'issued' })
    const series = await getSeries(ctx, draft.seriesId)
    await refuseFaults(ctx, series, draft)
    const given = await giveNumber(ctx, series, new Date(input.issuedAt))
    const files = (await listFiles(ctx.tx, documentId)).filter(({ voidedAt }) => voidedAt === null)
    const { code, kind, authority, mark, form } = series
    const { content, post } = draft
    const issuedAt = new Date(input.issuedAt).toISOString()
    const hashed = { number: given.number, kind, authority, mark, form, post, content, issuedAt }
    const sha256 = hashOf({ ...hashed, files: files.map((file) => file.sha256.toString('hex')) })
    const said = { ...given, code, kind, authority, mark, form, title: content.title, content_sha256: sha256 }
    const row = { ...originOf(ctx, { division }, input), document_id: documentId, series_id: series.id, ...said }
    const more = { content: ctx.tx.json(content), signed_post: post ?? '', issued_at: new Date(input.issuedAt) }
    const [arrival] = await keepFacts(ctx.tx, 'command.issued', [{ ...row, ...more }])
    if (arrival !== 'new') throw numberContested()
    await supersede(ctx, input, content.supersedes, given.number)
    tell(ctx, division, documentId)
    return { ...saidOf({ ...given, sha256 }), id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.documentId,
    division: loaded.division,
    note: { number: output.number, sha256: output.sha256, arrival: output.arrival },
  }),
})
const saidOf = ({ number, serial, sha256 }: Pick<IssuedRow, 'number' | 'serial' | 'sha256'>) => ({
  number,
  serial,
  sha256: sha256.toString('hex'),
})

/** The next of its series and year. It is taken in the transaction that issues, so one that fails leaves no gap behind. */
async function giveNumber(ctx: Ctx, series: Series, at: Date) {
  await lockOne(ctx, `command.series/${series.id}`)
  const year = countingYear(series, at)
  const last = (await lastNumbers(ctx.tx, [{ id: series.id, year }])).get(series.id)
  if (isAhead(at, ctx.now) || (last && at < last.issuedAt))
    throw issueOutOfTime({ at: at.toISOString(), last: last?.issuedAt.toISOString() ?? '—' })
  const serial = serialAfter(series, year, last?.serial)
  return { year, serial, previous: last?.serial ?? null, number: numberOf(series.code, year, serial, series.form) }
}

async function supersede(
  ctx: Ctx,
  { documentId, issuedAt }: { documentId: string; issuedAt: string },
  ids: readonly string[],
  number: string,
) {
  if (ids.length === 0) return
  const found = await findIssued(ctx.tx, ids)
  const rows = ids.map((id) => {
    const old = found.get(id)
    if (!old || old.how || !mayDirect(ctx.actor, old)) throw notStanding({ id })
    if (new Date(issuedAt) < old.issuedAt) throw endOutOfTime({ at: issuedAt })
    const sent = { id: idFrom('command.superseded', `${documentId}/${id}`), issuedAt }
    const said = { document_id: id, how: 'superseded', by_document: documentId, why: number, at: new Date(issuedAt) }
    return { ...originOf(ctx, old, sent), ...said }
  })
  const arrivals = await keepFacts(ctx.tx, 'command.document_end', rows)
  const gone = arrivals.findIndex((one) => one !== 'new')
  if (gone >= 0) throw notStanding({ id: ids[gone] ?? '' })
  for (const id of ids) await tellEnd(ctx, id, new Date(issuedAt))
}

export const withdrawDocument = operation({
  name: 'command.document.withdraw',
  summary: { zh: '撤回公文', en: 'Withdraw a document' },
  kind: 'write',
  input: WithdrawDocument,
  output: Kept,
  load: loadDocument,
  allow: (actor, whole: Whole) => mayDirect(actor, whole),
  async run(ctx, input, { division }) {
    const { documentId, byDocument, why } = input
    const at = new Date(input.at)
    await lockOne(ctx, `command.document/${documentId}`)
    if (await isAgain(ctx, 'command.document_end', input)) return { id: input.id, arrival: 'again' as const }
    const { issued } = await getDocument(ctx, documentId)
    if (!issued || issued.how) throw notStanding({ id: documentId })
    if (isAhead(at, ctx.now) || at < issued.issuedAt) throw endOutOfTime({ at: input.at })
    if (byDocument && !(await findIssued(ctx.tx, [byDocument])).has(byDocument))
      throw documentUnknown({ id: byDocument })
    const said = { document_id: documentId, how: 'withdrawn', by_document: byDocument, why, at }
    await keepNew(ctx, 'command.document_end', { ...originOf(ctx, { division }, input), ...said })
    await tellEnd(ctx, documentId, at)
    tell(ctx, division, documentId)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.documentId,
    division: loaded.division,
    note: { arrival: output.arrival },
  }),
})
