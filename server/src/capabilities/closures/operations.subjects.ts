import { type Fact, isAgain, keepFacts, keepNew, originOf } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, operation, type Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { findDivisions, nameOfDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { afterDivision, cursorByDivision } from '../places/rules.cursors.ts'
import { countyMoment } from '../retention/index.ts'
import { loadSubject, pastAt, tell } from './facts.ts'
import { mayReadIn, mayRegister } from './policy.ts'
import { classOfOtherKind, divisionUnknown, goneAlready, inFuture, timesOfGathering } from './problems.ts'
import { kindOf } from './rules.ts'
import {
  AddSubject,
  AskMatrix,
  BATCH_MAX,
  EndSubject,
  Kept,
  ListSubjects,
  Matrix,
  SubjectPage,
  type SubjectRow,
} from './schema.ts'
import { countCells, listSubjectsAt, type SubjectAt } from './sql.ts'

type Names = ReadonlyMap<string, string>

function subjectProblem({ now }: Ctx, item: AddSubject, known: ReadonlyMap<string, unknown>): Problem | null {
  const { division, kind, class: one, heldFrom, heldTo, at } = item
  if (!known.has(division)) return divisionUnknown({ division })
  if (kindOf(one) !== kind) return classOfOtherKind({ class: one, kind })
  const isTimed = heldFrom !== null && heldTo !== null && Date.parse(heldFrom) < Date.parse(heldTo)
  if (kind === 'gathering' ? !isTimed : heldFrom !== null || heldTo !== null) return timesOfGathering()
  return isAhead(new Date(at), now) ? inFuture({ at, now: now.toISOString() }) : null
}

export const addSubjects = batchOperation({
  name: 'closures.subject.add',
  summary: { zh: '登记场所、集体活动和客运线路', en: 'Register venues, gatherings and lines' },
  kind: 'write',
  item: AddSubject,
  done: Kept,
  max: BATCH_MAX,
  load: (ctx, items) =>
    findDivisions(
      ctx.tx,
      items.map(({ division }) => division),
    ),
  allow: (actor, _known, item) => mayRegister(actor, item),
  async runMany(ctx, items, known) {
    const judged = items.map((item) => subjectProblem(ctx, item, known) ?? subjectFact(ctx, item))
    return keepJudged(ctx, 'closures.subject', judged)
  },
  audit: auditBatch,
})

const subjectFact = (ctx: Ctx, item: AddSubject) => ({
  ...originOf(ctx, item, item),
  kind: item.kind,
  class: item.class,
  name: item.name,
  address: item.address,
  held_from: item.heldFrom && new Date(item.heldFrom),
  held_to: item.heldTo && new Date(item.heldTo),
  at: new Date(item.at),
})

/** Keeps those that can be right, in one statement, and answers for each. */
export async function keepJudged(
  ctx: Ctx,
  table: `closures.${string}`,
  judged: ReadonlyArray<Problem | Fact>,
): Promise<Array<Verdict<Kept>>> {
  const sound = judged.flatMap((one) => (one instanceof Error ? [] : [one]))
  const arrivals = await keepFacts(ctx.tx, table, sound)
  const arrivalOf = new Map(sound.map((row, nth) => [row, arrivals[nth]]))
  const fresh = sound.filter((row) => arrivalOf.get(row) === 'new')
  for (const [division, rows] of Map.groupBy(fresh, (row) => row.division)) {
    const [first] = rows
    if (first) tell(ctx, { division }, first.id)
  }
  return judged.map((one) => {
    if (one instanceof Error) return { ok: false, problem: one }
    const arrival = arrivalOf.get(one)
    if (!arrival || arrival === 'taken') return { ok: false, problem: idTaken({ id: one.id }) }
    return { ok: true, arrival, value: { id: one.id, arrival } }
  })
}

export function auditBatch(items: ReadonlyArray<{ id: string }>, verdicts: ReadonlyArray<Verdict<Kept>>) {
  const done = verdicts.filter((verdict) => verdict.ok)
  return {
    count: items.length,
    note: {
      new: done.filter((verdict) => verdict.arrival === 'new').length,
      refused: verdicts.length - done.length,
      first: items[0]?.id ?? null,
    },
  }
}

export const endSubject = operation({
  name: 'closures.subject.end',
  summary: { zh: '注销登记的场所、活动或线路', en: 'Strike a venue, gathering or line off the register' },
  kind: 'write',
  input: EndSubject,
  output: Kept,
  load: loadSubject,
  allow: (actor, subject) => mayRegister(actor, subject),
  async run(ctx, input, subject) {
    if (await isAgain(ctx, 'closures.subject_end', input)) return { id: input.id, arrival: 'again' as const }
    if (subject.endedAt) throw goneAlready()
    const said = { subject_id: subject.id, why: input.why, at: pastAt(ctx, input.at) }
    await keepNew(ctx, 'closures.subject_end', { ...originOf(ctx, subject, input), ...said })
    tell(ctx, subject, subject.id)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { why: input.why, arrival: output.arrival },
  }),
})

export function subjectRow(row: SubjectAt, names: Names): SubjectRow {
  const { applicationId: _, heldFrom, heldTo, since, until, foundAt, ...same } = row
  return {
    ...same,
    divisionName: names.get(row.division) ?? row.division,
    heldFrom: heldFrom?.toISOString() ?? null,
    heldTo: heldTo?.toISOString() ?? null,
    since: since?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
    foundAt: foundAt?.toISOString() ?? null,
  }
}

const momentOf = async (ctx: Ctx, asOf: string | undefined): Promise<Date> =>
  asOf ? new Date(asOf) : await countyMoment(ctx)

export const listSubjects = operation({
  name: 'closures.subject.list',
  summary: { zh: '场所、活动和线路及其关停状态', en: 'Venues, gatherings and lines, and where they stand' },
  kind: 'read',
  input: ListSubjects,
  output: SubjectPage,
  allow: (actor, _loaded, { area }) => mayReadIn(actor, area),
  async run(ctx, { area = ctx.actor.division, kind, class: one, state, asOf, after, limit }) {
    const asked = { area, kind: kind ?? null, class: one ?? null, state: state ?? null }
    const moment = await momentOf(ctx, asOf)
    const rows = await listSubjectsAt(ctx.tx, { ...asked, moment, after: afterDivision(after), limit })
    const names = await nameOfDivisions(ctx.tx)
    return { items: rows.map((row) => subjectRow(row, names)), next: cursorByDivision(rows, limit, (row) => row) }
  },
  audit: () => null,
})

export const readMatrix = operation({
  name: 'closures.matrix.read',
  summary: { zh: '应关已关(按类别和乡镇)', en: 'Closed and to be closed, by class and township' },
  kind: 'read',
  input: AskMatrix,
  output: Matrix,
  allow: (actor, _loaded, { area }) => mayReadIn(actor, area),
  async run(ctx, { area = ctx.actor.division, kind, asOf }) {
    const moment = await momentOf(ctx, asOf)
    const cells = await countCells(ctx.tx, { area, moment, kind: kind ?? null })
    const names = await nameOfDivisions(ctx.tx)
    const townships = [...new Set(cells.map(({ township }) => township))]
    return {
      at: moment.toISOString(),
      townships: townships.map((division) => ({ division, name: names.get(division) ?? division })),
      cells,
    }
  },
  audit: () => null,
})
