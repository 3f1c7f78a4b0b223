import { randomUUID } from 'node:crypto'
import { type Json, meanwhile, type Tx, UUID } from './db.ts'
import type { Actor, Ctx } from './operation.ts'
import { canonical, digestOf, idFrom, seal } from './seal.ts'

/** What an operation says about itself once it is done. Never a name or number of a person: ids, counts and plain facts. */
export interface AuditNote {
  subject?: string
  division?: string
  /** How many records, or persons for an operation that reads persons. */
  count?: number
  note?: Record<string, string | number | boolean | null>
}

export interface AuditEntry {
  county: number
  id: string
  division: string
  at: Date
  actorKind: string
  accountId: string | null
  seatId: string | null
  role: string | null
  deviceId: string | null
  operation: string
  purpose: string | null
  subject: string | null
  count: number
  note: string
  requestId: string
}

interface Saying {
  actor: Actor
  requestId: string
  operation: string
  said: AuditNote
}

/** Written in the transaction it tells of: when this insert fails, the act it describes did not happen. */
export function recordAudit(ctx: Ctx, operation: string, said: AuditNote): void {
  recordAudits(ctx, [{ actor: ctx.actor, requestId: ctx.requestId, operation, said }])
}

/** One statement of one form for any number of senders. */
export function recordAudits(ctx: Ctx, sayings: readonly Saying[]): void {
  const { tx, now, purpose } = ctx
  const rows = sayings.map(({ actor, requestId, operation, said }) => ({
    county: actor.county,
    id: randomUUID(),
    // Filed where whoever acted can be asked about it: what lies outside their area may be named, never written to.
    division: said.division?.startsWith(actor.division) ? said.division : actor.division,
    actor_kind: actor.kind,
    account_id: actor.accountId,
    seat_id: actor.seatId,
    role: actor.role,
    device_id: actor.deviceId,
    operation,
    subject: said.subject ?? null,
    count: said.count ?? 1,
    note: canonical(said.note ?? {}),
    request_id: requestId,
  }))
  const written = tx`
    insert into kernel.audit_inbox
      (county, id, division, at, actor_kind, account_id, seat_id, role, device_id, operation, purpose, subject, count, note, request_id)
    select county, id, division, ${now}, actor_kind, account_id, seat_id, role, device_id, operation, ${purpose}, subject, count, note,
      request_id
    from jsonb_to_recordset(${tx.json(rows)}) as said (county integer, id uuid, division text, actor_kind text, account_id uuid,
      seat_id uuid, role text, device_id uuid, operation text, subject uuid, count integer, note text, request_id text)`
  meanwhile(ctx, written)
}

export interface Head {
  seq: number
  hash: Buffer
}

/** Moves what was audited since the last time into the chain, where it lies. Runs as the clerk, one at a time per county. */
export async function chainAudit(tx: Tx, county: number, head: Head, limit: number): Promise<Head> {
  const [linked] = await tx<{ seq: string; hash: Buffer }[]>`
    select seq, hash from kernel.chain_audit(${county}, ${limit}, ${head.seq}, ${head.hash})`
  if (!linked) throw new Error('audit: the chain did not answer')
  return { seq: Number(linked.seq), hash: linked.hash }
}

const entryColumns = (tx: Tx) => tx`county, id, division, at, actor_kind as "actorKind", account_id as "accountId",
  seat_id as "seatId", role, device_id as "deviceId", operation, purpose, subject, count, note, request_id as "requestId"`

export interface AuditFilter {
  before: { at: Date; id: string } | null
  limit: number
  subject: string | null
  accountId: string | null
  operation: string | null
}

/** Newest first, chained or not yet. Row-level security decides who may read any of it. */
export function listAudit(tx: Tx, filter: AuditFilter): Promise<Array<AuditEntry & { seq: number | null }>> {
  const { before, limit, subject, accountId, operation } = filter
  const part = (table: string, seq: ReturnType<typeof entryColumns>) => tx`
    (select ${entryColumns(tx)}, ${seq} from ${tx(table)}
    where county = (select kernel.app_county())
      ${before ? tx`and (at, id) < (${before.at}, ${before.id})` : tx``}
      ${subject ? tx`and subject = ${subject}` : tx``}
      ${accountId ? tx`and account_id = ${accountId}` : tx``}
      ${operation ? tx`and operation = ${operation}` : tx``}
    order by at desc, id desc limit ${limit})`
  return tx<Array<AuditEntry & { seq: number | null }>>`
    ${part('kernel.audit_inbox', tx`null::int as seq`)} union all ${part('kernel.audit_entry', tx`seq::int as seq`)}
    order by at desc, id desc limit ${limit}`
}

export interface Said {
  accountId: string | null
  subject: string | null
  division: string
  at: Date
  count: number
  note: Record<string, Json>
}

/** What one operation said of itself in a stretch of time, the newest first; whoever watches for something reads no more than this. */
export async function listSaid(
  tx: Tx,
  { operation, from, until }: { operation: string; from: Date; until: Date },
): Promise<Said[]> {
  if (!/^[a-z-]+([.][a-z-]+)+$/.test(operation)) throw new Error('audit: not the name of an operation')
  // In the text and not as a value: an index of these entries alone is found by its name.
  const name = tx.unsafe(`'${operation}'`)
  const part = (table: string) => tx`
    select account_id as "accountId", subject, division, at, count, note from ${tx(table)}
    where county = (select kernel.app_county()) and operation = ${name} and at >= ${from} and at < ${until}`
  const rows = await tx<Array<Omit<Said, 'note'> & { note: string }>>`
    ${part('kernel.audit_inbox')} union all ${part('kernel.audit_entry')} order by at desc`
  return rows.map((row) => ({ ...row, note: JSON.parse(row.note) as Said['note'] }))
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
