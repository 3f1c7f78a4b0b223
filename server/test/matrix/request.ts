import type { Schema } from '../../../scripts/contract-types.ts'
import { newId } from '../scenario/scenario.ts'
import { specialOf } from './area.ts'
import { fits, type Line } from './contract.ts'
import { type Area, AT, OneOf, textsIn } from './part.ts'

type Values = Record<string, unknown>
export interface Built {
  values: Values
  /** Paths of the fields that name something of the area. */
  naming: string[]
}

/**
 * `required` says what must be said, `full` also what may be said and names something of the area, `only …` no more of that
 * than one field; a number is one of those that an operation asks for in `also`.
 */
export type Extent = 'required' | 'full' | `only ${string}` | number
export function extentsOf(line: Line, area: Area): Extent[] {
  const least = build(line, area, 'required').naming
  const optional = build(line, area, 'full').naming.filter((path) => !least.includes(path) && !path.includes('.'))
  const single = optional.length > 1 ? optional.map((path): Extent => `only ${path}`) : []
  return ['required', 'full', ...single, ...(specialOf(line.name).also ?? []).keys()]
}

/** A request that the contract accepts, as far as it can be made up. */
export function build(line: Line, area: Area, extent: Extent = 'full'): Built {
  const naming: string[] = []
  const values = objectOf(line.input, { line, area, extent, naming }, '')
  const more = typeof extent === 'number' ? specialOf(line.name).also?.[extent]?.(area) : undefined
  if (!more) return { values, naming }
  const own = new Set(textsIn(area.things))
  const named = Object.keys(more).filter((name) => textsIn(more[name]).some((text) => own.has(text)))
  const at = Array.isArray(values['items']) ? 'items.0.' : ''
  return { values: withFields(values, more), naming: [...naming, ...named.map((name) => at + name)] }
}

/** Fields that belong to the one item of a batch go into it. */
export function withFields(values: Values, more: Values): Values {
  const [item] = Array.isArray(values['items']) ? (values['items'] as Values[]) : []
  return item ? { ...values, items: [{ ...item, ...more }] } : { ...values, ...more }
}

/** What is used up is put in place of what would have been said. */
export function withFresh(values: Values, fresh: Values): Values {
  const [item = values] = Array.isArray(values['items']) ? (values['items'] as Values[]) : []
  return withFields(values, Object.fromEntries(Object.entries(fresh).filter(([name]) => name in item)))
}

interface Asked {
  line: Line
  area: Area
  extent: Extent
  naming: string[]
}

