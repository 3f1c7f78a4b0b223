import type { Json } from '../../kernel/db.ts'
import { announce } from '../../kernel/feed.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { isFever, profilesInForce } from '../cases/index.ts'
import { findCheckpoints } from '../places/index.ts'
import { endOfDay, midnightInChina } from '../places/rules.clock.ts'
import { mayCorrectAt, mayReadAt, mayReadBoard, mayRecordOutcome } from './policy.ts'
import { checkpointUnknown, handOverUnknown, nothingCorrected, outcomeByCase, passageUnknown } from './problems.ts'
import { occurredAt } from './rules.ts'
import {
  HandOverPage,
  ListHandOvers,
  ListPassages,
  OutcomeDone,
  PassageCorrection,
  PassagePage,
  Receipt,
  RecordOutcome,
} from './schema.ts'
import {
  findHandOver,
  findPassage,
  keepCorrection,
  keepHandOvers,
  keepOutcome,
  listHandOvers,
  listPassages,
  type StoredPassage,
} from './sql.ts'

type Station = { id: string; division: string }

async function stationOf({ tx }: Ctx, checkpointId: string) {
  const station = (await findCheckpoints(tx, [checkpointId])).get(checkpointId)
  if (!station) throw checkpointUnknown({ id: checkpointId })
  return station
}

/** A new fact that names the old one; the passage itself stays as it was recorded. */
export const correctPassage = operation({
  name: 'checkpoints.passage.correct',
  summary: { zh: '更正过卡记录', en: 'Correct a passage' },
  kind: 'write',
  input: PassageCorrection,
  output: Receipt,
  async load({ tx }, { passageId }) {
    const passage = await findPassage(tx, passageId)
    if (!passage) throw passageUnknown({ id: passageId })
    return passage
  },
  allow: (actor, { checkpointId, division }) => mayCorrectAt(actor, { id: checkpointId, division } satisfies Station),
  async run(ctx, correction, passage) {
    const changes = changesOf(correction)
    if (!correction.voided && Object.keys(changes).length === 0) throw nothingCorrected()
    const { asRecorded } = passage
    const temperatureC = correction.temperatureC === undefined ? asRecorded.temperatureC : correction.temperatureC
    const profile = (await profilesInForce(ctx, 'covid-19'))(passage.occurredAt)
    const fever =
      !correction.voided &&
      temperatureC !== null &&
      isFever(profile, { temperatureC, site: correction.site ?? asRecorded.site })
    const { id, why, voided } = correction
    const arrival = await keepCorrection(ctx.tx, {
      county: ctx.actor.county,
      id,
      division: passage.division,
      passage_id: passage.id,
      recorded_by: ctx.actor.accountId,
      digest: digestOf(correction),
      recorded_at: new Date(correction.recordedAt),
      occurred_at: occurredAt(correction.recordedAt, ctx.clockOffsetMs),
      received_at: ctx.now,
      why,
      voided,
      changes: { ...changes, fever },
    })
    if (arrival === 'taken') throw idTaken({ id })
    if (arrival === 'new') await tellCorrected(ctx, passage, fever)
    return { id, arrival, receivedAt: ctx.now.toISOString(), fever, handOverId: fever ? passage.id : null }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: {
      correction: input.id,
      voided: input.voided,
      fields: Object.keys(changesOf(input)).join(' '),
      arrival: output.arrival,
    },
  }),
})

function changesOf({ temperatureC, site, symptoms, decision, reason }: PassageCorrection): Record<string, Json> {
  const said = { temperatureC, site, symptoms, decision, reason }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Record<string, Json>
}

async function tellCorrected(ctx: Ctx, passage: StoredPassage & { division: string }, fever: boolean): Promise<void> {
  const { id, division, checkpointId } = passage
  announce(ctx, [{ kind: 'passage-correction', division, ids: [id] }])
  if (!fever || passage.fever) return
  const opened_at = passage.occurredAt
  await keepHandOvers(ctx.tx, [{ county: ctx.actor.county, id, division, checkpoint_id: checkpointId, opened_at }])
  announce(ctx, [{ kind: 'hand-over', division, ids: [id] }])
}

const wire = <T extends object>(
  row: T,
): { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] } =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  ) as never

export const listCheckpointPassages = operation({
  name: 'checkpoints.passage.list',
  summary: { zh: '检查点过卡记录', en: 'Passages of one checkpoint' },
  kind: 'read',
  input: ListPassages,
  output: PassagePage,
  load: (ctx, { checkpointId }) => stationOf(ctx, checkpointId),
  allow: (actor, station) => mayReadAt(actor, station),
  async run({ tx }, { checkpointId, day, after, limit }) {
    const bounds = day ? { from: midnightInChina(day), till: endOfDay(day) } : null
    const rows = await listPassages(tx, {
      checkpointId,
      from: bounds?.from ?? null,
      till: bounds?.till ?? null,
      before: positionOf(after),
      limit,
    })
    return { items: rows.map(wire), next: cursorOf(rows, limit, ({ occurredAt, id }) => ({ at: occurredAt, id })) }
  },
  // Person ids stand here without anything that names them; whoever looks behind one is recorded there.
  audit: () => null,
})

export const listFeverHandOvers = operation({
  name: 'checkpoints.hand-over.list',
  summary: { zh: '发热移交', en: 'Fever hand-overs' },
  kind: 'read',
  input: ListHandOvers,
  output: HandOverPage,
  allow: (actor) => mayReadBoard(actor),
  async run({ tx, actor }, { state, after, limit }) {
    const rows = await listHandOvers(tx, { state, before: positionOf(after), limit, checkpointId: actor.placeId })
    const stations = await findCheckpoints(tx, [...new Set(rows.map(({ checkpointId }) => checkpointId))])
    const items = rows.map(({ division: _, ...row }) => ({
      ...wire(row),
      checkpointName: stations.get(row.checkpointId)?.name ?? '',
    }))
    return { items, next: cursorOf(rows, limit, ({ openedAt, id }) => ({ at: openedAt, id })) }
  },
  audit: () => null,
})

export const recordOutcome = operation({
  name: 'checkpoints.hand-over.close',
  summary: { zh: '登记发热移交结果', en: 'Record where a fever ended' },
  kind: 'write',
  input: RecordOutcome,
  output: OutcomeDone,
  async load({ tx }, { handOverId }) {
    const found = await findHandOver(tx, handOverId)
    if (!found) throw handOverUnknown({ id: handOverId })
    return found
  },
  allow: (actor, { division }) => mayRecordOutcome(actor, division),
  async run(ctx, input, { division, caseId }) {
    if (caseId) throw outcomeByCase({ caseId })
    const arrival = await keepOutcome(ctx.tx, {
      county: ctx.actor.county,
      id: input.id,
      division,
      hand_over_id: input.handOverId,
      outcome: input.outcome,
      note: input.note,
      recorded_by: ctx.actor.accountId,
      digest: digestOf(input),
      recorded_at: new Date(input.recordedAt),
      received_at: ctx.now,
    })
    if (arrival === 'taken') throw idTaken({ id: input.id })
    if (arrival === 'new') announce(ctx, [{ kind: 'hand-over', division, ids: [input.handOverId] }])
    return { id: input.id, arrival }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.handOverId,
    division: loaded.division,
    note: { outcome: input.outcome, arrival: output.arrival },
  }),
})
