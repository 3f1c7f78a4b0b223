import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { listUnits } from '../places/index.ts'
import { findPosts } from '../responsibility/index.ts'
import { documentUnknown } from './problems.documents.ts'
import { postUnknown } from './problems.organisation.ts'
import { measureUnknown, targetsNone, targetUnknown, taskUnknown } from './problems.tasks.ts'
import type { TaskKind } from './rules.tasks.ts'
import type { Targets } from './schema.tasks.ts'
import { findIssued, type IssuedRow } from './sql.documents.ts'
import { findMeasures, type Measure } from './sql.measures.ts'
import { findTasks, keepTasks, listReaders, type NewTask, type StoredTask } from './sql.tasks.ts'

export const TASK = 'task'
/** One announcement for each place, so that each hears of its own. */
export const tellTasks = (ctx: Ctx, tasks: ReadonlyArray<{ id: string; division: string }>): void =>
  announce(
    ctx,
    [...Map.groupBy(tasks, ({ division }) => division)].map(([division, own]) => ({
      kind: TASK,
      division,
      ids: own.map(({ id }) => id),
    })),
  )

export async function getIssued({ tx }: Ctx, documentId: string): Promise<IssuedRow> {
  const found = (await findIssued(tx, [documentId])).get(documentId)
  if (!found) throw documentUnknown({ id: documentId })
  return found
}
export async function getMeasure({ tx }: Ctx, id: string, documentId: string): Promise<Measure> {
  const found = (await findMeasures(tx, [id])).get(id)
  if (found?.documentId !== documentId) throw measureUnknown({ id })
  return found
}
export async function getTask({ tx }: Ctx, id: string): Promise<StoredTask> {
  const found = (await findTasks(tx, [id])).get(id)
  if (!found) throw taskUnknown({ id })
  return found
}

type Addressee = Omit<NewTask, 'id'>
const LEVELS_OF = {
  townships: ['township'],
  villages: ['village'],
  communities: ['community'],
  everywhere: ['township', 'village', 'community'],
} as const

/** Whom the words "all villages" mean within the giver's own area; a place that is named has to lie there. */
export async function addressees(ctx: Ctx, targets: Targets): Promise<Addressee[]> {
  const { division: area } = ctx.actor
  if (targets.to === 'posts') {
    const posts = await findPosts(ctx.tx, targets.postIds)
    return targets.postIds.map((postId) => {
      const post = posts.get(postId)
      if (!post) throw postUnknown({ id: postId })
      if (!post.division.startsWith(area)) throw targetUnknown({ division: post.division })
      return { division: post.division, postId, role: null }
    })
  }
  const units = (await listUnits(ctx.tx)).filter(({ code }) => code.startsWith(area))
  if (targets.to === 'places' || targets.to === 'role') {
    const known = new Set(units.map(({ code }) => code))
    const missing = targets.divisions.find((one) => !known.has(one))
    if (missing) throw targetUnknown({ division: missing })
    const role = targets.to === 'role' ? targets.role : null
    return [...new Set(targets.divisions)].map((division) => ({ division, postId: null, role }))
  }
  const levels: readonly string[] = LEVELS_OF[targets.to]
  const meant = units.filter(({ level }) => levels.includes(level))
  if (meant.length === 0) throw targetsNone()
  return meant.map(({ code }) => ({ division: code, postId: null, role: null }))
}

interface Giving {
  id: string
  documentId: string
  measureId: string | null
  kind: TaskKind
  at: Date
  receiptBy: Date
  dueAt: Date
}
/** The same for the same place, so that giving it once more finds what is there. */
const taskId = ({ documentId, measureId, kind }: Giving, { division, postId, role }: Addressee): string =>
  idFrom('command.task', documentId, measureId ?? kind, division, postId ?? role ?? '')

export async function handOut(ctx: Ctx, giving: Giving, to: readonly Addressee[]): Promise<number> {
  const { tx, actor, now } = ctx
  const { id: _, ...said } = giving
  const handing = {
    ...said,
    county: actor.county,
    follows: null,
    recordedBy: actor.accountId,
    receivedAt: now,
    digest: digestOf(giving),
  }
  const tasks = to.map((one) => ({ ...one, id: taskId(giving, one) }))
  const kept = tasks.length === 0 ? [] : await keepTasks(tx, handing, tasks)
  tellTasks(ctx, kept)
  return kept.length
}

const HOUR_MS = 3_600_000
const HEARD_WITHIN = { receipt: 4 * HOUR_MS, read: 24 * HOUR_MS }
/** Whoever was given a document is told that it does not stand any more, in the transaction that ends it. */
export async function tellEnd(ctx: Ctx, documentId: string, at: Date): Promise<void> {
  const readers = await listReaders(ctx.tx, documentId)
  const clocks = {
    receiptBy: new Date(at.getTime() + HEARD_WITHIN.receipt),
    dueAt: new Date(at.getTime() + HEARD_WITHIN.read),
  }
  await handOut(ctx, { id: documentId, documentId, measureId: null, kind: 'end', at, ...clocks }, readers)
}
