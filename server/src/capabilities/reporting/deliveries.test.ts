import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, inject, test, vi } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { readConfig } from '../../config.ts'
import { sender } from '../exchange/index.ts'
import { read, sealed, step } from './reporting.factory.ts'
import { upperSettings, useUpper } from './upper.ts'

const counted = (imported: number, updated: number, ignored = 0) => ({ imported, updated, ignored, deleted: 0 })
const TAKEN = { responseType: 'ImportSummary', status: 'SUCCESS', importCount: counted(7, 0), conflicts: [] }
interface Said {
  url: string
  authorization: string | undefined
  delivery: string
  values: Array<{ dataElement: string; orgUnit: string; period: string; value: string }>
  dataSet: string
}
interface Way {
  status: number
  body?: unknown
  location?: string
}

/** A server of the city that answers as DHIS2 does, or not at all, until the test says otherwise. */
async function city(patienceMs = 300) {
  const heard: Said[] = []
  const now: { says: Way | null | Promise<Way> } = { says: { status: 200, body: TAKEN } }
  const bodyOf = async (asked: IncomingMessage) => {
    let text = ''
    for await (const part of asked.setEncoding('utf8')) text += part
    return JSON.parse(text)
  }
  const server = createServer(async (asked, reply) => {
    const { dataValues, dataSet } = await bodyOf(asked)
    const { authorization, 'qunfang-delivery': delivery } = asked.headers
    heard.push({ url: String(asked.url), authorization, delivery: String(delivery), values: dataValues, dataSet })
    const says = await now.says
    if (!says) return
    const { status, body, location } = says
    reply.writeHead(status, { 'content-type': 'application/json', ...(location ? { location } : {}) })
    reply.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}))
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo
  const before = upperSettings()
  const overPlain = sender(request as never, patienceMs)
  useUpper({
    upper: { url: 'https://dhis2.example.org:8443/api/dataValueSets', authorization: 'ApiToken d2pat_test' },
    // The same sender; only what a certificate would protect is left out on the way to this machine.
    post: (url, ...more) =>
      overPlain(url.replace('https://dhis2.example.org:8443', `http://127.0.0.1:${port}`), ...more),
  })
  const close = () => {
    useUpper(before)
    server.closeAllConnections()
    server.close()
  }
  return { heard, now, port, close }
}
/** Only this county's jobs are due at this moment of its own. */
const work = ({ app, county }: Scenario, inMinutes = 0) =>
  app.workers.runDue(new Date(Date.now() + inMinutes * 60_000), county)

async function issuing(stage: Scenario) {
  const [writer, checker] = [await stage.as.role('county-desk'), await stage.as.role('county-desk')]
  const issued = async (area = String(stage.county), said: object = {}) => {
    const one = await sealed(writer, checker, area, said)
    expect((await step(checker, one, 'issued')).status).toBe(201)
    return one
  }
  const again = (reportId: string, id = newId()) => checker.post(`/situation-reports/${reportId}/deliveries`, { id })
  const way = async (reportId: string) => (await read(writer, reportId)).sentUp
  return { issued, again, way, writer, checker }
}

test(
  'what is issued goes to the city by itself with the values that were sealed, is not sent twice, and can be sent again',
  scenario(async (stage) => {
    const there = await city()
    try {
      const { issued, again, way } = await issuing(stage)
      const report = await issued()
      expect(await way(report.id)).toMatchObject({
        to: 'dhis2.example.org:8443',
        deliveries: [{ state: 'waiting', tries: [] }],
      })
      expect(there.heard).toEqual([])
      expect((await again(report.id)).body.code).toBe('reporting.delivery-waiting')
      await work(stage)
      await work(stage, 200)
      const [first] = (await way(report.id)).deliveries
      expect(first).toMatchObject({ state: 'delivered', tries: [{ status: 200, reason: null, ...TAKEN.importCount }] })
      expect(there.heard).toHaveLength(1)
      const [said] = there.heard
      expect(said).toMatchObject({
        url: '/api/dataValueSets?idScheme=CODE',
        authorization: 'ApiToken d2pat_test',
        delivery: first.id,
        dataSet: 'qunfang-situation-report',
      })
      const value = { dataElement: 'screened', orgUnit: String(stage.county), period: '20200206', value: '0' }
      expect(said?.values).toContainEqual(expect.objectContaining(value))

      there.now.says = {
        status: 200,
        body: { httpStatus: 'OK', response: { ...TAKEN, status: 'OK', importCount: counted(0, 7) } },
      }
      const id = newId()
      expect((await again(report.id, id)).body.arrival).toBe('new')
      expect((await again(report.id, id)).body.arrival).toBe('again')
      await work(stage)
      expect((await way(report.id)).deliveries).toMatchObject([
        { id, state: 'delivered', tries: [{ imported: 0, updated: 7 }] },
        { id: first.id, state: 'delivered' },
      ])
      expect(there.heard).toHaveLength(2)
      expect(there.heard[1]?.values).toEqual(said?.values)
    } finally {
      there.close()
    }
  }),
)

