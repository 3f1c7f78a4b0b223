import { ROLES_OF } from '../../src/capabilities/access/verbs.ts'
import { ROLES, type Role } from '../../src/kernel/operation.ts'
import { specialOf } from './area.ts'
import { type Answer, ask, firstDifference, shapeOf, type Told, wrongWith } from './asking.ts'
import { callerOf } from './callers.ts'
import type { Line } from './contract.ts'
import type { Area, Caller } from './part.ts'
import { build, choicesOf, type Extent, extentsOf, nameOf, withFresh, withValue } from './request.ts'
import { FOREIGN, type Foreign, type World } from './world.ts'

/** Which roles a line answers; null when nobody has said so. */
export function rolesOf({ name, anonymous }: Line): readonly Role[] | null {
  return specialOf(name).may ?? ROLES_OF[name] ?? (anonymous ? ROLES : null)
}

/** Whether a line answers this caller at all. */
export const mayAsk = (line: Line, { role }: Caller): boolean =>
  role === null ? line.anonymous : (rolesOf(line)?.includes(role) ?? false)

/** What is wrong with a line, and for whom. */
export type Wrong = { what: string; by: string }
type Cell = (caller: Caller) => Promise<string[]>

/** One after the other where attempts at one account take turns, all at once elsewhere. */
export async function forEach(line: Line, callers: readonly Caller[], cell: Cell): Promise<Wrong[]> {
  const one = async (caller: Caller): Promise<Wrong[]> => {
    const by = caller.role ? `${caller.role} (${caller.reach})` : 'nobody'
    return [...new Set(await cell(caller))].map((what) => ({ what, by }))
  }
  if (!line.anonymous) return (await Promise.all(callers.map(one))).flat()
  const found: Wrong[] = []
  for (const caller of callers) found.push(...(await one(caller)))
  return found
}

/** One sentence for each mistake, however many make it. */
export function sentences(line: Line, wrong: readonly Wrong[]): string[] {
  const by = new Map<string, string[]>()
  for (const one of wrong) by.set(one.what, [...(by.get(one.what) ?? []), one.by])
  return [...by].map(([what, callers]) => `${line.key} ${what} — ${[...new Set(callers)].join(', ')}`)
}

interface Change {
  extent?: Extent
  path?: string
  value?: unknown
}

/** The request with something fresh in it, made by somebody fresh where that is needed. */
async function askAbout(world: World, line: Line, area: Area, caller: Caller, change: Change): Promise<Answer> {
  const special = specialOf(line.name)
  if (line.anonymous) await world.admin`delete from access.failed_guess`
  const who = caller.role && special.endsCaller ? await callerOf(world.own, caller.role, caller.reach) : caller
  const fresh = area === world.own && who.role ? await special.fresh?.(area, who) : {}
  const said = withFresh(build(line, area, change.extent).values, fresh ?? {})
  return ask(line, change.path ? withValue(said, change.path, change.value) : said, who)
}

/** Whoever may not ask at all is refused in one way as in another. */
const extentsFor = (line: Line, { own }: World, caller: Caller, refused: Extent[]): Extent[] =>
  mayAsk(line, caller) ? extentsOf(line, own) : refused

/** What a caller is answered about the own township: yes or no as verbs.ts says, and nothing of anybody else's. */
export async function askOwn(world: World, line: Line, caller: Caller, told?: Told): Promise<string[]> {
  const found: string[] = []
  for (const extent of extentsFor(line, world, caller, ['required'])) {
    const answer = await askAbout(world, line, world.own, caller, { extent })
    found.push(...notAsExpected(line, caller, answer))
    if (caller.reach === 'area') found.push(...wrongWith(world, line, answer, told))
  }
  return found.map((what) => `about the own township ${what}`)
}

function notAsExpected(line: Line, { role, usual }: Caller, { ok, status, code, reply }: Answer): string[] {
  const { issues = [] } = reply.body?.verdicts?.[0]?.problem ?? reply.body ?? {}
  const because = (issues as { path: string; en: string }[]).map(({ path, en }) => ` (${path}: ${en})`).join('')
  if (code === 'kernel.input-invalid') return [`refuses the request that was made up for it${because}`]
  if (role === null && !line.anonymous) return status === 401 && !ok ? [] : [`answers ${status} instead of 401`]
  const wanted = specialOf(line.name).answer
  if (role === null || rolesOf(line)?.includes(role)) {
    // A county's role on a township's seat may be told no: there are no such seats.
    if (!usual || (wanted ? code === wanted : ok)) return []
    return [`answers ${status} ${code}${because} instead of ${wanted ?? 'yes'}`]
  }
  return !ok && [403, 404].includes(status) ? [] : [`answers ${status} ${code} instead of no`]
}

