import type { FastifyInstance } from 'fastify'
import type { App } from '../../app.ts'

/** Live = the process answers; ready = it can also reach its database. Neither says anything about anybody. */
export function healthRoutes(server: FastifyInstance, { kernel }: App): void {
  server.get('/health/live', async () => ({ live: true }))
  server.get('/health/ready', async (_request, reply) => {
    const ready = await kernel.db.ready()
    return reply.status(ready ? 200 : 503).send({ ready })
  })
  server.get('/metrics', async (request, reply) => {
    const local = /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '')
    if (!local) return reply.status(404).send({ title: 'Not found' })
    return reply.type(kernel.metrics.registry.contentType).send(await kernel.metrics.registry.metrics())
  })
}
