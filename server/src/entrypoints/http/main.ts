import { openApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { faultOf, openLog } from '../../kernel/log.ts'
import { migrate } from '../cli/migrate.ts'
import { useBackups } from '../jobs/backups.read.ts'
import { openBackups } from '../jobs/backups.ts'
import { openServer } from './server.ts'

const config = readConfig()
const log = openLog(config.logLevel)
await migrate(config, log)
useBackups(config)
const app = openApp(config, log)
const server = await openServer(app, config)
await server.listen({ host: config.host, port: config.port })
app.workers.start()
const backups = openBackups(config, log, app.kernel.metrics)
backups.start()
log.info({ event: 'listening', host: config.host, port: config.port })

let stopping = false
/** Answers what is under way, settles what was announced, then goes. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  backups.stop()
  await server.close()
  await app.close()
  log.info({ event: 'stopped' })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ event: 'stop-failed', ...faultOf(error) })
        process.exit(1)
      },
    )
  })
}
