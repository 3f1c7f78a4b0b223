import { announce } from '../../kernel/feed.ts'
import type { Actor, Ctx } from '../../kernel/operation.ts'
import { documentUnknown, seriesUnknown } from './problems.documents.ts'
import { checkDraft, numbersIn } from './rules.checking.ts'
import { type State, stateOf } from './rules.documents.ts'
import type { Content, Remark } from './schema.documents.ts'
import {
  type Draft,
  findDraft,
  findIssued,
  findNumbers,
  findSeries,
  type IssuedRow,
  listCodes,
  listFiles,
  type Series,
} from './sql.documents.ts'

export const tell = (ctx: Ctx, division: string, documentId: string): void =>
  announce(ctx, [{ kind: 'document', division, ids: [documentId] }])

export async function getSeries({ tx }: Ctx, id: string): Promise<Series> {
  const found = await findSeries(tx, id)
  if (!found) throw seriesUnknown({ id })
  return found
}

export interface Whole {
  draft: Draft | null
  issued: IssuedRow | null
  division: string
  state: State
}
/** A document as far as the reader may know it: the draft is its own office's, what was issued is the county's. */
export async function getDocument({ tx }: Ctx, id: string): Promise<Whole> {
  const [draft, found] = await Promise.all([findDraft(tx, id), findIssued(tx, [id])])
  const issued = found.get(id) ?? null
  const division = issued?.division ?? draft?.division
  if (division === undefined) throw documentUnknown({ id })
  const state = stateOf({
    ended: issued?.how ?? null,
    isIssued: issued !== null,
    step: draft?.step ?? null,
    stepVersion: draft?.stepVersion ?? null,
    version: draft?.version ?? 1,
  })
  return { draft, issued, division, state }
}
export const loadDocument = (ctx: Ctx, { documentId }: { documentId: string }) => getDocument(ctx, documentId)

const stateOfIssued = ({ how }: Pick<IssuedRow, 'how'>): State => how ?? 'issued'
const pointsOf = ({ content }: IssuedRow): number => content.body.filter(({ level }) => level === 1).length

/** What is wrong with these words, by the series they are written for and by what the county has issued. */
export async function remarksOn(
  ctx: Ctx,
  series: Series,
  documentId: string | null,
  content: Content,
): Promise<Remark[]> {
  const { tx } = ctx
  const codes = await listCodes(tx)
  const [cited, superseded, files] = await Promise.all([
    findNumbers(tx, numbersIn(content, codes)),
    findIssued(tx, content.supersedes),
    documentId ? listFiles(tx, documentId) : [],
  ])
  return checkDraft(content, {
    kind: series.kind,
    form: series.form,
    codes,
    documents: new Map(cited.map((one) => [one.number, { state: stateOfIssued(one), points: pointsOf(one) }])),
    files: new Set(files.filter(({ voidedAt }) => voidedAt === null).map(({ id }) => id)),
    supersedes: new Map([...superseded].map(([id, one]) => [id, { state: stateOfIssued(one) }])),
  })
}

export const isMine = (actor: Actor, by: string | null): boolean => by !== null && by === actor.accountId
