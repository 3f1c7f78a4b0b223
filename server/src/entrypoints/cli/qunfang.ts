import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { progress } from '../../../../scripts/county.mjs'
import { type App, derivations, openApp } from '../../app.ts'
import { resetFromCommandLine, type Welcome, welcomeFirstPerson } from '../../capabilities/access/index.ts'
import { type Config, readConfig } from '../../config.ts'
import { beginEpoch } from '../../kernel/feed.ts'
import { silentLog } from '../../kernel/log.ts'
import { boardFiles } from '../http/board.files.ts'
import { backupCommand, restoreCommand, verifyCommand } from './backup/commands.ts'
import { rebuild, tellHeld } from './rebuild.ts'
import { tellFigures } from './report.ts'

const USAGE = `用法 / Usage:
  qunfang welcome [--county 六位代码] [--json]        县里第一个人的一次性登录 / one-time sign-in for the county's first person
  qunfang reset-password 用户名 [--county 六位代码] [--json]  旧密码作废,给出一次性登录 / the old password dies, a one-time sign-in is given
  qunfang restored [--county 六位代码]                从备份恢复之后:让手机重新下载、补传 / after a restore: phones fetch afresh and send again
  qunfang report [--as-of 2020-02-18] [--known-by 时刻] [--area 区划代码] [--json]  某一时刻的全部指标 / every figure as of a moment
  qunfang board 文件夹 [--county 六位代码]             把公告栏写成一个文件夹 / writes the notice board into a folder
  qunfang backup --to 文件夹 [--keep 天数] [--keys-to 文件]  备份;密钥另存 / a backup; the keys apart from it
  qunfang verify 文件夹 [--keys 文件] [--files-only]    核对备份并试恢复 / checks a backup and restores it for trial
  qunfang restore 文件夹 [--keys 文件] [--replace]      从备份恢复(先停止服务)/ restores a backup (stop the server first)
  qunfang rebuild [--check] [--list] [--county 六位代码] 推导表由事实重建或核对 / derived tables from the facts, or only checked`

/** Behind the #, so that the code is in no server's log and no proxy's. */
const linkOf = (config: Config, welcome: Welcome) => `${config.publicUrl}/welcome#code=${welcome.code}`

function show(config: Config, welcome: Welcome, whoZh: string, whoEn: string): void {
  console.log(`${whoZh} 的一次性登录(24 小时内有效,用一次即失效):`)
  console.log(`One-time sign-in for ${whoEn} (valid for 24 hours, once):`)
  console.log(`  ${linkOf(config, welcome)}`)
  console.log(`  代码 / code  ${welcome.code}`)
}

function readCommand() {
  return parseArgs({
    allowPositionals: true,
    options: {
      county: { type: 'string' },
      json: { type: 'boolean', default: false },
      'as-of': { type: 'string' },
      'known-by': { type: 'string' },
      area: { type: 'string' },
      to: { type: 'string' },
      keep: { type: 'string' },
      keys: { type: 'string' },
      'keys-to': { type: 'string' },
      'same-disk': { type: 'boolean', default: false },
      'files-only': { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  })
}
/** Those that are told which folder or whose account; to take no notice of a moment said without `--as-of` would answer another question. */
const NAMED: ReadonlySet<string> = new Set(['verify', 'restore', 'reset-password', 'board'])

type Values = ReturnType<typeof readCommand>['values']

/** Commands that find their database themselves, running or not. */
async function aboutBackups(command: string | undefined, name: string | undefined, values: Values): Promise<boolean> {
  if (command === 'backup') await backupCommand(values)
  else if (command === 'verify' && name) await verifyCommand(name, values)
  else if (command === 'restore' && name) await restoreCommand(name, values)
  else return false
  return true
}

async function rebuildCommand(app: App, config: Config, { check, county, list }: Values): Promise<number> {
  if (list) {
    for (const { tables, how } of derivations)
      console.log(`${Object.keys(tables).join(', ')}\n  ${how.zh}\n  ${how.en}`)
    return 0
  }
  const show = progress()
  const held = await rebuild(app, config, derivations, {
    check,
    counties: county ? [Number(county)] : undefined,
    onStep: (done, total, label) => show({ done, total: Math.max(total, 1), label }),
  })
  console.log(`\n${tellHeld(held, check)}`)
  return check && held.some(({ missing, extra }) => missing + extra > 0) ? 1 : 0
}

async function main(): Promise<number> {
  const { values, positionals } = readCommand()
  const [command, name] = positionals
  const odd = positionals[command && NAMED.has(command) ? 2 : 1]
  if (odd !== undefined) {
    console.error(`不认识“${odd}”。/ "${odd}" is not understood.\n\n${USAGE}`)
    return 2
  }
  if (await aboutBackups(command, name, values)) return 0
  const config = readConfig()
  const county = values.county ? Number(values.county) : config.county
  const app = openApp(config, silentLog)
  try {
    if (command === 'welcome') {
      const welcome = await welcomeFirstPerson(app.kernel, county, new Date())
      if (values.json) console.log(JSON.stringify(welcome && { ...welcome, url: linkOf(config, welcome) }))
      else if (welcome) show(config, welcome, '县防控办', 'the county office')
      else console.log(`请用您的账号登录:${config.publicUrl}/sign-in\nSign in with your account.`)
      return 0
    }
    if (command === 'reset-password' && name) {
      const welcome = await resetFromCommandLine(app.kernel, county, name, new Date())
      if (welcome && values.json) console.log(JSON.stringify({ ...welcome, url: linkOf(config, welcome) }))
      else if (welcome) show(config, welcome, name, name)
      else console.error(`${county} 没有用户名 ${name}(或已停用)。/ ${county} has no open account ${name}.`)
      return welcome ? 0 : 1
    }
    if (command === 'restored') {
      const known = await beginEpoch(app.kernel.db, county)
      if (known)
        console.log(
          `${county}:手机下次联网时重新下载,并补传三天内的记录。/ phones fetch afresh and send again what they hold.`,
        )
      else console.error(`没有这个县:${county} / there is no such county.`)
      return known ? 0 : 1
    }
    if (command === 'report') {
      const { area, json, 'as-of': asOf, 'known-by': knownBy } = values
      console.log(await tellFigures(app, { county, area, asOf, knownBy, json }))
      return 0
    }
    if (command === 'rebuild') return await rebuildCommand(app, config, values)
    if (command === 'board' && name) {
      const files = await boardFiles(app, county, `${config.publicUrl.replace(/\/$/, '')}/board/${county}/status`)
      for (const { path, content } of files.values()) {
        await mkdir(dirname(join(name, path)), { recursive: true })
        await writeFile(join(name, path), content)
      }
      console.log(`${files.size} 个文件 / files → ${name}`)
      return files.size > 0 ? 0 : 1
    }
    console.error(USAGE)
    return 2
  } finally {
    await app.close()
  }
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? USAGE : (error as Error).message)
    process.exitCode = 1
  },
)
