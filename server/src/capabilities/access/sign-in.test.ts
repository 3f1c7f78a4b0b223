import { TOTP, Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'

test('somebody without a seat, name or password gets one and the same refusal', scenario(async ({ as, county }) => {
  const admin = await as.role('administrator')
  const division = `${county}100`
  const made = await admin.post('/access/accounts', {
    division,
    signInName: 'li.hua',
    name: '李华',
    seats: [{ division: `${division}200`, role: 'village-cadre' }],
    password: 'snow on the river',
  })
  expect(made).toMatchObject({ status: 201, body: { account: { signInName: 'li.hua', seats: [{ role: 'village-cadre' }] } } })
  const nobody = as.nobody()
  const wrong = await nobody.post('/sign-in', { county, name: 'li.hua', password: 'wrong' })
  const unknown = await nobody.post('/sign-in', { county, name: 'nobody.here', password: 'wrong' })
  expect(wrong).toMatchObject({ status: 401, body: { code: 'access.sign-in-refused' } })
  expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' })
  const right = await nobody.post('/sign-in', { county, name: 'Li.Hua', password: 'snow on the river' })
  expect(right).toMatchObject({ status: 201, body: { outcome: 'signed-in', me: { role: 'village-cadre', todo: ['password'] } } })
  expect(String(right.headers['set-cookie'])).toMatch(/^qunfang_session=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/)
}))
