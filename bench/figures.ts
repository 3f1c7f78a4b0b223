import { COUNTY, type Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const FROM = Date.parse('2020-01-24T00:00:00+08:00')
const DAYS = 60
const SECONDS = DAYS * 86_400

/**
 * Brings the county to so many passages over the same sixty days, straight into the tables with the counts the clerk would have
 * kept: how a figure is read is measured here, not how passages are written.
 */
async function fillTo(stand: Stand, from: number, to: number): Promise<void> {
  const { owner, stations } = stand
  const ids = stations.map(({ id }) => id)
  const divisions = stations.map(({ division }) => division)
  for (let at = from; at < to; at += 500_000) {
    const till = Math.min(at + 500_000, to)
    await owner.begin(async (tx) => {
      // Foreign keys of ten million made-up rows are not what is measured.
      await tx`set local session_replication_role = replica`
      await tx`
        insert into checkpoints.passage (county, id, division, checkpoint_id, digest, recorded_at, occurred_at, received_at, direction,
          temperature_c, site, symptoms, decision, profile, fever)
        select ${COUNTY}, gen_random_uuid(), (${divisions}::text[])[1 + n % 22], (${ids}::uuid[])[1 + n % 22], '\\x', t, t, t, 'in',
          36.5, 'forehead', '{}', 'pass', 'covid19-cn-ed4', false
        from generate_series(${at}::bigint, ${till - 1}::bigint) n,
          lateral (select to_timestamp(${FROM / 1000} + (n * 7919) % ${SECONDS})) as moment (t)`
    })
  }
  for (const [table, unit] of [
    ['count_by_minute', 'minute'],
    ['count_by_hour', 'hour'],
  ] as const) {
    await recount(stand, table, owner`date_trunc(${unit}, occurred_at)`)
  }
  await recount(
    stand,
    'count_by_day',
    owner`date_trunc('day', occurred_at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`,
  )
  await owner`analyze`
}

async function recount({ owner }: Stand, table: string, bucket: unknown): Promise<void> {
  await owner`delete from ${owner(`checkpoints.${table}`)} where county = ${COUNTY}`
  await owner`
    insert into ${owner(`checkpoints.${table}`)} (county, checkpoint_id, at, division, screened, fevers, turned_back, medical, refused, vehicles)
    select county, checkpoint_id, ${bucket as never}, min(division), count(*), 0, 0, 0, 0, 0 from checkpoints.passage
    where county = ${COUNTY} group by 1, 2, 3`
}

async function askedMs({ productUrl, deskToken }: Stand, times: number): Promise<number> {
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    const asOf = new Date(FROM + Math.random() * SECONDS * 1000).toISOString()
    const began = performance.now()
    const reply = await fetch(`${productUrl}/figures/screened?asOf=${asOf}`, {
      headers: { authorization: `Bearer ${deskToken}` },
    })
    const body = (await reply.json()) as { value?: number }
    if (typeof body.value !== 'number') throw new Error('bench: no figure')
    took.push(performance.now() - began)
  }
  return median(took)
}

/** The same question at ten times the records; and, for scale, what counting the rows themselves costs. */
export async function benchFigures(stand: Stand, small: number, times: number): Promise<Line[]> {
  await fillTo(stand, 0, small)
  const few = await askedMs(stand, times)
  await fillTo(stand, small, small * 10)
  const many = await askedMs(stand, times)
  const began = performance.now()
  await stand.owner`select count(*) from checkpoints.passage where county = ${COUNTY} and occurred_at <= ${new Date(FROM + SECONDS * 500)}`
  const plain = performance.now() - began
  const words = (count: number) => `${(count / 1e6).toLocaleString('en')} million`
  return [
    {
      what: `(d) a figure as of any moment, ${words(small * 10)} passages beside ${words(small)}`,
      product: `${many.toFixed(1)} ms`,
      limit: `${few.toFixed(1)} ms`,
      ratio: many / few,
      asked: '≤ 1.5',
    },
    {
      what: `(d) the same figure beside a plain count over ${words(small * 10)} rows`,
      product: `${many.toFixed(1)} ms`,
      limit: `${plain.toFixed(0)} ms`,
      ratio: many / plain,
      asked: 'shown',
    },
  ]
}
