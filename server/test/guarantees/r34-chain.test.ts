import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCounties, verifyCounty } from '../../../scripts/verify-audit.ts'
import { recordAudits } from '../../src/kernel/audit.ts'
import { scenario } from '../scenario/scenario.ts'
import { adminUrl, faultsAfter, forge, growChain, vandalise } from './chain.ts'
import { dice } from './snapshot.ts'

const ENTRIES = 1000
const CHANGES = 250

let admin: postgres.Sql
beforeAll(() => {
  admin = postgres(adminUrl(), { max: 1, onnotice: () => {} })
})
afterAll(() => admin.end())

test(
  `each of ${CHANGES} random changes to a chain of ${ENTRIES} entries is detected by code that is not the server's`,
  scenario(async (stage) => {
    const { county } = stage
    const heads = await growChain(stage, ENTRIES)
    expect(await verifyCounty(admin, county, heads)).toMatchObject({ county, entries: ENTRIES, faults: [] })
    expect(await listCounties(admin, heads)).toContain(county)
    const next = dice(county)
    const unnoticed: unknown[] = []
    for (let at = 0; at < CHANGES; at++) {
      const { did, faults } = await faultsAfter(admin, county, heads, (tx) =>
        vandalise(tx, { county, entries: ENTRIES, next }),
      )
      if (faults.length === 0) unnoticed.push(did)
    }
    expect(unnoticed, `seed ${county}`).toEqual([])
    expect(await verifyCounty(admin, county, heads)).toMatchObject({ faults: [] })
  }),
  180_000,
)

test(
  'a chain made anew from the middle, head and all, is detected by the heads that were published, and only by them',
  scenario(async (stage) => {
    const { county } = stage
    const heads = await growChain(stage, 300)
    const again = (known: typeof heads) =>
      faultsAfter(admin, county, known, (tx) => forge(tx, { county, entries: 300, next: Math.random }, 150))
    expect((await again(heads)).faults).toEqual(['entry 200 is not the one that was published'])
    expect((await again([])).faults).toEqual([])
    const cut = await faultsAfter(
      admin,
      county,
      heads,
      (tx) => tx`delete from kernel.audit_entry where county = ${county}`,
    )
    expect(cut.faults).not.toEqual([])
  }),
)

test(
  'whatever stands in an entry, the database links it as the verifier reads it',
  scenario(async (stage) => {
    const { county } = stage
    const odd = `"\\\b\f\n\r\t\u0001\u001f\u007f\u0080\u2028\u2029\ufeff<>&/'{}测试🦠`
    await stage.inside(async (ctx) => {
      const said = { count: 0, note: { odd, [odd]: null, yes: true, half: 0.5 } }
      recordAudits(ctx, [{ actor: ctx.actor, requestId: odd, operation: odd, said }])
      const moment = (at: string) =>
        ctx.tx`insert into kernel.audit_inbox (county, id, division, at, actor_kind, operation, count, note, request_id)
          values (${county}, gen_random_uuid(), ${String(county)}, ${at}::timestamptz, 'system', 'kernel.test', 1, '{}', 'r')`
      for (const at of ['2020-01-24T00:00:00Z', '2020-02-06 08:00:00.120+08', '2026-12-31T23:59:59.999Z'])
        await moment(at)
    })
    await stage.settle()
    const { entries, faults } = await verifyCounty(admin, county, [])
    expect([entries, faults]).toEqual([4, []])
  }),
)
