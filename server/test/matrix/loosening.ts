import type { AnyBatchOperation, AnyOperation } from '../../src/kernel/operation.ts'
import { askForeign, askOwn, forEach, mayAsk, sentences } from './cells.ts'
import type { Line } from './contract.ts'
import { type Rig, reads } from './rig.ts'

type Changeable = Record<string, unknown>

/** An operation with something else in it for a while. */
export async function withChanged<T>(
  operation: AnyOperation | AnyBatchOperation,
  change: Changeable,
  work: () => Promise<T>,
): Promise<T> {
  const before = Object.fromEntries(
    Object.keys(change).map((name) => [name, (operation as unknown as Changeable)[name]]),
  )
  Object.assign(operation, change)
  try {
    return await work()
  } finally {
    Object.assign(operation, before)
  }
}

/** With the walls of these tables switched off for a while. */
export async function withoutWalls<T>({ world }: Rig, tables: readonly string[], work: () => Promise<T>): Promise<T> {
  const turn = (state: string) =>
    Promise.all(tables.map((table) => world.admin.unsafe(`alter table ${table} ${state} row level security`)))
  await turn('disable')
  try {
    return await work()
  } finally {
    await turn('enable')
  }
}

/** What the matrix has to say of one of its reads. */
export async function wrongWithRead({ world, told }: Rig, line: Line): Promise<string[]> {
  const may = world.callers.local.filter((caller) => mayAsk(line, caller))
  const own = await forEach(line, may, (caller) => askOwn(world, line, caller, told))
  const other = await forEach(line, may, (caller) => askForeign(world, line, caller, 'other', told))
  return sentences(line, [...own, ...other])
}

/** The first of its reads in which the matrix finds something wrong. */
export async function firstWrongRead(rig: Rig): Promise<string | undefined> {
  for (const line of reads) {
    const [wrong] = await wrongWithRead(rig, line)
    if (wrong) return wrong
  }
  return undefined
}
