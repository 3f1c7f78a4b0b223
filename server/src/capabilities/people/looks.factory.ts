import { expect } from 'vitest'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import type { Purpose } from '../../kernel/operation.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aHouseholdToSend } from './households.factory.ts'
import { anIdNumber, aPhone } from './people.factory.ts'

/** Somebody the county knows, who has a home in `${county}100201`, and somebody else who looks alike. */
export interface KnownPerson {
  id: string
  village: string
  document: { kind: string; number: string }
  householdId: string
  alikeId: string
}

/**
 * How an operation that returns persons is asked, for the test that every look is recorded. A capability lists its own in
 * `<capability>.looks.factory.ts` and adds them to r35-looks.test.ts.
 */
export interface AskedLook {
  purpose: Purpose
  /** How many persons the answer shows. */
  count: number
  /** What the address names beyond `:personId` and `:householdId`; made here when it is not there yet, without looking at anybody. */
  params?: (scene: Scenario, person: KnownPerson, desk: Client) => Promise<Record<string, string>>
  query?: (person: KnownPerson) => string
  body?: (person: KnownPerson) => unknown
  /** Whom or what the audit names; the person unless said otherwise. */
  subject?: (person: KnownPerson) => string | null
}

export async function aKnownPerson({ as, county, inside }: Scenario): Promise<{ desk: Client; person: KnownPerson }> {
  await inside((ctx) => keepInventedDivisions(ctx))
  const desk = await as.countyDesk()
  const document = { kind: 'resident-id', number: anIdNumber() }
  const said = { division: `${county}100`, recordedAt: '2020-02-01T08:00:00+08:00', name: '周小满', phone: aPhone() }
  const [id, alikeId] = [newId(), newId()]
  for (const one of [
    { id, ...said, document },
    { id: alikeId, ...said },
  ])
    expect((await desk.post('/people', one)).status).toBe(201)
  const village = `${county}100201`
  const household = aHouseholdToSend(village, { members: [{ id: newId(), personId: id }] })
  expect((await desk.post('/households', household)).status).toBe(201)
  return { desk, person: { id, village, document, householdId: household.id, alikeId } }
}

export const peopleLooks: Record<string, AskedLook> = {
  'people.find': { purpose: 'checkpoint-screening', count: 1, body: ({ document }) => ({ by: 'document', document }) },
  'people.get': { purpose: 'contact-tracing', count: 1 },
  'people.unmask': { purpose: 'fever-hand-over', count: 1, body: () => ({ fields: ['name', 'document'] }) },
  'people.accesses': { purpose: 'resident-request', count: 1 },
  'people.household.list': { purpose: 'home-visit', count: 1, subject: () => null },
  'people.household.get': { purpose: 'home-visit', count: 1, subject: ({ householdId }) => householdId },
  'people.search': { purpose: 'contact-tracing', count: 1, body: ({ document }) => ({ q: document.number }) },
  'people.card.read': { purpose: 'home-visit', count: 1 },
  'people.likeness.list': { purpose: 'contact-tracing', count: 2, subject: () => null },
  'people.pair.compare': {
    purpose: 'agency-list-check',
    count: 2,
    body: ({ id, alikeId }) => ({ oneId: id, otherId: alikeId }),
  },
}
