import { randomUUID } from 'node:crypto'
import { asSystem, type Ctx, type Kernel, type Role } from '../../kernel/operation.ts'
import { openSession } from './sessions.ts'
import { findAccount, keepAccount } from './sql.ts'
import { keepOccupancy, keepSeat } from './sql.seats.ts'

interface Post {
  county: number
  role: Role
  division: string
  placeId?: string | null
}

/** A person on a seat of their own, with names that are free. */
export async function seatSomebody(ctx: Ctx, post: Omit<Post, 'county'>) {
  const accountId = randomUUID()
  const seat = { id: randomUUID(), division: post.division, role: post.role, placeId: post.placeId ?? null, title: post.role }
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
