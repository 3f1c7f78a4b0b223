import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { BoardFile } from '../../../../board/pages.ts'
import { type StatusOrder, type StatusSaid, statusPage } from '../../../../board/status.ts'
import type { App } from '../../app.ts'
import { dayInChina } from '../../capabilities/places/index.ts'
import { Problem, routeUnknown } from '../../kernel/problem.ts'
import { askAsNobody, boardFiles, boardOf } from './board.files.ts'

const FRESH_MS = 15_000
const COUNTIES_KEPT = 20
/** The board may do less than the apps: it has styles of its own and a form, and nothing else. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

interface Kept {
  until: number
  files: Promise<Map<string, BoardFile>>
}

/** Pages for residents: whole in themselves, without scripts and cookies. */
export async function serveBoard(server: FastifyInstance, app: App, county: number): Promise<void> {
  const kept = new Map<number, Kept>()
  const filesOf = (one: number): Promise<Map<string, BoardFile>> => {
    const known = kept.get(one)
    if (known && known.until > Date.now()) return known.files
    if (kept.size >= COUNTIES_KEPT) kept.clear()
    const files = boardFiles(app, one, statusAction(one))
    files.catch(() => kept.delete(one))
    kept.set(one, { until: Date.now() + FRESH_MS, files })
    return files
  }
  server.get('/board', (_request, reply) => reply.redirect(`/board/${county}/`))
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    const { county: asked, '*': path = '' } = request.params as { county: string; '*'?: string }
    if (!/^[1-9]\d{5}$/.test(asked)) throw routeUnknown()
    const [address = ''] = request.url.split('?')
    // Links are relative, so a folder has to end like one.
    if ((path === '' || path === 'en') && !address.endsWith('/')) return reply.redirect(`${address}/`)
    const file = (await filesOf(Number(asked))).get(pathTo(path))
    if (!file) throw routeUnknown()
    return sendFile(request, reply, file)
  }
  server.get('/board/:county', page)
  server.get('/board/:county/*', page)
  await server.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 2_000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    forms.post<{ Params: { county: string } }>('/board/:county/status', (request, reply) =>
      tellStatus(app, request, reply),
    )
  })
}
const pathTo = (path: string): string => (path === '' ? 'index.html' : /^en\/?$/.test(path) ? 'en/index.html' : path)
const statusAction = (county: number): string => `/board/${county}/status`

function sendFile(request: FastifyRequest, reply: FastifyReply, { content, type }: BoardFile) {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`
  reply
    .header('content-security-policy', POLICY)
    .header('cache-control', 'public, max-age=60, must-revalidate')
    .header('etag', etag)
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  return reply.type(type).send(content)
}

/** One's own isolation, by the code on the decision. The code travels in the body, so no log of addresses has it. */
async function tellStatus(app: App, request: FastifyRequest<{ Params: { county: string } }>, reply: FastifyReply) {
  const county = Number(request.params.county)
  const { code = '', lang: asked } = (request.body ?? {}) as { code?: string; lang?: string }
  const lang = asked === 'en' ? 'en' : 'zh'
  const board = /^[1-9]\d{5}$/.test(request.params.county) ? await boardOf(app, county, statusAction(county)) : null
  if (!board) throw routeUnknown()
  let said: StatusSaid
  try {
    const known = code.trim().startsWith(String(county))
    const found = known
      ? await askAsNobody<Omit<StatusOrder, 'startsOn'> & { startsAt: string }>(
          app,
          'isolation.status.read',
          county,
          { code: code.trim() },
          request.ip,
        )
      : null
    said = found
      ? { is: 'found', order: { ...found, startsOn: dayInChina(new Date(found.startsAt)) } }
      : { is: 'refused', why: null }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    said = { is: 'refused', why: error.status === 422 ? null : error.text(lang) }
  }
  return reply
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .status(said.is === 'found' ? 200 : 404)
    .type('text/html; charset=utf-8')
    .send(statusPage(board, lang, said))
}
