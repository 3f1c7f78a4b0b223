import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aSealed } from '../../entrypoints/sync/sealed.factory.ts'
import { aPassage, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { A_PASSWORD, authenticatorCode, comeIn, hashLightly, makeColleague } from './access.factory.ts'
import { WHILE_SECURING } from './rules.ts'

const REFUSED = { status: 403, body: { code: 'access.secure-account-first', resend: 'later' } }

/** Every door there is: a list, a change, one record that shares a commit, a batch, and what is pushed. */
const doors = (me: Client) => ({
  read: () => me.get('/access/seats'),
  write: () => me.post('/me/language', { language: 'en' }),
  one: () => me.post(`/checkpoints/${newId()}/passages`, {}),
  batch: () => me.post('/passages/batch', { sentAt: new Date().toISOString(), items: [] }),
  seat: () => me.post('/me/seat', { seatId: newId() }),
  live: () => me.get('/live'),
})

async function byCode({ as, county }: Scenario, role: 'township-officer' | 'checkpoint-shift') {
  hashLightly()
  const admin = await as.role('administrator')
  const colleague = await makeColleague(admin, { role, division: `${county}100` })
  const { body } = await as.nobody().post('/sign-in/welcome', { code: colleague.code })
  return { admin, colleague, me: as.holding(body.token), said: body.me }
}
const secureFirst = async (me: Client) => (await me.get('/me')).body.secureFirst
const choose = (me: Client, password = A_PASSWORD) => me.post('/me/password', { password })

test(
  'whoever came in by a one-time code gets through no door before the account is theirs alone',
  scenario(async (here) => {
    const { me, said } = await byCode(here, 'township-officer')
    expect(said.secureFirst).toEqual(['password', 'second-factor'])
    for (const [door, knock] of Object.entries(doors(me))) expect(await knock(), door).toMatchObject(REFUSED)

    expect((await choose(me)).status).toBe(201)
    expect(await secureFirst(me)).toEqual(['second-factor'])
    for (const [door, knock] of Object.entries(doors(me))) expect(await knock(), door).toMatchObject(REFUSED)

    const { secret } = (await me.post('/me/authenticator')).body
    expect(await me.post('/me/authenticator/confirm', { code: authenticatorCode(secret) })).toMatchObject({
      status: 201,
    })
    expect(await secureFirst(me)).toEqual([])
    const { read, write, one, batch, seat } = doors(me)
    expect((await read()).status).toBe(200)
    expect((await write()).status).toBe(201)
    for (const knock of [one, batch, seat]) expect((await knock()).body.code).not.toBe(REFUSED.body.code)
  }),
)

test(
  'a shift needs a password alone, and may sign out instead',
  scenario(async (here) => {
    const { me, said } = await byCode(here, 'checkpoint-shift')
    expect(said.secureFirst).toEqual(['password'])
    expect(await doors(me).read()).toMatchObject(REFUSED)
    const weak = await choose(me, '1234567890')
    expect(weak).toMatchObject({ status: 422, body: { code: 'access.password-weak' } })
    expect(await doors(me).write()).toMatchObject(REFUSED)
    expect((await choose(me)).status).toBe(201)
    expect((await doors(me).write()).status).toBe(201)
    expect(await choose(me, 'another long one'), 'the code stands for the old password once').toMatchObject({
      status: 403,
      body: { code: 'access.password-wrong' },
    })

    const other = await byCode(here, 'checkpoint-shift')
    expect((await other.me.post('/sign-out')).status).toBe(201)
    expect((await other.me.get('/me')).status).toBe(401)
  }),
)

test(
  'what was chosen before the code was given counts for nothing, and the session of another seat is the same sign-in',
  scenario(async (here) => {
    const { admin, colleague, me } = await byCode(here, 'checkpoint-shift')
    await choose(me)
    const { code } = (await admin.post(`/access/accounts/${colleague.id}/welcome`)).body
    const body = { division: `${here.county}100`, role: 'township-officer' }
    const seat = (await admin.post('/access/seats', body)).body
    await admin.post(`/access/seats/${seat.id}/occupy`, { accountId: colleague.id })
    const again = here.as.holding((await here.as.nobody().post('/sign-in/welcome', { code })).body.token)
    expect(await doors(again).read()).toMatchObject(REFUSED)
    await choose(again)
    expect((await doors(again).write()).status).toBe(201)
    // The code never was a second factor: a seat that needs one asks for it.
    const moved = here.as.holding((await again.post('/me/seat', { seatId: seat.id })).body.token)
    expect(await secureFirst(moved)).toEqual(['second-factor'])
    expect(await doors(moved).read()).toMatchObject(REFUSED)
  }),
)

test(
  'nor does a sealed record go in the name of whoever has not made the account safe, until it is',
  scenario(async (here) => {
    const { admin, colleague, me, said } = await byCode(here, 'checkpoint-shift')
    const post = await givenCheckpoint(here)
    const write = () => {
      const content = aPassage(post.id, { recordedAt: new Date().toISOString() }) as Record<string, unknown>
      const written = { operation: 'checkpoints.passage.record', token: me.token, by: said.account.id, content }
      return aSealed(written, { id: String(content['id']) })
    }
    const carried = async (one: Awaited<ReturnType<typeof aSealed>>) => {
      const sent = { county: here.county, items: [one], personToken: me.token }
      return (await here.as.nobody().post('/sync/sealed', sent)).body.verdicts[0].problem.code
    }
    expect(await carried(await write())).toBe('sync.put-aside')
    await choose(me)
    // Of another post: the wall of the seat is what is met now.
    const [one, later] = [await write(), await write()]
    expect(await carried(one)).not.toBe('sync.put-aside')
    // Locked out since: what was written before is still theirs, and they have to come for it.
    await admin.post(`/access/accounts/${colleague.id}/welcome`)
    expect(await carried(later)).toBe('sync.sign-in-again')
  }),
)

test(
  'a slip with a code is no way in any more once its person has chosen a password',
  scenario(async (here) => {
    hashLightly()
    const post = { role: 'checkpoint-shift' as const, division: `${here.county}100`, password: 'what the office knows' }
    const { signInName, code } = await makeColleague(await here.as.role('administrator'), post)
    const form = { county: here.county, name: signInName, password: post.password }
    const me = here.as.holding((await here.as.nobody().post('/sign-in', form)).body.token)
    expect((await me.post('/me/password', { current: post.password, password: A_PASSWORD })).status).toBe(201)
    expect((await here.as.nobody().post('/sign-in/welcome', { code })).status).toBe(401)
  }),
)

test(
  'control: a sign-in with a password, and one that was made safe, are refused nothing of this',
  scenario(async (here) => {
    const { colleague, me } = await byCode(here, 'checkpoint-shift')
    await choose(me)
    const form = { county: here.county, name: colleague.signInName, password: A_PASSWORD }
    const by = here.as.holding((await here.as.nobody().post('/sign-in', form)).body.token)
    const admin = await here.as.role('administrator')
    const { code } = await makeColleague(admin, { role: 'county-desk', division: String(here.county) })
    for (const one of [by, await comeIn(here, code)]) {
      expect(await secureFirst(one)).toEqual([])
      expect((await doors(one).write()).status).toBe(201)
    }
    expect(WHILE_SECURING).not.toContain('access.language.change')
  }),
)
