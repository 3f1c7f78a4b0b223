import { request } from 'node:http'
import { openApp } from '../../src/app.ts'
import { sender } from '../../src/capabilities/exchange/index.ts'
import { useUpper } from '../../src/capabilities/reporting/upper.ts'
import { readConfig } from '../../src/config.ts'
import { silentLog } from '../../src/kernel/log.ts'

// Sends what is due in a county to a city at this port of this machine, which does not answer: whoever started it kills it.
const [, , port, county] = process.argv
const { workers } = openApp(readConfig(), silentLog)
useUpper({
  upper: { url: `http://127.0.0.1:${port}/api/dataValueSets`, authorization: 'ApiToken d2pat_test' },
  post: sender(request as never, 600_000),
})
await workers.runDue(new Date(), Number(county))
