import { announce } from '../../kernel/feed.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { requireFreshFactor } from '../access/index.ts'
import { mayDestroy, mayReadLists } from './policy.ts'
import { listUnknown } from './problems.ts'
import { ALONE_MAX, CONSENT_MS } from './rules.ts'
import { DestroyedList, DestroyList, ListLists, ListPage, type ListRow, OneList, WholeList } from './schema.ts'
import { findCertificate, findConsents, keepDestruction, type ListFound, listListRows } from './sql.lists.ts'

export async function findList({ tx }: Ctx, { listId }: { listId: string }): Promise<ListFound> {
  const [found] = await listListRows(tx, { listId })
  if (!found) throw listUnknown({ id: listId })
  return found
}

function rowOf(found: ListFound): ListRow {
  const { id, sender, basis, purpose, receivedAt, expiresOn, whole, destroyedAt } = found
  const { read, created, matched, conflict, rejected, blank } = found
  const { entries, undecided, open, turnedDown, seen, away, unknown, notFound, passed } = found
  return {
    id,
    sender,
    basis,
    purpose,
    expiresOn,
    receivedAt: receivedAt.toISOString(),
    state: destroyedAt ? 'destroyed' : open > 0 ? 'open' : 'answered',
    counts: whole ? { read, created, matched, conflict, rejected, blank } : null,
    progress: { entries, undecided, open, rejected: turnedDown, seen, away, unknown, notFound, passed },
  }
}

export const listLists = operation({
  name: 'agency-lists.list.list',
  summary: { zh: '部门名单及核查进度', en: 'Lists from other offices and how far they have come' },
  kind: 'read',
  input: ListLists,
  output: ListPage,
  allow: (actor) => mayReadLists(actor),
  async run({ tx }, { after, limit }) {
    const rows = await listListRows(tx, { before: positionOf(after), limit })
    return { items: rows.map(rowOf), next: cursorOf(rows, limit, ({ receivedAt, id }) => ({ at: receivedAt, id })) }
  },
  audit: () => null,
})

export const getList = operation({
  name: 'agency-lists.list.get',
  summary: { zh: '一份部门名单与销毁证明', en: 'One list, with its certificate once it is destroyed' },
  kind: 'read',
  input: OneList,
  output: WholeList,
  load: findList,
  allow: (actor) => mayReadLists(actor),
  async run({ tx, actor, now }, { listId }, found) {
    const since = new Date(now.getTime() - CONSENT_MS)
    const { others, mine } = await findConsents(tx, listId, actor.accountId, since)
    return {
      ...rowOf(found),
      consents: {
        needed: found.whole && found.entries > ALONE_MAX,
        others: others?.toISOString() ?? null,
        mine: mine?.toISOString() ?? null,
      },
      format: found.format,
      columns: found.headings.map((heading, at) => ({ heading, field: found.fields[at] ?? 'other' })),
      certificate: found.destroyedAt && found.whole ? await certificateOf(tx, listId) : null,
    }
  },
  audit: () => null,
})

async function certificateOf(tx: Ctx['tx'], listId: string) {
  const found = await findCertificate(tx, listId)
  if (!found) throw new Error('agency-lists: destroyed without a certificate')
  return { ...found, destroyedAt: found.destroyedAt.toISOString() }
}

/** Before its day: a wrong file, or a purpose that is fulfilled. What is left is the certificate. */
export const destroyList = operation({
  name: 'agency-lists.list.destroy',
  summary: { zh: '提前销毁部门名单', en: 'Destroy a list before its day' },
  kind: 'write',
  input: DestroyList,
  output: DestroyedList,
  load: findList,
  allow: (actor) => mayDestroy(actor),
  async run(ctx, { listId, ground }, { division, destroyedAt }) {
    if (destroyedAt === null) await requireFreshFactor(ctx)
    const isNew = await endList(ctx, { id: listId, division }, ground)
    return {
      listId,
      arrival: isNew ? ('new' as const) : ('again' as const),
      certificate: await certificateOf(ctx.tx, listId),
    }
  },
  audit: ({ input, output: { arrival, certificate } }) => ({
    subject: input.listId,
    count: certificate.entries,
    note: { arrival, file: certificate.fileSha256, entries: certificate.entriesSha256 },
  }),
})

export async function endList(
  ctx: Ctx,
  { id, division }: { id: string; division: string },
  ground: string,
): Promise<boolean> {
  const { actor, now, tx } = ctx
  const ordered_by = actor.seatId
  const isNew = await keepDestruction(tx, { county: actor.county, list_id: id, division, ground, ordered_by, at: now })
  if (isNew) announce(ctx, [{ kind: 'agency-list', division, ids: [id] }])
  return isNew
}
