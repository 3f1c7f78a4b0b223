import type { Socket } from 'node:net'
import pg from 'pg'
import type { Ctx } from './operation.ts'
import { type Rows, type Send, type Statement, type Tx, taggedBy } from './statement.ts'

export type { Json, Rows, Tx } from './statement.ts'

/** What row-level security sees: one county, and in it the divisions that begin with `division`. */
export interface Scope {
  county: number
  division: string
  actorId: string | null
  role: string
  purpose: string | null
  /** Under the role that can reach no person. */
  apart?: boolean
}

/** Work of one transaction. What it puts into `meanwhile` is waited for together with the commit. */
type Work<T> = (tx: Tx, meanwhile: Array<PromiseLike<unknown>>) => Promise<T>

export interface Database {
  /** Row-level security is told who asks in the same breath as the transaction begins. */
  transact<T>(work: Work<T>, scope?: Scope): Promise<T>
  clerk<T>(work: Work<T>): Promise<T>
  ready(): Promise<boolean>
  close(): Promise<void>
}

/** A day is that day everywhere, whatever zone this process stands in. */
const dayAsUtc: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.DATE ? (text: string) => new Date(text) : pg.types.getTypeParser(oid, format),
}

// Planning each call anew costs more than it can win, and a plan lives as long as its connection: none may walk through a table because
// it is a page long today.
const SETTINGS = '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off'

export function connect(url: string, max: number, name: string): pg.Pool {
  const address = new URL(url)
  address.searchParams.set('options', `${address.searchParams.get('options') ?? ''} ${SETTINGS}`)
  const pool = new pg.Pool({
    connectionString: address.href,
    max,
    application_name: name,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    pipeline: true,
    types: dayAsUtc,
  })
  // A connection that is lost while it rests is replaced by the next one that is needed.
  pool.on('error', () => {})
  return pool
}

/** Where the database is for each of its roles. */
export interface Reach {
  appUrl: string
  clerkUrl: string
  /** Of work that must not be able to reach a person; see `apart` of an operation. */
  apartUrl: string
  /** Largest number of connections of the API; two processes on one server share its limit. */
  poolSize: number
}

export function openDatabase(config: Reach): Database {
  const app = connect(config.appUrl, config.poolSize, 'qunfang')
  const clerk = connect(config.clerkUrl, 2, 'qunfang-clerk')
  const apart = connect(config.apartUrl, 3, 'qunfang-apart')
  return {
    transact: (work, scope) => begin(scope?.apart ? apart : app, work, scope),
    clerk: (work) => begin(clerk, work),
    ready: () =>
      app.query('select 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      await Promise.all([app.end(), clerk.end(), apart.end()])
    },
  }
}

/**
 * One transaction on one connection. Nothing in it waits for BEGIN by itself, nor the commit for what was left to it: after a
 * statement that failed the database answers COMMIT with a rollback, which is an error here.
 */
export async function begin<T>(pool: pg.Pool, work: Work<T>, scope?: Scope): Promise<T> {
  const client = await pool.connect().catch(lostConnection)
  const unheard = () => {}
  client.on('error', unheard)
  const line = lineOf(client)
  const meanwhile: Array<PromiseLike<unknown>> = []
  let isSound = false
  try {
    const began = line.ask(scope ? `begin;${inScope(scope)}` : 'begin', null)
    began.catch(unheard)
    meanwhile.push(began)
    const tx = taggedBy(line.send)
    const done = await work(tx, meanwhile)
    tx.leave()
    const commit = line.ask('commit', null)
    line.close()
    const [committed] = await Promise.all([commit, ...meanwhile])
    if (committed.command !== 'COMMIT') throw new Error('db: a statement had failed, so nothing was kept')
    isSound = true
    return done
  } catch (error) {
    line.close()
    isSound = await client.query('rollback').then(
      () => true,
      () => false,
    )
    // A statement sent meanwhile is not heard before one that was waited for; it is what failed the rest.
    const cause =
      codeOf(error) === ABORTED
        ? await Promise.all(meanwhile).then(
            () => error,
            (first) => first,
          )
        : error
    throw isSound || hasCode(cause) ? cause : lostConnection(cause)
  } finally {
    client.removeListener('error', unheard)
    client.release(!isSound)
  }
}

const ABORTED = '25P02'
const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code
const hasCode = (error: unknown): boolean => typeof codeOf(error) === 'string'

