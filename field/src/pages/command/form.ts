import type { Body } from '@qunfang/client'
import { instant } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import type { SaidStep, Task } from '../../replica/tasks.ts'

export interface TaskForm {
  note: string
  quantity: string
  /** Small pictures, as base64. */
  photos: string[]
}
export const emptyForm = (): TaskForm => ({ note: '', quantity: '', photos: [] })

export type Lacking = 'words' | 'quantity' | 'aPhoto'
export function lackingFor({ asks }: Task, { note, quantity, photos }: TaskForm): Lacking[] {
  return [
    ...(asks?.words && note.trim().length < 2 ? (['words'] as const) : []),
    ...(asks?.count && !/^\d{1,9}$/.test(quantity) ? (['quantity'] as const) : []),
    ...(asks?.photo && photos.length === 0 ? (['aPhoto'] as const) : []),
  ]
}

type Step = Body<'/task-steps/batch'>['items'][number]
interface Written {
  photos: Array<{ id: string; taskId: string; content: string }>
  step: Step
}
/** The pictures first, each a record of its own, then the step that shows them. */
export function toStep(task: Task, step: SaidStep['step'], { note, quantity, photos }: TaskForm, at: number): Written {
  const shown = step === 'done' ? photos.map((content) => ({ id: newId(at), taskId: task.id, content })) : []
  const says = step === 'done' || step === 'returned'
  return {
    photos: shown,
    step: {
      id: newId(at),
      taskId: task.id,
      step,
      recordedAt: instant(at),
      note: says && note.trim().length >= 2 ? note.trim() : null,
      quantity: step === 'done' && task.asks?.count ? Number(quantity) : null,
      photoIds: shown.map(({ id }) => id),
    },
  }
}
