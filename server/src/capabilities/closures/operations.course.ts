import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, operation } from '../../kernel/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import { nameOfDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { loadSubject, pastAt, tell } from './facts.ts'
import { orderRow } from './operations.orders.ts'
import { auditBatch, keepJudged, subjectRow } from './operations.subjects.ts'
import { mayDecide, mayInspect, mayReadIn, mayRegister } from './policy.ts'
import {
  actionNeeded,
  applicationDecided,
  applicationOpen,
  applicationUnknown,
  beforeThat,
  breachOpen,
  checkNeeded,
  inFuture,
  notClosed,
  subjectUnknown,
} from './problems.ts'
import {
  Apply,
  AskSubject,
  BATCH_MAX,
  CheckApplication,
  DecideApplication,
  Inspect,
  Kept,
  SubjectCard,
} from './schema.ts'
import { type Application, findApplication, listSubjectActs, type StoredAct } from './sql.course.ts'
import { listHolds } from './sql.orders.ts'
import { findSubjectAt, findSubjects, type Subject } from './sql.ts'

function inspectionProblem({ now }: Ctx, { found, action }: Inspect, subject: Subject, at: Date): Problem | null {
  if ((found === 'open') !== (action !== null)) return actionNeeded()
  if (isAhead(at, now)) return inFuture({ at: at.toISOString(), now: now.toISOString() })
  return at < subject.knownAt ? beforeThat({ at: subject.knownAt.toISOString() }) : null
}

/** What somebody found at the door. Whether it had to be shut then follows from the orders, not from whoever went. */
export const inspect = batchOperation({
  name: 'closures.inspection.record',
  summary: { zh: '登记停业检查', en: 'Record inspections of what has to be closed' },
  kind: 'write',
  item: Inspect,
  done: Kept,
  max: BATCH_MAX,
  load: (ctx, items) =>
    findSubjects(
      ctx.tx,
      items.map(({ subjectId }) => subjectId),
    ),
  allow(actor, known, { subjectId }) {
    const subject = known.get(subjectId)
    return subject ? mayInspect(actor, subject) : subjectUnknown({ id: subjectId })
  },
  runMany: (ctx, items, known, senders) =>
    keepJudged(
      ctx,
      'closures.inspection',
      items.map((item, nth) => {
        const subject = known.get(item.subjectId)
        if (!subject) throw new Error('closures: allowed without a subject')
        const { subjectId: subject_id, found, action, inspector } = item
        // By the server's clock, however wrong that of the phone at the door was.
        const at = new Date(Date.parse(item.at) + (senders[nth]?.clockOffsetMs ?? 0))
        const row = { ...originOf(ctx, subject, item), subject_id, found, action, inspector, at }
        return inspectionProblem(ctx, item, subject, at) ?? row
      }),
    ),
  audit: auditBatch,
})

/** Written down by the office that receives it. */
export const apply = operation({
  name: 'closures.application.lodge',
  summary: { zh: '登记复业申请', en: 'Write down an application to reopen' },
  kind: 'write',
  input: Apply,
  output: Kept,
  load: loadSubject,
  allow: (actor, subject) => mayInspect(actor, subject),
  async run(ctx, input, subject) {
    await lockOne(ctx, `closures.subject/${subject.id}`)
    if (await isAgain(ctx, 'closures.application', input)) return { id: input.id, arrival: 'again' as const }
    const at = pastAt(ctx, input.at)
    const state = await findSubjectAt(ctx.tx, subject.id, at)
    if (!state?.since) throw notClosed()
    if (state.state === 'breach') throw breachOpen()
    if (state.applicationId && (state.state === 'applied' || state.state === 'inspected'))
      throw applicationOpen({ id: state.applicationId })
    await keepNew(ctx, 'closures.application', { ...originOf(ctx, subject, input), subject_id: subject.id, at })
    tell(ctx, subject, subject.id)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { record: input.id, arrival: output.arrival },
  }),
})

async function loadApplication({ tx }: Ctx, { applicationId }: { applicationId: string }): Promise<Application> {
  const found = await findApplication(tx, applicationId)
  if (!found) throw applicationUnknown({ id: applicationId })
  return found
}
const ofApplication = {
  kind: 'write' as const,
  output: Kept,
  load: loadApplication,
  audit: ({ input, output, loaded }: { input: { id: string }; output: Kept; loaded: Application }) => ({
    subject: loaded.subjectId,
    division: loaded.division,
    note: { record: input.id, arrival: output.arrival },
  }),
}

