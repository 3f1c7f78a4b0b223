import { type Ctx, cursorOf, operation, positionOf, purposeOf } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { isInFuture } from '../exposures/rules.ts'
import { enrolMany, listMet, maskedMany } from '../people/index.ts'
import { type FoundFever, feverDigest, openFevers } from './course.ts'
import { mayReadCases, mayReport } from './policy.course.ts'
import { caseUnknown, inFuture, personUnknown } from './problems.course.ts'
import { AskCase, CaseFile, CasePage, FeverReceipt, ListCases, ReportFever } from './schema.course.ts'
import { findCase, listCases, listFevers, type StoredCase } from './sql.course.ts'

export const reportFever = operation({
  name: 'cases.fever.report',
  summary: { zh: '登记发热', en: 'Report a fever' },
  kind: 'write',
  input: ReportFever,
  output: FeverReceipt,
  allow: (actor, _, { division }) => mayReport(actor, division),
  async run(ctx, input) {
    const at = new Date(Date.parse(input.at))
    if (isInFuture(at, ctx.now)) throw inFuture({ at: input.at, now: ctx.now.toISOString() })
    const personId = await personOf(ctx, input)
    const { id, division, origin, temperatureC, site, symptoms } = input
    const fever: FoundFever = { origin: { kind: origin, id }, personId, division, at, temperatureC, site, symptoms }
    const [opened] = await openFevers(ctx, [fever])
    if (!opened?.digest.equals(feverDigest(fever))) throw idTaken({ id })
    return { id, caseId: opened.caseId, personId, arrival: opened.arrival, receivedAt: ctx.now.toISOString() }
  },
  audit: ({ input, output }) => ({
    subject: output.personId,
    division: input.division,
    note: { case: output.caseId, origin: input.origin, arrival: output.arrival },
  }),
})

async function personOf(ctx: Ctx, { person, division, recordedAt }: ReportFever): Promise<string> {
  if ('personId' in person) {
    if (!(await listMet(ctx.tx, [person.personId])).has(person.personId)) throw personUnknown({ id: person.personId })
    return person.personId
  }
  const [enrolled] = await enrolMany(ctx, [{ ...person, division, recordedAt: new Date(recordedAt) }])
  if (!enrolled?.ok) throw enrolled?.problem ?? personUnknown({ id: person.id })
  return enrolled.value.personId
}

export const wireCase = ({ personId: _, openedAt, since, ...same }: StoredCase) => ({
  ...same,
  openedAt: openedAt.toISOString(),
  since: since.toISOString(),
})

export const listKnownCases = operation({
  name: 'cases.case.list',
  summary: { zh: '病例(脱敏)', en: 'Cases, masked' },
  kind: 'read',
  personal: true,
  input: ListCases,
  output: CasePage,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => mayReadCases(actor, purpose, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, status = null, origin = null, after, limit }) {
    const rows = await listCases(ctx.tx, { area, status, origin, before: positionOf(after), limit })
    const persons = await maskedMany(
      ctx,
      rows.map(({ personId }) => personId),
    )
    const items = rows.flatMap((row) => {
      const person = persons.get(row.personId)
      return person ? [{ ...wireCase(row), person }] : []
    })
    return { items, next: cursorOf(rows, limit, ({ openedAt, id }) => ({ at: openedAt, id })) }
  },
  audit: ({ input, output }) => ({ count: output.items.length, note: { status: input.status ?? 'all' } }),
})

export const readCase = operation({
  name: 'cases.case.read',
  summary: { zh: '一个病例', en: 'One case' },
  kind: 'read',
  personal: true,
  input: AskCase,
  output: CaseFile,
  load: purposeOf,
  allow: (actor, { purpose }) => mayReadCases(actor, purpose, actor.division),
  async run(ctx, { caseId }) {
    const found = await findCase(ctx.tx, caseId)
    if (!found) throw caseUnknown({ id: caseId })
    const [fevers, persons] = await Promise.all([listFevers(ctx.tx, caseId), maskedMany(ctx, [found.personId])])
    const person = persons.get(found.personId)
    if (!person) throw caseUnknown({ id: caseId })
    return { ...wireCase(found), person, fevers: fevers.map(({ at, ...same }) => ({ ...same, at: at.toISOString() })) }
  },
  audit: ({ output }) => ({ subject: output.person.id, division: output.division, note: { case: output.id } }),
})
