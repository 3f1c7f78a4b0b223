import { request } from 'node:https'

const TIMEOUT_MS = 10_000

/** Tells the status. It follows nobody elsewhere: an allowed host must not be able to send us on to one that is not. */
export function postOverTls(url: string, headers: Record<string, string>, body: Buffer): Promise<number> {
  return new Promise((answer, fail) => {
    const sent = request(url, { method: 'POST', headers, signal: AbortSignal.timeout(TIMEOUT_MS) }, (reply) => {
      reply.resume()
      answer(reply.statusCode ?? 0)
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
