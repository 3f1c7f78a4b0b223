import { setTimeout as sleep } from 'node:timers/promises'
import { type Api, createApi, type Problem } from '@qunfang/client'
import { ScenarioError } from './figures.ts'

/** One server as one signed-in person. */
export type Session = Api

export const connect = (url: string, token: string | null): Session =>
  createApi({ baseUrl: url.replace(/\/$/, ''), ...(token ? { token } : {}) })

/** The server's own refusal, told apart from what the loader finds out by itself. */
export class Refused extends ScenarioError {
  readonly code: string
  constructor(code: string, sentence: string) {
    super(sentence)
    this.code = code
  }
}

interface Reply<T> {
  data?: T
  error?: unknown
  response: Response
}

const TRIES = 6

/** Waits for an answer; what the server may yet accept is asked again, as a phone would. */
export async function answer<T>(what: string, ask: () => Promise<Reply<T>>): Promise<T> {
  for (let nth = 1; ; nth += 1) {
    const reply = await ask().catch(() => null)
    if (reply?.data !== undefined) return reply.data
    const mayHelp = reply === null || reply.response.status === 503 || reply.response.status === 429
    if (!mayHelp || nth === TRIES) throw refused(what, reply?.error as Partial<Problem> | undefined)
    await sleep(250 * 2 ** nth)
  }
}

function refused(what: string, problem: Partial<Problem> | undefined): Refused {
  if (!problem) return new Refused('unreachable', `服务器没有应答:${what} / The server does not answer: ${what}`)
  const { code = '', status = '', title = '', issues = [] } = problem
  const where = issues.map(({ path, zh, en }) => `${path}: ${zh} / ${en}`).join('; ')
  return new Refused(code, `服务器拒绝 / Refused: ${what} → ${status} ${code} ${title} ${where}`.trim())
}

export interface Sent {
  fresh: number
  again: number
}

type Verdict =
  | { id: string; ok: true; receipt: { arrival: 'new' | 'again' } }
  | { id: string; ok: false; problem: Problem }

/** Every item of the scenario has to be accepted: one that is not says that server and scenario have come apart. */
export function sentBy(what: string, verdicts: readonly Verdict[]): Sent {
  let again = 0
  for (const verdict of verdicts) {
    if (!verdict.ok) throw refused(`${what} ${verdict.id}`, verdict.problem)
    if (verdict.receipt.arrival === 'again') again += 1
  }
  return { fresh: verdicts.length - again, again }
}
