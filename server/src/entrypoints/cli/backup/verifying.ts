import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { startDatabase } from '../../../../../scripts/database.mjs'
import { Trouble } from '../../../../../scripts/trouble.mjs'
import { verifyCounty } from '../../../../../scripts/verify-audit.ts'
import { derivations, openApp } from '../../../app.ts'
import { proveSeals } from '../../../capabilities/people/index.ts'
import { type Config, type Keys, readConfig } from '../../../config.ts'
import { silentLog } from '../../../kernel/log.ts'
import { asSystem } from '../../../kernel/operation.ts'
import { migrate } from '../migrate.ts'
import { rebuild } from '../rebuild.ts'
import { openLine } from './copying.ts'
import { figuresOf } from './making.ts'
import type { Manifest } from './manifest.ts'
import { checkFiles, type OnStep, restore } from './restoring.ts'

export interface Verifying {
  backup: string
  manifest: Manifest
  /** Null when the keys are elsewhere: then nothing that is sealed is opened. */
  keys: Keys | null
  onStep?: OnStep
}
export interface Verified {
  tables: number
  rows: number
  auditEntries: number
  figures: number
  derivedRows: number
  /** Null without keys. */
  sealsOpened: number | null
}

/**
 * Shows that a backup can be restored by restoring it, into a server of its own beside everything else that is thrown away afterwards: the
 * files, the rows of every table, the chain of the audit and its head, every figure of every county, every derived table against its facts,
 * and every sealed identity.
 */
export async function verify({ backup, manifest, keys, onStep }: Verifying): Promise<Verified> {
  await checkFiles(backup, manifest, onStep)
  const folder = mkdtempSync(join(tmpdir(), 'qunfang-trial-'))
  chmodSync(folder, 0o755)
  try {
    const database = await startDatabase({ dataFolder: folder, durable: false })
    try {
      const config = readConfig(
        { DATABASE_URL: database.ownerUrl, QUNFANG_DATA: folder, QUNFANG_POOL: '2' },
        keys ?? strangeKeys(),
      )
      await restore({ config, backup, manifest, replace: false, onStep })
      const auditEntries = await proveAudit(config, manifest)
      const figures = await proveFigures(config, manifest)
      await migrate(config, silentLog)
      return {
        tables: manifest.tables.length,
        rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
        auditEntries,
        figures,
        ...(await proveContent(config, manifest, keys !== null)),
      }
    } finally {
      await database.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Enough to make the roles of a server that is thrown away. */
function strangeKeys(): Keys {
  const secret = () => randomBytes(32).toString('hex')
  const rolePassword = { app: secret(), clerk: secret(), apart: secret() }
  return { seal: randomBytes(32), index: randomBytes(32), field: [], rolePassword }
}

/** By the verifier that shares no code with the server. */
async function proveAudit(config: Config, { counties }: Manifest): Promise<number> {
  const sql = postgres(config.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    let entries = 0
    for (const { county, audit } of counties) {
      const heads = audit.seq > 0 ? [{ county, ...audit }] : []
      const verdict = await verifyCounty(sql, county, heads)
      const [fault] = verdict.faults
      if (fault) throw wrong(`${county} 的审计链有误:${fault}`, `the audit chain of ${county} is wrong: ${fault}`)
      entries += verdict.entries
    }
    return entries
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function proveFigures(config: Config, { counties, madeAt }: Manifest): Promise<number> {
  const line = await openLine(config.ownerUrl)
  try {
    let proved = 0
    for (const { county, figures } of counties) {
      await line.tx.unsafe('begin')
      const now = await figuresOf(line, county, new Date(madeAt))
      await line.tx.unsafe('rollback')
      for (const [name, value] of Object.entries(figures)) {
        if (now[name] !== value)
          throw wrong(
            `${county} 的指标 ${name} 备份时是 ${value},恢复后是 ${now[name]}`,
            `the figure ${name} of ${county} was ${value} and is ${now[name]} once restored`,
          )
        proved++
      }
    }
    return proved
  } finally {
    await line.end()
  }
}

async function proveContent(
  config: Config,
  { counties }: Manifest,
  hasKeys: boolean,
): Promise<Pick<Verified, 'derivedRows' | 'sealsOpened'>> {
  const app = openApp(config, silentLog)
  try {
    const held = await rebuild(app, config, derivations, {
      check: true,
      counties: counties.map(({ county }) => county),
    })
    const differs = held.find(({ missing, extra }) => missing + extra > 0)
    if (differs)
      throw wrong(
        `推导表 ${differs.table} 与事实不符(缺 ${differs.missing} 行,多 ${differs.extra} 行);备份本身可用,恢复后请运行 npm run qunfang -- rebuild`,
        `the derived table ${differs.table} is not what its facts say (${differs.missing} rows missing, ${differs.extra} too many); the backup can be used: after restoring run npm run qunfang -- rebuild`,
      )
    let sealsOpened = 0
    if (hasKeys) {
      for (const { county } of counties) {
        const { opened, broken } = await asSystem(app.kernel, county, new Date(), ({ tx }) => proveSeals(tx, county))
        if (broken > 0)
          throw wrong(
            `${county} 有 ${broken} 处封存的身份打不开`,
            `${broken} sealed fields of ${county} cannot be opened`,
          )
        sealsOpened += opened
      }
    }
    return { derivedRows: held.reduce((sum, { rows }) => sum + rows, 0), sealsOpened: hasKeys ? sealsOpened : null }
  } finally {
    await app.close()
  }
}

const wrong = (zh: string, en: string) =>
  new Trouble(`试恢复发现问题:${zh}。`, `The trial restore found a fault: ${en}.`)
