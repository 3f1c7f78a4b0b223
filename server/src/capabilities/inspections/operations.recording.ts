import type { z } from 'zod'
import { findDigests, keepFacts, originOf } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, type Verdict, within } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { dayInChina, isAhead } from '../places/rules.clock.ts'
import { findQuestionnaires, isOfPlaces, missingOf, wrongAnswer } from '../visits/index.ts'
import { happenedAt, knownBefore, missingPost, tell } from './facts.ts'
import { nameOfPlace, registersOf } from './places.ts'
import { mayInspect } from './policy.ts'
import {
  answerWrong,
  areaUnknown,
  checklistUnknown,
  correctedAlready,
  correctionOfOther,
  inspectionUnknown,
  outOfTime,
  planOver,
  planUnknown,
  teamUnknown,
} from './problems.ts'
import { BATCH_MAX, Inspection, InspectionKept } from './schema.ts'
import { findPlans, listTeams, type Plan } from './sql.plans.ts'
import { findInspections, lockAll, type StoredInspection } from './sql.ts'

type Known = Awaited<ReturnType<typeof knownTo>>

async function knownTo(ctx: Ctx, items: readonly Inspection[]) {
  const { tx } = ctx
  await lockAll(
    ctx,
    items.flatMap(({ corrects }) => corrects ?? []),
  )
  const planIds = items.flatMap(({ planId }) => planId ?? [])
  const lists = [
    ...new Map(items.flatMap(({ checklist: one }) => (one ? [[`${one.key}/${one.version}`, one]] : []))).values(),
  ]
  const [registers, earlier, plans, teams, checklists, postProblem, digests, findingIds] = await Promise.all([
    registersOf(ctx, items),
    findInspections(
      tx,
      items.flatMap(({ corrects }) => corrects ?? []),
    ),
    findPlans(tx, planIds),
    listTeams(tx, planIds),
    findQuestionnaires(tx, lists as Array<{ key: string; version: number }>),
    missingPost(
      ctx,
      items.flatMap(({ postIds }) => postIds),
    ),
    findDigests(
      tx,
      'inspections.inspection',
      items.map(({ id }) => id),
    ),
    findDigests(
      tx,
      'inspections.finding',
      items.flatMap(({ findings }) => findings.map(({ id }) => id)),
    ),
  ])
  return { registers, earlier, plans, teams, checklists, postProblem, digests, findingIds }
}

/** A visit to a place, or many from a phone or a pile of paper. */
export const recordInspections = batchOperation({
  name: 'inspections.inspection.record',
  summary: { zh: '登记督导检查', en: 'Record inspections' },
  kind: 'write',
  item: Inspection,
  done: InspectionKept,
  max: BATCH_MAX,
  load: knownTo,
  allow(actor, { registers }: Known, { division }) {
    if (within(actor, division) && !registers.divisions.has(division))
      return mayInspect(actor, actor.division) && areaUnknown({ area: division })
    return mayInspect(actor, division)
  },
  async runMany(ctx, items, known) {
    const verdicts: Array<Verdict<z.input<typeof InspectionKept>>> = new Array(items.length)
    const claimed = new Set<string>()
    const sound = items.flatMap((item, index) => {
      const judged = judge(ctx, item, { known, claimed })
      if (judged instanceof Error) verdicts[index] = { ok: false, problem: judged }
      else if ('ok' in judged) verdicts[index] = judged
      else return [{ ...judged, index, item }]
      return []
    })
    const arrivals = await keepFacts(
      ctx.tx,
      'inspections.inspection',
      sound.map(({ row }) => row),
    )
    const kept = sound.filter((_, nth) => arrivals[nth] === 'new')
    const findings = kept.flatMap(({ row, item, at }) => findingRows(ctx, item, { rootId: row.root_id, at }))
    const found = await keepFacts(ctx.tx, 'inspections.finding', findings)
    const foreign = findings.find((_, nth) => found[nth] !== 'new')
    // An id that somebody out of sight has: many are then judged one by one, and one by itself is refused.
    if (foreign) throw items.length > 1 ? new Error('inspections: the id of a finding is taken') : idTaken(foreign)
    sound.forEach(({ index, item, unanswered }, nth) => {
      const arrival = arrivals[nth]
      verdicts[index] =
        !arrival || arrival === 'taken'
          ? { ok: false, problem: idTaken({ id: item.id }) }
          : { ok: true, arrival, value: { id: item.id, arrival, receivedAt: ctx.now.toISOString(), unanswered } }
    })
    tell(
      ctx,
      kept.map(({ row }) => row),
    )
    return verdicts
  },
  audit: (items, verdicts) => ({
    count: items.length,
    ...(items.length === 1 && items[0] ? { subject: items[0].id, division: items[0].division } : {}),
    note: {
      new: verdicts.filter((one) => one.ok && one.arrival === 'new').length,
      refused: verdicts.filter((one) => !one.ok).length,
      findings: items.reduce((sum, { findings }) => sum + findings.length, 0),
      first: items[0]?.id ?? null,
    },
  }),
})

