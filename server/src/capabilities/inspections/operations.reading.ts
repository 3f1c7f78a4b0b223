import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { nameOfDivisions } from '../places/index.ts'
import { findPosts } from '../responsibility/index.ts'
import { countyMoment } from '../retention/index.ts'
import { mayReadInspections } from './policy.ts'
import { inspectionUnknown } from './problems.ts'
import { standingSteps } from './rules.ts'
import {
  AskHeat,
  AskInspection,
  FindingPage,
  type FindingRow,
  Heat,
  InspectionPage,
  type InspectionRow,
  ListFindings,
  ListInspections,
  WholeInspection,
} from './schema.ts'
import { findPlans, listTeams } from './sql.plans.ts'
import {
  type CountOfInspection,
  countFindings,
  type FindingAt,
  type HeatRow,
  heatOf,
  listFindingRows,
  listFindingsOf,
  listInspectionRows,
} from './sql.reading.ts'
import { findInspections, listPhotos, listRecords, listSteps, type StoredInspection, type StoredStep } from './sql.ts'

type Names = ReadonlyMap<string, string>
const momentOf = async (ctx: Ctx, asOf: string | undefined): Promise<Date> =>
  asOf ? new Date(asOf) : await countyMoment(ctx)

function inspectionRow(row: StoredInspection, count: CountOfInspection | undefined, names: Names): InspectionRow {
  const { id, rootId, division, placeKind, placeId, placeName, manner, planId, occurredAt, unanswered } = row
  return {
    id: rootId,
    latestId: id,
    division,
    divisionName: names.get(division) ?? division,
    ...{ placeKind, placeId, placeName, manner, planId, unanswered },
    occurredAt: occurredAt.toISOString(),
    findings: count?.findings ?? 0,
    open: count?.open ?? 0,
    overdue: count?.overdue ?? 0,
  }
}
const findingRow = ({ linkId: _, ...row }: FindingAt, names: Names): FindingRow => ({
  ...row,
  divisionName: names.get(row.division) ?? row.division,
  at: row.at.toISOString(),
  since: row.since.toISOString(),
  dueAt: row.dueAt.toISOString(),
})

export const listInspections = operation({
  name: 'inspections.inspection.list',
  summary: { zh: '督导检查记录', en: 'Inspections' },
  kind: 'read',
  input: ListInspections,
  output: InspectionPage,
  allow: (actor, _loaded, { area }) => mayReadInspections(actor, area),
  async run(ctx, { asOf, after, area = ctx.actor.division, ...asked }) {
    const moment = await momentOf(ctx, asOf)
    const rows = await listInspectionRows(ctx.tx, { ...asked, area, moment, before: positionOf(after) })
    const ids = rows.map(({ rootId }) => rootId)
    const [counts, names] = await Promise.all([countFindings(ctx.tx, area, moment, ids), nameOfDivisions(ctx.tx)])
    const countOf = new Map(counts.map((one) => [one.inspectionId, one]))
    return {
      items: rows.map((row) => inspectionRow(row, countOf.get(row.rootId), names)),
      next: cursorOf(rows, asked.limit, ({ occurredAt, rootId }) => ({ at: occurredAt, id: rootId })),
    }
  },
  audit: () => null,
})

export const listFindings = operation({
  name: 'inspections.finding.list',
  summary: { zh: '检查发现的问题', en: 'Findings of inspections' },
  kind: 'read',
  input: ListFindings,
  output: FindingPage,
  allow: (actor, _loaded, { area }) => mayReadInspections(actor, area),
  async run(ctx, { asOf, after, state, climbed, limit, area = ctx.actor.division }) {
    const moment = await momentOf(ctx, asOf)
    const asked = { area, moment, state, climbed, limit, after: positionOf(after) }
    const [rows, names] = await Promise.all([listFindingRows(ctx.tx, asked), nameOfDivisions(ctx.tx)])
    return {
      asOf: moment.toISOString(),
      items: rows.map((row) => findingRow(row, names)),
      next: cursorOf(rows, limit, ({ dueAt, id }) => ({ at: dueAt, id })),
    }
  },
  audit: () => null,
})

