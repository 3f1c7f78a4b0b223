import { createApi } from '@qunfang/client'
import { clockSeen, instant, type Offset, offsetFrom } from './device/clock.ts'
import { lang } from './i18n/index.ts'
import type { Refusal } from './outbox/entry.ts'
import { cell } from './ui/cell.ts'

export interface Link {
  /** What the last request showed; `offline` is what the phone itself says. */
  network: 'online' | 'offline' | 'unreachable'
  clock: Offset | null
}

export const link = cell<Link>({ network: navigator.onLine ? 'online' : 'offline', clock: null })

export type Answer<T> =
  | { is: 'ok'; value: T }
  | { is: 'problem'; status: number; refusal: Refusal; retryAfterMs: number | null }
  | { is: 'silence' }

const TIMEOUT_MS = 30_000

export const api = createApi({ baseUrl: location.origin })

/** Headers of every request. Tokens travel here, never as a cookie: several people may have work on one phone. */
export const as = (token: string | null, more: Record<string, string> = {}) => ({
  headers: {
    'accept-language': lang() === 'en' ? 'en' : 'zh-CN',
    'qunfang-sent-at': instant(),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...more,
  },
  credentials: 'omit' as const,
  signal: AbortSignal.timeout(TIMEOUT_MS),
})

interface Raw {
  data?: unknown
  error?: unknown
  response: Response
}

/** Turns whatever happened into one of three things a form or the outbox can act on. */
export async function answerOf<T>(asked: Promise<Raw>): Promise<Answer<T>> {
  try {
    const { data, error, response } = await asked
    const clock = offsetFrom(response.headers.get('date'))
    // A gateway's own page is not the server: nothing it says is a verdict.
    const fromServer = response.headers.has('qunfang-request')
    if (clock && fromServer) clockSeen(clock)
    link.set({ network: fromServer ? 'online' : 'unreachable', ...(clock && fromServer ? { clock } : {}) })
    if (response.ok && fromServer) return { is: 'ok', value: data as T }
    const refusal = fromServer ? refusalFrom(error) : null
    if (!refusal) return { is: 'silence' }
    const after = Number(response.headers.get('retry-after'))
    return { is: 'problem', status: response.status, refusal, retryAfterMs: after > 0 ? after * 1000 : null }
  } catch {
    link.set({ network: navigator.onLine ? 'unreachable' : 'offline' })
    return { is: 'silence' }
  }
}

export interface WireProblem {
  code: string
  title: string
  resend: 'never' | 'later'
  issues?: Array<{ path: string; zh: string; en: string }>
}

export function refusalFrom(body: unknown): Refusal | null {
  const problem = body as Partial<WireProblem> | null | undefined
  if (typeof problem?.code !== 'string' || typeof problem.title !== 'string') return null
  const fields = (problem.issues ?? []).map((issue) => `${issue.path}: ${issue[lang()]}`)
  return { code: problem.code, title: problem.title, resend: problem.resend === 'never' ? 'never' : 'later', fields }
}

addEventListener('online', () => link.set({ network: 'online' }))
addEventListener('offline', () => link.set({ network: 'offline' }))
