import { ROLES } from '../../src/kernel/operation.ts'
import { specialOf } from './area.ts'
import { ask, asText, firstDifference, shapeOf, Told } from './asking.ts'
import {
  askAfter,
  askForeign,
  askMixed,
  askOwn,
  changed,
  cursorsOf,
  forEach,
  mayAsk,
  rolesOf,
  sentences,
} from './cells.ts'
import { type Line, lines } from './contract.ts'
import type { Caller } from './part.ts'
import { build, extentsOf } from './request.ts'
import { canariesIn, FOREIGN, fingerprint, openWorld, takeAway, type World } from './world.ts'

export const reads = lines.filter(({ operation }) => operation.kind === 'read')
export const writes = lines.filter(({ operation }) => operation.kind === 'write')

export interface Rig {
  world: World
  told: Told
  /** Reads in which the county's seats were shown something of the other township: there is something to leak. */
  shows: Set<Line>
  cursors: Map<Line, string[]>
}

export async function openRig(): Promise<Rig> {
  const world = await openWorld()
  const cursors = new Map<Line, string[]>()
  for (const line of reads) cursors.set(line, await cursorsOf(world, line))
  return { world, told: new Told(), shows: await whatDesksAreShown(world), cursors }
}

async function whatDesksAreShown(world: World): Promise<Set<Line>> {
  const shows = new Set<Line>()
  for (const line of reads) {
    const { other } = world.foreign
    const requests = extentsOf(line, other).map((extent) => build(line, other, extent).values)
    const desks = world.callers.desks.filter((desk) => mayAsk(line, desk))
    const answers = await Promise.all(desks.flatMap((desk) => requests.map((said) => ask(line, said, desk))))
    const texts = answers.map(({ reply }) => asText(reply))
    if (texts.some((text) => canariesIn(text, world.canaries.other).length > 0)) shows.add(line)
  }
  return shows
}

/** How many of the roles that may ask also put single things of others into their own requests; which ones goes by turns. */
export type Mixers = { mixers: number }
export const EVERYBODY: Mixers = { mixers: ROLES.length + 1 }

/** One line of the matrix: every caller × {own, other, elsewhere}. */
export async function wrongWithLine({ world, told, cursors }: Rig, line: Line, { mixers }: Mixers): Promise<string[]> {
  const { local, desks } = world.callers
  const far = await fingerprint(world, 'elsewhere')
  const wrong = await forEach(line, desks, (caller) => askOwn(world, line, caller, told))
  wrong.push(...(await forEach(line, desks, (caller) => askForeign(world, line, caller, 'elsewhere', told))))
  // What a county's seat does may change its townships; what a township's does, no other.
  const near = await fingerprint(world, 'other')
  wrong.push(...(await forEach(line, local, (caller) => askOwn(world, line, caller, told))))
  for (const target of FOREIGN)
    wrong.push(...(await forEach(line, local, (caller) => askForeign(world, line, caller, target, told))))
  const may = local.filter((caller) => mayAsk(line, caller))
  const turn = lines.indexOf(line)
  const some = [...may, ...may].slice(turn % Math.max(1, may.length)).slice(0, Math.min(mixers, may.length))
  wrong.push(...(await forEach(line, some, (caller) => askMixed(world, line, caller, told))))
  const after = cursors.get(line) ?? []
  wrong.push(...(await forEach(line, some, (caller) => askAfter(world, line, caller, after, told))))
  return [
    ...sentences(line, wrong),
    ...changed(line, 'other', near, await fingerprint(world, 'other')),
    ...changed(line, 'elsewhere', far, await fingerprint(world, 'elsewhere')),
  ]
}

/** What every read shows to everybody whom it answers. */
async function whatIsShown({ callers, own }: World): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const line of reads.filter(({ name }) => !specialOf(name).endsCaller)) {
    const { values } = build(line, own, 'required')
    const may = [...callers.local, ...callers.desks].filter((caller) => mayAsk(line, caller))
    const one = async (caller: Caller) => found.set(cellOf(line, caller), shapeOf(await ask(line, values, caller)))
    await Promise.all(may.map(one))
  }
  return found
}
const cellOf = ({ key }: Line, { role, reach }: Caller): string => `${key} by ${role ?? 'nobody'} (${reach})`

export interface Difference {
  /** Of the township's seats, and of the county's. */
  local: string[]
  county: string[]
  /** How much of what is shown could be compared; what shows its own reading, as the audit does, is different each time. */
  steady: number
}

/** What of all that is shown changes when the other areas are taken away. */
export async function takeOthersAway({ world }: Rig): Promise<Difference> {
  const [first, before] = [await whatIsShown(world), await whatIsShown(world)]
  for (const target of FOREIGN) await takeAway(world.admin, world.foreign[target])
  const after = await whatIsShown(world)
  const steady = [...before].filter(([cell, shape]) => first.get(cell) === shape)
  const differs = steady.filter(([cell, shape]) => after.get(cell) !== shape)
  const local = differs.filter(([cell]) => cell.endsWith('(area)'))
  return {
    local: local.map(([cell, shape]) => `${cell}: ${firstDifference(shape, after.get(cell) ?? '')}`),
    county: differs.flatMap(([cell]) => (cell.endsWith('(county)') ? [cell] : [])),
    steady: steady.length / before.size,
  }
}

/** Reads of which nobody was ever shown anything that belongs to an area. */
export const silentReads = ({ shows }: Rig, { county }: Difference): string[] => {
  const silent = reads.filter(
    (line) => !shows.has(line) && !county.some((cell) => cell.startsWith(`${line.key} by`)) && rolesOf(line)?.length,
  )
  return [...new Set(silent.map(({ name }) => name))].sort()
}
