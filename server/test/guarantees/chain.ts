import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import { inject } from 'vitest'
import { type PublishedHead, verifyCounty } from '../../../scripts/verify-audit.ts'
import { type AuditEntry, recordAudit } from '../../src/kernel/audit.ts'
import { canonical } from '../../src/kernel/seal.ts'
import { newId, type Scenario } from '../scenario/scenario.ts'

/** The tests' database as its superuser, who alone can do to a chain what nobody may. */
export const adminUrl = (): string =>
  Object.assign(new URL(inject('adminUrl')), { pathname: new URL(inject('ownerUrl')).pathname }).href

/** A chain of so many entries as operations leave them, with its head published after every hundred. */
export async function growChain(
  { inside, settle, county }: Scenario,
  entries: number,
  publishEvery = 100,
): Promise<PublishedHead[]> {
  const heads: PublishedHead[] = []
  for (let made = 0; made < entries; made += publishEvery) {
    await inside(async (ctx) => {
      for (let n = made; n < Math.min(made + publishEvery, entries); n++) {
        const subject = n % 3 === 0 ? {} : { subject: newId() }
        recordAudit(ctx, ['checkpoints.passage.record', 'people.person.read', 'access.sign-in'][n % 3] ?? '', {
          count: n % 7,
          note: { n, 说明: '正常' },
          ...subject,
        })
      }
    })
    await settle()
    const [head] = await inside(
      ({ tx }) => tx<{ seq: number; hash: string }[]>`
      select audit_seq::int as seq, encode(audit_hash, 'hex') as hash from kernel.county_head where county = (select kernel.app_county())`,
    )
    if (head) heads.push({ county, ...head })
  }
  return heads
}

type Admin = postgres.TransactionSql
interface Vandal {
  county: number
  entries: number
  next(): number
}
const some = ({ entries, next }: Vandal): number => 1 + Math.floor(next() * entries)

/** One character, digit, bit or instant of one field of one entry becomes another; nothing becomes something and the reverse. */
const FIELD_CHANGES = [
  'note = overlay(note placing chr(ascii(substr(note, 3, 1)) + 1) from 3)',
  `note = note || ' '`,
  `operation = operation || '.'`,
  `division = overlay(division placing chr(ascii(substr(division, 6, 1)) # 1) from 6)`,
  'county = county + 1',
  'count = count + 1',
  `at = at + interval '1 microsecond'`,
  `at = at - interval '1 hour'`,
  `actor_kind = case actor_kind when 'system' then 'person' else 'system' end`,
  'account_id = gen_random_uuid()',
  'subject = case when subject is null then gen_random_uuid() end',
  'device_id = gen_random_uuid()',
  `role = coalesce(role || '-', 'auditor')`,
  `purpose = 'supervision'`,
  `request_id = request_id || '1'`,
  'id = gen_random_uuid()',
  'hash = set_bit(hash, 17, 1 - get_bit(hash, 17))',
  'hash = sha256(hash)',
]

const atEntry = (v: Vandal, seq: number) => `where county = ${v.county} and seq = ${seq}`

const VANDALISM: Array<(tx: Admin, v: Vandal) => Promise<unknown>> = [
  (tx, v) => tx.unsafe(`delete from kernel.audit_entry ${atEntry(v, some(v))}`),
  async (tx, v) => {
    const [one, two] = [some(v), some(v)]
    const other = one === two ? (one % v.entries) + 1 : two
    await tx.unsafe(`update kernel.audit_entry set seq = -1 ${atEntry(v, one)}`)
    await tx.unsafe(`update kernel.audit_entry set seq = ${one} ${atEntry(v, other)}`)
    await tx.unsafe(`update kernel.audit_entry set seq = ${other} ${atEntry(v, -1)}`)
  },
  // A tail cut off, with the head put right to match.
  async (tx, v) => {
    const last = v.entries - 1 - Math.floor(v.next() * 50)
    await tx.unsafe(`delete from kernel.audit_entry where county = ${v.county} and seq > ${last}`)
    await tx.unsafe(
      `update kernel.county_head set (audit_seq, audit_hash) = (select seq, hash from kernel.audit_entry ${atEntry(v, last)}) where county = ${v.county}`,
    )
  },
  (tx, v) => tx.unsafe(`update kernel.county_head set audit_hash = sha256(audit_hash) where county = ${v.county}`),
]

/** Does one random thing to the chain that nobody may do, and answers what it was. */
export async function vandalise(tx: Admin, v: Vandal): Promise<string> {
  const choice = Math.floor(v.next() * (FIELD_CHANGES.length + VANDALISM.length))
  const change = FIELD_CHANGES[choice]
  if (change) {
    const seq = some(v)
    await tx.unsafe(`update kernel.audit_entry set ${change} ${atEntry(v, seq)}`)
    return `${change} at ${seq}`
  }
  await VANDALISM[choice - FIELD_CHANGES.length]?.(tx, v)
  return `vandalism ${choice - FIELD_CHANGES.length}`
}

/** As the database makes it: kernel.audit_link. */
function linkHash(previous: Uint8Array, seq: number, entry: AuditEntry): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(canonical({ seq, ...entry }))
    .digest()
}

/** Somebody with every right and the server's own code: an entry is changed and the whole chain after it is made anew, head and all. */
export async function forge(tx: Admin, { county, entries }: Vandal, from: number): Promise<void> {
  await tx.unsafe(`update kernel.audit_entry set count = count + 1 where county = ${county} and seq = ${from}`)
  const rows =
    await tx.unsafe(`select county, id, division, at, actor_kind as "actorKind", account_id as "accountId", seat_id as "seatId",
    role, device_id as "deviceId", operation, purpose, subject, count, note, request_id as "requestId", seq::int as seq, hash
    from kernel.audit_entry where county = ${county} and seq >= ${from - 1} order by seq`)
  let hash: Buffer = from === 1 ? Buffer.alloc(0) : rows[0]?.hash
  for (const { seq, hash: _, ...entry } of from === 1 ? rows : rows.slice(1)) {
    hash = linkHash(hash, seq, entry as never)
    await tx`update kernel.audit_entry set hash = ${hash} where county = ${county} and seq = ${seq}`
  }
  await tx`update kernel.county_head set audit_hash = ${hash} where county = ${county} and audit_seq = ${entries}`
}

class Undo extends Error {}
/** What the verifier says after something has been done to the chain; the chain itself is left as it was. */
export async function faultsAfter<T>(
  admin: postgres.Sql,
  county: number,
  heads: readonly PublishedHead[],
  work: (tx: Admin) => Promise<T>,
) {
  let found: { did: T | null; faults: string[] } = { did: null, faults: [] }
  await admin
    .begin(async (tx) => {
      const did = await work(tx)
      found = { did, faults: (await verifyCounty(tx, county, heads)).faults }
      throw new Undo()
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error
    })
  return found
}
