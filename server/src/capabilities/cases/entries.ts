import type { z } from 'zod'
import type { Json } from '../../kernel/db.ts'
import { announce } from '../../kernel/feed.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { dayInChina, isAhead } from '../places/rules.clock.ts'
import { type Journal, readJournal } from './journal.ts'
import { mayKeepCourse } from './policy.course.ts'
import { caseUnknown, correctedAlready, correctedUnknown, diseaseGone, inFuture } from './problems.course.ts'
import { profilesByCode } from './profiles.ts'
import { editionOf } from './rules.editions.ts'
import type { DiseaseProfile } from './rules.ts'
import { type EntryKind, EntryReceipt } from './schema.entries.ts'
import { type FoundCase, findCase } from './sql.course.ts'
import { listChangeoverRows } from './sql.editions.ts'
import { findEntryDigest, keepEntry, lockCase } from './sql.entries.ts'

export interface SentEntry {
  id: string
  caseId: string
  recordedAt: string
  at: string
  corrects: string | null
  why: string | null
  voided: boolean
}
/** What a kind of entry puts into its columns. */
export interface Written {
  code: string
  day?: string | null
  sampleId?: string | null
  sourceCaseId?: string | null
  decider?: string | null
  body: Record<string, Json>
}
export interface Before {
  case: FoundCase
  profile: DiseaseProfile
  journal: Journal
}

export interface EntrySpec<I extends z.ZodType> {
  name: string
  summary: { zh: string; en: string }
  kind: EntryKind
  input: I
  /** Throws what speaks against it; the journal is as it stood, and nobody else writes to the case meanwhile. */
  judge?(ctx: Ctx, input: z.infer<I>, before: Before): Promise<void> | void
  write(input: z.infer<I>, before: Before): Written
  afterwards?(ctx: Ctx, input: z.infer<I>, before: Before): Promise<void>
}

export async function profileOf(ctx: Ctx, code: string): Promise<DiseaseProfile> {
  const profile = (await profilesByCode(ctx)).get(code)
  if (!profile) throw diseaseGone({ profile: code })
  return profile
}

/** The edition by which a case is judged on a day: the one it began under, unless an order of changeover moved it. */
export async function editionFor(ctx: Ctx, found: FoundCase, on: Date): Promise<DiseaseProfile> {
  const changeovers = await listChangeoverRows(ctx.tx)
  const endedOn = found.status === 'excluded' ? dayInChina(found.since) : null
  const episode = { edition: found.profile, startedOn: dayInChina(found.openedAt), endedOn }
  return profileOf(ctx, editionOf(episode, changeovers, dayInChina(on)))
}

/** One way for all kinds: the same entry sent twice is kept once, and what was sent before is not judged again. */
export function entryOperation<I extends z.ZodType<SentEntry>>(spec: EntrySpec<I>) {
  return operation({
    name: spec.name,
    summary: spec.summary,
    kind: 'write',
    input: spec.input,
    output: EntryReceipt,
    async load({ tx }, { caseId }) {
      const found = await findCase(tx, caseId)
      if (!found) throw caseUnknown({ id: caseId })
      return found
    },
    allow: (actor, { division }) => mayKeepCourse(actor, division),
    async run(ctx, input, found) {
      const { id, caseId } = input
      const receipt = { id, caseId, receivedAt: ctx.now.toISOString() }
      const digest = digestOf({ kind: spec.kind, ...input })
      await lockCase(ctx.tx, caseId)
      const kept = await findEntryDigest(ctx.tx, id)
      if (kept && !kept.equals(digest)) throw idTaken({ id })
      if (kept) return { ...receipt, arrival: 'again' as const }
      const before = {
        case: found,
        profile: await editionFor(ctx, found, new Date(input.at)),
        journal: await readJournal(ctx.tx, caseId),
      }
      refuseTimes(ctx, input)
      refuseCorrection(input, spec.kind, before.journal)
      // Whoever takes something back says nothing that could be judged.
      if (!input.voided) await spec.judge?.(ctx, input, before)
      await keep(ctx, { ...spec, digest }, input, before)
      await spec.afterwards?.(ctx, input, before)
      return { ...receipt, arrival: 'new' as const }
    },
    audit: ({ input, output, loaded }) => ({
      subject: loaded.personId,
      division: loaded.division,
      note: { case: input.caseId, entry: input.id, voided: input.voided, arrival: output.arrival },
    }),
  })
}

function refuseTimes({ now }: Ctx, { at }: SentEntry): void {
  if (isAhead(new Date(at), now)) throw inFuture({ at, now: now.toISOString() })
}

function refuseCorrection({ corrects }: SentEntry, kind: EntryKind, { entries }: Journal): void {
  if (corrects === null) return
  const old = entries.find(({ id }) => id === corrects)
  if (!old || old.kind !== kind) throw correctedUnknown({ id: corrects })
  if (entries.some((entry) => entry.corrects === corrects)) throw correctedAlready({ id: corrects })
}

async function keep<I extends z.ZodType<SentEntry>>(
  ctx: Ctx,
  { kind, write, digest }: EntrySpec<I> & { digest: Buffer },
  input: z.infer<I>,
  before: Before,
): Promise<void> {
  const { code, day = null, sampleId = null, sourceCaseId = null, decider = null, body } = write(input, before)
  const { division, id: caseId } = before.case
  const arrival = await keepEntry(ctx.tx, {
    county: ctx.actor.county,
    id: input.id,
    division,
    case_id: caseId,
    kind,
    at: new Date(input.at),
    code,
    day,
    sample_id: sampleId,
    source_case_id: sourceCaseId,
    decider,
    body,
    corrects: input.corrects,
    why: input.why,
    voided: input.voided,
    recorded_by: ctx.actor.accountId,
    recorded_at: new Date(Date.parse(input.recordedAt) + ctx.clockOffsetMs),
    received_at: ctx.now,
    digest,
  })
  if (arrival !== 'new') throw idTaken({ id: input.id })
  announce(ctx, [{ kind: 'case', division, ids: [caseId] }])
}
