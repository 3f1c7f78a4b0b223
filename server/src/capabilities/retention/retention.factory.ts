import { newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { worksOff } from '../../../test/scenario/work.ts'

/** A whole run, to its certificate. */
export async function forgetNow(stage: Scenario): Promise<string> {
  const id = newId()
  const desk = await stage.as.countyDesk()
  const { status } = await desk.post('/retention/runs', { id })
  if (status !== 201) throw new Error(`no run was begun: ${status}`)
  await worksOff(stage, 'retention.forget', 1000)
  await stage.settle()
  return id
}
