import type { z } from 'zod'
import { type AuditNote, putAside, recordAudit } from './audit.ts'
import { type Database, type Json, type Scope, type Tx, UUID } from './db.ts'
import type { Clerk, Derivation, Errand, Follower } from './feed.ts'
import type { Log, Metrics } from './log.ts'
import { admit, type Caller, ID_TAKEN, notAllowed, Problem, parseInput, purposeNeeded } from './problem.ts'

export const ROLES = [
  'county-desk',
  'data-verifier',
  'township-officer',
  'village-cadre',
  'checkpoint-shift',
  'isolation-staff',
  'supplies-keeper',
  'publicity-editor',
  'auditor',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** Why somebody looks at a person. Closed on purpose: a new one is a decision, not a string. */
export const PURPOSES = [
  'checkpoint-screening',
  'fever-hand-over',
  'contact-tracing',
  'home-visit',
  'isolation-care',
  'agency-list-check',
  'supervision',
  'resident-request',
] as const
export type Purpose = (typeof PURPOSES)[number]

export interface Actor extends Caller {
  kind: 'person' | 'system' | 'anonymous'
  county: number
  /** Scope: every division whose code begins with this one. */
  division: string
  role: Role | null
  accountId: string | null
  seatId: string | null
  deviceId: string | null
  sessionId: string | null
  /** The checkpoint (store, site) the seat belongs to. */
  placeId: string | null
}

export interface Ctx {
  tx: Tx
  actor: Actor
  now: Date
  requestId: string
  purpose: Purpose | null
  /** Server clock minus the device's when it sent this: added to what the device recorded. 0 when the device did not say. */
  clockOffsetMs: number
  /** Where the request came from; only the limits of guessing look at it. */
  address?: string | null
  /** What no one waits for but the commit. */
  meanwhile: Array<PromiseLike<unknown>>
  /** The second try of a batch whose first was not as expected at the moment of its commit: now nothing is taken for granted. */
  contested?: true
}

export interface Meta {
  apart?: boolean
  requestId: string
  purpose: Purpose | null
  now: Date
  clockOffsetMs: number
  address?: string | null
}

/** Everything the product runs on; made once in app.ts. */
export interface Kernel {
  db: Database
  clerk: Clerk
  log: Log
  metrics: Metrics
}

export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, L = unknown> {
  name: string
  summary: { zh: string; en: string }
  kind: 'read' | 'write'
  /** Returns persons: needs a purpose, and is audited whether it writes or not. */
  personal?: true
  /** Runs under a role that can reach no person; its `load` asks neighbours before that, in a transaction of its own. */
  apart?: true
  /**
   * May be called without a session. As a function it says which county the caller means, from what was sent: the operation
   * then runs as nobody of that county, whoever is signed in.
   */
  anonymous?: true | ((input: z.infer<I>) => number)
  /** The answer is the same for everybody who asks, and may be kept for so long on its way. */
  cacheSeconds?: number
  input: I
  output: O
  load?(ctx: Ctx, input: z.infer<I>): Promise<L>
  allow(actor: Actor, loaded: L, input: z.infer<I>): boolean
  /** A Problem that is returned, not thrown, refuses too, but what was written before it is kept: a failed sign-in is a fact. */
  run(ctx: Ctx, input: z.infer<I>, loaded: L): Promise<z.input<O> | Problem>
  /** Null only for reads that name no person. */
  audit(done: { input: z.infer<I>; output: z.input<O>; loaded: L }): AuditNote | null
  /**
   * Work in other people's names, each through its own door and its own transaction: it begins when this operation has been
   * committed, and what it returns is the answer.
   */
  afterwards?(kernel: Kernel, done: { output: z.infer<O>; loaded: L; meta: Meta }): Promise<z.input<O>>
  /** What the audit says of a refusal that is kept; its code when the operation has nothing to add. */
  auditRefusal?(refused: { input: z.infer<I>; problem: Problem; loaded: L }): AuditNote
}
// biome-ignore lint/suspicious/noExplicitAny: a table of operations with different inputs has no narrower common type
export type AnyOperation = Operation<any, any, any>

export const operation = <I extends z.ZodType, O extends z.ZodType, L = undefined>(spec: Operation<I, O, L>) => spec

export type Verdict<D> = { ok: true; value: D; arrival: 'new' | 'again' } | { ok: false; problem: Problem }

/** Who sent an item: in a shared commit not the actor of the context. */
export interface Sender {
  actor: Actor
  clockOffsetMs: number
  requestId: string
}

/** An operation on many items at once, set-based, each item with its own verdict: one bad record never blocks the rest. */
export interface BatchOperation<I extends z.ZodType = z.ZodType, D extends z.ZodType = z.ZodType, L = unknown> {
  name: string
  summary: { zh: string; en: string }
  kind: 'write'
  item: I
  done: D
  max: number
  apart?: true
  /** Items that may share a commit with other senders' of the county; its `allow` and `runMany` then go by the sender alone. */
  shares?(item: z.infer<I>): boolean
  load(ctx: Ctx, items: Array<z.infer<I>>): Promise<L>
  allow(actor: Actor, loaded: L, item: z.infer<I>): boolean | Problem
  /** One verdict per item, in the same order. */
  runMany(
    ctx: Ctx,
    items: Array<z.infer<I>>,
    loaded: L,
    senders: readonly Sender[],
  ): Promise<Array<Verdict<z.input<D>>>>
  audit(items: Array<z.infer<I>>, verdicts: Array<Verdict<z.input<D>>>): AuditNote
}
// biome-ignore lint/suspicious/noExplicitAny: see AnyOperation
export type AnyBatchOperation = BatchOperation<any, any, any>

export const batchOperation = <I extends z.ZodType, D extends z.ZodType, L>(spec: BatchOperation<I, D, L>) => spec

/** A batch operation as HTTP offers it: one item by itself, or many in one body `{ sentAt, items }`. */
export type Route = AnyOperation | { one: AnyBatchOperation } | { many: AnyBatchOperation; body: z.ZodType }
export type RouteTable = Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`, Route>

/** A job is work of the system itself, safe to run twice. `every` is a cron line in the county's zone. */
export interface Job {
  every?: string
  tries?: number
  run(ctx: Ctx, data: Json): Promise<void> | Promise<Errand | null>
}
export type JobTable = Record<string, Job>

/** What a capability's index.ts shows to app.ts. */
export interface Capability {
  name: string
  routes: RouteTable
  jobs?: JobTable
  followers?: Follower[]
  derived?: Derivation[]
}

export const within = (actor: Actor, division: string): boolean => division.startsWith(actor.division)

export const scopeOf = (actor: Actor, purpose: Purpose | null): Scope => ({
  county: actor.county,
  division: actor.division,
  actorId: actor.accountId,
  role: actor.role ?? actor.kind,
  purpose,
})

const NO_PERSON = { role: null, accountId: null, seatId: null, deviceId: null, sessionId: null, placeId: null }

export const systemActor = (county: number): Actor => ({ kind: 'system', county, division: `${county}`, ...NO_PERSON })

/** Somebody who has not signed in: an empty division reads nothing. */
export const nobody = (county: number): Actor => ({ kind: 'anonymous', county, division: '', ...NO_PERSON })

/**
 * The one door for every single change and read: validates, loads, asks permission, runs and audits in one transaction, and
 * answers after the commit. Batches go through `performBatch`, which keeps the same promises for many items at once.
 */
export async function perform<I extends z.ZodType, O extends z.ZodType, L>(
  kernel: Kernel,
  op: Operation<I, O, L>,
  actor: Actor,
  raw: unknown,
  meta: Meta,
): Promise<z.infer<O>> {
  if (!op.anonymous) admit(actor, op.name)
  if (op.personal && !meta.purpose) throw purposeNeeded()
  const input = parseInput(op.input, raw)
  const who = typeof op.anonymous === 'function' ? nobody(op.anonymous(input)) : actor
  const load = async (ctx: Ctx): Promise<[L]> => [(await op.load?.(ctx, input)) as L]
  const before = op.apart && (await transact(kernel, who, meta, load))
  const within = { ...meta, apart: op.apart === true }
  const done = await transact(kernel, who, within, (ctx) => performOnce(ctx, op, input, before)).catch(
    async (error) => {
      if (error instanceof Problem && error.code === ID_TAKEN)
        await keepRefused(kernel, op.name, who, input, error, meta)
      throw error
    },
  )
  if (op.kind === 'write' || op.personal) kernel.clerk.touch(who.county)
  if (done instanceof Problem) throw done
  kernel.metrics.operations.inc({ operation: op.name, result: 'done' })
  return op.afterwards ? op.output.parse(await op.afterwards(kernel, { ...done, meta })) : done.output
}

/** What the refused transaction took back with it. Kept before the refusal is said: the sender will not send it again. */
function keepRefused(
  kernel: Kernel,
  name: string,
  actor: Actor,
  input: unknown,
  problem: Problem,
  meta: Meta,
): Promise<void> {
  const claimedId = problem.params['id']
  return transact(kernel, actor, meta, async (ctx) => {
    await putAside(ctx, name, [{ claimedId, raw: input }])
    recordAudit(ctx, name, { count: 0, note: { refused: problem.code, claimed: String(claimedId) } })
  })
}

/** The same inside a transaction that is already under way: for neighbours that call each other. */
export async function performWithin<I extends z.ZodType, O extends z.ZodType, L>(
  ctx: Ctx,
  op: Operation<I, O, L>,
  input: z.infer<I>,
): Promise<z.infer<O>> {
  const done = await performOnce(ctx, op, input)
  if (done instanceof Problem) throw done
  return done.output
}

async function performOnce<I extends z.ZodType, O extends z.ZodType, L>(
  ctx: Ctx,
  op: Operation<I, O, L>,
  input: z.infer<I>,
  before?: [L],
): Promise<{ output: z.infer<O>; loaded: L } | Problem> {
  const [loaded] = before ?? [(await op.load?.(ctx, input)) as L]
  if (!op.allow(ctx.actor, loaded, input)) throw notAllowed({ operation: op.name })
  const output = await op.run(ctx, input, loaded)
  if (output instanceof Problem) {
    const said = op.auditRefusal?.({ input, problem: output, loaded }) ?? { count: 0 }
    recordAudit(ctx, op.name, { ...said, note: { ...said.note, refused: output.code } })
    return output
  }
  const note = op.audit({ input, output, loaded })
  if (note) recordAudit(ctx, op.name, note)
  else if (op.kind === 'write' || op.personal) throw new Error(`${op.name} has to say something for the audit`)
  return { output: op.output.parse(output), loaded }
}

/** The `load` of an operation whose permission goes by what the caller looks for, and by nothing stored. */
export const purposeOf = (ctx: Ctx) => Promise.resolve({ purpose: ctx.purpose })

/** The place in a list ordered by moment and id, as an opaque cursor. Null when the page was not full: there is no more. */
export function cursorOf<T>(rows: readonly T[], limit: number, key: (row: T) => { at: Date; id: string }) {
  const last = rows.length < limit ? undefined : rows.at(-1)
  if (!last) return null
  const { at, id } = key(last)
  return `${at.toISOString()}~${id}`
}

export function positionOf(cursor: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = cursor?.split('~') ?? []
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)) && UUID.test(id) ? { at, id } : null
}

export function contextOf(tx: Tx, actor: Actor, meta: Meta, meanwhile: Ctx['meanwhile'] = []): Ctx {
  return { tx, actor, ...meta, meanwhile }
}

/** Opens the transaction with the actor's scope set, for the doors in this folder. */
export function transact<T>(kernel: Kernel, actor: Actor, meta: Meta, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const scope = { ...scopeOf(actor, meta.purpose), apart: meta.apart === true }
  return kernel.db.transact((tx, meanwhile) => work(contextOf(tx, actor, meta, meanwhile)), scope)
}

/** Runs work that is no operation of its own (a job, a command line, a sign-in look-up) under a given scope. */
export function asSystem<T>(kernel: Kernel, county: number, now: Date, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return transact(kernel, systemActor(county), { requestId: 'system', purpose: null, now, clockOffsetMs: 0 }, work)
}