test(
  'what the city does not take is said by its codes and our names and not tried by itself; what fails is tried again, five times',
  scenario(async (stage) => {
    const there = await city()
    try {
      const { issued, again, way } = await issuing(stage)
      const conflict = {
        ...{ object: 'screened', errorCode: 'E7610', property: 'dataElement' },
        value: '<b>Data element not found: `screened` of 张三</b>',
      }
      there.now.says = {
        status: 409,
        body: { response: { ...TAKEN, status: 'WARNING', importCount: counted(5, 0, 2), conflicts: [conflict] } },
      }
      const report = await issued()
      await work(stage)
      expect((await way(report.id)).deliveries[0]).toMatchObject({
        ...{ state: 'partly', nextAt: null },
        tries: [{ ...counted(5, 0, 2), reason: 'not-all-taken', conflicts: [{ code: 'E7610', names: ['screened'] }] }],
      })
      expect(JSON.stringify(await way(report.id))).not.toMatch(/张三|<b>/)
      const tried = async (says: Way | null) => {
        there.now.says = says
        await again(report.id)
        await work(stage)
        return (await way(report.id)).deliveries[0]
      }
      const state = async (says: Way | null) => {
        const { state: stands, tries, nextAt } = await tried(says)
        return [stands, tries[0].reason, nextAt === null]
      }
      const refusing = { ...TAKEN, status: 'ERROR', importCount: counted(0, 0, 7) }
      expect(await state({ status: 409, body: refusing })).toEqual(['refused', 'not-all-taken', true])
      expect(await state({ status: 401 })).toEqual(['refused', 'not-let-in', true])
      expect(await state({ status: 404, body: 'nothing here' })).toEqual(['refused', 'refused', true])
      expect(await state({ status: 200, body: '<html>a portal</html>' })).toEqual(['failed', 'no-answer', false])
      expect(await state({ status: 302, location: 'http://127.0.0.1:9/' })).toEqual(['failed', 'redirected', false])
      expect(await state({ status: 503 })).toEqual(['failed', 'faulty', false])
      const before = there.heard.length
      expect(await state(null)).toEqual(['failed', 'unreachable', false])
      for (const minutes of [2, 10, 60, 300, 3000]) await work(stage, minutes)
      const [last] = (await way(report.id)).deliveries
      expect(last).toMatchObject({ state: 'failed', nextAt: null })
      expect(last.tries).toHaveLength(5)
      expect(there.heard.length - before).toBe(5)
      there.now.says = { status: 200, body: TAKEN }
      expect(await state(there.now.says)).toEqual(['delivered', null, true])
    } finally {
      there.close()
    }
  }),
)

test(
  'an older report of a day never goes over a later one; a township, a draft and a county without a city are told so',
  scenario(async (stage) => {
    const { issued, again, way, writer, checker } = await issuing(stage)
    const alone = await issued()
    expect(await way(alone.id)).toEqual({ to: null, deliveries: [] })
    expect((await again(alone.id)).body.code).toBe('reporting.no-upper')
    const there = await city()
    try {
      there.now.says = { status: 503 }
      const morning = await issued(undefined, { asOf: '2020-02-07T08:00:00+08:00' })
      await work(stage)
      there.now.says = { status: 200, body: TAKEN }
      const evening = await issued(undefined, { asOf: '2020-02-07T20:00:00+08:00' })
      await work(stage)
      await work(stage, 5)
      expect((await way(evening.id)).deliveries).toMatchObject([{ state: 'delivered' }])
      expect((await way(morning.id)).deliveries).toMatchObject([
        { state: 'superseded', tries: [{}, { state: 'failed' }] },
      ])
      expect((await again(morning.id)).body.code).toBe('reporting.superseded')
      expect(there.heard).toHaveLength(2)

      const township = await issued(`${stage.county}100`)
      const draft = await sealed(writer, checker, String(stage.county), { asOf: '2020-02-08T08:00:00+08:00' })
      for (const one of [township, draft]) {
        expect(await way(one.id)).toBeNull()
        expect((await again(one.id)).body.code).toBe('reporting.not-issued')
      }
      expect((await again(newId())).body.code).toBe('reporting.report-unknown')
      // Issued before anything was set up: sent when somebody asks for it.
      expect((await again(alone.id)).body.arrival).toBe('new')
      await work(stage)
      expect((await way(alone.id)).deliveries).toMatchObject([{ state: 'delivered' }])
    } finally {
      there.close()
    }
  }),
)

