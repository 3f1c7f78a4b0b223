import { announce } from '../../kernel/feed.ts'
import { performItemWithin } from '../../kernel/gather.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { cursorOf, positionOf } from '../checkpoints/rules.ts'
import { recordTravel } from '../exposures/index.ts'
import { maskedMany } from '../people/index.ts'
import { mayFollowUp, maySeeFollowUps } from './policy.ts'
import { followUpUnknown, inFuture, notAJourney, outcomeNotOfKind } from './problems.ts'
import { isInFuture, isMedical, outcomesOf } from './rules.ts'
import { RecordJourney } from './schema.journeys.ts'
import { CloseFollowUp, FollowUpClosed, FollowUpPage, ListFollowUps } from './schema.lists.ts'
import { type FollowUpRow, findFollowUp, keepFollowUpOutcome, listFollowUpRows } from './sql.follow-ups.ts'
import { FOLLOWED_UP } from './sql.progress.ts'

export const listFollowUps = operation({
  name: 'visits.follow-up.list',
  summary: { zh: '入户跟进', en: 'What positive answers opened' },
  kind: 'read',
  personal: true,
  input: ListFollowUps,
  output: FollowUpPage,
  load: (ctx) => Promise.resolve({ purpose: ctx.purpose }),
  allow: (actor, { purpose }, { area }) => maySeeFollowUps(actor, purpose, area ?? actor.division),
  async run(ctx, { state, kind, area = ctx.actor.division, after, limit }) {
    const rows = await listFollowUpRows(ctx.tx, { state, kind, area, before: positionOf(after), limit })
    const persons = await maskedMany(
      ctx,
      rows.flatMap(({ personId }) => personId ?? []),
    )
    const items = rows.map(({ personId, openedAt, outcomeAt, ...row }) => ({
      ...row,
      person: (personId && persons.get(personId)) || null,
      openedAt: openedAt.toISOString(),
      outcomeAt: outcomeAt?.toISOString() ?? null,
    }))
    return { items, next: cursorOf(rows, limit, ({ openedAt, id }) => ({ at: openedAt, id })) }
  },
  audit: ({ input, output }) => ({
    count: output.items.filter(({ person }) => person !== null).length,
    ...(input.area ? { division: input.area } : {}),
    note: { state: input.state, kind: input.kind ?? null },
  }),
})

async function getFollowUp({ tx }: Ctx, id: string): Promise<FollowUpRow> {
  const found = await findFollowUp(tx, id)
  if (!found) throw followUpUnknown({ id })
  return found
}
const mayEnd = (actor: Ctx['actor'], { division, kind }: FollowUpRow) =>
  mayFollowUp(actor, { division, medical: isMedical(kind) })

interface Ending {
  id: string
  recordedAt: string
  outcome: FollowUpRow['outcome'] & string
  note: string | null
  exposureId: string | null
  content: unknown
}
async function keepEnding(ctx: Ctx, { id: followUpId, division }: FollowUpRow, ending: Ending) {
  const { id, recordedAt, outcome, note, exposureId } = ending
  const recorded = new Date(recordedAt)
  if (isInFuture(recorded, ctx.now)) throw inFuture({ at: recordedAt, now: ctx.now.toISOString() })
  const arrival = await keepFollowUpOutcome(ctx.tx, {
    county: ctx.actor.county,
    id,
    division,
    follow_up_id: followUpId,
    outcome,
    exposure_id: exposureId,
    note,
    recorded_by: ctx.actor.accountId,
    digest: digestOf(ending.content),
    recorded_at: recorded,
    received_at: ctx.now,
  })
  if (arrival === 'taken') throw idTaken({ id })
  if (arrival === 'new') announce(ctx, [{ kind: FOLLOWED_UP, division, ids: [followUpId] }])
  return { id, arrival }
}

export const closeFollowUp = operation({
  name: 'visits.follow-up.close',
  summary: { zh: '登记跟进结果', en: 'Record how a follow-up ended' },
  kind: 'write',
  input: CloseFollowUp,
  output: FollowUpClosed,
  load: (ctx, { followUpId }) => getFollowUp(ctx, followUpId),
  allow: mayEnd,
  async run(ctx, input, followUp) {
    const { id, recordedAt, outcome, note } = input
    if (!outcomesOf[followUp.kind].includes(outcome)) throw outcomeNotOfKind({ kind: followUp.kind, outcome })
    return keepEnding(ctx, followUp, { id, recordedAt, outcome, note, exposureId: null, content: input })
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.followUpId,
    division: loaded.division,
    note: { kind: loaded.kind, outcome: input.outcome, arrival: output.arrival },
  }),
})

/** The journey becomes a fact of `exposures`, judged there, in the transaction that closes what asked for it. */
export const recordJourney = operation({
  name: 'visits.follow-up.record-journey',
  summary: { zh: '按跟进登记行程', en: 'Record the journey a follow-up is about' },
  kind: 'write',
  input: RecordJourney,
  output: FollowUpClosed,
  load: (ctx, { followUpId }) => getFollowUp(ctx, followUpId),
  allow: mayEnd,
  async run(ctx, input, followUp) {
    const { id, followUpId: _, travelId, recordedAt, ...journey } = input
    const { kind, personId, division } = followUp
    if (kind !== 'travel' || personId === null) throw notAJourney()
    const said = { learnedFrom: 'visit', corrects: null, why: null, voided: false } as const
    await performItemWithin(ctx, recordTravel, {
      ...journey,
      ...said,
      id: travelId,
      division,
      recordedAt,
      person: { personId },
    })
    const ending = { id, recordedAt, outcome: 'recorded', note: null, exposureId: travelId, content: input } as const
    return keepEnding(ctx, followUp, ending)
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.followUpId,
    division: loaded.division,
    note: { kind: loaded.kind, outcome: 'recorded', travel: input.travelId, arrival: output.arrival },
  }),
})