/** What a caller is answered who names only another area's things: the same as if they were nowhere. */
export async function askForeign(world: World, line: Line, caller: Caller, target: Foreign, told?: Told) {
  const area = world.foreign[target]
  const found: string[] = []
  for (const extent of extentsFor(line, world, caller, ['full']).filter((one) => one !== 'required')) {
    const { naming } = build(line, area, extent)
    if (naming.length === 0) continue
    const says = (of: Area) => () => askAbout(world, line, of, caller, { extent })
    const answer = await says(area)()
    found.push(...wrongWith(world, line, answer, told))
    told?.add(answer)
    if (!caller.role && !line.anonymous && answer.status !== 401) found.push(`answers ${answer.status} instead of 401`)
    const isCompared = target === 'other' && mayAsk(line, caller) && !naming.some((path) => isTold(line, path))
    if (isCompared) found.push(...(await differences(answer, says(area), says(world.gone))))
  }
  return found.map((what) => `about ${target} ${what}`)
}

const isTold = (line: Line, path: string): boolean =>
  specialOf(line.name).toldInCounty?.fields.includes(nameOf(path)) ?? false

/** What is different each time it is asked (a code, the audit of these very requests) says nothing by being different. */
async function differences(one: Answer, again: () => Promise<Answer>, nowhere: () => Promise<Answer>) {
  const two = await nowhere()
  if (shapeOf(one) === shapeOf(two)) return []
  const verdicts = [one, two].map(({ ok, status, code }) => (ok ? `${status}` : `${status} ${code}`))
  const [yes, no] = verdicts
  if (yes !== no) return [`tells what is there (${yes}) from what is nowhere (${no})`]
  if (shapeOf(one) !== shapeOf(await again())) return []
  return [`tells what is there from what is nowhere: ${firstDifference(shapeOf(one), shapeOf(two))}`]
}

/** The own township's request with one thing of another area in it: the same answer as with a thing that is nowhere. */
export async function askMixed(world: World, line: Line, caller: Caller, told?: Told): Promise<string[]> {
  const found: string[] = []
  for (const extent of extentsOf(line, world.own).filter((one) => one === 'full' || typeof one === 'number')) {
    for (const path of build(line, world.own, extent).naming) {
      const nowhere = choicesOf(line, world.gone, path, extent)
      for (const target of FOREIGN) {
        for (const [at, value] of choicesOf(line, world.foreign[target], path, extent).entries()) {
          const says = (one: unknown) => () => askAbout(world, line, world.own, caller, { extent, path, value: one })
          const answer = await says(value)()
          const wrong = wrongWith(world, line, answer, told)
          told?.add(answer)
          if (target === 'other' && !isTold(line, path))
            wrong.push(...(await differences(answer, says(value), says(nowhere[at]))))
          found.push(...wrong.map((what) => `with \`${path}\` of ${target} ${what}`))
        }
      }
    }
  }
  return found
}

/** Whoever gets hold of a cursor that others were given reads no further than before. */
export async function askAfter(world: World, line: Line, caller: Caller, cursors: readonly string[], told?: Told) {
  const found: string[] = []
  for (const value of cursors) {
    const answer = await askAbout(world, line, world.own, caller, { path: 'after', value })
    found.push(...wrongWith(world, line, answer, told))
  }
  return found.map((what) => `after another area's cursor ${what}`)
}

export async function cursorsOf(world: World, line: Line): Promise<string[]> {
  if (!line.input.properties?.['after']) return []
  const cursors: string[] = []
  for (const target of FOREIGN) {
    const area = world.foreign[target]
    for (const role of rolesOf(line) ?? []) {
      const answer = await ask(line, { ...build(line, area).values, limit: 1 }, await callerOf(area, role, 'area'))
      if (answer.reply.body?.next) cursors.push(String(answer.reply.body.next))
      if (answer.ok) break
    }
  }
  return cursors
}

/** A sign-in leaves its trace in the county it was tried in, whoever tries. */
const TRACES = [
  'kernel.audit_inbox',
  'kernel.audit_entry',
  'kernel.county_head',
  'access.failed_guess',
  'access.one_time_code',
]
type Seen = Record<string, number>

export const changed = (line: Line, target: Foreign, before: Seen, after: Seen): string[] =>
  Object.keys(after)
    .filter((table) => !(line.anonymous && TRACES.includes(table)) && before[table] !== after[table])
    .filter((table) => !specialOf(line.name).follows?.tables.includes(table))
    .map((table) => `${line.key} changed ${table} of ${target}`)
