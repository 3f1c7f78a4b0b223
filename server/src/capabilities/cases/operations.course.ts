import { type Ctx, cursorOf, operation, positionOf, purposeOf } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { enrolMany, listMet, maskedMany } from '../people/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { collectingEnded, countyMoment } from '../retention/index.ts'
import { type FoundFever, feverDigest, openFevers } from './course.ts'
import { editionFor, profileOf } from './entries.ts'
import { readJournal } from './journal.ts'
import { mayReadCases, mayReport } from './policy.course.ts'
import { caseUnknown, inFuture, personUnknown } from './problems.course.ts'
import { profilesByCode } from './profiles.ts'
import type { ProfileBody } from './rules.ts'
import { CaseFile } from './schema.case-file.ts'
import { AskCase, CasePage, FeverReceipt, ListCases, ReportFever } from './schema.course.ts'
import { contactRows, countsFrom, fileOf, wireCase } from './showing.course.ts'
import { findCase, type HoursByProfile, listCases, listContacts } from './sql.course.ts'

export const reportFever = operation({
  name: 'cases.fever.report',
  summary: { zh: '登记发热', en: 'Report a fever' },
  kind: 'write',
  input: ReportFever,
  output: FeverReceipt,
  allow: (actor, _, { division }) => mayReport(actor, division),
  async run(ctx, input) {
    const at = new Date(Date.parse(input.at))
    if (isAhead(at, ctx.now)) throw inFuture({ at: input.at, now: ctx.now.toISOString() })
    const ended = (await collectingEnded(ctx, null))(at)
    if (ended) throw ended
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

export const listKnownCases = operation({
  name: 'cases.case.list',
  summary: { zh: '病例(脱敏)', en: 'Cases, masked' },
  kind: 'read',
  personal: true,
  input: ListCases,
  output: CasePage,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => mayReadCases(actor, purpose, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, status = null, origin = null, overdue = false, after, limit }) {
    const hours = hoursOf(await profilesByCode(ctx))
    const asked = {
      area,
      status,
      origin,
      overdue,
      hours,
      now: await countyMoment(ctx),
      before: positionOf(after),
      limit,
    }
    const rows = await listCases(ctx.tx, asked)
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

const hoursOf = (profiles: ReadonlyMap<string, { body: ProfileBody }>): HoursByProfile =>
  Object.fromEntries([...profiles].map(([code, { body }]) => [code, body.reportHours ?? {}]))

/** More contacts than this are read on the contact pages. */
const CONTACTS_SHOWN = 200

export const readCase = operation({
  name: 'cases.case.read',
  summary: { zh: '一个病例的全过程', en: 'One case, its whole course' },
  kind: 'read',
  personal: true,
  input: AskCase,
  output: CaseFile,
  load: purposeOf,
  allow: (actor, { purpose }) => mayReadCases(actor, purpose, actor.division),
  async run(ctx, { caseId }) {
    const found = await findCase(ctx.tx, caseId)
    if (!found) throw caseUnknown({ id: caseId })
    const [began, profile, journal, contacts] = await Promise.all([
      profileOf(ctx, found.profile),
      editionFor(ctx, found, ctx.now),
      readJournal(ctx.tx, caseId),
      listContacts(ctx.tx, found.personId, CONTACTS_SHOWN),
    ])
    const persons = await maskedMany(ctx, [found.personId, ...contacts.map(({ personId }) => personId)])
    const person = persons.get(found.personId)
    if (!person) throw caseUnknown({ id: caseId })
    const file = fileOf({ now: ctx.now, moment: await countyMoment(ctx) }, found, { began, profile }, journal)
    return { ...file, person, contacts: contactRows(contacts, persons, countsFrom(profile, journal)) }
  },
  audit: ({ output }) => ({
    subject: output.person.id,
    division: output.division,
    count: 1 + output.contacts.length,
    note: { case: output.id },
  }),
})
