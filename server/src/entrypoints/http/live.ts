import type { FastifyInstance } from 'fastify'
import type { App } from '../../app.ts'
import { within } from '../../kernel/operation.ts'
import type { Streams } from './open-streams.ts'

/**
 * Tells open pages that something in their scope was settled, and of which kinds; never what. They fetch it themselves, under
 * their own rights. A stream whose session has ended is closed within seconds.
 */
export function liveRoute(server: FastifyInstance, app: App, streams: Streams): void {
  server.get('/api/live', async (request, reply) => {
    const { actor, tell, onEnd } = await streams.open(request, reply)
    const unsubscribe = app.kernel.clerk.onSettled((county, entries) => {
      if (county !== actor.county) return
      const kinds = [...new Set(entries.filter((one) => within(actor, one.division)).map((one) => one.kind))]
      if (kinds.length > 0) tell(`event: settled\ndata: ${JSON.stringify({ kinds, at: new Date().toISOString() })}\n\n`)
    })
    onEnd(unsubscribe)
  })
}
