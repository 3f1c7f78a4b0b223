import { mkdirSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { allRoutes } from '../server/src/app.ts'
import type { AnyBatchOperation, AnyOperation, Route } from '../server/src/kernel/operation.ts'
import { listRefusals } from '../server/src/kernel/problem.ts'
import { type Schema, typeOf } from './contract-types.ts'

/** Writes the contract of the HTTP API, and the typed client's half of it, from the operations themselves. */
export interface Contract {
  openapi: string
  types: string
  /** What each operation is called, for whoever shows the audit. */
  names: string
}

interface Line {
  method: string
  path: string
  op: AnyOperation | AnyBatchOperation
  input: Schema
  output: Schema
  status: '200' | '201'
}

const WireProblem: Schema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    resend: { enum: ['never', 'later'] },
    params: { type: 'object', additionalProperties: {} },
    issues: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, zh: { type: 'string' }, en: { type: 'string' } },
        required: ['path', 'zh', 'en'],
      },
    },
    requestId: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'code', 'resend', 'params'],
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // In an address everything is text; what it is read as is what the caller wants to know.
      const def = zodSchema._zod.def as { type: string; coerce?: boolean }
      if (def.coerce && def.type === 'number') jsonSchema.type = 'number'
      if (def.coerce && def.type === 'boolean') jsonSchema.type = 'boolean'
    },
  }) as Schema & { $schema?: string }
  return rest
}

function verdicts(op: AnyBatchOperation): Schema {
  const receipt = schemaOf(op.done, 'output')
  const item = (properties: Record<string, Schema>): Schema => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
  })
  const taken = item({ id: { type: 'string' }, ok: { const: true }, receipt })
  const refused = item({
    id: { type: 'string' },
    ok: { const: false },
    problem: { $ref: '#/components/schemas/Problem' },
  })
  return item({ verdicts: { type: 'array', items: { anyOf: [taken, refused] } } })
}

function lineOf([method, path, route]: [string, string, Route]): Line {
  if ('one' in route) {
    return {
      method,
      path,
      op: route.one,
      input: schemaOf(route.one.item, 'input'),
      output: schemaOf(route.one.done, 'output'),
      status: '201',
    }
  }
  if ('many' in route)
    return {
      method,
      path,
      op: route.many,
      input: schemaOf(route.body, 'input'),
      output: verdicts(route.many),
      status: '200',
    }
  const status = method === 'POST' && route.kind === 'write' ? '201' : '200'
  return {
    method,
    path,
    op: route,
    input: schemaOf(route.input, 'input'),
    output: schemaOf(route.output, 'output'),
    status,
  }
}

const paramsIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
const openPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

interface Parts {
  path: Array<[string, Schema]>
  query: Array<[string, Schema]>
  body: Schema | null
}

/** Path, query and body are one input in the product; here each field goes where a caller has to put it. */
function partsOf({ method, path, input }: Line): Parts {
  const names = paramsIn(path)
  const fields = Object.entries(input.properties ?? {})
  const inPath = fields.filter(([name]) => names.includes(name))
  const rest = fields.filter(([name]) => !names.includes(name))
  if (method === 'GET' || method === 'DELETE') return { path: inPath, query: rest, body: null }
  if (!input.properties) return unionParts(names, input)
  return { path: inPath, query: [], body: rest.length > 0 ? without(names, input) : null }
}

/** A form of a request without what its address says. */
const without = (names: readonly string[], form: Schema): Schema => ({
  ...form,
  properties: Object.fromEntries(Object.entries(form.properties ?? {}).filter(([name]) => !names.includes(name))),
  required: (form.required ?? []).filter((name) => !names.includes(name)),
})

/** A body of one of several forms; what they have in the address is described by the first of them. */
function unionParts(names: readonly string[], input: Schema): Parts {
  const kind = input.oneOf ? 'oneOf' : 'anyOf'
  const forms = input[kind] ?? []
  const path = names.map((name): [string, Schema] => [name, forms[0]?.properties?.[name] ?? { type: 'string' }])
  return { path, query: [], body: { ...input, [kind]: forms.map((form) => without(names, form)) } }
}

