import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drain, LARGE, type Reply } from './drain.ts'
import { after, type Entry, type Happening, type Kind, nextBatch } from './entry.ts'

/** What may happen to one request. `lost-reply` is the cruel one: the server has committed and the phone never hears. */
type Weather = 'fine' | 'lost-request' | 'lost-reply' | 'half-reply' | 'crash'
type Nature = 'good' | 'bad' | 'early' | 'poison' | 'breaks-server'

const kinds: Kind[] = ['passage', 'tally', 'shift-open']

/** A server that commits what is good, once per id, and answers item by item, or fails as a whole. */
function aServer(natures: Map<string, Nature>) {
  const kept = new Map<string, number>()
  const writes: string[] = []
  const judge = (entry: Entry) => {
    const nature = natures.get(entry.id) ?? 'good'
    if (nature === 'bad') return { id: entry.id, ok: false as const, refusal: refusal('x.bad', 'never') }
    if (nature === 'early') {
      natures.set(entry.id, 'good')
      return { id: entry.id, ok: false as const, refusal: refusal('x.early', 'later') }
    }
    const arrival: 'new' | 'again' = kept.has(entry.id) ? 'again' : 'new'
    if (arrival === 'new') writes.push(entry.id)
    kept.set(entry.id, entry.seq)
    return { id: entry.id, ok: true as const, receipt: { receivedAt: 'then', arrival, fever: false } }
  }
  const receive = (batch: Entry[]): Reply => {
    const of = (nature: Nature) => batch.some((entry) => natures.get(entry.id) === nature)
    if (of('poison')) return { is: 'turned-down', because: 'content', refusal: refusal('x.malformed', 'never') }
    if (of('breaks-server')) return { is: 'turned-down', because: 'server', refusal: refusal('x.broken', 'later') }
    return { is: 'judged', verdicts: batch.map(judge) }
  }
  /** Put back to where it stood after `mark` writes: what came later is gone, though it was confirmed. */
  const restore = (mark: number) => {
    for (const id of writes.splice(mark)) kept.delete(id)
  }
  return { kept, writes, receive, restore }
}

const refusal = (code: string, resend: 'never' | 'later') => ({ code, resend, title: code, fields: [] })

class Killed extends Error {}

/** A phone whose rows survive its death; `clock` only moves when the walk says so. */
function aPhone() {
  const rows = new Map<string, Entry>()
  const phone = { rows, clock: 0, killIn: Number.POSITIVE_INFINITY }
  const breathe = () => {
    phone.killIn -= 1
    if (phone.killIn <= 0) throw new Killed()
  }
  const store = {
    next: async (most: number, after: number | null) =>
      nextBatch(
        [...rows.values()].filter(({ seq }) => seq > (after ?? 0)),
        phone.clock,
        most,
      ),
    onTheirWay: () => undefined,
    note: async (happenings: ReadonlyArray<{ id: string; happening: Happening }>) => {
      breathe()
      for (const { id, happening } of happenings) {
        const row = rows.get(id)
        if (row) rows.set(id, after(row, happening, phone.clock))
      }
      breathe()
    },
  }
  const hears = (happening: Happening) => {
    for (const [id, row] of rows) rows.set(id, after(row, happening, phone.clock))
  }
  return Object.assign(phone, { store, hears })
}

const entry = (n: number): Entry => ({
  id: `id-${String(n).padStart(5, '0')}`,
  seq: n,
  owner: 'a',
  kind: kinds[n % kinds.length] ?? 'passage',
  state: 'saved',
  recordedAt: '2020-02-06T08:00:00+08:00',
  gist: { outcome: 'pass', screened: 1, turnedBack: 0, vehicles: 0, fever: false },
  sealed: new Uint8Array([n % 256]),
  content: null,
  tries: 0,
  notBefore: 0,
  refusal: null,
  receipt: null,
  deliveredAt: null,
  settled: null,
})

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('save' as const), count: fc.integer({ min: 1, max: 60 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      weather: fc.array(fc.constantFrom<Weather>('fine', 'fine', 'lost-request', 'lost-reply', 'half-reply', 'crash'), {
        minLength: 1,
        maxLength: 8,
      }),
      killIn: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined, freq: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('restore' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
)
const nature = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Nature>('good') },
  { weight: 1, arbitrary: fc.constantFrom<Nature>('bad', 'early', 'poison', 'breaks-server') },
)

async function send(phone: ReturnType<typeof aPhone>, server: ReturnType<typeof aServer>, weather: Weather[]) {
  const days = [...weather]
  try {
    await drain(phone.store, async (batch) => {
      const day = days.length > 0 ? days.shift() : 'fine'
      if (day === 'lost-request') return { is: 'unanswered' }
      const reply = server.receive(batch)
      if (day === 'crash') throw new Killed()
      if (day === 'lost-reply') return { is: 'unanswered' }
      if (day === 'half-reply' && reply.is === 'judged') {
        return { is: 'judged', verdicts: reply.verdicts.slice(0, Math.ceil(reply.verdicts.length / 2)) }
      }
      return reply
    })
  } catch (error) {
    if (!(error instanceof Killed)) throw error
  }
  phone.killIn = Number.POSITIVE_INFINITY
}

const settle = async (phone: ReturnType<typeof aPhone>, server: ReturnType<typeof aServer>) => {
  for (let round = 0; round < 60; round += 1) {
    phone.clock += 2 * 3_600_000
    await send(phone, server, [])
  }
}

