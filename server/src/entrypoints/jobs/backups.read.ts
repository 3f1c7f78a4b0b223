import { z } from 'zod'
import type { Config } from '../../config.ts'
import { operation } from '../../kernel/operation.ts'
import { readBackupState, standingOfBackups } from './backups.state.ts'

let place: Pick<Config, 'backups' | 'dataFolder'> | null = null
/** Called once by the process that serves. */
export function useBackups({ backups, dataFolder }: Pick<Config, 'backups' | 'dataFolder'>): void {
  place = { backups, dataFolder }
}

const Moment = z.iso.datetime().nullable()
const Fault = z.strictObject({ zh: z.string(), en: z.string() }).nullable()

/** Whether what is here today would still be here tomorrow: for the people who would have to answer for its loss. */
export const readBackups = operation({
  name: 'jobs.backup.read',
  summary: { zh: '备份与试恢复的情况', en: 'How the last backup and the last trial restore went' },
  kind: 'read',
  input: z.strictObject({}),
  output: z.strictObject({
    standing: z.enum(['off', 'failed', 'overdue', 'unverified', 'sound']),
    automatic: z.boolean(),
    keepDays: z.int().nullable(),
    madeAt: Moment,
    rows: z.int().nullable(),
    bytes: z.int().nullable(),
    tookMs: z.int().nullable(),
    failedAt: Moment,
    fault: Fault,
    verifiedAt: Moment,
    verifyFailedAt: Moment,
    verifyFault: Fault,
  }),
  allow: ({ role }) => role === 'administrator' || role === 'county-desk',
  async run({ now }) {
    const state = readBackupState(place?.dataFolder ?? '')
    const { backups = null } = place ?? {}
    return {
      standing: standingOfBackups(state, backups?.at ?? null, now),
      automatic: backups !== null,
      keepDays: backups?.keepDays ?? null,
      ...state,
    }
  },
  audit: () => null,
})
