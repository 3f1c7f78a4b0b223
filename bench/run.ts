import { benchBatches, benchSingles } from './screenings.ts'
import { openStand } from './stand.ts'
import { asTable, type Line } from './table.ts'

const quick = process.argv.includes('--quick')
const rounds = quick ? 1 : 5
const seconds = quick ? 3 : 5

const stand = await openStand()
const lines: Line[] = []
try {
  lines.push(...(await benchSingles(stand, rounds, seconds)))
  lines.push(await benchBatches(stand, rounds, seconds))
} finally {
  await stand.close()
}
process.stdout.write(`${asTable(lines)}\n`)
