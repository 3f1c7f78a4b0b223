import type { App } from '../../app.ts'
import type { Config } from '../../config.ts'
import { begin, connect, setScope, type Tx } from '../../kernel/db.ts'
import type { Derivation } from '../../kernel/feed.ts'
import { scopeOf, systemActor } from '../../kernel/operation.ts'

/** A derived table as it was held against what its facts say. */
export interface Held {
  county: number
  table: string
  rows: number
  /** Rows that the facts ask for and that were not there, and rows that nothing asks for. */
  missing: number
  extra: number
}

export interface Rebuilding {
  counties?: readonly number[] | undefined
  /** Only look: everything is put back as it was. */
  check: boolean
  onStep?(done: number, total: number, label: string): void
}

const TRIES = 50
/** The clerk has something to settle first, or the differences are only to be told. */
const Again = Symbol('again')
const Undo = Symbol('undo')

/**
 * Makes every derived table anew from the facts, county by county and one derivation after the other, each in one transaction: killed in the
 * middle it has changed nothing. Meanwhile the clerk and whoever would write into these tables wait; readers do not.
 */
export async function rebuild(
  { kernel }: App,
  config: Pick<Config, 'ownerUrl'>,
  derivations: readonly Derivation[],
  { counties, check, onStep }: Rebuilding,
): Promise<Held[]> {
  const owner = connect(config.ownerUrl, 1, 'qunfang-rebuild')
  try {
    const all = counties ?? (await listCounties(owner))
    const held: Held[] = []
    const total = all.length * derivations.length
    for (const county of all) {
      for (const derivation of derivations) {
        onStep?.(
          held.length === 0 ? 0 : Math.min(doneOf(held, derivations), total),
          total,
          `${county} ${derivation.how.zh}`,
        )
        held.push(...(await settled(kernel.clerk, () => once(owner, county, derivation, check))))
      }
    }
    onStep?.(total, total, '')
    return held
  } finally {
    await owner.end()
  }
}

function doneOf(held: readonly Held[], derivations: readonly Derivation[]): number {
  const done = new Set(
    held.map(({ county, table }) => `${county} ${derivations.findIndex((one) => table in one.tables)}`),
  )
  return done.size
}

async function listCounties(owner: ReturnType<typeof connect>): Promise<number[]> {
  const rows = await begin(
    owner,
    (tx) => tx<{ county: number }[]>`select county from kernel.county_head order by county`,
  )
  return rows.map(({ county }) => county)
}

async function settled(clerk: App['kernel']['clerk'], work: () => Promise<Held[] | typeof Again>): Promise<Held[]> {
  for (let tried = 0; tried < TRIES; tried++) {
    await clerk.settleAll()
    const done = await work()
    if (done !== Again) return done
  }
  throw new Error(
    '县里正忙,登记一直没有停过:请在安静的时候再试。\nThe county is too busy to be looked at: try again in a quiet hour.',
  )
}

async function once(
  owner: ReturnType<typeof connect>,
  county: number,
  { tables, catchUp, derive }: Derivation,
  check: boolean,
): Promise<Held[] | typeof Again> {
  let held: Held[] = []
  const names = Object.keys(tables)
  const done = await begin(owner, async (tx) => {
    await tx`set transaction isolation level repeatable read`
    await tx`set local lock_timeout = '60s'`
    // Before anything is read, so that what is seen is what stands when everybody else waits.
    await tx.unsafe(`lock table kernel.county_head, ${names.join(', ')} in share row exclusive mode`)
    await tx`set local enable_seqscan = on`
    await setScope(tx, scopeOf(systemActor(county), null))
    const [waiting] = await tx`select from kernel.feed_inbox where county = ${county} limit 1`
    if (waiting) throw Again
    await catchUp?.(tx, county)
    for (const [nth, name] of names.entries()) {
      await tx.unsafe(
        `create temporary table before_${nth} on commit drop as select * from ${name} where county = ${county}`,
      )
      await tx.unsafe(`delete from ${name} where county = ${county}`)
    }
    await derive(tx, county)
    held = []
    for (const [nth, [table, saying]] of Object.entries(tables).entries()) {
      held.push({ county, table, ...(await compare(tx, `before_${nth}`, table, county, saying)) })
    }
    if (check || held.every(({ missing, extra }) => missing + extra === 0)) throw Undo
  }).catch((error: unknown) => {
    if (error === Undo) return undefined
    if (error === Again) return Again
    throw error
  })
  return done === Again ? Again : held
}

async function compare(
  tx: Tx,
  before: string,
  table: string,
  county: number,
  saying: string | null,
): Promise<{ rows: number; missing: number; extra: number }> {
  const was = `select * from ${before} where ${saying ?? 'true'}`
  const is = `select * from ${table} where county = ${county} and (${saying ?? 'true'})`
  const [counted] = await tx.unsafe<{ rows: number; missing: number; extra: number }[]>(`
    select (select count(*) from (${is}) one)::integer as rows,
      (select count(*) from (${is} except all ${was}) one)::integer as missing,
      (select count(*) from (${was} except all ${is}) one)::integer as extra`)
  return counted ?? { rows: 0, missing: 0, extra: 0 }
}

/** What was found, a line for each table. */
export function tellHeld(held: readonly Held[], check: boolean): string {
  const widest = Math.max(...held.map(({ table }) => table.length))
  const lines = held.map(({ county, table, rows, missing, extra }) => {
    const differs = `有差 DIFFERS:缺 ${missing} 行 missing,多 ${extra} 行 too many`
    const found = missing + extra === 0 ? '一致 same' : `${differs}${check ? '' : ';已重建 made anew'}`
    return `${county}  ${table.padEnd(widest)}  ${String(rows).padStart(9)} 行 rows  ${found}`
  })
  return lines.join('\n')
}
