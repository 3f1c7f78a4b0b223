import { type Ctx, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { mayWriteEditions } from './policy.editions.ts'
import {
  draftChanged,
  draftDropped,
  editionBackdated,
  editionCodeTaken,
  editionFixed,
  editionLeavesGap,
  editionOverlaps,
  editionUnknown,
} from './problems.ts'
import { forgetRemembered, seedProfiles } from './profiles.ts'
import { allEditions, isDraft, pick } from './reading.editions.ts'
import { type Misplaced, misplacedIn } from './rules.editions.ts'
import { ChangeDraft, DraftEdition, DraftReceipt, DropDraft, StartEdition, Started } from './schema.editions.ts'
import {
  arrivedBefore,
  asDocument,
  type EditionRow,
  type Fact,
  keepFact,
  lockEditions,
  type Table,
  wasDropped,
} from './sql.editions.ts'
import { keepProfiles } from './sql.ts'

const factOf = ({ actor, now }: Ctx, input: { id: string }): Fact => ({
  county: actor.county,
  id: input.id,
  recorded_by: actor.accountId,
  received_at: now,
  digest: digestOf(input),
})

/** One at a time, and whoever sends the same again hears the same again, whatever has become of it since. */
export async function begin(ctx: Ctx, table: Table, input: { id: string }): Promise<{ fact: Fact; again: boolean }> {
  await lockEditions(ctx.tx)
  const fact = factOf(ctx, input)
  const before = await arrivedBefore(ctx.tx, table, fact.id, fact.digest)
  if (before === 'taken') throw idTaken({ id: fact.id })
  return { fact, again: before === 'again' }
}

async function draftNamed(
  ctx: Ctx,
  code: string,
  seen: number | null,
): Promise<EditionRow & { draftId: string; version: number }> {
  const found = (await allEditions(ctx.tx)).find((edition) => edition.code === code)
  if (!found) throw (await wasDropped(ctx.tx, code)) ? draftDropped({ code }) : editionUnknown({ code })
  const { draftId, version } = found
  if (!isDraft(found) || draftId === null || version === null) throw editionFixed({ code })
  if (seen !== null && seen !== version) throw draftChanged({ code, version })
  return { ...found, draftId, version }
}

/** The days of the edition it is made from, and whether they are certain, are not its own. */
function copied({ uncertain = [], ...body }: EditionRow['body']): EditionRow['body'] {
  const left = uncertain.filter((path) => path !== 'validFrom' && path !== 'validTo')
  return left.length > 0 ? { ...body, uncertain: left } : body
}

export const draftEdition = operation({
  name: 'cases.edition.draft',
  summary: { zh: '由一个版本起草新版本', en: 'Draft a new edition from an existing one' },
  kind: 'write',
  input: DraftEdition,
  output: DraftReceipt,
  allow: (actor) => mayWriteEditions(actor),
  async run(ctx, input) {
    const { id, code, basedOn, zh, en } = input
    const { fact, again } = await begin(ctx, 'cases.edition_draft', input)
    if (again) return { id, code, version: 1, arrival: 'again' as const }
    await seedProfiles(ctx)
    const editions = await allEditions(ctx.tx)
    const base = pick(editions, basedOn)
    if (isDraft(base)) throw editionUnknown({ code: basedOn })
    if (editions.some((edition) => edition.code === code) || (await wasDropped(ctx.tx, code)))
      throw editionCodeTaken({ code })
    const disease = input.disease ?? base.disease
    await keepFact(ctx.tx, 'cases.edition_draft', { ...fact, code, disease, based_on: basedOn })
    const text = { draft_id: id, version: 1, zh, en, body: asDocument(ctx.tx, copied(base.body)) }
    await keepFact(ctx.tx, 'cases.edition_text', { ...fact, ...text })
    return { id, code, version: 1, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    note: { code: input.code, basedOn: input.basedOn, arrival: output.arrival },
  }),
})

export const changeDraft = operation({
  name: 'cases.edition.change',
  summary: { zh: '修改草稿', en: 'Change a draft' },
  kind: 'write',
  input: ChangeDraft,
  output: DraftReceipt,
  allow: (actor) => mayWriteEditions(actor),
  async run(ctx, input) {
    const { id, code, seen, zh, en, body } = input
    const { fact, again } = await begin(ctx, 'cases.edition_text', input)
    const version = seen + 1
    if (again) return { id, code, version, arrival: 'again' as const }
    const { draftId } = await draftNamed(ctx, code, seen)
    const text = { draft_id: draftId, version, zh, en, body: asDocument(ctx.tx, body as EditionRow['body']) }
    await keepFact(ctx.tx, 'cases.edition_text', { ...fact, ...text })
    return { id, code, version, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    note: { code: input.code, version: output.version, arrival: output.arrival },
  }),
})

export const dropDraft = operation({
  name: 'cases.edition.drop',
  summary: { zh: '放弃草稿', en: 'Drop a draft' },
  kind: 'write',
  input: DropDraft,
  output: DraftReceipt,
  allow: (actor) => mayWriteEditions(actor),
  async run(ctx, input) {
    const { id, code } = input
    const { fact, again } = await begin(ctx, 'cases.edition_drop', input)
    if (again) return { id, code, version: 0, arrival: 'again' as const }
    const { draftId, version } = await draftNamed(ctx, code, null)
    await keepFact(ctx.tx, 'cases.edition_drop', { ...fact, draft_id: draftId })
    return { id, code, version, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({ subject: input.id, note: { code: input.code, arrival: output.arrival } }),
})

export const startEdition = operation({
  name: 'cases.edition.start',
  summary: { zh: '自某日起实行一个版本', en: 'Put an edition in force from a day' },
  kind: 'write',
  input: StartEdition,
  output: Started,
  allow: (actor) => mayWriteEditions(actor),
  async run(ctx, input) {
    const { id, code, from, seen, documentNo, authority, decider } = input
    const { fact, again } = await begin(ctx, 'cases.edition_start', input)
    const editions = await allEditions(ctx.tx)
    if (again)
      return { id, code, from, ends: beforeThat(editions, pick(editions, code), from), arrival: 'again' as const }
    const draft = await draftNamed(ctx, code, seen)
    const fixed = editions.filter((edition) => !isDraft(edition))
    const today = dayInChina(ctx.now)
    const misplaced = misplacedIn(fixed, { disease: draft.disease, from, today })
    if (misplaced) throw refuseDay(misplaced, from)
    const { draftId: draft_id, version } = draft
    await keepProfiles(ctx.tx, ctx.actor.county, ctx.now, [{ ...draft, validFrom: from, validTo: null }])
    const decided = { document_no: documentNo, authority, decider }
    await keepFact(ctx.tx, 'cases.edition_start', { ...fact, draft_id, code, version, ...decided })
    forgetRemembered(ctx.actor.county)
    return { id, code, from, ends: beforeThat(fixed, draft, from), arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    note: { code: input.code, from: input.from, version: input.seen, ends: output.ends, document: input.documentNo },
  }),
})

/** Which edition of the disease was the last to begin before this day. */
function beforeThat(editions: readonly EditionRow[], { code, disease }: EditionRow, from: string): string | null {
  const former = editions.filter(
    (one) => one.disease === disease && one.code !== code && !isDraft(one) && (one.validFrom ?? '') < from,
  )
  return former.sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1)).at(-1)?.code ?? null
}

function refuseDay(misplaced: Misplaced, from: string) {
  if (misplaced.is === 'backdated') return editionBackdated({ from, today: misplaced.today })
  if (misplaced.is === 'overlap') return editionOverlaps({ from, other: misplaced.code, begins: misplaced.begins })
  return editionLeavesGap({ other: misplaced.code, first: misplaced.from, last: misplaced.to })
}
