import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import serveStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const folderOf = (app: string) => fileURLToPath(new URL(`../../../../${app}/dist/`, import.meta.url))

/** The console at `/` and the field app at `/field/`, when they have been built. Pages are revalidated, named assets are for ever. */
export async function serveApps(server: FastifyInstance): Promise<void> {
  await serve(server, folderOf('field'), '/field/', true)
  await serve(server, folderOf('console'), '/', false)
}

async function serve(server: FastifyInstance, root: string, prefix: string, first: boolean): Promise<void> {
  if (!existsSync(root)) return
  await server.register(serveStatic, {
    root,
    prefix,
    decorateReply: first || !server.hasReplyDecorator('sendFile'),
    wildcard: false,
    // A build may leave packed copies beside its files.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        /[.-][\w-]{8}\.(js|css|woff2|png|svg)(\.(br|gz))?$/.test(path)
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
      )
    },
  })
  // A page's own address is the app's business: it gets the app's page, whatever its path. What is no operation is no page.
  server.get(`${prefix}*`, { prefixTrailingSlash: 'both' }, (request, reply) =>
    request.url.startsWith('/api/') ? reply.callNotFound() : reply.sendFile('index.html', root),
  )
}
