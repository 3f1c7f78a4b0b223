import type { Body } from '@qunfang/client'
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { answer, api } from '../../api.ts'

/** Closing the browser's own passkey window is a change of mind, not a fault. */
export class PasskeyGivenUp extends Error {}

const byPasskey = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch((thrown: unknown) => {
    throw thrown instanceof Error && thrown.name === 'NotAllowedError' ? new PasskeyGivenUp() : thrown
  })

// The passkey library of the server made these; the contract only calls them objects.
type AuthenticationOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']
type RegistrationOptions = Parameters<typeof startRegistration>[0]['optionsJSON']
const asObject = (made: object) => made as Record<string, unknown>

export const signIn = (body: Body<'/sign-in'>) => answer(api.POST('/sign-in', { body }))
export const beginSecondFactor = (challenge: string) =>
  answer(api.POST('/sign-in/second-factor/set-up', { body: { challenge } }))
export const showSecondFactor = (challenge: string, code: string) =>
  answer(api.POST('/sign-in/second-factor', { body: { challenge, code } }))
export const signInByWelcome = (code: string) => answer(api.POST('/sign-in/welcome', { body: { code } }))

export async function signInByPasskey() {
  const { challenge, options } = await answer(api.POST('/sign-in/passkey/options', { body: {} }))
  const optionsJSON = options as unknown as AuthenticationOptions
  const response = asObject(await byPasskey(startAuthentication({ optionsJSON })))
  return answer(api.POST('/sign-in/passkey', { body: { challenge, response } }))
}

export type Answered = Awaited<ReturnType<typeof signIn>>
export type Secret = Awaited<ReturnType<typeof beginSecondFactor>>

export const signOut = () => answer(api.POST('/sign-out'))
export const switchSeat = (seatId: string) => answer(api.POST('/me/seat', { body: { seatId } }))
export const changeLanguage = (language: 'zh' | 'en') => answer(api.POST('/me/language', { body: { language } }))
export const changePassword = (body: Body<'/me/password'>) => answer(api.POST('/me/password', { body }))
export const beginAuthenticator = () => answer(api.POST('/me/authenticator'))
export const confirmAuthenticator = (code: string) => answer(api.POST('/me/authenticator/confirm', { body: { code } }))
export const renewRecoveryCodes = () => answer(api.POST('/me/recovery-codes'))
export const endSession = (id: string) => answer(api.POST('/me/sessions/{id}/end', { params: { path: { id } } }))
export const removePasskey = (id: string) => answer(api.POST('/me/passkeys/{id}/remove', { params: { path: { id } } }))

export async function addPasskey(label: string) {
  const { challenge, options } = await answer(api.POST('/me/passkeys/options'))
  const optionsJSON = options as unknown as RegistrationOptions
  const response = asObject(await byPasskey(startRegistration({ optionsJSON })))
  return answer(api.POST('/me/passkeys', { body: { challenge, label, response } }))
}

export const makeAccount = (body: Body<'/access/accounts'>) => answer(api.POST('/access/accounts', { body }))
export type MadeAccount = Awaited<ReturnType<typeof makeAccount>>
export type Welcome = MadeAccount['welcome']
export const welcomeAgain = (id: string) =>
  answer(api.POST('/access/accounts/{id}/welcome', { params: { path: { id } } }))
export const closeAccount = (id: string) =>
  answer(api.POST('/access/accounts/{id}/close', { params: { path: { id } } }))
export const reopenAccount = (id: string) =>
  answer(api.POST('/access/accounts/{id}/reopen', { params: { path: { id } } }))

export const occupySeat = (id: string, accountId: string) =>
  answer(api.POST('/access/seats/{id}/occupy', { params: { path: { id } }, body: { accountId } }))
export const endOccupancy = (id: string) =>
  answer(api.POST('/access/occupancies/{id}/end', { params: { path: { id } }, body: {} }))

export const inviteDevice = (body: Body<'/access/devices/invite'>) =>
  answer(api.POST('/access/devices/invite', { body }))
export type DeviceInvitation = Awaited<ReturnType<typeof inviteDevice>>
export const revokeDevice = (id: string) =>
  answer(api.POST('/access/devices/{id}/revoke', { params: { path: { id } } }))
