import type { z } from 'zod'
import { type Client, newId, type Reply, type Scenario } from '../../../test/scenario/scenario.ts'
import { anIdNumber, aPhone } from '../people/people.factory.ts'
import type { Contact, Illness, Stay, Travel } from './schema.ts'

export interface GivenCounty extends Scenario {
  desk: Client
  /** The village most people of a test live in. */
  village: string
  /** What a reader sees of a category as of a moment, after the clerk has been or before. */
  count(category: string, asOf?: string, by?: Client): Promise<number | undefined>
  members(category: string, asOf?: string, by?: Client): Promise<string[]>
}

/** A county whose line list began with the published categories. */
export async function givenCounty(stage: Scenario): Promise<GivenCounty> {
  const desk = await stage.as.countyDesk()
  const started = await desk.post('/line-list/start')
  if (started.status !== 201) throw new Error(`no line list: ${JSON.stringify(started.body)}`)
  const asked = (asOf?: string) => (asOf ? `asOf=${encodeURIComponent(asOf)}` : '')
  return {
    ...stage,
    desk,
    village: `${stage.county}100201`,
    count: async (category, asOf, by = desk) => {
      const { body } = await by.get(`/line-list/categories?${asked(asOf)}`)
      return body.items.find((one: { code: string }) => one.code === category)?.members
    },
    members: async (category, asOf, by = desk) => {
      const path = `/line-list?category=${category}&${asked(asOf)}`
      const { body } = await by.get(path, { purpose: 'contact-tracing' })
      return body.items.map((one: { person: { id: string } }) => one.person.id)
    },
  }
}

export const somebody = (given: { id?: string; name?: string } = {}) => ({
  id: newId(),
  name: '周小满',
  document: { kind: 'resident-id' as const, number: anIdNumber() },
  phone: aPhone(),
  ...given,
})

const AT = '2020-01-22T14:00:00+08:00'

export const aJourney = (division: string, given: Partial<z.input<typeof Travel>> = {}): z.input<typeof Travel> => ({
  id: newId(),
  division,
  recordedAt: '2020-02-01T09:00:00+08:00',
  person: somebody(),
  from: { code: '420100' },
  to: { code: division },
  arrivedAt: AT,
  means: 'rail',
  ...given,
})

export const aContact = (
  division: string,
  given: Partial<z.input<typeof Contact>> & Pick<z.input<typeof Contact>, 'with'>,
): z.input<typeof Contact> => ({
  id: newId(),
  division,
  recordedAt: '2020-02-01T09:00:00+08:00',
  person: somebody(),
  firstAt: '2020-01-23T08:00:00+08:00',
  lastAt: '2020-01-26T20:00:00+08:00',
  kind: 'household',
  ...given,
})

export const aStay = (
  division: string,
  given: Partial<z.input<typeof Stay>> & Pick<z.input<typeof Stay>, 'at'>,
): z.input<typeof Stay> => ({
  id: newId(),
  division,
  recordedAt: '2020-02-01T09:00:00+08:00',
  person: somebody(),
  arrivedAt: '2020-01-19T09:00:00+08:00',
  leftAt: '2020-01-19T10:00:00+08:00',
  ...given,
})

export const anIllness = (division: string, given: Partial<z.input<typeof Illness>> = {}): z.input<typeof Illness> => ({
  id: newId(),
  division,
  recordedAt: '2020-02-01T09:00:00+08:00',
  person: somebody(),
  onsetAt: '2020-01-28T08:00:00+08:00',
  state: 'suspected',
  ...given,
})

/** The person a record was kept for. */
export function personOf(reply: Reply): string {
  if (reply.status !== 201 && reply.status !== 200) throw new Error(`not kept: ${JSON.stringify(reply.body)}`)
  return reply.body.personId
}
