import { findDigests, keepFacts, originOf } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, type Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { isAhead } from '../places/rules.clock.ts'
import { happenedAt, knownBefore, tell } from './facts.ts'
import { mayStep } from './policy.ts'
import {
  correctedAlready,
  correctionOfOther,
  evidenceNeeded,
  findingUnknown,
  outOfTime,
  ownRectification,
  photoUnknown,
  stepOutOfOrder,
} from './problems.ts'
import { mayFollow, standingOf, standingSteps } from './rules.ts'
import { BATCH_MAX, Kept, Step } from './schema.ts'
import { findFindings, listPhotos, listSteps, lockAll, type StoredFinding, type StoredStep } from './sql.ts'

interface Known {
  findings: ReadonlyMap<string, StoredFinding>
  /** Grows with what is judged, so that a step is judged after those before it in the same batch. */
  steps: Map<string, StoredStep[]>
  photos: ReadonlyMap<string, string[]>
  digests: ReadonlyMap<string, Buffer>
}

/** What became of a finding: put right, passed or failed at the re-check, or recorded by mistake. */
export const recordSteps = batchOperation({
  name: 'inspections.finding.step',
  summary: { zh: '登记整改、复查或撤销', en: 'Record a rectification, a re-check or a withdrawal' },
  kind: 'write',
  item: Step,
  done: Kept,
  max: BATCH_MAX,
  async load(ctx, items): Promise<Known> {
    const ids = items.map(({ findingId }) => findingId)
    await lockAll(ctx, ids)
    const [findings, steps, photos, digests] = await Promise.all([
      findFindings(ctx.tx, ids),
      listSteps(ctx.tx, ids),
      listPhotos(ctx.tx, ids),
      findDigests(
        ctx.tx,
        'inspections.step',
        items.map(({ id }) => id),
      ),
    ])
    return { findings, steps, photos, digests }
  },
  allow(actor, { findings }: Known, { findingId, step }) {
    const finding = findings.get(findingId)
    return finding ? mayStep(actor, step, finding) : findingUnknown({ id: findingId })
  },
  async runMany(ctx, items, known) {
    const verdicts: Array<Verdict<StepKept>> = new Array(items.length)
    const sound = items.flatMap((item, index) => {
      const judged = judge(ctx, item, known)
      if (judged instanceof Error) verdicts[index] = { ok: false, problem: judged }
      else if ('ok' in judged) verdicts[index] = judged
      else return [{ row: judged, index, id: item.id }]
      return []
    })
    const rows = sound.map(({ row }) => row)
    const arrivals = await keepFacts(ctx.tx, 'inspections.step', rows)
    sound.forEach(({ index, id }, nth) => {
      const arrival = arrivals[nth]
      verdicts[index] =
        !arrival || arrival === 'taken'
          ? { ok: false, problem: idTaken({ id }) }
          : { ok: true, arrival, value: { id, arrival } }
    })
    tell(
      ctx,
      rows.filter((_, nth) => arrivals[nth] === 'new'),
    )
    return verdicts
  },
  audit: (items, verdicts) => ({
    count: items.length,
    ...(items.length === 1 && items[0] ? { subject: items[0].findingId } : {}),
    note: {
      new: verdicts.filter((one) => one.ok && one.arrival === 'new').length,
      refused: verdicts.filter((one) => !one.ok).length,
      step: items[0]?.step ?? null,
      first: items[0]?.id ?? null,
    },
  }),
})
type StepKept = { id: string; arrival: 'new' | 'again' }

function judge(ctx: Ctx, item: Step, known: Known) {
  const again = knownBefore(known.digests.get(item.id), item, { id: item.id, arrival: 'again' as const })
  if (again) return again
  const finding = known.findings.get(item.findingId)
  if (!finding) throw new Error('inspections: allowed without a finding')
  const before = known.steps.get(finding.id) ?? []
  // A second item of the batch under the same id is left to the database, which keeps the first.
  if (before.some(({ id }) => id === item.id)) return rowOf(ctx, item, finding)
  const problem =
    timeProblem(ctx, item, finding) ?? evidenceProblem(item, known) ?? orderProblem(ctx, item, finding, before)
  if (problem) return problem
  const row = rowOf(ctx, item, finding)
  known.steps.set(finding.id, [...before, stepOf(ctx, item, row.at)])
  return row
}

function timeProblem(ctx: Ctx, item: Step, finding: StoredFinding): Problem | null {
  const at = happenedAt(ctx, item)
  if (isAhead(at, ctx.now) || at < finding.at) return outOfTime({ at: item.recordedAt })
  return item.dueAt !== null && new Date(item.dueAt) <= at ? outOfTime({ at: item.dueAt }) : null
}

function evidenceProblem({ step, note, dueAt, photoIds, findingId, voided }: Step, { photos }: Known): Problem | null {
  if ((step === 'failed') !== (dueAt !== null)) return evidenceNeeded()
  if (!note && !voided && step !== 'passed') return evidenceNeeded()
  const here = photos.get(findingId) ?? []
  const missing = photoIds.find((id) => !here.includes(id))
  return missing ? photoUnknown({ id: missing }) : null
}

/** Judged as it would have stood at that hour; nothing is slipped in before what was said later. */
function orderProblem(ctx: Ctx, item: Step, finding: StoredFinding, all: readonly StoredStep[]): Problem | null {
  const { step, corrects, voided } = item
  const at = happenedAt(ctx, item)
  const old = corrects === null ? null : all.find(({ id }) => id === corrects)
  if (corrects !== null && !old) return correctionOfOther()
  if (old && all.some((one) => one.corrects === old.id)) return correctedAlready({ id: old.id })
  const others = standingSteps(all).filter(({ id }) => id !== corrects)
  if (voided) return old?.step === step ? null : correctionOfOther()
  const { state } = standingOf(finding, others, at)
  const isLast = others.every((one) => one.at <= at)
  if (!isLast || !mayFollow(state, step)) return stepOutOfOrder({ state, step })
  const last = others.at(-1)
  const isOwn = last?.step === 'rectified' && last.recordedBy !== null && last.recordedBy === ctx.actor.accountId
  return isOwn && step === 'passed' ? ownRectification() : null
}

const stepOf = (ctx: Ctx, item: Step, at: Date): StoredStep => ({
  ...item,
  at,
  receivedAt: ctx.now,
  dueAt: item.dueAt === null ? null : new Date(item.dueAt),
  recordedBy: ctx.actor.accountId,
})

const rowOf = (ctx: Ctx, item: Step, finding: StoredFinding) => ({
  ...originOf(ctx, finding, item),
  finding_id: finding.id,
  step: item.step,
  note: item.note || null,
  counted: item.counted,
  photo_ids: item.photoIds,
  due_at: item.dueAt === null ? null : new Date(item.dueAt),
  at: happenedAt(ctx, item),
  way: item.way,
  device_id: ctx.actor.deviceId,
  device_seq: ctx.actor.deviceId ? item.deviceSeq : null,
  recorded_at: new Date(item.recordedAt),
  corrects: item.corrects,
  why: item.why,
  voided: item.voided,
})
