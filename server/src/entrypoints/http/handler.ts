import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../app.ts'
import { performBatch } from '../../kernel/gather.ts'
import {
  type Actor,
  type AnyBatchOperation,
  type Meta,
  PURPOSES,
  type Purpose,
  perform,
  type Route,
  type Verdict,
} from '../../kernel/operation.ts'
import { inputInvalid, parseInput } from '../../kernel/problem.ts'
import { langOf } from './language.ts'
import { actorOf, keepCookie } from './sessions.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

export function handlerFor(app: App, route: Route): Handler {
  if ('one' in route) return oneItem(app, route.one)
  if ('many' in route) return manyItems(app, route.many, route.body)
  return async (request, reply) => {
    const actor = await actorOf(app, request)
    const output = await perform(app.kernel, route, actor, inputOf(request), metaOf(request))
    keepCookie(reply, route.name, output)
    if (route.cacheSeconds) reply.header('cache-control', `public, max-age=${route.cacheSeconds}`)
    reply.status(request.method === 'POST' && route.kind === 'write' ? 201 : 200)
    return output ?? null
  }
}

/** Single records of different senders wait together for one commit; see kernel/gather.ts. */
function oneItem(app: App, op: AnyBatchOperation): Handler {
  return async (request, reply) => {
    const actor = await actorOf(app, request)
    const verdict = await app.gather.perform(op, actor, inputOf(request), metaOf(request))
    if (!verdict.ok) throw verdict.problem
    reply.status(verdict.arrival === 'new' ? 201 : 200)
    return verdict.value
  }
}

function manyItems(app: App, op: AnyBatchOperation, body: Extract<Route, { many: unknown }>['body']): Handler {
  return async (request) => {
    const actor: Actor = await actorOf(app, request)
    const items = (request.body as { items?: unknown } | null)?.items
    if (!Array.isArray(items)) parseInput(body, request.body)
    const sentAt = (request.body as { sentAt?: unknown }).sentAt
    const meta = metaOf(request, typeof sentAt === 'string' ? sentAt : undefined)
    const verdicts = await performBatch(app.kernel, op, actor, items as unknown[], meta)
    const lang = langOf(request)
    return { verdicts: verdicts.map((verdict, index) => wireVerdict(verdict, (items as unknown[])[index], lang)) }
  }
}

function wireVerdict(verdict: Verdict<unknown>, item: unknown, lang: 'zh' | 'en') {
  const sent = String((item as { id?: unknown } | null)?.id ?? '')
  // Only an id is repeated; what was sent in its place may be anything, an identity number too.
  const id = /^[0-9a-f-]{36}$/i.test(sent) ? sent : ''
  if (verdict.ok) return { id, ok: true, receipt: verdict.value }
  return { id, ok: false, problem: verdict.problem.toWire(lang) }
}

/** Path, query and body are one input; saying the same thing twice with two values is refused rather than guessed. */
function inputOf(request: FastifyRequest): unknown {
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body)) return body
  const merged: Record<string, unknown> = { ...(request.query as object), ...body }
  for (const [key, value] of Object.entries(request.params as Record<string, string>)) {
    if (merged[key] !== undefined && merged[key] !== value) {
      throw inputInvalid({}, [{ path: key, zh: '与网址中的编号不一致', en: 'Differs from the id in the address' }])
    }
    merged[key] = value
  }
  return merged
}

function metaOf(request: FastifyRequest, sentAt = request.headers['qunfang-sent-at']): Meta {
  const now = new Date()
  const given = request.headers['qunfang-purpose']
  const purpose = PURPOSES.find((known) => known === given) ?? null
  return {
    requestId: request.id,
    now,
    purpose: purpose as Purpose | null,
    clockOffsetMs: offset(now, sentAt),
    address: request.ip,
  }
}

/** A clock that is right to the second is left alone, so that the same upload sent again gives the same times. */
function offset(now: Date, sentAt: unknown): number {
  const sent = typeof sentAt === 'string' ? Date.parse(sentAt) : Number.NaN
  if (Number.isNaN(sent)) return 0
  const difference = now.getTime() - sent
  return Math.abs(difference) < 30_000 ? 0 : difference
}
