import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type App, allRoutes } from '../../app.ts'
import type { Config } from '../../config.ts'
import { faultOf } from '../../kernel/log.ts'
import {
  bodyTooLarge,
  bodyUnreadable,
  isOutage,
  Problem,
  routeUnknown,
  serverFault,
  unavailable,
} from '../../kernel/problem.ts'
import { serveApps } from './apps.ts'
import { serveBoard } from './board.ts'
import { commandBoardRoute } from './command-board.ts'
import { handlerFor } from './handler.ts'
import { healthRoutes } from './health.ts'
import { langOf } from './language.ts'
import { liveRoute } from './live.ts'
import { openStreams } from './open-streams.ts'

/** Room for 10,000 items in one upload; what is larger is refused before it is read. */
const BODY_LIMIT = 16 * 1024 * 1024

export async function openServer(app: App, config: Config): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy,
    genReqId: () => randomUUID(),
    logger: false,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 80 },
  })
  await server.register(cookie)
  guardPages(server)
  reportRequests(server, app)
  server.setErrorHandler((error, request, reply) => answerProblem(app, toProblem(app, error, request), request, reply))
  server.setNotFoundHandler((request, reply) => answerProblem(app, routeUnknown(), request, reply))
  for (const [method, path, route] of allRoutes()) {
    server.route({ method: method as 'GET', url: `/api${path}`, handler: handlerFor(app, route) })
  }
  const streams = openStreams(server, app)
  liveRoute(server, app, streams)
  commandBoardRoute(server, app, streams)
  healthRoutes(server, app)
  await serveBoard(server, app, config.county)
  await serveApps(server)
  return server
}

function answerProblem(app: App, problem: Problem, request: FastifyRequest, reply: FastifyReply) {
  app.kernel.metrics.operations.inc({ operation: request.routeOptions.url ?? 'none', result: problem.code })
  if (problem.status === 429 && problem.params['retryAfterSeconds']) {
    reply.header('retry-after', String(problem.params['retryAfterSeconds']))
  }
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send({ ...problem.toWire(langOf(request)), requestId: request.id })
}

/** Anything that is not a Problem is our bug: it is logged by place and the caller learns only the request id. */
function toProblem(app: App, error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  const code = String((error as { code?: unknown }).code ?? '')
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge()
  const status = (error as { statusCode?: number }).statusCode
  if (status !== undefined && status >= 400 && status < 500) return bodyUnreadable()
  app.kernel.log.error({
    event: 'fault',
    requestId: request.id,
    route: request.routeOptions.url ?? '',
    ...faultOf(error),
  })
  return isOutage(error) ? unavailable() : serverFault()
}

/** Headers of every answer: nothing foreign may be loaded, framed or cached. */
function guardPages(server: FastifyInstance): void {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
  server.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', policy)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('cross-origin-opener-policy', 'same-origin')
    reply.header('cross-origin-resource-policy', 'same-origin')
    reply.header('qunfang-request', request.id)
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store')
  })
}

function reportRequests(server: FastifyInstance, { kernel }: App): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const ms = Math.round(reply.elapsedTime)
    kernel.metrics.requests.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    if (reply.statusCode >= 500 || ms > 1000) {
      kernel.log.warn({
        event: 'request',
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms,
      })
    }
  })
}
