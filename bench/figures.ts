import { ACCOUNT } from '../scenarios/xinglong-2020/account.ts'
import { COUNTY } from './county.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const FROM = Date.parse('2020-01-24T00:00:00+08:00')
const DAYS = 60
const SECONDS = DAYS * 86_400

/**
 * Brings the county to so many passages over the same sixty days, straight into the tables with the counts the clerk would have
 * kept: how a figure is read is measured here, not how passages are written. They come in the order of time, as facts do.
 */
export async function fillTo(stand: Stand, from: number, to: number): Promise<void> {
  const { owner, stations } = stand
  const ids = stations.map(({ id }) => id)
  const divisions = stations.map(({ division }) => division)
  const apart = SECONDS / (to - from)
  for (let at = from; at < to; at += 500_000) {
    const till = Math.min(at + 500_000, to)
    await owner.begin(async (tx) => {
      // Foreign keys of ten million made-up rows are not what is measured, nor how durably they are written.
      await tx`set local session_replication_role = replica`
      await tx`set local synchronous_commit = off`
      await tx`
        insert into checkpoints.passage (county, id, division, checkpoint_id, digest, recorded_at, occurred_at, received_at, direction,
          temperature_c, site, symptoms, decision, profile, fever)
        select ${COUNTY}, uuidv7(), (${divisions}::text[])[1 + n % 22], (${ids}::uuid[])[1 + n % 22], '\\x', t, t, t, 'in',
          36.5, 'forehead', '{}', 'pass', 'covid19-cn-ed4', false
        from generate_series(${at}::bigint, ${till - 1}::bigint) n,
          lateral (select to_timestamp(${FROM / 1000} + floor((n - ${from}) * ${apart}::float8))) as moment (t)`
    })
  }
  await recount(stand)
  await owner`vacuum (analyze) checkpoints.passage`
  await owner`analyze`
}

/** Minutes from the passages, hours from the minutes and days from the hours, as the clerk has them. */
async function recount({ owner }: Stand): Promise<void> {
  const into = async (table: string, rows: unknown) => {
    await owner`delete from ${owner(`checkpoints.${table}`)} where county = ${COUNTY}`
    await owner`
      insert into ${owner(`checkpoints.${table}`)} (county, checkpoint_id, at, division, screened, fevers, turned_back, medical, refused, vehicles)
      select county, checkpoint_id, at, min(division), sum(n), 0, 0, 0, 0, 0 from (${rows as never}) one where county = ${COUNTY} group by 1, 2, 3`
  }
  await into(
    'count_by_minute',
    owner`select county, checkpoint_id, division, date_trunc('minute', occurred_at) as at, 1 as n from checkpoints.passage`,
  )
  await into(
    'count_by_hour',
    owner`select county, checkpoint_id, division, date_trunc('hour', at) as at, screened as n from checkpoints.count_by_minute`,
  )
  const day = owner`date_trunc('day', at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`
  await into(
    'count_by_day',
    owner`select county, checkpoint_id, division, ${day} as at, screened as n from checkpoints.count_by_hour`,
  )
}

const someMoment = (): string => new Date(FROM + Math.random() * SECONDS * 1000).toISOString()

async function askedMs(stand: Stand, times: number, path: () => string): Promise<number> {
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    const began = performance.now()
    const reply = await fetch(stand.productUrl + path(), { headers: { authorization: `Bearer ${stand.deskToken}` } })
    const body = (await reply.json()) as { value?: number; items?: unknown[] }
    if (typeof body.value !== 'number' && !body.items?.length) throw new Error('bench: no figure')
    took.push(performance.now() - began)
  }
  return median(took)
}
const ofOne = () => `/figures/screened?asOf=${someMoment()}`
const ofAll = () => `/figure-table?asOf=${someMoment()}`
/** The sixty numbers of a county's own account. */
const REPORT = Object.values(ACCOUNT).map(({ figure }) => figure)
const ofReport = () => `${ofAll()}&figures=${REPORT.join()}`
/** A hundredth of the records came after what is asked for was known. */
const ofKnown = () => `${ofOne()}&knownBy=${new Date(FROM + SECONDS * 990).toISOString()}`

/** The six figures of checkpoints for the county and its townships, counted from the rows by one statement. */
async function plainMs({ owner }: Stand, times: number): Promise<number> {
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    const began = performance.now()
    await owner`
      select left(division, 9), count(*) filter (where decision <> 'refused'), count(*) filter (where fever),
        count(*) filter (where decision = 'turned-back'), count(*) filter (where decision = 'medical'),
        count(*) filter (where decision = 'refused'), count(*) filter (where vehicle_id = id)
      from checkpoints.passage where county = ${COUNTY} and occurred_at <= ${someMoment()} group by grouping sets ((), (1))`
    took.push(performance.now() - began)
  }
  return median(took)
}

interface Size {
  count: number
  one: number
  all: number
  report: number
  /** Of the report's sixty figures the six of checkpoints, counted from the rows. */
  plain: number
}
async function measureAt(stand: Stand, count: number, times: number): Promise<Size> {
  const less = Math.ceil(times / 3)
  return {
    count,
    one: await askedMs(stand, times, ofOne),
    all: await askedMs(stand, less, ofAll),
    report: await askedMs(stand, less, ofReport),
    plain: await plainMs(stand, Math.ceil(times / 10)),
  }
}

async function shapeOf(stand: Stand): Promise<string> {
  const headers = { authorization: `Bearer ${stand.deskToken}` }
  const told = (await (await fetch(stand.productUrl + ofReport(), { headers })).json()) as {
    items: Array<{ parts: unknown[] }>
  }
  return `${told.items.length} figures × ${Math.max(...told.items.map(({ parts }) => parts.length))} townships`
}

const words = (count: number) => `${(count / 1e6).toLocaleString('en')} million`
const beside = (what: string, product: number, limit: number, asked: string): Line => ({
  what: `(d) ${what}`,
  product: `${product.toFixed(1)} ms`,
  limit: `${limit.toFixed(1)} ms`,
  ratio: product / limit,
  asked,
})

/** The same questions at ten times the records, and what counting the rows themselves costs. */
export async function benchFigures(stand: Stand, small: number, times: number): Promise<Line[]> {
  await fillTo(stand, 0, small)
  const few = await measureAt(stand, small, times)
  const known = await askedMs(stand, Math.ceil(times / 3), ofKnown)
  await fillTo(stand, small, small * 10)
  const many = await measureAt(stand, small * 10, times)
  const shape = await shapeOf(stand)
  const grown = `${words(many.count)} passages beside ${words(few.count)}`
  return [
    ...[few, many].map((size) =>
      beside(
        `a report, ${shape}, ${words(size.count)} passages, beside six of them counted in plain SQL`,
        size.report,
        size.plain,
        '≤ 150 ms',
      ),
    ),
    beside(`a report, ${grown}`, many.report, few.report, '≤ 1.5'),
    beside(`every figure of every township, ${grown}`, many.all, few.all, '≤ 1.5'),
    beside(`a figure as of any moment, ${grown}`, many.one, few.one, '≤ 1.5'),
    beside(`a figure beside a plain count, ${words(many.count)} passages`, many.one, many.plain, 'shown'),
    beside(
      `a figure by what was known when a hundredth of ${words(small)} passages was still to come, beside what is known now`,
      known,
      few.one,
      'shown',
    ),
  ]
}
