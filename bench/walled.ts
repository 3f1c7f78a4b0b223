import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { COUNTY } from './county.ts'

/**
 * Between the product and the limit: the limit's server, writing what the product's promises ask of the database and nothing else. The
 * rows go into the real table with its keys, indexes and row-level security, with one entry of the audit and one of the feed, under
 * the restricted role, in one statement. No session, no rules, no digests, no verdicts, no conditions.
 */
export interface Walled {
  id: string
  division: string
  checkpointId: string
  recordedAt: string
  temperatureC: number
  site: string
  decision: string
  personId: string
}

const KEEP = `
  with rows as (
    insert into checkpoints.passage (county, id, division, checkpoint_id, digest, recorded_at, occurred_at, received_at, direction,
      person_id, temperature_c, site, symptoms, decision, profile, fever)
    select ${COUNTY}, i, d, c, decode(repeat('00', 32), 'hex'), r, r, now(), 'in', p, t, s, '{}', x, 'covid19-cn-ed5', false
    from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::numeric[], $6::text[], $7::text[], $8::uuid[])
      as sent (i, d, c, r, t, s, x, p)),
  audit as (
    insert into kernel.audit_inbox (county, id, division, at, actor_kind, operation, count, note, request_id)
    values (${COUNTY}, uuidv7(), $9, now(), 'system', 'bench.walled', $10, '{}', 'bench'))
  insert into kernel.feed_inbox (county, id, division, kind, ids, announced_at)
  values (${COUNTY}, uuidv7(), $9, 'passage', $1, now())`

export function serveWalled(server: FastifyInstance, url: string, pool: number): void {
  const db = new pg.Pool({ connectionString: url, max: pool, pipeline: true })
  server.addHook('onClose', () => db.end())
  async function keep(items: readonly Walled[]): Promise<void> {
    const client = await db.connect()
    try {
      const { division } = items[0] as Walled
      const column = <K extends keyof Walled>(key: K) => items.map((item) => item[key])
      const rows = [
        column('id'),
        column('division'),
        column('checkpointId'),
        column('recordedAt'),
        column('temperatureC'),
        column('site'),
        column('decision'),
        column('personId'),
      ]
      await Promise.all([
        client.query(`begin; set local app.county = '${COUNTY}'; set local app.division_from = '${COUNTY}';
          set local app.division_to = '${COUNTY}:'; set local app.role = 'checkpoint-shift'`),
        client.query({ name: 'walled', text: KEEP, values: [...rows, division, items.length] }),
        client.query('commit'),
      ])
    } finally {
      client.release()
    }
  }
  server.post('/walled', async (request) => {
    const { items } = request.body as { items: Walled[] }
    await keep(items)
    return { verdicts: items.map(({ id }) => ({ id, ok: true })) }
  })
}
