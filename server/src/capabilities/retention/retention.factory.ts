import { setTimeout as pause } from 'node:timers/promises'
import { newId, type Scenario } from '../../../test/scenario/scenario.ts'

const PAUSE_MS = 20
const MOST_MS = 20_000

/** A whole run, to its certificate. The workers of other tests take steps of it too, and may have one in hand when ours find nothing left. */
export async function forgetNow(stage: Scenario): Promise<string> {
  const id = newId()
  const desk = await stage.as.countyDesk()
  const { status } = await desk.post('/retention/runs', { id })
  if (status !== 201) throw new Error(`no run was begun: ${status}`)
  const till = Date.now() + MOST_MS
  for (let waiting = true; waiting; await pause(PAUSE_MS)) {
    if (Date.now() > till) throw new Error('the run did not come to its end')
    await stage.app.workers.runDue(new Date(Date.now() + 1000))
    const rows = await stage.inside(
      ({ tx }) => tx`
      select from kernel.job where county = (select kernel.app_county()) and name = 'retention.forget' and done_at is null
        and failed_at is null`,
    )
    waiting = rows.length > 0
  }
  await stage.settle()
  return id
}
