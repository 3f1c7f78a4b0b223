import { randomUUID } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { admitGuess } from './guessing.ts'
import { isNobody, mayHavePasskey } from './policy.ts'
import { passkeyRefused, passkeyUnknown } from './problems.ts'
import { addressLanes, CHALLENGE_VALID_MS, countyOfToken, STEP_UP_VALID_MS } from './rules.ts'
import {
  ById,
  Done,
  NewPasskey,
  Nothing,
  PasskeyMade,
  PasskeyOptions,
  PasskeySignIn,
  PasskeyStart,
  PasskeyStepUp,
  SignedIn,
  SteppedUp,
} from './schema.ts'
import { markedToken, readMarkedToken, tokenHash } from './secrets.ts'
import { firstSeat, myself, openSession, requireFreshFactor } from './sessions.ts'
import { accessSettings, passkeySite } from './settings.ts'
import {
  countPasskeyUse,
  findPasskey,
  keepPasskey,
  listPasskeys,
  type PasskeyRow,
  removePasskeyRow,
} from './sql.passkeys.ts'
import { keepUsedCode } from './sql.secrets.ts'
import { findDeviceByToken, keepFactor } from './sql.sessions.ts'
import { asAccess, findAccount } from './sql.ts'

/** Loaded when somebody first uses a passkey: it would be half of the time the server takes to start. */
const webauthn = () => import('@simplewebauthn/server')
/** EdDSA, ES256, RS256: what authenticators in offices speak. */
const ALGORITHMS = [-8, -7, -257]

function site(): { id: string; origin: string } {
  const found = passkeySite()
  if (!found) throw passkeyRefused()
  return found
}

/**
 * What the browser has to sign follows from a token that carries our own mark, so asking for one writes nothing: anybody may ask,
 * as often as they like. Its use is what is written down, once.
 */
async function takeChallenge(ctx: Ctx, use: string, token: string, accountId: string | null): Promise<string> {
  const ours = readMarkedToken(markOf(use, accountId), token, ctx.now)
  if (!ours || !(await keepUsedCode(ctx, 'passkey', tokenHash(token), accountId))) throw passkeyRefused()
  return challengeOf(token).toString('base64url')
}
const markOf = (use: string, accountId: string | null): string => `passkey ${use} ${accountId ?? ''}`
const challengeOf = (token: string): Buffer => tokenHash(token)
const newChallenge = (ctx: Ctx, use: string, accountId: string | null): string =>
  markedToken(ctx.actor.county, markOf(use, accountId), new Date(ctx.now.getTime() + CHALLENGE_VALID_MS))

/** Verified by the person (fingerprint, PIN) on a thing they hold: both factors in one. Null for whatever does not hold. */
async function verified(ctx: Ctx, response: Record<string, unknown>, challenge: string): Promise<PasskeyRow | null> {
  const passkey = await findPasskey(ctx, String(response['id'] ?? ''))
  if (!passkey) return null
  const { id, origin } = site()
  const { verifyAuthenticationResponse } = await webauthn()
  const checked = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(() => null)
  if (!checked?.verified) return null
  await countPasskeyUse(ctx, passkey.id, checked.authenticationInfo.newCounter)
  return passkey
}

