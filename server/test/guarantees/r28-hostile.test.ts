import { expect, test } from 'vitest'
import { hashLightly } from '../../src/capabilities/access/access.factory.ts'
import { keepInventedDivisions } from '../../src/capabilities/places/places.factory.ts'
import { plantArea } from '../matrix/area.ts'
import { lines } from '../matrix/contract.ts'
import { build, sendable } from '../matrix/request.ts'
import { type Reply, type Scenario, scenario } from '../scenario/scenario.ts'
import { PAYLOADS, sendEverywhere } from './hostile.ts'

/**
 * R28. Hostile text stays text, and foreign pages cannot act. Two of the two hundred texts in every field here, all of them in
 * r28-hostile.long.ts; what the console makes of them stands in e2e/hostile.test.ts.
 */

test(
  'hostile text in any field is kept as it is or refused with a code; nothing breaks',
  scenario(async (stage) => {
    hashLightly()
    const { sent, kept, wrong } = await sendEverywhere(await plantArea(stage, '100', '龘'), { perField: 2 })
    expect(wrong).toEqual([])
    expect(sent).toBeGreaterThan(200)
    expect(kept).toBeGreaterThan(20)
    expect(new Set(PAYLOADS).size).toBe(200)
  }),
  120_000,
)

test(
  'what is kept comes back letter by letter',
  scenario(async ({ as, county, inside }) => {
    await inside((ctx) => keepInventedDivisions(ctx))
    const desk = await as.countyDesk()
    const plain = PAYLOADS.filter((one) => one.length <= 60 && !one.includes('\u0000') && one === one.trim())
    for (const name of plain.slice(0, 30)) {
      const id = crypto.randomUUID()
      const checkpoint = { id, kind: 'county-border', name, division: String(county), openedAt: '2020-01-24T08:00:00Z' }
      expect((await desk.post('/places/checkpoints', checkpoint)).status, name).toBe(201)
      expect((await desk.get(`/places/checkpoints/${id}`)).body.name).toBe(name)
    }
  }),
)

/** A request with the browser's own cookie, as the browser marks it. */
const withCookie = async (
  { server }: Scenario,
  token: string,
  request: { method: string; path: string; body?: unknown; site?: string; type?: string },
): Promise<Reply> => {
  const { method, path, body, site, type } = request
  const reply = await server.inject({
    method: method as 'GET',
    url: `/api${path}`,
    headers: {
      ...(site ? { 'sec-fetch-site': site } : {}),
      ...(type ? { 'content-type': type } : {}),
      origin: 'https://evil.example',
    },
    cookies: { qunfang_session: token },
    ...(body === undefined ? {} : { payload: body as object }),
  })
  return { status: reply.statusCode, body: reply.body, headers: reply.headers }
}

test(
  'a foreign page has nobody’s session, whatever it asks for; our own page has',
  scenario(async (stage) => {
    hashLightly()
    const area = await plantArea(stage, '100', '龘')
    const { token } = await stage.as.countyDesk()
    const acted: string[] = []
    for (const line of lines.filter(({ anonymous }) => !anonymous)) {
      for (const site of ['cross-site', 'same-site']) {
        const { status } = await withCookie(stage, token, { ...sendable(line, build(line, area).values), site })
        if (status !== 401) acted.push(`${line.key} ${site} ${status}`)
      }
    }
    expect(acted).toEqual([])
    const own = await withCookie(stage, token, { method: 'GET', path: '/me', site: 'same-origin' })
    expect(own.status, 'the control').toBe(200)
  }),
  60_000,
)

test(
  'forms of other pages are not read, no other origin is invited, and nobody may frame us or keep what we said',
  scenario(async (stage) => {
    const { token } = await stage.as.countyDesk()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const body = '{"language":"en"}'
      const { status } = await withCookie(stage, token, { method: 'POST', path: '/me/language', body, type })
      expect([400, 415, 422], type).toContain(status)
    }
    const asked = await withCookie(stage, token, { method: 'OPTIONS', path: '/me' })
    const { headers } = await withCookie(stage, token, { method: 'GET', path: '/me', site: 'same-origin' })
    for (const one of [asked.headers, headers])
      expect(Object.keys(one).filter((name) => name.startsWith('access-control'))).toEqual([])
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  }),
)

test('no secret stands in an address', () => {
  const secret = /token|password|session|challenge|secret|number|phone|document(?!Id$)/i
  const inAddress = lines.flatMap(({ key, method, path, input }) => {
    const names =
      method === 'GET' ? Object.keys(input.properties ?? {}) : [...path.matchAll(/\{(\w+)\}/g)].map((one) => one[1])
    return names.filter((name) => name && secret.test(name)).map((name) => `${key} ${name}`)
  })
  expect(inAddress).toEqual([])
})
