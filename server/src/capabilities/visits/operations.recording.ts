import { performItemWithin } from '../../kernel/gather.ts'
import { type AnyBatchOperation, type Ctx, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { recordContact as recordMet, recordTravel } from '../exposures/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { endingRow, keepEndings, mayEnd } from './operations.follow-ups.ts'
import { followUpUnknown, inFuture, notAContact, notAJourney } from './problems.ts'
import { RecordContact, RecordJourney } from './schema.journeys.ts'
import { FollowUpClosed } from './schema.lists.ts'
import { type FollowUpRow, findFollowUps } from './sql.follow-ups.ts'

async function loadOne({ tx }: Ctx, { followUpId }: { followUpId: string }) {
  const found = (await findFollowUps(tx, [followUpId])).get(followUpId)
  if (!found) throw followUpUnknown({ id: followUpId })
  return found
}

interface Told {
  id: string
  recordedAt: string
}
interface Recording {
  followUp: FollowUpRow
  /** The operation of `exposures` that judges and keeps the fact, and the fact's id. */
  by: AnyBatchOperation
  factId: string
  /** What the fact says, without whose it is and who told it. */
  fact: object
}

/** The fact becomes one of `exposures`, judged there, in the transaction that closes what asked for it. */
async function closeBy(ctx: Ctx, input: Told, { followUp, by, factId, fact }: Recording) {
  const { id, recordedAt } = input
  await performItemWithin(ctx, by, {
    ...fact,
    learnedFrom: 'visit',
    id: factId,
    division: followUp.division,
    recordedAt,
    person: { personId: followUp.personId },
  })
  if (isAhead(new Date(recordedAt), ctx.now)) throw inFuture({ at: recordedAt, now: ctx.now.toISOString() })
  const ending = {
    followUp,
    id,
    recordedAt,
    outcome: 'recorded',
    note: null,
    exposureId: factId,
    content: input,
  } as const
  const [arrival] = await keepEndings(ctx, [endingRow(ctx, ending)])
  if (arrival !== 'new' && arrival !== 'again') throw idTaken({ id })
  return { id, arrival }
}

export const recordJourney = operation({
  name: 'visits.follow-up.record-journey',
  summary: { zh: '按跟进登记行程', en: 'Record the journey a follow-up is about' },
  kind: 'write',
  input: RecordJourney,
  output: FollowUpClosed,
  load: loadOne,
  allow: mayEnd,
  run(ctx, input, followUp) {
    const { id: _, followUpId, travelId, recordedAt, ...fact } = input
    if (followUp.kind !== 'travel' || followUp.personId === null) throw notAJourney()
    return closeBy(ctx, input, { followUp, by: recordTravel, factId: travelId, fact })
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.followUpId,
    division: loaded.division,
    note: { kind: loaded.kind, outcome: 'recorded', travel: input.travelId, arrival: output.arrival },
  }),
})

export const recordContact = operation({
  name: 'visits.follow-up.record-contact',
  summary: { zh: '按跟进登记接触', en: 'Record the contact a follow-up is about' },
  kind: 'write',
  input: RecordContact,
  output: FollowUpClosed,
  load: loadOne,
  allow: mayEnd,
  run(ctx, input, followUp) {
    const { id: _, followUpId, contactId, recordedAt, ...fact } = input
    if (followUp.kind !== 'contact' || followUp.personId === null) throw notAContact()
    return closeBy(ctx, input, { followUp, by: recordMet, factId: contactId, fact })
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.followUpId,
    division: loaded.division,
    note: { kind: loaded.kind, outcome: 'recorded', contact: input.contactId, arrival: output.arrival },
  }),
})
