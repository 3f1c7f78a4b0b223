import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { startDatabase } from '../../../scripts/database.mjs'
import { freePort } from '../../../scripts/processes.mjs'
import { openApp } from '../../src/app.ts'
import { aPassage, givenCheckpoint } from '../../src/capabilities/checkpoints/checkpoints.factory.ts'
import { readConfig } from '../../src/config.ts'
import { migrate } from '../../src/entrypoints/cli/migrate.ts'
import { openServer } from '../../src/entrypoints/http/server.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { newCounty, newId, type Scenario, stage } from '../scenario/scenario.ts'

const MAIN = fileURLToPath(new URL('../../src/entrypoints/http/main.ts', import.meta.url))

export interface Rig {
  scenario: Scenario
  url: string
  checkpointId: string
  token: string
  killApi(): void
  /** Kills the server process of the database and starts it again as `npm start` would. */
  killDatabase(): Promise<void>
  close(): Promise<void>
}

/** A durable database and a real API process of our own, to be killed; whoever dies is started again at once. */
export async function openRig(settings: Record<string, string> = {}): Promise<Rig> {
  const dataFolder = mkdtempSync(join(tmpdir(), `qunfang-test-${process.pid}-`))
  chmodSync(dataFolder, 0o755)
  let database = await startDatabase({ dataFolder, durable: true, settings })
  const port = await freePort()
  const env = {
    DATABASE_URL: database.ownerUrl,
    QUNFANG_DATA: dataFolder,
    QUNFANG_PORT: String(port),
    QUNFANG_LOG: 'silent',
  }
  const config = readConfig({ ...env, QUNFANG_POOL: '4' })
  await migrate(config, silentLog)
  const app = openApp(config, silentLog)
  const scenario = stage(app, await openServer(app, config), newCounty())
  const { id, shift } = await givenCheckpoint(scenario)
  // What is written from here on is on trial, and not whether somebody is signed in.
  const admin = postgres(database.adminUrl, { max: 1 })
  await admin`checkpoint`
  await admin.end()

  let closing = false
  let api: ChildProcess
  const startApi = () => {
    api = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], { env, stdio: 'ignore' })
    api.once('exit', () => !closing && setTimeout(startApi, 100))
  }
  startApi()
  return {
    scenario,
    url: `http://127.0.0.1:${port}/api`,
    checkpointId: id,
    token: shift.token,
    killApi: () => api.kill('SIGKILL'),
    killDatabase: async () => {
      if (database.pid) process.kill(database.pid, 'SIGKILL')
      await database.lost
      database = await startDatabase({ dataFolder, durable: true, settings })
    },
    close: async () => {
      closing = true
      if (api.exitCode === null && api.signalCode === null) {
        api.kill('SIGKILL')
        await once(api, 'exit')
      }
      await scenario.server.close()
      await app.close()
      await database.stop()
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

export interface Tally {
  kills: number
  written: number
  lost: number
  twice: number
  /** From a kill to the next receipt. */
  slowestMs: number
  medianMs: number
}

const WRITE_EVERY_MS = 20
const temperature = (n: number) => 35.5 + (n % 15) / 10

/**
 * Writes 50 times a second as phones do: each record is sent again until its receipt has come, and never after. Meanwhile the
 * rig is killed again and again at moments that are nobody's choice; in the end every receipt is held against the database.
 */
export async function writeThroughKills(
  rig: Rig,
  kills: number,
  kill: (rig: Rig) => Promise<void> | void,
): Promise<Tally> {
  const receipts = new Map<string, number>()
  let lastReceipt = 0
  let sent = 0
  let stopped = false
  let refused: string | null = null
  const headers = { authorization: `Bearer ${rig.token}`, 'content-type': 'application/json' }

  async function deliver(): Promise<unknown> {
    const id = newId()
    const t = temperature(sent++)
    const body = JSON.stringify(aPassage(rig.checkpointId, { id, temperatureC: Math.round(t * 10) / 10 }))
    while (refused === null) {
      const reply = await fetch(`${rig.url}/checkpoints/${rig.checkpointId}/passages`, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(15_000),
      }).then(
        async (response) => ({ status: response.status, text: await response.text() }),
        () => null,
      )
      if (reply && reply.status < 300) {
        lastReceipt = Date.now()
        return receipts.set(id, t)
      }
      if (reply && reply.status < 500) refused = reply.text
      else await sleep(200)
    }
    return refused
  }

  const sending: Array<Promise<unknown>> = []
  const receiptAfter = async (moment: number) => {
    while (lastReceipt <= moment) {
      if (refused !== null) throw new Error(`a record was refused: ${refused}`)
      await sleep(5)
    }
  }
  const pace = (async () => {
    while (!stopped && refused === null) {
      sending.push(deliver())
      await sleep(WRITE_EVERY_MS)
    }
  })()
  await receiptAfter(0)
  const back: number[] = []
  for (let at = 0; at < kills; at++) {
    // Long enough for the clerk and the pools to be at work again, and never in step with the requests.
    await sleep(200 + Math.random() * 400)
    const killed = Date.now()
    await kill(rig)
    // A receipt that was already on its way does not show that the service is back.
    await receiptAfter(killed + 50)
    back.push(lastReceipt - killed)
  }
  stopped = true
  await pace
  await Promise.all(sending)
  const { lost, twice } = await compare(rig, receipts)
  back.sort((a, b) => a - b)
  return {
    kills,
    written: receipts.size,
    lost,
    twice,
    slowestMs: back.at(-1) ?? 0,
    medianMs: back[Math.floor(back.length / 2)] ?? 0,
  }
}

async function compare(
  { scenario }: Rig,
  receipts: ReadonlyMap<string, number>,
): Promise<{ lost: number; twice: number }> {
  await scenario.settle()
  const rows = await scenario.inside(
    ({ tx }) => tx<{ id: string; t: number }[]>`
      select id, temperature_c::float8 as t from checkpoints.passage where county = (select kernel.app_county())`,
  )
  const kept = new Map(rows.map(({ id, t }) => [id, t]))
  const lost = [...receipts].filter(([id, t]) => Math.abs((kept.get(id) ?? 0) - t) > 0.05).length
  const told = await scenario.inside(
    ({ tx }) => tx<{ ids: number; once: number }[]>`
      select count(*)::int as ids, count(distinct id)::int as once from kernel.feed_entry, unnest(ids) as id
      where county = (select kernel.app_county()) and kind = 'passage'`,
  )
  const board = await (await scenario.as.countyDesk()).get('/checkpoint-board')
  const { ids = 0, once: distinct = 0 } = told[0] ?? {}
  // What nobody has a receipt for, what was announced twice and what the counts have more or less than there are rows.
  const twice =
    Math.max(rows.length - receipts.size, 0) +
    (ids - distinct) +
    Math.abs(board.body.total.screened - rows.length) +
    Math.abs(distinct - rows.length)
  return { lost, twice }
}
