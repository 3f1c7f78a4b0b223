import postgres from 'postgres'
import { expect, inject, test } from 'vitest'
import { migrate } from '../../server/src/entrypoints/cli/migrate.ts'
import { asRole } from '../../server/src/kernel/config.ts'
import { beginEpoch } from '../../server/src/kernel/feed.ts'
import { silentLog } from '../../server/src/kernel/log.ts'
import { privateDatabase } from '../../server/test/guarantees/private-database.ts'
import { testConfig } from '../../server/test/scenario/scenario.ts'
import { openFieldStage } from '../field-stage.ts'
import { openLink } from './link.ts'
import { openNodePhone, passagesOf } from './phone.ts'

const RECORDS = 1000

/** Two copies of the whole database: the one that is used, and the backup that was made of it. */
test(`R13: a server put back to its backup loses none of ${RECORDS} delivered records that a phone still holds`, async () => {
  const live = await privateDatabase()
  const config = testConfig()
  const { keys } = config
  const urls = {
    ownerUrl: live.ownerUrl,
    appUrl: asRole(live.ownerUrl, 'qunfang_app', keys.rolePassword.app),
    clerkUrl: asRole(live.ownerUrl, 'qunfang_clerk', keys.rolePassword.clerk),
    apartUrl: asRole(live.ownerUrl, 'qunfang_rumours', keys.rolePassword.apart),
  }
  await migrate({ ...config, ...urls }, silentLog)
  const admin = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} })
  const name = new URL(live.ownerUrl).pathname.slice(1)
  const backup = `${name}_backup`
  try {
    const before = await openFieldStage({ browser: false, config: urls })
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
    const early = [await keep(36.1)]
    await phone.deliver()
    await before.settle()
    await before.close()
    await admin`create database ${admin(backup)} template ${admin(name)}`

    const between = await openFieldStage({ browser: false, config: urls, county })
    link.lead(Number(new URL(between.url).port))
    const late: string[] = []
    for (let n = 0; n < RECORDS; n += 1) late.push(await keep(36.2))
    await phone.deliver()
    expect(await passagesOf(between.as.holding(before.desk.token), checkpointId)).toHaveLength(RECORDS + 1)
    await between.close()
    await admin`drop database ${admin(name)} with (force)`
    await admin`create database ${admin(name)} template ${admin(backup)}`

    const after = await openFieldStage({ browser: false, config: urls, county })
    link.lead(Number(new URL(after.url).port))
    const desk = after.as.holding(before.desk.token)
    expect(await passagesOf(desk, checkpointId)).toHaveLength(1)
    expect(await beginEpoch(after.app.kernel.db, county)).toBe(true)
    await phone.restart()
    await phone.deliver()
    const there = (await passagesOf(desk, checkpointId)).map(({ id }) => id)
    const outcome = { again: late.filter((id) => there.includes(id)).length, twice: there.length - new Set(there).size }
    console.info(`R13: ${JSON.stringify(outcome)}`)
    expect(outcome).toEqual({ again: RECORDS, twice: 0 })
    expect(there).toContain(early[0])
    await after.settle()
    const day = await desk.get(
      `/checkpoints/${checkpointId}/day?day=${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}`,
    )
    expect(day.body.total.screened).toBe(RECORDS + 1)
    phone.close()
    await link.close()
    await after.close()
  } finally {
    await admin`drop database if exists ${admin(backup)} with (force)`
    await admin.end({ timeout: 5 })
    await live.drop()
  }
}, 1_800_000)
