import type { Schema } from '../../../scripts/contract-types.ts'
import { ROLES } from '../../src/kernel/operation.ts'
import { specialOf } from '../matrix/area.ts'
import { ask } from '../matrix/asking.ts'
import { callerOf } from '../matrix/callers.ts'
import { rolesOf } from '../matrix/cells.ts'
import { type Line, lines } from '../matrix/contract.ts'
import type { Area, Caller } from '../matrix/part.ts'
import { build, nameOf, withValue } from '../matrix/request.ts'

const ACT = 'boom()'
/** Ways into a page, a sheet, a log, a header and a database; `ACT` is what would happen. */
const VECTORS = [
  `<script>${ACT}</script>`,
  `<img src=x onerror=${ACT}>`,
  `<svg/onload=${ACT}>`,
  `<body onload=${ACT}>`,
  `<iframe srcdoc="<script>parent.${ACT}</script>">`,
  `<a href="javascript:${ACT}">x</a>`,
  `javascript:${ACT}`,
  `<math><mi xlink:href="javascript:${ACT}">x`,
  `<details open ontoggle=${ACT}>`,
  `<style>@import 'javascript:${ACT}'</style>`,
  `{{constructor.constructor('${ACT}')()}}`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant to look like one
  '${boom()}',
  `=HYPERLINK("javascript:${ACT}")`,
  `'; drop table people.person; --`,
  `" or 1=1 --`,
  `../../../etc/passwd`,
  `%0d%0aset-cookie: a=b`,
  `__proto__`,
  `\u202Etxet\u202C`,
  `<!--#exec cmd="id"-->`,
]
/** What they hide behind. */
const DISGUISES: Array<(text: string) => string> = [
  (text) => text,
  (text) => `">${text}`,
  (text) => `'>${text}`,
  (text) => `</textarea></title></script>${text}`,
  (text) => `王${text}`,
  (text) => text.toUpperCase(),
  (text) => `＞${text.replaceAll('<', '＜').replaceAll('>', '＞')}`,
  (text) => `&gt;${text.replaceAll('<', '&lt;')}`,
  (text) => `${text}\u0000`,
  (text) => `\u{1F637}${text}\r\n`,
]
export const PAYLOADS: readonly string[] = DISGUISES.flatMap((hide) => VECTORS.map(hide))

/** Paths of every text a caller may write freely, or against a pattern. */
function texts(schema: Schema, path: string): string[] {
  const { type, format, properties = {}, items } = schema
  if (type === 'string' && !format && !schema.enum && !('const' in schema)) return [path]
  const inner = Object.entries(properties).flatMap(([name, field]) => texts(field, path ? `${path}.${name}` : name))
  const each = items ? texts(items, `${path}.0`) : []
  const forms = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => texts(one, path))
  return [...new Set([...inner, ...each, ...forms])]
}

const isThere = (values: unknown, path: string): boolean => {
  const parent = path.split('.').slice(0, -1)
  const at = parent.reduce<unknown>((one, step) => (one as Record<string, unknown> | undefined)?.[step], values)
  return typeof at === 'object' && at !== null
}

export interface Sending {
  /** How many of the payloads each field gets; which ones goes by turns. */
  perField: number
}
export interface Outcome {
  sent: number
  kept: number
  wrong: string[]
}

/** Puts hostile text into every field of every operation, one field at a time, as somebody who may. */
export async function sendEverywhere(area: Area, { perField }: Sending): Promise<Outcome> {
  const outcome: Outcome = { sent: 0, kept: 0, wrong: [] }
  const callers = new Map<string, Caller>()
  const callerFor = async (line: Line): Promise<Caller> => {
    const role = rolesOf(line)?.find((one) => one === 'county-desk') ?? rolesOf(line)?.[0] ?? ROLES[0]
    if (specialOf(line.name).endsCaller) return callerOf(area, role, 'county')
    const known = callers.get(role) ?? (await callerOf(area, role, 'county'))
    callers.set(role, known)
    return known
  }
  let turn = 0
  for (const line of lines) {
    const { values } = build(line, area)
    for (const path of texts(line.input, '').filter((one) => isThere(values, one))) {
      for (let nth = 0; nth < perField; nth += 1) {
        turn += 1
        const payload = PAYLOADS[(turn * 7) % PAYLOADS.length] ?? ''
        const answer = await ask(line, withValue(build(line, area).values, path, payload), await callerFor(line))
        outcome.sent += 1
        if (answer.ok) outcome.kept += 1
        const { headers, status, body } = answer.reply
        const said = `${line.key} with ${JSON.stringify(payload)} as ${nameOf(path)}`
        if (status >= 500 || answer.status >= 500) outcome.wrong.push(`${said} answers ${answer.status}`)
        if (!/^application\/(problem\+)?json/.test(String(headers['content-type'])))
          outcome.wrong.push(`${said} is no JSON`)
        if (!answer.ok && !(body?.code ?? body?.verdicts?.[0]?.problem?.code)) outcome.wrong.push(`${said} has no code`)
      }
    }
  }
  return outcome
}
