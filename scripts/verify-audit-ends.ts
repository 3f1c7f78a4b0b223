import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import type { PublishedHead } from './verify-audit.ts'

/** A stretch of the chain that ended its term. */
interface End {
  from: number
  through: number
  hash: string
  untilMs: number
}
interface Paper {
  nth: number
  body: string
  previous: string
  hash: string
}
/** What has ended, oldest first, and the certificates of the runs that took it. */
interface Ended {
  ends: End[]
  papers: Paper[]
}

const TERM_YEARS = 3
/** The database counts years by its own zone and with its own leap days. */
const LEEWAY_MS = 2 * 86_400_000

export async function listEnds(sql: postgres.Sql | postgres.TransactionSql, county: number): Promise<Ended> {
  // A backup may be older than the first entry that could end.
  const [there] = await sql.unsafe<{ name: string | null }[]>(`select to_regclass('retention.trail_end')::text as name`)
  if (!there?.name) return { ends: [], papers: [] }
  const ends = await sql.unsafe<End[]>(
    `select from_seq::int as "from", through_seq::int as through, encode(hash, 'hex') as hash,
      (extract(epoch from until_at) * 1000)::float8 as "untilMs"
    from retention.trail_end where county = $1 order by through_seq`,
    [county],
  )
  const papers = await sql.unsafe<Paper[]>(
    `select nth, body, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash
    from retention.certificate where county = $1 order by nth`,
    [county],
  )
  return { ends: [...ends], papers: [...papers] }
}

function brokenPaper(papers: readonly Paper[]): string | null {
  let before = ''
  for (const [at, { nth, body, previous, hash }] of papers.entries()) {
    const said = createHash('sha256').update(Buffer.from(previous, 'hex')).update(body).digest('hex')
    if (nth !== at + 1 || previous !== before || said !== hash) return `certificate ${at + 1} is missing or was changed`
    before = hash
  }
  return null
}

function latestDue(moment: string): number {
  const then = new Date(Math.min(new Date(moment).getTime(), Date.now()))
  then.setUTCFullYear(then.getUTCFullYear() - TERM_YEARS)
  return then.getTime() + LEEWAY_MS
}

/** What is wrong with the beginning that is gone: nothing ends before its term, or without a certificate that tells of it. */
export function wrongEnd({ ends, papers }: Ended, published: readonly PublishedHead[]): string | null {
  if (ends.length === 0) return null
  const broken = brokenPaper(papers)
  if (broken) return broken
  const told = papers.map(
    ({ body }) => JSON.parse(body) as { moment: string; trail?: { endedThrough: number; hash: string } },
  )
  let reached = 0
  for (const { from, through, hash, untilMs } of ends) {
    if (from !== reached + 1) return `what ended before entry ${from} is missing`
    reached = through
    const paper = told.find(({ trail }) => (trail?.endedThrough ?? 0) >= through)
    if (!paper) return `entries up to ${through} are gone and no certificate says so`
    if (paper.trail?.endedThrough === through && paper.trail.hash !== hash)
      return `entry ${through} is not the one whose end was certified`
    const due = latestDue(paper.moment)
    if (untilMs > due) return `entries up to ${through} ended before their term`
    for (const head of published.filter(({ seq }) => seq >= from && seq <= through)) {
      if (head.at && new Date(head.at).getTime() > due)
        return `entry ${head.seq} was published and ended before its term`
      if (head.seq === through && head.hash !== hash) return `entry ${through} is not the one that was published`
    }
  }
  return null
}