function lostConnection(cause: unknown): never {
  if (hasCode(cause)) throw cause
  throw Object.assign(new Error('db: the connection was lost', { cause }), { code: 'CONNECTION_LOST' })
}

const { BOOL, BYTEA, TIMESTAMPTZ } = pg.types.builtins
const ARRAY_OF = new Map<number, number>([
  [BOOL, 1000],
  [BYTEA, 1001],
  [TIMESTAMPTZ, 1185],
])
/** What is certain without asking; the rest (0) the database tells from where the value stands. */
function typeOf(value: unknown): number {
  if (typeof value === 'boolean') return BOOL
  if (value instanceof Date) return TIMESTAMPTZ
  if (value instanceof Uint8Array) return BYTEA
  return Array.isArray(value) ? (ARRAY_OF.get(typeOf(value.find((one) => one !== null))) ?? 0) : 0
}

const names = new Map<string, string>()
const NAMES_MAX = 2000
/** A connection knows a statement by its name, so that it is parsed and planned once there. */
function prepared(text: string, values: unknown[]) {
  const types = values.map(typeOf)
  const signature = `${types.join()} ${text}`
  const name = names.get(signature) ?? (names.size < NAMES_MAX ? `q${names.size}` : undefined)
  if (name) names.set(signature, name)
  // One option of the driver says both: the parameters' types by their place, and how results are read.
  return { ...(name ? { name } : {}), text, values, types: Object.assign(types, dayAsUtc) }
}

/**
 * A transaction's line to its connection. Statements of one turn leave in one packet. The line falls silent with its transaction:
 * work that goes on after its end would otherwise speak on a connection that already serves somebody else.
 */
function lineOf(client: pg.PoolClient) {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  let isOver = false
  let isCorked = false
  function uncork(): void {
    isCorked = false
    stream.uncork()
  }
  function ask(text: string, values: unknown[] | null): Promise<pg.QueryResult> {
    if (isOver) return Promise.reject(new Error('db: this transaction is over'))
    if (!isCorked) {
      isCorked = true
      stream.cork()
      process.nextTick(uncork)
    }
    return client.query(values ? prepared(text, values) : text)
  }
  const send: Send = async (text, values) => {
    const result = await ask(text, values)
    // Several statements in one text give several results, which nobody reads.
    const { rows, rowCount } = Array.isArray(result) ? { rows: [], rowCount: 0 } : result
    return Object.defineProperty(rows as never[], 'count', { value: rowCount ?? 0 }) as Rows<never[]>
  }
  const close = (): void => {
    isOver = true
  }
  return { ask, send, close }
}

const DIVISION = /^\d{6}(\d{3}){0,2}$/
export const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
/** The place in a list that goes by id; a broken one is none. */
export const idCursor = (after: string | undefined): string | null => (after && UUID.test(after) ? after : null)
const WORD = /^[a-z-]{1,40}$/

function literal(name: string, value: string, form: RegExp): string {
  if (value !== '' && !form.test(value)) throw new Error(`db: ${name} is not of its form`)
  return `set local app.${name} = '${value}'`
}

/**
 * Who asks, for this transaction only. `set local` and not set_config(): only the former reaches the workers of a Citus cluster.
 */
function inScope({ county, division, actorId, role, purpose }: Scope): string {
  if (!Number.isInteger(county)) throw new Error('db: county is not a number')
  return [
    `set local app.county = '${county}'`,
    literal('division_from', division, DIVISION),
    // ':' is the character after '9', so from <= x < to is "begins with" in a form that an index can use.
    `set local app.division_to = '${division}:'`,
    literal('actor', actorId ?? '', UUID),
    literal('role', role, WORD),
    literal('purpose', purpose ?? '', WORD),
  ].join(';')
}

/** Tells row-level security that somebody else asks from here on. */
export const setScope = (tx: Tx, scope: Scope): Promise<unknown> => tx.unsafe(inScope(scope)).execute()

/** Leaves a write to the commit, which fails with it. Nothing is known of it before. */
export const meanwhile = (ctx: Ctx, write: Statement<unknown>): void =>
  void ctx.meanwhile.push(ctx.tx.later(write, 'write'))

/** A call that fails the transaction (SQLSTATE QF001) where something is not as it was taken to be. */
export const expecting = (ctx: Ctx, condition: Statement<unknown>): void =>
  void ctx.meanwhile.push(ctx.tx.later(condition, 'condition'))
