import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { actAs } from '../server/src/capabilities/access/access.factory.ts'
import { tellOffices } from '../server/src/capabilities/isolation/jobs.readings.ts'
import { enrolMany } from '../server/src/capabilities/people/index.ts'
import { asSystem } from '../server/src/kernel/operation.ts'
import { COUNTY } from './county.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const TOWNSHIP = `${COUNTY}100`
const words = (count: number): string => count.toLocaleString('en')
const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/** So many households with one person each under an order that began two days ago, spread over the villages of the county. */
async function observe({ owner, app }: Stand, people: number): Promise<string[]> {
  await owner`
    with village as (
      select division, row_number() over (order by division) - 1 as nth, count(*) over () as many from places.division
      where county = ${COUNTY} and length(division) = 12),
    who as (
      select gen_random_uuid() as order_id, gen_random_uuid() as household, gen_random_uuid() as person, n, v.division
      from generate_series(0, ${people}::int - 1) as n join village v on v.nth = n % v.many),
    homes as (
      insert into people.household (county, id, division, recorded_at, received_at, digest)
      select ${COUNTY}, household, division, now(), now(), '' from who),
    doors as (
      insert into people.dwelling (county, id, household_id, division, block, walk_order, since, recorded_at, received_at, digest)
      select ${COUNTY}, gen_random_uuid(), household, division, '第' || (n % 7) || '组', n, '2020-01-01', now(), now(), '' from who)
    insert into isolation.opening (county, id, division, person_id, household_id, kind, profile, ground, anchor_on, anchor_kind, source_kind,
      document_no, authority, decider, appeal, starts_at, ends_on, review_on, home_checked_at, home_checked_by, home_met, recorded_at,
      received_at, digest)
    select ${COUNTY}, order_id, division, person, household, 'home', 'covid19-cn-ed4', 'close-contact', (now() - interval '3 days')::date,
      'last-exposure', 'hand', '测试〔2020〕1号', '测试', '测试', '测试测试测试', now() - interval '2 days', (now() + interval '8 days')::date,
      (now() + interval '4 days')::date, now(), '测试', array['own-room', 'alone-in-room', 'no-visitors', 'distance-and-mask',
      'own-utensils', 'stays-in', 'waste-bagged', 'doctor-reachable'], now(), now(), '' from who`
  await owner`analyze isolation.opening, isolation.span, people.dwelling, people.household`
  const own = await owner<{ id: string; person: string; division: string }[]>`
    select id, person_id as person, division from isolation.opening where county = ${COUNTY} and left(division, 9) = ${TOWNSHIP}`
  for (let at = 0; at < own.length; at += 1000) {
    const travellers = own.slice(at, at + 1000).map(({ person, division }, nth) => ({
      id: person,
      division,
      recordedAt: new Date(),
      name: `测试人员${at + nth}`,
    }))
    await asSystem(app.kernel, COUNTY, new Date(), (ctx) => enrolMany(ctx, travellers))
  }
  const all = await owner<{ id: string }[]>`select id from isolation.opening where county = ${COUNTY} order by id`
  return all.map(({ id }) => id)
}

const aReading = (orderId: string, at: Date, temperatureC = 36.5) => ({
  id: randomUUID(),
  orderId,
  recordedAt: at.toISOString(),
  temperatureC,
})

/** A server that is too busy says so or lets nobody in, and a phone comes again; until it has its receipt the time runs. */
const AGAIN_MS = 2_000
const BUSY = 503