const NOTHING_KNOWN = Symbol('nothing known')
export const nameOf = (path: string): string => path.split('.').at(-1) ?? ''
const ownForm = (schema: Schema): Schema =>
  (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null') ?? schema
const fieldsOf = (schema: Schema): Array<[string, Schema]> => Object.entries(schema.properties ?? {})
const isSaid = ({ line }: Asked, path: string): boolean => nameOf(path) in (specialOf(line.name).say ?? {})
const isAlso = ({ name }: Line, area: Area, field: string): boolean =>
  specialOf(name).also?.some((more) => field in more(area)) ?? false
const first = (found: unknown): unknown => (found instanceof OneOf ? found.choices[0] : found)

/** What an operation says of a field, or what an area has under its name. */
function knownValue(schema: Schema, asked: Asked, path: string): unknown {
  const { line, area, naming } = asked
  const said = specialOf(line.name).say?.[nameOf(path)]
  if (typeof said === 'function' && said.length === 0) return (said as () => unknown)()
  if (said !== undefined && typeof said !== 'function') return said
  const found = said ? said(area) : thingOf(schema, asked, path)
  if (found !== NOTHING_KNOWN) naming.push(path)
  return first(found)
}

function thingOf(schema: Schema, { line, area }: Asked, path: string): unknown {
  const { pattern, format } = ownForm(schema)
  // A text of digits is a division's code, whatever its name; a cursor only looks like one.
  if (String(pattern).startsWith('^\\d') && nameOf(path) !== 'after') {
    const code = [area.village, area.township, area.county].find((one) => fits(schema, one))
    return code ?? NOTHING_KNOWN
  }
  // The `id` of a body is made by the caller; the one in an address is that of a thing.
  const before = path === 'id' ? /(\w+)\/\{id\}/.exec(line.path)?.[1] : undefined
  if (nameOf(path) === 'id' && !before && format === 'uuid') return NOTHING_KNOWN
  // Two capabilities may have an order each: one's own stands under `capability/name`.
  const own = `${line.name.split('.')[0]}/${nameOf(path)}`
  const thing = area.things[before ? `${before}/id` : own in area.things ? own : nameOf(path)]
  return thing !== undefined && fits(schema, first(thing)) ? thing : NOTHING_KNOWN
}

function objectOf(schema: Schema, asked: Asked, path: string): Values {
  const values: Values = {}
  for (const [name, field] of fieldsOf(schema)) {
    const at = path ? `${path}.${name}` : name
    const isApart = isAlso(asked.line, asked.area, name)
    const isNamed = asked.extent === 'full' || asked.extent === `only ${at}`
    const isWanted = isSaid(asked, name) || (isNamed && !isApart && names(field, asked, at))
    if (schema.required?.includes(name) || isWanted) values[name] = valueFor(field, asked, at)
    // As many as there can be, so that nothing hides on a second page.
    if (name === 'limit' && asked.extent !== 'required' && field['maximum']) values[name] = field['maximum']
  }
  return values
}

/** Whether something of the area stands anywhere in this field. */
function names(schema: Schema, asked: Asked, path: string): boolean {
  if (isSaid(asked, path) || thingOf(schema, asked, path) !== NOTHING_KNOWN) return true
  const form = ownForm(schema)
  if (form.items) return names(form.items, asked, `${path}.0`)
  return fieldsOf(form).some(([name, field]) => names(field, asked, `${path}.${name}`))
}

function valueFor(schema: Schema, asked: Asked, path: string): unknown {
  const known = knownValue(schema, asked, path)
  if (known !== NOTHING_KNOWN) return known
  const form = ownForm(schema)
  if ('const' in form) return form.const
  if (form.enum) return form.enum[0]
  switch (Array.isArray(form.type) ? form.type[0] : form.type) {
    case 'object':
      return objectOf(form, asked, path)
    case 'array':
      return form.items ? [valueFor(form.items, asked, `${path}.0`)] : []
    case 'integer':
    case 'number':
      return Math.max(1, Number(form['minimum'] ?? 1))
    case 'boolean':
      return false
    default:
      return textFor(form)
  }
}

function textFor(schema: Schema): string {
  if (schema.format === 'uuid') return newId()
  if (schema.format === 'date-time') return AT
  if (schema.format === 'date') return AT.slice(0, 10)
  const text = '群防'.padEnd(Number(schema.minLength ?? 1), '群')
  return [text, 'qunfang', '13'].find((one) => fits(schema, one)) ?? text
}

/** Why no request can be made for a line, each in one sentence that says what to do. */
export function gapsOf(line: Line, area: Area): string[] {
  const part = `server/test/matrix/parts/${line.name.split('.')[0]}.ts`
  const asked: Asked = { line, area, extent: 'full', naming: [] }
  const unknown = ids(line.input, '').filter((path) => !isCovered(asked, path))
  const gaps = unknown.map(
    (path) => `${line.key}: no area has a thing called \`${path}\`; let \`plant\` in ${part} return one by that name.`,
  )
  for (const extent of extentsOf(line, area)) {
    const [wrong] = line.refuses(build(line, area, extent).values)
    if (wrong) gaps.push(`${line.key}: no request can be made up, ${wrong}; say it under '${line.name}' in ${part}.`)
  }
  return [...new Set(gaps)]
}

/** Paths of every id a caller may send, required or not. */
function ids(schema: Schema, path: string): string[] {
  if (schema.format === 'uuid') return [path]
  const inner = fieldsOf(schema).flatMap(([name, field]) => ids(field, path ? `${path}.${name}` : name))
  const items = schema.items ? ids(schema.items, `${path}.0`) : []
  return [...inner, ...items, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => ids(one, path))]
}

/** An id is also named when the field around it is: a traveller is more than the id of a person. */
function isCovered(asked: Asked, path: string): boolean {
  const { line, area } = asked
  const before = path === 'id' ? /(\w+)\/\{id\}/.exec(line.path)?.[1] : undefined
  if (before) return `${before}/id` in area.things
  const steps = path.split('.').filter((step) => !/^\d+$/.test(step))
  const also = (specialOf(line.name).also ?? []).flatMap((more) => Object.keys(more(area)))
  return (
    nameOf(path) === 'id' || steps.some((step) => step in area.things || isSaid(asked, step) || also.includes(step))
  )
}

export interface Sent {
  method: string
  path: string
  body: Values | undefined
}

/** Each value goes where a caller has to put it: into the address, behind the question mark, or into the body. */
export function sendable(line: Line, values: Values): Sent {
  const rest = { ...values }
  const path = line.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (line.method !== 'GET') return { method: line.method, path, body: rest }
  const query = new URLSearchParams(
    Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]),
  )
  return { method: 'GET', path: query.size > 0 ? `${path}?${query}` : path, body: undefined }
}

/** The same values with one of them replaced; the path of an item in a list is its number. */
export function withValue(values: Values, path: string, value: unknown): Values {
  const copy = structuredClone(values)
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let at = copy
  for (const step of steps) at = at[step] as Values
  at[last] = value
  return copy
}

/** Every way to say the field at this path: a place is a checkpoint, a compound or a division. */
export function choicesOf(line: Line, area: Area, path: string, extent: Extent): unknown[] {
  const said = specialOf(line.name).say?.[nameOf(path)]
  const found = typeof said === 'function' ? said(area) : area.things[nameOf(path)]
  if (found instanceof OneOf) return [...found.choices]
  const { values } = build(line, area, extent)
  return [path.split('.').reduce<unknown>((at, step) => (at as Values)[step], values)]
}
