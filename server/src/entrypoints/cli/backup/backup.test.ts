import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { verifyCounty } from '../../../../../scripts/verify-audit.ts'
import { type PrivateDatabase, privateDatabase } from '../../../../test/guarantees/private-database.ts'
import { snapshot } from '../../../../test/guarantees/snapshot.ts'
import { newCounty, type Scenario, stage, testConfig } from '../../../../test/scenario/scenario.ts'
import { type App, openApp } from '../../../app.ts'
import { asRole, type Config, KEY_FILE } from '../../../config.ts'
import { silentLog } from '../../../kernel/log.ts'
import { openServer } from '../../http/server.ts'
import { fillCounty } from '../every-fact.factory.ts'
import { migrate } from '../migrate.ts'
import { copyKeys, findKeys } from './keys.ts'
import { backUp, forgetOld, type Made } from './making.ts'
import { findBackup, listBackups, MANIFEST, readManifest } from './manifest.ts'
import { checkFiles, restore } from './restoring.ts'

// R18 and R17 in short: the product's own commands on databases of their own. By a trial restore, with kills and full disks: backup.long.ts.

const CLI = fileURLToPath(new URL('../qunfang.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'qunfang-backup-'))
let [live, other]: PrivateDatabase[] = []
let config: Config
let made: Made
let scene: Scenario
let app: App
let token: string

function configOf(database: PrivateDatabase): Config {
  const base = testConfig()
  const role = (name: string, password: string) => asRole(database.ownerUrl, name, password)
  const { app: appPassword, clerk, apart } = base.keys.rolePassword
  return {
    ...base,
    ownerUrl: database.ownerUrl,
    appUrl: role('qunfang_app', appPassword),
    clerkUrl: role('qunfang_clerk', clerk),
    apartUrl: role('qunfang_rumours', apart),
  }
}
async function contents(database: PrivateDatabase): Promise<Record<string, string>> {
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const schemas = await owner<
      { name: string }[]
    >`select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema|public)'`
    return await snapshot(
      owner,
      scene.county,
      schemas.map(({ name }) => name),
    )
  } finally {
    await owner.end()
  }
}
/** A copy of the backup with something done to it. */
function spoilt(spoil: (copy: string) => void): string {
  const copy = mkdtempSync(join(folder, 'spoilt-'))
  cpSync(made.folder, copy, { recursive: true })
  spoil(copy)
  return copy
}

beforeAll(async () => {
  live = await privateDatabase()
  other = await privateDatabase()
  config = configOf(live)
  await migrate(config, silentLog)
  app = openApp(config, silentLog)
  scene = stage(app, await openServer(app, config), newCounty())
  await fillCounty(scene)
  token = (await scene.as.countyDesk()).token
  made = await backUp({ config, to: join(folder, 'backups') })
}, 120_000)
afterAll(async () => {
  await scene.server.close()
  await app.close()
  await live?.drop()
  await other?.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** The connection of the restore is lost in the middle of its work. */
async function cutOff(target: Config, { folder: backup, manifest }: Made): Promise<void> {
  const admin = postgres((other as PrivateDatabase).adminUrl, { max: 1, onnotice: () => {} })
  let cut: Promise<unknown> | null = null
  const onStep = ({ done, total }: { done: number; total: number }) => {
    if (done < total / 4) return
    cut ??= admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'qunfang-backup' and datname = current_database()`.execute()
  }
  await expect(restore({ config: target, backup, manifest, replace: false, onStep })).rejects.toThrow()
  expect(cut).not.toBeNull()
  await cut
  await admin.end()
}

test('a restore that is cut off has changed nothing; done again, every row is back, and the product works on it in a new epoch', async () => {
  const before = await contents(live as PrivateDatabase)
  const target = configOf(other as PrivateDatabase)
  const { manifest, folder: backup } = made
  expect(manifest.tables.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(300)
  await checkFiles(backup, manifest)
  await cutOff(target, made)
  expect(await contents(other as PrivateDatabase)).toEqual({})
  await restore({ config: target, backup, manifest, replace: false })
  await expect(restore({ config: target, backup, manifest, replace: false })).rejects.toThrow(/--replace/)
  const { 'kernel.county_head': head, ...after } = await contents(other as PrivateDatabase)
  const { 'kernel.county_head': wasHead, ...was } = before
  expect(after).toEqual(was)
  expect(head).not.toEqual(wasHead)

  expect(await migrate(target, silentLog)).toBe(0)
  const restored = openApp(target, silentLog)
  const server = await openServer(restored, target)
  const there = stage(restored, server, scene.county)
  try {
    const asked = '/figures/screened?asOf=2020-02-06T08:00:00%2B08:00'
    const [then, now] = await Promise.all([scene.as.holding(token).get(asked), there.as.holding(token).get(asked)])
    expect(now).toMatchObject({ status: 200, body: { value: then.body.value } })
    const { checkpointId } = (await there.as.holding(token).get('/checkpoint-board')).body.items?.[0] ?? {}
    expect(checkpointId ?? then.body.value).toBeTruthy()
    await there.settle()
    const sql = postgres((other as PrivateDatabase).ownerUrl, { max: 1, onnotice: () => {} })
    const heads = manifest.counties.map(({ county, audit }) => ({ county, ...audit }))
    expect((await verifyCounty(sql, scene.county, heads)).faults).toEqual([])
    await sql.end()
  } finally {
    await server.close()
    await restored.close()
  }
}, 60_000)

test('a backup that was damaged, cut off or changed is refused in a sentence before anything is touched', async () => {
  const { manifest } = made
  const largest = [...manifest.tables].sort((a, b) => b.packed - a.packed)[0]?.file ?? ''
  const flip = (copy: string) => {
    const bytes = readFileSync(join(copy, largest))
    const at = Math.floor(bytes.length / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(join(copy, largest), bytes)
  }
  const read = async (copy: string) => checkFiles(copy, readManifest(copy))
  await expect(read(spoilt(flip))).rejects.toThrow(new RegExp(`备份坏了:${largest}`))
  await expect(read(spoilt((copy) => truncateSync(join(copy, largest), 20)))).rejects.toThrow(/应有 \d+ 字节,现有 20/)
  await expect(read(spoilt((copy) => rmSync(join(copy, largest))))).rejects.toThrow(/is missing/)
  await expect(read(spoilt((copy) => truncateSync(join(copy, MANIFEST), 900)))).rejects.toThrow(/读不懂/)
  const edit = (copy: string) => {
    const text = readFileSync(join(copy, MANIFEST), 'utf8').replace(/"rows": 3\b/, '"rows": 4')
    writeFileSync(join(copy, MANIFEST), text)
  }
  await expect(read(spoilt(edit))).rejects.toThrow(/被改动过/)
  expect(() => findBackup(join(folder, 'nothing'))).toThrow(/没有完整的备份/)
  expect(findBackup(join(folder, 'backups'))).toBe(made.folder)
  await expect(read(made.folder)).resolves.toBeUndefined()
})

test('the keys are never in a backup nor beside it unasked, and without the right ones nothing is restored', () => {
  const { keys } = made.manifest
  const data = mkdtempSync(join(folder, 'data-'))
  cpSync(join(testConfigFolder(), KEY_FILE), join(data, KEY_FILE))
  const secret = JSON.parse(readFileSync(join(data, KEY_FILE), 'utf8')) as { seal: string }
  for (const file of readdirSync(made.folder))
    expect(readFileSync(join(made.folder, file)).includes(secret.seal)).toBe(false)
  expect(() => copyKeys(data, join(folder, 'keys.json'), made.folder, false)).toThrow(/--same-disk/)
  expect(existsSync(join(folder, 'keys.json'))).toBe(false)
  const copy = copyKeys(data, join(folder, 'keys.json'), made.folder, true)
  expect(findKeys(join(folder, 'empty'), copy, keys).keys.seal).toEqual(testConfig().keys.seal)
  expect(() => findKeys(join(folder, 'empty'), undefined, keys)).toThrow(/没有密钥/)
  writeFileSync(copy, JSON.stringify({ ...secret, seal: Buffer.alloc(32).toString('base64') }))
  expect(() => findKeys(join(folder, 'empty'), copy, keys)).toThrow(/密钥不对/)
  writeFileSync(copy, 'nothing of the kind')
  expect(() => findKeys(join(folder, 'empty'), copy, keys)).toThrow(/不是密钥文件/)
})
const testConfigFolder = () => inject('dataFolder')

test('a disk that is full leaves a sentence, the backups that were there, and nothing half made', async () => {
  const to = join(folder, 'full')
  // A file larger than a few blocks cannot be written by this process: what the system answers is as real as a full disk.
  const child = spawn(
    'sh',
    [
      '-c',
      `ulimit -f 1; exec "${process.execPath}" --disable-warning=ExperimentalWarning "${CLI}" backup --to "${to}"`,
    ],
    {
      env: { DATABASE_URL: config.ownerUrl, QUNFANG_DATA: testConfigFolder() },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'exit')
  expect({ code, said }).toMatchObject({ code: 1, said: expect.stringMatching(/磁盘满了[\s\S]*disk of .* is full/) })
  expect(readdirSync(to)).toEqual([])
}, 60_000)

test('old backups go after their days, and the newest stays whatever its age', async () => {
  const to = join(folder, 'kept')
  for (const name of ['qunfang-20200101T000000Z', 'qunfang-20200105T000000Z', 'qunfang-20200120T000000Z'])
    cpSync(made.folder, join(to, name), { recursive: true })
  cpSync(made.folder, join(to, 'qunfang-20200121T000000Z.part-1'), { recursive: true })
  expect(await forgetOld(to, 7, new Date('2020-01-10T00:00:00Z'))).toEqual(['qunfang-20200101T000000Z'])
  expect(await forgetOld(to, 7, new Date('2026-01-01T00:00:00Z'))).toEqual(['qunfang-20200105T000000Z'])
  expect(listBackups(to)).toEqual(['qunfang-20200120T000000Z'])
})
