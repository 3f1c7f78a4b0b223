import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Trouble } from '../../../../../scripts/trouble.mjs'
import { canonical } from '../../../kernel/seal.ts'

export const MANIFEST = 'manifest.json'
const HASH = z.string().regex(/^[0-9a-f]{64}$/)
const NAME = z.string().regex(/^[a-z_]+\.[a-z_0-9]+$/)

const TableEntry = z.strictObject({
  name: NAME,
  columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
  rows: z.int().nonnegative(),
  /** Of the rows as text, in the order of their key: the same for the same rows wherever they stand. */
  bytes: z.int().nonnegative(),
  sha256: HASH,
  file: z.string().regex(/^[a-z_0-9.]+\.zst$/),
  packed: z.int().positive(),
  packedSha256: HASH,
})
export type TableEntry = z.infer<typeof TableEntry>

const CountyEntry = z.strictObject({
  county: z.int(),
  audit: z.strictObject({ seq: z.int().nonnegative(), hash: z.string() }),
  /** Every figure of the whole county as of the moment of the backup. */
  figures: z.record(z.string(), z.number().nullable()),
})
export type CountyEntry = z.infer<typeof CountyEntry>

const Manifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  tookMs: z.int(),
  postgres: z.string(),
  /** The keys without which the sealed identities in it are nothing; never the keys themselves. */
  keys: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), digest: HASH })).min(1),
  tables: z.array(TableEntry),
  counties: z.array(CountyEntry),
  /** Of everything above. */
  sha256: HASH,
})
export type Manifest = z.infer<typeof Manifest>

export const signed = (said: Omit<Manifest, 'sha256'>): Manifest => ({ ...said, sha256: hashOf(said) })
const hashOf = (said: unknown) => createHash('sha256').update(canonical(said)).digest('hex')

/** Names of backups sort by their time. */
export const nameOf = (at: Date): string => `qunfang-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`
export const NAMED = /^qunfang-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

export function momentOf(name: string): Date | null {
  const found = NAMED.exec(name)
  if (!found) return null
  const [, year, month, day, hour, minute, second] = found
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** The complete backups of a folder, oldest first. */
export function listBackups(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => NAMED.test(name) && existsSync(join(folder, name, MANIFEST)))
    .sort()
}

/** The backup that is meant: this folder, or the newest one in it. */
export function findBackup(folder: string): string {
  if (existsSync(join(folder, MANIFEST))) return resolve(folder)
  const newest = listBackups(folder).at(-1)
  if (newest) return resolve(folder, newest)
  throw new Trouble(
    `${folder} 里没有完整的备份:没有 ${MANIFEST},也没有名为 qunfang-… 的备份文件夹。`,
    `There is no complete backup in ${folder}: neither a ${MANIFEST} nor a folder called qunfang-….`,
  )
}

export function readManifest(backup: string): Manifest {
  let manifest: Manifest
  try {
    manifest = Manifest.parse(JSON.parse(readFileSync(join(backup, MANIFEST), 'utf8')))
  } catch (error) {
    if ((error as { code?: string }).code) throw error
    throw damaged(MANIFEST, '读不懂', 'cannot be read')
  }
  const { sha256, ...said } = manifest
  if (hashOf(said) !== sha256) throw damaged(MANIFEST, '被改动过', 'was changed')
  for (const { file, packed } of manifest.tables) {
    const size = statSync(join(backup, file), { throwIfNoEntry: false })?.size
    if (size === undefined) throw damaged(file, '不见了', 'is missing')
    if (size !== packed)
      throw damaged(file, `应有 ${packed} 字节,现有 ${size}`, `has ${size} bytes instead of ${packed}`)
  }
  return manifest
}

export const damaged = (file: string, zh: string, en: string) =>
  new Trouble(
    `这份备份坏了:${file} ${zh}。什么也没有改动。请换另一份备份。`,
    `This backup is damaged: ${file} ${en}. Nothing was changed. Take another backup.`,
  )
