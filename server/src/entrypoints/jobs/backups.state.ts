import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastMoment } from './cron.ts'

/** How the last backup and the last trial restore went. A file, because a database that is lost cannot say when it was last put away. */
export interface BackupState {
  madeAt: string | null
  rows: number | null
  bytes: number | null
  tookMs: number | null
  failedAt: string | null
  fault: { zh: string; en: string } | null
  verifiedAt: string | null
  verifyFailedAt: string | null
  verifyFault: { zh: string; en: string } | null
}

const NEVER: BackupState = {
  madeAt: null,
  rows: null,
  bytes: null,
  tookMs: null,
  failedAt: null,
  fault: null,
  verifiedAt: null,
  verifyFailedAt: null,
  verifyFault: null,
}
const FILE = 'backups.json'

export function readBackupState(dataFolder: string): BackupState {
  try {
    return { ...NEVER, ...JSON.parse(readFileSync(join(dataFolder, FILE), 'utf8')) }
  } catch {
    return NEVER
  }
}

/** Whole or not at all; a folder that takes no file must not stop what it tells of. */
export function noteBackup(dataFolder: string, news: Partial<BackupState>): void {
  const file = join(dataFolder, FILE)
  try {
    writeFileSync(`${file}.new`, JSON.stringify({ ...readBackupState(dataFolder), ...news }), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch {
    // Then the state stays as it was and grows old, which is told too.
  }
}

/** The sentences of an error, as they are shown. */
export function faultOfBackup(error: unknown): { zh: string; en: string } {
  const [zh = '', en = zh] = (error instanceof Error ? error.message : String(error)).split('\n')
  return { zh: zh.slice(0, 400), en: en.slice(0, 400) }
}

const GRACE_MS = 2 * 3_600_000
/** A trial restore every week, with a day for one that failed. */
const VERIFIED_WITHIN_MS = 8 * 86_400_000

export type BackupStanding = 'off' | 'failed' | 'overdue' | 'unverified' | 'sound'

/** `at` is the cron line of automatic backups, null where nobody asked for any. */
export function standingOfBackups(state: BackupState, at: string | null, now: Date): BackupStanding {
  const made = state.madeAt ? Date.parse(state.madeAt) : null
  if (state.failedAt && (made === null || Date.parse(state.failedAt) > made)) return 'failed'
  if (at === null && made === null) return 'off'
  const due = at === null ? null : lastMoment(at, new Date(now.getTime() - GRACE_MS))
  if (made === null || (due !== null && made < due.getTime())) return 'overdue'
  const verified = state.verifiedAt ? Date.parse(state.verifiedAt) : null
  if (state.verifyFailedAt && (verified === null || Date.parse(state.verifyFailedAt) > verified)) return 'failed'
  return verified === null || now.getTime() - verified > VERIFIED_WITHIN_MS ? 'unverified' : 'sound'
}
