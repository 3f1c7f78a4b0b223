import { cpus } from 'node:os'
import { buildField } from '../e2e/build-field.ts'
import { benchBoards } from './boards.ts'
import { benchChain } from './chain.ts'
import { benchDeliveries } from './deliveries.ts'
import { benchExports } from './exports.ts'
import { benchFigures } from './figures.ts'
import { benchFind } from './find.ts'
import { benchLists } from './lists.ts'
import { benchPages } from './pages.ts'
import { benchPhone } from './phone.ts'
import { benchReadings } from './readings.ts'
import { benchBatches, benchSingles, benchWalls } from './screenings.ts'
import { benchSearch } from './search.ts'
import { openStand } from './stand.ts'
import { benchStart } from './start.ts'
import { asTable, type Line } from './table.ts'

/** `--quick` shows that everything runs; only a full run on a quiet machine is worth quoting. */
const quick = process.argv.includes('--quick')
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? 'abcdefghijklmno'
/** Of how many passages (d) begins; it ends with ten times as many. Ten million take some five minutes of a quiet machine and up to 6 GB. */
const facts = Number(
  process.argv.find((word) => word.startsWith('--facts='))?.slice('--facts='.length) ?? (quick ? 20_000 : 1_000_000),
)
const rounds = quick ? 1 : 5
const seconds = quick ? 2 : 6

// Before the server starts, which serves the files that it finds then.
if (only.includes('l')) buildField()
const stand = await openStand()
const lines: Line[] = []
const part = async (letter: string, measure: () => Promise<Line | Line[]>) => {
  if (!only.includes(letter)) return
  process.stderr.write(`measuring (${letter})\n`)
  lines.push(...[await measure()].flat())
}
try {
  await part('a', () => benchSingles(stand, rounds, seconds))
  await part('b', () => benchBatches(stand, rounds, seconds))
  await part('o', () => benchWalls(stand, rounds, seconds))
  await part('c', () => benchFind(stand, quick ? 5_000 : 330_000, rounds, seconds))
  await part('f', () => benchSearch(stand, quick ? 5_000 : 330_000, rounds, seconds))
  await part('g', () => benchLists(stand, quick ? 5_000 : 330_000, quick ? 500 : 10_000))
  const observed = { people: quick ? 2_000 : 50_000, history: quick ? 5_000 : 90_000, rounds: quick ? 10 : 100 }
  const morning = quick ? { phones: 50, minutes: 0.1 } : { phones: 5_000, minutes: 10 }
  await part('h', () => benchReadings(stand, { ...observed, morning }))
  await part('i', () => benchPages(stand, quick ? 0.05 : 10))
  await part('j', () => benchExports(stand, quick ? 5_000 : 1_048_574))
  await part('k', () => benchDeliveries(stand, quick ? 500 : 5_000, quick ? 1 : 3))
  await part('l', () => benchPhone(stand, quick ? 40 : 400, quick ? 1 : 5))
  await part('m', () => benchBoards(stand, quick ? 3 : 20))
  await part('n', () => benchChain(stand, quick ? [1] : [1, 10]))
  await part('e', () => benchStart(stand, quick ? 1 : 5))
  await part('d', () => benchFigures(stand, facts, quick ? 10 : 60))
} finally {
  await stand.close()
}
process.stdout.write(`${asTable(lines)}\n\n`)
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, ` +
    'PostgreSQL 18 embedded, fsync on, load generator, server and database on the same machine.\n',
)
