import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { type GivenCommand, givenCommand } from './documents.factory.ts'
import type { AddMeasures, Targets, TaskStepItem } from './schema.tasks.ts'

export const GIVEN = '2020-01-25T10:00:00+08:00'
export const RECEIPT_BY = '2020-01-25T14:00:00+08:00'
export const DUE = '2020-01-27T18:00:00+08:00'
const HOUR_MS = 3_600_000
/** So many hours after the order was handed out. */
export const after = (hours: number): string => new Date(Date.parse(GIVEN) + hours * HOUR_MS).toISOString()

export const aStep = (
  taskId: string,
  step: z.input<typeof TaskStepItem>['step'],
  given: Partial<z.input<typeof TaskStepItem>> = {},
): z.input<typeof TaskStepItem> => ({ id: newId(), taskId, step, recordedAt: after(1), ...given })

export interface GivenTasks extends GivenCommand {
  documentId: string
  number: string
  measureId: string
  /** By division, as the desk sees them. */
  tasks: Map<string, string>
  send(who: Client, ...items: Array<z.input<typeof TaskStepItem>>): Promise<string[]>
}
type Asks = z.input<typeof AddMeasures>['measures'][number]['asks']

export async function giveTo(
  desk: Client,
  {
    documentId,
    measureId = null,
    targets,
  }: { documentId: string; measureId?: string | null; targets: z.input<typeof Targets> },
): Promise<{ given: number; before: number; arrival: string }> {
  const said = { id: newId(), measureId, targets, at: GIVEN, receiptBy: RECEIPT_BY, dueAt: DUE }
  const { status, body } = await desk.post(`/documents/${documentId}/tasks`, said)
  if (status !== 200 && status !== 201) throw new Error(`not given: ${JSON.stringify(body)}`)
  return body
}

export const tasksOf = async (who: Client, query: string): Promise<Map<string, string>> => {
  const { body } = await who.get(`/tasks?limit=200&${query}`)
  return new Map(body.items.map(({ division, id }: { division: string; id: string }) => [division, id]))
}

/** An order with one measure, handed to both townships and all three villages of an invented county. */
export async function givenTasks(stage: Scenario, asks: Asks = {}): Promise<GivenTasks> {
  const command = await givenCommand(stage)
  const { desk } = command
  const { documentId, number } = await command.issued()
  const measureId = newId()
  const measures = [{ id: measureId, point: 1, title: '禁止各类聚餐', asks }]
  const said = await desk.post(`/documents/${documentId}/measures`, { measures })
  if (said.status !== 200 && said.status !== 201) throw new Error(`no measure: ${JSON.stringify(said.body)}`)
  for (const to of ['townships', 'villages'] as const) await giveTo(desk, { documentId, measureId, targets: { to } })
  return {
    ...command,
    ...{ documentId, number, measureId },
    tasks: await tasksOf(desk, `measureId=${measureId}`),
    async send(who, ...items) {
      const { body } = await who.post('/task-steps/batch', { items })
      return body.verdicts.map((one: { ok: boolean; receipt?: { state: string }; problem?: { code: string } }) =>
        one.ok ? (one.receipt?.state ?? 'kept') : (one.problem?.code ?? 'refused'),
      )
    },
  }
}
