import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { anOrder, type OrderToSend } from '../isolation/isolation.factory.ts'
import { aHousehold } from '../people/households.factory.ts'
import type { AddRoom, OpenSite, TakeIn } from './schema.ts'

export const OPENED = '2020-02-01T08:00:00+08:00'
/** A moment of these days of February. */
export const on = (day: number, time = '12:00'): string => `2020-02-${String(day).padStart(2, '0')}T${time}:00+08:00`

export const aSite = (division: string, given: Partial<z.input<typeof OpenSite>> = {}): z.input<typeof OpenSite> => ({
  id: newId(),
  division,
  name: '迎宾路集中隔离点',
  location: '迎宾路 1 号',
  authority: '试验县疫情防控工作领导小组办公室',
  documentNo: '试防办〔2020〕9号',
  at: OPENED,
  ...given,
})

export const aRoom = (
  siteId: string,
  label: string,
  given: Partial<z.input<typeof AddRoom>> = {},
): z.input<typeof AddRoom> => ({
  id: newId(),
  siteId,
  at: OPENED,
  label,
  floor: Number(label[0]),
  ...given,
})

type Given = Partial<z.input<typeof TakeIn>> & { siteId: string; roomId: string; orderId: string }
export const aTakingIn = (given: Given): z.input<typeof TakeIn> => ({ id: newId(), at: on(4), ...given })

/** What has to be said for somebody to be kept in a site: 3 to 15 February. */
export const aCentralOrder = (division: string, personId: string, given: Partial<OrderToSend> = {}): OrderToSend =>
  anOrder(division, { kind: 'central', home: null, personId, ...given })

export interface GivenSite {
  siteId: string
  division: string
  rooms: string[]
  orders: string[]
  persons: string[]
  desk: Client
  staff: Client
}
/** A site with rooms 101, 102 … and as many orders of central isolation, whose persons live in the same village. */
export async function givenSite(
  { inside, as, county }: Scenario,
  given: { under?: string; rooms?: number; orders?: number } = {},
): Promise<GivenSite> {
  const { under = '100201', rooms: wanted = 3 } = given
  const people = given.orders ?? wanted
  const division = `${county}${under}`
  const { members } = await inside((ctx) => aHousehold(ctx, { members: Math.max(people, 1), under }))
  const desk = await as.countyDesk()
  const site = aSite(division)
  const made = [await desk.post('/sites', site)]
  const rooms = Array.from({ length: wanted }, (_, nth) => aRoom(site.id, String(101 + nth)))
  if (wanted > 0) made.push(await desk.post('/site-rooms/batch', { items: rooms }))
  const persons = members.slice(0, people)
  const orders = persons.map((personId) => aCentralOrder(division, personId))
  if (people > 0) made.push(await desk.post('/isolation/orders/batch', { items: orders }))
  const refused = made.find(
    ({ status, body }) => status > 201 || body.verdicts?.some((one: { ok: boolean }) => !one.ok),
  )
  if (refused) throw new Error(`no site: ${JSON.stringify(refused.body)}`)
  return {
    siteId: site.id,
    division,
    rooms: rooms.map(({ id }) => id),
    orders: orders.map(({ id }) => id),
    persons,
    desk,
    staff: await as.role('isolation-staff', { division, placeId: site.id }),
  }
}
