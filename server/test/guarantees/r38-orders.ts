import fc from 'fast-check'
import type { App } from '../../src/app.ts'
import { writeExpired } from '../../src/capabilities/isolation/expiring.ts'
import { standingAt } from '../../src/capabilities/isolation/rules.ts'
import { enrolMany } from '../../src/capabilities/people/index.ts'
import { aTraveller } from '../../src/capabilities/people/people.factory.ts'
import { keepInventedDivisions } from '../../src/capabilities/places/places.factory.ts'
import { addDays, endOfDay } from '../../src/capabilities/places/rules.clock.ts'
import { performBatch } from '../../src/kernel/gather.ts'
import { type Actor, asSystem, type Meta, perform } from '../../src/kernel/operation.ts'
import { Problem } from '../../src/kernel/problem.ts'
import { actorAs } from '../access-table/access-table.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { inForce, type Model, type Move, moves, type Planned, planOf } from './r38-steps.ts'

/** A person in a county whose server's clock somebody else moves. */
interface World {
  app: App
  county: number
  personId: string
}

/** An order as it is read off its facts: the decision that holds, and when it begins and ends. */
export interface Held {
  id: string
  documentNo: string | null
  authority: string | null
  decider: string | null
  ground: string | null
  startsAt: Date
  endsAt: Date
  decidedOn: string
  /** The day of the decision or of the latest review, and the day of the next. */
  reviewedOn: string
  reviewOn: string | null
  appeal: string | null
  ended: boolean
}
type IsStanding = (held: Held, now: Date) => boolean
/** What a product does that has a switch: somebody is kept until it is turned off. */
export const byASwitch: IsStanding = ({ startsAt, ended }, now) => !ended && startsAt <= now

const GROUNDS = ['close-contact', 'contact-of-contact', 'affected-area', 'fever', 'asymptomatic', 'discharged']
const isNoTime = (at: Date) => Number.isNaN(at.getTime())

/** Everything that is wrong with what a person is kept under at a moment; nothing, if the promise holds. */
export function wrongWith(held: readonly Held[], now: Date, isStanding: IsStanding): string[] {
  const standing = held.filter((one) => isStanding(one, now))
  const wrong = standing.flatMap((one) => [
    ...(['documentNo', 'authority', 'decider', 'appeal'] as const)
      .filter((field) => !one[field]?.trim())
      .map((field) => `without ${field}`),
    ...(GROUNDS.includes(one.ground ?? '') ? [] : ['without ground']),
    ...(isNoTime(one.startsAt) ? ['without start'] : []),
    ...(isNoTime(one.endsAt) || one.endsAt > endOfDay(addDays(one.decidedOn, 14)) ? ['without end'] : []),
    ...(one.reviewOn === null || one.reviewOn > addDays(one.reviewedOn, 7) ? ['without review'] : []),
    ...(one.endsAt <= now ? ['outlives its end'] : []),
  ])
  return standing.length > 1 ? [...wrong, 'twice at one time'] : wrong
}

const heldNow = ({ app, county, personId }: World, now: Date): Promise<Held[]> =>
  asSystem(
    app.kernel,
    county,
    now,
    ({ tx }) => tx<Held[]>`
      select o.id, o.document_no as "documentNo", o.authority, o.decider, o.ground, o.starts_at as "startsAt", o.ends_at as "endsAt",
        o.appeal, o.review_on::text as "reviewOn", o.ending_id is not null as ended,
        isolation.day_of(coalesce(x.decided_at, o.starts_at))::text as "decidedOn",
        isolation.day_of(greatest(x.decided_at, o.starts_at, r.reviewed_at))::text as "reviewedOn"
      from isolation.order_now o
      left join lateral (
        select decided_at from isolation.extension x where x.county = o.county and x.order_id = o.id
        order by received_at desc, id desc limit 1) x on true
      left join lateral (
        select max(reviewed_at) as reviewed_at from isolation.review r where r.county = o.county and r.order_id = o.id) r on true
      where o.county = (select kernel.app_county()) and o.person_id = ${personId}`,
  )

