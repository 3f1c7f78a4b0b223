import { createApi, type Problem } from '@qunfang/client'
import { language } from './i18n/i18n.ts'

/** Everything that is not the answer: a refusal of the server, or no server at all (`status` 0). */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly status: number
  readonly mayHelpToRetry: boolean
  readonly requestId: string | null
  readonly issues: NonNullable<Problem['issues']>

  constructor(problem: Partial<Problem>, status: number, requestId: string | null) {
    super(problem.title ?? '')
    this.code = problem.code ?? (status === 0 ? 'console.no-answer' : 'console.unreadable')
    this.status = status
    this.mayHelpToRetry = problem.resend !== 'never'
    this.requestId = problem.requestId ?? requestId
    this.issues = problem.issues ?? []
  }
}

export const isRefusal = (thrown: unknown): thrown is Refusal => thrown instanceof Refusal

export const api = createApi({ language: () => (language() === 'en' ? 'en' : 'zh-CN') })

interface Reply<T> {
  data?: T
  error?: unknown
  response: Response
}

const isProblem = (error: unknown): error is Problem => typeof error === 'object' && error !== null && 'code' in error

/** The answer of a call, or a Refusal that says what became of it. */
export async function answer<T>(call: Promise<Reply<T>>): Promise<T> {
  let reply: Reply<T>
  try {
    reply = await call
  } catch {
    throw new Refusal({}, 0, null)
  }
  const { data, error, response } = reply
  if (response.ok && data !== undefined) return data
  throw new Refusal(isProblem(error) ? error : {}, response.status, response.headers.get('qunfang-request'))
}
