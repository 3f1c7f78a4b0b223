import type { Role } from '../../kernel/operation.ts'

const HEARING: readonly Role[] = ['county-desk', 'publicity-editor', 'township-officer', 'village-cadre']
const WORKING: readonly Role[] = ['county-desk', 'publicity-editor']
const READING: readonly Role[] = [...WORKING, 'auditor']
const RULING: readonly Role[] = ['county-desk']

/** The part of the table for `rumours`; see verbs.ts. */
export const ROLES_OF_RUMOURS: Record<string, readonly Role[]> = {
  'rumours.advice.write': RULING,
  'rumours.desk.read': READING,
  'rumours.matrix.set': RULING,
  'rumours.matter.refer': RULING,
  'rumours.signal.record': HEARING,
  'rumours.topic.answer': WORKING,
  'rumours.topic.assess': WORKING,
  'rumours.topic.code': WORKING,
  'rumours.topic.list': READING,
  'rumours.topic.merge': WORKING,
  'rumours.topic.read': READING,
  'rumours.topic.report': WORKING,
  'rumours.topic.split': WORKING,
  'rumours.topic.turn': WORKING,
  'rumours.topic.verify': WORKING,
  'rumours.watch.set': RULING,
  'rumours.week.print': READING,
  'rumours.week.read': READING,
  'rumours.words.strip': HEARING,
}
