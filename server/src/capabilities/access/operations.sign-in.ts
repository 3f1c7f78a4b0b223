import { type Ctx, operation } from '../../kernel/operation.ts'
import { beginAuthenticator, completeAuthenticator, proveFactor } from './factors.ts'
import { admitGuess } from './guessing.ts'
import { isNobody } from './policy.ts'
import { codeRefused, secondFactorRefused, signInRefused } from './problems.ts'
import {
  addressLanes,
  CHALLENGE_TRIES,
  CHALLENGE_VALID_MS,
  countyOfToken,
  guessLanes,
  needsSecondFactor,
  normalizeCode,
} from './rules.ts'
import {
  AuthenticatorSecret,
  ByChallenge,
  SecondFactor,
  SignedIn,
  SignIn,
  SignInAnswer,
  WelcomeSignIn,
} from './schema.ts'
import { codeHash, newToken, passwordMatches, tokenHash } from './secrets.ts'
import { firstSeat, openSession } from './sessions.ts'
import { accessSettings } from './settings.ts'
import { countTry, findAuthenticator, findCode, findPassword, keepCode, spendCode } from './sql.secrets.ts'
import { type DeviceRow, findDeviceByToken } from './sql.sessions.ts'
import { type AccountRow, asAccess, findAccount, findAccountOrNeighbour } from './sql.ts'

/** The county stands in front of every token and code: nothing is ever looked up across counties. */
function countyOf(secret: string): number {
  const county = countyOfToken(secret) ?? normalizeCode(secret)?.county
  if (!county) throw codeRefused()
  return county
}

const findDeviceOf = async (ctx: Ctx, deviceToken: string | undefined): Promise<DeviceRow | null> =>
  deviceToken ? findDeviceByToken(ctx, tokenHash(deviceToken)) : null

export const signIn = operation({
  name: 'access.session.sign-in',
  summary: { zh: '用户名和密码登录', en: 'Sign in with name and password' },
  kind: 'write',
  anonymous: (input: { county?: number | undefined }) => input.county ?? accessSettings().county,
  input: SignIn,
  output: SignInAnswer,
  load: (ctx, { name, deviceToken }) =>
    asAccess(ctx, async () => {
      const device = await findDeviceOf(ctx, deviceToken)
      const found = await findAccountOrNeighbour(ctx, name)
      const password = await findPassword(ctx, found?.id ?? null)
      const account = found?.signInName === name ? found : null
      return { device, account, password: account && password }
    }),
  allow: isNobody,
  run: (ctx, { name, password: typed }, { device, account, password }) =>
    asAccess(ctx, async () => {
      const deviceId = device?.id ?? null
      const guess = await admitGuess(ctx, guessLanes({ account: name, deviceId, address: ctx.address ?? null }))
      const right = await passwordMatches(typed, password?.hash ?? null)
      if (!right || !account || account.closedAt) {
        await guess.failed()
        return signInRefused()
      }
      const seat = firstSeat(account)
      if (account.seats.some((held) => needsSecondFactor(held.role))) return challenge(ctx, account, deviceId)
      return openSession(ctx, { account, seat, deviceId, how: 'password', factorAt: null })
    }),
  audit: ({ output, loaded: { account } }) => ({
    ...(account ? { subject: account.id } : {}),
    division: account?.division ?? '',
    note: { outcome: output.outcome },
  }),
  auditRefusal: ({ input, loaded: { account } }) => ({
    ...(account ? { subject: account.id } : {}),
    division: account?.division ?? String(input.county ?? accessSettings().county),
    count: 0,
  }),
})

/** The first half was right: a secret that is good for the second half and nothing else. */
async function challenge(ctx: Ctx, account: AccountRow, deviceId: string | null) {
  const token = newToken(ctx.actor.county)
  const expiresAt = new Date(ctx.now.getTime() + CHALLENGE_VALID_MS)
  const authenticator = await findAuthenticator(ctx, account.id)
  const details = { deviceId, setUp: authenticator?.secret ? null : 'yes' }
  await keepCode(ctx, {
    purpose: 'second-factor',
    hash: codeHash('second-factor', token),
    accountId: account.id,
    details,
    expiresAt,
  })
  return {
    outcome: 'second-factor' as const,
    challenge: token,
    expiresAt: expiresAt.toISOString(),
    methods: authenticator?.secret ? (['authenticator', 'recovery-code'] as const).slice() : ['set-up' as const],
  }
}

