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
import { canariesIn, FOREIGN, openWorld, takeAway, type World } from './world.ts'
import { writesIn } from './writes.ts'

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

/**
 * Every role asks about the own and the other township. What is asked by a few of them, taking turns from line to line, is what
 * a refused role says of another county, and single things of others in requests of one's own.
 */
export type Turns = { byTurns: number }
export const EVERYBODY: Turns = { byTurns: ROLES.length + 1 }

/** So many of them, beginning elsewhere for each line. */
function someOf(callers: readonly Caller[], line: Line, { byTurns }: Turns): Caller[] {
  const first = lines.indexOf(line) % Math.max(1, callers.length)
  return [...callers, ...callers].slice(first, first + Math.min(byTurns, callers.length))
}

/** One line of the matrix: every caller × {own, other, elsewhere}. */
export async function wrongWithLine({ world, told, cursors }: Rig, line: Line, turns: Turns): Promise<string[]> {
  const { local, desks } = world.callers
  const [may, refused] = [local.filter((one) => mayAsk(line, one)), local.filter((one) => !mayAsk(line, one))]
  const [some, few] = [someOf(may, line, turns), someOf(refused, line, turns)]
  const refusedDesks = desks.filter((one) => !mayAsk(line, one))
  const county = [...desks.filter((one) => mayAsk(line, one)), ...someOf(refusedDesks, line, turns)]
  // What reads leave alone in another county is looked at when all of them have been made.
  const isRead = line.operation.kind === 'read'
  const far = isRead ? {} : await writesIn(world, 'elsewhere')
  const wrong = await forEach(line, county, (caller) => askOwn(world, line, caller, told))
  wrong.push(...(await forEach(line, county, (caller) => askForeign(world, line, caller, 'elsewhere', told))))
  // What a county's seat does may change its townships; what a township's does, no other.
  const near = await writesIn(world, 'other')
  const after = cursors.get(line) ?? []
  const rounds: Array<[Caller[], (caller: Caller) => Promise<string[]>]> = [
    [local, (caller) => askOwn(world, line, caller, told)],
    [local, (caller) => askForeign(world, line, caller, 'other', told)],
    [[...may, ...few], (caller) => askForeign(world, line, caller, 'elsewhere', told)],
    [some, (caller) => askMixed(world, line, caller, told)],
    [some, (caller) => askAfter(world, line, caller, after, told)],
  ]
  for (const [callers, cell] of rounds) wrong.push(...(await forEach(line, callers, cell)))
  return [
    ...sentences(line, wrong),
    ...changed(line, 'other', near, await writesIn(world, 'other')),
    ...changed(line, 'elsewhere', far, isRead ? {} : await writesIn(world, 'elsewhere')),
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
