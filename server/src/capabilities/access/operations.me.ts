import { operation } from '../../kernel/operation.ts'
import { isSignedIn } from './policy.ts'
import { notYourSeat, sessionUnknown, stepUpNeeded } from './problems.ts'
import { needsSecondFactor } from './rules.ts'
import { ById, ChangeLanguage, Done, Ended, Me, Nothing, SessionList, SignedIn, SwitchSeat } from './schema.ts'
import { describeMe, myself, openSession } from './sessions.ts'
import { endSessions, findSession, listSessionRows } from './sql.sessions.ts'
import { asAccess, changeLanguageRow } from './sql.ts'

const done = { done: true } as const

export const showMe = operation({
  name: 'access.me.show',
  summary: { zh: '我是谁、在哪个岗位、能做什么', en: 'Who I am, which seat I hold and what I may do' },
  kind: 'read',
  input: Nothing,
  output: Me,
  allow: isSignedIn,
  run: (ctx) =>
    asAccess(ctx, async () => {
      const { account, session } = await myself(ctx)
      return describeMe(ctx, account, session)
    }),
  audit: () => null,
})

/** Another seat is another session: rights are never changed under an open one. */
export const switchSeat = operation({
  name: 'access.seat.switch',
  summary: { zh: '切换岗位', en: 'Switch to another seat' },
  kind: 'write',
  input: SwitchSeat,
  output: SignedIn,
  allow: isSignedIn,
  run: (ctx, { seatId }) =>
    asAccess(ctx, async () => {
      const { account, session } = await myself(ctx)
      const seat = account.seats.find((held) => held.id === seatId)
      if (!seat) throw notYourSeat()
      if (needsSecondFactor(seat.role) && session.factorAt === null) throw stepUpNeeded()
      await endSessions(ctx, { id: session.id })
      return openSession(ctx, {
        account,
        seat,
        deviceId: session.deviceId,
        how: session.how,
        factorAt: session.factorAt,
        codeAt: session.codeAt,
      })
    }),
  audit: ({ input, output }) => ({ division: output.me.division, note: { seat: input.seatId } }),
})

export const signOut = operation({
  name: 'access.session.sign-out',
  summary: { zh: '退出登录', en: 'Sign out' },
  kind: 'write',
  input: Nothing,
  output: Done,
  allow: isSignedIn,
  run: (ctx) =>
    asAccess(ctx, async () => {
      await endSessions(ctx, { id: ctx.actor.sessionId ?? '' })
      return done
    }),
  audit: () => ({}),
})

export const signOutEverywhere = operation({
  name: 'access.session.sign-out-everywhere',
  summary: { zh: '在所有设备上退出登录', en: 'Sign out on every device' },
  kind: 'write',
  input: Nothing,
  output: Ended,
  allow: isSignedIn,
  run: (ctx) =>
    asAccess(ctx, async () => ({ ended: await endSessions(ctx, { accountId: ctx.actor.accountId ?? '' }) })),
  audit: ({ output }) => ({ count: output.ended }),
})

export const listSessions = operation({
  name: 'access.session.list',
  summary: { zh: '我在哪些地方登录着', en: 'Where I am signed in' },
  kind: 'read',
  input: Nothing,
  output: SessionList,
  allow: isSignedIn,
  run: (ctx) =>
    asAccess(ctx, async () => {
      const rows = await listSessionRows(ctx, ctx.actor.accountId ?? '')
      const items = rows.map((row) => ({
        id: row.id,
        current: row.id === ctx.actor.sessionId,
        seatId: row.seatId,
        deviceId: row.deviceId,
        signedInBy: row.how,
        beganAt: row.beganAt.toISOString(),
        lastUsedAt: row.lastUsedAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      }))
      return { items }
    }),
  audit: () => null,
})

export const endSession = operation({
  name: 'access.session.end',
  summary: { zh: '结束我在别处的登录', en: 'End one of my other sign-ins' },
  kind: 'write',
  input: ById,
  output: Ended,
  load: (ctx, { id }) => asAccess(ctx, () => findSession(ctx, id)),
  allow: isSignedIn,
  run: (ctx, { id }, session) => {
    // Another person's session is as unknown as one that never was.
    if (session?.accountId !== ctx.actor.accountId) throw sessionUnknown({ id })
    return asAccess(ctx, async () => ({ ended: await endSessions(ctx, { id }) }))
  },
  audit: ({ input, output }) => ({ count: output.ended, note: { session: input.id } }),
})

export const changeLanguage = operation({
  name: 'access.language.change',
  summary: { zh: '更改我的界面语言', en: 'Change my language' },
  kind: 'write',
  input: ChangeLanguage,
  output: Done,
  allow: isSignedIn,
  run: (ctx, { language }) =>
    asAccess(ctx, async () => {
      await changeLanguageRow(ctx, ctx.actor.accountId ?? '', language)
      return done
    }),
  audit: ({ input }) => ({ note: { language: input.language } }),
})
