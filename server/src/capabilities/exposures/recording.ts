import { announce } from '../../kernel/feed.ts'
import type { Ctx, Sender, Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { enrolMany, listMet } from '../people/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { collectingEnded } from '../retention/index.ts'
import {
  correctedAlready,
  correctedUnknown,
  correctionOfOther,
  inFuture,
  personUnknown,
  timesReversed,
} from './problems.ts'
import type { Receipt, Who } from './schema.ts'
import {
  type Earlier,
  type FactKind,
  findEarlier,
  type KeptFact,
  keepFacts,
  type NewContact,
  type NewIllness,
  type NewStay,
  type NewTravel,
} from './sql.ts'

export interface SentFact {
  id: string
  division: string
  recordedAt: string
  person: Who
  learnedFrom: string
  corrects: string | null
  why: string | null
  voided: boolean
}

export interface Known {
  met: ReadonlySet<string>
  earlier: ReadonlyMap<string, Earlier>
}
/** What judging the facts needs to know; `also` are persons they name besides their own. */
export async function knownTo(
  { tx }: Ctx,
  kind: FactKind,
  items: readonly SentFact[],
  also: readonly string[] = [],
): Promise<Known> {
  const named = items.flatMap(({ person }) => ('personId' in person ? [person.personId] : []))
  const [met, earlier] = await Promise.all([
    listMet(tx, [...named, ...also]),
    findEarlier(
      tx,
      kind,
      items.flatMap(({ corrects }) => corrects ?? []),
    ),
  ])
  return { met, earlier }
}

/** A device's time put right by what its clock showed when it sent this. */
export const instantOf = (said: string, { clockOffsetMs }: Sender): Date => new Date(Date.parse(said) + clockOffsetMs)

export function timesProblem(now: Date, from: string | null, till: string | null): Problem | null {
  const last = till ?? from
  if (last && isAhead(new Date(last), now)) return inFuture({ at: last, now: now.toISOString() })
  return from && till && Date.parse(till) < Date.parse(from) ? timesReversed() : null
}

function correctionProblem({ corrects, id, person }: SentFact, { earlier }: Known): Problem | null {
  if (corrects === null) return null
  const old = earlier.get(corrects)
  if (!old) return correctedUnknown({ id: corrects })
  if (old.correctedBy !== null && old.correctedBy !== id) return correctedAlready({ id: corrects, by: old.correctedBy })
  return 'personId' in person && person.personId === old.personId ? null : correctionOfOther()
}

type NewFact = NewTravel | NewContact | NewStay | NewIllness

interface Recorder<I extends SentFact, R extends NewFact> {
  kind: FactKind
  /** What speaks against this fact by itself. */
  problem(item: I): Problem | null
  row(item: I, kept: KeptFact): R
  /** Whom else it concerns. */
  others?(item: I): string[]
  afterwards?(ctx: Ctx, added: ReadonlyArray<{ item: I; row: R }>): Promise<unknown>
}

/** Judges and keeps facts of one kind, set-based; each has its own verdict. */
export async function recordFacts<I extends SentFact, R extends NewFact>(
  ctx: Ctx,
  recorder: Recorder<I, R>,
  { items, known, senders }: { items: readonly I[]; known: Known; senders: readonly Sender[] },
): Promise<Array<Verdict<Receipt>>> {
  const verdicts: Array<Verdict<Receipt>> = new Array(items.length)
  const sound: Array<{ at: number; item: I; sender: Sender }> = []
  const ended = await collectingEnded(ctx, null)
  items.forEach((item, at) => {
    const sender = senders[at]
    if (!sender) throw new Error('exposures: an item without a sender')
    // What is known already may still be put right.
    const over = item.corrects === null ? ended(instantOf(item.recordedAt, sender)) : null
    const problem = over ?? strangerProblem(item, known) ?? correctionProblem(item, known) ?? recorder.problem(item)
    if (problem) verdicts[at] = { ok: false, problem }
    else sound.push({ at, item, sender })
  })
  const persons = await personsOf(ctx, sound, verdicts)
  const kept = sound.flatMap(({ at, item, sender }) => {
    const personId = persons.get(at)
    return personId ? [{ at, item, row: recorder.row(item, keptFact(ctx, item, sender, personId)) }] : []
  })
  const arrivals = await keepFacts(
    ctx.tx,
    recorder.kind,
    kept.map(({ row }) => row),
  )
  kept.forEach(({ at, item, row }, index) => {
    const arrival = arrivals[index]
    if (!arrival || arrival === 'taken') verdicts[at] = { ok: false, problem: idTaken({ id: item.id }) }
    else {
      const value = { id: item.id, personId: row.person_id, arrival, receivedAt: ctx.now.toISOString() }
      verdicts[at] = { ok: true, arrival, value }
    }
  })
  const added = kept.filter((_, index) => arrivals[index] === 'new')
  await recorder.afterwards?.(ctx, added)
  tell(
    ctx,
    added.map(({ item, row }) => ({
      division: row.division,
      persons: [row.person_id, ...(recorder.others?.(item) ?? [])],
    })),
  )
  return verdicts
}

const strangerProblem = ({ person }: SentFact, { met }: Known): Problem | null =>
  'personId' in person && !met.has(person.personId) ? personUnknown({ id: person.personId }) : null

const keptFact = (ctx: Ctx, item: SentFact, sender: Sender, personId: string): KeptFact => ({
  county: sender.actor.county,
  id: item.id,
  division: item.division,
  person_id: personId,
  learned_from: item.learnedFrom,
  corrects: item.corrects,
  why: item.why,
  voided: item.voided,
  recorded_by: sender.actor.accountId,
  recorded_at: instantOf(item.recordedAt, sender),
  received_at: ctx.now,
  // Keyed, because the item may hold an identity number.
  digest: digestOf(item),
})

/** The person behind each fact; one whose identity cannot be right is refused with the reason, and only that fact. */
async function personsOf<I extends SentFact>(
  ctx: Ctx,
  sound: ReadonlyArray<{ at: number; item: I; sender: Sender }>,
  verdicts: Array<Verdict<Receipt>>,
): Promise<Map<number, string>> {
  const persons = new Map<number, string>()
  const strangers = sound.flatMap(({ at, item: { person, division, recordedAt }, sender }) => {
    if ('personId' in person) persons.set(at, person.personId)
    return 'personId' in person ? [] : [{ at, ...person, division, recordedAt: instantOf(recordedAt, sender) }]
  })
  if (strangers.length === 0) return persons
  const enrolled = await enrolMany(
    ctx,
    strangers.map(({ at: _, ...traveller }) => traveller),
  )
  strangers.forEach(({ at }, index) => {
    const verdict = enrolled[index]
    if (verdict?.ok) persons.set(at, verdict.value.personId)
    else if (verdict) verdicts[at] = verdict
  })
  return persons
}

/** One announcement per division, by the persons it concerns: whose lists they are on is worked out anew. */
function tell(ctx: Ctx, added: ReadonlyArray<{ division: string; persons: string[] }>): void {
  const byDivision = new Map<string, Set<string>>()
  for (const { division, persons } of added) {
    const so = byDivision.get(division) ?? new Set()
    for (const person of persons) so.add(person)
    byDivision.set(division, so)
  }
  announce(
    ctx,
    [...byDivision].map(([division, persons]) => ({ kind: 'exposure', division, ids: [...persons] })),
  )
}

export function auditFacts(items: readonly SentFact[], verdicts: ReadonlyArray<Verdict<Receipt>>) {
  const done = verdicts.flatMap((verdict) => (verdict.ok ? [verdict] : []))
  const [only] = items.length === 1 ? done : []
  return {
    count: items.length,
    ...(only ? { subject: only.value.personId } : {}),
    note: {
      new: done.filter(({ arrival }) => arrival === 'new').length,
      again: done.filter(({ arrival }) => arrival === 'again').length,
      corrections: items.filter(({ corrects }) => corrects !== null).length,
      refused: verdicts.length - done.length,
      first: items[0]?.id ?? null,
    },
  }
}
