import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { setScope } from '../../kernel/db.ts'
import { ROLES } from '../../kernel/operation.ts'
import { makeColleague } from './access.factory.ts'
import { newCode, newToken, tokenHash } from './secrets.ts'

const SECRET = ['password', 'authenticator', 'recovery_code', 'passkey', 'session', 'one_time_code', 'failed_guess']

test(
  'a query in the name of any role, even the administrator, reads no secret and no session',
  scenario(async ({ as, county, app, inside }) => {
    const admin = await as.role('administrator')
    await makeColleague(admin, { role: 'township-officer', division: `${county}100` })
    const [control] = await inside(
      (ctx) => ctx.tx`select count(*)::int as count from access.session where county = ${county}`,
    )
    expect(control?.['count'], 'the control: there is something to read').toBeGreaterThan(0)
    for (const role of [...ROLES, 'anonymous', '']) {
      await app.kernel.db.transact(async (tx) => {
        await setScope(tx, { county, division: String(county), actorId: null, role, purpose: null })
        for (const table of SECRET) {
          const [row] = await tx`select count(*)::int as count from ${tx(`access.${table}`)}`
          expect(row?.['count'], `${role} ${table}`).toBe(0)
        }
      })
    }
  }),
)

test(
  'a township reads no account, seat or device of another, whatever the query',
  scenario(async ({ as, county, app }) => {
    await makeColleague(await as.role('administrator'), { role: 'township-officer', division: `${county}100` })
    const read = (division: string, from = county) =>
      app.kernel.db.transact(async (tx) => {
        await setScope(tx, { county: from, division, actorId: null, role: 'township-officer', purpose: null })
        const counts = await Promise.all(
          ['account', 'seat', 'occupancy'].map((table) => tx`select count(*)::int as n from ${tx(`access.${table}`)}`),
        )
        return counts.map(([row]) => row?.['n'])
      })
    expect(await read(`${county}100`)).toEqual([1, 1, 1])
    expect(await read(`${county}101`)).toEqual([0, 0, 0])
    expect(await read('900000', 900_000)).toEqual([0, 0, 0])
  }),
)

test(
  'the names of staff are sealed in the database',
  scenario(async ({ as, county, inside }) => {
    await as.role('administrator')
    const rows = await inside(
      (ctx) => ctx.tx<Array<{ name_sealed: Buffer }>>`select * from access.account where county = ${county}`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('测试人员')
    for (const row of rows) expect(row.name_sealed.includes(Buffer.from('测试人员'))).toBe(false)
  }),
)

test('tokens and codes are long enough, and no two are alike', () => {
  const tokens = new Set(Array.from({ length: 1000 }, () => newToken(130822)))
  expect(tokens.size).toBe(1000)
  for (const token of tokens) expect(Buffer.from(token.slice(7), 'base64url')).toHaveLength(32)
  expect(tokenHash('a')).toHaveLength(32)
  expect(newCode(130822, 16)).toMatch(/^130822(-[2-9A-HJKMNP-Z]{4}){4}$/)
})
