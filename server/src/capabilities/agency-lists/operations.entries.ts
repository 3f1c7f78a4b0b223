import { z } from 'zod'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { maskedMany } from '../people/index.ts'
import type { SealedField } from '../people/rules.ts'
import { openNote } from './matching.ts'
import { mayReadEntries, mayVerify, seesNumbers } from './policy.ts'
import { entryUnknown } from './problems.ts'
import type { Field } from './rules.ts'
import { EntryCells, EntryPage, ListEntries, OneEntry, WholeEntry } from './schema.ts'
import { cellsFor, entryRow, knownOf } from './showing.ts'
import { listPassings, type PassingFound } from './sql.answers.ts'
import { findEntries, listCandidates, listEntryRows } from './sql.ts'

async function findEntry({ tx, purpose }: Ctx, { entryId }: { entryId: string }) {
  const entry = (await findEntries(tx, [entryId])).get(entryId)
  if (!entry) throw entryUnknown({ id: entryId })
  return { ...entry, asked: purpose }
}

const Cursor = z.tuple([z.guid(), z.string().regex(/^\d{1,7}$/), z.guid()])

export const listEntries = operation({
  name: 'agency-lists.entry.list',
  summary: { zh: '名单条目(本辖区)', en: 'Entries of lists in one’s area' },
  kind: 'read',
  personal: true,
  input: ListEntries,
  output: EntryPage,
  load: async ({ purpose }) => ({ purpose }),
  allow: (actor, { purpose }) => mayReadEntries(actor, purpose),
  async run(ctx, { listId, state, outcome, division, after, limit }) {
    const [afterList, afterNth, afterId] = Cursor.safeParse(after?.split('.')).data ?? []
    const rows = await listEntryRows(ctx.tx, {
      listId: listId ?? null,
      state,
      outcome: outcome ?? null,
      division: division ?? ctx.actor.division,
      after: afterList && afterId ? { listId: afterList, nth: Number(afterNth), id: afterId } : null,
      limit: limit + 1,
    })
    const page = rows.slice(0, limit)
    const known = await maskedMany(
      ctx,
      page.flatMap(({ personId }) => personId ?? []),
    )
    const last = page.at(-1)
    return {
      items: page.map((entry) => entryRow(ctx.actor, entry, entry.personId ? known.get(entry.personId) : undefined)),
      next: last && rows.length > limit ? `${last.listId}.${last.nth}.${last.id}` : null,
    }
  },
  audit: ({ input, output }) => ({
    count: output.items.length,
    ...(input.listId ? { subject: input.listId } : {}),
    note: { state: input.state },
  }),
})

export const getEntry = operation({
  name: 'agency-lists.entry.get',
  summary: { zh: '一条名单记录与可能的人员(脱敏)', en: 'One entry beside those who may be meant, masked' },
  kind: 'read',
  personal: true,
  input: OneEntry,
  output: WholeEntry,
  load: findEntry,
  allow: (actor, { division, asked }) => mayVerify(actor, division) && mayReadEntries(actor, asked),
  async run(ctx, { entryId }, entry) {
    const named = await listCandidates(ctx.tx, entryId)
    const ids = [...named.map(({ personId }) => personId), ...(entry.personId ? [entry.personId] : [])]
    const masked = await maskedMany(ctx, ids)
    const candidates = named.flatMap(({ personId, reasons }) => {
      const person = masked.get(personId)
      return person ? [{ ...knownOf(person), reasons }] : []
    })
    const { note, answerId, basis, origin } = entry
    const passings = await listPassings(ctx.tx, origin)
    return {
      ...entryRow(ctx.actor, entry, entry.personId ? masked.get(entry.personId) : undefined),
      answerId,
      basis,
      candidates,
      note: note && answerId ? openNote(ctx.actor.county, answerId, note) : null,
      passings: passings.map((one) => passingOf(ctx.actor.county, one)),
    }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.personId ?? input.entryId,
    division: loaded.division,
    count: output.candidates.length + (output.known ? 1 : 0),
    note: { entry: input.entryId },
  }),
})

function passingOf(county: number, passing: PassingFound) {
  const { id, from, to, at, note, answer, answeredAt, answerId, answerNote } = passing
  return {
    from,
    to,
    at: at.toISOString(),
    note: openNote(county, id, note),
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
    answerNote: answerNote && answerId ? openNote(county, answerId, answerNote) : null,
  }
}

/** Nobody can be found by a masked name. */
export const showEntry = operation({
  name: 'agency-lists.entry.show',
  summary: { zh: '查看名单原文(说明用途,留痕)', en: 'Show the row of an entry as it was sent; recorded' },
  kind: 'read',
  personal: true,
  input: OneEntry,
  output: EntryCells,
  load: findEntry,
  allow: (actor, { division, asked }) => mayVerify(actor, division) && mayReadEntries(actor, asked),
  async run(ctx, { entryId }, entry) {
    const cells = cellsFor(ctx.actor, entry)
    const isShown = (field: Field): field is Extract<Field, SealedField> =>
      field === 'name' || field === 'phone' || field === 'address' || (field === 'document' && seesNumbers(ctx.actor))
    const shown = cells.flatMap(({ field, text }) => (text !== '' && isShown(field) ? [field] : []))
    if (entry.personId) await maskedMany(ctx, [entry.personId], shown)
    return { id: entryId, cells }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.personId ?? input.entryId,
    division: loaded.division,
    note: { entry: input.entryId, columns: output.cells.length },
  }),
})
