import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { answer, connect, Refused, type Session } from './api.ts'
import type { Choices } from './choices.ts'
import type { CheckpointPlan } from './events.ts'
import { ScenarioError } from './figures.ts'
import { nameFrom } from './people.ts'
import type { Division } from './plan.ts'
import { chance, namedId } from './random.ts'

/** A seat and the person on it. */
export interface Post {
  key: string
  role:
    | 'county-desk'
    | 'township-officer'
    | 'checkpoint-shift'
    | 'village-cadre'
    | 'publicity-editor'
    | 'supplies-keeper'
  division: string
  placeId: string | null
  title: string
}

export const deskPost = (county: string): Post => ({
  key: 'desk',
  role: 'county-desk',
  division: county,
  placeId: null,
  title: '县防控办值班',
})

export function planPosts(divisions: readonly Division[], checkpoints: readonly CheckpointPlan[]): Post[] {
  const townships = divisions.filter(({ code }) => code.length === 9)
  const stations = checkpoints.filter(({ kind }) => kind !== 'village-turn-back')
  const points = checkpoints.filter(({ kind }) => kind === 'village-turn-back')
  return [
    ...townships.map(
      ({ code, name }): Post => ({
        key: `town-${code}`,
        role: 'township-officer',
        division: code,
        placeId: null,
        title: `${name}防控专干`,
      }),
    ),
    ...stations.map(
      ({ key, id, division, name }): Post => ({
        key: `shift-${key}`,
        role: 'checkpoint-shift',
        division,
        placeId: id,
        title: `${name}值守`,
      }),
    ),
    // One village in each township is shown with its cadre; the others are for the county to fill.
    ...townships.flatMap(({ code }): Post[] => {
      const point = points.find(({ division }) => division.startsWith(code))
      return point
        ? [
            {
              key: `cadre-${point.division}`,
              role: 'village-cadre',
              division: point.division,
              placeId: null,
              title: '村干部',
            },
          ]
        : []
    }),
  ]
}

/**
 * Makes the account of a post and signs in on it. Null when it is there from an earlier run: a new code would take away the
 * password that somebody may have chosen since, and the office may enter the records as well.
 */
export async function takeSeat(url: string, head: Session, county: string, post: Post): Promise<Session | null> {
  const account = {
    id: namedId(county, 'account', post.key),
    division: post.division,
    signInName: post.key.slice(0, 40),
    name: nameFrom(chance(county, 'account', post.key)),
    seats: [
      {
        id: namedId(county, 'seat', post.key),
        division: post.division,
        role: post.role,
        placeId: post.placeId,
        title: post.title,
      },
    ],
  }
  try {
    const made = () => head.POST('/access/accounts', { body: account })
    const { welcome } = await answer(`account ${account.signInName}`, made)
    return (await signIn(url, welcome.code)).session
  } catch (error) {
    if (error instanceof Refused && error.code === 'access.name-taken') return null
    throw error
  }
}

async function signIn(url: string, code: string) {
  const { token, me } = await answer('sign-in', () => connect(url, null).POST('/sign-in/welcome', { body: { code } }))
  const session = connect(url, token)
  await secure(session, me.secureFirst)
  return { session, me }
}

/** What a one-time code asks first. Nobody keeps either: whoever sits there later gets a code of their own from the office. */
async function secure(session: Session, first: readonly string[]): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  if (first.includes('password')) await answer('password', () => session.POST('/me/password', { body: { password } }))
  if (!first.includes('second-factor')) return
  const { secret } = await answer('authenticator', () => session.POST('/me/authenticator'))
  const shown = { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() }
  await answer('authenticator', () => session.POST('/me/authenticator/confirm', { body: shown }))
}

type Door = Partial<Choices> & Pick<Choices, 'url' | 'token' | 'welcome' | 'county'>

/** The first person of a county sits at the desk; an administrator makes a desk and sits down there. */
export async function signInAtDesk({ url, token, welcome, county }: Door): Promise<Session> {
  if (!token && !welcome)
    throw new ScenarioError('请给出 --welcome 代码或 --token / Give --welcome CODE or --token TOKEN')
  const { session, me } = welcome ? await signIn(url, welcome) : await resume(url, token)
  if (String(me.county) !== county)
    throw new ScenarioError(`登录的是 ${me.county},不是 ${county} / Signed in to county ${me.county}, not ${county}`)
  if (me.role === 'county-desk') return session
  const desk = me.role === 'administrator' ? await takeSeat(url, session, county, deskPost(county)) : null
  if (desk) return desk
  throw new ScenarioError('请以县防控办岗位登录 / Sign in on a seat of the county desk')
}

async function resume(url: string, token: string | null) {
  const session = connect(url, token)
  return { session, me: await answer('me', () => session.GET('/me')) }
}