const loadChallenge = (ctx: Ctx, token: string) =>
  asAccess(ctx, async () => {
    const code = await findCode(ctx, 'second-factor', codeHash('second-factor', token))
    const account = code?.accountId ? await findAccount(ctx, code.accountId) : null
    if (!code || !account || account.closedAt || code.tries >= CHALLENGE_TRIES) throw codeRefused()
    return { code, account }
  })

export const beginSecondFactor = operation({
  name: 'access.session.begin-second-factor',
  summary: { zh: '首次登录时设置动态验证码', en: 'Set up the authenticator at a first sign-in' },
  kind: 'write',
  anonymous: (input: { challenge: string }) => countyOf(input.challenge),
  input: ByChallenge,
  output: AuthenticatorSecret,
  load: (ctx, input) => loadChallenge(ctx, input.challenge),
  allow: isNobody,
  run: (ctx, _, { code, account }) => {
    // Whoever has a second factor proves it; a password alone never replaces one.
    if (!code.details['setUp']) throw codeRefused()
    return asAccess(ctx, () => beginAuthenticator(ctx, account))
  },
  audit: ({ loaded: { account } }) => ({ subject: account.id, division: account.division }),
})

export const showSecondFactor = operation({
  name: 'access.session.second-factor',
  summary: { zh: '输入动态验证码或恢复码,完成登录', en: 'Finish signing in with an authenticator or recovery code' },
  kind: 'write',
  anonymous: (input: { challenge: string }) => countyOf(input.challenge),
  input: SecondFactor,
  output: SignedIn,
  load: (ctx, input) => loadChallenge(ctx, input.challenge),
  allow: isNobody,
  run: (ctx, input, { code, account }) =>
    asAccess(ctx, async () => {
      const deviceId = code.details['deviceId'] ?? (await findDeviceOf(ctx, input.deviceToken))?.id ?? null
      const lanes = guessLanes({ account: `second ${account.id}`, deviceId, address: ctx.address ?? null })
      const guess = await admitGuess(ctx, lanes)
      const how = code.details['setUp']
        ? (await completeAuthenticator(ctx, account.id, input.code)) && ('authenticator' as const)
        : await proveFactor(ctx, account.id, input.code)
      if (!how) {
        await countTry(ctx, code.id)
        await guess.failed()
        return secondFactorRefused()
      }
      if (!(await spendCode(ctx, 'second-factor', codeHash('second-factor', input.challenge)))) throw codeRefused()
      return openSession(ctx, { account, seat: firstSeat(account), deviceId, how, factorAt: ctx.now })
    }),
  audit: ({ output, loaded: { account } }) => ({
    subject: account.id,
    division: account.division,
    note: { by: output.me.security.signedInBy },
  }),
  auditRefusal: ({ loaded: { account } }) => ({ subject: account.id, division: account.division, count: 0 }),
})

/** A code somebody was handed stands in for both factors, for nothing but setting them up. */
export const signInByWelcome = operation({
  name: 'access.session.welcome',
  summary: { zh: '用一次性代码登录', en: 'Sign in with a one-time welcome code' },
  kind: 'write',
  anonymous: (input: { code: string }) => countyOf(input.code),
  input: WelcomeSignIn,
  output: SignedIn,
  load: (ctx, { code, deviceToken }) =>
    asAccess(ctx, async () => {
      const hash = codeHash('welcome', normalizeCode(code)?.code ?? '')
      const found = await findCode(ctx, 'welcome', hash)
      const account = found?.accountId ? await findAccount(ctx, found.accountId) : null
      return { hash, account, device: await findDeviceOf(ctx, deviceToken) }
    }),
  allow: isNobody,
  run: (ctx, _, { hash, account, device }) =>
    asAccess(ctx, async () => {
      const guess = await admitGuess(ctx, addressLanes(ctx.address ?? null))
      if (!account || account.closedAt || !(await spendCode(ctx, 'welcome', hash))) {
        await guess.failed()
        return codeRefused()
      }
      const seat = firstSeat(account)
      const began = { how: 'welcome-code', factorAt: ctx.now, codeAt: ctx.now } as const
      return openSession(ctx, { account, seat, deviceId: device?.id ?? null, ...began })
    }),
  audit: ({ output, loaded: { account } }) => ({
    ...(account ? { subject: account.id } : {}),
    division: output.me.division,
  }),
  auditRefusal: ({ input }) => ({ division: String(countyOf(input.code)), count: 0 }),
})
