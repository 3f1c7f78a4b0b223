import { expect, test } from 'vitest'
import { scenario } from '../scenario/scenario.ts'
import { receiptOf } from './r32-nothing-cut.ts'
import { watchReaders } from './readers-memory.ts'

test.each([
  ['65,536 rows and a second sheet', 65_536, 1],
  ['65,537 rows', 65_537, 1],
  ['the last row of the format, and next to nothing before it', 1_048_576, 4_096],
])('%s: read = new + rejected + blank, to the row', (_, last, every) =>
  scenario(async (stage) => {
    const readers = watchReaders()
    const { filled, preview } = await receiptOf(stage, last, every)
    const { mostMb, promisedMb } = await readers.stop()
    console.info(`R32: ${last} rows, the reader took at most ${mostMb} MB`)
    expect(mostMb).toBeGreaterThan(0)
    expect(mostMb).toBeLessThanOrEqual(promisedMb)
    const read = last - 1
    const counts = { read, new: 1, changed: 0, same: 0, conflict: 0, rejected: filled - 1, blank: read - filled }
    expect(preview).toEqual({ sheet: 'people', ...counts })
  })(),
)

test(
  'a receipt that does not add up cannot be kept',
  scenario(async (stage) => {
    const { id } = await receiptOf(stage, 3, 1)
    const wrong = stage.inside(
      ({ tx }) => tx`
        insert into workbooks.result (county, workbook_id, pass, sheet, division, at, read, "new", changed, same, conflict, rejected, blank)
        values (${stage.county}, ${id}, 'apply', 'people', ${String(stage.county)}, now(), 2, 1, 0, 0, 0, 0, 0)`,
    )
    await expect(wrong).rejects.toMatchObject({ constraint: 'result_adds_up' })
  }),
)
