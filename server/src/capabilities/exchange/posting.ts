import type { IncomingMessage } from 'node:http'
import { request as overTls } from 'node:https'

export interface Answered {
  status: number
  body: string
}
export type Post = (url: string, headers: Record<string, string>, body: Buffer) => Promise<Answered>

const LONGEST_ANSWER = 1_000_000

/** It follows nobody elsewhere: an allowed host must not be able to send us on to one that is not. */
export const sender =
  (send: typeof overTls, timeoutMs: number): Post =>
  (url, headers, body) =>
    new Promise((answer, fail) => {
      const sent = send(url, { method: 'POST', headers, signal: AbortSignal.timeout(timeoutMs) }, (reply) => {
        textOf(reply).then((said) => answer({ status: reply.statusCode ?? 0, body: said }), fail)
      })
      sent.on('error', fail)
      sent.end(body)
    })

async function textOf(reply: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of reply as AsyncIterable<Buffer>) {
    size += part.length
    if (size > LONGEST_ANSWER) throw new Error('the answer does not end')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

export const postOverTls = (timeoutMs: number): Post => sender(overTls, timeoutMs)

/** Minutes until the next try; after the last of them somebody at the desk has to ask for it. */
const PAUSES = [1, 5, 30, 120]
export function nextTryAt(tries: number, now: Date): Date | null {
  const pause = PAUSES[tries]
  return pause === undefined ? null : new Date(now.getTime() + pause * 60_000)
}
