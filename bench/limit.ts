/**
 * The limit the product is held against: bare Fastify and pg, one validated INSERT per request (or one per batch, with unnest),
 * no session, no permission, no audit, no row-level security. Same server, same durability, same columns.
 */
import type { ServerResponse } from 'node:http'
import Fastify from 'fastify'
import pg from 'pg'
import { serveWalled } from './walled.ts'

const [url = '', port = '0', pool = '12', appUrl = ''] = process.argv.slice(2)
const db = new pg.Pool({ connectionString: url, max: Number(pool) })
const server = Fastify({ logger: false, bodyLimit: 16 * 1024 * 1024, forceCloseConnections: true })
serveWalled(server, appUrl, Number(pool))

const passage = {
  type: 'object',
  required: ['id', 'checkpointId', 'recordedAt', 'temperatureC', 'site', 'decision'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[0-9a-f-]{36}$' },
    checkpointId: { type: 'string', pattern: '^[0-9a-f-]{36}$' },
    recordedAt: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT' },
    temperatureC: { type: 'number', minimum: 30, maximum: 45 },
    site: { type: 'string' },
    decision: { type: 'string' },
    traveller: {
      type: 'object',
      properties: { personId: { type: 'string' } },
      required: ['personId'],
      additionalProperties: false,
    },
  },
}
interface Passage {
  id: string
  checkpointId: string
  recordedAt: string
  temperatureC: number
  site: string
  decision: string
  traveller?: { personId: string }
}

server.post('/passages', { schema: { body: passage } }, async (request, reply) => {
  const one = request.body as Passage
  await db.query({
    name: 'one',
    text: `insert into bare_passage (id, checkpoint_id, recorded_at, received_at, temperature_c, site, decision, person_id)
      values ($1, $2, $3, now(), $4, $5, $6, $7)`,
    values: [
      one.id,
      one.checkpointId,
      one.recordedAt,
      one.temperatureC,
      one.site,
      one.decision,
      one.traveller?.personId ?? null,
    ],
  })
  reply.status(201)
  return { id: one.id }
})

const batch = { type: 'object', required: ['items'], properties: { items: { type: 'array', items: passage } } }
server.post('/passages/batch', { schema: { body: batch } }, async (request) => {
  const { items } = request.body as { items: Passage[] }
  const column = <K extends keyof Passage>(key: K) => items.map((item) => item[key])
  await db.query({
    name: 'many',
    text: `insert into bare_passage (id, checkpoint_id, recorded_at, received_at, temperature_c, site, decision, person_id)
      select i, c, r, now(), t, s, d, p from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::numeric[], $5::text[], $6::text[], $7::uuid[])
      as u (i, c, r, t, s, d, p)`,
    values: [
      column('id'),
      column('checkpointId'),
      column('recordedAt'),
      column('temperatureC'),
      column('site'),
      column('decision'),
      items.map((item) => item.traveller?.personId ?? null),
    ],
  })
  return { verdicts: items.map(({ id }) => ({ id, ok: true })) }
})

server.post('/find', async (request) => {
  const { digest } = request.body as { digest: string }
  const { rows } = await db.query({
    name: 'find',
    text: 'select person_id from bare_index where digest = $1',
    values: [Buffer.from(digest, 'hex')],
  })
  return { items: rows }
})

server.post('/search', async (request) => {
  const { token } = request.body as { token: string }
  const { rows } = await db.query({
    name: 'search',
    text: 'select person_id from bare_token where token = $1 order by person_id limit 20',
    values: [token],
  })
  return { items: rows }
})

/** A bare stream of events: as many bytes as asked for, written to everybody who listens. */
const listening = new Set<ServerResponse>()
server.get('/events', (_request, reply) => {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream' })
  reply.raw.write('retry: 3000\n\n')
  listening.add(reply.raw)
  reply.raw.on('close', () => listening.delete(reply.raw))
})
server.post('/events', async (request) => {
  const { bytes } = request.body as { bytes: number }
  const event = `event: tile\ndata: ${'x'.repeat(Math.max(0, bytes - 20))}\n\n`
  for (const out of listening) out.write(event)
  return { told: listening.size }
})

await server.listen({ host: '127.0.0.1', port: Number(port) })
process.send?.('listening')
process.on('SIGTERM', () => server.close().then(() => process.exit(0)))
