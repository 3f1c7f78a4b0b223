import { randomUUID } from 'node:crypto'
import { type Ctx, operation, within } from '../../kernel/operation.ts'
import { mayListAccounts, mayLookAfter, mayMakeAccount, maySeat } from './policy.ts'
import { accountUnknown, lastAdministrator, nameTaken, passwordWeak, seatUnknown } from './problems.ts'
import { passwordWeakness } from './rules.ts'
import { Account, AccountMade, AccountPage, ById, Ended, ListAccounts, NewAccount, WelcomeCode } from './schema.ts'
import { makeSeat, seatPerson } from './seating.ts'
import { hashPassword } from './secrets.ts'
import { requireFreshFactor } from './sessions.ts'
import { findSeats } from './sql.seats.ts'
import { putPassword } from './sql.secrets.ts'
import { endSessions } from './sql.sessions.ts'
import {
  type AccountRow,
  asAccess,
  closeAccountRow,
  countOtherAdministrators,
  findAccount,
  keepAccount,
  listAccountRows,
} from './sql.ts'
import { issueWelcome, resetSignIn, type Welcome } from './welcome.ts'

const showAccountRow = (row: AccountRow): Account => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
})
const showWelcome = ({ code, expiresAt }: Welcome) => ({ code, expiresAt: expiresAt.toISOString() })

/** All seats of the account count for the decision, also those out of the caller's sight. */
async function loadAccount(ctx: Ctx, { id }: { id: string }): Promise<AccountRow> {
  const account = await asAccess(ctx, () => findAccount(ctx, id))
  if (!account || !within(ctx.actor, account.division)) throw accountUnknown({ id })
  return account
}

export const listAccounts = operation({
  name: 'access.account.list',
  summary: { zh: '账号列表', en: 'List accounts' },
  kind: 'read',
  input: ListAccounts,
  output: AccountPage,
  allow: (actor, _, { division }) => mayListAccounts(actor, division),
  run: async (ctx, { division, signInName, open, after, limit }) => {
    const filter = { division: division ?? null, signInName: signInName ?? null, open: open ? open === 'true' : null }
    const rows = await listAccountRows(ctx, { ...filter, after: after ?? null, limit: limit + 1 })
    const items = rows.slice(0, limit)
    return { items: items.map(showAccountRow), next: rows.length > limit ? (items.at(-1)?.signInName ?? null) : null }
  },
  audit: ({ output }) => ({ count: output.items.length }),
})

export const showAccount = operation({
  name: 'access.account.show',
  summary: { zh: '查看一个账号', en: 'Show one account' },
  kind: 'read',
  input: ById,
  output: Account,
  // In the caller's own scope: a seat the person holds in another township is that township's to show.
  load: async (ctx, { id }) => {
    const account = await findAccount(ctx, id)
    if (!account) throw accountUnknown({ id })
    return account
  },
  allow: (actor, account) => mayListAccounts(actor, account.division),
  run: async (_, __, account) => showAccountRow(account),
  audit: ({ loaded }) => ({ subject: loaded.id, division: loaded.division }),
})

export const makeAccount = operation({
  name: 'access.account.make',
  summary: { zh: '新建账号并安排岗位', en: 'Make an account and seat the person' },
  kind: 'write',
  input: NewAccount,
  output: AccountMade,
  load: async (ctx, { seatIds }) => {
    const seats = await findSeats(ctx, seatIds)
    const missing = seatIds.find((id) => !seats.some((seat) => seat.id === id))
    if (missing) throw seatUnknown({ id: missing })
    return seats
  },
  allow: (actor, seats, input) =>
    mayMakeAccount(actor, input.division) && [...seats, ...input.seats].every((seat) => maySeat(actor, seat)),
  run: async (ctx, input, seats) => {
    await requireFreshFactor(ctx)
    const weakness = input.password === undefined ? null : passwordWeakness(input.password, input.signInName)
    if (weakness) throw passwordWeak({ weakness })
    const account = { ...input, id: input.id ?? randomUUID() }
    if (!(await keepAccount(ctx, account))) throw nameTaken({ signInName: input.signInName })
    for (const seat of input.seats) await seatPerson(ctx, await makeSeat(ctx, seat), account.id, ctx.now, null)
    for (const seat of seats) await seatPerson(ctx, seat, account.id, ctx.now, null)
    return asAccess(ctx, async () => {
      if (input.password !== undefined) {
        await putPassword(ctx, account.id, { hash: await hashPassword(input.password), given: true })
      }
      const welcome = await issueWelcome(ctx, account.id)
      const made = await findAccount(ctx, account.id)
      if (!made) throw accountUnknown({ id: account.id })
      return { account: showAccountRow(made), welcome: showWelcome(welcome) }
    })
  },
  audit: ({ output: { account } }) => ({
    subject: account.id,
    division: account.division,
    note: { seats: account.seats.length, roles: account.seats.map(({ role }) => role).join(' ') },
  }),
})

const ofAccount = ({ loaded }: { loaded: AccountRow }) => ({ subject: loaded.id, division: loaded.division })

export const closeAccount = operation({
  name: 'access.account.close',
  summary: { zh: '停用账号', en: 'Close an account' },
  kind: 'write',
  input: ById,
  output: Ended,
  load: loadAccount,
  allow: (actor, account) => mayLookAfter(actor, account),
  run: async (ctx, { id }, account) => {
    await requireFreshFactor(ctx)
    return asAccess(ctx, async () => {
      const administers = account.seats.some((seat) => seat.role === 'administrator')
      if (administers && (await countOtherAdministrators(ctx, { accountId: id })) === 0) throw lastAdministrator()
      await closeAccountRow(ctx, id, ctx.now)
      return { ended: await endSessions(ctx, { accountId: id }) }
    })
  },
  audit: ofAccount,
})

export const reopenAccount = operation({
  name: 'access.account.reopen',
  summary: { zh: '恢复账号', en: 'Open an account again' },
  kind: 'write',
  input: ById,
  output: WelcomeCode,
  load: loadAccount,
  allow: (actor, account) => mayLookAfter(actor, account),
  run: async (ctx, { id }) => {
    await requireFreshFactor(ctx)
    return asAccess(ctx, async () => {
      await closeAccountRow(ctx, id, null)
      return showWelcome(await resetSignIn(ctx, id))
    })
  },
  audit: ofAccount,
})

export const welcomeAgain = operation({
  name: 'access.account.welcome',
  summary: {
    zh: '重设登录:旧密码作废,给出一次性代码',
    en: 'Reset sign-in: the old password dies, a one-time code is given',
  },
  kind: 'write',
  input: ById,
  output: WelcomeCode,
  load: loadAccount,
  allow: (actor, account) => mayLookAfter(actor, account),
  run: async (ctx, { id }) => {
    await requireFreshFactor(ctx)
    return asAccess(ctx, async () => showWelcome(await resetSignIn(ctx, id)))
  },
  audit: ofAccount,
})

export const signOutAccount = operation({
  name: 'access.account.sign-out',
  summary: { zh: '使此人在所有设备上退出', en: 'Sign this person out everywhere' },
  kind: 'write',
  input: ById,
  output: Ended,
  load: loadAccount,
  allow: (actor, account) => mayLookAfter(actor, account),
  run: (ctx, { id }) => asAccess(ctx, async () => ({ ended: await endSessions(ctx, { accountId: id }) })),
  audit: ofAccount,
})
