import { setTimeout as sleep } from 'node:timers/promises'
import { openApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openWorkers } from '../../src/entrypoints/jobs/worker.ts'
import { silentLog } from '../../src/kernel/log.ts'

// Takes up the job it is told, says so, and never ends: whoever started it kills it.
const { kernel } = openApp(readConfig(), silentLog)
const run = async () => {
  process.stdout.write('running\n')
  await sleep(600_000)
}
await openWorkers(kernel, { [process.argv[2] ?? '']: { run } }).runDue(new Date())
