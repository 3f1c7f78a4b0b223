import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Client, Scenario } from '../../../test/scenario/scenario.ts'
import { asSystem, type Ctx, type Kernel, type Role } from '../../kernel/operation.ts'
import { openSession } from './sessions.ts'
import { accessSettings, useAccess } from './settings.ts'
import { keepOccupancy, keepSeat } from './sql.seats.ts'
import { findAccount, keepAccount } from './sql.ts'

interface Post {
  county: number
  role: Role
  division: string
  placeId?: string | null
}

/** A person on a seat of their own, with names that are free. */
export async function seatSomebody(ctx: Ctx, post: Omit<Post, 'county'>) {
  const accountId = randomUUID()
  const seat = {
    id: randomUUID(),
    division: post.division,
    role: post.role,
    placeId: post.placeId ?? null,
    title: post.role,
  }
  const signInName = `u${accountId.replaceAll('-', '')}`
  await keepAccount(ctx, { id: accountId, division: post.division, signInName, name: '测试人员', language: 'zh' })
  await keepSeat(ctx, seat)
  await keepOccupancy(ctx, { seat, accountId, beginsAt: ctx.now, endsAt: null })
  return { accountId, signInName, seatId: seat.id }
}

/** Signs somebody in past the front door, for tests of everything else. */
export function actAs(kernel: Kernel, { county, ...post }: Post): Promise<string> {
  const now = new Date()
  return asSystem(kernel, county, now, async (ctx) => {
    const { accountId } = await seatSomebody(ctx, post)
    const account = await findAccount(ctx, accountId)
    const [seat] = account?.seats ?? []
    if (!account || !seat) throw new Error('the person just seated is not there')
    return (await openSession(ctx, { account, seat, deviceId: null, how: 'password', factorAt: now })).token
  })
}

/** What the phone of a person shows for this secret, `steps` half-minutes from now. */
export const authenticatorCode = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

export const A_PASSWORD = 'snow on the river'

/** In by a one-time code, and through what it asks first. */
export async function comeIn({ as }: Pick<Scenario, 'as'>, code: string) {
  const { status, body } = await as.nobody().post('/sign-in/welcome', { code })
  if (status !== 201) throw new Error(`nobody came in: ${body.code}`)
  const me = as.holding(body.token)
  await me.post('/me/password', { password: A_PASSWORD })
  if (body.me.secureFirst.includes('second-factor')) {
    const { secret } = (await me.post('/me/authenticator')).body
    await me.post('/me/authenticator/confirm', { code: authenticatorCode(secret, -1) })
  }
  return me
}

/** A colleague made through the front door, with the code that lets them in. */
export async function makeColleague(administrator: Client, post: { role: Role; division: string; password?: string }) {
  const signInName = `c${randomUUID().replaceAll('-', '')}`
  const { role, division, password } = post
  const body = { division, signInName, name: '同事', seats: [{ division, role }], ...(password ? { password } : {}) }
  const made = await administrator.post('/access/accounts', body)
  if (made.status !== 201) throw new Error(`no colleague was made: ${made.body.code}`)
  const { account, welcome } = made.body
  return { id: account.id, signInName, seatId: account.seats[0].id, code: welcome.code as string }
}

/** For a test file that makes many guesses: the same hash, cheap. What it costs in earnest is tested by itself. */
export const hashLightly = (): void => useAccess({ ...accessSettings(), hashCost: { N: 16, r: 1, p: 1 } })
