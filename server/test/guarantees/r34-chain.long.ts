import postgres from 'postgres'
import { expect, test } from 'vitest'
import { verifyCounty } from '../../../scripts/verify-audit.ts'
import { scenario } from '../scenario/scenario.ts'
import { adminUrl, faultsAfter, growChain, vandalise } from './chain.ts'
import { dice } from './snapshot.ts'

test(
  'a million entries are verified within 30 s',
  scenario(async (stage) => {
    const admin = postgres(adminUrl(), { max: 1, onnotice: () => {} })
    const heads = await growChain(stage, 1_000_000, 5000)
    const began = performance.now()
    expect(await verifyCounty(admin, stage.county, heads)).toMatchObject({ entries: 1_000_000, faults: [] })
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(`a million entries in ${seconds.toFixed(1)} s\n`)
    expect(seconds).toBeLessThan(30)
    await admin.end()
  }),
)

test(
  'each of 10,000 random changes is detected',
  scenario(async (stage) => {
    const admin = postgres(adminUrl(), { max: 1, onnotice: () => {} })
    const { county } = stage
    const heads = await growChain(stage, 2000)
    const next = dice(county)
    for (let at = 0; at < 10_000; at++) {
      const { did, faults } = await faultsAfter(admin, county, heads, (tx) =>
        vandalise(tx, { county, entries: 2000, next }),
      )
      expect(faults.length, `seed ${county}: ${did}`).toBeGreaterThan(0)
    }
    await admin.end()
  }),
)
