/** The part of JSON Schema that our own schemas are made of. */
export interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  prefixItems?: Schema[]
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  $ref?: string
  [other: string]: unknown
}

const together = (types: string[], by: string): string =>
  types.length === 1 ? (types[0] ?? 'never') : `(${[...new Set(types)].join(by)})`

/** A schema as a TypeScript type, on one line. */
export function typeOf(schema: Schema | boolean): string {
  // JSON Schema also has two schemas that are just true and false.
  if (typeof schema === 'boolean') return schema ? 'unknown' : 'never'
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? 'unknown'
  if ('const' in schema) return JSON.stringify(schema.const)
  if (schema.enum)
    return together(
      schema.enum.map((value) => JSON.stringify(value)),
      ' | ',
    )
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return together(choices.map(typeOf), ' | ')
  if (schema.allOf) return together(schema.allOf.map(typeOf), ' & ')
  if (Array.isArray(schema.type))
    return together(
      schema.type.map((type) => typeOf({ ...schema, type })),
      ' | ',
    )
  switch (schema.type) {
    case 'string':
      return 'string'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'null':
      return 'null'
    case 'array':
      return `Array<${typeOf(schema.items ?? {})}>`
    case 'object':
      return objectType(schema)
    default:
      return 'unknown'
  }
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${/^\w+$/.test(name) ? name : `'${name}'`}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  )
  if (fields.length > 0) return `{ ${fields.join('; ')} }`
  const values = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown'
  return `Record<string, ${values}>`
}
