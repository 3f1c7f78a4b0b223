import { type Ctx, operation, purposeOf } from '../../kernel/operation.ts'
import { maskedMany } from './looking.ts'
import { commonArea, type Judged, mergePersons, sayDifferent, undoMerge } from './merging.ts'
import { mayCompare, mayFind, mayJudge, maySearch } from './policy.ts'
import { mergeUnknown, personUnknown } from './problems.ts'
import { Recorded } from './schema.households.ts'
import {
  ComparePersons,
  ListLikeness,
  MergePersons,
  Pair,
  Pairs,
  PersonCard,
  PersonId,
  SayDifferent,
  SearchedPersons,
  SearchPersons,
  UndoMerge,
} from './schema.search.ts'
import { comparePairs, searchPersons } from './searching.ts'
import { findMerge, type LikenessRow, listKeepers, listMerges, listUndecided } from './sql.merges.ts'
import { listHomesOf } from './sql.rosters.ts'
import { listGroup } from './sql.search.ts'
import { findStanding } from './sql.ts'

export const searchForPersons = operation({
  name: 'people.search',
  summary: {
    zh: '按姓名、拼音、首字母、号码后几位查找(脱敏)',
    en: 'Search persons by name, pinyin, initials or the tail of a number, masked',
  },
  kind: 'read',
  personal: true,
  input: SearchPersons,
  output: SearchedPersons,
  load: purposeOf,
  allow: (actor, { purpose }) => maySearch(actor, purpose),
  run: searchPersons,
  audit: ({ input, output }) => {
    const [only] = output.items
    return {
      count: output.items.length,
      ...(only && output.items.length === 1 ? { subject: only.person.id } : {}),
      note: { by: output.by.join(' '), page: input.after ? 'later' : 'first', more: output.next !== null },
    }
  },
})

export const readPersonCard = operation({
  name: 'people.card.read',
  summary: { zh: '一个人的住户、合并和相似记录', en: 'Where a person lives and lived, merges, and who looks alike' },
  kind: 'read',
  personal: true,
  input: PersonId,
  output: PersonCard,
  load: purposeOf,
  allow: (actor, { purpose }) => mayFind(actor, purpose) && maySearch(actor, purpose),
  async run(ctx, { personId }) {
    const { nowId, ids } = await listGroup(ctx.tx, personId)
    const [persons, memberships, merges, alike] = await Promise.all([
      maskedMany(ctx, [nowId]),
      listHomesOf(ctx.tx, ids),
      listMerges(ctx.tx, ids),
      listUndecided(ctx.tx, { of: ids, limit: 20 }),
    ])
    const person = persons.get(nowId)
    if (!person?.visible) throw personUnknown({ id: personId })
    const others = alike.flatMap(({ oneId, otherId }) => [oneId, otherId]).filter((id) => !ids.includes(id))
    return {
      person,
      ids,
      memberships,
      merges: merges.map(({ id, keptId, mergedId, ground, at, undoneAt }) => ({
        id,
        keptId,
        mergedId,
        ground,
        at: at.toISOString(),
        undoneAt: undoneAt?.toISOString() ?? null,
      })),
      alike: [...new Set(others)],
    }
  },
  audit: ({ input }) => ({ subject: input.personId }),
})

export const listLikeness = operation({
  name: 'people.likeness.list',
  summary: { zh: '疑似重复登记', en: 'Pairs that may be one person' },
  kind: 'read',
  personal: true,
  input: ListLikeness,
  output: Pairs,
  load: purposeOf,
  allow: (actor, { purpose }) => mayCompare(actor, purpose),
  async run(ctx, { after, limit }) {
    const rows = await listUndecided(ctx.tx, { after: after ? cursorFrom(after) : null, limit: limit + 1 })
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const next = last && rows.length > limit ? `${last.notedAt.toISOString()}/${last.oneId}/${last.otherId}` : null
    return { items: await comparePairs(ctx, page), next }
  },
  audit: ({ output }) => ({ count: output.items.length * 2 }),
})