interface Recorded {
  records: StoredInspection[]
  /** The last record, which says how it is. */
  latest: StoredInspection
}
export const readInspection = operation({
  name: 'inspections.inspection.read',
  summary: { zh: '一次检查、发现的问题和整改', en: 'One inspection, its findings and what became of them' },
  kind: 'read',
  input: AskInspection,
  output: WholeInspection,
  async load({ tx }, { inspectionId }): Promise<Recorded> {
    const found = (await findInspections(tx, [inspectionId])).get(inspectionId)
    if (!found) throw inspectionUnknown({ id: inspectionId })
    const records = await listRecords(tx, found.rootId)
    return { records, latest: records.find(({ correctedBy }) => correctedBy === null) ?? found }
  },
  allow: (actor, { latest }: Recorded) => mayReadInspections(actor, latest.division),
  async run(ctx, { asOf }, { records, latest }) {
    const moment = await momentOf(ctx, asOf)
    const rows = await listFindingsOf(ctx.tx, latest.division, moment, latest.rootId)
    const ids = rows.map(({ id }) => id)
    const [steps, photos, names, detail] = await Promise.all([
      listSteps(ctx.tx, ids),
      listPhotos(ctx.tx, ids),
      nameOfDivisions(ctx.tx),
      detailOf(ctx, latest),
    ])
    const counts = { inspectionId: latest.rootId, findings: rows.length, ...countOf(rows) }
    return {
      asOf: moment.toISOString(),
      inspection: {
        ...inspectionRow(latest, counts, names),
        ...detail,
        corrections: records.flatMap(({ id, why, receivedAt }) =>
          why === null ? [] : [{ id, why, receivedAt: receivedAt.toISOString() }],
        ),
      },
      findings: rows.map((row) => wholeFinding(row, { steps, photos, names })),
    }
  },
  audit: () => null,
})
const countOf = (rows: readonly FindingAt[]) => ({
  open: rows.filter(({ climbed }) => climbed !== null).length,
  overdue: rows.filter(({ overdue }) => overdue).length,
})

async function detailOf({ tx }: Ctx, one: StoredInspection) {
  const { planId, teamId, postIds, key, version, answers, note, voided, byDivision } = one
  const planIds = planId === null ? [] : [planId]
  const [plans, teams, posts] = await Promise.all([
    findPlans(tx, planIds),
    listTeams(tx, planIds),
    findPosts(tx, postIds),
  ])
  return {
    ...{ note, voided, byDivision, teamId },
    planTitle: plans.get(planId ?? '')?.title ?? null,
    teamTitle: teams.find(({ id }) => id === teamId)?.title ?? null,
    posts: postIds.map((id) => ({ id, title: posts.get(id)?.title ?? '—' })),
    checklist: key !== null && version !== null ? { key, version } : null,
    answers: answers as Record<string, string>,
  }
}

interface Around {
  steps: ReadonlyMap<string, StoredStep[]>
  photos: ReadonlyMap<string, string[]>
  names: Names
}
function wholeFinding(row: FindingAt, { steps, photos, names }: Around) {
  const own = steps.get(row.id) ?? []
  const stands = new Set(standingSteps(own).map(({ id }) => id))
  const shown = new Set(own.flatMap(({ photoIds }) => photoIds))
  return {
    ...findingRow(row, names),
    linkId: row.linkId,
    steps: own.map(({ findingId: _, receivedAt: __, recordedBy: ___, dueAt, at, ...step }) => ({
      ...step,
      dueAt: dueAt?.toISOString() ?? null,
      at: at.toISOString(),
      stands: stands.has(step.id),
    })),
    // Of the finding itself: those that no step shows as its evidence.
    photoIds: (photos.get(row.id) ?? []).filter((id) => !shown.has(id)),
  }
}

export const readHeat = operation({
  name: 'inspections.heat.read',
  summary: { zh: '督导检查热度', en: 'Where was inspected, and what is open there' },
  kind: 'read',
  input: AskHeat,
  output: Heat,
  allow: (actor, _loaded, { area }) => mayReadInspections(actor, area),
  async run(ctx, { asOf, area = ctx.actor.division }) {
    const moment = await momentOf(ctx, asOf)
    const [rows, names] = await Promise.all([heatOf(ctx.tx, area, moment), nameOfDivisions(ctx.tx)])
    const found = new Map(rows.map((row) => [row.division, row]))
    const parts = [...names.keys()].filter((code) => code.startsWith(area) && code.length === area.length + 3)
    const codes = [...new Set([...parts, ...found.keys()])].sort()
    const items = codes.map((division) => ({
      ...(found.get(division) ?? { ...NOTHING, division }),
      name: names.get(division) ?? division,
    }))
    return { asOf: moment.toISOString(), area, items, total: items.reduce(add, { ...NOTHING }) }
  },
  audit: () => null,
})
const NOTHING = { inspected: 0, places: 0, findings: 0, open: 0, waiting: 0, overdue: 0, passed: 0 }
type Counted = Omit<HeatRow, 'division'>
const add = (sum: Counted, row: Counted): Counted => ({
  inspected: sum.inspected + row.inspected,
  places: sum.places + row.places,
  findings: sum.findings + row.findings,
  open: sum.open + row.open,
  waiting: sum.waiting + row.waiting,
  overdue: sum.overdue + row.overdue,
  passed: sum.passed + row.passed,
})
