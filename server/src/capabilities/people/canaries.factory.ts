import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import { anIdNumber } from './people.factory.ts'

/** Identity numbers planted in requests, to be looked for where they must not be. */
export class Canaries {
  readonly numbers: readonly string[]
  private readonly found: Set<string>

  constructor(count: number, startAt: number) {
    this.numbers = Array.from({ length: count }, (_, nth) => anIdNumber(startAt + nth))
    this.found = new Set(this.numbers)
  }

  /** Which of them stand in this text: as they are, in hexadecimal, or in base64. */
  in(text: string): string[] {
    const seen = [...text.matchAll(/\d{17}[\dXx]/g)].map(([token]) => token.toUpperCase())
    const hex = [...text.matchAll(/(?:3\d){17}(?:3\d|58|78)/g)].map(([token]) =>
      Buffer.from(token, 'hex').toString().toUpperCase(),
    )
    const base64 = [...text.matchAll(/[A-Za-z0-9+/_-]{24,}/g)].flatMap(([token]) => this.decoded(token))
    return [...new Set([...seen, ...hex, ...base64].filter((token) => this.found.has(token)))]
  }

  /** A long token may begin anywhere in what it encodes, hence the four starting points. */
  private decoded(token: string): string[] {
    return [0, 1, 2, 3].flatMap((skip) => {
      const plain = Buffer.from(token.slice(skip), 'base64').toString('latin1')
      return [...plain.matchAll(/\d{17}[\dXx]/g)].map(([number]) => number.toUpperCase())
    })
  }
}

/** Every row of every table, as text. */
export async function everyTable(owner: postgres.Sql): Promise<Map<string, string>> {
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'`
  const contents = new Map<string, string>()
  for (const { name } of tables) {
    const rows = await owner.unsafe<{ line: string }[]>(`select t::text as line from ${name} t`)
    contents.set(name, rows.map(({ line }) => line).join('\n'))
  }
  return contents
}

/** The files of the database themselves: tables, indexes, write-ahead log. */
export function* everyFile(folder: string): Generator<{ path: string; bytes: Buffer }> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (!existsSync(path)) continue
    const entry = statSync(path)
    if (entry.isDirectory()) yield* everyFile(path)
    else if (entry.isFile()) yield { path, bytes: readFileSync(path) }
  }
}
