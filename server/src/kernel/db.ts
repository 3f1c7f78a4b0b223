import { createHash } from 'node:crypto'
import postgres from 'postgres'
import type { Config } from './config.ts'
import type { Ctx } from './operation.ts'
import { blindIndex, seal } from './seal.ts'

export type Tx = postgres.TransactionSql<Record<string, never>>
type Sql = postgres.Sql<Record<string, never>>
export type Json = postgres.JSONValue

/** What row-level security sees: one county, and in it the divisions that begin with `division`. */
export interface Scope {
  county: number
  division: string
  actorId: string | null
  role: string
  purpose: string | null
}

export interface Database {
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  clerk<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  ready(): Promise<boolean>
  close(): Promise<void>
}

function connect(url: string, max: number, name: string): Sql {
  return postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 5,
    // By itself the driver waits longer and longer, and still waits when the database has long been back.
    backoff: () => 0.1 + Math.random() * 0.2,
    onnotice: () => {},
    // Every statement is sent prepared and most ask by key: planning each call anew costs more than it can win.
    connection: { application_name: name, TimeZone: 'UTC', plan_cache_mode: 'force_generic_plan' },
  })
}

export function openDatabase(config: Pick<Config, 'appUrl' | 'clerkUrl' | 'poolSize'>): Database {
  const app = connect(config.appUrl, config.poolSize, 'qunfang')
  const clerk = connect(config.clerkUrl, 2, 'qunfang-clerk')
  return {
    transact: (work) => begin(app, work),
    clerk: (work) => begin(clerk, work),
    ready: () =>
      app`select 1`.then(
        () => true,
        () => false,
      ),
    close: async () => {
      await Promise.all([app.end({ timeout: 5 }), clerk.end({ timeout: 5 })])
    },
  }
}

/**
 * The handle falls silent with its transaction. Work that goes on after its end (a branch of a Promise.all whose sibling failed, a
 * connection that was lost) would otherwise speak on a connection that may already serve somebody else.
 */
async function begin<T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  let isOver = false
  const end = () => {
    isOver = true
  }
  const fence = (): void => {
    if (isOver) throw new Error('db: this transaction is over')
  }
  return (await sql.begin((tx) => work(fenced(tx, fence)).finally(end)).finally(end)) as T
}

const fenced = (tx: Tx, fence: () => void): Tx =>
  new Proxy(tx, {
    apply: (target, self, given) => {
      fence()
      return Reflect.apply(target, self, given)
    },
    get: (target, key) => {
      if (key === 'unsafe') fence()
      return Reflect.get(target, key)
    },
  })

const DIVISION = /^\d{6}(\d{3}){0,2}$/
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
const WORD = /^[a-z-]{1,40}$/

function literal(name: string, value: string, form: RegExp): string {
  if (value !== '' && !form.test(value)) throw new Error(`db: ${name} is not of its form`)
  return `set local app.${name} = '${value}'`
}

/**
 * Tells row-level security who asks, for this transaction only. `set local` and not set_config(): only the former reaches
 * the workers of a Citus cluster. It is sent without being awaited by callers that have more to say in the same breath.
 */
export function setScope(tx: Tx, scope: Scope): Promise<unknown> {
  const { county, division, actorId, role, purpose } = scope
  if (!Number.isInteger(county)) throw new Error('db: county is not a number')
  const statements = [
    `set local app.county = '${county}'`,
    literal('division_from', division, DIVISION),
    // ':' is the character after '9', so from <= x < to is "begins with" in a form that an index can use.
    `set local app.division_to = '${division}:'`,
    literal('actor', actorId ?? '', UUID),
    literal('role', role, WORD),
    literal('purpose', purpose ?? '', WORD),
  ]
  return tx.unsafe(statements.join(';')).execute()
}

/** The same bytes for the same content, whatever the order of keys: what makes a resend recognisable. Keyed, because content can hold an ID number. */
export function digestOf(content: unknown): Buffer {
  return blindIndex('kernel.digest', canonical(content))
}

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}

export type Arrival = 'new' | 'again' | 'taken'

/**
 * Tells for each fact whether its insert made it (`inserted`), whether the very same fact is already there, or whether its id
 * is taken by other content. A row that is there but hidden by row-level security counts as taken: `on conflict do nothing`
 * reports such an insert as zero rows without an error, and acknowledging it would lose the record.
 */
export async function judgeArrivals(
  tx: Tx,
  table: string,
  facts: ReadonlyArray<{ id: string; digest: Buffer }>,
  inserted: ReadonlySet<string>,
): Promise<Arrival[]> {
  const missing = facts.filter((fact) => !inserted.has(fact.id)).map((fact) => fact.id)
  const kept = new Map<string, Buffer>()
  if (missing.length > 0) {
    const rows = await tx<{ id: string; digest: Buffer }[]>`
      select id, digest from ${tx(table)}
      where county = (select kernel.app_county()) and id = any(${missing})`
    for (const row of rows) kept.set(row.id, row.digest)
  }
  const claimed = new Map<string, Buffer>()
  return facts.map(({ id, digest }) => {
    const earlier = claimed.get(id) ?? kept.get(id)
    if (inserted.has(id) && !claimed.has(id)) {
      claimed.set(id, digest)
      return 'new'
    }
    return earlier && digest.equals(earlier) ? 'again' : 'taken'
  })
}

/** The same id for the same thing said again. */
export function idFrom(...said: string[]): string {
  const hex = createHash('sha256').update(said.join('\0')).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/**
 * Keeps, sealed, what could not be recorded because its id belongs to other content: refused, but nothing sent is lost. Sending
 * the same again adds nothing.
 */
export async function putAside(
  ctx: Ctx,
  operation: string,
  claims: ReadonlyArray<{ claimedId: unknown; raw: unknown }>,
): Promise<void> {
  const { tx, actor, now } = ctx
  if (claims.length === 0) return
  const rows = claims.map(({ claimedId, raw }) => {
    const id = idFrom(operation, actor.division, actor.accountId ?? '', digestOf(raw).toString('hex'))
    return {
      county: actor.county,
      id,
      division: actor.division,
      operation,
      claimed_id: UUID.test(String(claimedId)) ? String(claimedId) : id,
      account_id: actor.accountId,
      device_id: actor.deviceId,
      received_at: now,
      body: seal(JSON.stringify(raw), `quarantine:${id}`),
    }
  })
  await tx`insert into kernel.quarantine ${tx(rows)} on conflict do nothing`
}

export interface PutAside {
  id: string
  operation: string
  claimedId: string
  division: string
  accountId: string | null
  deviceId: string | null
  receivedAt: Date
}
export function listPutAside(tx: Tx, limit: number): Promise<PutAside[]> {
  return tx<PutAside[]>`
    select id, operation, claimed_id as "claimedId", division, account_id as "accountId", device_id as "deviceId",
      received_at as "receivedAt"
    from kernel.quarantine where county = (select kernel.app_county()) order by received_at desc, id desc limit ${limit}`
}

/** Sends a write now and leaves the waiting to the commit, which fails with it. */
export function meanwhile(ctx: Ctx, write: Promise<unknown>): void {
  ctx.meanwhile.push(write)
  // Seen here so that a write that fails together with the work before it does not count as unhandled.
  write.catch(() => {})
}

/** The server is away or going away: nothing is wrong with what was asked. */
export function isOutage(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  return /^(ECONN|CONNECT|CONNECTION|EPIPE|ETIMEDOUT|57P0|53|08)/.test(code)
}
