import { randomUUID } from 'node:crypto'
import type { Reply } from '../scenario/scenario.ts'
import { specialOf } from './area.ts'
import type { Line } from './contract.ts'
import { type Caller, textsIn } from './part.ts'
import { sendable } from './request.ts'
import { canariesIn, FOREIGN, type World } from './world.ts'

export interface Answer {
  ok: boolean
  status: number
  code: string
  reply: Reply
  /** What the caller had said itself. */
  said: string[]
}

let sent = 0
export const countRequests = (): number => sent

export async function ask(line: Line, values: Record<string, unknown>, caller: Caller): Promise<Answer> {
  sent += 1
  const { method, path, body } = sendable(line, values)
  const headers = { 'x-forwarded-for': anAddress() }
  const purpose = specialOf(line.name).purpose ?? caller.purpose
  const reply = await caller.client.send(method, path, body, line.needsPurpose ? { purpose, headers } : { headers })
  return { ...verdictOf(reply), reply, said: textsIn(values) }
}

/** Guesses are counted by address, and these are many. */
const anAddress = (): string =>
  `10.${[...randomUUID().matchAll(/[0-9a-f]{2}/g)]
    .slice(0, 3)
    .map(([hex]) => Number.parseInt(hex, 16))
    .join('.')}`

/** A batch answers 200 and judges each item; here there is one. */
function verdictOf({ status, body }: Reply): { ok: boolean; status: number; code: string } {
  const verdict = body?.verdicts?.[0]
  if (!verdict) return { ok: status < 300, status, code: status < 300 ? '' : String(body?.code ?? '') }
  return verdict.ok
    ? { ok: true, status, code: '' }
    : { ok: false, status: verdict.problem.status, code: verdict.problem.code }
}

/** What the own township has said of others in what it recorded, and may therefore hear again. */
export class Told {
  private readonly texts = new Set<string>()
  add(answer: Answer): void {
    if (answer.ok) for (const text of answer.said) this.texts.add(text)
  }
  has(canary: string): boolean {
    return this.texts.has(canary)
  }
}

export const asText = ({ headers, body }: Reply): string => {
  const text = JSON.stringify([headers, body])
  // In a header or a link a name may stand in its encoded form, and a file travels as base64.
  const named = text.replace(/(%[0-9a-f]{2})+/gi, (code) => decodeURIComponent(code))
  const files = [...text.matchAll(/"([A-Za-z0-9+/]{60,}={0,2})"/g)].map(([, file = '']) => Buffer.from(file, 'base64'))
  return text + named + files.map(String).join('')
}

/** What of another area's stands anywhere in an answer: in its body, its headers or the text of a refusal. */
export function leaksIn(world: World, line: Line, answer: Answer, told?: Told): string[] {
  const text = asText(answer.reply)
  return FOREIGN.flatMap((target) => {
    const open = target === 'other' ? (specialOf(line.name).toldInCounty?.hears?.(world.foreign.other) ?? []) : []
    const found = canariesIn(text, world.canaries[target])
    const mine = (one: string) => open.includes(one) || told?.has(one) || answer.said.some((said) => said.includes(one))
    return found.filter((one) => !mine(one)).map((one) => `leaks ${one} of ${target}`)
  })
}

/** What is wrong with an answer, whatever was asked. */
export function wrongWith(world: World, line: Line, answer: Answer, told?: Told): string[] {
  const { status, reply } = answer
  return [
    ...leaksIn(world, line, answer, told),
    ...(status >= 500 || reply.status >= 500 ? [`answers ${status}, a fault: ${faultOf(world, reply)}`] : []),
    ...line.undeclared(reply).map((what) => `says what is not declared: ${what}`),
  ]
}

/** The class and the place of the server's own mistake, from its log. */
const faultOf = ({ faults }: World, { headers }: Reply): string => {
  const line = faults.find((one) => one.includes(String(headers['qunfang-request']))) ?? '{}'
  const { fault, sqlstate } = JSON.parse(line)
  return `${fault} ${sqlstate ?? ''}`
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const THIS_YEAR = new RegExp(`${new Date().getUTCFullYear()}-\\d\\d-\\d\\d(?:T[\\d:.]+Z| \\d\\d:\\d\\d)`, 'g')

/** An answer without what is different each time and without what the caller had said itself. */
export function shapeOf({ reply, said, ok }: Answer): string {
  let text = JSON.stringify([ok, reply.status, reply.body])
  for (const one of said.filter(({ length }) => length >= 5)) text = text.replaceAll(one, '…')
  return text.replace(ID, '<id>').replace(THIS_YEAR, '<now>')
}

export function firstDifference(one: string, two: string): string {
  const at = Math.max(0, [...one].findIndex((letter, index) => letter !== two[index]) - 40)
  return `${one.slice(at, at + 120)} / ${two.slice(at, at + 120)}`
}