async function upload({ productUrl }: Stand, token: string, items: unknown[]): Promise<{ ms: number; tries: number }> {
  const began = performance.now()
  for (let tries = 1; ; tries += 1) {
    const reply = await fetch(`${productUrl}/isolation/readings/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: new Date().toISOString(), items }),
    }).catch(() => null)
    const { verdicts } = ((await reply?.json()) ?? {}) as { verdicts?: Array<{ ok: boolean }> }
    const refused = verdicts?.filter(({ ok }) => !ok).length ?? items.length
    if (refused === 0) return { ms: performance.now() - began, tries }
    if (reply && reply.status !== BUSY)
      throw new Error(`bench: ${refused} readings were refused, status ${reply.status}`)
    await pause(AGAIN_MS * (0.75 + Math.random() / 2))
  }
}

/** A county's readings of a fortnight, as the reference county is loaded: a thousand at a time, two uploads abreast. */
async function benchHistory(stand: Stand, orders: readonly string[], many: number): Promise<Line> {
  const from = Date.now() - 40 * 3_600_000
  const batches = Array.from({ length: Math.ceil(many / 1000) }, (_, batch) =>
    Array.from({ length: 1000 }, (_, nth) => {
      const n = batch * 1000 + nth
      return aReading(orders[n % orders.length] ?? '', new Date(from + Math.floor(n / orders.length) * 12 * 3_600_000))
    }),
  )
  const began = performance.now()
  const hand = async () => {
    for (let next = batches.pop(); next; next = batches.pop()) await upload(stand, stand.deskToken, next)
  }
  await Promise.all([hand(), hand()])
  const seconds = (performance.now() - began) / 1000
  return {
    what: `(h) a history of ${words(many)} readings, a thousand at a time`,
    product: `${seconds.toFixed(1)} s, ${words(Math.round(many / seconds))} readings/s`,
    limit: '',
    ratio: null,
    asked: '5,000 readings/s',
  }
}

interface Morning {
  phones: number
  minutes: number
}
/** Everybody comes back into the network and sends what was taken in the meantime; the day's work of ten minutes in fewer. */
async function benchReconnect(stand: Stand, orders: readonly string[], { phones, minutes }: Morning): Promise<Line> {
  const seats = 200
  const tokens: string[] = []
  for (let nth = 0; nth < seats; nth += 1) {
    tokens.push(await actAs(stand.app.kernel, { county: COUNTY, role: 'county-desk', division: String(COUNTY) }))
  }
  const took: number[] = []
  let again = 0
  const spanMs = minutes * 60_000
  const phone = async (nth: number) => {
    await pause((spanMs * nth) / phones)
    const items = Array.from({ length: 20 }, (_, one) =>
      aReading(orders[(nth * 20 + one) % orders.length] ?? '', new Date(Date.now() - 600_000)),
    )
    const { ms, tries } = await upload(stand, tokens[nth % seats] ?? '', items)
    took.push(ms)
    again += tries - 1
  }
  await Promise.all(Array.from({ length: phones }, (_, nth) => phone(nth)))
  return {
    what: `(h) morning: ${words(phones)} phones with 20 readings each within ${minutes} min, receipt`,
    product: `p95 ${percentile(took, 0.95).toFixed(0)} ms, median ${median(took).toFixed(0)} ms, ${again} came again`,
    limit: '',
    ratio: null,
    asked: 'p95 ≤ 2 s within 10 min',
  }
}

/** The same fifty doors, without a person, a right or a page around them. */
const bareWork = ({ owner }: Stand) => owner`
  select o.id, o.person_id, o.household_id, o.division, d.walk_order from isolation.span s
  join isolation.opening o on o.county = s.county and o.id = s.order_id
  join people.dwelling d on d.county = o.county and d.household_id = o.household_id
  where s.county = ${COUNTY} and s.division >= ${TOWNSHIP} and s.division < ${`${TOWNSHIP}:`} and upper(s.during) > now()
  order by s.division, d.block, d.walk_order limit 50`

async function timed(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await work()
    took.push(performance.now() - began)
  }
  return took
}

async function benchWork(stand: Stand, people: number, rounds: number): Promise<Line> {
  const headers = { authorization: `Bearer ${stand.townshipToken}`, 'qunfang-purpose': 'isolation-care' }
  const work = async () => {
    const reply = await fetch(`${stand.productUrl}/isolation/work?state=all&limit=50`, { headers })
    const { items } = (await reply.json()) as { items?: unknown[] }
    if (items?.length !== 50) throw new Error(`bench: a page of ${items?.length} doors`)
  }
  await timed(5, work)
  const ours = await timed(rounds, work)
  const theirs = await timed(rounds, () => bareWork(stand))
  return {
    what: `(h) the day's list of a township among ${words(people)} under observation, 50 doors, masked and audited, p95`,
    product: `${percentile(ours, 0.95).toFixed(0)} ms`,
    limit: `${percentile(theirs, 0.95).toFixed(0)} ms (the bare query)`,
    ratio: percentile(ours, 0.95) / percentile(theirs, 0.95),
    asked: '≤ 50 ms',
  }
}

async function benchCountyList({ productUrl, deskToken }: Stand, people: number, rounds: number): Promise<Line> {
  const headers = { authorization: `Bearer ${deskToken}`, 'qunfang-purpose': 'isolation-care' }
  const took = await timed(rounds, async () => {
    const reply = await fetch(`${productUrl}/isolation/readings/climbing?limit=50`, { headers })
    if (!reply.ok) throw new Error(`bench: the list of missed checks answered ${reply.status}`)
    await reply.arrayBuffer()
  })
  return {
    what: `(h) missed checks of ${words(people)}, the first 50 of the county, p95`,
    product: `${percentile(took, 0.95).toFixed(0)} ms, median ${median(took).toFixed(0)} ms`,
    limit: '',
    ratio: null,
    asked: '',
  }
}

/** The same spans walked once, without checks, rights or names. */
const bareBoard = ({ owner }: Stand) => owner`
  select left(division, 9), count(*) from isolation.span where county = ${COUNTY} and upper(during) > now() group by 1`

async function benchBoard(stand: Stand, people: number, rounds: number): Promise<Line> {
  const headers = { authorization: `Bearer ${stand.deskToken}` }
  const read = async () => {
    const reply = await fetch(`${stand.productUrl}/isolation/readings/board`, { headers })
    const { observed } = (await reply.json()) as { observed?: number }
    if (observed !== people) throw new Error(`bench: the board counts ${observed} people`)
  }
  await timed(3, read)
  const ours = await timed(rounds, read)
  const theirs = await timed(rounds, () => bareBoard(stand))
  return {
    what: `(h) the county's board of checks, ${words(people)} under observation, median`,
    product: `${median(ours).toFixed(0)} ms, least ${Math.min(...ours).toFixed(0)}`,
    limit: `${median(theirs).toFixed(0)} ms (the bare walk)`,
    ratio: median(ours) / median(theirs),
    asked: '< 100 ms',
  }
}

async function benchClimb({ app }: Stand, people: number): Promise<Line> {
  // Far enough on that everybody has missed a check.
  const now = new Date(Date.now() + 2 * 86_400_000)
  const [first = 0] = await timed(1, () => asSystem(app.kernel, COUNTY, now, tellOffices))
  const again = await timed(3, () => asSystem(app.kernel, COUNTY, now, tellOffices))
  return {
    what: `(h) missed checks of ${words(people)} worked out and told to their offices`,
    product: `${(first / 1000).toFixed(1)} s when all are new, ${(median(again) / 1000).toFixed(1)} s when none is`,
    limit: '',
    ratio: null,
    asked: 'seconds, every 15 minutes',
  }
}

export interface ReadingsBench {
  people: number
  history: number
  morning: Morning
  rounds: number
}
export async function benchReadings(
  stand: Stand,
  { people, history, morning, rounds }: ReadingsBench,
): Promise<Line[]> {
  const orders = await observe(stand, people)
  const lines = [await benchHistory(stand, orders, history)]
  await stand.owner`analyze isolation.reading`
  lines.push(await benchReconnect(stand, orders, morning))
  lines.push(await benchWork(stand, people, rounds))
  lines.push(await benchCountyList(stand, people, Math.min(rounds, 20)))
  lines.push(await benchBoard(stand, people, Math.min(rounds, 20)))
  lines.push(await benchClimb(stand, people))
  return lines
}
