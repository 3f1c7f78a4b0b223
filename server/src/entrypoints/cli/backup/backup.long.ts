import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDatabase } from '../../../../../scripts/database.mjs'
import { type PrivateDatabase, privateDatabase } from '../../../../test/guarantees/private-database.ts'
import { newCounty, type Scenario, stage, testConfig } from '../../../../test/scenario/scenario.ts'
import { type App, openApp } from '../../../app.ts'
import { asRole, type Config, KEY_FILE } from '../../../config.ts'
import { silentLog } from '../../../kernel/log.ts'
import { openServer } from '../../http/server.ts'
import { fillCounty } from '../every-fact.factory.ts'
import { migrate } from '../migrate.ts'
import { backUp, type Made } from './making.ts'
import { readManifest } from './manifest.ts'
import { checkFiles } from './restoring.ts'
import { verify } from './verifying.ts'

// R18 in full: the trial restore with faults planted in what was put away, flipped bits, and a restore that is killed again and again.

const CLI = fileURLToPath(new URL('../qunfang.ts', import.meta.url))
const FLIPS = 300
const KILLS = 12
const folder = mkdtempSync(join(tmpdir(), 'qunfang-backup-'))
let live: PrivateDatabase
let owner: postgres.Sql
let config: Config
let app: App
let scene: Scenario
let made: Made

beforeAll(async () => {
  live = await privateDatabase()
  owner = postgres(live.ownerUrl, { max: 1, onnotice: () => {} })
  const base = testConfig()
  const role = (name: string, password: string) => asRole(live.ownerUrl, name, password)
  const { app: appPassword, clerk, apart } = base.keys.rolePassword
  config = {
    ...base,
    ownerUrl: live.ownerUrl,
    appUrl: role('qunfang_app', appPassword),
    clerkUrl: role('qunfang_clerk', clerk),
    apartUrl: role('qunfang_rumours', apart),
  }
  await migrate(config, silentLog)
  app = openApp(config, silentLog)
  scene = stage(app, await openServer(app, config), newCounty())
  await fillCounty(scene)
  made = await backUp({ config, to: join(folder, 'sound') })
}, 600_000)
afterAll(async () => {
  await owner.end()
  await scene.server.close()
  await app.close()
  await live.drop()
  rmSync(folder, { recursive: true, force: true })
})

const tried = ({ folder: backup, manifest }: Made) => verify({ backup, manifest, keys: config.keys })

test('a sound backup passes; one with a fault in it that its hashes do not show is found out by what it says', async () => {
  const sound = await tried(made)
  expect(sound).toMatchObject({ tables: made.manifest.tables.length, figures: expect.any(Number) })
  expect(
    Math.min(sound.rows, sound.auditEntries, sound.figures, sound.derivedRows, sound.sealsOpened ?? 0),
  ).toBeGreaterThan(0)
  const spoil = async (name: string, change: () => Promise<unknown>, back: () => Promise<unknown>) => {
    await change()
    const spoilt = await backUp({ config, to: join(folder, name) })
    await back()
    return tried(spoilt)
  }
  const { county } = scene
  const entry = owner`county = ${county} and seq = 3`
  await expect(
    spoil(
      'audit',
      () => owner`update kernel.audit_entry set count = count + 1 where ${entry}`,
      () => owner`update kernel.audit_entry set count = count - 1 where ${entry}`,
    ),
  ).rejects.toThrow(/审计链有误/)
  await expect(
    spoil(
      'derived',
      () => owner`update visits.home_now set attempts = attempts + 1 where county = ${county}`,
      () => owner`update visits.home_now set attempts = attempts - 1 where county = ${county}`,
    ),
  ).rejects.toThrow(/推导表 visits.home_now/)
  const sealed = owner`name = set_byte(name, length(name) - 1, get_byte(name, length(name) - 1) # 1)`
  const one = owner`county = ${county} and id = (select min(id::text)::uuid from people.identity where county = ${county} and name is not null)`
  await expect(
    spoil(
      'seal',
      () => owner`update people.identity set ${sealed} where ${one}`,
      () => owner`update people.identity set ${sealed} where ${one}`,
    ),
  ).rejects.toThrow(/封存的身份打不开/)
  await expect(tried(made)).resolves.toEqual(sound)
}, 3_600_000)

test(`each of ${FLIPS} flipped bits, anywhere in any file, is noticed before anything is restored`, async () => {
  const { tables } = made.manifest
  const total = tables.reduce((sum, { packed }) => sum + packed, 0)
  let missed = 0
  for (let n = 0; n < FLIPS; n += 1) {
    let at = Math.floor(Math.random() * total)
    const entry = tables.find(({ packed }) => {
      if (at < packed) return true
      at -= packed
      return false
    })
    if (!entry) continue
    const file = join(made.folder, entry.file)
    const bytes = readFileSync(file)
    const spoilt = Buffer.from(bytes)
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (n % 8))
    writeFileSync(file, spoilt)
    const manifest = { ...readManifest(made.folder), tables: [entry] }
    const noticed = await checkFiles(made.folder, manifest).then(
      () => false,
      () => true,
    )
    if (!noticed) missed += 1
    writeFileSync(file, bytes)
  }
  console.info(`R18: ${FLIPS} flipped bits, ${missed} missed`)
  expect(missed).toBe(0)
  await checkFiles(made.folder, made.manifest)
}, 3_600_000)

test(`a restore that is killed ${KILLS} times leaves an empty database each time, and then everything`, async () => {
  const data = mkdtempSync(join(tmpdir(), `qunfang-test-${process.pid}-`))
  chmodSync(data, 0o755)
  cpSync(join(testConfig().dataFolder, KEY_FILE), join(data, KEY_FILE))
  const database = await startDatabase({ dataFolder: data })
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  const schemas = async () =>
    Number((await sql`select count(*) as n from pg_namespace where nspname = 'kernel'`)[0]?.['n'])
  const start = () =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'restore', made.folder], {
      env: { DATABASE_URL: database.ownerUrl, QUNFANG_DATA: data },
      stdio: 'ignore',
    })
  try {
    const began = Date.now()
    const whole = start()
    await once(whole, 'exit')
    const tookMs = Date.now() - began
    expect(await schemas()).toBe(1)
    await sql.unsafe(
      (await sql`select nspname from pg_namespace where nspname !~ '^(pg_|information_schema|public)'`)
        .map(({ nspname }) => `drop schema ${nspname} cascade`)
        .join(';'),
    )
    let untouched = 0
    for (let n = 0; n < KILLS; n += 1) {
      const child = start()
      await sleep(tookMs * 0.85 * Math.random())
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      untouched += Number((await schemas()) === 0)
    }
    console.info(`R18: ${KILLS} kills of a restore of ${tookMs} ms, ${untouched} left nothing`)
    expect(untouched).toBe(KILLS)
    const last = start()
    const [code] = await once(last, 'exit')
    expect({ code, schemas: await schemas() }).toEqual({ code: 0, schemas: 1 })
  } finally {
    await sql.end()
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}, 3_600_000)
