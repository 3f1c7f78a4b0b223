import { beforeAll, expect, test } from 'vitest'
import { hashLightly } from '../../src/capabilities/access/access.factory.ts'
import { givenCheckpoint } from '../../src/capabilities/checkpoints/checkpoints.factory.ts'
import { aSealed } from '../../src/entrypoints/sync/sealed.factory.ts'
import { newId, type Scenario, scenario } from '../scenario/scenario.ts'
import { fieldAt, filled, released, type Said, say } from './replay.ts'

// Phones run old versions for weeks (ADR 0037). What each released client was heard to say is said to today's server; a released
// file is never changed. The newest one with something new in it stands for the version after it.

const PASSWORD = 'snow on the river'

beforeAll(() => hashLightly())

async function aPhone(stage: Scenario): Promise<Said> {
  const post = await givenCheckpoint(stage)
  const admin = await stage.as.role('administrator')
  const seats = [{ division: post.division, role: 'checkpoint-shift', placeId: post.id, title: '卡口一班' }]
  const name = `r${newId().replaceAll('-', '').slice(0, 12)}`
  const asked = { division: post.division, signInName: name, name: '守卡', seats, password: PASSWORD }
  expect((await admin.post('/access/accounts', asked)).status).toBe(201)
  const now = new Date()
  return {
    name,
    password: PASSWORD,
    county: stage.county,
    checkpoint: post.id,
    now: now.toISOString(),
    earlier: new Date(now.getTime() - 60_000).toISOString(),
  }
}

async function signedIn(stage: Scenario): Promise<Said> {
  const said = await aPhone(stage)
  const given = { county: said['county'], name: said['name'], password: PASSWORD }
  const { body } = await stage.as.nobody().post('/sign-in', given)
  return { ...said, token: body.token, by: body.me.account.id }
}

test('there is something to replay, and the version of this app is among it', () => {
  expect(released.map(({ client }) => client)).toEqual(['field 0.1.0', 'field 0.2.0'])
})

test.each(released)(
  'today’s server answers everything that $client says, with the fields that it reads',
  ({ requests }) =>
    scenario(async (stage) => {
      const said = await aPhone(stage)
      for (const heard of requests) {
        const where = `${heard.method} ${heard.path}`
        const withCounty =
          heard.path === '/sign-in' ? { ...heard, body: { ...heard.body, county: stage.county } } : heard
        const { status, body } = await say(stage, withCounty, said)
        expect([where, status, body?.code]).toEqual([where, heard.status, undefined])
        for (const path of heard.reads) expect(fieldAt(body, path), `${where} answers ${path}`).not.toBeUndefined()
        if (heard.path === '/sign-in') Object.assign(said, { token: body.token, by: body.me.account.id })
        for (const verdict of body?.verdicts ?? []) expect(verdict).toMatchObject({ ok: true })
      }
    })(),
)

const newest = released.at(-1)?.requests.find(({ sealed }) => sealed)?.sealed ?? []
const records = newest.filter(({ operation }) => operation.endsWith('.record') || operation.endsWith('.open'))

test(
  'the version after it: new fields around a record are passed over, new ones in it let it wait, a new kind and a new seal too',
  scenario(async (stage) => {
    const said = await signedIn(stage)
    const { token, by, now } = said as { token: string; by: string; now: string }
    const [first] = records
    const known = filled(first, said) as (typeof records)[number]
    const write = (inside: object) => aSealed({ ...known, token, by, at: now, ...inside })
    const nextSeal = await write({})
    const bytes = Buffer.from(nextSeal.sealed, 'base64')
    bytes[0] = 2
    const items = [
      await write({ mood: 'calm', battery: { percent: 7 } }),
      await write({ content: { ...known.content, id: newId(), mood: 'calm' } }),
      await write({ operation: 'checkpoints.dream.record' }),
      { id: nextSeal.id, sealed: bytes.toString('base64') },
    ]
    const { body } = await stage.as.nobody().post('/sync/sealed', { county: stage.county, sentAt: now, items })
    expect(body.verdicts).toMatchObject([
      { ok: true },
      { ok: false, problem: { code: 'sync.form-unknown', resend: 'later' } },
      { ok: false, problem: { code: 'sync.operation-unknown', resend: 'later' } },
      { ok: false, problem: { code: 'sync.seal-broken', resend: 'later' } },
    ])
  }),
)

test(
  'an older form lacks what came later and gets what stood for it then; what was never right is not taken for old',
  scenario(async (stage) => {
    const said = await signedIn(stage)
    const { token, by, now, checkpoint } = said as { token: string; by: string; now: string; checkpoint: string }
    const passage = { checkpointId: checkpoint, recordedAt: now, temperatureC: 36.4, decision: 'pass' }
    const write = (content: Record<string, unknown>) =>
      aSealed({ operation: 'checkpoints.passage.record', token, by, at: now, content })
    const items = [await write({ id: newId(), ...passage }), await write({ ...passage })]
    const { body } = await stage.as.nobody().post('/sync/sealed', { county: stage.county, items })
    expect(body.verdicts).toMatchObject([
      { ok: true },
      { ok: false, problem: { code: 'kernel.input-invalid', resend: 'never' } },
    ])
  }),
)