export const checkApplication = operation({
  name: 'closures.application.check',
  summary: { zh: '复业查验', en: 'Look at a venue that applied to reopen' },
  ...ofApplication,
  input: CheckApplication,
  allow: (actor, application) => mayRegister(actor, application),
  async run(ctx, input, application) {
    if (await isAgain(ctx, 'closures.application_check', input)) return { id: input.id, arrival: 'again' as const }
    const at = pastAt(ctx, input.at)
    if (application.decidedAt) throw applicationDecided()
    if (at < application.at) throw beforeThat({ at: application.at.toISOString() })
    const said = { application_id: application.id, met: [...new Set(input.met)], inspector: input.inspector, at }
    await keepNew(ctx, 'closures.application_check', { ...originOf(ctx, application, input), ...said })
    tell(ctx, application, application.subjectId)
    return { id: input.id, arrival: 'new' as const }
  },
})

export const decideApplication = operation({
  name: 'closures.application.decide',
  summary: { zh: '决定是否复业', en: 'Decide about an application to reopen' },
  ...ofApplication,
  input: DecideApplication,
  allow: (actor, application) => mayDecide(actor, application),
  async run(ctx, input) {
    await lockOne(ctx, `closures.application/${input.applicationId}`)
    if (await isAgain(ctx, 'closures.application_decision', input)) return { id: input.id, arrival: 'again' as const }
    const application = await loadApplication(ctx, input)
    const at = pastAt(ctx, input.at)
    if (application.decidedAt) throw applicationDecided()
    if (input.granted && (application.passed !== true || (application.checkedAt && application.checkedAt > at)))
      throw checkNeeded()
    if (at < application.at) throw beforeThat({ at: application.at.toISOString() })
    const { granted, decider, reason } = input
    const said = { application_id: application.id, subject_id: application.subjectId, granted, decider, reason, at }
    await keepNew(ctx, 'closures.application_decision', { ...originOf(ctx, application, input), ...said })
    tell(ctx, application, application.subjectId)
    return { id: input.id, arrival: 'new' as const }
  },
})

const openOf = (acts: readonly StoredAct[], begun: 'applied' | 'appealed', done: 'decided' | 'answered') => {
  const settled = new Set(acts.filter(({ type }) => type === done).map((act) => act.of))
  return acts.find((act) => act.type === begun && !settled.has(act.of))?.id ?? null
}

export const readSubject = operation({
  name: 'closures.subject.read',
  summary: { zh: '一个场所、活动或线路及其经过', en: 'One venue, gathering or line and its course' },
  kind: 'read',
  input: AskSubject,
  output: SubjectCard,
  load: loadSubject,
  allow: (actor, subject) => mayReadIn(actor, subject.division),
  async run(ctx, { subjectId, asOf }, subject) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const [at, acts, holds, names] = await Promise.all([
      findSubjectAt(ctx.tx, subjectId, moment),
      listSubjectActs(ctx.tx, subjectId),
      listHolds(ctx.tx, subjectId),
      nameOfDivisions(ctx.tx),
    ])
    const nothing = { orderId: null, since: null, until: null, found: null, foundAt: null, applicationId: null }
    const { knownAt: _, endedAt: __, ...same } = subject
    const closings = holds.map((one) => ({
      ...{ type: 'closing' as const, id: one.id, at: one.startsAt.toISOString(), by: one.decider },
      ...{ outcome: null, words: one.documentNo, met: null },
    }))
    const told = acts.map(({ of: _of, at: when, ...act }) => ({ ...act, at: when.toISOString() }))
    return {
      ...subjectRow(at ?? { ...same, ...nothing, state: 'open' }, names),
      orders: holds.map(({ freedAt: _freed, ...one }) => orderRow(one, { names, moment })),
      openApplicationId: openOf(acts, 'applied', 'decided'),
      openAppealId: openOf(acts, 'appealed', 'answered'),
      acts: [...told, ...closings].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
    }
  },
  audit: () => null,
})