/** Walks one person through a sequence; throws at the first moment at which the promise, or the model, is broken. */
async function walk(world: World, sequence: readonly Move[], isStanding: IsStanding): Promise<void> {
  const model: Model = { now: new Date('2020-02-03T02:00:00Z'), spans: [] }
  const actor = actorAs('county-desk', { division: String(world.county) })
  for (const move of sequence) {
    const planned = move.do === 'jump' ? null : planOf(move, model, world)
    if (move.do === 'jump') await jump(world, model, move)
    else if (planned) await take(planned, { world, model, actor })
    await hold(world, model, isStanding)
  }
}

const HOUR_MS = 3_600_000
/** The server's clock jumps, also back; then the job comes by, or does not. */
async function jump({ app, county }: World, model: Model, { hours, job }: { hours: number; job: boolean }) {
  model.now = new Date(model.now.getTime() + hours * HOUR_MS)
  if (!job) return
  await asSystem(app.kernel, county, model.now, writeExpired)
  for (const span of model.spans) if (span.to <= model.now) span.ended = true
}

async function take(planned: Planned, { world, model, actor }: { world: World; model: Model; actor: Actor }) {
  const meta = { requestId: 'r38', purpose: null, now: model.now, clockOffsetMs: 0 }
  const refused = await say(world.app, planned, actor, meta).catch((error: unknown) => {
    if (error instanceof Problem && error.status < 500) return error
    throw error
  })
  if (planned.isSound && refused) throw new Error(`refused, though sound: ${refused.code}`)
  if (!planned.isSound && !refused) throw new Error('kept, though not sound')
  if (planned.isSound) planned.kept()
}

async function say({ kernel }: App, { sent }: Planned, actor: Actor, meta: Meta): Promise<Problem | null> {
  for (const [op, body] of sent) {
    if (!('one' in op)) await perform(kernel, op, actor, body, meta)
    else {
      const [verdict] = await performBatch(kernel, op.one, actor, [body], meta)
      if (verdict && !verdict.ok) return verdict.problem
    }
  }
  return null
}

async function hold(world: World, model: Model, isStanding: IsStanding): Promise<void> {
  const held = await heldNow(world, model.now)
  const wrong = wrongWith(held, model.now, isStanding)
  if (wrong.length > 0) throw new Error(wrong.join(', '))
  const stands = held.filter((order) => isStanding(order, model.now)).map(({ id }) => id)
  const should = [inForce(model)?.id].filter((id) => id !== undefined)
  if (stands.join() !== should.join()) throw new Error(`standing: ${stands.join()}; by the model: ${should.join()}`)
}

/** Every sequence has a person of its own. */
async function strangers({ inside, county }: Scenario, count: number): Promise<string[]> {
  const enrolled = await inside(async (ctx) => {
    await keepInventedDivisions(ctx)
    const travellers = Array.from({ length: count }, () => aTraveller({ division: `${county}100201` }))
    return enrolMany(ctx, travellers)
  })
  return enrolled.flatMap((one) => (one.ok ? [one.value.personId] : []))
}

/** The first broken promise of so many sequences, or null. */
export async function firstBroken(stage: Scenario, sequences: number, isStanding: IsStanding = standingAt) {
  const persons = await strangers(stage, sequences)
  const property = fc.asyncProperty(moves, (sequence) => {
    const personId = persons.pop()
    if (!personId) throw new Error('r38: nobody left')
    return walk({ app: stage.app, county: stage.county, personId }, sequence, isStanding)
  })
  const found = await fc.check(property, { numRuns: sequences, endOnFailure: true })
  if (!found.failed) return null
  return { said: String(found.errorInstance), seed: found.seed, moves: found.counterexample?.[0] ?? [] }
}
