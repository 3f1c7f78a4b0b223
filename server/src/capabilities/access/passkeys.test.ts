import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Client, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { accessSettings, useAccess } from './settings.ts'

const ORIGIN = 'http://localhost:8130'
const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const b64 = (data: Buffer | string) => Buffer.from(data).toString('base64url')

/** The few forms of CBOR an authenticator speaks: small integers, bytes, texts and maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, length: number) =>
    length < 24
      ? Buffer.of((major << 5) | length)
      : length < 256
        ? Buffer.of((major << 5) | 24, length)
        : Buffer.of((major << 5) | 25, length >> 8, length & 255)
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([
    head(5, value.size),
    ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner as Buffer)]),
  ])
}

/** A security key made of software: what a browser and a fingerprint reader would send. */
class SoftKey {
  readonly id = randomBytes(32)
  counter = 0
  origin = ORIGIN
  /** User present and user verified. */
  flags = 0x05
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  })

  private clientData(type: string, challenge: string) {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }
  private head(flags: number) {
    this.counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.counter)
    return Buffer.concat([sha256('localhost'), Buffer.of(flags), count])
  }
  register(challenge: string) {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' })
    const key = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
    const length = Buffer.of(0, this.id.length)
    const authData = Buffer.concat([this.head(this.flags | 0x40), Buffer.alloc(16), length, this.id, key])
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    )
    const response = {
      clientDataJSON: b64(this.clientData('webauthn.create', challenge)),
      attestationObject: b64(attestation),
      transports: ['internal'],
    }
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key', clientExtensionResults: {}, response }
  }
  answer(challenge: string) {
    const clientData = this.clientData('webauthn.get', challenge)
    const authData = this.head(this.flags)
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.keys.privateKey)
    const response = { clientDataJSON: b64(clientData), authenticatorData: b64(authData), signature: b64(signature) }
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key', clientExtensionResults: {}, response }
  }
}

const atLocalhost = (work: (here: Scenario) => Promise<void>) =>
  scenario((here) => {
    useAccess({ ...accessSettings(), publicUrl: ORIGIN, county: here.county })
    return work(here)
  })

async function withKey(desk: Client, key = new SoftKey()) {
  const { body } = await desk.post('/me/passkeys/options')
  const added = await desk.post('/me/passkeys', {
    challenge: body.challenge,
    label: '值班室电脑',
    response: key.register(body.options.challenge),
  })
  return { key, added }
}
async function comeIn({ as }: Scenario, key: SoftKey) {
  const { body } = await as.nobody().post('/sign-in/passkey/options')
  return as
    .nobody()
    .post('/sign-in/passkey', { challenge: body.challenge, response: key.answer(body.options.challenge) })
}

test(
  'a desk adds a passkey and comes in with nothing else; both factors are in it',
  atLocalhost(async (here) => {
    const desk = await here.as.countyDesk()
    const { key, added } = await withKey(desk)
    expect(added.status).toBe(201)
    const entered = await comeIn(here, key)
    expect(entered).toMatchObject({
      status: 201,
      body: {
        outcome: 'signed-in',
        me: { role: 'county-desk', security: { signedInBy: 'passkey', factorFresh: true } },
      },
    })
    expect((await here.as.holding(entered.body.token).get('/me')).body.security.passkeys).toMatchObject([
      { label: '值班室电脑' },
    ])
  }),
)

test(
  'an answer is good once, for this site, with the person there, from a key we know',
  atLocalhost(async (here) => {
    const { key } = await withKey(await here.as.countyDesk())
    const nobody = here.as.nobody()
    const options = async () => (await nobody.post('/sign-in/passkey/options')).body
    const { challenge, options: asked } = await options()
    const response = key.answer(asked.challenge)
    expect((await nobody.post('/sign-in/passkey', { challenge, response })).status).toBe(201)
    const refused = { status: 401, body: { code: 'access.passkey-refused' } }
    expect(await nobody.post('/sign-in/passkey', { challenge, response }), 'twice').toMatchObject(refused)
    key.origin = 'http://localhost.example'
    expect(await comeIn(here, key), 'another site').toMatchObject(refused)
    key.origin = ORIGIN
    key.flags = 0x01
    expect(await comeIn(here, key), 'nobody verified').toMatchObject(refused)
    key.flags = 0x05
    expect(await comeIn(here, new SoftKey()), 'a stranger').toMatchObject(refused)
    key.counter = 0
    expect(await comeIn(here, key), 'a copy of the key').toMatchObject(refused)
  }),
)

test(
  'a removed passkey opens nothing, and one of another person cannot be removed',
  atLocalhost(async (here) => {
    const [desk, other] = [await here.as.countyDesk(), await here.as.countyDesk()]
    const { key, added } = await withKey(desk)
    expect((await other.post(`/me/passkeys/${added.body.id}/remove`)).status).toBe(404)
    expect((await comeIn(here, key)).status).toBe(201)
    expect((await desk.post(`/me/passkeys/${added.body.id}/remove`)).status).toBe(201)
    expect((await comeIn(here, key)).status).toBe(401)
  }),
)

test(
  'a passkey proves again that it is me, but not somebody else',
  atLocalhost(async (here) => {
    const [desk, other] = [await here.as.countyDesk(), await here.as.countyDesk()]
    const { key } = await withKey(desk)
    await here.inside((ctx) => ctx.tx`update access.session set factor_at = null where county = ${here.county}`)
    const prove = async (who: Client) => {
      const { body } = await who.post('/me/step-up/passkey/options')
      return who.post('/me/step-up/passkey', {
        challenge: body.challenge,
        response: key.answer(body.options.challenge),
      })
    }
    // Without any factor the session of a desk counts for nothing at all.
    expect((await desk.get('/me')).status).toBe(401)
    await here.inside(
      (ctx) => ctx.tx`update access.session set factor_at = now() - interval '1 hour' where county = ${here.county}`,
    )
    expect((await prove(other)).status).toBe(401)
    expect((await prove(desk)).status).toBe(201)
    expect((await desk.get('/me')).body.security.factorFresh).toBe(true)
  }),
)

test(
  'an installation reached by a bare address offers no passkeys',
  scenario(async (here) => {
    useAccess({ ...accessSettings(), publicUrl: 'http://192.168.1.5:8130', county: here.county })
    const desk = await here.as.countyDesk()
    expect((await desk.get('/me')).body.security.passkeysPossible).toBe(false)
    expect((await desk.post('/me/passkeys/options')).status).toBe(401)
  }),
)
