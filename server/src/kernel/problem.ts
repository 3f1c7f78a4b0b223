import type { z } from 'zod'
import { en as enLocale, zhCN } from 'zod/locales'

/**
 * Every way the product can say no. A refusal has a stable dotted code that is never used again for something else, a text in
 * both languages that says what to do, and `resend`: whether sending the same thing again later can help an offline phone.
 */
export type Resend = 'never' | 'later'
export type Lang = 'zh' | 'en'
export interface Text {
  zh: string
  en: string
}
export interface Issue extends Text {
  path: string
}

export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly resend: Resend
  readonly params: Record<string, unknown>
  readonly template: Text
  readonly issues: readonly Issue[]

  constructor(spec: Refusal, params: Record<string, unknown> = {}, issues: readonly Issue[] = []) {
    super(spec.code)
    this.code = spec.code
    this.status = spec.status
    this.resend = spec.resend
    this.template = spec.text
    this.params = params
    this.issues = issues
  }

  text(lang: Lang): string {
    return this.template[lang].replace(/\{(\w+)\}/g, (_, key: string) => String(this.params[key] ?? ''))
  }

  toWire(lang: Lang): WireProblem {
    const { code, status, resend, params } = this
    const issues = this.issues.length > 0 ? { issues: [...this.issues] } : {}
    return { type: `urn:qunfang:problem:${code}`, title: this.text(lang), status, code, resend, params, ...issues }
  }
}

export interface WireProblem {
  type: string
  title: string
  status: number
  code: string
  resend: Resend
  params: Record<string, unknown>
  issues?: Issue[]
}

interface Refusal {
  code: string
  status: number
  resend: Resend
  text: Text
}

const catalogue = new Map<string, Refusal>()

/** Declares one refusal; `{name}` in a text is filled from the params. Throws when a code is declared twice. */
export function refusal<P extends Record<string, unknown> = Record<string, never>>(
  code: string,
  status: number,
  resend: Resend,
  text: Text,
): (params?: P, issues?: readonly Issue[]) => Problem {
  if (catalogue.has(code)) throw new Error(`problem code ${code} is declared twice`)
  const spec = { code, status, resend, text }
  catalogue.set(code, spec)
  return (params, issues) => new Problem(spec, params, issues)
}

export const listRefusals = (): readonly Refusal[] =>
  [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code))

export const inputInvalid = refusal('kernel.input-invalid', 422, 'never', {
  zh: '填写的内容有误,请按提示改正后再提交。',
  en: 'Some of what was entered cannot be accepted; correct the fields named and send again.',
})
export const notAllowed = refusal<{ operation: string }>('kernel.not-allowed', 403, 'never', {
  zh: '您的岗位不能进行这项操作({operation})。如工作需要,请联系县防控办调整岗位。',
  en: 'Your seat may not do this ({operation}). If your work needs it, ask the county office to change the seat.',
})
export const signInNeeded = refusal('kernel.sign-in-needed', 401, 'later', {
  zh: '请先登录;未送达的记录仍保存在本机,登录后会继续上传。',
  en: 'Please sign in first; records not yet delivered stay on this device and are sent after signing in.',
})
export interface Caller {
  kind: string
  /** What this session is refused, whatever its seat may do. */
  heldBack?(operation: string): Problem | null
}
/** At every door: nobody gets through, nor a session that holds its person back from this. */
export function admit(caller: Caller, operation: string): void {
  const problem = caller.kind === 'anonymous' ? signInNeeded() : caller.heldBack?.(operation)
  if (problem) throw problem
}
export const purposeNeeded = refusal('kernel.purpose-needed', 422, 'never', {
  zh: '查看个人信息须说明用途(请求头 Qunfang-Purpose)。',
  en: 'Looking at a person needs a purpose (header Qunfang-Purpose).',
})
export const ID_TAKEN = 'kernel.id-taken'
export const idTaken = refusal<{ id: string }>('kernel.id-taken', 409, 'never', {
  zh: '编号 {id} 已用于另一条内容不同的记录,本条已转入待核查,请联系县防控办处理。',
  en: 'The id {id} already belongs to a record with other content; this one was put aside for the county office to look at.',
})
export const batchTooLarge = refusal<{ max: number; got: number }>('kernel.batch-too-large', 413, 'never', {
  zh: '一次最多提交 {max} 条,本次 {got} 条,均未处理。请分批提交。',
  en: 'At most {max} items at once; {got} were sent and none was processed. Send them in parts.',
})
export const bodyUnreadable = refusal('kernel.body-unreadable', 400, 'later', {
  zh: '提交的数据不完整或格式不正确,未作任何处理,请重新提交。',
  en: 'The data sent were cut off or not readable; nothing was processed. Send them again.',
})
export const bodyTooLarge = refusal('kernel.body-too-large', 413, 'never', {
  zh: '提交的数据过大,未作任何处理,请分批提交。',
  en: 'The data sent are too large; nothing was processed. Send them in parts.',
})
export const routeUnknown = refusal('kernel.route-unknown', 404, 'never', {
  zh: '没有这个地址。',
  en: 'There is nothing at this address.',
})
export const serverFault = refusal('kernel.fault', 500, 'later', {
  zh: '系统内部出现错误,本次操作未生效;请稍后再试,并把请求编号告知管理员。',
  en: 'Something went wrong on our side and nothing was changed; try again later and tell the administrator the request id.',
})
export const unavailable = refusal('kernel.unavailable', 503, 'later', {
  zh: '数据库暂时不可用,本次操作未生效,请稍后再试。',
  en: 'The database cannot be reached just now and nothing was changed; try again in a moment.',
})

