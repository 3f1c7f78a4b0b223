import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { findDivisions } from '../places/index.ts'
import { getPiece, inChinese, isMine, lacksRights, loadPiece, tell, type Whole } from './pieces.ts'
import { mayReadDraft, mayReadPublished, maySeeDrafts, mayTake, mayWrite } from './policy.ts'
import {
  divisionUnknown,
  documentUnknown,
  pieceUnknown,
  stepOutOfOrder,
  topicNotAnswered,
  versionStale,
} from './problems.ts'
import { mayFollow, NEEDS_ANOTHER, nextOf, readingSeconds, stateOf } from './rules.pieces.ts'
import { AskPiece, DraftPiece, ListPieces, PieceDetails, PiecePage, RevisePiece, Version } from './schema.ts'
import { listPieceRows, listSteps, listWriters } from './sql.pieces.ts'
import { isIssued } from './sql.ts'
import { plainText } from './text.ts'

export const draftPiece = operation({
  name: 'publicity.piece.draft',
  summary: { zh: '起草宣传稿', en: 'Draft a piece' },
  kind: 'write',
  input: DraftPiece,
  output: Version,
  async load({ tx }, { division }) {
    if (!(await findDivisions(tx, [division])).has(division)) throw divisionUnknown({ division })
  },
  allow: (actor, _loaded, input) => mayWrite(actor, input),
  async run(ctx, input) {
    const { id, versionId, kind, documentId, topicId, content, division } = input
    await lockOne(ctx, `publicity.piece/${id}`)
    const done = { id: versionId, nth: 1 }
    if (await isAgain(ctx, 'publicity.piece', input)) return { ...done, arrival: 'again' as const }
    if (topicId && kind !== 'answer') throw topicNotAnswered()
    if (documentId && !(await isIssued(ctx.tx, documentId))) throw documentUnknown({ id: documentId })
    const half = lacksRights(kind, content)
    if (half) throw half
    const origin = originOf(ctx, input, input)
    await keepNew(ctx, 'publicity.piece', { ...origin, kind, document_id: documentId, topic_id: topicId })
    const version = { ...origin, id: versionId, piece_id: id, nth: 1, title: inChinese(content).title }
    await keepNew(ctx, 'publicity.piece_version', { ...version, content: ctx.tx.json(content) })
    tell(ctx, 'piece', division, id)
    return { ...done, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.division,
    note: { kind: input.kind, arrival: output.arrival },
  }),
})

/** Also of what is out already: the new version is the draft of a correction. */
export const revisePiece = operation({
  name: 'publicity.piece.revise',
  summary: { zh: '修改宣传稿', en: 'Revise a piece' },
  kind: 'write',
  input: RevisePiece,
  output: Version,
  load: loadPiece,
  allow: (actor, whole: Whole) => mayWrite(actor, whole),
  async run(ctx, input, { division, kind }) {
    const { pieceId, content } = input
    await lockOne(ctx, `publicity.piece/${pieceId}`)
    const { draft, state, editions } = await getPiece(ctx, pieceId)
    if (!draft) throw pieceUnknown({ id: pieceId })
    if (await isAgain(ctx, 'publicity.piece_version', input))
      return { id: input.id, nth: draft.version, arrival: 'again' as const }
    if (!mayFollow(state, 'revised', editions.length)) throw stepOutOfOrder({ state, act: 'revised' })
    if (draft.versionId !== input.onVersion) throw versionStale({ version: draft.version })
    const half = lacksRights(kind, content)
    if (half) throw half
    const nth = draft.version + 1
    const version = { ...originOf(ctx, { division }, input), piece_id: pieceId, nth, title: inChinese(content).title }
    await keepNew(ctx, 'publicity.piece_version', { ...version, content: ctx.tx.json(content) })
    tell(ctx, 'piece', division, pieceId)
    return { id: input.id, nth, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.pieceId,
    division: loaded.division,
    note: { version: output.nth, arrival: output.arrival },
  }),
})

export const listPieces = operation({
  name: 'publicity.piece.list',
  summary: { zh: '宣传稿', en: 'Pieces' },
  kind: 'read',
  input: ListPieces,
  output: PiecePage,
  allow: (actor) => mayReadPublished(actor),
  async run({ tx, actor }, { kind, state, documentId, topicId, after, limit }) {
    const asked = { kind: kind ?? null, state, documentId: documentId ?? null, topicId: topicId ?? null }
    const rows = await listPieceRows(tx, { ...asked, drafts: maySeeDrafts(actor), after: positionOf(after), limit })
    const items = rows.map(({ editions, lastOut, withdrawn, version, step, stepVersion, at: _, ...said }) => ({
      ...said,
      state: stateOf({ editions, lastOut, withdrawn, version, step, stepVersion }),
      publishedAt: said.publishedAt?.toISOString() ?? null,
      receivedAt: said.receivedAt.toISOString(),
    }))
    return { items, next: cursorOf(rows, limit, ({ at, id }) => ({ at, id })) }
  },
  audit: () => null,
})

export const readPiece = operation({
  name: 'publicity.piece.read',
  summary: { zh: '查看宣传稿', en: 'Read a piece' },
  kind: 'read',
  input: AskPiece,
  output: PieceDetails,
  load: loadPiece,
  allow: (actor, { editions, division }: Whole) =>
    editions.length > 0 ? mayReadPublished(actor) : mayReadDraft(actor, { division }),
  async run({ tx, actor }, { pieceId }, { draft, editions, division, kind, state }) {
    const [last] = editions
    const sees = draft !== null && mayReadDraft(actor, { division })
    const content = (sees ? draft : last)?.content ?? last?.content
    if (!content) throw pieceUnknown({ id: pieceId })
    const [steps, writers] = sees
      ? await Promise.all([listSteps(tx, pieceId), listWriters(tx, pieceId)])
      : [[], [] as string[]]
    const wrote = writers.some((one) => isMine(actor, one))
    const next = nextOf(state, editions.length).filter(
      (act) => mayTake(actor, act, { division }) && !(wrote && NEEDS_ANOTHER.has(act)),
    )
    const text = plainText(inChinese(content))
    return {
      ...{ id: pieceId, division, kind, state, content },
      title: inChinese(content).title,
      languages: content.texts.map(({ lang }) => lang),
      documentId: (last ?? draft)?.documentId ?? null,
      topicId: (last ?? draft)?.topicId ?? null,
      publishedAt: last?.at.toISOString() ?? null,
      receivedAt: (draft ?? last)?.receivedAt.toISOString() ?? '',
      versionId: sees ? draft.versionId : null,
      version: sees ? draft.version : null,
      withdrawn:
        last?.withdrawnAt && last.withdrawnWhy ? { at: last.withdrawnAt.toISOString(), why: last.withdrawnWhy } : null,
      editions: editions.map(({ id, nth, title, at, why, sha256 }) => ({
        ...{ id, nth, title, why },
        at: at.toISOString(),
        sha256: sha256.toString('hex'),
      })),
      steps: steps.map(({ by, at, ...step }) => ({ ...step, at: at.toISOString(), mine: isMine(actor, by) })),
      next: sees || editions.length > 0 ? next : [],
      seconds: {
        radio: readingSeconds(text, 'radio'),
        television: readingSeconds(text, 'television'),
        loudspeakers: readingSeconds(text, 'loudspeakers'),
      },
    }
  },
  audit: () => null,
})