function cursorFrom(text: string): LikenessRow | null {
  const [at = '', oneId = '', otherId = ''] = text.split('/')
  const form = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
  if (Number.isNaN(Date.parse(at)) || !form.test(oneId) || !form.test(otherId)) return null
  return { notedAt: new Date(at), oneId, otherId }
}

export const comparePersons = operation({
  name: 'people.pair.compare',
  summary: { zh: '并排比较两条记录(脱敏)', en: 'Two records side by side, masked' },
  kind: 'read',
  personal: true,
  input: ComparePersons,
  output: Pair,
  load: purposeOf,
  allow: (actor, { purpose }) => mayCompare(actor, purpose),
  async run(ctx, { oneId, otherId }) {
    const [pair] = await comparePairs(ctx, [{ oneId, otherId, notedAt: null }])
    if (!pair?.one.person.visible) throw personUnknown({ id: oneId })
    if (!pair.other.person.visible) throw personUnknown({ id: otherId })
    return pair
  },
  audit: ({ input }) => ({ subject: input.oneId, count: 2, note: { other: input.otherId } }),
})

/** Both as they stand now, each kept within the reader's area; who is kept elsewhere is for an office above. */
async function loadPair({ tx }: Ctx, keptId: string, mergedId: string): Promise<Judged> {
  const standing = await findStanding(tx, [keptId, mergedId])
  const [kept, merged] = [keptId, mergedId].map((id) => {
    const now = standing.get(id)
    if (!now) throw personUnknown({ id })
    return now
  }) as [string, string]
  const keepers = await listKeepers(tx, [kept, merged])
  return { keptId: kept, mergedId: merged, divisions: [keepers.get(kept) ?? '', keepers.get(merged) ?? ''] }
}

export const mergeTwo = operation({
  name: 'people.merge.make',
  summary: { zh: '合并两条人员记录', en: 'Merge two records of one person' },
  kind: 'write',
  input: MergePersons,
  output: Recorded,
  async load(ctx, { id, keptId, mergedId }) {
    const made = await findMerge(ctx.tx, id)
    // Sent again after its receipt was lost, a merge finds both records one: by itself.
    if (made) return { keptId, mergedId, divisions: [made.division] }
    return loadPair(ctx, keptId, mergedId)
  },
  allow: (actor, { divisions }: Judged) => mayJudge(actor, divisions),
  run: mergePersons,
  audit: ({ input, output, loaded }) => ({
    subject: input.keptId,
    division: commonArea(loaded.divisions),
    note: { merged: input.mergedId, arrival: output.arrival },
  }),
})

export const undoOneMerge = operation({
  name: 'people.merge.undo',
  summary: { zh: '撤销合并', en: 'Take a merge back' },
  kind: 'write',
  input: UndoMerge,
  output: Recorded,
  async load({ tx }, { mergeId }) {
    const merge = await findMerge(tx, mergeId)
    if (!merge) throw mergeUnknown({ id: mergeId })
    return merge
  },
  allow: (actor, merge) => mayJudge(actor, [merge.division]),
  run: undoMerge,
  audit: ({ input, output, loaded }) => ({
    subject: loaded.keptId,
    division: loaded.division,
    note: { merge: input.mergeId, merged: loaded.mergedId, arrival: output.arrival },
  }),
})

export const sayTwoDifferent = operation({
  name: 'people.different.say',
  summary: { zh: '确认是两个人', en: 'Say that two records are two people' },
  kind: 'write',
  input: SayDifferent,
  output: Recorded,
  load: (ctx, { oneId, otherId }) => loadPair(ctx, oneId, otherId),
  allow: (actor, { divisions }: Judged) => mayJudge(actor, divisions),
  run: (ctx, sent, { divisions }) => sayDifferent(ctx, sent, divisions),
  audit: ({ input, output, loaded }) => ({
    subject: input.oneId,
    division: commonArea(loaded.divisions),
    note: { other: input.otherId, arrival: output.arrival },
  }),
})
