import createClient, { type Client, type Middleware } from 'openapi-fetch'
import type { paths } from './api.gen.ts'

export type { Problem, paths } from './api.gen.ts'
export type Api = Client<paths>

/** What one path's GET answers, and what its POST takes: for naming a shape without writing it again. */
export type Answer<P extends keyof paths, M extends keyof paths[P] = 'get' & keyof paths[P]> = paths[P][M] extends {
  responses: infer R
}
  ? R extends
      | { 200: { content: { 'application/json': infer A } } }
      | { 201: { content: { 'application/json': infer A } } }
    ? A
    : never
  : never
export type Body<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer B } } }
}
  ? B
  : never

export interface ApiOptions {
  /** Where the API is; the same origin unless said. */
  baseUrl?: string
  /** For programs; browsers use the session cookie. */
  token?: string
  language?: () => string
  fetch?: (request: Request) => Promise<Response>
}

export function createApi({ baseUrl = '', token, language, fetch }: ApiOptions = {}): Api {
  const api = createClient<paths>({ baseUrl: `${baseUrl}/api`, ...(fetch ? { fetch } : {}) })
  const headers: Middleware = {
    onRequest({ request }) {
      if (token) request.headers.set('authorization', `Bearer ${token}`)
      if (language) request.headers.set('accept-language', language())
      return request
    },
  }
  api.use(headers)
  return api
}
