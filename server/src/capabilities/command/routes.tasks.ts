import type { RouteTable } from '../../kernel/operation.ts'
import { readChain } from './operations.chain.ts'
import { listDecisions, recordDecision } from './operations.decisions.ts'
import { addMeasures, giveTasks, listMeasures } from './operations.measures.ts'
import { recordTaskSteps } from './operations.tasks.steps.ts'
import { addPhoto, listTasks, readPhoto, readTask, reassignTask } from './operations.tasks.ts'
import { StepBatch } from './schema.tasks.ts'

export const tasksRoutes = {
  'POST /documents/:documentId/measures': addMeasures,
  'POST /documents/:documentId/tasks': giveTasks,
  'GET /documents/:documentId/chain': readChain,
  'GET /measures': listMeasures,
  'GET /tasks': listTasks,
  'GET /tasks/:taskId': readTask,
  'POST /tasks/:taskId/steps': { one: recordTaskSteps },
  'POST /task-steps/batch': { many: recordTaskSteps, body: StepBatch },
  'POST /tasks/:taskId/reassignment': reassignTask,
  'POST /tasks/:taskId/photos': addPhoto,
  'GET /task-photos/:photoId': readPhoto,
  'POST /decisions': recordDecision,
  'GET /decisions': listDecisions,
} satisfies RouteTable