test(
  'while the city is slow nobody waits for it, and nothing else of that day is sent beside it',
  scenario(async (stage) => {
    const there = await city(20_000)
    try {
      const { issued, again, way } = await issuing(stage)
      const answer = Promise.withResolvers<Way>()
      there.now.says = answer.promise
      const morning = await issued(undefined, { asOf: '2020-02-07T08:00:00+08:00' })
      const working = work(stage)
      await vi.waitFor(() => expect(there.heard).toHaveLength(1))
      expect((await again(morning.id)).body.code).toBe('reporting.delivery-waiting')
      const evening = await issued(undefined, { asOf: '2020-02-07T20:00:00+08:00' })
      expect(await work(stage)).toBe(0)
      expect(there.heard).toHaveLength(1)
      answer.resolve({ status: 200, body: TAKEN })
      expect([await working, await work(stage)]).toEqual([1, 1])
      const states = [(await way(morning.id)).deliveries, (await way(evening.id)).deliveries]
      expect(states).toMatchObject([[{ state: 'delivered' }], [{ state: 'delivered' }]])
      expect(there.heard.map(({ delivery }) => delivery)).toEqual(states.map(([one]) => one.id))
    } finally {
      there.close()
    }
  }),
)

test(
  'a worker killed between sending and writing it down sends again under the same number, and one try is kept',
  scenario(async (stage) => {
    const there = await city(20_000)
    try {
      const { issued, way } = await issuing(stage)
      there.now.says = null
      const report = await issued()
      const script = fileURLToPath(new URL('../../../test/guarantees/stuck-sender.ts', import.meta.url))
      const child = spawn(process.execPath, [script, String(there.port), String(stage.county)], {
        env: { DATABASE_URL: inject('ownerUrl'), QUNFANG_DATA: inject('dataFolder') },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      const gone = once(child, 'exit')
      await vi.waitFor(() => expect(there.heard).toHaveLength(1), 20_000)
      expect(await work(stage, 1), 'while it may still be sending').toBe(0)
      child.kill('SIGKILL')
      await gone
      there.now.says = { status: 200, body: TAKEN }
      expect(await work(stage, 10)).toBe(1)
      const [delivery] = (await way(report.id)).deliveries
      expect(delivery).toMatchObject({ state: 'delivered', tries: [{ state: 'delivered' }] })
      expect(there.heard.map(({ delivery: id }) => id)).toEqual([delivery.id, delivery.id])
      const [job] = await stage.inside(
        ({ tx }) => tx`
        select tries from kernel.job where county = (select kernel.app_county()) and name = 'reporting.deliver'`,
      )
      expect(job).toEqual({ tries: 2 })
    } finally {
      there.close()
    }
  }),
)

test('the address of the city is https and carries no name, and what lets us in is a token or a name and a word', () => {
  const set = (env: object) =>
    readConfig({ DATABASE_URL: 'postgres://o@127.0.0.1/q', ...env } as NodeJS.ProcessEnv, { rolePassword: {} } as never)
      .upper
  const url = 'https://dhis2.example.org/api/dataValueSets'
  expect(set({})).toBeNull()
  expect(set({ QUNFANG_UPPER_URL: url, QUNFANG_UPPER_TOKEN: 'd2pat_1' })?.authorization).toBe('ApiToken d2pat_1')
  const basic = { QUNFANG_UPPER_USER: 'county', QUNFANG_UPPER_PASSWORD: 'word' }
  expect(set({ QUNFANG_UPPER_URL: url, ...basic })?.authorization).toBe('Basic Y291bnR5OndvcmQ=')
  for (const bad of ['http://dhis2.example.org/api', 'https://county:word@dhis2.example.org/api'])
    expect(() => set({ QUNFANG_UPPER_URL: bad, ...basic }), bad).toThrow(/QUNFANG_UPPER_URL/)
  expect(() => set({ QUNFANG_UPPER_URL: url })).toThrow(/QUNFANG_UPPER_TOKEN/)
})
