import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../app.ts'
import type { Actor } from '../../kernel/operation.ts'
import { admit } from '../../kernel/problem.ts'
import { actorOf, actorsOf } from './sessions.ts'

const HEARTBEAT_MS = 15_000
const RECHECK_MS = 3_000
/** A reader who does not keep up is let go: it comes back by itself and is told everything afresh. */
const BEHIND_BYTES = 8 * 1024 * 1024

export interface Stream {
  actor: Actor
  tell(text: string): void
  onEnd(work: () => void): void
}
interface Opened extends Stream {
  request: FastifyRequest
  end(): void
}
export interface Streams {
  /** Answers with a stream of events for as long as the session lasts and the reader sits in the same seat. */
  open(request: FastifyRequest, reply: FastifyReply): Promise<Stream>
}

/** The same reach, so the same answers to everything that names no person. */
export const scopeKey = ({ county, division, role, placeId }: Actor): string =>
  [county, division, role, placeId].join('/')

/** All streams of a process are looked after together: one question about every session instead of one for each. */
export function openStreams(server: FastifyInstance, app: App): Streams {
  const open = new Set<Opened>()
  const endAll = (streams: Iterable<Opened>) => {
    for (const stream of streams) stream.end()
  }
  const heartbeat = setInterval(() => {
    for (const stream of open) stream.tell(': still here\n\n')
  }, HEARTBEAT_MS)
  const lookAgain = async () => {
    const streams = [...open]
    const actors = await actorsOf(
      app,
      streams.map(({ request }) => request),
    )
    endAll(
      streams.filter(({ actor }, nth) => {
        const now = actors[nth]
        return !now || scopeKey(now) !== scopeKey(actor)
      }),
    )
  }
  const recheck = setInterval(() => {
    // Whoever cannot be asked about is not let go on.
    if (open.size > 0) lookAgain().catch(() => endAll([...open]))
  }, RECHECK_MS)
  for (const timer of [heartbeat, recheck]) timer.unref()
  server.addHook('preClose', async () => {
    for (const timer of [heartbeat, recheck]) clearInterval(timer)
    endAll([...open])
  })
  return {
    async open(request, reply) {
      const actor = await actorOf(app, request)
      admit(actor, 'live')
      reply.hijack()
      const stream = opened(request, reply, actor, (ended) => open.delete(ended))
      open.add(stream)
      return stream
    },
  }
}

function opened(
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  forget: (stream: Opened) => unknown,
): Opened {
  const out = reply.raw
  const works: Array<() => void> = []
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    ...(reply.getHeaders() as Record<string, string>),
  })
  out.write('retry: 3000\n\n')
  const stream: Opened = {
    actor,
    request,
    tell: (text) => {
      if (out.writableLength > BEHIND_BYTES) stream.end()
      else out.write(text)
    },
    onEnd: (work) => {
      if (out.writableEnded) work()
      else works.push(work)
    },
    end: () => {
      forget(stream)
      for (const work of works.splice(0)) work()
      if (!out.writableEnded) out.end()
    },
  }
  request.raw.on('close', stream.end)
  return stream
}
