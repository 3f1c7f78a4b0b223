import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aTakingIn, type GivenSite, givenSite } from './sites.factory.ts'

/**
 * Random days at a site of three rooms and four people, sent over HTTP, beside a model that knows nothing but the sentences of the
 * promise: a room has one person unless one of them shares it with ground, nobody is in two rooms, nobody stays when the order is over,
 * and a vacated room takes nobody before it was disinfected.
 */
const ROOMS = 3
const PEOPLE = 4
const START = Date.parse('2020-02-03T10:00:00+08:00')
const HOUR = 3_600_000

type Step =
  | { do: 'in' | 'move'; who: number; room: number; beside: number | null }
  | { do: 'out'; who: number }
  | { do: 'end'; who: number }
  | { do: 'clean'; room: number }
const who = fc.integer({ min: 0, max: PEOPLE - 1 })
const room = fc.integer({ min: 0, max: ROOMS - 1 })
const beside = fc.option(who, { freq: 2 })
const step: fc.Arbitrary<{ hours: number; step: Step }> = fc.record({
  // A clock that also stands still: what happens at one moment happens in the order in which it is sent.
  hours: fc.integer({ min: 0, max: 60 }),
  step: fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('in' as const), who, room, beside }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), who, room, beside }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('out' as const), who }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const), who }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('clean' as const), room }) },
  ),
})

interface Person {
  ends: number
  room: number | null
  since: number
  lodgingId: string
}
interface Model {
  people: Person[]
  dirty: boolean[]
}
const newModel = (): Model => ({
  people: Array.from({ length: PEOPLE }, () => ({
    ends: Date.parse('2020-02-16T00:00:00+08:00'),
    room: null,
    since: 0,
    lodgingId: '',
  })),
  dirty: Array.from({ length: ROOMS }, () => false),
})

/** Whoever's order is over is gone, and leaves the room to be disinfected when nobody else is in it. */
function pass(model: Model, now: number): void {
  for (const one of model.people) if (one.room !== null && now >= one.ends) vacate(model, one)
}
function vacate(model: Model, one: Person): void {
  const left = one.room
  one.room = null
  if (left !== null && !model.people.some((other) => other.room === left)) model.dirty[left] = true
}
function mayEnter(model: Model, one: Person, wanted: number, host: number | null): boolean {
  const others = model.people.filter((other) => other !== one && other.room === wanted)
  if (host === null) return others.length === 0 && !model.dirty[wanted]
  const owner = model.people[host]
  return owner !== undefined && owner !== one && owner.room === wanted
}

/** What the product is asked, and what the model says of it. */
async function play(site: GivenSite, model: Model, now: number, { step: one }: { step: Step }): Promise<void> {
  const at = new Date(now).toISOString()
  const post = async (path: string, body: object) =>
    (await site.staff.post(path, { id: newId(), at, ...body })).status < 300
  if (one.do === 'clean') {
    const solution = { agent: '84消毒液', mgPerLitre: 1000, roomIds: [site.rooms[one.room]] }
    expect(await post(`/sites/${site.siteId}/disinfections`, solution)).toBe(true)
    if (!model.people.some((person) => person.room === one.room)) model.dirty[one.room] = false
    return
  }
  const person = model.people[one.who]
  if (!person) throw new Error('nobody')
  const lodging = `/lodgings/${person.lodgingId || newId()}`
  if (one.do === 'end') {
    const end = { id: newId(), recordedAt: at, endedAt: at, why: 'released' }
    const { status } = await site.desk.post(`/isolation/orders/${site.orders[one.who]}/end`, end)
    if (now < person.ends) {
      expect(status < 300).toBe(now > START)
      if (status < 300) person.ends = now
    }
    return pass(model, now)
  }
  if (one.do === 'out') {
    const wasIn = person.room !== null
    const done = await post(`${lodging}/leaving`, { whereto: 'released' })
    // Leaving may also be written down after the order has ended it.
    if (wasIn) expect(done).toBe(true)
    if (wasIn) vacate(model, person)
    return
  }
  const host = one.beside === null ? null : model.people[one.beside]
  const share = host ? { lodgingId: host.lodgingId || newId(), ground: 'child' } : null
  const stands = now >= START && now < person.ends
  const enters = mayEnter(model, person, one.room, one.beside)
  if (one.do === 'in') {
    const item = aTakingIn({
      siteId: site.siteId,
      roomId: site.rooms[one.room] ?? '',
      orderId: site.orders[one.who] ?? '',
      at,
      beside: share as never,
    })
    const { status } = await site.staff.post(`/sites/${site.siteId}/lodgings`, item)
    const expected = stands && person.room === null && enters
    expect({ status: status < 300, one, now: at }).toEqual({ status: expected, one, now: at })
    if (expected) Object.assign(person, { room: one.room, since: now, lodgingId: item.id })
    return
  }
  const expected = stands && person.room !== null && person.room !== one.room && enters
  const moved = await post(`${lodging}/moves`, { roomId: site.rooms[one.room], beside: share, why: '换房' })
  expect({ moved, one, now: at }).toEqual({ moved: expected, one, now: at })
  if (expected) {
    vacate(model, person)
    Object.assign(person, { room: one.room, since: now })
  }
}

/** What everybody can see, against the model. */
async function compare(site: GivenSite, model: Model, now: number): Promise<void> {
  const { rooms } = (
    await site.staff.get(`/sites/${site.siteId}/board?asOf=${encodeURIComponent(new Date(now).toISOString())}`)
  ).body
  for (const [nth, id] of site.rooms.entries()) {
    const shown = rooms.find((one: { id: string }) => one.id === id)
    const inside = model.people.filter((one) => one.room === nth)
    expect(shown.lodgers.map(({ lodgingId }: { lodgingId: string }) => lodgingId).sort()).toEqual(
      inside.map((one) => one.lodgingId).sort(),
    )
    expect(shown.state).toBe(inside.length > 0 ? 'occupied' : model.dirty[nth] ? 'to-disinfect' : 'free')
    for (const one of shown.lodgers)
      expect(new Date(one.until).getTime()).toBe(
        model.people.find(({ lodgingId }) => lodgingId === one.lodgingId)?.ends,
      )
    expect(shown.lodgers.filter(({ shares }: { shares: boolean }) => !shares).length).toBeLessThanOrEqual(1)
  }
}

const RUNS = Number(process.env['MODEL_RUNS'] ?? 8)
test(
  'no room ever holds two people without ground, and nobody stays longer than their order',
  scenario(async (scene) => {
    let under = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const site = await givenSite(scene, { rooms: ROOMS, orders: PEOPLE, under: under++ % 2 ? '100201' : '100202' })
        const model = newModel()
        let now = START
        for (const one of steps) {
          now += one.hours * HOUR
          pass(model, now)
          await play(site, model, now, one)
          await compare(site, model, now)
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  }),
  120_000,
)
