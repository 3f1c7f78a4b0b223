import { expect, test } from 'vitest'
import { streamSheets, usualLimits } from '../../src/capabilities/exchange/index.ts'
import { longWorkbook } from './r32-nothing-cut.ts'
import { watchReaders } from './readers-memory.ts'

test('every row of a sheet that is filled to its end comes out, and the reader stays within its memory', async () => {
  const { bytes, filled } = await longWorkbook('130822100201', 1_048_576, 1)
  const readers = watchReaders()
  let rows = 0
  let last = 0
  // The limits on the file, its content and the time are those of a busy server; what is asked here is whether a row is lost.
  const limits = { ...usualLimits, bytes: 2 ** 28, inflatedBytes: 2 ** 30, rows: 2 ** 21, ms: 300_000 }
  for await (const part of streamSheets(bytes, limits)) {
    if (!('row' in part)) continue
    rows += 1
    last = part.row.nth
  }
  const { mostMb, promisedMb } = await readers.stop()
  console.info(
    `R32: ${filled} filled rows in ${Math.round(bytes.length / 2 ** 20)} MB, the reader took at most ${mostMb} MB`,
  )
  // Two rows of the sheet of households and the headings come on top.
  expect([rows, last]).toEqual([filled + 3, 1_048_576])
  expect(mostMb).toBeLessThanOrEqual(promisedMb)
})
