import type { Arrival } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { batchOperation, type Ctx, type Sender, type Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { enrolMany, listMet } from '../people/index.ts'
import { openCells, sealNote } from './matching.ts'
import { mayVerify } from './policy.ts'
import { cannotRegister, entryPassed, entryRejected, entryUndecided, entryUnknown, personUnknown } from './problems.ts'
import { readPerson } from './rows.ts'
import { Answered, BATCH_MAX, GiveAnswer, Identify, Recorded } from './schema.ts'
import {
  findAnswered,
  keepAnswers,
  keepIdentifications,
  type NewAnswer,
  type NewIdentification,
} from './sql.answers.ts'
import { type EntryFound, findEntries } from './sql.ts'

type Found = ReadonlyMap<string, EntryFound>
interface Item {
  id: string
  entryId: string
  recordedAt: string
}

const findAll = ({ tx }: Ctx, items: readonly Item[]): Promise<Found> =>
  findEntries(
    tx,
    items.map(({ entryId }) => entryId),
  )

const mayTouch: (actor: Sender['actor'], found: Found, item: Item) => boolean | ReturnType<typeof entryUnknown> = (
  actor,
  found,
  { entryId },
) => {
  const entry = found.get(entryId)
  return entry ? mayVerify(actor, entry.division) : entryUnknown({ id: entryId })
}

function entryOf(found: Found, { entryId }: Item): EntryFound {
  const entry = found.get(entryId)
  if (!entry) throw new Error('agency-lists: allowed without an entry')
  return entry
}

/** Why nothing more is recorded of an entry here. */
export function overProblem({ id, outcome, passedTo }: EntryFound) {
  if (outcome === 'rejected') return entryRejected({ id })
  return passedTo === null ? null : entryPassed({ id, to: passedTo })
}

/** Who is meant, or that it is none of those who were named. */
export const identifyEntries = batchOperation({
  name: 'agency-lists.entry.identify',
  summary: { zh: '认定存疑条目指的是谁', en: 'Say who is meant by an entry in doubt' },
  kind: 'write',
  item: Identify,
  done: Recorded,
  max: BATCH_MAX,
  load: findAll,
  allow: mayTouch,
  async runMany(ctx, items, found, senders) {
    const met = await listMet(
      ctx.tx,
      items.flatMap(({ personId }) => personId ?? []),
    )
    const problemOf = (item: Identify) => {
      const over = overProblem(entryOf(found, item))
      if (over) return over
      return item.personId !== null && !met.has(item.personId) ? personUnknown({ id: item.personId }) : null
    }
    return settle(ctx, items, problemOf, {
      rowOf: (item, at): NewIdentification => ({
        ...factOf(ctx, item, entryOf(found, item), senders[at]),
        person_id: item.personId,
      }),
      keep: (rows) => keepIdentifications(ctx.tx, rows),
      done: (_item, { id }, arrival) => ({ id, arrival }),
    })
  },
  audit: (items, verdicts) => auditOf(items, verdicts),
})

/** What came of looking for somebody. Whoever was met and not known before is entered, because somebody met them and not because of a list. */
export const giveAnswers = batchOperation({
  name: 'agency-lists.answer.record',
  summary: { zh: '填写名单核查结果', en: 'Answer entries of lists' },
  kind: 'write',
  item: GiveAnswer,
  done: Answered,
  max: BATCH_MAX,
  load: findAll,
  allow: mayTouch,
  async runMany(ctx, items, found, senders) {
    const before = await findAnswered(
      ctx.tx,
      items.filter(({ register }) => register).map(({ id }) => id),
    )
    const problemOf = (item: GiveAnswer) => {
      const entry = entryOf(found, item)
      const { id, undecided, personId } = entry
      const over = overProblem(entry)
      if (over) return over
      if (undecided) return entryUndecided({ id })
      if (before.has(item.id)) return null
      const isMet = item.answer === 'seen' || item.answer === 'away'
      return item.register && (personId !== null || !isMet) ? cannotRegister({ id }) : null
    }
    const entered = await enterMet(
      ctx,
      items.filter((item) => item.register && !before.has(item.id) && problemOf(item) === null),
      found,
    )
    return settle(ctx, items, (item) => problemOf(item) ?? entered.refused.get(item.id) ?? null, {
      rowOf: (item, at): NewAnswer => ({
        ...factOf(ctx, item, entryOf(found, item), senders[at]),
        list_id: entryOf(found, item).listId,
        answer: item.answer,
        person_id: entered.persons.get(item.id) ?? before.get(item.id) ?? null,
        note: item.note ? sealNote(ctx.actor.county, item.id, item.note) : null,
      }),
      keep: (rows) => keepAnswers(ctx.tx, rows),
      done: (_item, { id, person_id }, arrival) => ({ id, arrival, personId: person_id }),
    })
  },
  audit: (items, verdicts) => auditOf(items, verdicts),
})

async function enterMet(ctx: Ctx, items: readonly GiveAnswer[], found: Found) {
  const persons = new Map<string, string>()
  const refused = new Map<string, ReturnType<typeof cannotRegister>>()
  const travellers = items.map((item) => {
    const entry = entryOf(found, item)
    const cells = openCells(ctx.actor.county, entry)
    const recordedAt = new Date(Date.parse(item.recordedAt))
    return { id: entry.id, division: entry.division, recordedAt, ...readPerson(cells, entry.fields) }
  })
  const enrolled = travellers.length > 0 ? await enrolMany(ctx, travellers) : []
  for (const [at, verdict] of enrolled.entries()) {
    const item = items[at]
    if (item && verdict.ok) persons.set(item.id, verdict.value.personId)
    else if (item && !verdict.ok) refused.set(item.id, verdict.problem)
  }
  return { persons, refused }
}

function factOf(ctx: Ctx, item: Item, entry: EntryFound, sender: Sender | undefined) {
  if (!sender) throw new Error('agency-lists: an item without a sender')
  return {
    county: ctx.actor.county,
    id: item.id,
    division: entry.division,
    entry_id: entry.id,
    recorded_by: sender.actor.seatId,
    recorded_at: new Date(Date.parse(item.recordedAt) + sender.clockOffsetMs),
    received_at: ctx.now,
    digest: digestOf(item),
  }
}

interface Settling<I, R, D> {
  rowOf(item: I, at: number): R
  keep(rows: readonly R[]): Promise<Arrival[]>
  done(item: I, row: R, arrival: 'new' | 'again'): D
}

/** Each item with its own verdict; what is new is announced where it belongs. */
async function settle<I extends Item, R extends { id: string; division: string; entry_id: string }, D>(
  ctx: Ctx,
  items: readonly I[],
  problemOf: (item: I) => Problem | null,
  { rowOf, keep, done }: Settling<I, R, D>,
): Promise<Array<Verdict<D>>> {
  const verdicts: Array<Verdict<D>> = new Array(items.length)
  const sound: Array<{ at: number; item: I; row: R }> = []
  for (const [at, item] of items.entries()) {
    const problem = problemOf(item)
    if (problem) verdicts[at] = { ok: false, problem }
    else sound.push({ at, item, row: rowOf(item, at) })
  }
  const arrivals = await keep(sound.map(({ row }) => row))
  const fresh = new Map<string, string[]>()
  for (const [index, { at, item, row }] of sound.entries()) {
    const arrival = arrivals[index] ?? 'taken'
    verdicts[at] =
      arrival === 'taken'
        ? { ok: false, problem: idTaken({ id: item.id }) }
        : { ok: true, arrival, value: done(item, row, arrival) }
    if (arrival === 'new') fresh.set(row.division, [...(fresh.get(row.division) ?? []), row.entry_id])
  }
  announce(
    ctx,
    [...fresh].map(([division, ids]) => ({ kind: 'agency-entry', division, ids })),
  )
  return verdicts
}

function auditOf(items: readonly Item[], verdicts: ReadonlyArray<Verdict<unknown>>) {
  const refused = verdicts.filter(({ ok }) => !ok).length
  const [only] = items
  return { count: items.length, ...(only && items.length === 1 ? { subject: only.entryId } : {}), note: { refused } }
}
