import { setTimeout as pause } from 'node:timers/promises'
import type { Scenario } from './scenario.ts'

const PAUSE_MS = 20
const MOST_MS = 20_000

/**
 * What is due by then in this county of the jobs whose names begin so, done. The workers of a server that runs beside may have some of it in
 * hand when ours find nothing left.
 */
export async function worksOff({ app, inside, county }: Scenario, jobs: string, aheadMs = 0): Promise<number> {
  const till = Date.now() + MOST_MS
  for (let done = 0; ; await pause(PAUSE_MS)) {
    const by = new Date(Date.now() + aheadMs)
    done += await app.workers.runDue(by, county)
    const left = await inside(
      ({ tx }) => tx`
      select from kernel.job where county = (select kernel.app_county()) and starts_with(name, ${jobs}) and done_at is null
        and failed_at is null and due_at <= ${by}`,
    )
    if (left.length === 0) return done
    if (Date.now() > till) throw new Error(`${jobs} did not come to its end`)
  }
}
