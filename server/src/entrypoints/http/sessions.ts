import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../app.ts'
import { findActor, findActors, sessionAfter } from '../../capabilities/access/index.ts'
import { type Actor, nobody } from '../../kernel/operation.ts'

export const SESSION_COOKIE = 'qunfang_session'

/** What the server does with the browser's copy of the token after an operation that opens or ends a session. */
export function keepCookie(reply: FastifyReply, operation: string, output: unknown): void {
  const after = sessionAfter(operation, output)
  if (!after) return
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: after.secure } as const
  if (after.token) reply.setCookie(SESSION_COOKIE, after.token, { ...options, expires: after.expiresAt })
  else reply.clearCookie(SESSION_COOKIE, options)
}

function tokenOf(request: FastifyRequest): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return bearer
  // A cookie travels by itself, so it counts only for requests that our own pages sent.
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return null
  return request.cookies[SESSION_COOKIE] ?? null
}

export async function actorOf(app: App, request: FastifyRequest): Promise<Actor> {
  const token = tokenOf(request)
  return (token ? await findActor(app.kernel, token) : null) ?? nobody(0)
}

/** Whose requests these still are, in one question: null for a session that has ended. */
export async function actorsOf(app: App, requests: readonly FastifyRequest[]): Promise<Array<Actor | null>> {
  const tokens = requests.map(tokenOf)
  const found = await findActors(
    app.kernel,
    tokens.filter((token) => token !== null),
  )
  return tokens.map((token) => (token && found.get(token)) || null)
}
