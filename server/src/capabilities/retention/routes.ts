import type { RouteTable } from '../../kernel/operation.ts'
import {
  closeEvent,
  listEvents,
  listFields,
  listRuns,
  readState,
  reopenEvent,
  setCalendar,
  startRun,
} from './operations.ts'

export const retentionRoutes = {
  'GET /retention/fields': listFields,
  'GET /retention/state': readState,
  'GET /retention/events': listEvents,
  'POST /retention/events/close': closeEvent,
  'POST /retention/events/reopen': reopenEvent,
  'POST /retention/calendars': setCalendar,
  'GET /retention/runs': listRuns,
  'POST /retention/runs': startRun,
} satisfies RouteTable
