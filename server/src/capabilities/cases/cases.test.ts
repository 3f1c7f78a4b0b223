import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { publishedProfiles } from './editions.ts'
import { profileInForce, profilesInForce, seedProfiles } from './profiles.ts'

test(
  'a county is given its profiles once, and a seat may read them',
  scenario(async ({ as, inside }) => {
    const shift = await as.role('checkpoint-shift')
    const before = await shift.get('/cases/profiles')
    expect(await inside(seedProfiles)).toBe(publishedProfiles.length)
    expect(await inside(seedProfiles)).toBe(0)
    const after = await shift.get('/cases/profiles')
    expect(after.status).toBe(200)
    expect(new Set(after.body.items.map(code))).toEqual(new Set(before.body.items.map(code)))
    const inForce = after.body.items.filter((item: { inForce: boolean }) => item.inForce).map(code)
    expect(inForce).toContain('covid19-cn-new10')
    expect(inForce.filter((one: string) => one.startsWith('covid19'))).toHaveLength(1)
    const ebola = await shift.get('/cases/profiles?disease=ebola')
    expect(ebola.body.items).toMatchObject([
      { code: 'ebola-who', fever: { comparison: '>=', thresholdC: 38 }, observationDays: 21 },
    ])
  }),
)

test(
  'what the database gives back is what was published',
  scenario(async ({ inside }) => {
    const at = new Date('2020-02-10T08:00:00+08:00')
    const published = await inside((ctx) => profileInForce(ctx, at))
    await inside(seedProfiles)
    const kept = await inside((ctx) => profileInForce(ctx, at))
    expect(kept).toEqual(published)
    const choose = await inside((ctx) => profilesInForce(ctx, 'covid-19'))
    expect(choose(new Date('2020-02-01T08:00:00+08:00')).code).toBe('covid19-cn-ed3')
    await expect(inside((ctx) => profileInForce(ctx, at, 'plague'))).rejects.toThrow('cases.disease-unknown')
  }),
)

test(
  "a county's own edition counts, and only there",
  scenario(async ({ county, inside }) => {
    await inside(seedProfiles)
    await inside(
      ({ tx }) => tx`
        insert into cases.disease_profile (county, code, disease, zh, en, valid_from, valid_to, body, received_at)
        select county, 'covid19-local', disease, zh, en, '2026-01-01', null, body || '{"fever": {"comparison": ">", "thresholdC": 37.0, "site": "axillary"}}', now()
        from cases.disease_profile where county = ${county} and code = 'covid19-cn-new10'`,
    )
    const today = new Date('2026-11-24T08:00:00+08:00')
    expect(await inside((ctx) => profileInForce(ctx, today))).toMatchObject({
      code: 'covid19-local',
      body: { fever: { thresholdC: 37 } },
    })
  }),
)

const code = (item: { code: string }) => item.code
