import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { progress } from '../../../../../scripts/county.mjs'
import { Trouble } from '../../../../../scripts/trouble.mjs'
import { openApp } from '../../../app.ts'
import { configFor, KEY_FILE, type Keys, markOfKeys, readKeys, readPlace } from '../../../config.ts'
import { recordAudit } from '../../../kernel/audit.ts'
import { silentLog } from '../../../kernel/log.ts'
import { asSystem } from '../../../kernel/operation.ts'
import { type BackupState, faultOfBackup, noteBackup } from '../../jobs/backups.state.ts'
import { migrate } from '../migrate.ts'
import { adoptKeys, copyKeys, findKeys } from './keys.ts'
import { backUp, forgetOld } from './making.ts'
import { findBackup, type Manifest, readManifest } from './manifest.ts'
import { withDatabase } from './place.ts'
import { checkFiles, restore } from './restoring.ts'
import { verify } from './verifying.ts'

export interface Asked {
  to?: string | undefined
  keep?: string | undefined
  keys?: string | undefined
  'keys-to'?: string | undefined
  'same-disk': boolean
  'files-only': boolean
  replace: boolean
}

const step = () => {
  const show = progress()
  return (said: { done: number; total: number; label: string }) => show({ ...said, total: Math.max(said.total, 1) })
}
const done = () => process.stdout.isTTY && process.stdout.write('\r\x1b[2K')
const bytesOf = ({ tables }: Manifest) => tables.reduce((sum, { packed }) => sum + packed, 0)
const megabytes = (manifest: Manifest) => `${(bytesOf(manifest) / 1e6).toFixed(1)} MB`
const rowsIn = ({ tables }: Manifest) => tables.reduce((sum, { rows }) => sum + rows, 0)
const seconds = (since: number) => ((Date.now() - since) / 1000).toFixed(1)

/** What became of it is kept where the server tells it, whoever gave the command. */
async function noted<T>(work: () => Promise<T>, told: (error: unknown) => Partial<BackupState>): Promise<T> {
  const { dataFolder } = readPlace()
  try {
    return await work()
  } catch (error) {
    noteBackup(dataFolder, told(error))
    throw error
  }
}

export const backupCommand = (asked: Asked): Promise<void> =>
  noted(
    () => makeBackup(asked),
    (error) => ({ failedAt: new Date().toISOString(), fault: faultOfBackup(error) }),
  )

export const verifyCommand = (folder: string, asked: Asked): Promise<void> =>
  noted(
    () => verifyBackup(folder, asked),
    (error) => ({ verifyFailedAt: new Date().toISOString(), verifyFault: faultOfBackup(error) }),
  )

async function makeBackup(asked: Asked): Promise<void> {
  const { to } = asked
  if (!to) throw new Trouble('请说明存到哪里:backup --to 文件夹', 'Say where to: backup --to FOLDER')
  const keep = asked.keep === undefined ? null : Number(asked.keep)
  if (keep !== null && !(Number.isInteger(keep) && keep >= 1))
    throw new Trouble(`--keep ${asked.keep} 不是天数。`, `--keep ${asked.keep} is no number of days.`)
  await withDatabase({}, async (ownerUrl) => {
    const began = Date.now()
    const config = configFor(ownerUrl)
    const { folder, manifest } = await backUp({ config, to, onStep: step() })
    const { madeAt, tookMs } = manifest
    const made = { madeAt, tookMs, rows: rowsIn(manifest), bytes: bytesOf(manifest) }
    noteBackup(config.dataFolder, { ...made, failedAt: null, fault: null })
    done()
    console.log(
      `备份完成:${folder}(${rowsIn(manifest)} 行,${megabytes(manifest)},${seconds(began)} 秒)\nBackup made: ${folder} (${rowsIn(manifest)} rows, ${megabytes(manifest)}, ${seconds(began)} s)`,
    )
    if (keep !== null) {
      const gone = await forgetOld(to, keep, new Date())
      if (gone.length > 0)
        console.log(
          `删除了 ${gone.length} 份超过 ${keep} 天的备份。  ${gone.length} older than ${keep} days taken away.`,
        )
    }
    if (asked['keys-to']) {
      const file = copyKeys(readPlace().dataFolder, asked['keys-to'], folder, asked['same-disk'])
      console.log(`密钥另存:${file}\nThe keys, apart from it: ${file}`)
    } else {
      console.log(
        `密钥不在备份里。没有编号 ${manifest.keys} 的密钥,恢复不了:请用 --keys-to 把它存到另一块盘并锁好。\nThe keys are not in it. Without the keys ${manifest.keys} nothing can be restored: keep them on another disk with --keys-to, locked away.`,
      )
    }
  })
}