describe('whatever the weather', () => {
  test('every saved record is delivered once or stands refused with its reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.infiniteStream(nature), async (steps, stream) => {
        const natures = new Map<string, Nature>()
        const server = aServer(natures)
        const phone = aPhone()
        for (const action of steps) {
          if (action.do === 'wait') phone.clock += 60_000
          if (action.do === 'restore') {
            server.restore(Math.floor(action.share * server.writes.length))
            phone.hears({ is: 'server-restored' })
          }
          if (action.do === 'send') {
            phone.killIn = action.killIn ?? Number.POSITIVE_INFINITY
            await send(phone, server, action.weather)
          }
          if (action.do === 'save') {
            for (let made = 0; made < action.count; made += 1) {
              const fresh = entry(phone.rows.size + 1)
              phone.rows.set(fresh.id, fresh)
              natures.set(fresh.id, stream.next().value ?? 'good')
            }
          }
          for (const row of phone.rows.values()) {
            // The promise itself: no screen says "delivered" of something the server does not have.
            if (row.state === 'delivered') expect(server.kept.has(row.id)).toBe(true)
            else expect(row.sealed).not.toBeNull()
          }
        }
        await settle(phone, server)
        expect(new Set(server.writes).size).toBe(server.writes.length)
        for (const row of phone.rows.values()) {
          const good = ['good', 'early'].includes(natures.get(row.id) ?? '')
          expect([row.id, row.state]).toEqual([row.id, good ? 'delivered' : 'refused'])
          expect(server.kept.has(row.id)).toBe(good)
          if (row.state === 'refused') expect(row.refusal?.code).toMatch(/^x\./)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('control: a phone that is not told that its server was put back loses what had been confirmed', async () => {
    const server = aServer(new Map())
    const phone = aPhone()
    const fresh = entry(1)
    phone.rows.set(fresh.id, fresh)
    await send(phone, server, [])
    server.restore(0)
    await settle(phone, server)
    expect([phone.rows.get(fresh.id)?.state, server.kept.size]).toEqual(['delivered', 0])
  })

  test('control: a phone that believes a silent answer does lose records', async () => {
    const server = aServer(new Map())
    const phone = aPhone()
    const fresh = entry(1)
    phone.rows.set(fresh.id, fresh)
    await drain(phone.store, async (batch) => ({
      is: 'judged',
      verdicts: batch.map(({ id }) => ({ id, ok: true, receipt: { receivedAt: '', arrival: 'new', fever: false } })),
    }))
    expect(phone.rows.get(fresh.id)?.state).toBe('delivered')
    expect(server.kept.size).toBe(0)
  })
})

test('one bad record does not hold up the other forty-nine', async () => {
  for (const nature of ['bad', 'poison', 'breaks-server'] as const) {
    for (const at of [1, 17, 25, 50]) {
      const natures = new Map<string, Nature>([[entry(at).id, nature]])
      const server = aServer(natures)
      const phone = aPhone()
      for (let n = 1; n <= 50; n += 1) phone.rows.set(entry(n).id, { ...entry(n), kind: 'passage' })
      await send(phone, server, [])
      expect(server.kept.size).toBe(49)
      const bad = phone.rows.get(entry(at).id)
      expect(bad?.state).toBe(nature === 'breaks-server' ? 'postponed' : 'refused')
      expect(bad?.refusal?.title).toBeTruthy()
      expect(bad?.sealed).not.toBeNull()
    }
  }
})

test('requests grow while the line is easy, and one bad record among thousands is found all the same', async () => {
  for (const nature of ['good', 'poison', 'breaks-server'] as const) {
    const bad = entry(1717)
    const server = aServer(new Map([[bad.id, nature]]))
    const phone = aPhone()
    for (let n = 1; n <= 3000; n += 1) phone.rows.set(entry(n).id, { ...entry(n), kind: 'passage' })
    const sizes: number[] = []
    const round = await drain(phone.store, async (batch) => {
      sizes.push(batch.length)
      return server.receive(batch)
    })
    expect(round).toEqual({ outcome: 'empty' })
    expect(server.kept.size).toBe(nature === 'good' ? 3000 : 2999)
    expect(new Set(server.writes).size).toBe(server.writes.length)
    expect(sizes.slice(0, 3)).toEqual([50, 50, 100])
    expect(Math.max(...sizes)).toBe(LARGE)
    expect(sizes.length).toBeLessThan(nature === 'good' ? 12 : 40)
  }
})

test('a line that goes dead in the middle leaves everything that was not answered where it was', async () => {
  const server = aServer(new Map())
  const phone = aPhone()
  for (let n = 1; n <= 1000; n += 1) phone.rows.set(entry(n).id, { ...entry(n), kind: 'passage' })
  let requests = 0
  const round = await drain(phone.store, async (batch) => {
    requests += 1
    return requests > 4 ? { is: 'unanswered' } : server.receive(batch)
  })
  expect(round).toEqual({ outcome: 'unanswered' })
  const states = [...phone.rows.values()].map(({ state }) => state)
  expect(states.filter((state) => state === 'delivered').length).toBe(server.kept.size)
  expect(states.filter((state) => state === 'saved').length).toBe(1000 - server.kept.size)
})

test('a server that fails for everything is left alone after a few tries', async () => {
  const phone = aPhone()
  for (let n = 1; n <= 50; n += 1) phone.rows.set(entry(n).id, { ...entry(n), kind: 'passage' })
  let requests = 0
  const round = await drain(phone.store, async () => {
    requests += 1
    return { is: 'turned-down', because: 'server', refusal: refusal('x.down', 'later') }
  })
  expect(round.outcome).toBe('unanswered')
  expect(requests).toBeLessThanOrEqual(8)
  expect([...phone.rows.values()].filter((row) => row.state === 'refused')).toEqual([])
})
