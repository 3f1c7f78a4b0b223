import { type Ctx, operation } from '../../kernel/operation.ts'
import { beginAuthenticator, completeAuthenticator, proveFactor, renewRecoveryCodes } from './factors.ts'
import { admitGuess } from './guessing.ts'
import { isSignedIn } from './policy.ts'
import { passwordWeak, passwordWrong, secondFactorRefused } from './problems.ts'
import { awaitsPassword, guessLanes, passwordWeakness, STEP_UP_VALID_MS } from './rules.ts'
import {
  AuthenticatorSecret,
  ChangePassword,
  ConfirmCode,
  Done,
  Nothing,
  RecoveryCodes,
  SteppedUp,
  StepUp,
} from './schema.ts'
import { hashPassword, passwordMatches } from './secrets.ts'
import { myself, requireFreshFactor } from './sessions.ts'
import { findAuthenticator, findPassword, putPassword, withdrawCodes } from './sql.secrets.ts'
import { endSessions, keepFactor } from './sql.sessions.ts'
import { asAccess } from './sql.ts'

const lanesOf = (ctx: Ctx, what: string) =>
  guessLanes({ account: `${what} ${ctx.actor.accountId}`, deviceId: ctx.actor.deviceId, address: ctx.address ?? null })

export const changePassword = operation({
  name: 'access.password.change',
  summary: { zh: '设置或更改我的密码', en: 'Set or change my password' },
  kind: 'write',
  input: ChangePassword,
  output: Done,
  load: (ctx) =>
    asAccess(ctx, async () => ({ ...(await myself(ctx)), kept: await findPassword(ctx, ctx.actor.accountId) })),
  allow: isSignedIn,
  run: (ctx, input, { account, session, kept }) =>
    asAccess(ctx, async () => {
      // Somebody who came in by a welcome code has no password, or has forgotten it: the code stands for it, once.
      if (kept && !awaitsPassword({ codeAt: session.codeAt, chosenAt: kept.chosenAt })) {
        const guess = await admitGuess(ctx, lanesOf(ctx, 'password'))
        if (!(await passwordMatches(input.current ?? '', kept.hash))) {
          await guess.failed()
          return passwordWrong()
        }
      }
      const weakness = passwordWeakness(input.password, account.signInName)
      if (weakness) throw passwordWeak({ weakness })
      await putPassword(ctx, account.id, { hash: await hashPassword(input.password), given: false })
      // A slip of paper that is still about is no way in any more.
      await withdrawCodes(ctx, 'welcome', account.id)
      await endSessions(ctx, { accountId: account.id, except: session.id })
      return { done: true as const }
    }),
  audit: () => ({}),
})

/** The first one needs no proof beyond the session; replacing one does. */
export const beginMyAuthenticator = operation({
  name: 'access.authenticator.begin',
  summary: { zh: '开始设置动态验证码', en: 'Begin setting up an authenticator' },
  kind: 'write',
  input: Nothing,
  output: AuthenticatorSecret,
  load: (ctx) =>
    asAccess(ctx, async () => ({
      ...(await myself(ctx)),
      kept: await findAuthenticator(ctx, ctx.actor.accountId ?? ''),
    })),
  allow: isSignedIn,
  run: async (ctx, _, { account, kept }) => {
    if (kept?.secret) await requireFreshFactor(ctx)
    return asAccess(ctx, () => beginAuthenticator(ctx, account))
  },
  audit: () => ({}),
})

export const confirmMyAuthenticator = operation({
  name: 'access.authenticator.confirm',
  summary: { zh: '输入第一个动态验证码,完成设置', en: 'Show the first code and put the authenticator in force' },
  kind: 'write',
  input: ConfirmCode,
  output: RecoveryCodes,
  allow: isSignedIn,
  run: (ctx, { code }) =>
    asAccess(ctx, async () => {
      const guess = await admitGuess(ctx, lanesOf(ctx, 'authenticator'))
      const { account, session } = await myself(ctx)
      if (!(await completeAuthenticator(ctx, account.id, code))) {
        await guess.failed()
        return secondFactorRefused()
      }
      await keepFactor(ctx, session.id)
      return { recoveryCodes: await renewRecoveryCodes(ctx, account.id) }
    }),
  audit: () => ({}),
})

export const renewMyRecoveryCodes = operation({
  name: 'access.recovery-code.renew',
  summary: { zh: '重新生成恢复码', en: 'Make new recovery codes' },
  kind: 'write',
  input: Nothing,
  output: RecoveryCodes,
  allow: isSignedIn,
  run: async (ctx) => {
    await requireFreshFactor(ctx)
    return asAccess(ctx, async () => ({ recoveryCodes: await renewRecoveryCodes(ctx, ctx.actor.accountId ?? '') }))
  },
  audit: () => ({}),
})

export const stepUp = operation({
  name: 'access.session.step-up',
  summary: { zh: '再次验证身份', en: 'Prove again that it is me' },
  kind: 'write',
  input: StepUp,
  output: SteppedUp,
  allow: isSignedIn,
  run: (ctx, { code }) =>
    asAccess(ctx, async () => {
      const guess = await admitGuess(ctx, lanesOf(ctx, 'second'))
      if (!(await proveFactor(ctx, ctx.actor.accountId ?? '', code))) {
        await guess.failed()
        return secondFactorRefused()
      }
      await keepFactor(ctx, ctx.actor.sessionId ?? '')
      return { freshUntil: new Date(ctx.now.getTime() + STEP_UP_VALID_MS).toISOString() }
    }),
  audit: () => ({}),
})