async function verifyBackup(folder: string, asked: Asked): Promise<void> {
  const began = Date.now()
  const backup = findBackup(folder)
  const manifest = readManifest(backup)
  if (asked['files-only']) {
    await checkFiles(backup, manifest, step())
    done()
    console.log(
      `文件完好:${backup}(${manifest.madeAt},${rowsIn(manifest)} 行)。没有试恢复。\nThe files are sound: ${backup} (${manifest.madeAt}, ${rowsIn(manifest)} rows). It was not restored.`,
    )
    return
  }
  const keys = keysToVerify(asked, manifest)
  const { tables, rows, auditEntries, figures, derivedRows, sealsOpened } = await verify({
    ...{ backup, manifest, keys, onStep: step() },
  })
  done()
  noteBackup(readPlace().dataFolder, { verifiedAt: new Date().toISOString(), verifyFailedAt: null, verifyFault: null })
  const sealsZh = sealsOpened === null ? '没有密钥,封存的身份未打开' : `封存的身份 ${sealsOpened} 处全部能打开`
  const sealsEn =
    sealsOpened === null ? 'without the keys, nothing sealed was opened' : `all ${sealsOpened} sealed fields open`
  console.log(
    `备份完好,能恢复:${backup}(${manifest.madeAt})\n试恢复 ${tables} 张表 ${rows} 行,逐行相同;审计 ${auditEntries} 条,链完整;指标 ${figures} 个,相同;推导表 ${derivedRows} 行,与事实一致;${sealsZh}。用时 ${seconds(began)} 秒。`,
  )
  console.log(
    `The backup is sound and can be restored: ${backup} (${manifest.madeAt})\nRestored for trial: ${tables} tables with ${rows} rows, each the same; ${auditEntries} audit entries, the chain whole; ${figures} figures, the same; ${derivedRows} derived rows, as the facts say; ${sealsEn}. ${seconds(began)} s.`,
  )
}

/** Those that are given have to be the right ones; those of the data folder are used when they are. */
function keysToVerify({ keys }: Asked, manifest: Manifest): Keys | null {
  const own = join(readPlace().dataFolder, KEY_FILE)
  if (keys) return findKeys(readPlace().dataFolder, keys, manifest.keys).keys
  if (!existsSync(own)) return null
  const found = readKeys(own)
  return markOfKeys(found) === manifest.keys ? found : null
}

export async function restoreCommand(folder: string, asked: Asked): Promise<void> {
  const began = Date.now()
  const backup = findBackup(folder)
  const manifest = readManifest(backup)
  const dataFolder = readPlace().dataFolder
  const { keys, file } = findKeys(dataFolder, asked.keys, manifest.keys)
  await checkFiles(backup, manifest, step())
  await withDatabase({ stopped: true, fresh: true }, async (ownerUrl) => {
    const config = configFor(ownerUrl, keys)
    await restore({ config, backup, manifest, replace: asked.replace, onStep: step() })
    adoptKeys(dataFolder, file, new Date())
    await migrate(config, silentLog)
    const app = openApp(config, silentLog)
    try {
      for (const { county } of manifest.counties) await tellOfRestore(app, county, manifest)
      await app.kernel.clerk.settleAll()
    } finally {
      await app.close()
    }
  })
  done()
  const counties = manifest.counties.map(({ county }) => county).join('、')
  console.log(
    `已恢复到 ${manifest.madeAt} 的样子:${counties},${rowsIn(manifest)} 行,逐行核对相同,用时 ${seconds(began)} 秒。\n手机下次联网会重新下载,并补传三天内交过的记录。现在请 npm start。\n备份之后在电脑上录入的、三天前手机交来的,不在其中:请看 docs/runbooks/backup.md。`,
  )
  console.log(
    `Restored as of ${manifest.madeAt}: ${counties}, ${rowsIn(manifest)} rows, each held against the backup, in ${seconds(began)} s.\nPhones fetch afresh when they next have a network and send again what they delivered in the last three days. Now npm start.\nWhat was entered at a desk after the backup is not in it: see docs/runbooks/backup.md.`,
  )
  if (resolve(file) !== resolve(dataFolder, KEY_FILE))
    console.log(`密钥已放回 ${join(dataFolder, KEY_FILE)}。  The keys are in their place again.`)
}

/** The county's own trail says that it was put back, and to when. */
function tellOfRestore(app: ReturnType<typeof openApp>, county: number, { madeAt, sha256 }: Manifest): Promise<void> {
  return asSystem(app.kernel, county, new Date(), async (ctx) => {
    recordAudit(ctx, 'backup.restored', { note: { madeAt, backup: sha256.slice(0, 16) } })
  })
}