interface Judging {
  known: Known
  /** What an earlier item of the same batch has taken: records corrected, ids of findings. */
  claimed: Set<string>
}
function judge(ctx: Ctx, item: Inspection, { known, claimed }: Judging) {
  const again = knownBefore(known.digests.get(item.id), item, {
    ...{ id: item.id, arrival: 'again' as const, receivedAt: ctx.now.toISOString() },
    unanswered: unansweredOf(item, known),
  })
  if (again) return again
  const at = happenedAt(ctx, item)
  const name = nameOfPlace(item, known.registers)
  if (name instanceof Error) return name
  const old = item.corrects === null ? null : known.earlier.get(item.corrects)
  const problem =
    timeProblem(item, at, ctx.now) ??
    planProblem(item, at, known) ??
    known.postProblem(item.postIds) ??
    checklistProblem(item, known) ??
    correctionProblem(item, old, claimed) ??
    findingProblem(item, known, claimed)
  if (problem) return problem
  const unanswered = unansweredOf(item, known)
  return { at, unanswered, row: rowOf(ctx, item, { at, name, unanswered, rootId: old?.rootId ?? item.id }) }
}

function timeProblem({ findings, recordedAt }: Inspection, at: Date, now: Date): Problem | null {
  if (isAhead(at, now)) return outOfTime({ at: recordedAt })
  const early = findings.find(({ dueAt }) => new Date(dueAt) <= at)
  return early ? outOfTime({ at: early.dueAt }) : null
}

function planProblem({ planId, teamId, placeKind }: Inspection, at: Date, { plans, teams }: Known): Problem | null {
  if (planId === null) return teamId === null ? null : teamUnknown({ id: teamId })
  const plan = plans.get(planId)
  if (!plan) return planUnknown({ id: planId })
  if (!covers(plan, at, placeKind)) return planOver({ at: at.toISOString() })
  const isOurs = teamId === null || teams.some((team) => team.id === teamId && team.planId === planId)
  return isOurs ? null : teamUnknown({ id: teamId })
}
function covers({ from, to, endedAt, placeKinds }: Plan, at: Date, kind: Inspection['placeKind']): boolean {
  const day = dayInChina(at)
  return from <= day && day <= to && (endedAt === null || at <= endedAt) && placeKinds.includes(kind)
}

function checklistProblem({ checklist, answers, findings }: Inspection, { checklists }: Known): Problem | null {
  if (checklist === null) {
    const [question] = [...Object.keys(answers), ...findings.flatMap(({ linkId }) => linkId ?? [])]
    return question === undefined ? null : answerWrong({ question })
  }
  const asked = checklists(checklist)
  if (!asked || !isOfPlaces(asked)) return checklistUnknown({ key: checklist.key })
  const known = new Set(asked.questions.map(({ linkId }) => linkId))
  const question =
    wrongAnswer(asked.questions, 'place', answers) ??
    findings.find(({ linkId }) => linkId !== null && !known.has(linkId))?.linkId ??
    null
  return question === null ? null : answerWrong({ question })
}

const unansweredOf = ({ checklist, answers, voided }: Inspection, { checklists }: Known): number => {
  const asked = checklist && !voided ? checklists(checklist) : undefined
  return asked ? missingOf(asked.questions, 'place', answers).length : 0
}

function correctionProblem(
  { corrects, division, placeKind, placeId, findings, voided }: Inspection,
  old: StoredInspection | null | undefined,
  claimed: Set<string>,
): Problem | null {
  if (corrects === null) return null
  if (!old) return inspectionUnknown({ id: corrects })
  if (old.correctedBy !== null || claimed.has(corrects)) return correctedAlready({ id: corrects })
  const isSame = old.division === division && old.placeKind === placeKind && old.placeId === placeId
  if (!isSame || (voided && findings.length > 0)) return correctionOfOther()
  claimed.add(corrects)
  return null
}

function findingProblem({ findings }: Inspection, { findingIds }: Known, claimed: Set<string>): Problem | null {
  const taken = findings.find(({ id }) => findingIds.has(id) || claimed.has(id))
  for (const { id } of findings) claimed.add(id)
  return taken ? idTaken({ id: taken.id }) : null
}

interface Judged {
  at: Date
  name: string
  unanswered: number
  rootId: string
}
function rowOf(ctx: Ctx, item: Inspection, { at, name, unanswered, rootId }: Judged) {
  const { division, placeKind, placeId, manner, planId, teamId, postIds, checklist, answers, note } = item
  const { way, deviceSeq, corrects, why, voided } = item
  return {
    ...originOf(ctx, { division }, item),
    root_id: rootId,
    by_division: ctx.actor.division,
    place_kind: placeKind,
    place_id: placeId,
    place_name: name,
    manner,
    plan_id: planId,
    team_id: teamId,
    post_ids: postIds,
    checklist_key: checklist?.key ?? null,
    checklist_version: checklist?.version ?? null,
    answers: ctx.tx.json(answers),
    unanswered,
    note: note || null,
    way,
    device_id: ctx.actor.deviceId,
    device_seq: ctx.actor.deviceId ? deviceSeq : null,
    recorded_at: new Date(item.recordedAt),
    occurred_at: at,
    corrects,
    why,
    voided,
  }
}

const findingRows = (ctx: Ctx, { division, findings }: Inspection, { rootId, at }: { rootId: string; at: Date }) =>
  findings.map((finding) => ({
    ...originOf(ctx, { division }, finding),
    inspection_id: rootId,
    link_id: finding.linkId,
    severity: finding.severity,
    what: finding.what,
    due_at: new Date(finding.dueAt),
    at,
    digest: digestOf({ ...finding, rootId }),
  }))
