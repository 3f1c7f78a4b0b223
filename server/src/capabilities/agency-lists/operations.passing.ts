import { announce } from '../../kernel/feed.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { findDivisions } from '../places/index.ts'
import { sealNote } from './matching.ts'
import { overProblem } from './operations.answers.ts'
import { mayVerify } from './policy.ts'
import { entryUnknown, passedNowhere } from './problems.ts'
import { PassEntry, Passed } from './schema.ts'
import { findPassing, keepPassing } from './sql.answers.ts'
import { findEntries } from './sql.ts'

async function entryFor({ tx }: Ctx, { entryId }: { entryId: string }) {
  const entry = (await findEntries(tx, [entryId])).get(entryId)
  if (!entry) throw entryUnknown({ id: entryId })
  return entry
}

/** Somebody who lives elsewhere in the county is answered for there; what was found here stays here. */
export const passEntry = operation({
  name: 'agency-lists.entry.pass',
  summary: { zh: '把名单条目转交本县另一村核查', en: 'Pass an entry on to another village of the county' },
  kind: 'write',
  input: PassEntry,
  output: Passed,
  load: entryFor,
  allow: (actor, { division }) => mayVerify(actor, division),
  async run(ctx, input, entry) {
    const { id, to } = input
    const digest = digestOf(input)
    const earlier = await findPassing(ctx.tx, id)
    if (earlier && !earlier.digest.equals(digest)) throw idTaken({ id })
    if (earlier) return { id, arrival: 'again' as const, nextId: earlier.nextId }
    const over = overProblem(entry)
    if (over) throw over
    if (to === entry.division || !(await findDivisions(ctx.tx, [to])).has(to)) throw passedNowhere({ to })
    const nextId = idFrom('agency-lists.passing', id)
    const kept = await keepPassing(ctx.tx, {
      county: ctx.actor.county,
      id,
      division: entry.division,
      to_division: to,
      entry_id: entry.id,
      next_id: nextId,
      origin: entry.origin,
      note: sealNote(ctx.actor.county, id, input.note),
      recorded_by: ctx.actor.seatId,
      recorded_at: new Date(Date.parse(input.recordedAt) + ctx.clockOffsetMs),
      received_at: ctx.now,
      digest,
    })
    // Somebody else passed it on in the same moment.
    if (!kept) throw overProblem(await entryFor(ctx, input)) ?? idTaken({ id })
    announce(ctx, [{ kind: 'agency-entry', division: entry.division, ids: [entry.id] }])
    return { id, arrival: 'new' as const, nextId }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.personId ?? input.entryId,
    division: loaded.division,
    note: { entry: input.entryId, to: input.to, arrival: output.arrival },
  }),
})
