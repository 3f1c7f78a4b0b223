import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reach } from './kernel/db.ts'
import type { SealKeys } from './kernel/seal.ts'

/** The only reader of the environment and of the key file. */
export interface Config extends Reach {
  /** Owner of the database: runs migrations, nothing else. */
  ownerUrl: string
  host: string
  port: number
  keys: Keys
  /** Only set behind a reverse proxy that overwrites X-Forwarded-For. */
  trustProxy: boolean
  /** Public address, for links, cookies (`Secure` when https) and passkeys. */
  publicUrl: string
  logLevel: string
  /** smtp://name:password@host:587 and the sender; without them no mail leaves. */
  smtpUrl: string | null
  mailFrom: string | null
  /** Hosts that a webhook may go to; none at first. */
  webhookHosts: readonly string[]
  /** The system of the city that issued reports go to: its address and what lets us in. */
  upper: { url: string; authorization: string } | null
  /** The county people sign in to when they name none. */
  county: number
  dataFolder: string
  /** Backups that are made by themselves: where to, when (a cron line in the county's zone), and for how long each is kept. */
  backups: { to: string; at: string; keepDays: number } | null
}

export interface Keys extends SealKeys {
  rolePassword: { app: string; clerk: string; apart: string }
}

export const KEY_FILE = 'keys.json'
const APART = 'qunfang_rumours'
interface StoredKeys {
  seal: string
  index: string
  roles: string
  field?: string[]
}

/** Reads the key file of a data folder and makes it on first use, readable by its owner alone. */
export function openKeys(dataDir: string): Keys {
  const path = join(dataDir, KEY_FILE)
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true })
    const secret = () => randomBytes(32).toString('base64')
    writeFileSync(path, JSON.stringify({ seal: secret(), index: secret(), roles: secret(), field: [secret()] }), {
      mode: 0o600,
      flag: 'wx',
    })
  }
  return readKeys(path)
}

export function readKeys(path: string): Keys {
  const stored = JSON.parse(readFileSync(path, 'utf8')) as StoredKeys
  const password = (role: string) => createHash('sha256').update(`${stored.roles}:${role}`).digest('hex')
  // Key files of before 2026-11-25 have no secret for the field: two processes that made one each would shut phones out.
  const field = stored.field ?? [stored.seal]
  return {
    seal: Buffer.from(stored.seal, 'base64'),
    index: Buffer.from(stored.index, 'base64'),
    field: field.map((secret) =>
      Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', 'qunfang field', 32)),
    ),
    rolePassword: { app: password('app'), clerk: password('clerk'), apart: password('apart') },
  }
}

/** Tells one pair of keys from another and nothing about either: a backup names by it the keys without which nobody is read in it. */
export const markOfKeys = ({ seal, index }: Pick<Keys, 'seal' | 'index'>): string =>
  createHmac('sha256', seal).update('qunfang keys').update(index).digest('hex').slice(0, 16)

export function asRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}

/** The database that `npm start` keeps running for a data folder, for commands that are given beside it. */
function findRunningDatabase(dataDir: string): string | null {
  const memo = join(dataDir, 'database.json')
  if (!existsSync(memo)) return null
  const { owner, port } = JSON.parse(readFileSync(memo, 'utf8')) as { owner: string; port: number }
  return `postgres://qunfang:${owner}@127.0.0.1:${port}/qunfang`
}

/** Chosen by whoever runs the server and by nobody else, so it may lie within the city's own network. */
function readUpper(env: NodeJS.ProcessEnv): Config['upper'] {
  const address = env['QUNFANG_UPPER_URL']
  if (!address) return null
  const { protocol, username, password } = new URL(address)
  const [token, name, word] = ['TOKEN', 'USER', 'PASSWORD'].map((what) => env[`QUNFANG_UPPER_${what}`])
  if (protocol !== 'https:' || username || password || !(token || (name && word)))
    throw new Error(
      'QUNFANG_UPPER_URL takes an https address without a name in it, and QUNFANG_UPPER_TOKEN or QUNFANG_UPPER_USER with QUNFANG_UPPER_PASSWORD',
    )
  const basic = () => `Basic ${Buffer.from(`${name}:${word}`).toString('base64')}`
  return { url: address, authorization: token ? `ApiToken ${token}` : basic() }
}

/** `given` takes the place of the keys of the data folder. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, given?: Keys): Config {
  const dataDir = env['QUNFANG_DATA'] ?? 'data'
  const ownerUrl = env['DATABASE_URL'] ?? findRunningDatabase(dataDir)
  if (!ownerUrl)
    throw new Error('DATABASE_URL is not set: run `npm start`, or give the address of a PostgreSQL 15+ server')
  const keys = given ?? openKeys(dataDir)
  const host = env['QUNFANG_HOST'] ?? '127.0.0.1'
  const port = Number(env['QUNFANG_PORT'] ?? 8130)
  return {
    ownerUrl,
    appUrl: env['QUNFANG_APP_DATABASE_URL'] ?? asRole(ownerUrl, 'qunfang_app', keys.rolePassword.app),
    clerkUrl: env['QUNFANG_CLERK_DATABASE_URL'] ?? asRole(ownerUrl, 'qunfang_clerk', keys.rolePassword.clerk),
    apartUrl: env['QUNFANG_APART_DATABASE_URL'] ?? asRole(ownerUrl, APART, keys.rolePassword.apart),
    host,
    port,
    poolSize: Number(env['QUNFANG_POOL'] ?? 12),
    keys,
    trustProxy: env['QUNFANG_TRUST_PROXY'] === 'true',
    publicUrl: env['QUNFANG_PUBLIC_URL'] ?? `http://${host}:${port}`,
    logLevel: env['QUNFANG_LOG'] ?? 'info',
    smtpUrl: env['QUNFANG_SMTP_URL'] || null,
    mailFrom: env['QUNFANG_MAIL_FROM'] || null,
    webhookHosts: (env['QUNFANG_WEBHOOK_HOSTS'] ?? '').split(/[\s,]+/).filter(Boolean),
    upper: readUpper(env),
    county: Number(env['QUNFANG_COUNTY'] ?? 130822),
    dataFolder: dataDir,
    backups: env['QUNFANG_BACKUP_TO']
      ? {
          to: env['QUNFANG_BACKUP_TO'],
          at: env['QUNFANG_BACKUP_AT'] ?? '30 2 * * *',
          keepDays: Number(env['QUNFANG_BACKUP_KEEP'] ?? 14),
        }
      : null,
  }
}

/** Where a command finds the county's data: a folder of this machine, and a server when one is named. */
export function readPlace(env: NodeJS.ProcessEnv = process.env): { dataFolder: string; given: string | undefined } {
  return { dataFolder: env['QUNFANG_DATA'] ?? 'data', given: env['DATABASE_URL'] }
}

/** The same settings for a database that was found or started by a command. */
export const configFor = (ownerUrl: string, keys?: Keys): Config =>
  readConfig({ ...process.env, DATABASE_URL: ownerUrl }, keys)
