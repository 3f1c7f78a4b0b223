import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PublishedHead, verifyCounty } from '../../../../scripts/verify-audit.ts'
import { adminUrl, faultsAfter } from '../../../test/guarantees/chain.ts'
import { type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { recordAudit } from '../../kernel/audit.ts'
import { forgetNow } from './retention.factory.ts'

const DAY_MS = 86_400_000
const TERM_DAYS = 3 * 365 + 1

let admin: postgres.Sql
beforeAll(() => {
  admin = postgres(adminUrl(), { max: 1, onnotice: () => {} })
})
afterAll(() => admin.end())

/** So many entries as they were made so many days ago, each about somebody else, with the head that was published after them. */
async function chain({ inside, settle, county }: Scenario, daysAgo: number, entries: number) {
  const at = new Date(Date.now() - daysAgo * DAY_MS)
  const subjects = Array.from({ length: entries }, () => randomUUID())
  await inside(async (ctx) => {
    for (const subject of subjects)
      recordAudit({ ...ctx, now: at }, 'people.person.read', { subject, note: { 说明: '"正常"\n\u0001\\' } })
  })
  await settle()
  const { entries: seq, head: hash } = await verifyCounty(admin, county, [])
  const head: PublishedHead = { county, seq, hash, at: at.toISOString() }
  return { subjects, head }
}

async function forget(stage: Scenario) {
  const desk = await stage.as.countyDesk()
  await forgetNow(stage)
  const { items } = (await desk.get('/retention/runs')).body
  return JSON.parse(items[0].certificate.body) as {
    gone: object[]
    trail: { endedThrough: number; hash: string; oldestLeft: string }
  }
}

const left = async (county: number, subjects: string[]) => {
  const [row] = await admin<{ n: number }[]>`
    select count(*)::integer as n from kernel.audit_entry where county = ${county} and subject = any (${subjects})`
  return row?.n
}

test(
  'after three years entries of the audit are gone with whom they name, and the rest still proves itself',
  scenario(async (stage) => {
    const { county } = stage
    const oldest = await chain(stage, TERM_DAYS + 300, 30)
    const old = await chain(stage, TERM_DAYS + 1, 20)
    const fresh = await chain(stage, TERM_DAYS - 30, 10)
    const heads = [oldest.head, old.head, fresh.head]
    const paper = await forget(stage)

    expect(await left(county, [...oldest.subjects, ...old.subjects])).toBe(0)
    expect(await left(county, fresh.subjects)).toBe(10)
    expect(paper.trail).toMatchObject({ endedThrough: 50, hash: old.head.hash })
    expect(new Date(paper.trail.oldestLeft).toISOString()).toBe(fresh.head.at)
    expect(paper.gone).toContainEqual({ relation: 'kernel.audit_entry', class: 'staff', rows: 50 })
    const verdict = await verifyCounty(admin, county, heads)
    expect(verdict).toMatchObject({ faults: [], ended: 50 })
    expect(verdict.entries).toBeGreaterThan(60)

    const faults = async (known: PublishedHead[], work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
      (await faultsAfter(admin, county, known, work)).faults
    expect(await faults([], (tx) => tx`delete from kernel.audit_entry where county = ${county} and seq = 51`)).toEqual([
      'entry 51 is missing or stands twice',
    ])
    expect(
      await faults(
        [],
        (tx) => tx`update kernel.audit_entry set subject = ${randomUUID()} where county = ${county} and seq = 55`,
      ),
    ).toEqual(['entry 55 was changed'])
    // Somebody with every right lets more end than was due: the certificate does not say so, and a made-up one does not know what was published.
    const shorten = async (tx: postgres.TransactionSql) => {
      await tx`insert into retention.trail_end (county, through_seq, from_seq, run_id, hash, until_at)
        select county, 60, 51, (select run_id from retention.trail_end where county = ${county}), hash, at - interval '1 year'
        from kernel.audit_entry where county = ${county} and seq = 60`
      await tx`delete from kernel.audit_entry where county = ${county} and seq between 51 and 60`
    }
    expect(await faults([], shorten)).toEqual(['entries up to 60 are gone and no certificate says so'])
    const lie = async (tx: postgres.TransactionSql) => {
      await shorten(tx)
      await tx`with lie as (select body::jsonb #- '{trail}' || '{"trail":{"endedThrough":60,"hash":""}}' as said from retention.certificate
          where county = ${county}),
        hashed as (select jsonb_set(said, '{trail,hash}', to_jsonb(encode(e.hash, 'hex')))::text as said from lie
          join retention.trail_end e on e.county = ${county} and e.through_seq = 60)
        update retention.certificate set body = hashed.said, hash = sha256(previous || convert_to(hashed.said, 'UTF8'))
        from hashed where county = ${county}`
    }
    expect(await faults([], lie)).toEqual([])
    expect(await faults(heads, lie)).toEqual(['entry 60 was published and ended before its term'])
    expect(
      await faults([], (tx) => tx`update retention.trail_end set hash = sha256(hash) where county = ${county}`),
    ).toEqual(['entry 50 is not the one whose end was certified'])
    expect(await faults([], (tx) => tx`delete from retention.trail_end where county = ${county}`)).toEqual([
      'entry 1 is missing or stands twice',
    ])
    expect(
      await faults([], (tx) => tx`update retention.certificate set body = body || ' ' where county = ${county}`),
    ).toEqual(['certificate 1 is missing or was changed'])

    await forget(stage)
    expect(await verifyCounty(admin, county, heads)).toMatchObject({ faults: [], ended: 50 })
  }),
)

test(
  'nothing ends behind a change, so that no run takes away what shows it',
  scenario(async (stage) => {
    const { county } = stage
    const old = await chain(stage, TERM_DAYS + 1, 20)
    await admin`update kernel.audit_entry set count = 7 where county = ${county} and seq = 11`
    const paper = await forget(stage)
    expect(paper.trail).toMatchObject({ endedThrough: 10, oldestLeft: expect.stringMatching(/^20/) })
    expect((await verifyCounty(admin, county, [old.head])).faults).toEqual(['entry 11 was changed'])
    await expect(stage.inside(({ tx }) => tx`delete from retention.trail_end`.execute())).rejects.toThrow(
      /permission denied/,
    )
  }),
)
