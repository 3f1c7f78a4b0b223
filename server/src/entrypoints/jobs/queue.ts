import { setTimeout as sleep } from 'node:timers/promises'
import { recordAudit } from '../../kernel/audit.ts'
import type { Database, Json, Tx } from '../../kernel/db.ts'
import { type Job, type Kernel, systemActor, transact } from '../../kernel/operation.ts'
import { idFrom } from '../../kernel/seal.ts'

/** One job for each county that exists, however often and by however many processes its moment is announced. */
export function enqueueEverywhere(db: Database, name: string, moment: Date, now: Date): Promise<unknown> {
  return db.clerk(
    (tx) => tx`
    insert into kernel.job (county, id, name, data, queued_at, due_at)
    select county, ${idFrom('kernel.job', name, moment.toISOString())}, ${name}, '{}', ${now}, ${moment} from kernel.county_head
    on conflict do nothing`,
  )
}

export async function countiesWithJobs(db: Database, names: readonly string[], now: Date): Promise<number[]> {
  const rows = await db.clerk(
    (tx) => tx<{ county: number }[]>`
    select distinct county from kernel.job
    where done_at is null and failed_at is null and due_at <= ${now} and name = any (${names as string[]}) order by county`,
  )
  return rows.map(({ county }) => county)
}

export interface Claim {
  county: number
  id: string
  name: string
  data: Json
  tries: number
}

/**
 * Takes up one due job. The try is counted and the next one put off before this one begins, each further time four times as
 * long: a worker that dies has used a try up, and a job that kills its workers comes to an end. County by county, because one
 * county's rows may live on another node than the next one's.
 */
export async function claimJob(
  db: Database,
  { county, names, now, firstPauseMs }: { county: number; names: readonly string[]; now: Date; firstPauseMs: number },
): Promise<Claim | undefined> {
  const claimed = db.clerk(
    (tx) => tx<Claim[]>`
    update kernel.job set tries = tries + 1,
      due_at = ${now}::timestamptz + make_interval(secs => ${firstPauseMs / 1000}::float8 * power(4, least(tries, 5)))
    where county = ${county} and id = (
      select id from kernel.job one where county = ${county} and name = any (${names as string[]})
        and done_at is null and failed_at is null and due_at <= ${now}
        and not exists (select from kernel.job other where other.county = one.county and other.name = one.name
          and other.sends = one.sends and other.id <> one.id and other.tries > 0 and other.done_at is null and other.failed_at is null)
      order by due_at, id limit 1 for update skip locked)
    returning county, id, name, data, tries`,
  )
  // Two workers took up two jobs to one place at the same moment; the second comes back to it.
  const [claim] = await claimed.catch((error: { code?: unknown }) =>
    error.code === '23505' ? [] : Promise.reject(error),
  )
  return claim
}

/**
 * Does the work and writes its end in one transaction. The row stays locked meanwhile, so nobody works beside us however long
 * it takes, and a dead worker's lock is gone with its connection. What has to be sent is sent between two such transactions.
 */
export async function runJob(kernel: Kernel, job: Job, claim: Claim, now: Date, longestMs: number): Promise<void> {
  const { county, id, name, data, tries } = claim
  const meta = { requestId: id, purpose: null, now, clockOffsetMs: 0 }
  const errand = await transact(kernel, systemActor(county), meta, async (ctx) => {
    const { tx } = ctx
    const [ours] = await tx`
      select id from kernel.job where county = ${county} and id = ${id} and done_at is null for update skip locked`
    if (!ours) return null
    const said = await job.run(ctx, data)
    if (typeof said === 'function') return (await holdOff(tx, claim, now, 2 * longestMs)) ? said : null
    recordAudit(ctx, name, { subject: id, note: { tries } })
    await tx`update kernel.job set done_at = ${now} where county = ${county} and id = ${id}`
    return null
  })
  if (!errand) return
  const began = Date.now()
  const writeDown = await within(longestMs, errand())
  const heard = new Date(now.getTime() + Date.now() - began)
  await transact(kernel, systemActor(county), { ...meta, now: heard }, async (ctx) => {
    const { count } = await ctx.tx`
      update kernel.job set done_at = ${heard} where county = ${county} and id = ${id} and done_at is null and tries = ${tries}`
    if (count === 0) throw new Error('queue: somebody else has taken it up')
    await writeDown(ctx)
    recordAudit(ctx, name, { subject: id, note: { tries } })
  })
}

/** By the database's clock too: a worker's moment may be one of some jobs ago. False when somebody else has taken it up. */
async function holdOff(tx: Tx, { county, id, tries }: Claim, now: Date, leaseMs: number): Promise<boolean> {
  const { count } = await tx`
    update kernel.job set due_at = greatest(due_at, greatest(${now}, clock_timestamp()) + make_interval(secs => ${leaseMs / 1000}::float8))
    where county = ${county} and id = ${id} and tries = ${tries}`
  return count > 0
}

/** Given up well before somebody else may take it up. */
async function within<T>(longestMs: number, sending: Promise<T>): Promise<T> {
  const over = new AbortController()
  const late = sleep(longestMs, undefined, { signal: over.signal }).then(() => {
    throw new Error('queue: the sending does not end')
  })
  try {
    return await Promise.race([sending, late])
  } finally {
    over.abort()
  }
}

/** `fault` is the class and place of an error; its text could carry values. */
export function noteFault(
  db: Database,
  { county, id, tries }: Claim,
  fault: string,
  failedAt: Date | null,
): Promise<unknown> {
  return db.clerk(
    (tx) => tx`
    update kernel.job set fault = ${fault}, failed_at = ${failedAt}
    where county = ${county} and id = ${id} and done_at is null and tries = ${tries}`,
  )
}

export function forgetDoneJobs(db: Database, before: Date): Promise<unknown> {
  return db.clerk((tx) => tx`delete from kernel.job where done_at < ${before}`)
}

export interface FailedJob {
  id: string
  name: string
  queuedAt: Date
  tries: number
  fault: string | null
  failedAt: Date | null
}

/** Jobs that ran out of tries, and jobs that nobody has taken up for an hour. */
export function listFailedJobs(tx: Tx, now: Date, limit: number): Promise<FailedJob[]> {
  return tx<FailedJob[]>`
    select id, name, queued_at as "queuedAt", tries, fault, failed_at as "failedAt" from kernel.job
    where county = (select kernel.app_county()) and done_at is null
      and (failed_at is not null or due_at < ${new Date(now.getTime() - 3_600_000)})
    order by queued_at desc, id limit ${limit}`
}
