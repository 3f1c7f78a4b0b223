import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Schema } from '../../../scripts/contract-types.ts'
import { allRoutes } from '../../src/app.ts'
import type { AnyBatchOperation, AnyOperation } from '../../src/kernel/operation.ts'

/** One line of the contract, with everything a caller may say in one object, as the server reads it. */
export interface Line {
  /** `GET /people/{personId}` */
  key: string
  method: string
  path: string
  /** The operation's own name; a batch and its single form share it. */
  name: string
  operation: AnyOperation | AnyBatchOperation
  input: Schema
  anonymous: boolean
  needsPurpose: boolean
  /** What is wrong with an input, and with a reply, by the contract; empty when nothing is. */
  refuses(input: unknown): string[]
  undeclared(reply: { status: number; body: unknown }): string[]
}

interface Parameter {
  name: string
  in: string
  required?: boolean
  schema: Schema
}
interface Described {
  operationId: string
  parameters: Parameter[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: Record<string, { content: Record<string, { schema: Schema }> }>
  security?: unknown[]
}
interface Contract {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Schema> }
}
const contract: Contract = JSON.parse(readFileSync(new URL('../../../client/openapi.json', import.meta.url), 'utf8'))

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema({ $id: '/problem', ...closed(contract.components.schemas['Problem'] ?? {}) })

/** A reply says what is declared and nothing else, also where the contract leaves room for later versions. */
function closed(schema: Schema): Schema {
  const inner = Object.entries(schema).map(([name, value]) => [name, closedValue(value)])
  const open = schema.type === 'object' && schema.properties && schema.additionalProperties === undefined
  return { ...Object.fromEntries(inner), ...(open ? { additionalProperties: false } : {}) }
}
function closedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closedValue)
  if (value === '#/components/schemas/Problem') return '/problem'
  return typeof value === 'object' && value !== null ? closed(value as Schema) : value
}

const checks = new WeakMap<Schema, (value: unknown) => string[]>()
/** Whether a value may stand where this schema is asked for. */
export function fits(schema: Schema, value: unknown): boolean {
  const known = checks.get(schema) ?? check(schema)
  checks.set(schema, known)
  return known(value).length === 0
}

function check(schema: Schema): (value: unknown) => string[] {
  const validate = ajv.compile(schema)
  return (value) => {
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const extra = params['additionalProperty']
      return `${instancePath || 'the whole'} ${message}${extra ? `: ${extra}` : ''}`
    })
  }
}

export const operations = new Map(
  allRoutes().map(([method, path, route]) => [
    `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    'one' in route ? route.one : 'many' in route ? route.many : route,
  ]),
)

/** Everything a caller may say, once for every form that a body may take. */
function inputsOf({ parameters, requestBody }: Described): Schema[] {
  const body = requestBody?.content['application/json'].schema ?? { type: 'object', additionalProperties: false }
  const named = parameters.filter((one) => one.in !== 'header')
  return (body.oneOf ?? body.anyOf ?? [body]).map((form) => ({
    ...form,
    properties: { ...Object.fromEntries(named.map(({ name, schema }) => [name, schema])), ...form.properties },
    required: [...named.filter((one) => one.required).map(({ name }) => name), ...(form.required ?? [])],
  }))
}

function linesOf(path: string, method: string, described: Described): Line[] {
  const key = `${method.toUpperCase()} ${path}`
  const operation = operations.get(key)
  if (!operation) throw new Error(`${key} is in the contract and is not served: npm run contract`)
  const done = Object.entries(described.responses).find(([status]) => status.startsWith('2'))
  const reply = check(closed(Object.values(done?.[1].content ?? {})[0]?.schema ?? {}))
  const refusal = check({ $ref: '/problem' })
  return inputsOf(described).map((input) => ({
    key,
    method: method.toUpperCase(),
    path,
    name: operation.name,
    operation,
    input,
    anonymous: described.security?.length === 0,
    needsPurpose: described.parameters.some((one) => one.in === 'header'),
    refuses: check(input),
    undeclared: ({ status, body }) => (status < 300 ? reply(body) : refusal(body)),
  }))
}

export const lines: Line[] = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, described]) => linesOf(path, method, described)),
)

export const described = [...new Set(lines.map(({ key }) => key))].sort()

/** Fields of an operation, going in or out, in which anything at all may stand; '' is the whole. */
export function openFields(): Array<{ name: string; field: string }> {
  const found = new Map<string, { name: string; field: string }>()
  const walk = (schema: Schema, name: string, path: string, isInput: boolean): void => {
    const { properties = {}, additionalProperties: more, items } = schema
    const field = path.split('.').at(-1)?.replaceAll('[]', '') ?? ''
    // What a reply leaves unsaid is taken as closed by `closed`.
    if (schema.type === 'object' && more !== false && (isInput || more !== undefined))
      found.set(`${name} ${field}`, { name, field })
    for (const [inner, one] of Object.entries(properties)) walk(one, name, `${path}.${inner}`, isInput)
    if (items) walk(items, name, `${path}[]`, isInput)
    for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(one, name, path, isInput)
  }
  for (const methods of Object.values(contract.paths)) {
    for (const { operationId, requestBody, responses } of Object.values(methods)) {
      const name = operationId.replace(/\.batch$/, '')
      const done = Object.entries(responses).find(([status]) => status.startsWith('2'))
      for (const { schema } of Object.values(requestBody?.content ?? {})) walk(schema, name, '', true)
      for (const { schema } of Object.values(done?.[1].content ?? {})) walk(schema, name, '', false)
    }
  }
  return [...found.values()]
}
