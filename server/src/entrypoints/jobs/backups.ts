import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Gauge } from 'prom-client'
import type { Config } from '../../config.ts'
import { faultOf, type Log, type Metrics } from '../../kernel/log.ts'
import { readBackupState, standingOfBackups } from './backups.state.ts'
import { isCronLine, lastMoment } from './cron.ts'

const CLI = fileURLToPath(new URL('../cli/qunfang.ts', import.meta.url))
const LOOK_EVERY_MS = 60_000
const AGAIN_AFTER_MS = 30 * 60_000
const VERIFY_EVERY_MS = 7 * 86_400_000
const VERIFY_AGAIN_MS = 86_400_000

/** One of the product's own commands, in a process of its own: what takes minutes must not hold up a request. */
export type Command = (args: string[]) => Promise<number>

export interface Backups {
  start(): void
  stop(): void
  /** Does what is due at a moment. */
  look(now: Date): Promise<void>
}

/** Backups that are made by themselves at their hour, and restored for trial once a week. */
export function openBackups(
  config: Pick<Config, 'backups' | 'dataFolder' | 'ownerUrl'>,
  log: Log,
  metrics: Metrics,
  command: Command = inOwnProcess(config),
): Backups {
  const { backups, dataFolder } = config
  if (backups && !isCronLine(backups.at))
    throw new Error(`QUNFANG_BACKUP_AT: "${backups.at}" is not a cron line we read`)
  if (backups && !(backups.keepDays >= 1)) throw new Error('QUNFANG_BACKUP_KEEP is no number of days')
  measure(config, metrics)
  let busy = false
  let triedAt = 0
  let timer: NodeJS.Timeout | null = null

  async function run(args: string[], event: string): Promise<void> {
    const began = Date.now()
    const code = await command(args)
    const said = { event: code === 0 ? event : `${event}-failed`, ms: Date.now() - began }
    if (code === 0) log.info(said)
    else log.error(said)
  }
  async function look(now: Date): Promise<void> {
    if (!backups || busy) return
    busy = true
    try {
      const made = Date.parse(readBackupState(dataFolder).madeAt ?? '') || 0
      const due = lastMoment(backups.at, now)?.getTime() ?? 0
      if (made < due && now.getTime() - triedAt >= AGAIN_AFTER_MS) {
        triedAt = now.getTime()
        await run(['backup', '--to', backups.to, '--keep', String(backups.keepDays)], 'backup')
      }
      const { madeAt, verifiedAt, verifyFailedAt } = readBackupState(dataFolder)
      const since = (moment: string | null) => now.getTime() - (Date.parse(moment ?? '') || 0)
      if (madeAt && since(verifiedAt) >= VERIFY_EVERY_MS && since(verifyFailedAt) >= VERIFY_AGAIN_MS)
        await run(['verify', backups.to], 'backup-verified')
    } finally {
      busy = false
    }
  }
  return {
    look,
    start: () => {
      const again = () => look(new Date()).catch((error) => log.error({ event: 'backup-failed', ...faultOf(error) }))
      timer = setInterval(again, LOOK_EVERY_MS)
      timer.unref()
    },
    stop: () => {
      if (timer) clearInterval(timer)
    },
  }
}

function inOwnProcess({ ownerUrl, dataFolder }: Pick<Config, 'ownerUrl' | 'dataFolder'>): Command {
  return async (args) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], {
      // biome-ignore lint/style/noProcessEnv: handed on as it is, read by nobody here
      env: { ...process.env, DATABASE_URL: ownerUrl, QUNFANG_DATA: dataFolder },
      stdio: 'ignore',
      windowsHide: true,
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  }
}

/** What an alarm goes by: the age of the last backup and of the last trial restore, and whether anything is wrong. */
function measure({ backups, dataFolder }: Pick<Config, 'backups' | 'dataFolder'>, { registry }: Metrics): void {
  const at = (moment: string | null) => (Date.parse(moment ?? '') || 0) / 1000
  const registers = [registry]
  new Gauge({
    name: 'qunfang_backup_made_timestamp_seconds',
    help: 'When the last backup was made; 0 for never',
    registers,
    collect() {
      this.set(at(readBackupState(dataFolder).madeAt))
    },
  })
  new Gauge({
    name: 'qunfang_backup_verified_timestamp_seconds',
    help: 'When a backup was last restored for trial; 0 for never',
    registers,
    collect() {
      this.set(at(readBackupState(dataFolder).verifiedAt))
    },
  })
  new Gauge({
    name: 'qunfang_backup_sound',
    help: '1 when the last backup is not too old and could be restored',
    registers,
    collect() {
      this.set(Number(standingOfBackups(readBackupState(dataFolder), backups?.at ?? null, new Date()) === 'sound'))
    },
  })
}