export const beginPasskey = operation({
  name: 'access.passkey.begin',
  summary: { zh: '开始添加通行密钥', en: 'Begin adding a passkey' },
  kind: 'write',
  input: Nothing,
  output: PasskeyOptions,
  allow: mayHavePasskey,
  run: async (ctx) => {
    await requireFreshFactor(ctx)
    return asAccess(ctx, async () => {
      const { account } = await myself(ctx)
      const kept = await listPasskeys(ctx, account.id)
      const { generateRegistrationOptions } = await webauthn()
      const challenge = newChallenge(ctx, 'add', account.id)
      const options = await generateRegistrationOptions({
        supportedAlgorithmIDs: ALGORITHMS,
        rpName: '群防 Qunfang',
        rpID: site().id,
        userName: account.signInName,
        userDisplayName: account.name,
        userID: new TextEncoder().encode(account.id),
        attestationType: 'none',
        challenge: new Uint8Array(challengeOf(challenge)),
        excludeCredentials: kept.map((one) => ({ id: one.credentialId })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { challenge, options: { ...options } }
    })
  },
  audit: () => ({}),
})

export const addPasskey = operation({
  name: 'access.passkey.add',
  summary: { zh: '添加通行密钥', en: 'Add a passkey' },
  kind: 'write',
  input: NewPasskey,
  output: PasskeyMade,
  allow: mayHavePasskey,
  run: (ctx, { challenge, label, response }) =>
    asAccess(ctx, async () => {
      const { account, session } = await myself(ctx)
      const expectedChallenge = await takeChallenge(ctx, 'add', challenge, account.id)
      const { id: expectedRPID, origin: expectedOrigin } = site()
      const { verifyRegistrationResponse } = await webauthn()
      const checked = await verifyRegistrationResponse({
        supportedAlgorithmIDs: ALGORITHMS,
        response: response as unknown as RegistrationResponseJSON,
        expectedChallenge,
        expectedOrigin,
        expectedRPID,
        requireUserVerification: true,
      }).catch(() => null)
      if (!checked?.verified) throw passkeyRefused()
      const { credential } = checked.registrationInfo
      const passkey: PasskeyRow = {
        id: randomUUID(),
        accountId: account.id,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: [...(credential.transports ?? [])],
        label,
        madeAt: ctx.now,
        lastUsedAt: null,
      }
      if (!(await keepPasskey(ctx, passkey))) throw passkeyRefused()
      await keepFactor(ctx, session.id)
      return { id: passkey.id }
    }),
  audit: ({ output }) => ({ note: { passkey: output.id } }),
})

export const removePasskey = operation({
  name: 'access.passkey.remove',
  summary: { zh: '移除通行密钥', en: 'Remove a passkey' },
  kind: 'write',
  input: ById,
  output: Done,
  allow: mayHavePasskey,
  run: async (ctx, { id }) => {
    await requireFreshFactor(ctx)
    if (!(await asAccess(ctx, () => removePasskeyRow(ctx, ctx.actor.accountId ?? '', id)))) throw passkeyUnknown({ id })
    return { done: true as const }
  },
  audit: ({ input }) => ({ note: { passkey: input.id } }),
})

async function askForPasskey(ctx: Ctx, use: string, accountId: string | null) {
  const { generateAuthenticationOptions } = await webauthn()
  const token = newChallenge(ctx, use, accountId)
  const challenge = new Uint8Array(challengeOf(token))
  const options = await generateAuthenticationOptions({ rpID: site().id, userVerification: 'required', challenge })
  return { challenge: token, options: { ...options } }
}

/** Names no account and asks for none: the passkey itself says whose it is, so nothing can be found out here. */
export const beginPasskeySignIn = operation({
  name: 'access.session.begin-passkey',
  summary: { zh: '开始用通行密钥登录', en: 'Begin signing in with a passkey' },
  kind: 'read',
  anonymous: (input: { county?: number | undefined }) => input.county ?? accessSettings().county,
  input: PasskeyStart,
  output: PasskeyOptions,
  allow: isNobody,
  run: (ctx) => askForPasskey(ctx, 'sign-in', null),
  audit: () => null,
})

export const signInByPasskey = operation({
  name: 'access.session.passkey',
  summary: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  kind: 'write',
  anonymous: ({ challenge }: { challenge: string }) => {
    const county = countyOfToken(challenge)
    if (!county) throw passkeyRefused()
    return county
  },
  input: PasskeySignIn,
  output: SignedIn,
  allow: isNobody,
  run: (ctx, { challenge, response, deviceToken }) =>
    asAccess(ctx, async () => {
      const guess = await admitGuess(ctx, addressLanes(ctx.address ?? null))
      const passkey = await verified(ctx, response, await takeChallenge(ctx, 'sign-in', challenge, null))
      const account = passkey ? await findAccount(ctx, passkey.accountId) : null
      if (!account || account.closedAt) {
        await guess.failed()
        return passkeyRefused()
      }
      const device = deviceToken ? await findDeviceByToken(ctx, tokenHash(deviceToken)) : null
      return openSession(ctx, {
        account,
        seat: firstSeat(account),
        deviceId: device?.id ?? null,
        how: 'passkey',
        factorAt: ctx.now,
      })
    }),
  audit: ({ output }) => ({ subject: output.me.account.id, division: output.me.division }),
  auditRefusal: ({ input }) => ({ division: String(countyOfToken(input.challenge) ?? 0), count: 0 }),
})

export const beginPasskeyStepUp = operation({
  name: 'access.session.begin-passkey-step-up',
  summary: { zh: '开始用通行密钥再次验证身份', en: 'Begin proving again with a passkey' },
  kind: 'read',
  input: Nothing,
  output: PasskeyOptions,
  allow: mayHavePasskey,
  run: (ctx) => askForPasskey(ctx, 'step-up', ctx.actor.accountId),
  audit: () => null,
})

export const stepUpByPasskey = operation({
  name: 'access.session.step-up-by-passkey',
  summary: { zh: '用通行密钥再次验证身份', en: 'Prove again with a passkey that it is me' },
  kind: 'write',
  input: PasskeyStepUp,
  output: SteppedUp,
  allow: mayHavePasskey,
  run: (ctx, { challenge, response }) =>
    asAccess(ctx, async () => {
      const passkey = await verified(ctx, response, await takeChallenge(ctx, 'step-up', challenge, ctx.actor.accountId))
      if (passkey?.accountId !== ctx.actor.accountId) throw passkeyRefused()
      await keepFactor(ctx, ctx.actor.sessionId ?? '')
      return { freshUntil: new Date(ctx.now.getTime() + STEP_UP_VALID_MS).toISOString() }
    }),
  audit: () => ({}),
})
