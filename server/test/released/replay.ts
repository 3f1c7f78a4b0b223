import { readdirSync, readFileSync } from 'node:fs'
import { aSealed } from '../../src/entrypoints/sync/sealed.factory.ts'
import { newId, type Reply, type Scenario } from '../scenario/scenario.ts'

/** What a released client was heard to say, and which fields of the answers it looks at. */
export interface Heard {
  method: string
  path: string
  headers: Record<string, string>
  body?: Record<string, unknown>
  /** What stood inside the seals. */
  sealed?: Array<{ operation: string; content: Record<string, unknown> }>
  status: number
  reads: string[]
}
interface Released {
  client: string
  requests: Heard[]
}

const folder = new URL('../../../client/released/', import.meta.url)
export const released: Released[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Released)

export type Said = Record<string, string | number>

/** `${name}` filled in; ids are new in every replay, and the same id is the same again. */
export function filled<T>(template: T, said: Said): T {
  const text = JSON.stringify(template).replace(/"?\$\{([\w-]+)\}"?/g, (whole, name: string) => {
    said[name] ??= newId()
    const value = said[name]
    if (typeof value === 'number') return String(value)
    return `${whole.startsWith('"') ? '"' : ''}${value}${whole.endsWith('"') ? '"' : ''}`
  })
  return JSON.parse(text) as T
}

export async function say({ as }: Scenario, heard: Heard, said: Said): Promise<Reply> {
  const { method, path, headers, body, sealed = [] } = filled(heard, said)
  const { token, by } = said as { token?: string; by?: string }
  const items = await Promise.all(
    sealed.map((inside) => aSealed({ ...inside, token: token ?? '', by: by ?? '', at: String(said['now']) })),
  )
  const whole = sealed.length > 0 ? { ...body, items } : body
  return as
    .holding(path === '/sign-in' || sealed.length > 0 ? '' : (token ?? ''))
    .send(method, path, whole, { headers })
}

export const fieldAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
