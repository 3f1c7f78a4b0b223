import type { Capability } from '../../kernel/operation.ts'
import { commandJobs } from './jobs.reminders.ts'
import { documentsRoutes } from './routes.documents.ts'
import { levelsRoutes } from './routes.levels.ts'
import { organisationRoutes } from './routes.organisation.ts'
import { tasksRoutes } from './routes.tasks.ts'

/** A file beside a record: what kinds and how large, what is kept of it, and how it is handed out. */
export { attachmentRows, columnsOf, fileSent } from './files.ts'
export { readOrganisation } from './operations.organisation.ts'
/** A picture without what the camera wrote beside it. */
export { bareOf } from './photos.ts'
export { Attached, AttachmentRow, File, FileMistake, type StoredFile, Upload, type WholeFile } from './schema.files.ts'

export const commandCapability: Capability = {
  name: 'command',
  routes: { ...documentsRoutes, ...levelsRoutes, ...organisationRoutes, ...tasksRoutes },
  jobs: commandJobs,
}
