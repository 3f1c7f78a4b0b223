import { expect } from 'vitest'
import type { AskedLook } from '../people/looks.factory.ts'
import { aFever } from './course.factory.ts'

const aCase: AskedLook['params'] = async (_scene, { id, village }, desk) => {
  const opened = await desk.post('/cases/fevers', aFever(village, { person: { personId: id } }))
  expect(opened.status).toBe(201)
  return { caseId: opened.body.caseId }
}

const purpose = 'fever-hand-over'
export const casesLooks: Record<string, AskedLook> = {
  'cases.card.read': { purpose, count: 1, params: aCase },
  'cases.card.print': { purpose, count: 1, params: aCase },
  'cases.case.list': { purpose, count: 1, params: aCase, subject: () => null },
  'cases.case.read': { purpose, count: 1, params: aCase },
}
