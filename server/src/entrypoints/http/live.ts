import type { FastifyInstance } from 'fastify'
import type { App } from '../../app.ts'
import { within } from '../../kernel/operation.ts'
import { signInNeeded } from '../../kernel/problem.ts'
import { actorOf, stillSignedIn } from './sessions.ts'

const HEARTBEAT_MS = 15_000
const RECHECK_MS = 3_000

/**
 * Tells open boards that something in their scope was settled, and of which kinds; never what. They fetch it themselves, under
 * their own rights. A stream whose session has ended is closed within seconds.
 */
export function liveRoute(server: FastifyInstance, app: App): void {
  const open = new Set<() => void>()
  server.addHook('preClose', async () => {
    for (const close of open) close()
  })
  server.get('/api/live', async (request, reply) => {
    const actor = await actorOf(app, request)
    if (actor.kind === 'anonymous') throw signInNeeded()
    reply.hijack()
    const out = reply.raw
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      ...(reply.getHeaders() as Record<string, string>),
    })
    out.write('retry: 3000\n\n')
    const unsubscribe = app.kernel.clerk.onSettled((county, entries) => {
      if (county !== actor.county) return
      const kinds = [...new Set(entries.filter((one) => within(actor, one.division)).map((one) => one.kind))]
      if (kinds.length > 0)
        out.write(`event: settled\ndata: ${JSON.stringify({ kinds, at: new Date().toISOString() })}\n\n`)
    })
    const heartbeat = setInterval(() => out.write(': still here\n\n'), HEARTBEAT_MS)
    const recheck = setInterval(() => {
      stillSignedIn(app, request).then((alive) => alive || end(), end)
    }, RECHECK_MS)
    function end(): void {
      clearInterval(heartbeat)
      clearInterval(recheck)
      unsubscribe()
      open.delete(end)
      out.end()
    }
    open.add(end)
    request.raw.on('close', end)
  })
}
