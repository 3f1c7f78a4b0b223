import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startDatabase } from '../../scripts/database.mjs'
import { asRole } from '../../server/src/config.ts'
import { backUp } from '../../server/src/entrypoints/cli/backup/making.ts'
import { readManifest } from '../../server/src/entrypoints/cli/backup/manifest.ts'
import { checkFiles, restore } from '../../server/src/entrypoints/cli/backup/restoring.ts'
import { migrate } from '../../server/src/entrypoints/cli/migrate.ts'
import { silentLog } from '../../server/src/kernel/log.ts'
import { testConfig } from '../../server/test/scenario/scenario.ts'
import { openFieldStage } from '../field-stage.ts'
import { openLink } from './link.ts'
import { openNodePhone, passagesOf } from './phone.ts'

const RECORDS = 1000

async function openMachine() {
  const folder = mkdtempSync(join(tmpdir(), `qunfang-test-${process.pid}-`))
  chmodSync(folder, 0o755)
  const database = await startDatabase({ dataFolder: folder, durable: true })
  const config = testConfig()
  const { app, clerk, apart } = config.keys.rolePassword
  const urls = {
    ownerUrl: database.ownerUrl,
    appUrl: asRole(database.ownerUrl, 'qunfang_app', app),
    clerkUrl: asRole(database.ownerUrl, 'qunfang_clerk', clerk),
    apartUrl: asRole(database.ownerUrl, 'qunfang_rumours', apart),
  }
  return { folder, database, urls, config: { ...config, ...urls } }
}

/** R13 and R17 on one machine: the disk is gone, and what is left is the night's backup on another one, and the phones. */
test(`the data folder is destroyed under load: none of ${RECORDS} delivered records that a phone still holds is lost`, async () => {
  const first = await openMachine()
  const second = await openMachine()
  const elsewhere = mkdtempSync(join(tmpdir(), 'qunfang-backup-'))
  try {
    await migrate(first.config, silentLog)
    const before = await openFieldStage({ browser: false, config: first.urls })
    const link = await openLink(Number(new URL(before.url).port), { seed: 1, dropped: 0, flipped: 0, delayMs: [0, 0] })
    const phone = await openNodePhone(link.url)
    await phone.signIn(await before.shiftWorker())
    const owner = phone.app.lock.unlocked.get().now?.owner ?? ''
    const { county, checkpointId } = before
    const keep = async (temperatureC: number): Promise<string> => {
      const [id, recordedAt] = [phone.app.newId(), phone.app.instant()]
      const content = { id, checkpointId, recordedAt, temperatureC, decision: 'pass' }
      await phone.keep({ id, owner, kind: 'passage', recordedAt, content })
      return id
    }
    const early = await keep(36.1)
    await phone.deliver()
    // While the server works, as every night.
    const { folder: backup } = await backUp({ config: first.config, to: elsewhere })
    const late: string[] = []
    for (let n = 0; n < RECORDS; n += 1) late.push(await keep(36.2))
    await phone.deliver()
    expect(await passagesOf(before.as.holding(before.desk.token), checkpointId)).toHaveLength(RECORDS + 1)
    late.push(await keep(36.3))
    const delivering = phone.deliver().catch(() => {})
    if (first.database.pid) process.kill(first.database.pid, 'SIGKILL')
    const lostAt = Date.now()
    rmSync(first.folder, { recursive: true, force: true, maxRetries: 10 })
    await delivering
    await before.close()

    const manifest = readManifest(backup)
    await checkFiles(backup, manifest)
    await restore({ config: second.config, backup, manifest, replace: false })
    expect(await migrate(second.config, silentLog)).toBe(0)
    const after = await openFieldStage({ browser: false, config: second.urls, county })
    link.lead(Number(new URL(after.url).port))
    const desk = after.as.holding(before.desk.token)
    const standing = (await passagesOf(desk, checkpointId)).map(({ id }) => id)
    const backAfterS = (Date.now() - lostAt) / 1000
    expect(standing).toEqual([early])
    await phone.restart()
    await phone.deliver()
    const there = (await passagesOf(desk, checkpointId)).map(({ id }) => id)
    const again = late.filter((id) => there.includes(id)).length
    console.info(
      `R13, R17: ${JSON.stringify({ delivered: RECORDS, again, backAfterS, resentAfterS: (Date.now() - lostAt) / 1000 })}`,
    )
    expect({ again, twice: there.length - new Set(there).size, early: there.includes(early) }).toEqual({
      again: RECORDS + 1,
      twice: 0,
      early: true,
    })
    await after.settle()
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const day = await desk.get(`/checkpoints/${checkpointId}/day?day=${today}`)
    expect(day.body.total.screened).toBe(RECORDS + 2)
    phone.close()
    await link.close()
    await after.close()
  } finally {
    await second.database.stop()
    for (const folder of [first.folder, second.folder, elsewhere]) rmSync(folder, { recursive: true, force: true })
  }
}, 1_800_000)
