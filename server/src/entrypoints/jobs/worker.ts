import { setTimeout as sleep } from 'node:timers/promises'
import { faultOf } from '../../kernel/log.ts'
import type { JobTable, Kernel } from '../../kernel/operation.ts'
import { isCronLine, lastMoment } from './cron.ts'
import {
  type Claim,
  claimJob,
  countiesWithJobs,
  enqueueEverywhere,
  forgetDoneJobs,
  noteFault,
  runJob,
} from './queue.ts'

export interface Workers {
  start(): void
  /** Lets running jobs finish and takes up no more. */
  stop(): Promise<void>
  /** Tries what is due until nothing is, in every county or in one; tells how many tries were made. */
  runDue(now: Date, county?: number): Promise<number>
  /** Queues the scheduled jobs whose moment has come. */
  schedule(now: Date): Promise<void>
}

interface Settings {
  /** Pause after the first failed try; each further one is four times as long. */
  firstPauseMs?: number
  /** Longer than any sender waits for the other side by itself. */
  longestMs?: number
}

const ABREAST = 2
const POLL_MS = 1000
const SCHEDULE_MS = 30_000
const LONGEST_MS = 60_000
const TRIES = 5
const KEPT_MS = 30 * 86_400_000

export function openWorkers(kernel: Kernel, jobs: JobTable, settings: Settings = {}): Workers {
  const { firstPauseMs = 10_000, longestMs = LONGEST_MS } = settings
  const names = Object.keys(jobs)
  for (const [name, { every }] of Object.entries(jobs)) {
    if (every !== undefined && !isCronLine(every)) throw new Error(`job ${name}: "${every}" is not a cron line we read`)
  }
  const ending = new AbortController()
  let loops: Array<Promise<void>> = []

  async function runDue(now: Date, only?: number): Promise<number> {
    let count = 0
    for (let found = true; found; ) {
      found = false
      for (const county of only ? [only] : await countiesWithJobs(kernel.db, names, now)) {
        if (ending.signal.aborted) return count
        const claim = await claimJob(kernel.db, { county, names, now, firstPauseMs })
        if (!claim) continue
        found = true
        count += 1
        await attempt(claim, now)
      }
    }
    return count
  }

  async function attempt(claim: Claim, now: Date): Promise<void> {
    const { county, name, tries } = claim
    const job = jobs[name]
    const most = job?.tries ?? TRIES
    try {
      // Only when its last try was killed is a job still due that has used them all up.
      if (!job || tries > most) throw new Error('no tries left')
      await runJob(kernel, job, claim, now, longestMs)
      kernel.clerk.touch(county)
      kernel.metrics.operations.inc({ operation: name, result: 'done' })
    } catch (error) {
      const { fault, sqlstate } = faultOf(error)
      kernel.log.error({ event: 'job-failed', job: name, county, attempt: tries, ...faultOf(error) })
      kernel.metrics.operations.inc({ operation: name, result: 'failed' })
      await noteFault(kernel.db, claim, [fault, sqlstate].filter(Boolean).join(' '), tries >= most ? new Date() : null)
    }
  }

  async function schedule(now: Date): Promise<void> {
    for (const [name, { every }] of Object.entries(jobs)) {
      const moment = every === undefined ? null : lastMoment(every, now)
      if (moment) await enqueueEverywhere(kernel.db, name, moment, now)
    }
    await forgetDoneJobs(kernel.db, new Date(now.getTime() - KEPT_MS))
  }

  async function loop(pauseMs: number, work: () => Promise<unknown>): Promise<void> {
    while (!ending.signal.aborted) {
      await work().catch((error) => kernel.log.warn({ event: 'jobs-stalled', ...faultOf(error) }))
      await sleep(pauseMs, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  return {
    start: () => {
      loops = Array.from({ length: ABREAST }, () => loop(POLL_MS, () => runDue(new Date())))
      loops.push(loop(SCHEDULE_MS, () => schedule(new Date())))
    },
    stop: async () => {
      ending.abort()
      await Promise.all(loops)
    },
    runDue,
    schedule,
  }
}