const inEnglish = enLocale().localeError
const inChinese = zhCN().localeError

export function parseInput<I extends z.ZodType>(schema: I, raw: unknown): z.infer<I> {
  const read = readInput(schema, raw)
  if (read.ok) return read.data
  throw read.problem
}

type Read<T> = { ok: true; data: T } | { ok: false; problem: Problem }

export function readInput<I extends z.ZodType>(schema: I, raw: unknown): Read<z.infer<I>> {
  const parsed = schema.safeParse(raw)
  if (!parsed.success) return { ok: false, problem: refuseInput(parsed.error) }
  const path = unkeepable(parsed.data)
  if (path === null) return { ok: true, data: parsed.data }
  const issue = { zh: '含有无法保存的字符,请删去后再提交', en: 'Holds a character that cannot be kept; take it out' }
  return { ok: false, problem: inputInvalid({}, [{ path: hushed(path), ...issue }]) }
}

/** Where a text stands that no database keeps, because of a NUL or half of a pair; null when there is none. */
function unkeepable(input: unknown): string | null {
  const waiting: Array<[value: unknown, path: string]> = [[input, '']]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, path] = next
    if (typeof value === 'string') {
      if (value.includes('\u0000') || !value.isWellFormed()) return path
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) waiting.push([inner, path ? `${path}.${name}` : name])
    }
  }
  return null
}

/** Names each wrong field in both languages; never repeats the value, which may be somebody's ID number. */
function refuseInput(error: z.ZodError): Problem {
  const issues = error.issues
    .flatMap(nearest)
    .slice(0, 20)
    .map((issue): Issue => {
      const own = typeof issue.message === 'string' && issue.code === 'custom' ? issue.message.split(' | ') : []
      return {
        path: hushed(issue.path.join('.')),
        zh: hushed(own[0] ?? messageOf(inChinese(issue as never))),
        en: hushed(own[1] ?? messageOf(inEnglish(issue as never))),
      }
    })
  return inputInvalid({}, issues)
}

/** Of several forms that would do, the one that was meant: its own mistakes are worth naming, "fits none" is not. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const distance = (of: readonly z.core.$ZodIssue[]) => of.filter(({ code }) => code !== 'custom').length
  const [best = []] = [...issue.errors].sort((a, b) => distance(a) - distance(b) || a.length - b.length)
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue).flatMap(nearest)
}

/** A key that nobody expected is named in the answer, and could itself be a number of somebody. */
const hushed = (text: string): string => text.replace(/\d{7,}[\dXx]?/g, '…')

function messageOf(said: string | { message: string } | null | undefined): string {
  return typeof said === 'string' ? said : (said?.message ?? '')
}

/** The server is away or going away: nothing is wrong with what was asked. */
export function isOutage(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  return /^(ECONN|CONNECT|CONNECTION|EPIPE|ETIMEDOUT|57P0|53|08)/.test(code)
}
