import type { z } from 'zod'
import { type Ctx, cursorOf, operation, positionOf, purposeOf } from '../../kernel/operation.ts'
import { open } from '../../kernel/seal.ts'
import { maskedMany } from '../people/index.ts'
import { maskPlate } from '../people/rules.ts'
import { plateSeal } from './operations.ts'
import { mayTrace } from './policy.ts'
import { categoryUnknown, nobodyThere } from './problems.ts'
import { AskLineList, AskPerson, AskWhy, LineList, PersonExposures, Why } from './schema.line-list.ts'
import {
  listContacts,
  listIllness,
  listStays,
  listTravel,
  type StoredContact,
  type StoredIllness,
  type StoredStay,
  type StoredTravel,
} from './sql.facts.ts'
import { categoriesOf, findPersonDivision, judgePerson, listGrounds, listMembers } from './sql.members.ts'
import { listCategories } from './sql.places.ts'

/** A permission is pure, so it is told the purpose instead of asking the transaction for it. */

const iso = (at: Date) => at.toISOString()
const isoOrNull = (at: Date | null) => at?.toISOString() ?? null

export const readLineList = operation({
  name: 'exposures.line-list.read',
  summary: { zh: '分类名单(脱敏)', en: 'The line list of one category, masked' },
  kind: 'read',
  personal: true,
  input: AskLineList,
  output: LineList,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => mayTrace(actor, purpose, area ?? actor.division),
  async run(ctx, { category, area = ctx.actor.division, asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : ctx.now
    const before = positionOf(after)
    const rows = await listMembers(ctx.tx, { category, area, moment, before, limit })
    const ids = rows.map(({ personId }) => personId)
    const [persons, categories] = await Promise.all([maskedMany(ctx, ids), categoriesOf(ctx.tx, ids, moment)])
    const items = rows.flatMap(({ personId, division, since, until }) => {
      const person = persons.get(personId)
      if (!person) return []
      return [
        { person, division, since: iso(since), until: isoOrNull(until), categories: categories.get(personId) ?? [] },
      ]
    })
    return { items, next: cursorOf(rows, limit, ({ since, personId }) => ({ at: since, id: personId })) }
  },
  audit: ({ input, output }) => ({ count: output.items.length, note: { category: input.category } }),
})

/** Only for somebody whose record lies in the reader's area; the others are ids. */
async function refuseOutside({ tx }: Ctx, personId: string): Promise<void> {
  if (!(await findPersonDivision(tx, personId))) throw nobodyThere({ id: personId })
}

export const readPersonExposures = operation({
  name: 'exposures.person.read',
  summary: { zh: '一个人的行程、接触、停留与发病', en: "One person's travel, contacts, stays and illness" },
  kind: 'read',
  personal: true,
  input: AskPerson,
  output: PersonExposures,
  load: purposeOf,
  allow: (actor, { purpose }) => mayTrace(actor, purpose, actor.division),
  async run(ctx, { personId }) {
    await refuseOutside(ctx, personId)
    const [travel, contacts, stays, illness] = await Promise.all([
      listTravel(ctx.tx, personId),
      listContacts(ctx.tx, personId),
      listStays(ctx.tx, personId),
      listIllness(ctx.tx, personId),
    ])
    const named = [...new Set(contacts.flatMap(({ with: other }) => other ?? []))]
    const persons = await maskedMany(ctx, [personId, ...named])
    const person = persons.get(personId)
    if (!person) throw nobodyThere({ id: personId })
    return {
      person,
      travel: travel.map(travelFact),
      contacts: contacts.map(contactFact),
      stays: stays.map(stayFact),
      illness: illness.map(illnessFact),
      others: named.flatMap((id) => persons.get(id) ?? []),
    }
  },
  audit: ({ input, output }) => ({ subject: input.personId, count: 1 + output.others.length }),
})

function travelFact({ stops, plate, recordedAt, leftAt, arrivedAt, ...same }: StoredTravel) {
  const at = (role: string) =>
    (stops ?? []).filter((stop) => stop.role === role).map(({ code, place }) => ({ code, place }))
  return {
    ...same,
    recordedAt: iso(recordedAt),
    from: at('from')[0] ?? null,
    via: at('via'),
    to: at('to')[0] ?? null,
    leftAt: isoOrNull(leftAt),
    arrivedAt: isoOrNull(arrivedAt),
    plate: plate ? maskPlate(open(plate, plateSeal(same.id))) : null,
  }
}
const contactFact = ({ recordedAt, firstAt, lastAt, ...same }: StoredContact) => ({
  ...same,
  recordedAt: iso(recordedAt),
  firstAt: iso(firstAt),
  lastAt: iso(lastAt),
})
const stayFact = ({ recordedAt, arrivedAt, leftAt, ...same }: StoredStay) => ({
  ...same,
  recordedAt: iso(recordedAt),
  arrivedAt: iso(arrivedAt),
  leftAt: iso(leftAt),
})
const illnessFact = ({ recordedAt, onsetAt, ...same }: StoredIllness) => ({
  ...same,
  recordedAt: iso(recordedAt),
  onsetAt: iso(onsetAt),
})

/** Whether somebody is in a category at a moment, and every fact that says so. */
export const explainMember = operation({
  name: 'exposures.line-list.explain',
  summary: { zh: '为何在这个分类', en: 'Why somebody is in a category, or is not' },
  kind: 'read',
  personal: true,
  input: AskWhy,
  output: Why,
  load: purposeOf,
  allow: (actor, { purpose }) => mayTrace(actor, purpose, actor.division),
  async run(ctx, { personId, category, asOf }) {
    await refuseOutside(ctx, personId)
    const definition = (await listCategories(ctx.tx)).find(({ code }) => code === category)
    if (!definition) throw categoryUnknown({ code: category })
    const moment = asOf ? new Date(asOf) : ctx.now
    const [judged, grounds] = await Promise.all([
      judgePerson(ctx.tx, personId),
      listGrounds(ctx.tx, personId, category),
      // Whoever is looked at is looked at on record, shown or not.
      maskedMany(ctx, [personId]),
    ])
    const byCode = new Map(judged.map((one) => [one.category, one]))
    const own = byCode.get(category)
    const isIn = own !== undefined && own.since <= moment && (own.until === null || own.until > moment)
    const { within, condition } = definition
    return {
      personId,
      category,
      version: definition.version,
      asOf: iso(moment),
      member: isIn,
      since: own ? iso(own.since) : null,
      until: own ? isoOrNull(own.until) : null,
      grounds: grounds.flatMap(({ clause, at, ...ground }) => {
        const said = condition.any[clause]
        return said ? [{ ...ground, at: iso(at), clause: said }] : []
      }) as z.input<typeof Why>['grounds'],
      within: within ? { code: within, since: isoOrNull(byCode.get(within)?.since ?? null) } : null,
      keptOutBy: (condition.unless ?? []).flatMap((code) => {
        const since = byCode.get(code)?.since
        return since ? [{ code, since: iso(since) }] : []
      }),
    }
  },
  audit: ({ input, output }) => ({
    subject: input.personId,
    note: { category: input.category, member: output.member },
  }),
})