function operationOf(line: Line, parts: Parts): object {
  const { op, output, status, input } = line
  const parameters = [
    ...parts.path.map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
    ...parts.query.map(([name, schema]) => ({
      name,
      in: 'query',
      required: input.required?.includes(name) ?? false,
      schema,
    })),
    ...('personal' in op && op.personal
      ? [{ name: 'Qunfang-Purpose', in: 'header', required: true, schema: { type: 'string' } }]
      : []),
  ]
  return {
    operationId: line.path.endsWith('/batch') ? `${op.name}.batch` : op.name,
    summary: op.summary.zh,
    description: op.summary.en,
    tags: [op.name.split('.')[0]],
    parameters,
    ...(parts.body ? { requestBody: { required: true, content: { 'application/json': { schema: parts.body } } } } : {}),
    responses: {
      [status]: { description: 'Done', content: { 'application/json': { schema: output } } },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    ...(isAnonymous(op) ? { security: [] } : {}),
  }
}
const isAnonymous = (op: AnyOperation | AnyBatchOperation): boolean => 'anonymous' in op && Boolean(op.anonymous)

function typeLine(line: Line, parts: Parts): string {
  const group = (fields: Array<[string, Schema]>, optional: (name: string) => boolean) =>
    `{ ${fields.map(([name, schema]) => `${name}${optional(name) ? '?' : ''}: ${typeOf(schema)}`).join('; ')} }`
  const queryOptional = (name: string) => !line.input.required?.includes(name)
  const query =
    parts.query.length === 0
      ? 'query?: never'
      : `query${parts.query.every(([name]) => queryOptional(name)) ? '?' : ''}: ${group(parts.query, queryOptional)}`
  const path = parts.path.length === 0 ? 'path?: never' : `path: ${group(parts.path, () => false)}`
  const body = parts.body
    ? `requestBody: { content: { 'application/json': ${typeOf(parts.body)} } }`
    : 'requestBody?: never'
  return [
    `    ${line.method.toLowerCase()}: {`,
    `      parameters: { ${query}; ${path}; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }`,
    `      ${body}`,
    `      responses: {`,
    `        ${line.status}: { headers: Record<string, string>; content: { 'application/json': ${typeOf(line.output)} } }`,
    `        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }`,
    '      }',
    '    }',
  ].join('\n')
}

export function buildContract(): Contract {
  const lines = allRoutes()
    .map(lineOf)
    .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1))
  const paths: Record<string, Record<string, object>> = {}
  const types = new Map<string, string[]>()
  for (const line of lines) {
    const path = openPath(line.path)
    const parts = partsOf(line)
    paths[path] = { ...paths[path], [line.method.toLowerCase()]: operationOf(line, parts) }
    types.set(path, [...(types.get(path) ?? []), typeLine(line, parts)])
  }
  const document = {
    openapi: '3.1.0',
    info: { title: 'Qunfang', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: WireProblem },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
    'x-problems': listRefusals(),
  }
  const header = '// Generated from the operations by `npm run contract`; not edited by hand.\n'
  const named = new Map(lines.map(({ op }) => [op.name, op.summary]))
  const names = [...named]
    .sort()
    .map(([name, { zh, en }]) => `  ${JSON.stringify(name)}: ${JSON.stringify({ zh, en })},`)
  const entries = [...types].map(([path, methods]) => `  '${path}': {\n${methods.join('\n')}\n  }`)
  return {
    openapi: `${JSON.stringify(document, null, 1)}\n`,
    types: `${header}export type Problem = ${typeOf(WireProblem)}\n\nexport interface paths {\n${entries.join('\n')}\n}\n`,
    names: `${header}export const operationNames: Record<string, { zh: string; en: string }> = {\n${names.join('\n')}\n}\n`,
  }
}

if (import.meta.main) {
  const { openapi, types, names } = buildContract()
  mkdirSync(new URL('../client/src/', import.meta.url), { recursive: true })
  writeFileSync(new URL('../client/openapi.json', import.meta.url), openapi)
  writeFileSync(new URL('../client/src/api.gen.ts', import.meta.url), types)
  writeFileSync(new URL('../client/src/operations.gen.ts', import.meta.url), names)
  process.stdout.write('The contract is written.\n')
}
