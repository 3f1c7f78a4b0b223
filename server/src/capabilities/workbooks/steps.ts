import { setScope } from '../../kernel/db.ts'
import { enqueue } from '../../kernel/feed.ts'
import { type Actor, type Ctx, type Purpose, type Role, scopeOf } from '../../kernel/operation.ts'
import { open, seal } from '../../kernel/seal.ts'
import { judgePart } from './judging.ts'
import type { Judged, Part } from './rules.units.ts'
import {
  carryRefused,
  type FoundWorkbook,
  findPart,
  findWorkbook,
  keepFindings,
  keepLoaded,
  keepResult,
  keepTallies,
  lockWorkbook,
  type Pass,
} from './sql.ts'
import { rehearse } from './within.ts'

export const STEP_JOB = 'workbooks.step'

const placeOf = (county: number, workbookId: string, nth: number): string =>
  `workbooks.part/${county}/${workbookId}/${nth}`
export const sealPart = (county: number, workbookId: string, nth: number, part: Part): Buffer =>
  seal(JSON.stringify(part), placeOf(county, workbookId, nth))

/** Each step queues the next one in its own transaction, so a pass goes on where it stopped, whoever was stopped. */
export const queueStep = (ctx: Ctx, workbookId: string, pass: Pass): Promise<unknown> =>
  enqueue(ctx, STEP_JOB, { workbookId, pass })

export async function runStep(ctx: Ctx, workbookId: string, pass: Pass): Promise<void> {
  const { tx, actor: system } = ctx
  await lockWorkbook(tx, system.county, workbookId)
  const book = await findWorkbook(tx, workbookId)
  if (!book || book.destroyedAt || isOver(book, pass)) return
  const of = { county: system.county, workbook_id: workbookId, division: book.division, pass, at: ctx.now }
  const nth = (pass === 'preview' ? book.previewed : book.applied) + 1
  if (nth === 1 && pass === 'apply') await carryRefused(tx, system.county, workbookId, ctx.now)
  if (nth <= book.parts) {
    const who = pass === 'apply' && book.order ? book.order : book
    const judged = await inNameOf(ctx, { ...who, purpose: null }, (own) => judgeStep(own, book, pass, nth))
    await keepTallies(tx, { ...of, nth }, judged.counts)
    await keepFindings(tx, { ...of, nth }, judged.findings)
    if (pass === 'apply' && judged.loaded.length > 0) await keepLoaded(tx, of, judged.loaded)
  }
  if (nth >= book.parts) await keepResult(tx, of)
  else await queueStep(ctx, workbookId, pass)
}

const isOver = (book: FoundWorkbook, pass: Pass): boolean => (pass === 'preview' ? book.hasPreview : book.isApplied)

async function judgeStep(ctx: Ctx, book: FoundWorkbook, pass: Pass, nth: number): Promise<Judged> {
  const part = await readPart(ctx, book.id, nth)
  const recordedAt = book.receivedAt.toISOString()
  if (pass === 'apply') return judgePart(ctx, part, recordedAt)
  return rehearse(ctx, async (own) => {
    // Villages that come with the file have to be there before somebody can live in them.
    for (let first = 1; part.kind !== 'divisions' && first < nth; first += 1) {
      const places = await readPart(own, book.id, first)
      if (places.kind !== 'divisions') break
      await judgePart(own, places, recordedAt)
    }
    return judgePart(own, part, recordedAt)
  })
}

async function readPart({ tx, actor }: Ctx, workbookId: string, nth: number): Promise<Part> {
  const found = await findPart(tx, workbookId, nth)
  if (!found) throw new Error('workbooks: a part is missing')
  return JSON.parse(open(found.content, placeOf(actor.county, workbookId, nth))) as Part
}

interface Person {
  division: string
  role: string
  accountId: string | null
  seatId: string | null
  purpose: Purpose | null
}
/** A job acts in the name of whoever ordered it, for their purpose, and with no more rights than theirs. */
export async function inNameOf<T>(ctx: Ctx, who: Person, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { division, accountId, seatId, purpose } = who
  const actor: Actor = { ...ctx.actor, kind: 'person', division, role: who.role as Role, accountId, seatId }
  await setScope(ctx.tx, scopeOf(actor, purpose))
  const done = await work({ ...ctx, actor, purpose })
  await setScope(ctx.tx, scopeOf(ctx.actor, null))
  return done
}
